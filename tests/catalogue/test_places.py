# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two lists hold the guard: what tells a place, and what such services write that tells none.

A line of ``places/*.txt`` is the level that the guard has to report, a tab, and the text.
"""

from __future__ import annotations

import ast
import re
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from havenpress.catalogue.places import (
    found_place,
    habits,
    habits_abroad,
    houses,
    suspected_place,
)

from .samples import HERE

Line = tuple[str, str]


def lines_of(name: str) -> list[Line]:
    text = (HERE / "places" / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("# "))
    return [(level, told) for level, _, told in (line.partition("\t") for line in lines)]


def level_of(text: str) -> str:
    if found_place(text):
        return "error"
    return "warning" if suspected_place(text) else "nothing"


@pytest.mark.parametrize(("level", "text"), [*lines_of("told"), *lines_of("innocent")])
def test_the_guard_knows_a_place_and_nothing_else(level: str, text: str) -> None:
    assert level_of(text) == level


def noted_shapes(module: ModuleType) -> Iterator[tuple[str, str, int]]:
    """Yield each shape of a table with the note above it."""
    source = Path(module.__file__).read_text(encoding="utf-8")
    tables = [node for node in ast.parse(source).body if isinstance(node, ast.AnnAssign)]
    for table in tables:
        shapes = getattr(module, table.target.id).values()
        for row, written in zip(shapes, table.value.values, strict=True):
            for (pattern, flags), node in zip(row, written.elts, strict=True):
                yield source.splitlines()[node.lineno - 2].strip(), pattern, flags


NOTED = [shape for module in (houses, habits, habits_abroad) for shape in noted_shapes(module)]


@pytest.mark.parametrize(("note", "pattern", "flags"), NOTED)
def test_each_shape_finds_the_text_above_it(note: str, pattern: str, flags: int) -> None:
    assert note.startswith("# ")
    assert re.search(pattern, note[2:], flags)


def test_there_are_as_many_innocent_texts_as_places() -> None:
    told, innocent = lines_of("told"), lines_of("innocent")
    assert len(innocent) >= len(told) >= 300
    assert {level for level, _ in innocent} == {"nothing"}
    assert {level for level, _ in told} == {"error", "warning"}


@pytest.mark.parametrize(("level", "text"), lines_of("told"))
def test_a_place_is_known_inside_a_sentence_and_without_capitals_at_its_start(
    level: str, text: str
) -> None:
    sentence = f"Ring first. {text.rstrip('.')}. Somebody opens the door."
    assert level_of(sentence) == level


def test_a_long_text_is_read_to_its_end() -> None:
    """A pattern that went through the text again for each of its words would take minutes."""
    for words in (
        "next to the very ",
        "Aa ",
        "1 a ",
        "1, ",
        "straße ",
        "calle ",
        "-1.11 ",
        "Aa-",
        "aaa.bbb.",
    ):
        assert level_of(words * 4000) == "nothing"


def seconds(text: str) -> float:
    """Return the processor time of reading a text that tells nothing, the best of three."""
    times = []
    for _ in range(3):
        began = time.process_time()
        assert level_of(text) == "nothing"
        times.append(time.process_time() - began)
    return min(times)


@pytest.mark.parametrize(
    ("start", "words"),
    [("", "Pza."), ("", "4/6"), ("", "www.a-b/"), ("", "www.example.org/"), ("51.5007", "121")],
)
def test_eight_times_the_text_takes_about_eight_times_as_long(start: str, words: str) -> None:
    """A pattern that starts anew at each word takes fifty times as long."""
    assert seconds(start + words * 4000) < 24 * seconds(start + words * 500)


def test_small_words_in_a_street_are_read_in_one_way() -> None:
    """“della” is also “del” and “la”: thirty of them were a thousand million ways."""
    assert level_of(f"Via {'della ' * 30}casa") == "nothing"
