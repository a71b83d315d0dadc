# SPDX-License-Identifier: AGPL-3.0-or-later
"""GitHub workflow commands: annotations beside the lines of a pull request.

Source: GitHub's documentation of workflow commands; its runner keeps ten annotations of a level
for each step and drops the rest without a word, so the tenth here says how many more there are.
"""

from __future__ import annotations

import posixpath
from collections.abc import Sequence

from ..finding import ERROR, LEVELS, WARNING, Finding
from ..grouping import Group, group_findings
from ..sources import Sources

KEPT = 9
COMMANDS = {ERROR: "error", WARNING: "warning"}


def render(findings: Sequence[Finding], sources: Sources) -> str:
    """Return at most ten annotations of each level."""
    groups = group_findings(findings)
    return "".join(
        _render_level([group for group in groups if group.finding.level == level], level)
        for level in LEVELS
    )


def _render_level(groups: Sequence[Group], level: str) -> str:
    command = COMMANDS.get(level, "notice")
    lines = [_annotation(group, command) for group in groups[:KEPT]]
    left = len(groups) - KEPT
    if left > 0:
        lines.append(f"::{command}::and {left} more; the log of this step lists them all")
    return "".join(line + "\n" for line in lines)


def _annotation(group: Group, command: str) -> str:
    finding = group.finding
    properties = {
        "file": posixpath.normpath(finding.file or finding.page),
        "line": finding.line or 1,
        "col": finding.column or 1,
        "title": finding.rule,
    }
    fields = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    seen = f" (on {group.pages} pages)" if group.pages > 1 else ""
    write = f"\nwrite: {finding.write}" if finding.write else ""
    return f"::{command} {fields}::" + _data(f"{finding.sentence}{seen}{write}")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
