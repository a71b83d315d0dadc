# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every rule that the catalogue can report is explained."""

from __future__ import annotations

import re

import pytest
from havenpress.findings import explain

from .samples import HERE, ROOT

RULES = sorted(
    {
        match
        for case in (HERE / "bad").glob("*/expected.txt")
        for match in re.findall(r": (?:error|warning|review) ([a-z-]+):", case.read_text())
    }
)
OWN = sorted(path.stem for path in (ROOT / "plugins/havenpress/catalogue/rules").glob("*.md"))


@pytest.mark.parametrize("rule", sorted({*RULES, *OWN}))
def test_a_rule_says_what_why_and_how(rule: str) -> None:
    text = explain(rule)
    assert text is not None
    positions = [text.find(f"{heading}:") for heading in ("What", "Why", "Fix", "Source")]
    assert -1 not in positions
    assert positions == sorted(positions)
