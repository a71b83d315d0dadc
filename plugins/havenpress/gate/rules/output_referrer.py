# SPDX-License-Identifier: AGPL-3.0-or-later
"""No page tells another site where its reader came from, and none fetches ahead.

What: ``<meta name=referrer content=no-referrer>`` and an icon on each page; no prefetch,
preconnect, prerender, manifest or service worker; a link to the safety page.
Why: without the policy a browser tells the next site the address of this one. Fetching ahead
tells another host of every visit. A missing icon is one more request and an error.
Fix: extend the base template, whose head has all of them.
Source: Referrer Policy, section 3.1; S30 in docs/quick-exit.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding
from ..output import Page

RULE = "output-referrer"
AHEAD = {
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "prerender",
    "modulepreload",
    "manifest",
    "search",
    "pingback",
}


def check_page(page: Page) -> Iterator[Finding]:
    """Yield a finding for a missing policy or icon, and for each thing that fetches ahead."""
    policies = [meta for meta in page.elements("meta") if meta.get("name") == "referrer"]
    if [meta.get("content") for meta in policies] != ["no-referrer"]:
        yield page.fault(RULE, "this page has no “no-referrer” policy", "use the base template")
    relations = [
        (link, set((link.get("rel") or "").lower().split())) for link in page.elements("link")
    ]
    if not any("icon" in names for _, names in relations):
        yield page.fault(RULE, "this page names no icon", "use the base template")
    for link, names in relations:
        if names & AHEAD:
            message = f"rel=“{link.get('rel')}” fetches or stores something unasked"
            yield page.fault(RULE, message, "take it out", link)
