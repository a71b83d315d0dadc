# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages made of the same parts are one shape, whatever they say and however much."""

from __future__ import annotations

from pathlib import Path

import pytest
from havenpress.audit.shapes import find_shapes, shape_of
from havenpress.tree import parse

PAGE = '<main class="text"><h1>Hope</h1><p>Words.</p></main>'


def shape(html: str) -> frozenset:
    return shape_of(parse(html))


@pytest.mark.parametrize(
    "other",
    [
        PAGE.replace("Words", "Quite other words"),
        PAGE.replace("<p>Words.</p>", "<p>Words.</p><p>More.</p>"),
        PAGE.replace('class="text"', 'class="text text" id="hope"'),
    ],
)
def test_words_numbers_and_ids_make_no_shape(other: str) -> None:
    assert shape(other) == shape(PAGE)


@pytest.mark.parametrize(
    "other",
    [
        PAGE.replace("text", "card"),
        PAGE.replace("<p>", "<p hidden>"),
        PAGE.replace("<p>", '<p aria-live="polite">'),
        PAGE.replace("<p>", '<p role="note">'),
        PAGE.replace("<p>Words.</p>", "<blockquote><p>Words.</p></blockquote>"),
        PAGE.replace("<h1>Hope</h1>", ""),
    ],
)
def test_parts_and_where_they_stand_make_a_shape(other: str) -> None:
    assert shape(other) != shape(PAGE)


def test_the_largest_page_stands_for_all_of_its_shape(tmp_path: Path) -> None:
    texts = {"a.html": PAGE, "b.html": PAGE + PAGE, "c.html": "<p>Other</p>"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    shapes = find_shapes(sorted(tmp_path.iterdir()))
    assert [(each.page.name, each.pages) for each in shapes] == [("b.html", 2), ("c.html", 1)]


def test_a_shape_within_another_is_seen_with_it_unless_every_one_is_wanted(tmp_path: Path) -> None:
    more = PAGE.replace("</main>", '<ul class="links"><li>One</li></ul></main>')
    texts = {"a.html": PAGE * 9, "b.html": more, "c.html": PAGE.replace("text", "card")}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    pages = sorted(tmp_path.iterdir())
    assert [(each.page.name, each.pages) for each in find_shapes(pages)] == [
        ("b.html", 2),
        ("c.html", 1),
    ]
    assert len(find_shapes(pages, every=True)) == 3
