# SPDX-License-Identifier: AGPL-3.0-or-later
"""Links with the same name lead to the same page.

What: two links with the same name anywhere on a page, also inside of its frames, lead to one
address. The rule runs only for level AAA.

Why: in a list of all links they cannot be told apart.

Fix: give them different names, or the same address.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/b20e66/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import WARNING
from ..frames import names_across, rebased
from ..links.targets import (
    ambiguous_links,
    have_same_content,
    normalised,
    say_the_same,
    written_address,
)
from ..page import Page
from ..rule import Fault

LEVEL = WARNING
ACT = ("b20e66",)
WCAG = (("2.4.9", "AAA"),)
OPTIONAL = True
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/b20e66/"


def check(page: Page) -> Iterator[Fault]:
    """Yield links whose name an earlier link has for another address, and frames with such a link."""
    for (first, known), *others in ambiguous_links(page):
        for element, address in others:
            if known != address and not have_same_content(first, element, page):
                yield Fault(
                    element,
                    f"an earlier link “{page.name(element)}” leads elsewhere",
                    "give the two different names",
                )
    for frame, name, first, second in names_across(page, _by_name):
        if normalised(first) != normalised(second) and not say_the_same(first, second, page):
            yield Fault(
                frame,
                f"a link “{name}” in this frame leads elsewhere than one of that name outside",
                "give the two different names",
            )


def _by_name(page: Page, base: str) -> dict[str, str]:
    """Return where the links of a document lead."""
    return {
        name.casefold(): rebased(written, base)
        for link, name in page.link_names.items()
        if (written := written_address(link)) is not None
    }
