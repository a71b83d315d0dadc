# SPDX-License-Identifier: AGPL-3.0-or-later
"""What writers are told is what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from havenpress.writing.__main__ import documentation

from .texts import read_body

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "writing.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```markdown\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


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
