# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where links lead, what surrounds them, and whether two of one name look alike."""

from __future__ import annotations

import pytest
from havenpress.accessibility.links.targets import (
    ambiguous_links,
    context_of,
    look_alike,
    normalised,
    written_address,
)
from havenpress.accessibility.page import Page
from havenpress.tree import parse


@pytest.mark.parametrize(
    ("html", "address"),
    [
        ("<a id=x href=beds.html>", "beds.html"),
        ("<svg><a id=x xlink:href=beds.html></a></svg>", "beds.html"),
        ("<svg><a id=x href=beds.html xlink:href=rules.html></a></svg>", "beds.html"),
        ("<b id=x role=link onclick=\"location.href = 'beds.html'\">", "beds.html"),
        ("<iframe id=x src=beds.html>", "beds.html"),
        ("<iframe id=x src=beds.html srcdoc=Beds>", None),
        ("<iframe id=x href=beds.html>", None),
        ("<a id=x>", None),
    ],
)
def test_an_address_is_written_where_the_element_has_it(html: str, address: str | None) -> None:
    page = Page(parse(html))
    assert written_address(page.by_id("x")) == address


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (" beds.html ", "beds.html", True),
        ("beds.html#today", "beds.html", True),
        ("#today", "#tomorrow", False),
        ("#today", "", False),
        ("http://www.help.example:80/", "https://help.example", True),
        ("a/../beds/index.html", "beds/", True),
        ("http://[", "http://[[", False),
    ],
)
def test_addresses_of_one_page(one: str, other: str, same: bool) -> None:
    assert (normalised(one) == normalised(other)) == same


def test_links_of_one_name_are_ambiguous_where_they_lead_apart() -> None:
    page = Page(parse("<a href=a>Beds</a><a href=b>BEDS</a><a href=c>Rules</a><a href=c>Rules</a>"))
    assert [[address[-1] for _, address in links] for links in ambiguous_links(page)] == [
        ["a", "b"]
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<p id=place>Beds <b>in Ghent <a id=x href=a>more</a></b></p>",
        "<div id=place>Beds <p><a id=x href=a>more</a></p></div>",
        "<div id=place><a href=b>Beds</a><p><a id=x href=a>more</a></p></div>",
        "<div>Beds<ul><li id=place><a id=x href=a>more</a></ul></div>",
        "<div>Beds<div role=gridcell id=place><a id=x href=a>more</a></div></div>",
        "<div>Beds<p id=place aria-labelledby=gone><a id=x href=a>more</a></p></div>",
        "<div>Beds<p id=place aria-label=Ghent><a id=x href=a>more</a></p></div>",
    ],
)
def test_what_surrounds_a_link_says_more_than_the_link(html: str) -> None:
    page = Page(parse(html))
    assert context_of(page.by_id("x"), page)[0] is page.by_id("place")


TWO = "<a id=x href=a>more</a> <a id=y href=b>more</a>"
ALIKE = [
    f"<p id=place>{TWO}</p><p>Beds</p>",
    f"<div><p id=place>Beds {TWO}</p></div>",
    f"<video></video><div><p id=place>{TWO}</p></div>",
]
APART = [
    f"<p id=place>{TWO} beds</p>",
    f"<ul><li id=place>{TWO}</ul>",
    f"<style>p {{background-image: url(a)}}</style><p id=place>{TWO}</p>",
    *(f"<div><{tag}></{tag}><p id=place>{TWO}</p></div>" for tag in ("canvas", "object", "video")),
    f"<div><p id=place>{TWO}</p><svg></svg></div>",
]


@pytest.mark.parametrize("html", [*ALIKE, *APART])
def test_two_links_look_alike_where_nothing_tells_them_apart(html: str) -> None:
    page = Page(parse(html))
    first, second, place = map(page.by_id, ("x", "y", "place"))
    assert look_alike(first, second, place, page) == (html in ALIKE)
