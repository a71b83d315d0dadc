# SPDX-License-Identifier: AGPL-3.0-or-later
"""What single conditions of the rules decide, where a page in tests/rules cannot show it.

Those are messages, parts of pages, bytes that no editor keeps, and limits.
"""

from __future__ import annotations

import pytest
from havenpress.accessibility import check


@pytest.mark.parametrize("name", ["listitem", "option", "row", "tab"])
def test_a_role_at_the_top_of_a_part_of_a_page_lacks_what_is_around_it(name: str) -> None:
    found = check(f"<p role={name}>x", fragment=True, select={"aria-required-parent"})
    assert [f.selector for f in found] == ["p"]


def test_an_attribute_that_nobody_defined_names_the_one_it_is_like() -> None:
    names = ("aria-labeledby", "aria-qqqqqqqq")
    found = [check(f"<p {name}=a>x", select={"aria-attribute-known"}) for name in names]
    assert [f.remedy for (f,) in found] == ["write aria-labelledby", "remove it"]


def test_a_likeness_is_looked_for_fifty_times_at_most() -> None:
    page = "".join(f"<p aria-label{number}=a>x</p>" for number in range(51))
    remedies = [f.remedy for f in check(page, select={"aria-attribute-known"})]
    assert remedies == ["write aria-label"] * 50 + ["remove it"]


def test_a_nul_character_is_a_fault_that_says_what_to_do() -> None:
    (found,) = check(b"<p>Three\0beds", select={"html-wellformed"})
    assert (found.message, found.remedy) == ("a NUL character stands in the page", "remove it")


def test_a_part_of_a_page_is_asked_for_its_letters_too() -> None:
    part = "<div lang=en><p>Night shelters</p><p>Ночлег</p></div>"
    found = check(part, fragment=True, select={"lang-of-script"})
    assert [f.selector for f in found] == ["div > p:nth-of-type(2)"]


def test_the_kind_of_a_file_is_found_in_a_long_list_too() -> None:
    lines = "".join(f"<a href=/{year}.pdf>Report of {year}</a> (PDF)<br>" for year in range(150))
    assert check(f"<div>{lines}</div>", select={"file-link"}) == []
    told = check(lines.replace("(PDF)", ""), select={"file-link"})
    assert len(told) == 150


def test_the_kind_of_a_file_stands_beside_a_link_in_a_part_of_a_page() -> None:
    part = "<a href=/a.pdf>Report</a> <a href=/b.pdf>Rules (PDF)</a>"
    assert [f.column for f in check(part, fragment=True, select={"file-link"})] == [1]


def test_links_at_the_top_of_a_part_of_a_page_stand_together() -> None:
    links = "<p><a href=/a>House</a></p><p><a href=/b>House</a></p>"
    apart = links.replace("</p><p>", "</p><h2>Troon</h2><p>")
    (found,) = check(links, fragment=True, select={"same-link-same-target"})
    assert found.level == "review"
    assert check(apart, fragment=True, select={"same-link-same-target"}) == []


@pytest.mark.parametrize(("copy", "found"), [("Ayr", 0), ("Troon", 1), (None, 1)])
def test_links_to_a_page_and_to_its_copy_may_have_one_name(copy: str | None, found: int) -> None:
    links = "<p>See <a href=/a>our house</a> or <a href=/b>our house</a>.</p>"
    pages = {"/a": "Ayr", "/b": copy}
    rule = {"same-link-same-target"}
    assert len(check(links, select=rule, content_of=pages.get)) == found


def test_a_button_at_the_top_of_a_part_of_a_page_is_in_no_link() -> None:
    assert check("<button>Send</button>", fragment=True, select={"link-content"}) == []


@pytest.mark.parametrize(("length", "shown"), [(40, "a" * 40), (41, f"{'a' * 40}…")])
def test_of_a_long_text_outside_of_items_the_beginning_is_shown(length: int, shown: str) -> None:
    (found,) = check(f"<ul>{'a' * length}<li>x</li></ul>", select={"list-content"})
    assert found.message == f"“{shown}” stands in the ul, but in no li"
