# SPDX-License-Identifier: AGPL-3.0-or-later
"""A fault may be allowed where it is, for a time and with a reason."""

from __future__ import annotations

from datetime import date

import pytest
from havenpress.accessibility import check

TODAY = date(2026, 11, 23)


def rules(comment: str, html: str = '<p><img src="a.jpg"></p>') -> list[str]:
    return [f.rule for f in check(comment + html, fragment=True, today=TODAY)]


def test_a_whole_comment_allows_the_fault_in_the_next_element() -> None:
    assert rules("<!-- allow image-alt until 2026-11-23: the museum sends the words -->") == []


def test_it_reaches_no_further() -> None:
    comment = "<!-- allow image-alt until 2027-01-31: wait -->"
    assert rules(comment, '<p>x</p><img src="a.jpg">') == ["image-alt"]


def test_it_allows_no_other_rule() -> None:
    assert rules("<!-- allow link-name until 2027-01-31: wait -->") == ["image-alt"]


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- allow image-alt -->",
        "<!-- allow image-alt until 2027-01-31 -->",
        "<!-- allow image-alt until 2027-01-31: -->",
        "<!-- allow image-alt until 2027-02-31: wait -->",
        "<!-- allow image-alts until 2027-01-31: wait -->",
        "<!-- allow image-alt until 2026-11-22: wait -->",
    ],
)
def test_an_incomplete_or_old_comment_allows_nothing(comment: str) -> None:
    assert sorted(rules(comment)) == ["allow-comment", "image-alt"]


def test_other_comments_are_nobodys_business() -> None:
    assert rules("<!-- allow me to explain -->") == ["image-alt"]
