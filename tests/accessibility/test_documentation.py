# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of documentation are those that the rules give now."""

from __future__ import annotations

import re
from pathlib import Path

from havenpress.accessibility import find_rule
from havenpress.accessibility.documentation import pages

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "rules"
COMMAND = "python -m havenpress.accessibility.documentation docs/rules tests/rules"


def test_the_pages_are_current() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    assert written == pages(ROOT / "tests" / "rules"), f"run {COMMAND}"


def test_the_guide_names_every_option_of_the_command() -> None:
    guide = (ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8")
    source = (ROOT / "plugins/havenpress/accessibility/__main__.py").read_text(encoding="utf-8")
    options = {part.split('"')[0] for part in source.split('add("--')[1:]}
    assert not [option for option in options if f"--{option}" not in guide]


def test_the_rules_beside_those_of_axe_exist() -> None:
    guide = (ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8")
    table = guide.split("| about | axe-core | here |")[1].split("\n\n")[0]
    ours = [line.split("|")[3] for line in table.splitlines()[2:]]
    named = re.findall(r"`([a-z0-9-]+)`", "".join(ours))
    assert len(named) > 50
    assert [rule for rule in named if find_rule(rule) is None] == []
