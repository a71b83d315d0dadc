# SPDX-License-Identifier: AGPL-3.0-or-later
"""Unfinished merges: one side of each is kept, so that the rest of a file can be checked.

The number of lines never changes: markers and the other side become empty lines. Source: git
documentation, git-merge, “How conflicts are presented”.
"""

from __future__ import annotations

import re

from ..findings import Finding

START = re.compile(r"\s*<{7}( .*)?$")
BASE = re.compile(r"\s*\|{7}( .*)?$")
MIDDLE = re.compile(r"\s*={7}$")
END = re.compile(r"\s*>{7}( .*)?$")
WHOLE = "a block that starts with “<<<<<<<”"
HALF = "the end of a block, “=======” to “>>>>>>>”"


def settle_conflicts(text: str, file: str) -> tuple[str, list[Finding]]:
    """Return the text with the first side of every unfinished merge kept, and a finding for each.

    A line of seven ``=`` alone is a heading's underline in Markdown, and no marker.
    """
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return text, []
    lines = text.split("\n")
    findings = [*_settle_whole(lines, file), *_settle_halves(lines, file)]
    return "\n".join(lines), sorted(findings, key=lambda finding: finding.line)


def _settle_whole(lines: list[str], file: str) -> list[Finding]:
    """Settle the blocks that have a start; what ends none is left for others."""
    findings, side = [], ""
    for index, line in enumerate(lines):
        marked = True
        if START.match(line):
            findings.append(_fault(file, index + 1, WHOLE))
            side = "ours"
        elif side and END.match(line):
            side = ""
        elif side and (MIDDLE.match(line) or BASE.match(line)):
            side = "theirs"
        else:
            marked = False
        if marked or side == "theirs":
            lines[index] = ""
    return findings


def _settle_halves(lines: list[str], file: str) -> list[Finding]:
    """Settle what is left of blocks whose start somebody has deleted."""
    findings: list[Finding] = []
    middle: int | None = None  # the last “=======” since the end of a block
    for index, line in enumerate(lines):
        if MIDDLE.match(line):
            middle = index
        elif END.match(line):
            first = index if middle is None else middle
            findings.append(_fault(file, first + 1, HALF))
            lines[first] = lines[index] = ""
            _drop_second_versions(lines, first, index)
            middle = None
    return findings


def _drop_second_versions(lines: list[str], middle: int, end: int) -> None:
    """Empty the lines of the other side whose field stands in the same place of the first one."""
    first = {_field(line) for line in lines[max(2 * middle - end + 1, 0) : middle]}
    for index in range(middle + 1, end):
        if _field(lines[index]) in first:
            lines[index] = ""


def _field(line: str) -> str:
    return line.partition(":")[0] if ":" in line else line


def _fault(file: str, line: int, part: str) -> Finding:
    return Finding(
        rule="text-conflict",
        message=f"this file has an unfinished merge ({part})",
        remedy="keep one of the two versions and delete the lines with <<<<<<<, ======= and >>>>>>>",
        file=file,
        line=line,
        column=1,
    )
