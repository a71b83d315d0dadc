# SPDX-License-Identifier: AGPL-3.0-or-later
"""The elements of a page by what rules ask for: tag, attribute, id, and the labels of a control."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain

from ..tree import HTML, Document, Element, in_order
from .css.styles import Styles
from .kinds import LABELABLE


class Lookup:
    """A document with the style sheets that apply to it (texts of CSS)."""

    def __init__(self, document: Document, sheets: Iterable[str] = ()) -> None:
        self.document = document
        self.elements = document.elements
        self.styles = Styles(document, sheets)
        self.has_foreign = not document.by_tag.keys().isdisjoint(("svg", "math"))

    def tagged(self, *tags: str) -> Iterator[Element]:
        """Return the HTML elements with one of the tags; one tag: in document order."""
        by_tag = self.document.by_tag
        if by_tag.keys().isdisjoint(tags):  # most rules ask for what most pages have not
            return iter(())
        found = chain.from_iterable([by_tag.get(tag, ()) for tag in tags])
        if self._foreign_tags.isdisjoint(tags):
            return found
        return (element for element in found if element.namespace == HTML)

    def having(self, attribute: str) -> list[Element]:
        """Return the elements with an attribute, in document order."""
        return self.document.by_attribute.get(attribute, [])

    @property
    def attributed(self) -> dict[str, list[Element]]:
        """Elements by the names of their attributes."""
        return self.document.by_attribute

    @cached_property
    def inert(self) -> frozenset[Element]:
        """Every element that ``inert`` takes out of use, by itself or around it.

        It is an attribute of HTML: on an element of a drawing it does nothing.
        """
        return with_content(e for e in self.having("inert") if e.namespace == HTML)

    @cached_property
    def ids(self) -> dict[str, list[Element]]:
        """Elements by id."""
        found: dict[str, list[Element]] = {}
        for element in self.having("id"):
            found.setdefault(element.get("id") or "", []).append(element)
        return found

    def by_id(self, identity: str) -> Element | None:
        """Return the first element with an id."""
        found = self.ids.get(identity)
        return found[0] if found else None

    @cached_property
    def _foreign(self) -> frozenset[Element]:
        by_tag = self.document.by_tag
        return with_content([*by_tag.get("svg", ()), *by_tag.get("math", ())])

    @cached_property
    def _foreign_tags(self) -> frozenset[str]:
        """Tags that stand for something else than in HTML somewhere on the page."""
        if not self.has_foreign:
            return frozenset()
        return frozenset(e.tag for e in self._foreign if e.namespace != HTML)

    @cached_property
    def _labels(self) -> dict[Element, list[Element]]:
        found: dict[Element, list[Element]] = {}
        for label in self.tagged("label"):
            control = self.labelled_control(label)
            if control is not None:
                found.setdefault(control, []).append(label)
        return found

    def labels_of(self, element: Element) -> list[Element]:
        """Return the label elements of a form control."""
        return self._labels.get(element, [])

    def labelled_control(self, label: Element) -> Element | None:
        """Return the form control that a label element names."""
        target = label.get("for")
        if target is not None:
            control = self.by_id(target)
            return control if control is not None and self._is_labelable(control) else None
        return next((e for e in label.descendants if self._is_labelable(e)), None)

    def _is_labelable(self, element: Element) -> bool:
        if element.tag not in LABELABLE:
            return "-" in element.tag
        return element.tag != "input" or (element.get("type") or "").lower() != "hidden"


def with_content(elements: Iterable[Element]) -> frozenset[Element]:
    """Return elements with all that is inside of them."""
    found: set[Element] = set()
    behind = 0  # the index behind the last that was taken
    for element in in_order(elements):
        document, index = element.document, element.index
        if index >= behind:
            behind = document.ends[index]
            found.update(document.elements[index:behind])
    return frozenset(found)


def around(elements: Iterable[Element]) -> frozenset[Element]:
    """Return elements that hold one of those given."""
    found: set[Element] = set()
    for element in elements:
        for above in element.ancestors:
            if above in found:
                break
            found.add(above)
    return frozenset(found)
