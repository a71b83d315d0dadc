# SPDX-License-Identifier: AGPL-3.0-or-later
"""One page as assistive technology meets it: roles, names, the accessibility tree, the focus.

Each answer is computed once for an element and kept; rules share them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import accumulate, chain, islice
from typing import Any

from ..findings import ANNOTATION
from ..tree import HTML, SVG, Document, Element, attribute_spans, in_order, is_host
from .aria.names import Naming, takes_name_from_content
from .aria.roles import NONE, PLAIN, SIMPLE, VARIABLE, implicit_role, plain_role
from .aria.vocabulary import CONFLICTING, GLOBAL, LEAVES, ROLES, kinds_of
from .css.rendering import Rendering
from .css.visibility import REPLACED
from .focus import reach as focus
from .focus.passing_on import passing_on
from .kinds import INLINE_TEXT, NAMED_BY_TEXT, NEVER_SHOWN, NO_NODE, PASSING_TEXT
from .lookup import with_content
from .tables.grid import header_roles
from .tokens import tokens

LINKS = tuple(sorted(kinds_of("link")))
NAMING = ("aria-label", "aria-labelledby", "aria-owns", "role")
TEXTS = ("aria-label", "alt", "title", "placeholder", "aria-description")
SPEAKING = (*TEXTS, "aria-describedby", "aria-labelledby", "value")
MEANINGLESS = frozenset({"", "generic"})
DRAWN = frozenset({"a", "g", "svg"})  # elements of a drawing that a title inside may name
MOST_INSIDE = 50  # elements of a plain name; fewer than those that end the way of any name


def unknown(address: str) -> None:
    """Say nothing of the page that an address leads to."""


class Page(Rendering):
    """A document with the style sheets that apply to it (texts of CSS), as rules ask it."""

    def __init__(
        self,
        document: Document,
        sheets: Iterable[str] = (),
        content_of: Callable[[str], str | None] | None = None,
        document_of: Callable[[str], Document | None] | None = None,
    ) -> None:
        super().__init__(document, sheets)
        self.content_of = content_of or unknown
        self.document_of = document_of or unknown
        self.is_framed = False  # inside of a frame, with the other page's colours behind it
        self.painted: list[Any] | None = None  # the painter's memory, see painting.py
        self.colourings: list[Any] | None = None  # that of css/colouring.py
        self.ambiguous: list[Any] | None = None  # that of links/targets.py
        self.behind: dict[Element, str | None] = {}  # that of links/targets.py too
        self.repeated: list[Any] | None = None  # that of repeated.py
        self.framed: list[Any] | None = None  # that of frames.py
        self.within: list[Any] | None = None  # that of frames.py too
        self._roles: dict[Element, str] = {}
        self._exposed: dict[str, list[Element]] = {}

    @cached_property
    def is_annotated(self) -> bool:
        """Whether the page names the places in the source that its parts come from."""
        return ANNOTATION in self.document.by_attribute

    @cached_property
    def annotations(self) -> tuple[list[int], list[int]]:
        """Where annotations start in the source, and the characters of all before each, and of all."""
        document, spans = self.document, set()
        for start, end in document.start_tags.values():
            spans.update(attribute_spans(document.source, start, end, ANNOTATION))
        ordered = sorted(spans)
        lengths = accumulate((end - start for start, end in ordered), initial=0)
        return [start for start, _ in ordered], [*lengths]

    # Roles

    def with_role(self, *roles: str) -> Iterator[Element]:
        """Return the elements whose role is one of those given, exposed or not."""
        by_role = self.by_role
        if by_role.keys().isdisjoint(roles):  # most rules ask for what most pages have not
            return iter(())
        return chain.from_iterable([by_role.get(role, ()) for role in roles])

    @cached_property
    def by_role(self) -> dict[str, list[Element]]:
        """Elements by role, each list in document order but those of what has no role of its own."""
        found: dict[str, list[Element]] = defaultdict(list)
        asked = frozenset(self.having("role"))
        for tag, elements in self.document.by_tag.items():
            plain = (
                elements if asked.isdisjoint(elements) else [e for e in elements if e not in asked]
            )
            if tag not in VARIABLE and tag not in self._foreign_tags:
                role = SIMPLE.get(tag, "")
                self._roles.update(dict.fromkeys(plain, role))
                found[role] += plain
                continue
            read = plain_role if tag in self._foreign_tags else PLAIN.get(tag, self.role)
            for element in plain:
                role = read(element)
                if role is None:
                    role = self.role(element)
                else:
                    self._roles[element] = role
                found[role].append(element)
        for element in asked:
            found[self.role(element)].append(element)
        return {r: e if r in MEANINGLESS else in_order(e) for r, e in found.items()}

    def explicit_role(self, element: Element) -> str:
        """Return the first valid role that ``role`` names, empty where it names none."""
        role = element.get("role")
        if not role:
            return ""
        for word in map(str.lower, tokens(role)):
            if word in ROLES:
                return "img" if word == "image" else word
        return ""

    def implicit_role(self, element: Element) -> str:
        """Return the role that the markup gives."""
        return implicit_role(element, self)

    def role(self, element: Element) -> str:
        """Return the role after the conflicts of ``none`` are resolved; empty for no role."""
        known = self._roles.get(element)
        if known is None:
            self._roles[element] = ""  # an element asked for while its role is being found
            known = self._roles[element] = self._semantic_role(element)
        return known

    def _semantic_role(self, element: Element) -> str:
        explicit = self.explicit_role(element)
        if explicit in NONE and self.has_conflict(element):
            return self._implicit_without_alt(element)
        if explicit:
            return explicit
        implicit = implicit_role(element, self)
        if implicit == "presentation" and self.has_conflict(element):
            return "img"
        return implicit

    def _implicit_without_alt(self, element: Element) -> str:
        return "img" if element.tag == "img" else implicit_role(element, self)

    def has_conflict(self, element: Element) -> bool:
        """Tell whether an element that asks to be ignored also asks to be noticed.

        Source: WAI-ARIA 1.2, section 7.3 (presentational roles conflict resolution).
        """
        if any(name in CONFLICTING for name in element if name[:5] == "aria-"):
            return True
        return self.is_focusable(element) or element in self.frame_stops

    def is_marked_decorative(self, element: Element) -> bool:
        """Tell whether the author marked an element as decoration."""
        explicit = self.explicit_role(element)
        return explicit in NONE or (
            element.tag == "img" and element.get("alt") == "" and not explicit
        )

    # Names

    def name(self, element: Element) -> str:
        """Return the accessible name."""
        known = self._names.get(element)
        if known is None:
            known = self.plain_name(element) or self._label(element)
            if not known:
                known = Naming(self).name(element)
            self._names[element] = known
        return known

    def has_name(self, element: Element) -> bool:
        """Tell whether the accessible name is not empty; most often a look at the text tells."""
        known = self._names.get(element)
        if known is None and self._holds_words(element):
            return True
        return bool(known or self.name(element))

    def _holds_words(self, element: Element) -> bool:
        """Tell whether one of the first texts in an element is certainly part of its name."""
        if element in self._hidden or element.tag in NEVER_SHOWN:
            return False
        if not takes_name_from_content(element, self.role(element)):
            return False
        for holder in islice(chain((element,), element.descendants), MOST_INSIDE):
            own = holder.own_texts
            if own and not all(map(str.isspace, own)) and self._gives_text(holder, element):
                return True
        return False

    def _gives_text(self, holder: Element, named: Element) -> bool:
        """Tell whether the text of an element goes into the name of one around it."""
        while holder is not named:
            plain = holder.tag in PASSING_TEXT and holder.parent is not None
            if not plain or holder in self._more_than_text or holder in self._hidden:
                return False
            holder = holder.parent
        return True

    @cached_property
    def _names(self) -> dict[Element, str]:
        """Names that were asked for, and at the start those of elements that hold one text."""
        by_tag = self.document.by_tag
        others = self._named_otherwise | self._hidden
        named = chain.from_iterable(by_tag[tag] for tag in NAMED_BY_TEXT & by_tag.keys())
        plain = (e for e in named if e not in others)
        return {e: name for e in plain if (name := " ".join(e.only_text.split()))}

    def plain_name(self, element: Element) -> str | None:
        """Return the name of an element that has nothing but text to name it, else None."""
        if element.tag not in NAMED_BY_TEXT or element in self._named_otherwise:
            return None
        if element in self._hidden:
            return None
        text = element.only_text
        if not text and self._holds_plain_text(element):
            text = self._spaced_text(element) if self.styles.has_any else element.text
        return " ".join(text.split()) or None if text else None

    def _label(self, element: Element) -> str:
        """Return the name that aria-label, or the text of one other element, gives alone.

        It is empty where anything else counts.
        """
        if element in self._hidden:
            return ""
        reference = element.get("aria-labelledby")
        if reference:
            target = self.by_id(reference)
            return (target and target is not element and self.plain_name(target)) or ""
        label = element.get("aria-label")
        return " ".join(label.split()) if label and element.tag != "slot" else ""

    @cached_property
    def _named_otherwise(self) -> frozenset[Element]:
        """Elements that an attribute, a label or generated text may name, and a without href."""
        generated = (self.styles.all_pseudo(which, "content") for which in ("before", "after"))
        nowhere = frozenset(self.document.by_tag.get("a", ())).difference(self.having("href"))
        return nowhere.union(self._labels, *map(self.having, NAMING), *generated)

    @cached_property
    def speaking(self) -> frozenset[Element]:
        """Elements with an attribute that holds words, or points at some."""
        return frozenset().union(*map(self.having, SPEAKING))

    @cached_property
    def code(self) -> frozenset[Element]:
        """Elements of what is in no language: code, keys, output and variables."""
        return with_content(self.tagged("code", "kbd", "samp", "var"))

    @cached_property
    def with_words(self) -> frozenset[Element]:
        """Elements that have words, or hold some, besides their own texts."""
        by_tag = self.document.by_tag
        drawn = (e for tag in DRAWN for e in by_tag.get(tag, ()) if e.namespace == SVG)
        return self.speaking.union(by_tag.get("iframe", ()), drawn)

    @cached_property
    def _more_than_text(self) -> frozenset[Element]:
        """Elements that may give something else than their text to the name around them."""
        return self._named_otherwise.union(self.having("inert"))

    @cached_property
    def _titled(self) -> frozenset[Element]:
        """Elements with a title, which names them where they have no text."""
        return frozenset(self.having("title"))

    def _holds_plain_text(self, element: Element) -> bool:
        """Tell whether the elements inside give their text, and nothing else, to the name."""
        hidden, more = self._hidden, self._more_than_text
        for count, inner in enumerate(element.descendants):
            own = inner.own_texts
            if inner in hidden:
                if own or inner.tag == "template":  # whose text stands apart
                    return False
            elif (
                inner.tag not in INLINE_TEXT
                or inner in more
                or (own and own[0].isspace() and inner.text.isspace())  # which a name leaves out
                or (not own and inner in self._titled and not inner.text)
                or count > MOST_INSIDE
            ):
                return False
        return True

    def _spaced_text(self, element: Element) -> str:
        """Return the text in an element that holds plain text, with spaces around its blocks."""
        pieces = []
        for node in element.nodes:
            if isinstance(node, str):
                pieces.append(node)
            elif node not in self._hidden:
                inner = self._spaced_text(node)
                pieces.append(f" {inner} " if self.is_block(node) else inner)
        return "".join(pieces)

    # The tree

    def flat_nodes(self, element: Element) -> list[Element | str]:
        """Return child elements and texts as they are shown."""
        return [] if element.tag in NEVER_SHOWN else element.nodes

    def owned(self, element: Element) -> list[Element]:
        """Return the elements that aria-owns adds as children."""
        owns = tokens(element.get("aria-owns"))
        if not owns:
            return []
        found = map(self.by_id, owns)
        inside = {element, *element.ancestors}
        return [target for target in found if target is not None and target not in inside]

    @cached_property
    def owners(self) -> dict[Element, Element]:
        """Elements that aria-owns moves, with the element that owns them."""
        found: dict[Element, Element] = {}
        for owner in filter(self.is_reachable, self.having("aria-owns")):
            for target in self.owned(owner):
                found.setdefault(target, owner)
        return found

    def is_transparent(self, element: Element) -> bool:
        """Tell whether the accessibility tree leaves an element out but keeps its content."""
        role = self.role(element)
        if role in NONE:
            return True
        if role not in MEANINGLESS or element.tag in REPLACED:
            return False
        if self.is_focusable(element):
            return False
        given = (name for name in element if name[:5] == "aria-")
        return not any(name in GLOBAL and name != "aria-hidden" for name in given)

    def exposed_parent(self, element: Element) -> Element | None:
        """Return the parent in the accessibility tree."""
        above = self.owners.get(element) or element.parent
        while above is not None and self.is_transparent(above):
            above = self.owners.get(above) or above.parent
        return above

    def exposed_children(self, element: Element, depth: int = 0) -> Iterator[Element]:
        """Yield the children in the accessibility tree; a generic one only if it has none."""
        for child in [*element.children, *self.owned(element)]:
            owner = self.owners.get(child)
            if self._has_no_node(child) or (owner is not None and owner is not element):
                continue
            if not self.is_transparent(child) or depth > 100:
                yield child
                continue
            inner = list(self.exposed_children(child, depth + 1))
            if not inner and self.role(child) not in NONE and child.tag != "slot":
                yield child
            yield from inner

    def _has_no_node(self, element: Element) -> bool:
        """Tell whether an element has no place of its own among the children of another."""
        if element.tag == "hr" and element.parent and element.parent.tag in {"optgroup", "select"}:
            return True
        return element.tag in NO_NODE or not self.is_reachable(element)

    def header_role(self, cell: Element) -> str:
        """Return ``columnheader``, ``rowheader`` or nothing for a th without a scope."""
        return self._header_roles.get(cell, "")

    @cached_property
    def _header_roles(self) -> dict[Element, str]:
        found: dict[Element, str] = {}
        for table in self.tagged("table"):
            found.update(header_roles(table))
        return found

    # What is exposed, and what takes the focus

    def is_reachable(self, element: Element) -> bool:
        """Tell whether nothing takes an element and its content from assistive technology."""
        return element not in self._hidden and element not in self.inert

    def is_exposed(self, element: Element) -> bool:
        """Tell whether an element is in the accessibility tree.

        What is inside of a button or another leaf is not, unless it takes the focus: browsers
        keep that.
        """
        return element not in self._unexposed

    @cached_property
    def _unexposed(self) -> frozenset[Element]:
        inside = self._inside_leaves - self._focusable
        return self._hidden.union(self.inert, inside, self.with_role(*NONE))

    @cached_property
    def _inside_leaves(self) -> frozenset[Element]:
        leaves = self.with_role(*LEAVES)
        found: set[Element] = set()
        for leaf in in_order(leaves):
            if leaf not in found:
                found.update(leaf.descendants)
        return frozenset(found)

    def is_focusable(self, element: Element) -> bool:
        """Tell whether an element can have the focus."""
        return element in self._focusable

    @cached_property
    def _focusable(self) -> frozenset[Element]:
        passing = passing_on(self.document)
        return self._taking_focus - passing if passing else self._taking_focus

    @cached_property
    def _taking_focus(self) -> frozenset[Element]:
        # Most are links, of which sets tell at once what takes_focus would.
        links = self._may_take_focus.intersection(self.having("href"), self.tagged("a"))
        others = filter(focus.takes_focus, self._may_take_focus - links)
        return links.union(others).difference(
            self._not_rendered, self._without_visibility, self._without_box, self.inert
        )

    @cached_property
    def _may_take_focus(self) -> frozenset[Element]:
        by_tag = self.document.by_tag
        tagged = (by_tag.get(tag, ()) for tag in focus.TAGS)
        return frozenset().union(*map(self.having, focus.ATTRIBUTES), *tagged)

    def is_tabbable(self, element: Element) -> bool:
        """Tell whether the Tab key reaches an element."""
        return element in self._reached

    @cached_property
    def _reached(self) -> frozenset[Element]:
        return self._focusable - self._left_out

    @cached_property
    def _left_out(self) -> frozenset[Element]:
        """Elements that a negative tabindex takes out of the order of the Tab key.

        A host takes its shadow tree, and what stands in its slots, with it.
        """
        out = [e for e in self.having("tabindex") if (focus.tab_index(e) or 0) < 0]
        return with_content(filter(is_host, out)).union(out)

    @cached_property
    def frame_stops(self) -> frozenset[Element]:
        """The iframes without a tabindex that the Tab key goes into, whatever stands in them.

        Source: HTML standard, section 6.6.3 (navigable containers).
        """
        frames = frozenset(e for e in self.tagged("iframe") if focus.tab_index(e) is None)
        if not frames:
            return frames
        return frames.difference(
            self._left_out, self._not_rendered, self._without_visibility, self.inert
        )

    @cached_property
    def tabbable(self) -> list[Element]:
        """The elements that the Tab key reaches, in document order."""
        return in_order(self._reached)

    @property
    def unseen_stops(self) -> list[Element]:
        """The elements that the Tab key reaches and nobody sees, in document order."""
        return in_order(self._reached & self._invisible)

    @cached_property
    def tab_stops(self) -> frozenset[Element]:
        """The elements that the Tab key reaches, those too that pass the focus on at once."""
        return self._taking_focus - self._left_out

    @cached_property
    def tabbable_links(self) -> list[Element]:
        """The a elements that the Tab key reaches, in document order."""
        return [e for e in self.tabbable if e.tag == "a" and e.namespace == HTML]

    def exposed(self, *roles: str) -> Iterator[Element]:
        """Return the exposed elements with one of the roles; one role: in document order."""
        return chain.from_iterable(map(self._exposed_with, roles))

    def _exposed_with(self, role: str) -> list[Element]:
        known = self._exposed.get(role)
        if known is None:
            unexposed = self._unexposed
            known = [e for e in self.with_role(role) if e not in unexposed]
            self._exposed[role] = known
        return known

    @cached_property
    def link_names(self) -> dict[Element, str]:
        """The names of the exposed links that have one, in document order."""
        return {e: name for e in in_order(self.exposed(*LINKS)) if (name := self.name(e))}
