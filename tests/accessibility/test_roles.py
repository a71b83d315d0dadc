# SPDX-License-Identifier: AGPL-3.0-or-later
"""Roles by HTML-AAM 1.0, their conflicts by WAI-ARIA 1.2, and the tables of both."""

from __future__ import annotations

import pytest
from havenpress.accessibility.aria.vocabulary import (
    GLOBAL,
    LEAVES,
    ROLES,
    VALUES,
    is_valid,
    kinds_of,
)
from havenpress.accessibility.page import Page
from havenpress.tree import parse


def role(html: str) -> str:
    page = Page(parse(html))
    return page.role(page.by_id("x"))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<a id=x href=/>a</a>", "link"),
        ("<a id=x>a</a>", "generic"),
        ("<header id=x>a</header>", "banner"),
        ("<article><header id=x>a</header></article>", "generic"),
        ("<div role=region aria-label=r><footer id=x>a</footer></div>", "generic"),
        ("<aside id=x>a</aside>", "complementary"),
        ("<section id=x>a</section>", "generic"),
        ("<section id=x aria-label=a>a</section>", "region"),
        ("<img id=x src=a>", "img"),
        ("<img id=x src=a alt=''>", "presentation"),
        ("<img id=x src=a alt='' role=none tabindex=0>", "img"),
        ("<input id=x>", "textbox"),
        ("<input id=x type=nonsense>", "textbox"),
        ("<input id=x type=NUMBER>", "spinbutton"),
        ("<input id=x list=d><datalist id=d></datalist>", "combobox"),
        ("<input id=x type=password>", ""),
        ("<select id=x></select>", "combobox"),
        ("<select id=x size=2></select>", "listbox"),
        ("<select id=x size=' +2x'></select>", "listbox"),
        ("<select id=x size=²></select>", "combobox"),
        ("<select id=x multiple></select>", "listbox"),
        ("<ul><li id=x>a</ul>", "listitem"),
        ("<div><li id=x>a</div>", "generic"),
        ("<ul role=none><li id=x>a</ul>", "none"),
        ("<ul role=none><li id=x aria-label=b>a</ul>", ""),
        ("<table><tr><th id=x>a</table>", "columnheader"),
        ("<table><tr><th id=x>a<td>b</table>", "rowheader"),
        ("<table><tr><th>a<td>b<tr><td id=x>c</table>", "cell"),
        ("<table role=grid><tr><td id=x>a</table>", "gridcell"),
        ("<table role=none><tr><td id=x>a</table>", "none"),
        ("<table role=none><tr id=x><td>a</table>", "none"),
        ("<table role=none><tr><td id=x tabindex=0>a</table>", "generic"),
        ("<table role=list><tr><td id=x>a</table>", "generic"),
        ("<svg id=x></svg>", "graphics-document"),
        ("<math id=x></math>", "math"),
        ("<my-thing id=x></my-thing>", ""),
        # what is written wins, by its first valid word
        ("<div id=x role='wrong note'>a</div>", "note"),
        ("<div id=x role=BUTTON>a</div>", "button"),
        ("<div id=x role=widget>a</div>", "generic"),
        # conflicts: none is ignored on what takes the focus or calls attention
        ("<button id=x role=none>a</button>", "button"),
        ("<button id=x role=none disabled>a</button>", "none"),
        ("<h2 id=x role=none aria-label=a>a</h2>", "heading"),
        ("<h2 id=x role=none aria-level=3>a</h2>", "none"),
        ("<img id=x alt='' tabindex=-1>", "img"),
    ],
)
def test_an_element_has_the_role_of_the_standards(html: str, expected: str) -> None:
    assert role(html) == expected


def test_every_role_has_only_known_attributes() -> None:
    for known in ROLES.values():
        assert known.requires | known.supports | known.prohibits <= VALUES.keys()


def test_owned_and_context_roles_exist() -> None:
    for known in ROLES.values():
        words = {part for entry in known.owns | known.context for part in entry.split(">")}
        assert words <= ROLES.keys()


def test_kinds_are_inherited() -> None:
    assert {"link", "doc-backlink"} <= kinds_of("link")
    assert "switch" in kinds_of("input")
    assert VALUES.keys() >= GLOBAL


def test_leaves_are_those_with_presentational_children() -> None:
    """WAI-ARIA 1.2, "children presentational: true"."""
    named = [
        "button",
        "checkbox",
        "img",
        "meter",
        "menuitemcheckbox",
        "menuitemradio",
        "option",
        "progressbar",
        "radio",
        "scrollbar",
        "separator",
        "slider",
        "switch",
        "tab",
    ]
    assert set(named) <= LEAVES


@pytest.mark.parametrize(
    ("attribute", "value", "valid"),
    [
        ("aria-busy", "true", True),
        ("aria-busy", "yes", False),
        ("aria-checked", "mixed", True),
        ("aria-posinset", "2", True),
        ("aria-posinset", "2.5", False),
        ("aria-valuenow", "-.5e3", True),
        ("aria-relevant", "text additions", True),
        ("aria-relevant", "text nonsense", False),
        ("aria-current", "step", True),
        ("aria-owns", "a b", True),
        ("aria-activedescendant", "a b", False),
        ("aria-label", "anything", True),
    ],
)
def test_values_are_judged_by_their_type(attribute: str, value: str, valid: bool) -> None:
    assert is_valid(attribute, value) is valid
