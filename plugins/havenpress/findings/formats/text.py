# SPDX-License-Identifier: AGPL-3.0-or-later
"""Findings for people: place, fault, remedy, the line as typed, the line to write."""

from __future__ import annotations

from collections.abc import Sequence

from ..finding import Finding
from ..grouping import Group, group_findings
from ..sources import Sources

WIDEST = 100  # characters of a quoted line; a longer one is cut around its column


def render(findings: Sequence[Finding], sources: Sources) -> str:
    """Return at most five lines for each fault; nothing where nothing was found."""
    return "".join(_render_group(group, sources) for group in group_findings(findings))


def _render_group(group: Group, sources: Sources) -> str:
    lines = [_headline(group), *_quote(group.finding, sources)]
    if group.finding.write:
        lines.append(f"  write: {group.finding.write}")
    return "\n".join(lines) + "\n"


def _headline(group: Group) -> str:
    finding = group.finding
    count = f" (on {group.pages} pages)" if group.pages > 1 else ""
    place = f"{finding.place}: " if finding.place else ""
    headline = f"{place}{finding.level} {finding.rule}: {finding.sentence}{count}"
    return _visible(" ".join(headline.split()))


def _quote(finding: Finding, sources: Sources) -> list[str]:
    line = sources.line(finding.file, finding.line)
    if not line.strip():
        return []
    shown, column = _cut(line, finding.column)
    gutter = f"{finding.line:5} | "
    quoted = [gutter + _visible(shown)]
    if column:
        quoted.append(" " * (len(gutter) - 2) + "| " + " " * (column - 1) + "^")
    return quoted


def _cut(line: str, column: int) -> tuple[str, int]:
    if len(line) <= WIDEST:
        return line, column
    start = min(max(0, column - WIDEST // 2), len(line) - WIDEST)
    return line[start : start + WIDEST], column - start if column else 0


def _visible(text: str) -> str:
    """Return the text with control characters shown, so that a terminal obeys none of them."""
    return "".join(char if char.isprintable() else "·" for char in text)
