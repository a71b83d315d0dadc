# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where the faults of a file go: each at its place, with the line as it is to be typed."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..findings import ERROR, Finding
from .nodes import Node, Refused, Text
from .text import LOST  # a letter that could not be read, which is told with the file
from .unseen import unseen_in

# What a finding is known by where another part has one of the same mistake.
IN_ONE_LINE = "in-one-line"  # a field that starts behind another one on its line
MISSING = "missing"  # a field that is not there
OUTSIDE = "outside"  # fields that stand beside their block, or where it should be
SHAPELESS = "shapeless"  # a block that is no list, or a list that is no block
LONGEST_LINE = 2_000  # characters of a line that is shown as it should be; each fault keeps its own
LONGEST = 300  # characters of a message; a pasted novel inside it is cut


@dataclass
class Reading:
    """One pass over one file: where faults go, and what the kinds may need to know.

    ``text`` is all of the file, for quoting a corrected line. ``known`` holds what this site
    declares: languages, categories, ids.
    """

    file: str
    text: str = ""
    known: AbstractMapping[str, Any] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    around: AbstractMapping[str, Any] = field(default_factory=dict)  # the fields of this block
    block: AbstractMapping[str, Any] = field(default_factory=dict)  # what this block has

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file, which few files need: the first of them has the number 1."""
        return self.text.split("\n")

    def fault(
        self,
        node: Node,
        rule: str,
        message: str,
        remedy: str = "",
        *,
        instead: str | None = None,
        write: str = "",
        level: str = ERROR,
        at: str = "",
        mistake: str = "",
        names: Iterable[str] = (),
    ) -> None:
        """Report a fault at a node; ``instead`` is the right text for a plain scalar.

        ``at`` is a passage of a text over several lines, whose line is then the place. For
        ``mistake`` and ``names`` see Finding.
        """
        if type(node) is Refused or (isinstance(node, Text) and LOST in node):
            return
        if isinstance(node, Text) and (unseen := unseen_in(node, message)):
            message, remedy, instead = unseen.message, unseen.remedy, instead or unseen.instead
        if instead is not None and isinstance(node, Text):
            write = self.corrected(node, instead)
        line, column = self._place(node, at)
        self.findings.append(
            Finding(
                rule=rule,
                level=level,
                message=_shorten(message),
                remedy=remedy,
                file=self.file,
                line=line,
                column=column,
                write=write,
                mistake=mistake,
                names=tuple(map(str, names)),
            )
        )

    def _place(self, node: Node, passage: str) -> tuple[int, int]:
        """Return where a passage of a text stands that begins on another line; else the node's."""
        if not passage or not isinstance(node, Text) or node.plain:
            return node.line, node.column
        wanted = passage.split("\n")[0]
        for number in range(node.line, min(node.line + len(node.split("\n")), len(self.lines)) + 1):
            start = node.column - 1 if number == node.line else 0
            column = self.lines[number - 1].find(wanted, start)
            if column >= 0:
                return number, column + 1
        return node.line, node.column

    def is_whole_item(self, node: Text) -> bool:
        """Return whether a text is all of an item behind a hyphen, in which no comma parts anything."""
        line = self.lines[node.line - 1] if 0 < node.line <= len(self.lines) else ""
        return line[: node.column - 1].strip() == "-"

    def corrected(self, node: Text, instead: str) -> str:
        """Return the source line of a scalar with other text in its place, or nothing."""
        line = self.lines[node.line - 1] if 0 < node.line <= len(self.lines) else ""
        if len(line) > LONGEST_LINE:
            return ""
        start = node.column - 1
        for typed in (str(node), f'"{node}"', f"'{node}'"):
            if line.startswith(typed, start):
                return line[:start] + instead + line[start + len(typed) :]
        return ""


def finding_at(node: Text, rule: str, message: str, remedy: str, *, level: str = ERROR) -> Finding:
    """Return a finding at a value, for checks that come when its file has been read."""
    finding = Finding(rule=rule, level=level, message=message, remedy=remedy)
    return finding.at(node.file, node.line, node.column)


def _shorten(message: str) -> str:
    return message if len(message) <= LONGEST else f"{message[:200]} … {message[-60:]}"
