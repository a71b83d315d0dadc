# SPDX-License-Identifier: AGPL-3.0-or-later
"""One finding of one mistake, where the reading of YAML and that of the fields each have one."""

from __future__ import annotations

from typing import Any

from ..findings import Finding
from ..source.model import Model
from ..source.reading import IN_ONE_LINE, MISSING, OUTSIDE, SHAPELESS, Reading
from .files import Document
from .run import Run

NO_TEXT = {"value-kind", "value-list"}  # where quotes have made a text of a block or a list
GUARDED = {"confidential-text", "confidential-hint", "confidential-phone", "confidential-address"}


def read_settled(document: Document, model: Model, run: Run) -> dict[str, Any]:
    """Return the values of a file that is one block of fields; its faults go to the run."""
    reading = Reading(document.file, document.text, run.known)
    values = model.read_node(document.node, reading)
    settle(run, reading)
    run.findings += reading.findings
    return values


def settle(run: Run, reading: Reading) -> None:
    """Keep one of two findings that the reading of YAML and that of the fields have of a mistake.

    Those of YAML are the last ones of the run: the file has just been read.
    """
    start = len(run.findings)
    while start and run.findings[start - 1].file == reading.file:
        start -= 1
    of_yaml = run.findings[start:]
    if of_yaml and reading.findings:
        reading.findings[:] = _not_told_by_yaml(reading.findings, of_yaml)
        told = _told_by_fields(of_yaml, reading)
        run.findings[start:] = [each for each in of_yaml if each not in told]


def _not_told_by_yaml(findings: list[Finding], of_yaml: list[Finding]) -> list[Finding]:
    """Return the findings of fields that do not follow from a line that YAML could not take."""
    parted = [each for each in of_yaml if each.mistake == IN_ONE_LINE]
    second = {name for each in parted for name in each.names}
    # What stands beside a sign that nobody can see is known when the sign is gone.
    unseen = (each for each in of_yaml if each.rule == "text-visible")
    lines = {each.line for each in (*parted, *unseen)}
    quoted = {(each.line, each.column) for each in of_yaml if each.rule == "yaml-quotes"}
    return [
        each
        for each in findings
        if not (each.mistake == MISSING and second.issuperset(each.names))
        and (each.line not in lines or each.rule in GUARDED)
        and not (each.rule in NO_TEXT and (each.line, each.column) in quoted)
    ]


def _told_by_fields(of_yaml: list[Finding], reading: Reading) -> set[Finding]:
    """Return the findings of YAML of whose mistakes those of the fields say more."""
    places = {(each.line, each.column) for each in reading.findings}
    shapeless = _lines_without_shape(reading)
    lines = {
        "yaml-duplicate-key": shapeless,
        "yaml-indentation": shapeless | _lines_left_of_their_block(reading),
        "yaml-colon": {line for line, _ in places},
    }
    return {
        each
        for each in of_yaml
        if each.line in lines.get(each.rule, ())
        or (each.rule == "yaml-quotes" and (each.line, each.column) in places)
    }


def _lines_left_of_their_block(reading: Reading) -> set[int]:
    """Return the lines of fields between the edge and a block: YAML takes them to the edge."""
    return {
        each.line + number
        for each in reading.findings
        if each.mistake == OUTSIDE
        for number in range(len(each.names))
    }


def _lines_without_shape(reading: Reading) -> set[int]:
    """Return the lines below the first of each block that is no list, or list that is no block."""
    lines: set[int] = set()
    for each in reading.findings:
        if each.mistake == SHAPELESS:
            number = each.line
            while number < len(reading.lines) and _is_below(reading.lines[number], each.column):
                number += 1
                lines.add(number)
    return lines


def _is_below(line: str, column: int) -> bool:
    """Return whether a line is part of a block that starts in a column."""
    return not line.strip() or len(line) - len(line.lstrip()) >= column - 1
