# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every rule that a faulty catalogue meets is explained."""

from __future__ import annotations

import re

import pytest
from havenpress.findings import known_rules

from .samples import HERE

RULES = {
    rule
    for case in (HERE / "bad").glob("*/expected.txt")
    for rule in re.findall(r": (?:error|warning|review) ([a-z-]+):", case.read_text())
}


@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_rule_is_explained(rule: str) -> None:
    assert rule in known_rules()
