# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every rule that a publication can name has an explanation, and none is left over."""

from __future__ import annotations

import re
from pathlib import Path

import havenpress.publish
from havenpress.findings import explain

PACKAGE = Path(havenpress.publish.__file__).parent


def test_rules_and_explanations_agree() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    named = set(re.findall(r'rule="([a-z-]+)"', code))
    assert named == {path.stem for path in (PACKAGE / "rules").glob("*.md")}


def test_explanations_have_their_headings() -> None:
    for path in sorted((PACKAGE / "rules").glob("*.md")):
        text = explain(path.stem) or ""
        assert re.findall(r"^(\w+): ", text, re.MULTILINE) == ["What", "Why", "Fix", "Source"]
