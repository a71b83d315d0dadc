# SPDX-License-Identifier: AGPL-3.0-or-later
"""Links from any page to any path of the site."""

from __future__ import annotations

import pytest
from havenpress.components.links import absolute, in_language, link, page_path, telephone


@pytest.mark.parametrize(
    ("path", "page", "way"),
    [
        ("", "index.html", "./"),
        ("", "posts/hope/index.html", "../../"),
        ("services/", "index.html", "services/"),
        ("services/", "services/index.html", "./"),
        ("services/", "services/clinic/index.html", "../"),
        ("posts/hope/", "posts/page/2/index.html", "../../hope/"),
        ("posts/hope/#rest", "posts/index.html", "hope/#rest"),
        ("#main", "posts/index.html", "#main"),
        ("https://example.org/a", "posts/index.html", "https://example.org/a"),
        ("feeds/all.atom.xml", "posts/hope/index.html", "../../feeds/all.atom.xml"),
        ("/theme/icon.svg", "a/index.html", "../theme/icon.svg"),
        ("services/", "404.html", "/services/"),
        ("", "404.html", "/"),
    ],
)
def test_a_link_leads_from_page_to_path(path: str, page: str, way: str) -> None:
    assert link(path, page) == way


def test_the_page_for_lost_ways_knows_the_folder_of_the_site() -> None:
    assert link("services/", "404.html", "/help/") == "/help/services/"


def test_a_path_is_that_of_the_page_without_the_file() -> None:
    assert page_path("index.html") == ""
    assert page_path("posts/hope/index.html") == "posts/hope/"
    assert page_path("404.html") == "404.html"


def test_addresses_need_an_address_of_the_site() -> None:
    assert absolute("https://a.example/b/", "posts/") == "https://a.example/b/posts/"
    assert absolute("", "posts/") == ""


def test_a_page_that_is_not_translated_is_linked_as_it_is() -> None:
    assert in_language("about/", "es", "en") == "es/about/"
    assert in_language("about/", "es", "en", {"about/"}) == "about/"
    assert in_language("about/", "es", "en", {"about/", "es/about/"}) == "es/about/"
    assert in_language("mailto:a@example.org", "es", "en") == "mailto:a@example.org"
    assert in_language("about/", "en", "en", {"about/"}) == "about/"


def test_a_number_is_dialled_without_its_spaces() -> None:
    assert telephone("+44 (0)808 157 0142") == "+4408081570142"
    assert telephone("*31#999") == "*31#999"
