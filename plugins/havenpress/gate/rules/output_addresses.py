# SPDX-License-Identifier: AGPL-3.0-or-later
"""No page asks another host for anything, and no address is one of this machine.

What: every image, script, style sheet, frame, font and form stays on the site’s own host; no
URL attribute holds ``http:``, ``javascript:``, ``file:`` or a local host.
Why: each request to another host tells somebody that this page was read. A local address is a
mistake of whoever built the site, and is dead for every reader.
Fix: put the file into content/images, or link to it instead; set ``url`` in content/site.yaml.
Source: NNEDV Safety Net, Agency website safety tips; docs/publishing.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from ...findings import Finding
from ...tree import Element
from ..output import Page

RULE = "output-addresses"
LINKS = {"href", "cite"}
ADDRESSES = (
    "href",
    "src",
    "action",
    "formaction",
    "poster",
    "data",
    "cite",
    "background",
    "ping",
    "manifest",
    "longdesc",
    "xlink:href",
)
LISTS = ("srcset", "imagesrcset")
LOCAL = {"localhost", "127.0.0.1", "0.0.0.0", "::1"}  # noqa: S104 (names that are looked for)
SCHEMES = {"", "https", "mailto", "tel", "sms", "data"}
# A link element whose relation only names another page, and fetches nothing.
NAMING = {"canonical", "alternate", "license", "author", "help", "prev", "next", "me"}


def check_page(page: Page) -> Iterator[Finding]:
    """Yield a finding for each address that must not be there."""
    for element in page.document.elements:
        for name, address in _addresses(element):
            problem = _problem(element, name, address.strip(), page.output.host)
            if problem:
                message = f"{name}=“{address.strip()[:80]}” {problem}"
                yield page.fault(RULE, message, "see the explanation of this rule", element)


def _addresses(element: Element) -> Iterator[tuple[str, str]]:
    for name in element:
        if name in ADDRESSES:
            yield name, element.get(name) or ""
        elif name in LISTS:
            for candidate in (element.get(name) or "").split(","):
                yield name, candidate.strip().split(" ")[0]


def _problem(element: Element, name: str, address: str, host: str) -> str | None:
    try:
        parts = urlsplit(address)
        target = parts.hostname
    except ValueError:
        return "is no address"
    if parts.scheme not in SCHEMES:
        return "is not a secure address"
    if target in LOCAL or (target or "").endswith(".localhost"):
        return "points at the machine that built the site"
    if name == "ping":
        return "tells another host that the link was followed"
    if target in {None, host} or _only_names(element, name):
        return None
    return "asks another host, which learns that this page was read"


def _only_names(element: Element, name: str) -> bool:
    if element.tag in {"a", "area"}:
        return name == "href"
    if element.tag in {"blockquote", "q", "ins", "del"}:
        return name == "cite"
    relations = set((element.get("rel") or "").lower().split())
    return element.tag == "link" and bool(relations) and relations <= NAMING
