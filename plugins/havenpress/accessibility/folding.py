# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether a reader can fold a part of a page away, from sight and from the accessibility tree.

Source: WCAG technique SCR28; ACT rule 3e12e1.
"""

from __future__ import annotations

import re

from ..tree import Element
from .page import Page
from .scripts import has, said_by_scripts, words_of

HEADINGS = frozenset({"h2", "h3", "h4"})
# What takes something from sight and from the tree alike; aria-hidden and opacity do half of it.
_HIDES = re.compile(
    r"""\.hidden\b|['"`]hidden['"`]|['"`]open['"`]|\.open\s*=|\bdisplay\b|\bvisibility\b
    |(?<!classList)\.(?:remove(?:Child)?|replace(?:Children|With)|toggle|hide|(?:slide|fade)\w+)\(
    |\b(?:inner|outer)(?:HTML|Text)\b""",
    re.VERBOSE,
)
_CLASSES = re.compile(r"\bclassList\b|\bclassName\b|\bdataset\b|setAttribute\b")
_GONE = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_STATE = re.compile(r":(?:checked|target|focus-within|has\()")
# Words with which a script gets to a part of the page whose name it does not say.
_NEAR = re.compile(
    r"\b(?:this|target|currentTarget|children|body|closest|aria-controls|data-\w+"
    r"|(?:next|previous)(?:Element)?Sibling|parent(?:Element|Node)?|querySelectorAll\(\s*\w)\b"
)


def can_fold(part: Element, page: Page) -> bool:
    """Tell whether something on a page may fold a part of it away.

    Where a script from elsewhere or a style for a state may do it, it is taken to.
    """
    if _is_in_details(part) or _may_fold_unseen(page):
        return True
    scripts = said_by_scripts(page)
    return _says_to_hide(scripts, page) and _speaks_of(scripts, part)


def _is_in_details(part: Element) -> bool:
    """Tell whether a disclosure lies around a part, or around all in it but its heading."""
    inside = [e.tag for e in part.children if e.tag not in HEADINGS]
    return "details" in (e.tag for e in part.ancestors) or {*inside} == {"details"}


def _may_fold_unseen(page: Page) -> bool:
    if any(script.get("src") for script in page.tagged("script")):
        return True
    return any(has(_STATE, sheet) and has(_GONE, sheet) for sheet in page.styles.sheets)


def _says_to_hide(scripts: str, page: Page) -> bool:
    if has(_HIDES, scripts):
        return True
    return has(_CLASSES, scripts) and any(has(_GONE, sheet) for sheet in page.styles.sheets)


def _speaks_of(scripts: str, part: Element) -> bool:
    """Tell whether scripts name a part, or something around it, or go by where it stands."""
    if has(_NEAR, scripts):
        return True
    words = words_of(scripts)
    return any(not words.isdisjoint(_names(e)) for e in (part, *part.ancestors))


def _names(element: Element) -> list[str]:
    """Return the words by which a script may find an element."""
    named = [
        element.get("id") or "",
        element.get("role") or "",
        *(element.get("class") or "").split(),
    ]
    return [element.tag, *filter(None, named)]
