# SPDX-License-Identifier: AGPL-3.0-or-later
"""What axe tells of is a miss unless a rule told of the same element and criterion."""

from __future__ import annotations

import pytest
from havenpress.accessibility import check
from havenpress.audit.comparing import criteria_of, missed
from havenpress.audit.looking import Sighting
from havenpress.findings import Finding
from havenpress.tree import parse

PAGE = """<!doctype html><html lang="en"><head><title>A</title></head><body><main><h1>A</h1>
<p><img src="a.jpg"><img src="b.jpg" alt="A door"></p></main></body></html>"""
# Numbers among siblings: body, main, p, then the picture.
FIRST, SECOND = (1, 0, 1, 0), (1, 0, 1, 1)


def sighting(place: tuple[int, ...] | None, view: str = "dark, phone", **given: object) -> Sighting:
    known = {
        "rule": "image-alt",
        "outcome": "violation",
        "tags": ("wcag2a", "wcag111"),
        "help": "Images must have alternative text",
        "summary": "Fix any of the following:\n  Element has no alt\n  Element has no title",
        "selector": str(place),
        "html": "<img>",
    }
    return Sighting(**{**known, **given}, place=place, view=view)


def misses(*sightings: Sighting, html: str = PAGE) -> list[Finding]:
    document = parse(html)
    return missed(sightings, check(document, file="a.html"), document, "a.html")


def test_what_a_rule_told_of_is_no_miss() -> None:
    assert misses(sighting(FIRST)) == []


def test_the_same_criterion_elsewhere_is_a_miss_at_its_place() -> None:
    (found,) = misses(sighting(SECOND))
    assert (found.place, found.rule, found.level) == ("a.html:2:21", "axe-image-alt", "error")
    assert found.message == "images must have alternative text (axe, dark, phone)"
    assert found.remedy == "mend any of these: Element has no alt, Element has no title"
    assert found.wcag == (("1.1.1", "A"),)
    assert found.snippet == '<img src="b.jpg" alt="A door">'


def test_another_criterion_at_the_same_place_is_a_miss() -> None:
    assert misses(sighting(FIRST, tags=("wcag2aa", "wcag143")))


def test_a_good_practice_has_no_criterion_and_is_a_warning() -> None:
    assert misses(sighting(FIRST, tags=("best-practice",))) == []
    (found,) = misses(sighting(SECOND, tags=("best-practice",)))
    assert found.level == "warning"


def test_a_doubt_is_for_review_and_gives_way_to_a_certain_fault() -> None:
    doubt = sighting(SECOND, outcome="review", view="light, phone")
    assert [each.level for each in misses(doubt)] == ["review"]
    (found,) = misses(doubt, sighting(SECOND))
    assert (found.level, "dark, phone" in found.message) == ("error", True)


def test_what_a_script_made_has_no_line() -> None:
    (found,) = misses(sighting((1, 0, 7)))
    assert (found.line, found.snippet) == (0, "<img>")


def test_an_element_that_moved_is_not_taken_for_another() -> None:
    (found,) = misses(sighting(FIRST, html='<a href="/">A</a>'))
    assert found.line == 0


@pytest.mark.parametrize(
    ("tags", "criteria"),
    [
        (("cat.color", "wcag2aa", "wcag143"), (("1.4.3", "AA"),)),
        (("wcag21aa", "wcag1412"), (("1.4.12", "AA"),)),
        (("wcag2a", "wcag244", "wcag412"), (("2.4.4", "A"), ("4.1.2", "A"))),
        (("best-practice", "cat.keyboard"), ()),
    ],
)
def test_criteria_are_read_from_axes_tags(tags: tuple, criteria: tuple) -> None:
    assert criteria_of(tags) == criteria
