# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every page says which language it is in.

What: ``lang`` on the html element, with a language tag.
Why: without it a screen reader reads Spanish with English sounds.
Fix: give the post its ``lang``; if the page comes from a template, extend the base template.
Source: WCAG 2.2, 3.1.1 Language of Page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Finding
from ..output import Page

RULE = "output-language"
TAG = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*")


def check_page(page: Page) -> Iterator[Finding]:
    """Yield a finding for a page without a language."""
    root = page.document.root
    if root is None or not TAG.fullmatch(root.get("lang") or ""):
        yield page.fault(RULE, "this page does not say its language", "write <html lang=…>", root)
