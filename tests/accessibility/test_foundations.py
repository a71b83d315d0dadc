# SPDX-License-Identifier: AGPL-3.0-or-later
"""Languages, autofill words, focus, labels, tables, tags: each against its standard."""

from __future__ import annotations

import pytest
from havenpress.accessibility.autofill import is_valid_autocomplete
from havenpress.accessibility.detection import contradicts, detect, foreign_script
from havenpress.accessibility.label_text import label_is_in_name
from havenpress.accessibility.languages import is_known
from havenpress.accessibility.page import Page
from havenpress.accessibility.refresh import refresh_delay
from havenpress.accessibility.tables import form_grid
from havenpress.accessibility.wellformed import tag_faults
from havenpress.tree import parse


@pytest.mark.parametrize("tag", ["en", "EN-gb", "zh-Hant-TW", "de-hello", "prs", "qab", "tlh"])
def test_a_known_language_begins_with_a_subtag_of_the_registry(tag: str) -> None:
    assert is_known(tag)


@pytest.mark.parametrize("tag", ["", "xx", "eng", "i-klingon", "en_GB", "x-private", "english"])
def test_other_tags_name_no_language(tag: str) -> None:
    assert not is_known(tag)


@pytest.mark.parametrize(
    "value",
    ["email", "section-a email", "shipping street-address", "home tel", "billing work tel-local"],
)
def test_autofill_words_in_order(value: str) -> None:
    assert is_valid_autocomplete(value)


@pytest.mark.parametrize(
    "value", ["", "mail", "email section-a", "home name", "webauthn", "email tel", "section-a"]
)
def test_autofill_words_out_of_order(value: str) -> None:
    assert not is_valid_autocomplete(value)


@pytest.mark.parametrize(
    ("content", "delay"),
    [("5", 5), (" 5;url=x", 5), ("5.9 url", 5), (".5", 0), ("x", None), ("5x", None), ("-1", None)],
)
def test_refresh_delays_are_read_as_html_says(content: str, delay: int | None) -> None:
    assert refresh_delay(content) == delay


@pytest.mark.parametrize(
    "html",
    [
        "<a id=x href=/>a</a>",
        "<button id=x>a</button>",
        "<p id=x tabindex=0>a</p>",
        "<audio id=x controls></audio>",
        "<details><summary id=x>a</summary></details>",
        "<p id=x contenteditable>a</p>",
        "<fieldset disabled><legend><input id=x></legend></fieldset>",
        "<svg><a id=x href=/><text>a</text></a></svg>",
    ],
)
def test_the_tab_key_reaches(html: str) -> None:
    page = Page(parse(html))
    assert page.is_tabbable(page.by_id("x"))


@pytest.mark.parametrize(
    "html",
    [
        "<a id=x>a</a>",
        "<a id=x href=/ tabindex=-1>a</a>",
        "<button id=x disabled>a</button>",
        "<fieldset disabled><input id=x></fieldset>",
        "<input id=x type=hidden>",
        "<a id=x href=/ hidden>a</a>",
        "<div inert><a id=x href=/>a</a></div>",
        "<p id=x tabindex=x>a</p>",
        "<details><summary>b</summary><summary id=x>a</summary></details>",
        "<a id=x href=/ style='visibility:hidden'>a</a>",
    ],
)
def test_the_tab_key_passes_by(html: str) -> None:
    page = Page(parse(html))
    assert not page.is_tabbable(page.by_id("x"))


@pytest.mark.parametrize(
    ("label", "name", "contained"),
    [
        ("Download", "Download the leaflet", True),
        ("Download it", "Download the leaflet", False),
        ("Search (optional)", "search", True),
        ("Café", "cafe\u0301 menu", True),
        ("»", "Next", True),
        ("11 × 3", "11 times 3", False),
        ("Wed. visits", "Wednesday visits", True),
    ],
)
def test_labels_are_found_in_names(label: str, name: str, contained: bool) -> None:
    assert label_is_in_name(label, name) is contained


def test_spans_cover_their_slots() -> None:
    html = "<table id=x><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d</table>"
    grid = form_grid(parse(html).by_tag["table"][0])
    assert (grid.width, grid.height) == (3, 2)
    assert grid.slots[1, 0].element.text == "a"
    assert grid.slots[1, 2].element.text == "d"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The house is open to all of the people who need help and there is no charge.", "en"),
        ("La casa está abierta para todas las personas que necesitan ayuda en la ciudad.", "es"),
        ("Das Haus ist für alle offen, die Hilfe brauchen, und es kostet nichts.", "de"),
        ("Dom jest otwarty dla wszystkich, którzy potrzebują pomocy, i nie jest to płatne.", "pl"),
        ("Menu", ""),
    ],
)
def test_a_language_is_told_by_its_small_words(text: str, language: str) -> None:
    assert detect(text) == language


def test_a_script_speaks_against_a_language() -> None:
    assert foreign_script("Русский язык") == "CYRILLIC"
    assert contradicts("en", "Русский язык") == "cyrillic"
    assert contradicts("ru", "Русский язык") == ""
    assert contradicts("eu", "Русский") == ""


@pytest.mark.parametrize(
    ("html", "faults"),
    [
        ("<p>a<p>b<ul><li>c<li>d</ul>", []),
        ("<b><i>x</b></i>", [("unclosed", "i")]),
        ("<div><span></div>", [("unclosed", "span")]),
        ("</div>", [("stray", "div")]),
        ("<p>a<div>b</div></p>", [("stray", "p")]),
        ("<br></br>", [("stray", "br")]),
        ("<svg><path/><g></g></svg>", []),
        ("<table><tr><td>a<td>b</table>", []),
        ("<button><p>a</button>", []),
        ("<p><button><div>a</div></button></p>", []),
    ],
)
def test_tags_pair_up(html: str, faults: list) -> None:
    found = tag_faults(parse(html, fragment=True).tags)
    assert [(fault.kind, fault.tag.name) for fault in found] == faults
