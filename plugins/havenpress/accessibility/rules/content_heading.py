# SPDX-License-Identifier: AGPL-3.0-or-later
"""The content of a page begins with a heading that is not in its menu.

What: where a menu, header or list of links comes first, something after it has a heading that can
be seen and is read out.

Why: who listens goes from heading to heading; without one the way past the menu is not found.

Fix: begin the content with a heading: # in Markdown.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/047fe0/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import WARNING
from ...tree import Element
from ..lookup import with_content
from ..page import Page
from ..repeated import common_parts, heads_content, is_told_only_here, repeats_nothing
from ..rule import Fault

LEVEL = WARNING
ACT = ("047fe0",)
WCAG = (("2.4.1", "A"),)
WHOLE_PAGE = True
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/047fe0/"


def check(page: Page) -> Iterator[Fault]:
    """Yield the first text after a menu or header where no heading follows."""
    common = common_parts(page)
    if not common or any(heads_content(e, common, page) for e in page.with_role("heading")):
        return
    inside = with_content(common)
    after = (e for e in page.elements[common[0].index :] if e not in inside)
    first = next((element for element in after if _has_words(element, page)), None)
    if first is None or repeats_nothing(page) or is_told_only_here(page, "heading"):
        return
    yield Fault(
        first, "no heading stands before or in the content", "begin the content with a heading"
    )


def _has_words(element: Element, page: Page) -> bool:
    words = "".join(element.own_texts).split()
    return len(words) >= LEAST_WORDS and page.is_perceived(element)


LEAST_WORDS = 4
