# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every rule that a preview can name has an explanation, and none is left over."""

from __future__ import annotations

import re
from pathlib import Path

import havenpress.preview

PACKAGE = Path(havenpress.preview.__file__).parent


def test_rules_and_explanations_agree() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    named = set(re.findall(r'rule="([a-z-]+)"', code))
    assert named == {path.stem for path in (PACKAGE / "rules").glob("*.md")}
