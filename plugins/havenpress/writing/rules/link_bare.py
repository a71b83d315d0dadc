# SPDX-License-Identifier: AGPL-3.0-or-later
"""A web address in a text is a link with words.

What: no “https://…” stands in a text by itself, or as the words of a link.

Why: a screen reader spells an address out sign by sign. Typed into a text it is no link at all:
on a phone it would have to be copied. And it does not say what is behind it.

Fix: write the name of the page in square brackets, and the address in round ones behind it.

Source: WCAG 2.2, 2.4.4 Link Purpose (In Context); specifications of content, section 4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Finding
from ..document import Document
from ..lines import prose_lines

RULE = "link-bare"
ADDRESS = r"(?:https?://|www\.)[^\s<>\[\]()*“”\"]+[^\s<>\[\]()*“”\".,;:!?…’'_]"
BARE = re.compile(
    rf"\[(?P<words>{ADDRESS}/?)\]\((?P<target>[^()\s]+)\)|<(?P<angle>{ADDRESS})>"
    # The target of a link that has words, and its title, are passed over whole.
    r"|\]\((?:<[^<>]*>|[^()\s]*)(?:\s+\"[^\"]*\")?\)"
    rf"|(?<![(\[\"'=/\w])(?P<typed>{ADDRESS})"
)
DEFINITION = re.compile(r"\s{0,3}\[[^\]^][^\]]*\]:\s")  # not of a footnote, which is prose


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for the first bare address of each line."""
    for number, line in prose_lines(document):
        match = _bare(line)
        if match is None:
            continue
        address = _address(match)
        address = address if "://" in address else f"https://{address}"
        yield document.finding(
            RULE,
            (number, match.start() + 1),
            "this address has no words, and a screen reader spells it out",
            f"write the page’s name, as in [the name]({address})",
            wcag=(("2.4.4", "A"),),
        )


def _bare(line: str) -> re.Match[str] | None:
    """Return the first address of a line that has no words."""
    if DEFINITION.match(line):
        return None
    return next(filter(_address, BARE.finditer(line)), None)


def _address(match: re.Match[str]) -> str:
    """Return the address that has no words, or nothing for the target of a link that has some."""
    return match["target"] or match["angle"] or match["typed"] or ""
