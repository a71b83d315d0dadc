# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tags that do not pair up as they were written.

Source: HTML standard, sections 13.1.2.4 (optional tags), 13.2.6 (tree construction) and 13.3 (the
void elements, those of old HTML too).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..tree import END_TAG, Tag, Token

VOID = frozenset(
    [
        "area",
        "base",
        "basefont",
        "bgsound",
        "br",
        "col",
        "embed",
        "frame",
        "hr",
        "img",
        "input",
        "keygen",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
OPTIONAL = frozenset(
    [
        "body",
        "caption",
        "colgroup",
        "dd",
        "dt",
        "head",
        "html",
        "li",
        "optgroup",
        "option",
        "p",
        "rp",
        "rt",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
    ]
)
ENDS_PARAGRAPH = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "center",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dd",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "ul",
    ]
)
WALLS = frozenset(
    [
        "button",
        "caption",
        "html",
        "marquee",
        "object",
        "select",
        "table",
        "td",
        "template",
        "th",
        "svg",
        "math",
    ]
)
ENDS = {
    "li": {"li"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}, "option": {"option"},
    "optgroup": {"option", "optgroup"}, "tr": {"tr", "td", "th", "caption", "colgroup"},
    "td": {"td", "th"}, "th": {"td", "th"}, "body": {"head"},
    "tbody": {"tbody", "thead", "tfoot", "tr", "td", "th", "caption", "colgroup"},
    "thead": {"caption", "colgroup"}, "rt": {"rt", "rp"}, "rp": {"rt", "rp"},
    "tfoot": {"tbody", "thead", "tr", "td", "th", "caption", "colgroup"},
}  # fmt: skip
FOREIGN = frozenset({"svg", "math"})
# Elements of SVG and MathML that hold HTML (HTML standard, section 13.2.6, integration points).
WITH_HTML = {
    "math": frozenset("annotation-xml mi mn mo ms mtext".split()),
    "svg": frozenset("desc foreignobject title".split()),
}
BACK = frozenset[str]().union(*WITH_HTML.values())
SPECIAL = VOID | FOREIGN
NOTABLE = VOID.union(ENDS_PARAGRAPH, ENDS)  # with more to ask about than whether they are closed
FARTHEST = 300  # open elements that are looked through


class TagFault(NamedTuple):
    """A tag that has no partner; ``kind`` is "unclosed" or "stray", ``ender`` what ended it."""

    kind: str
    tag: Tag
    ender: str = ""


class _Stack:
    """The elements that are open, and how many of each name."""

    def __init__(self) -> None:
        self.open: list[Tag] = []
        self.count: Counter[str] = Counter()
        self.forgiven: Counter[str] = Counter()
        self.turns: list[Tag] = []
        """Of the open elements those that lead from HTML to SVG or MathML, or back."""

    @property
    def is_foreign(self) -> bool:
        """Whether what comes next is not HTML."""
        return len(self.turns) % 2 == 1

    def push(self, tag: Tag) -> None:
        self.open.append(tag)
        self.count[tag.name] += 1
        if tag.name in (WITH_HTML[self.turns[-1].name] if self.is_foreign else FOREIGN):
            self.turns.append(tag)

    def pop(self) -> Tag:
        tag = self.open.pop()
        self.count[tag.name] -= 1
        if self.turns and self.turns[-1] is tag:
            self.turns.pop()
        return tag


def pair_up(tokens: Iterable[Token]) -> bool:
    """Tell whether each start tag plainly has its own end tag; a no says nothing."""
    opened: list[str] = []
    in_paragraph = False
    for token in tokens:
        name = token.tag
        if name is None:
            continue
        if token.type is END_TAG:
            if not opened or opened.pop() != name:
                return False
            if name == "p":
                in_paragraph = False
            continue
        is_void = False
        if name in NOTABLE:
            if (in_paragraph and name in ENDS_PARAGRAPH) or (
                name in ENDS and opened and opened[-1] in ENDS[name]
            ):
                return False  # it may end what is open
            in_paragraph = in_paragraph or name == "p"
            is_void = name in VOID
        if is_void or token.self_closing:
            if not _stands_alone(name, opened):
                return False
        else:
            opened.append(name)
    return not opened


def _stands_alone(name: str, opened: list[str]) -> bool:
    """Tell whether a tag, void or with a slash, plainly needs no end tag.

    Of HTML the void elements alone need none, of SVG and MathML all with a slash.
    """
    if len(opened) > FARTHEST or not BACK.isdisjoint(opened):
        return False  # to look through more, or closer, takes long
    return (name in VOID) is FOREIGN.isdisjoint((name, *opened))


def tag_faults(tags: Iterable[Tag]) -> Iterator[TagFault]:
    """Yield the tags that do not pair up."""
    stack = _Stack()
    opened, count = stack.open, stack.count
    for tag in tags:
        name = tag.name
        if not tag.is_end:
            above = opened[-1].name if opened else ""
            if (
                name in SPECIAL
                or stack.turns
                or (name in ENDS_PARAGRAPH and count["p"])
                or (name in ENDS and above in ENDS[name])
            ):
                yield from _start(stack, tag)
            else:
                opened.append(tag)
                count[name] += 1
        elif opened and opened[-1].name == name and not stack.turns:
            opened.pop()
            count[name] -= 1
        else:
            yield from _end(stack, tag)
    for tag in opened:
        if tag.name not in OPTIONAL:
            yield TagFault("unclosed", tag)


def _start(stack: _Stack, tag: Tag) -> Iterator[TagFault]:
    if tag.name in VOID and not stack.is_foreign:
        return
    if stack.is_foreign:
        if not tag.closes_itself:
            stack.push(tag)
        return
    if tag.name in ENDS_PARAGRAPH and stack.count["p"]:
        yield from _end_paragraph(stack, tag)
    closed = ENDS.get(tag.name, ())
    while stack.open and stack.open[-1].name in closed:
        stack.pop()
    if tag.name not in VOID and not (tag.closes_itself and tag.name in FOREIGN):
        stack.push(tag)


def _end_paragraph(stack: _Stack, tag: Tag) -> Iterator[TagFault]:
    for distance, above in enumerate(reversed(stack.open)):
        if above.name in WALLS or distance > FARTHEST:
            return
        if above.name == "p":
            break
    else:
        return
    for _ in range(distance + 1):
        ended = stack.pop()
        if ended.name not in OPTIONAL:
            stack.forgiven[ended.name] += 1
            yield TagFault("unclosed", ended, f"<{tag.name}>")


def _end(stack: _Stack, tag: Tag) -> Iterator[TagFault]:
    name = tag.name
    if not stack.count[name]:
        if stack.forgiven[name]:
            stack.forgiven[name] -= 1
        elif name not in {"html", "body"}:
            yield TagFault("stray", tag)
        return
    while (ended := stack.pop()).name != name:
        if ended.name not in OPTIONAL:
            stack.forgiven[ended.name] += 1
            yield TagFault("unclosed", ended, f"</{name}>")
