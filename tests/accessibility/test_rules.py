# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every rule finds what its failing pages mark, and nothing on its passing ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from havenpress.accessibility import all_rules, check
from havenpress.findings import LEVELS, explain

FIXTURES = Path(__file__).parent.parent / "rules"
RULES = {rule.id: rule for rule in all_rules()}


def pages(kind: str) -> list[Path]:
    return sorted(path for rule in RULES for path in (FIXTURES / rule / kind).glob("*.html"))


def name(path: Path) -> str:
    return f"{path.parent.parent.name}/{path.stem}"


def lines_found(path: Path) -> set[int]:
    rule = path.parent.parent.name
    return {finding.line for finding in check(path.read_bytes(), select={rule})}


@pytest.mark.parametrize("path", pages("fails"), ids=name)
def test_a_failing_page_is_reported_at_the_marked_lines(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    marked = {number for number, line in enumerate(lines, 1) if "<!-- fault -->" in line}
    assert marked
    assert lines_found(path) == marked


@pytest.mark.parametrize("path", pages("passes"), ids=name)
def test_a_passing_page_is_left_alone(path: Path) -> None:
    assert lines_found(path) == set()


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_rule_is_complete(rule) -> None:
    assert rule.level in LEVELS
    assert rule.source.startswith("https://")
    assert rule.summary.endswith(".")
    for heading in ("What: ", "Why: ", "Fix: ", "Source: "):
        assert f"\n{heading}" in rule.explanation
    assert explain(rule.id)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("kind", ["fails", "passes"])
def test_a_rule_has_both_kinds_of_pages(rule: str, kind: str) -> None:
    assert list((FIXTURES / rule / kind).glob("*.html"))


def test_no_pages_without_a_rule() -> None:
    assert {folder.name for folder in FIXTURES.iterdir() if folder.is_dir()} <= set(RULES)
