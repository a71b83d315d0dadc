# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every block, link and picture of a body knows where it stands in its file."""

from __future__ import annotations

import pytest

from .texts import places, read_body

BODY = """One line of text with **bold** words
and a [first link](https://a.example.org/) in it.

One line of text with **bold** words
and a [second link](https://b.example.org/) and a [third](https://b.example.org/).

## A heading

- an item
- another item
    - an inner item
- an item

1. one

    with a paragraph of its own

2. two

> A quotation
> over two lines.

> [!NOTE] A title
> The note.
>
> - In the note

> [!NOTE]- Folded
> Hidden at first.

| Thing | Where |
| --- | --- |
| Papers | With a friend |
| Papers | At home |

Term
:   What it means

```
code
```

A note[^n] and words.

[^n]: The text of the note.

One line of text with **bold** words
and a [last link](https://c.example.org/).
"""


def test_blocks_know_their_lines() -> None:
    found = places(BODY)
    expected = {
        "h2 A heading": "7:4",
        "li another item an inner it": "10:3",
        "li an inner item": "11:7",
        "p one": "14:4",
        "p with a paragraph of its": "16:5",
        "p two": "18:4",
        "p A quotation over two lin": "20:3",
        "p A title": "23:11",
        "p The note.": "24:3",
        "li In the note": "26:5",
        "p Hidden at first.": "29:3",
        "th Thing": "31:3",
        "dt Term": "36:1",
        "dd What it means": "37:5",
        "div code": "39:1",
        "p The text of the note. ↩": "45:7",
    }
    assert {name: found.get(name) for name in expected} == expected


def test_same_words_get_their_own_places() -> None:
    soup, _ = read_body(BODY)
    rows = [cell["data-hp-src"] for cell in soup.find_all("td")]
    assert rows == ["a.md:33:3", "a.md:33:12", "a.md:34:3", "a.md:34:12"]
    starts = [p["data-hp-src"] for p in soup.find_all("p") if p.get_text().startswith("One line")]
    assert starts == ["a.md:1:1", "a.md:4:1", "a.md:47:1"]


def test_links_know_their_columns() -> None:
    found = places(BODY)
    links = {name: place for name, place in found.items() if name.startswith("a ")}
    assert links == {
        "a first link": "2:7",
        "a second link": "5:7",
        "a third": "5:51",
        "a last link": "48:7",
    }


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("See [`code` and *words*](https://x.example.org/).", "1:5"),
        ("A\nlong [link over\ntwo lines](https://x.example.org/).", "2:6"),
        ("- item [x y](https://x.example.org/)", "1:8"),
        ("> quoted [x y](https://x.example.org/)", "1:10"),
        ("| A |\n| --- |\n| [x y](https://x.example.org/) |", "3:3"),
        ("See [x y][ref].\n\n[ref]: https://x.example.org/", "1:5"),
        ("See <https://x.example.org/>.", "1:5"),
        ("## Head [x y](https://x.example.org/)", "1:9"),
        ("Ünïcödé — [x y](https://x.example.org/)", "1:11"),
    ],
)
def test_link_is_placed_whatever_stands_around_it(body: str, place: str) -> None:
    soup, _ = read_body(body)
    assert soup.find("a")["data-hp-src"] == f"a.md:{place}"


def test_footnotes_out_of_order_find_their_lines() -> None:
    body = "Text[^b] and[^a].\n\n[^a]: The first written.\n\n[^b]: The second written.\n"
    found = places(body)
    assert found["p The second written. ↩"] == "5:7"
    assert found["p The first written. ↩"] == "3:7"
