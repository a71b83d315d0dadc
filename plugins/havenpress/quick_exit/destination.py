# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where the quick exit may lead."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator
from urllib.parse import SplitResult, parse_qsl, urlsplit

from ..findings import WARNING, Finding
from .hosts import APPS, PERSONAL, TRACKING

REMEDY = "choose an ordinary site that looks the same to everybody, as a weather or news page"


def check_destination(url: str, site_url: str = "") -> list[Finding]:
    """Return every reason why an address cannot be where the exit leads; places are the caller's."""
    parts = _split(url)
    if parts is None or not parts.hostname or not parts.scheme:
        return [_fault(f"“{url}” is not a web address", "write it whole, with https://")]
    if parts.scheme != "https":
        secure = f"https://{url.split('://', 1)[-1]}"
        return [_fault(f"“{url}” does not begin with https://", f"write {secure}")]
    host = parts.hostname.rstrip(".").lower()
    return [
        *_check_name(host, parts),
        *_check_own(host, site_url),
        *_check_query(parts),
        *_check_kind(host),
    ]


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url.strip())
        parts.port  # noqa: B018 - raises ValueError for a port that is none
    except ValueError:
        return None
    return parts


def _check_name(host: str, parts: SplitResult) -> Iterator[Finding]:
    if "@" in parts.netloc:
        yield _fault("the destination has a user name in it", "leave out what stands before “@”")
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")) or _is_ip(host):
        yield _fault(f"“{host}” is not a public site", REMEDY)
    elif "." not in host:
        yield _fault(f"“{host}” is not the name of a site", "write it whole, as in www.weather.gov")


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _check_own(host: str, site_url: str) -> Iterator[Finding]:
    own = (urlsplit(site_url).hostname or "").removeprefix("www.")
    if own and _is_within(host, own):
        yield _fault(f"“{host}” is this site itself; leaving must lead away from it", REMEDY)


def _check_query(parts: SplitResult) -> Iterator[Finding]:
    for name, _ in parse_qsl(parts.query, keep_blank_values=True):
        if name.lower().startswith("utm_") or name.lower() in TRACKING:
            message = f"“{name}” in the address tells the destination where its visitors come from"
            yield _fault(message, "leave out everything from the “?” on")
            return
    if parts.query:
        message = "the address carries a query, which may say something about this site"
        yield _fault(message, "leave out everything from the “?” on", level=WARNING)


def _check_kind(host: str) -> Iterator[Finding]:
    for listed, reason in APPS.items():
        if _is_within(host, listed):
            message = f"on a phone “{listed}” may open in an app and leave this page open behind it"
            yield _fault(f"{message} ({reason})", REMEDY)
    for listed, reason in PERSONAL.items():
        if _is_within(host, listed):
            message = f"“{listed}” shows what belongs to one person"
            yield _fault(f"{message} ({reason})", REMEDY)


def _is_within(host: str, domain: str) -> bool:
    return host == domain or host.endswith(f".{domain}")


def _fault(message: str, remedy: str, level: str = "error") -> Finding:
    return Finding(rule="exit-destination", message=message, remedy=remedy, level=level)
