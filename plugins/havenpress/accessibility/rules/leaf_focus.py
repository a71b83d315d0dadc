# SPDX-License-Identifier: AGPL-3.0-or-later
"""Nothing inside a button takes the focus.

What: an element whose content is not part of the accessibility tree, such as a button, a tick box
or an img, has nothing in it that the Tab key reaches.

Why: the focus would land on something that a screen reader does not know.

Fix: put the link or the field beside the button, not inside.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/307n5z/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ...tree import MATHML
from ..aria.vocabulary import LEAVES
from ..lookup import around
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("307n5z",)
WCAG = (("4.1.2", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/307n5z/"


def check(page: Page) -> Iterator[Fault]:
    """Yield elements with presentational children that hold something focusable."""
    leaves = [e for e in page.with_role(*LEAVES) if e.namespace != MATHML]
    stops = page.tab_stops | page.frame_stops if leaves else frozenset()
    holding = around(stops)
    for element in leaves:
        if element in holding and element.tag != "option":
            role = page.role(element)
            inner = next(e for e in element.descendants if e in stops)
            yield Fault(
                element,
                f"inside the {role} stands a {inner.tag} that takes the focus",
                f"move the {inner.tag} out of the {role}",
            )
