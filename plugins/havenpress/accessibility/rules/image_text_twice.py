# SPDX-License-Identifier: AGPL-3.0-or-later
"""The description of a picture is not what stands beside it anyway.

What: in a link, a button or a figure the alt of a picture is not all that the text there says.

Why: it is read out twice: “Home Home”.

Fix: write alt="" where the text says it all; under a photo let the caption say something else than
the description.

Source: WCAG technique H2; WAI, Images Tutorial (functional images, captions)
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import WARNING
from ...tree import Element
from ..page import Page
from ..rule import Fault

LEVEL = WARNING
WCAG = (("1.1.1", "A"),)
SOURCE = "https://www.w3.org/WAI/WCAG22/Techniques/html/H2"

CONTROLS = ("a", "button", "summary")


def check(page: Page) -> Iterator[Fault]:
    """Yield exposed pictures whose description is the text beside them, word for word."""
    captions = _captions(page)
    for element in page.tagged("img"):
        alt = " ".join((element.get("alt") or "").split())
        if not alt or not page.is_reachable(element):
            continue
        control, figure = element.closest(*CONTROLS), element.closest("figure")
        if control is not None and _is_twice(alt, page.name(control)):
            yield Fault(element, "the alt repeats the text beside it", 'write alt=""')
        elif captions.get(figure) == alt.casefold():
            remedy = "describe in the alt what the caption does not say"
            yield Fault(element, "the alt repeats the caption", remedy)


def _captions(page: Page) -> dict[Element | None, str]:
    """Return what is read out below each figure that has a caption."""
    found = (e for e in page.tagged("figcaption") if page.is_reachable(e))
    return {caption.parent: " ".join(caption.text.casefold().split()) for caption in found}


def _is_twice(alt: str, name: str) -> bool:
    """Tell whether a name is a description two times; between the two there may be no space."""
    if len(name) > 2 * len(alt) + 1:
        return False
    first, second = name[: len(alt)], name[len(alt) :].lstrip()
    return first.casefold() == second.casefold() == alt.casefold()
