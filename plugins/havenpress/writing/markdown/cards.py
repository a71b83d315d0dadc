# SPDX-License-Identifier: AGPL-3.0-or-later
"""Links to services that stand alone, which become cards."""

from __future__ import annotations

from xml.etree.ElementTree import Element

NO_CARDS = {"ul", "ol", "dl", "blockquote", "table"}
EMPHASIS = {"strong", "em"}


def make_cards(parent: Element) -> None:
    """A link to a service that is a paragraph of its own becomes a card.

    In a list, a quotation, a table or a definition it stays a link: there it stands in a row
    with others, or in somebody else's words.
    """
    for element in parent:
        if element.tag == "p":
            _make_card(element)
        elif element.tag not in NO_CARDS:
            make_cards(element)


def _make_card(paragraph: Element) -> None:
    link = _only(paragraph)
    while link is not None and link.tag in EMPHASIS:
        link = _only(link)
    if link is not None and link.get("class") == "service":
        paragraph[:] = [link]  # without stars around it
        paragraph.set("class", "service-card")


def _only(element: Element) -> Element | None:
    """Return what an element has inside, if that is one element and no text."""
    inside = list(element)
    texts = (element.text, *(each.tail for each in inside))
    return (
        inside[0] if len(inside) == 1 and not any((text or "").strip() for text in texts) else None
    )
