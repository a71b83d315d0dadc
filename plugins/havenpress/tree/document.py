# SPDX-License-Identifier: AGPL-3.0-or-later
"""The elements of an HTML page as the standard builds them, with positions.

Lines and columns are 1-based; offsets count characters of ``Document.source``, the page decoded
but otherwise as it was given.

Source: HTML standard, section 13.2 (parsing HTML documents).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain
from operator import attrgetter

import turbohtml

from .parser import BOM, Span, decode, parse_text, start_tag_span
from .shadow import flatten

HTML = "html"
SVG = "svg"
MATHML = "math"

_SVG = turbohtml.Namespace.SVG
_MATHML = turbohtml.Namespace.MATHML
FOREIGN = frozenset({"svg", "math"})  # the elements that begin what is not HTML
_ELEMENT = turbohtml.Element
_TEXT = turbohtml.Text
_DOCTYPE = turbohtml.Doctype
END_TAG = turbohtml.TokenType.END_TAG
Token = turbohtml.Token
_INDEX = attrgetter("index")


class Tag:
    """One tag of the source."""

    __slots__ = ("_token", "is_end", "name")

    def __init__(self, token: Token, name: str) -> None:
        self._token = token
        self.name = name
        self.is_end = token.type is END_TAG

    @property
    def closes_itself(self) -> bool:
        """Whether the tag ends in ``/>``."""
        return self._token.self_closing

    @property
    def line(self) -> int:
        """Line of the tag."""
        return self._token.line

    @property
    def column(self) -> int:
        """Column of the tag."""
        return self._token.col + 1


class Element(dict[str, str]):
    """One element of a page: the values of its attributes by their names, in source order.

    ``tag`` is lower case in HTML, as written in SVG and MathML; ``namespace`` is ``html``, ``svg``
    or ``math``. Two elements are never equal, and one without attributes is true all the same.
    Only Document makes elements.
    """

    # The parser takes many times longer to look an attribute up; a dict beside each element
    # would take a fiftieth more of a page's time.
    __slots__ = ("document", "index", "namespace", "own_texts", "parent", "raw", "tag")
    __hash__ = object.__hash__
    __eq__ = object.__eq__
    __ne__ = object.__ne__

    raw: turbohtml.Element
    tag: str
    namespace: str
    parent: Element | None
    document: Document
    index: int
    own_texts: list[str] | tuple[()]
    """The texts that stand in the element itself, in order."""

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return f"<{self.tag}> at {self.line}:{self.column}"

    @property
    def line(self) -> int:
        """Line of the start tag; 0 where the parser supplied the element."""
        return self.raw.source_line or 0

    @property
    def column(self) -> int:
        """Column of the start tag; 0 where the parser supplied the element."""
        column = self.raw.source_col
        return 0 if column is None or not self.line else column + 1

    @property
    def nodes(self) -> list[Element | str]:
        """Child elements and texts in order, without comments."""
        known = self.document.known
        return [
            known.get(child) or child.data
            for child in self.raw.children
            if child in known or isinstance(child, turbohtml.Text)
        ]

    @property
    def children(self) -> list[Element]:
        """Child elements in order."""
        elements, ends = self.document.elements, self.document.ends
        found, at, end = [], self.index + 1, ends[self.index]
        while at < end:
            found.append(elements[at])
            at = ends[at]
        return found

    @property
    def siblings_before(self) -> Iterator[Element]:
        """Elements before this one in the same parent, the nearest first."""
        known = self.document.known
        return (known[each] for each in self.raw.previous_siblings if each in known)

    @property
    def only_text(self) -> str:
        """The text of an element that holds one text and nothing else, empty for all others."""
        own = self.own_texts
        if len(own) != 1:
            return ""
        document, index = self.document, self.index
        is_alone = document.ends[index] == index + 1 and self not in document.mixed
        return own[0] if is_alone else ""

    @property
    def text(self) -> str:
        """All text inside, as written."""
        document, index = self.document, self.index
        if document.ends[index] > index + 1 or self.tag == "template":
            return self.raw.text
        return "".join(self.own_texts)

    @property
    def ancestors(self) -> Iterator[Element]:
        """Parents from the nearest to the root."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent

    @property
    def descendants(self) -> Iterator[Element]:
        """Elements inside, in document order."""
        document = self.document
        return iter(document.elements[self.index + 1 : document.ends[self.index]])

    def closest(self, *tags: str) -> Element | None:
        """Return the nearest of self and ancestors with one of the tags."""
        here: Element | None = self
        while here is not None and here.tag not in tags:
            here = here.parent
        return here

    @property
    def start_tag(self) -> Span | None:
        """Offsets of the start tag; None where the parser supplied the element."""
        return self.document.start_tags.get(self.raw)

    @property
    def selector(self) -> str:
        """A CSS selector that finds this element and no other."""
        return self.raw.css_path().removeprefix("template > ")


def _namespace(node: turbohtml.Element) -> str:
    """Return an element's namespace; to look it up in a table would call Python for its hash."""
    found = node.namespace
    return SVG if found is _SVG else MATHML if found is _MATHML else HTML


def in_order(elements: Iterable[Element]) -> list[Element]:
    """Return elements of one page in document order."""
    return sorted(elements, key=_INDEX)


class Document:
    """A parsed page.

    ``elements`` holds every element in document order, without the inert content of templates.
    """

    def __init__(self, source: str, *, fragment: bool = False, flat: bool = False) -> None:
        self.source = source
        self.fragment = fragment
        self._is_flat = flat
        self._tree = self._parse()
        self.elements: list[Element]
        self.known: dict[turbohtml.Node, Element] = {}
        self.by_tag: dict[str, list[Element]]
        self.by_attribute: dict[str, list[Element]]
        """Elements by the names of their attributes, in document order."""
        self.mixed: set[Element | None] = set()
        """Elements with comments between their texts."""
        self._walk()

    def _parse(self, *, source_locations: bool = False) -> turbohtml.Document | turbohtml.Element:
        text = self.source.removeprefix(BOM)
        tree = parse_text(text, fragment=self.fragment, source_locations=source_locations)
        if self._is_flat:
            flatten(tree)
        return tree

    @property
    def _has_shadow_trees(self) -> bool:
        """Whether the page may have a shadow tree, in its markup or from a script."""
        scripts = (script.own_texts for script in self.by_tag.get("script", ()))
        written = "shadowrootmode" in self.by_attribute
        return written or any("attachShadow" in text for text in chain.from_iterable(scripts))

    @property
    def has_comments(self) -> bool:
        """Whether the page has comments, or what the parser takes for them."""
        return bool(self.mixed)

    @cached_property
    def flat(self) -> Document:
        """The page as it is shown, with its shadow trees; the document itself where it has none."""
        if self._is_flat or not self._has_shadow_trees:
            return self
        return Document(self.source, fragment=self.fragment, flat=True)

    def _walk(self) -> None:
        """Take elements, their attributes and their texts in one walk over the parser's nodes."""
        root, known = self._tree, self.known
        by_tag, by_attribute = defaultdict(list), defaultdict(list)
        above, parent, has_foreign, index = root, None, False, 0
        last = element = None
        for node in root.descendants:
            holder = node.parent
            if holder is not above:  # most have the parent of the node before
                above, parent = holder, element if holder is last else known.get(holder)
            kind = type(node)
            if kind is _TEXT:
                if parent is not None:
                    own = parent.own_texts
                    if own:
                        own.append(node.data)
                    else:
                        parent.own_texts = [node.data]
            elif kind is not _ELEMENT:
                if kind is not _DOCTYPE:
                    self.mixed.add(parent)
            elif above is root if parent is None else parent.tag != "template":
                last = node
                element = known[node] = Element()  # with an __init__ it would take twice as long
                element.raw = node
                element.tag = tag = node.tag
                element.parent = parent
                element.document = self
                element.index = index
                element.own_texts = ()
                element.namespace = HTML
                index += 1
                if tag in FOREIGN or (
                    has_foreign and parent is not None and parent.namespace is not HTML
                ):
                    element.namespace = _namespace(node)
                    has_foreign = True
                for name, value in node.attrs.items():
                    # The parser takes classes apart, and forgets the white space between them.
                    element[name] = value if type(value) is str else node.attr(name)
                    by_attribute[name].append(element)
                by_tag[tag].append(element)
        self.elements = list(known.values())
        self.by_tag, self.by_attribute = dict(by_tag), dict(by_attribute)

    @cached_property
    def ends(self) -> list[int]:
        """For each element the index behind the last element inside of it."""
        ends = list(range(1, len(self.elements) + 1))
        for element in reversed(self.elements):
            above = element.parent
            if above is not None:
                end, place = ends[element.index], above.index
                if ends[place] < end:
                    ends[place] = end
        return ends

    def release(self) -> None:
        """Part the page from its elements for good: without the cycle all is freed at once."""
        self.__dict__.clear()

    @property
    def root(self) -> Element | None:
        """The html element; in a fragment the first element."""
        return self.elements[0] if self.elements else None

    @property
    def errors(self) -> list[tuple[str, int, int]]:
        """The tokenizer's errors as (code of the standard, line, column)."""
        found = getattr(self._tree, "errors", ())
        return [(error.code, error.line, error.col + 1) for error in found]

    def comments(self, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], Element]]:
        """Yield each comment that a pattern matches whole, with the element that starts next."""
        for node in self._tree.descendants:
            if not isinstance(node, turbohtml.Comment):
                continue
            match = pattern.fullmatch(node.data)
            after = (self.known.get(found) for found in node.following) if match else ()
            element = next((element for element in after if element), None)
            if match and element:
                yield match, element

    @property
    def tags(self) -> Iterator[Tag]:
        """Start and end tags as they stand in the source, before any repair."""
        for token in self.tokens:
            name = token.tag
            if name is not None:
                yield Tag(token, name)

    @property
    def tokens(self) -> Iterable[Token]:
        """The parser's tokens: those of the same tags, and others, whose ``tag`` is None."""
        text = self.source.removeprefix(BOM)
        return turbohtml.tokenize(text, capture_attributes=False)

    def select(self, selector: str) -> list[Element]:
        """Return the elements that a CSS selector matches; raises ValueError for a wrong one."""
        known = self.known
        return [known[raw] for raw in self._tree.select(selector) if raw in known]

    @cached_property
    def start_tags(self) -> dict[turbohtml.Node, Span]:
        """Offsets of all start tags, from a second parse that keeps them."""
        located = self._parse(source_locations=True)
        twins = zip(self._tree.iter_elements(), located.iter_elements(), strict=True)
        span_of = start_tag_span(self.source)
        return {ours: span for ours, twin in twins if (span := span_of(twin))}


def parse(html: bytes | str, *, fragment: bool = False) -> Document:
    """Return the tree of a page, or of a fragment as it would stand in a body; any input has one."""
    return Document(decode(html), fragment=fragment)
