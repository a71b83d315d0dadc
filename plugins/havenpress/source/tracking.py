# SPDX-License-Identifier: AGPL-3.0-or-later
"""Addresses of other sites that tell on whoever follows them."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qs, urlsplit

from ..findings import ERROR, WARNING


class Problem(NamedTuple):
    """What is wrong, what to do, and the right address where there is only one."""

    message: str
    remedy: str
    instead: str = ""
    level: str = ERROR


TRACKING = re.compile(
    r"(?<![^&])(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|igsh|yclid|_hsenc|_hsmi|vero_id)=[^&#]*&?"
)
WRAPPERS = {
    "safelinks.protection.outlook.com": "url",
    "www.google.com": "q",
    "l.facebook.com": "u",
    "lm.facebook.com": "u",
    "l.instagram.com": "u",
    "urldefense.com": "",
    "urldefense.proofpoint.com": "u",
}
WRAPPED = tuple(f".{name}" for name in WRAPPERS)  # what their hosts end in, behind a dot
SHORTENERS = {"bit.ly", "tinyurl.com", "goo.gl", "t.co", "ow.ly", "is.gd", "buff.ly", "rb.gy"}


def find_tracking(href: str) -> Problem | None:
    """Return what an address of another site says about whoever follows it, or None."""
    parts = urlsplit(href)
    host = parts.hostname or ""
    if target := _wrapped(parts, host):
        message = f"this address goes through {host}, which learns who follows it"
        return Problem(message, "write the address of the page itself", target)
    if host in SHORTENERS:
        message = f"{host} hides where this leads, and counts who follows it"
        return Problem(message, "write the address of the page itself", level=WARNING)
    if parts.query and TRACKING.search(parts.query):
        query = TRACKING.sub("", parts.query).rstrip("&")
        instead = parts._replace(query=query).geturl()
        message = "the end of this address tells the other site where readers come from"
        return Problem(message, "leave it out", instead, WARNING)
    return None


def _wrapped(parts: SplitResult, host: str) -> str:
    if not f".{host}".endswith(WRAPPED) or (host == "www.google.com" and parts.path != "/url"):
        return ""
    name = next(name for name in WRAPPERS if f".{host}".endswith(f".{name}"))
    found = parse_qs(parts.query).get(WRAPPERS[name], [""])[0]
    return found if found.startswith("https://") else ""
