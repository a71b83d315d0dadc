# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a YAML file holds: text, mappings and sequences, each of which knows where it stands."""

from __future__ import annotations


class Text(str):
    """A scalar as it was typed; ``line`` and ``column`` are 1-based, 0 where unknown.

    ``file`` is the path as the writer knows it. ``plain`` says that the text stood without
    quotes and on one line, so that it can be found again in the source.
    """

    __slots__ = ("column", "file", "line", "plain")

    file: str
    line: int
    column: int
    plain: bool

    @classmethod
    def at(cls, text: str, file: str, line: int, column: int, *, plain: bool = True) -> Text:
        """Return the text with its place."""
        node = cls(text)
        node.file, node.line, node.column, node.plain = file, line, column, plain
        return node

    @property
    def place(self) -> str:
        """``FILE:LINE:COLUMN``, as the annotations of pages have it."""
        return f"{self.file}:{self.line}:{self.column}"


class Refused(Text):
    """A scalar whose fault is told already, so that nobody says more about it."""

    __slots__ = ()


class Mapping(dict):
    """A mapping whose keys and values know their places."""

    __slots__ = ("_typed", "column", "file", "line")

    file: str
    line: int
    column: int

    def key(self, name: str) -> Text:
        """Return a key as it stands in the file; raises KeyError where there is none."""
        if name not in self:
            raise KeyError(name)
        if not hasattr(self, "_typed"):
            self._typed: dict[str, Text] = {}
        for key in reversed(self):  # what came since the last time; a hostile file asks for each
            if key in self._typed:
                break
            self._typed[key] = key
        return self._typed[name]


class Sequence(list):
    """A sequence that knows its place."""

    __slots__ = ("column", "file", "line")

    file: str
    line: int
    column: int


Node = Text | Mapping | Sequence


def position(value: object) -> tuple[int, int]:
    """Return line and column of what was read from a file; 0 and 0 of anything else."""
    return getattr(value, "line", 0), getattr(value, "column", 0)


def noun(node: object) -> str:
    """Return what a writer would call a node."""
    if isinstance(node, Mapping):
        return "a block of fields"
    if isinstance(node, Sequence):
        return "a list"
    return "text"


def is_given(node: Node | None) -> bool:
    """Return whether a field has a value, be it one whose fault is told already."""
    return bool(node) or type(node) is Refused


def is_empty(node: Node | None) -> bool:
    """Return whether a field was left without a value: ``title:`` and no more."""
    if type(node) is Text:
        return not node or node.isspace()
    return node is None


def says_nothing(node: Node | None) -> bool:
    """Return whether a field has no value, or an empty block or list for one."""
    if type(node) is Text:
        return not node or node.isspace()
    return not node and type(node) is not Refused
