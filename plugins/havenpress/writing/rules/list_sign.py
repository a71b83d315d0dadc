# SPDX-License-Identifier: AGPL-3.0-or-later
"""A list is made with “- ” or “1. ”.

What: no line starts with a dot, a dash or a letter that a word processor shows as a list, and
there is an ordinary space behind “-” and “1.”.

Why: here such lines run together into one paragraph, and a screen reader does not say that a list
begins or how long it is.

Fix: start each item with a hyphen and a space, or with “1. ”.

Source: CommonMark 0.31.2, section 5.2, List items; WCAG 2.2, 1.3.1.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from ...findings import Finding
from ...source.text import ODD_SPACES
from ..document import Document
from ..lines import prose_lines

RULE = "list-sign"
CRITERIA = (("1.3.1", "A"),)
QUOTE = r"\s{0,3}(?:> ?)*\s{0,3}"
NUMBERS = ("a b c d e f g h".split(), "i ii iii iv v vi".split())


@dataclass(frozen=True, slots=True)
class Sign:
    """One way of starting an item; ``least`` is the number of such lines that make it one."""

    pattern: re.Pattern[str]
    message: str
    remedy: str
    instead: Callable[[re.Match[str]], str]
    least: int = 1


def _sign(start: str, message: str, remedy: str, instead: str, least: int = 1) -> Sign:
    pattern = re.compile(rf"(?P<head>{QUOTE})(?P<sign>{start})(?P<text>.*)")
    return Sign(pattern, message, remedy, lambda match: match.expand(instead), least)


ITEM = r"\g<head>- \g<text>"
DOT = "this sign starts no list"
HYPHEN = "start each item with a hyphen and a space"
SIGNS = (
    _sign("[•·●○◦▪■□‣⁃➢➤\ue000-\uf8ff]\\s*(?=\\S)", DOT, HYPHEN, ITEM),
    _sign("[✓✔✗☐☑–—]\\s+(?=\\S)", DOT, HYPHEN, ITEM, least=2),
    _sign("[o§]\\t+(?=\\S)", DOT, HYPHEN, ITEM),
    _sign(
        rf"(?P<mark>[-*+]|\d{{1,2}}\.)[ ]*[{ODD_SPACES}]\s*",
        "the space behind this sign is of another kind, so it starts no list",
        "type an ordinary space",
        r"\g<head>\g<mark> \g<text>",
    ),
    _sign(
        r"(?P<mark>-|\d{1,2}\.)(?=[^\W\d_])(?!-[^\s-]*-)",
        "a space is missing here, so this starts no list",
        "write it behind the sign",
        r"\g<head>\g<mark> \g<text>",
    ),
    _sign(
        r"\*(?=[^\W\d_][^*]*$)",
        "a space is missing here, so this starts no list",
        "write it behind the sign",
        ITEM,
        least=2,
    ),
)
LETTER = re.compile(rf"{QUOTE}([a-hA-H]|[ivIV]{{1,3}})[.)]\s+(.*)")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for the first line of each list that would be none."""
    for filled, lines in groupby(prose_lines(document), key=lambda line: bool(line[1].strip())):
        if filled:
            block = list(lines)
            yield from _check_signs(document, block)
            yield from _check_letters(document, block)


def _check_signs(document: Document, block: list[tuple[int, str]]) -> Iterator[Finding]:
    for sign in SIGNS:
        found = [(number, match) for number, line in block if (match := sign.pattern.match(line))]
        if len(found) >= sign.least:
            number, match = found[0]
            place, write = (number, match.start("sign") + 1), sign.instead(match)
            yield document.finding(
                RULE, place, sign.message, sign.remedy, write=write, wcag=CRITERIA
            )
            return


def _check_letters(document: Document, block: list[tuple[int, str]]) -> Iterator[Finding]:
    found = [(number, match) for number, line in block if (match := LETTER.match(line))]
    letters = [match[1].lower() for _, match in found]
    if len(found) > 1 and any(letters == order[: len(letters)] for order in NUMBERS):
        number, match = found[0]
        message = f"“{match[0].split()[0]}” starts no list"
        remedy = "number the items 1., 2., 3."
        write = match[0][: match.start(1)] + f"1. {match[2]}"
        place = number, match.start(1) + 1
        yield document.finding(RULE, place, message, remedy, write=write, wcag=CRITERIA)
