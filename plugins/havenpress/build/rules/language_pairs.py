# SPDX-License-Identifier: AGPL-3.0-or-later
"""Translations point at each other.

What: where a page names a translation, that page exists and names it back.
Why: a reader who changes the language on one page must be able to change it back on the other.
Fix: give the translation ``translation_of`` with the file of the original.
Source: WCAG 2.2, 3.1.2 Language of Parts; HTML standard, link type “alternate”.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...findings import Finding
from ...site import Project
from ..facts import Facts

RULE = "language-pairs"


def check(facts: Sequence[Facts], project: Project) -> Iterator[Finding]:
    """Yield a finding for each translation that is missing or does not name its original."""
    pages = {page.address(project.site): page for page in facts}
    for address, page in pages.items():
        for language, other in page.alternates:
            if other == address or language == "x-default":
                continue
            target = pages.get(other)
            if target is None or address not in {back for _, back in target.alternates}:
                message = f"this page names “{other}” as its {language} version, which does not name it back"
                remedy = "give the translation “translation_of”"
                yield Finding(rule=RULE, message=message, remedy=remedy, page=page.name)
