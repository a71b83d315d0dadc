# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two lists hold the guard: what tells a place, and what such services write that tells none.

A line of ``places/*.txt`` is the level that the guard has to report, a tab, and the text.
"""

from __future__ import annotations

import pytest
from havenpress.catalogue.places import found_place

from .samples import HERE

Line = tuple[str, str]


def lines_of(name: str) -> list[Line]:
    text = (HERE / "places" / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("# "))
    return [(level, told) for level, _, told in (line.partition("\t") for line in lines)]


def level_of(text: str) -> str:
    return "error" if found_place(text) else "nothing"


@pytest.mark.parametrize(("level", "text"), [*lines_of("told"), *lines_of("innocent")])
def test_the_guard_knows_a_place_and_nothing_else(level: str, text: str) -> None:
    assert level_of(text) == level


def test_there_are_as_many_innocent_texts_as_places() -> None:
    assert len(lines_of("innocent")) >= len(lines_of("told")) >= 250
