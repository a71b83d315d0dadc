# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every page has one way out.

What: exactly one link with ``data-quick-exit`` on each page, to an https address outside the
site, with ``rel=noreferrer``, and the exit's script before it.
Why: readers land on any page, and a page without the way out is the one that somebody is
caught on. A plugin that fails to load takes the link from all pages without a word.
Fix: let the theme’s base template print the quick-exit component, or run the build again
after the error that is named before this one is mended.
Source: NNEDV Safety Net, Agency website safety tips; S1 in docs/quick-exit.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from ...findings import Finding
from ..output import Page

RULE = "output-exit"


def check_page(page: Page) -> Iterator[Finding]:
    """Yield a finding for a page without exactly one working exit."""
    controls = [link for link in page.document.elements if link.get("data-quick-exit") is not None]
    if len(controls) != 1:
        message = f"this page has {len(controls)} exit links"
        yield page.fault(RULE, message, "every page needs exactly one")
        return
    link = controls[0]
    target = urlsplit(link.get("href") or "")
    if link.tag != "a" or target.scheme != "https" or target.hostname in {None, page.output.host}:
        message = "the exit is not a link to an https address outside the site"
        yield page.fault(RULE, message, "use the quick-exit component", link)
    if "noreferrer" not in (link.get("rel") or "").split():
        message = "the exit would tell the next site where the reader came from"
        yield page.fault(RULE, message, 'give the link rel="noreferrer"', link)
    scripts = [
        script
        for script in page.elements("script")
        if script.get("data-quick-exit-script") is not None
    ]
    if len(scripts) != 1 or scripts[0].index > link.index:
        message = "the exit’s script does not stand once in the head of the page"
        yield page.fault(RULE, message, "use the base template’s head", link)
