# SPDX-License-Identifier: AGPL-3.0-or-later
"""What writers are told is what the code does."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import havenpress.images
import havenpress.writing
import pytest
from havenpress.findings import explain
from havenpress.writing.__main__ import documentation

from .texts import read_body

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "writing.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```markdown\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
PACKAGES = [Path(package.__file__).parent for package in (havenpress.writing, havenpress.images)]
RULE_ID = re.compile(r"[a-z]+(?:-[a-z]+)+")


@pytest.mark.parametrize("name", documentation())
def test_documentation_of_fields_is_current(name: str) -> None:
    written = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert written == documentation()[name], "run: python -m havenpress.writing docs"


@pytest.mark.parametrize("example", [text for text in EXAMPLES if not text.startswith("---")])
def test_examples_of_the_guide_have_no_fault(example: str) -> None:
    known = {"link-service"}  # no catalogue here
    assert [finding for finding in read_body(example)[1] if finding.rule not in known] == []


def test_guide_shows_every_box() -> None:
    from havenpress.writing.markdown.callouts import TITLES

    assert all(f"[!{kind.upper()}]" in GUIDE for kind in TITLES)


def rules_in(path: Path) -> set[str]:
    """Return the rule ids that a module reports: first words of fault() and values of rule=."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            first = node.args[:1] if name in {"fault", "_fault"} else []
            values = [*first, *[word.value for word in node.keywords if word.arg == "rule"]]
            found |= {value.value for value in values if isinstance(value, ast.Constant)}
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "RULE":
            found.add(node.value.value)
    return {rule for rule in found if isinstance(rule, str) and RULE_ID.fullmatch(rule)}


def test_every_rule_is_explained() -> None:
    rules = set().union(*[rules_in(path) for folder in PACKAGES for path in folder.rglob("*.py")])
    assert len(rules) > 15
    for rule in sorted(rules):
        text = explain(rule) or ""
        assert all(f"{word}:" in text for word in ("What", "Why", "Fix", "Source")), rule
