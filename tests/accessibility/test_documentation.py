# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of documentation are those that the rules give now."""

from __future__ import annotations

from pathlib import Path

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
