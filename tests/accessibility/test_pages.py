# SPDX-License-Identifier: AGPL-3.0-or-later
"""No false alarm on pages written as governments, standards bodies and health services write them."""

from __future__ import annotations

from pathlib import Path

import pytest
from havenpress.accessibility import check

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_careful_page_raises_no_alarm(path: Path) -> None:
    assert [str(finding) for finding in check(path.read_bytes(), file=path.name)] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_fault_in_such_a_page_is_found(path: Path) -> None:
    html = path.read_text(encoding="utf-8").replace("</main>", "<img src=a.jpg></main>")
    assert [finding.rule for finding in check(html)] == ["image-alt"]
