# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where the parser gave up, what a person did wrong there, and the signs of a line of fields."""

from __future__ import annotations

import re
from typing import NamedTuple

FIELD = re.compile(r"^(?P<head>\s*(?:- +)?[\w-]+:[ ]+)(?P<value>\S(?:.*\S)?)\s*$")
ITEM = re.compile(r"^(?P<head>\s*-[ ]+)(?P<value>\S(?:.*\S)?)\s*$")
FIELD_START = re.compile(r"^\s*(?:- +)?[\w-]+:(?:\s|$)")


class Stop(NamedTuple):
    """The lines of a text, and where a person would look first; both numbers are from 0."""

    lines: list[str]
    line: int
    column: int

    def above(self, number: int) -> str:
        """Return the next line above one that is not empty, or an empty one."""
        return next((line for line in reversed(self.lines[:number]) if line.strip()), "")

    def upwards(self, most: int) -> range:
        """Return the numbers of the line and of those above it, so many at the most."""
        return range(self.line, max(self.line - most, -1), -1)


class Diagnosis(NamedTuple):
    """One fault: where it is, from 0, and what to write; ``write`` is the whole line, if it is sure.

    ``second`` is the name of the field that starts behind another one on its line.
    """

    line: int
    column: int
    rule: str
    message: str
    remedy: str
    write: str = ""
    second: str = ""


def indent(line: str) -> int:
    """Return how many blanks a line starts with."""
    return len(line) - len(line.lstrip())


def quoted(value: str) -> str:
    """Return a value in double quotes."""
    inner = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inner}"'
