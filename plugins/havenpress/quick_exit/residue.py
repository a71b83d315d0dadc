# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a page leaves behind or tells others by itself, before anybody leaves it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from ..findings import Finding
from ..tree import Document, Element
from .faults import fault
from .settings import ExitSettings

# What fetches by itself, with the attributes that say from where.
FETCHES = (
    ("script", "src"), ("img", "src"), ("img", "srcset"), ("source", "src"), ("source", "srcset"),
    ("iframe", "src"), ("video", "src"), ("video", "poster"), ("audio", "src"), ("track", "src"),
    ("embed", "src"), ("object", "data"), ("input", "src"), ("image", "href"), ("use", "href"),
)  # fmt: skip
FETCHING_LINKS = {"stylesheet", "icon", "apple-touch-icon", "mask-icon", "preload", "modulepreload"}
AHEAD = {"prefetch", "preconnect", "prerender", "dns-prefetch"}
IN_STYLE = re.compile(r"""(?:url\(|@import)\s*["']?\s*((?:https?:)?//[^"')\s]+)""", re.IGNORECASE)
FREE_TEXT = {"", "text", "search", "email", "tel", "url", "number"}
KEPT_OFF = {"off", "one-time-code"}


def check_residue(page: Document, settings: ExitSettings, *, level: str) -> list[Finding]:
    """Return what the page asks of others, stores, or lets the browser remember."""
    checks = (_check_referrer, _check_icon, _check_ahead, _check_stored, _check_forms)
    findings = [finding for check in checks for finding in check(page)]
    findings += _check_requests(page, settings)
    return [replace(finding, level=level) for finding in findings]


def _check_referrer(page: Document) -> Iterator[Finding]:
    policies = [m.get("content") or "" for m in page.select('meta[name="referrer" i]')]
    if [policy.strip().lower() for policy in policies] != ["no-referrer"]:
        message = "the page tells every site that it links to where its readers come from"
        remedy = 'write <meta name="referrer" content="no-referrer"> once in the head'
        yield fault("page-referrer", message, remedy)


def _check_icon(page: Document) -> Iterator[Finding]:
    if not page.select('link[rel~="icon" i]'):
        message = "the page names no icon, so that the browser asks for /favicon.ico"
        yield fault("page-icon", message, 'write <link rel="icon" href="…"> in the head')


def _check_ahead(page: Document) -> Iterator[Finding]:
    for link in page.select("link[rel]"):
        if AHEAD & set((link.get("rel") or "").lower().split()):
            message = "the page asks another site for something before anybody goes there"
            yield fault("page-requests", message, "take this <link> out", link)
    for script in page.select('script[type="speculationrules" i]'):
        message = "the page fetches pages that nobody has asked for"
        yield fault("page-requests", message, "take the speculation rules out", script)


def _check_stored(page: Document) -> Iterator[Finding]:
    for link in page.select('link[rel~="manifest" i], link[rel~="search" i]'):
        message = "the page offers to be installed or kept, which shows on the device"
        yield fault("page-storage", message, "take this <link> out", link)
    for script in page.by_tag.get("script", []):
        if "serviceWorker.register" in script.text:
            message = "the page installs a service worker, which stays on the device"
            yield fault("page-storage", message, "take the registration out", script)


def _check_forms(page: Document) -> Iterator[Finding]:
    for field in page.select("input, textarea"):
        if field.tag == "input" and (field.get("type") or "").lower() not in FREE_TEXT:
            continue
        form = field.closest("form")
        if form and (form.get("method") or "get").lower() == "get" and field.get("name"):
            message = "what is typed here goes into the address, and so into the history"
            yield fault("page-forms", message, 'write method="post" on the form', field)
        holders = [owner for owner in (field, form) if owner]
        if not any((owner.get("autocomplete") or "").lower() in KEPT_OFF for owner in holders):
            message = "the browser remembers what is typed here and offers it to the next person"
            yield fault("page-forms", message, 'write autocomplete="off" on it', field)


def _check_requests(page: Document, settings: ExitSettings) -> Iterator[Finding]:
    own = (urlsplit(settings.site_url).hostname or "").lower()
    for element, url in _fetched(page):
        host = _host(url)
        if host and host != own:
            message = f"the page fetches something from {host}, which then knows its readers"
            yield fault("page-requests", message, "keep a copy on this site", element)


def _fetched(page: Document) -> Iterator[tuple[Element, str]]:
    for tag, attribute in FETCHES:
        for element in page.by_tag.get(tag, []):
            for url in _urls(element.get(attribute) or "", attribute):
                yield element, url
    for link in page.select("link[rel][href]"):
        if FETCHING_LINKS & set((link.get("rel") or "").lower().split()):
            yield link, link.get("href") or ""
    for style in page.by_tag.get("style", []):
        for url in IN_STYLE.findall(style.text):
            yield style, url


def _urls(value: str, attribute: str) -> list[str]:
    if attribute != "srcset":
        return [value]
    return [part.split()[0] for part in value.split(",") if part.split()]


def _host(url: str) -> str:
    try:
        return (urlsplit(url.strip()).hostname or "").lower()
    except ValueError:
        return "an address that cannot be read"
