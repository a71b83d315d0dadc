# SPDX-License-Identifier: AGPL-3.0-or-later
"""The text of a link makes sense on its own.

What: no link is called click here, read more or the like, in any of the languages we know such
words of.

Why: many people go from link to link, or have all links listed; ten times “here” leads them
nowhere.

Fix: name the page that the link leads to: “how we keep your details”, not “click here”.

Source: WCAG 2.2, 2.4.4 and 2.4.9; technique G91; failure F84
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import ERROR
from ..links.phrases import EMPTY_PHRASES, plain_words
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
WCAG = (("2.4.4", "A"), ("2.4.9", "AAA"))
SOURCE = "https://www.w3.org/TR/WCAG22/#link-purpose-in-context"

# Read out as a direction or not at all; “¶” and “#”, which lead to their own place, are left alone.
_ARROWS = re.compile(r"[\u2190-\u21ff\u27f0-\u27ff\u2b05-\u2b0d»«›‹<>…\s]*")


def check(page: Page) -> Iterator[Fault]:
    """Yield exposed links whose whole name says nothing."""
    for element in page.exposed("link"):
        name = page.name(element)
        words = plain_words(name)
        is_empty = words in EMPTY_PHRASES if words else _is_arrow(name)
        if is_empty and not element.get("aria-describedby"):
            yield Fault(
                element,
                f"the link text “{name}” does not say where the link leads",
                "name the page behind the link, as in [how we keep your details](/privacy/)",
            )


def _is_arrow(name: str) -> bool:
    return bool(name) and _ARROWS.fullmatch(name) is not None
