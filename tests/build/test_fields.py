# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is wrong with a title or a summary is said at its line, on however many pages it stands."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from havenpress.build import build
from havenpress.findings.grouping import group_findings

TODAY = datetime.date(2026, 11, 23)
ARABIC = "خطة السلامة هي قائمة من الخطوات التي تختارها"


@pytest.mark.parametrize(
    ("folder", "name", "rule", "field"),
    [
        ("posts", "safety-plan", "lang-of-script", f"summary: {ARABIC}"),
        ("posts", "safety-plan", "lang-of-script", f"summary: >\n  A plan.\n  {ARABIC}"),
        ("posts", "safety-plan", "lang-of-script", f"title: {ARABIC}"),
        ("pages", "about", "lang-of-script", f"title: {ARABIC}"),
        ("posts", "safety-plan", "text-finished", "summary: Call us at [number]."),
        ("posts", "safety-plan", "text-finished", "title: A plan TBC"),
        ("pages", "about", "text-finished", "summary: Lorem ipsum."),
        ("posts", "safety-plan", "value-text", "summary: A **plan**."),
        ("posts", "safety-plan", "text-visible", "summary: A plan\u200b is yours."),
        ("posts", "safety-plan", "text-conflict", "<<<<<<< ours\nsummary: A plan."),
    ],
)
def test_fault_in_a_field_is_one_message_at_its_line(
    folder: str, name: str, rule: str, field: str, content: Path
) -> None:
    text = content / folder / f"{name}.md"
    lines = text.read_text(encoding="utf-8").splitlines()
    key = field.split("\n")[-1 if rule == "text-conflict" else 0].split(":")[0]
    number = next(n for n, line in enumerate(lines) if line.startswith(f"{key}:"))
    lines[number] = field
    text.write_text("\n".join(lines) + "\n", encoding="utf-8")
    report = build(content, content.parent / "output", today=TODAY).report
    found = [group.finding for group in group_findings(report) if group.finding.rule == rule]
    assert [(each.file, each.line) for each in found] == [
        (f"content/{folder}/{name}.md", number + 1)
    ]
