# SPDX-License-Identifier: AGPL-3.0-or-later
"""A street that a person still reads is still found, whatever stands between its letters and parts."""

from __future__ import annotations

import base64

import pytest
from havenpress.catalogue.places import found_place, suspected_place
from havenpress.catalogue.places.names import place_in_name

DATA = base64.b64encode(b"Come to 12 Mill Lane").decode()
DISGUISES = {
    "variation selectors": "1\ufe0f2\ufe0f Mill Lane",
    "keycaps": "1\ufe0f\u20e32\ufe0f\u20e3 Mill Lane",
    "circled number": "⑫ Mill Lane",
    "letters of formulas": "𝟏𝟐 𝐌𝐢𝐥𝐥 𝐋𝐚𝐧𝐞",
    "letters of another alphabet": "12 Мill Lаne",
    "comment of HTML": "12 <!-- x --> Mill Lane",
    "comment in a word": "12 Mi<!-- -->ll Lane",
    "in a comment of HTML": "Our house <!-- 12 Mill Lane -->",
    "in a comment over lines": "Our house <!--\n12 Mill Lane,\nNorthtown\n-->",
    "between the signs of a tag": "Our house <at 12 Mill Lane> is large",
    "tag in a word": "12 M<b>i</b>ll Lane",
    "entities escaped twice": "12&amp;nbsp;Mill&amp;nbsp;Lane",
    "soft hyphen as an entity": "12 M&shy;ill Lane",
    "description in a tag": '<abbr title="12 Mill Lane">us</abbr>',
    "street of one word in a tag": "<abbr title='1 Rosegate'>here</abbr>",
    "address between brackets": "<https://example.org/12-mill-lane>",
    "link on the street": "12 [Mill Lane](https://example.org)",
    "link on each word": "[12](a) [Mill](b) [Lane](c)",
    "escapes of Markdown": "12\\ Mill\\ Lane",
    "escaped underline": "12 Mill\\_Lane",
    "struck through": "12 ~~Mill~~ Lane",
    "highlighted": "==12 Mill Lane==",
    "code": "`12` `Mill` `Lane`",
    "letters apart": "1 2 M i l l L a n e",
    "dots between letters": "12 M.i.l.l L.a.n.e",
    "long dashes": "12—Mill—Lane",
    "dots between words": "12·Mill·Lane",
    "table": "12 | Mill | Lane",
    "quotation marks": "12 “Mill” Lane",
    "brackets": "12 (Mill) Lane",
    "tag of a photo": "#12MillLane",
    "tag with the number behind": "#MillLane12",
    "data address": f"data:text/plain;base64,{DATA}",
    "data address in percent": "data:text/plain,12%20Mill%20Lane",
    "German short form": "12 Mill str.",
    "parted postcode": "NT 1 2 AB",
    "three words in words": "filled dot count dot soap",
    "parted shortener": "goo . gl/abc",
}
INNOCENT = (
    "Press 1 2 3 4 to speak to us.",
    "A B C of your rights",
    "Room 12 (quiet) is free.",
    "24 | 7 | Freephone",
    "call 0 8 0 0 1 5 7 0 1 2 3",
    "example dot org dot uk",
    "www dot example dot org",
    '<a href="https://example.org/help" title="Our help page">help</a>',
    "iPhone12Pro and Windows11",
    "[Our page](https://example.org/12) in plain words",
    "12 “safe” rooms · 24 hours",
    "Вікторія and Ελένη answer the line",
    "There are 12 (quiet) rooms · 24 hours — for “women” only.",
    "Call 0808 157 0123 (free), press 1 2 3.",
    "Since 2012 | 500 women | 3 houses",
    "A [place] to stay. Since 1999, “Refuge of the Year” (2019).",
    "For 18–25 year olds · up to 12 weeks (3 months).",
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUg==",
)


@pytest.mark.parametrize("text", DISGUISES.values(), ids=DISGUISES.keys())
def test_a_place_is_found_in_a_disguise(text: str) -> None:
    assert found_place(text)
    assert found_place(f"Ring first. {text} is the place. Somebody opens the door.")


@pytest.mark.parametrize("text", INNOCENT)
def test_what_tells_no_place_looks_like_none(text: str) -> None:
    assert (found_place(text), suspected_place(text)) == (None, None)


@pytest.mark.parametrize("name", ["12MillLane", "MillLane12", "IMG_12MillLane_2", "mill-lane-12"])
def test_a_place_is_found_in_the_name_of_a_file(name: str) -> None:
    assert place_in_name(name, found_place)


def test_a_long_text_with_many_signs_takes_no_time_to_speak_of() -> None:
    """A way to put parts together that tried every part anew would take minutes."""
    for words in (
        "a b ",
        "12A",
        "[a](b) ",
        "1 “x” ",
        "<b ",
        "a dot ",
        "1—",
        "АA",
        "<!--",
        " ",
        "é",
    ):
        assert found_place(f"é1“{words * 1500}") is None
        assert found_place(words * 1500) is None
