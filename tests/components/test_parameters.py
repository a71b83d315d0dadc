# SPDX-License-Identifier: AGPL-3.0-or-later
"""What components accept, and what a broken component folder is told."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from havenpress.components.component import read_components
from havenpress.components.parameters import SIMPLE, Choice, ListOf, Misfit, Parameter, Record
from havenpress.components.theme import ROOT
from havenpress.findings import SettingsError
from jinja2 import Environment
from markupsafe import Markup

LINK = Record({"label": Parameter(SIMPLE["text"], required=True), "url": Parameter(SIMPLE["url"])})


@pytest.mark.parametrize(
    ("kind", "value", "seen"),
    [
        ("text", "Call", "Call"),
        ("html", "<b>", Markup("&lt;b&gt;")),
        ("html", Markup("<b>"), Markup("<b>")),
        ("url", "../posts/", "../posts/"),
        ("url", "tel:999", "tel:999"),
        ("flag", "yes", True),
        ("flag", False, False),
        ("number", "12", 12),
        ("date", "2026-03-12", datetime.date(2026, 3, 12)),
        (
            "date",
            datetime.datetime(2026, 3, 12, 9, tzinfo=datetime.UTC),
            datetime.date(2026, 3, 12),
        ),
    ],
)
def test_a_value_becomes_what_the_template_sees(kind: str, value: Any, seen: Any) -> None:
    assert SIMPLE[kind].accept(value) == seen


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("text", 3),
        ("html", 3),
        ("url", "javascript:alert(1)"),
        ("url", "http://example.org/"),
        ("url", "//example.org/"),
        ("url", " data:text/html,x"),
        ("flag", "maybe"),
        ("number", "-1"),
        ("number", True),
        ("date", "12/3/2026"),
    ],
)
def test_a_value_of_another_kind_is_refused(kind: str, value: Any) -> None:
    with pytest.raises(Misfit):
        SIMPLE[kind].accept(value)


def test_a_fault_says_where_in_the_value_it_is() -> None:
    with pytest.raises(Misfit, match=r"^\[1\]: “label” is missing"):
        ListOf(LINK).accept([{"label": "a"}, {"url": "b/"}])
    with pytest.raises(Misfit, match=r"^\[0\]\.url: “javascript:"):
        ListOf(LINK).accept([{"label": "a", "url": "javascript:a"}])


def test_records_take_objects_and_leave_out_the_rest() -> None:
    class Link:
        label, url, more = "a", "b/", "c"

    assert vars(LINK.accept(Link())) == {"label": "a", "url": "b/"}
    assert vars(LINK.accept({"label": "a"})) == {"label": "a", "url": ""}


def test_a_choice_falls_back_on_its_first_word() -> None:
    assert Choice(("2", "1")).absent == "2"
    with pytest.raises(Misfit, match="not one of: 2, 1"):
        Choice(("2", "1")).accept("3")


def component(folder: Path, **files: str) -> Path:
    """A templates folder with one component."""
    home = folder / "components" / "box"
    home.mkdir(parents=True)
    for name, text in files.items():
        (home / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder


def test_a_broken_component_tells_everything_at_once(tmp_path: Path) -> None:
    yaml = "params:\n  title: {kind: txt}\n"
    with pytest.raises(SettingsError) as raised:
        read_components([component(tmp_path, params_yaml=yaml)])
    told = str(raised.value)
    assert "no template.html" in told
    assert "“txt” is not a kind" in told
    assert "no example" in told


def test_the_organisations_file_takes_the_place_of_ours(tmp_path: Path) -> None:
    style = ".box{color:red}"
    home = tmp_path / "components" / "facts"
    home.mkdir(parents=True)
    (home / "style.css").write_text(style, encoding="utf-8")
    components = read_components([tmp_path, ROOT / "templates"])
    assert components["facts"].style == style
    assert components["facts"].examples


def test_texts_in_a_component_are_escaped(environment: Environment) -> None:
    source = "{{ component('danger-card', number='999', note='<b>&') }}"
    assert "&lt;b&gt;&amp;" in environment.from_string(source).render(output_file="index.html")
