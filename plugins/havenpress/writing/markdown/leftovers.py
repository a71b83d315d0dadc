# SPDX-License-Identifier: AGPL-3.0-or-later
"""Signs of Markdown that are still there when all of it has been read.

A link with a space in its middle, a footnote that was never written, a table without its second
line: readers would see the signs. Code, where every sign means itself, is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from ...findings import ANNOTATION
from .annotate import place_of
from .callouts import TITLES
from .scope import Scope

RULE = "text-markup"
FARTHEST = 60  # lines between the start of a block and a sign in it
ADDRESS = r"(?:https?:|mailto:|tel:|www\.|/|#|\{\w+\}|[\w./-]+\.md\b)"


@dataclass(frozen=True, slots=True)
class Sign:
    """One kind of leftover; ``mend`` returns the right line where there is only one."""

    pattern: re.Pattern[str]
    message: str
    remedy: str
    mend: Callable[[str], str] = lambda line: ""


def _close_gap(line: str) -> str:
    return re.sub(rf"\]\s+\((?={ADDRESS})", "](", line, count=1).strip()


def _turn_round(line: str) -> str:
    return re.sub(rf"\(([^()]*)\)\[({ADDRESS}[^\]]*)\]", r"[\1](\2)", line, count=1).strip()


def _without_box(line: str) -> str:
    return re.sub(r"\[[ xX]\] +", "", line, count=1).strip()


def _bold_without_space(line: str) -> str:
    return re.sub(r"\*\*\s*([^*]*[^*\s])\s*\*\*", r"**\1**", line, count=1).strip()


def _mend_box(line: str) -> str:
    """Return a line that marks a box as it is to be typed, where it names one of ours."""
    match = BOX.match(line)
    kind = re.sub(r"[ -]+", "-", match["kind"].upper()) if match else ""
    return f"{match['quote'] or '> '}[!{kind}]{match['title']}" if kind in BOXES else ""


BOX = re.compile(r"\s*(?P<quote>(?:> ?)*)\[!?\s*(?P<kind>[A-Za-z][A-Za-z -]*)\](?P<title>.*)")
BOXES = [kind.upper() for kind in TITLES]
SIGNS = (
    Sign(
        re.compile(rf"\]\s+\({ADDRESS}"),
        "there is a space in the middle of this link, so it is none",
        "write the round bracket directly behind the square one",
        _close_gap,
    ),
    Sign(
        re.compile(rf"\)\[{ADDRESS}"),
        "the brackets of this link are the wrong way round",
        "write [the words](the address)",
        _turn_round,
    ),
    Sign(
        re.compile(rf"\[!\s*[A-Za-z][A-Za-z -]*\]|^\[(?:{'|'.join(BOXES).replace('-', '[ -]')})\]"),
        "this makes no box, and readers would see it",
        "write one of " + ", ".join(f"“> [!{box}]”" for box in BOXES),
        _mend_box,
    ),
    Sign(
        re.compile(r"<(?:[a-z][a-z0-9+.-]*:[^\s<>]+|[\w./-]+\.(?:md|html?)(?:#[\w-]*)?)>"),
        "an address between “<” and “>” is no link",
        "write it in round brackets, as in [the words](https://example.org/)",
    ),
    Sign(
        re.compile(r"\]\("),
        "this link is not closed",
        "write the round bracket that ends it",
    ),
    Sign(
        re.compile(r"\[\^[^\]\s]+\]"),
        "this footnote has no text",
        "write it at the end, on a line that starts with the same sign and a colon",
    ),
    Sign(
        re.compile(r"\[[^\]\[]+\]\[[^\]]*\]"),
        "this link has no address",
        "write it in round brackets, as in [the words](https://example.org/)",
    ),
    Sign(
        re.compile(r"\*\*(?=[^\s*])|(?<=[^\s*])\*\*"),
        "bold text starts or ends here, and the other two stars are missing",
        "write ** on both sides of the words, without a space inside",
    ),
    Sign(
        re.compile(r"\*\*\s+[^*\n]*[^*\s]\s*\*\*|\*\*[^*\s][^*\n]*\s\*\*"),
        "there is a space inside the stars, so nothing is bold",
        "write the stars directly at the words",
        _bold_without_space,
    ),
    Sign(
        re.compile(r"\{(?:\+\+|--|~~|>>|==)|(?:\+\+|--|~~|<<|==)\}"),
        "this is a mark of a change that somebody proposed",
        "keep one of the two wordings, and take the marks out",
    ),
    Sign(
        re.compile(r"(?<!=)==(?=[^\s=])[^=\n]*[^\s=]==(?!=)"),
        "“==” does nothing here",
        "write **the words** to make them stand out",
        lambda line: re.sub(r"==([^=]+)==", r"**\1**", line, count=1).strip(),
    ),
    Sign(
        re.compile(r"(?<![\w:/]):[a-z][a-z0-9_+-]*:(?![\w:/])"),
        "this word between colons does nothing here",
        "type the picture sign itself, or take the word out",
    ),
    Sign(
        re.compile(r"~~(?=\S)"),
        "“~~” does nothing here",
        "take it out; text that no longer holds is deleted",
    ),
    Sign(
        re.compile(r"^\s*\[[ xX]\](?=\s)"),
        "lists have no boxes to tick here",
        "take the brackets out",
        _without_box,
    ),
    Sign(
        re.compile(r"^[ ]*\|.*\|[ ]*$(?:\n[ ]*\|.*\|[ ]*$)*", re.MULTILINE),
        "this row belongs to no table",
        "write “| --- | --- |” below the first row, and an empty line above it",
    ),
    Sign(
        re.compile(r"(?<=\])\{[^}]*\}"),
        "the curly brackets behind these words do nothing",
        "they can name a language, as in [hola]{lang=es}, and nothing else",
    ),
    Sign(
        re.compile(r"\{[:#.][^}\s][^}]*\}"),
        "these curly brackets do nothing",
        "take them out; headings get their names by themselves",
    ),
)
STANDING_OUT = {"em": 1, "strong": 2}
"""Tags with how many signs stand on each side."""
_BEFORE = re.compile(r"(?<!\w)[*_]\Z")
_BEHIND = re.compile(r"[*_](?!\w)")
UNEVEN = Sign(
    re.compile(""),
    "there are more stars or lines on one side of these words than on the other",
    "write **the words** to make them bold, *the words* to slant them",
)


class Leftovers(Treeprocessor):
    """Reports each sign once, at its line; runs when every link has been made."""

    md: Markdown

    def run(self, root: Element) -> None:
        """Look through the tree and change nothing."""
        scope: Scope = self.md.havenpress
        reported: set[int] = set()
        for element, line in blocks_of(root, scope.document.body_line):
            for sign, found in (*_signs(element), *_uneven(element)):
                place = find_sign(found, line, scope, reported)
                if place[0] in reported:
                    continue
                reported.add(place[0])
                write = sign.mend(scope.lines[place[0] - 1]) if place[0] else ""
                scope.fault(RULE, place, sign.message, sign.remedy, write=write)


def blocks_of(root: Element, line: int) -> Iterator[tuple[Element, int]]:
    """Yield each element outside code with the line on which its block starts."""
    line = place_of(root)[0] if root.get(ANNOTATION) else line
    if root.tag not in {"code", "pre"}:
        yield root, line
        for child in root:
            yield from blocks_of(child, line)


def _signs(element: Element) -> Iterator[tuple[Sign, str]]:
    for text in filter(None, (element.text, *(child.tail for child in element))):
        for sign in SIGNS:
            yield from ((sign, match[0].strip()) for match in sign.pattern.finditer(text))


def _uneven(element: Element) -> Iterator[tuple[Sign, str]]:
    """Yield what stands out with a sign more on one side than on the other, as in ``**now*``."""
    before = element.text or ""
    for child in element:
        after = child.tail or ""
        ahead = _BEFORE.search(before)
        sign = ahead or _BEHIND.match(after)
        if sign and child.tag in STANDING_OUT:
            count = STANDING_OUT[child.tag] + bool(ahead)
            words = (child.text or "").split("\n")[0]
            yield UNEVEN, sign[0] * count + words
        before = after


def find_sign(found: str, line: int, scope: Scope, without: Container[int] = ()) -> tuple[int, int]:
    """Return line and column of a passage in the block that starts on a line."""
    first = found.split("\n")[0]
    for number in range(max(line, 1), min(line + FARTHEST, len(scope.lines) + 1)):
        text = scope.lines[number - 1]
        if number > line and not text.strip(" >"):
            break  # the block ends here
        column = text.find(first)
        if column >= 0 and number not in without:
            return number, column + 1
    return line, 1
