# SPDX-License-Identifier: AGPL-3.0-or-later
"""Accessible names and descriptions.

Source: Accessible Name and Description Computation 1.2, section 4.3; HTML-AAM 1.0, section 4.1;
SVG-AAM 1.0, section 8.1. Step letters in comments are those of accname-1.2.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...tree import SVG, Element
from ..kinds import BOXES, LABELABLE
from ..tokens import tokens
from .roles import NONE, input_type
from .vocabulary import NAMED_BY_CONTENT

if TYPE_CHECKING:
    from ..page import Page

RANGES = frozenset({"meter", "progressbar", "scrollbar", "slider", "spinbutton"})
FIELDS = RANGES | {"combobox", "listbox", "searchbox", "textbox"}  # what has a value in a label
NAMING_ATTRIBUTE = {"img": "alt", "area": "alt", "optgroup": "label", "option": "label"}
DEFAULT_VALUES = {"submit": "Submit", "reset": "Reset", "image": "Submit Query"}
WITH_PLACEHOLDER = frozenset({"email", "number", "password", "search", "tel", "text", "url"})
# Source: Unicode 16, section 23.5 (private-use characters).
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
LONGEST = 2_000  # characters of a content value that are read
DEEPEST = 100  # elements inside one another; deeper text does not name anything

_CONTENT = re.compile(
    r"""(?P<string>"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?)"""
    r"""|attr\(\s*(?P<attribute>[\w-]+)[^,)]*(?:,\s*(?P<otherwise>"[^"]*"|'[^']*'))?[^)]*\)"""
    r"""|[\w-]+\((?:"[^"]*"|'[^']*'|[^)"'])*\)|/""",
    re.IGNORECASE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)


def flatten(text: str) -> str:
    """Return text with each run of white space as one space, none at the ends."""
    return " ".join(text.split())


def takes_name_from_content(element: Element, role: str) -> bool:
    """Tell whether what is inside of an element names it."""
    return role in NAMED_BY_CONTENT or (element.tag == "summary" and not role)


class Naming:
    """One computation of a name: what has been visited, and how the walk came here.

    In one that a reference starts no other reference is followed, whatever it goes through.
    """

    def __init__(self, page: Page, *, in_reference: bool = False) -> None:
        self.page = page
        self.visited: set[Element] = set()
        self.depth = 0
        self.in_reference = in_reference

    def name(self, element: Element) -> str:
        """Return the name of an element that is asked for itself."""
        return flatten(self.text_of(element, traversing=False))

    def text_of(self, element: Element, *, traversing: bool, hidden_ok: bool = False) -> str:
        """Return what one element gives to a name, by the first step that gives something."""
        page = self.page
        if not hidden_ok and page.is_hidden(element):  # 2A
            return self._shown_again(element) if traversing else ""
        if element in self.visited or self.depth > DEEPEST:
            return ""
        self.visited.add(element)
        self.depth += 1
        try:
            return self._steps(element, traversing, hidden_ok)
        finally:
            self.depth -= 1

    def _shown_again(self, element: Element) -> str:
        """Return what ``visibility: visible`` shows inside of an element that is not visible."""
        if self.page.has_visibility(element) or self.depth > DEEPEST:
            return ""
        self.depth += 1
        text = "".join(self.text_of(child, traversing=True) for child in element.children)
        self.depth -= 1
        return text

    def _steps(self, element: Element, traversing: bool, hidden_ok: bool) -> str:
        page = self.page
        referenced = not self.in_reference and self.labelledby(element)  # 2B
        if referenced:
            return referenced
        role = page.role(element)
        label = (element.get("aria-label") or "").strip()  # 2D
        if traversing:  # 2C
            value = self._embedded_value(element, role)
            if value is not None:  # an empty field gives what it is called, as in Chromium
                return value or label or self._native(element) or self._tooltip(element, role)
        if label and element.tag != "slot":
            return label
        if role not in NONE:  # 2E
            native = self._native(element)
            if native:
                return native
        if traversing or self.in_reference or takes_name_from_content(element, role):  # 2F
            content = self._content(element, hidden_ok)
            if content.strip():
                return content
        return self._tooltip(element, role)  # 2I

    def labelledby(self, element: Element) -> str:
        """Return what aria-labelledby alone gives to the name of an element."""
        parts = []
        for reference in tokens(element.get("aria-labelledby")):
            target = self.page.by_id(reference)
            if target is not None:
                plain = self.page.plain_name(target)
                parts.append(plain or self._referred(target, element))
        return " ".join(part.strip() for part in parts if part.strip())

    def _referred(self, target: Element, element: Element) -> str:
        """Return what a target gives to the name of the element that refers to it.

        The computation starts anew. The element may be in it: <p id="a">Read <a
        aria-labelledby="a">more</a></p>. The value of a field is no part of what names it.
        """
        nested = Naming(self.page, in_reference=True)
        nested.depth = self.depth + 1
        is_other = target is not element
        if is_other and self.page.role(element) in FIELDS:
            nested.visited.add(element)
        hidden = self.page.is_hidden(target)
        return nested.text_of(target, traversing=is_other, hidden_ok=hidden)

    def _embedded_value(self, element: Element, role: str) -> str | None:
        if role in {"textbox", "searchbox"}:
            if element.tag == "input":
                return element.get("value")
            return element.text
        if role in {"combobox", "listbox"}:
            return self._selected(element)
        if role in RANGES:
            for name in ("aria-valuetext", "aria-valuenow", "value"):
                if element.get(name):
                    return element.get(name)
        return None

    def _selected(self, element: Element) -> str | None:
        if element.tag == "input":
            return element.get("value")
        options = [e for e in element.descendants if self.page.role(e) == "option"]
        chosen = [
            option
            for option in options
            if option.get("selected") is not None or option.get("aria-selected") == "true"
        ]
        if not chosen and element.tag == "select" and self.page.role(element) == "combobox":
            chosen = options[:1]
        return " ".join(self.text_of(option, traversing=True) for option in chosen)

    def _native(self, element: Element) -> str:
        if element.namespace == SVG:
            return self._svg_title(element)
        tag = element.tag
        if tag in NAMING_ATTRIBUTE:
            return (element.get(NAMING_ATTRIBUTE[tag]) or "").strip()
        if tag == "input":
            return self._input_text(element)
        if tag in LABELABLE:
            return self._labels(element)
        child = {"fieldset": "legend", "figure": "figcaption", "table": "caption"}.get(tag)
        return self._child_text(element, child) if child else ""

    def _input_text(self, element: Element) -> str:
        labels = self._labels(element)
        if labels:
            return labels
        kind = input_type(element)
        if kind == "image":
            given = (element.get(name) or "" for name in ("alt", "title"))
            return next(filter(None, map(str.strip, given)), DEFAULT_VALUES["image"])
        if kind in {"button", "submit", "reset"}:
            value = element.get("value")
            return value.strip() if value is not None else DEFAULT_VALUES.get(kind, "")
        return ""

    def _labels(self, element: Element) -> str:
        texts = map(self._label, self.page.labels_of(element))
        return " ".join(text.strip() for text in texts if text.strip())

    def _label(self, label: Element) -> str:
        return self.text_of(label, traversing=True, hidden_ok=self.page.is_hidden(label))

    def _child_text(self, element: Element, tag: str) -> str:
        for child in element.children:
            if child.tag == tag:
                return self.text_of(child, traversing=True)
        return ""

    def _svg_title(self, element: Element) -> str:
        for child in element.children:
            if child.tag == "title":  # the first one counts, whatever is in it
                return child.text.strip()
        if element.tag == "a":
            return (element.get("xlink:title") or "").strip()
        return ""

    def _content(self, element: Element, hidden_ok: bool) -> str:
        page = self.page
        pieces = [self._generated(element, "before")]
        for node in page.flat_nodes(element):
            if isinstance(node, str):  # 2G
                pieces.append(node)
                continue
            if not hidden_ok and node.get("inert") is not None:
                continue  # the accessibility tree leaves it out
            inner = self.text_of(
                node,
                traversing=True,
                hidden_ok=hidden_ok and not self._hides_itself(node),
            )
            pieces.append(f" {inner} " if page.is_block(node) else inner)
        pieces += [" " + self.text_of(e, traversing=True) for e in page.owned(element)]
        pieces.append(self._generated(element, "after"))
        return "".join(pieces)

    def _hides_itself(self, element: Element) -> bool:
        return element.tag in {"script", "style", "noscript"}

    def _generated(self, element: Element, which: str) -> str:
        styles = self.page.styles
        if element not in styles.all_pseudo(which, "content"):
            return ""
        content = styles.pseudo(element, which, "content")
        if (
            not content
            or element.tag in BOXES
            or styles.pseudo(element, which, "display") == "none"
        ):
            return ""
        if (styles.pseudo(element, which, "visibility") or "visible") != "visible":
            return ""
        return generated_text(content, element)

    def _tooltip(self, element: Element, role: str) -> str:
        if element.namespace == SVG or (role in NONE and element.tag != "iframe"):
            return ""  # browsers read no title of an element that is decoration
        title = (element.get("title") or "").strip()
        if title or not takes_placeholder(element):
            return title
        return (element.get("placeholder") or "").strip()


def takes_placeholder(element: Element) -> bool:
    """Tell whether an element is a field that may show a placeholder."""
    if element.tag == "input":
        return input_type(element) in WITH_PLACEHOLDER
    return element.tag == "textarea"


def generated_text(content: str, element: Element) -> str:
    """Return the text that a CSS content value adds to a name; alternative text after ``/``.

    What a font of icons draws in place of letters has no words: its characters mean nothing.
    """
    text: list[str] = []
    for part in _CONTENT.finditer(content[:LONGEST]):
        if part[0] == "/":
            text = []
        elif part["string"]:
            quote = part["string"][0]
            text.append(_unescape(part["string"].removesuffix(quote).removeprefix(quote)))
        elif part["attribute"]:
            text.append(
                element.get(part["attribute"].lower(), (part["otherwise"] or "")[1:-1]) or ""
            )
    return _PRIVATE.sub("", "".join(text))


def _unescape(text: str) -> str:
    def character(match: re.Match[str]) -> str:
        if match[2]:
            return match[2].strip("\n")
        code = int(match[1], 16)
        return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"

    return _ESCAPE.sub(character, text)


def is_called_nothing(element: Element, page: Page) -> bool:
    """Tell whether aria-labelledby leads to elements that are there, and have no text at all.

    A computation by accname 1.1 ends there, with an empty name; 1.2 goes on.
    """
    references = tokens(element.get("aria-labelledby"))
    if all(page.by_id(reference) is None for reference in references):
        return False
    return not Naming(page).labelledby(element)


def describe(element: Element, page: Page) -> str:
    """Return the accessible description of an element."""
    targets = [page.by_id(i) for i in tokens(element.get("aria-describedby"))]
    naming = Naming(page, in_reference=True)
    texts = [
        naming.text_of(t, traversing=True, hidden_ok=page.is_hidden(t))
        for t in targets
        if t is not None
    ]
    described = flatten(" ".join(texts)) or (element.get("aria-description") or "").strip()
    if described:
        return described
    title = flatten(element.get("title") or "")
    return title if title != page.name(element) else ""
