# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every example of every component: its parameters, its HTML, and what axe says in a browser."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from havenpress import tree
from havenpress.accessibility import check
from havenpress.components.component import Component, read_components
from havenpress.components.parameters import Misfit
from havenpress.components.theme import ROOT, Theme
from jinja2 import Environment

COMPONENTS = read_components([ROOT / "templates"])
EXAMPLES = [(name, example) for name, each in COMPONENTS.items() for example in each.examples]
every_example = pytest.mark.parametrize(("name", "example"), EXAMPLES)
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{name}</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><style>{style}</style></head>
<body><main class="w"><h1>{name}</h1><h2>Example</h2>{html}</main></body></html>"""


def html_of(environment: Environment, name: str, example: str) -> str:
    """The HTML of one example."""
    source = "{{ component(name, **given) }}"
    given = COMPONENTS[name].examples[example]
    page = {"name": name, "given": given, "output_file": "index.html"}
    return environment.from_string(source).render(page)


@every_example
def test_parameters_validate(name: str, example: str) -> None:
    COMPONENTS[name].accept(COMPONENTS[name].examples[example])


@every_example
def test_html_is_well_formed(environment: Environment, name: str, example: str) -> None:
    html = html_of(environment, name, example)
    assert tree.parse(html, fragment=True).errors == []
    assert [str(each) for each in check(html, fragment=True)] == []


@pytest.mark.browser
@every_example
def test_axe_finds_nothing(
    environment: Environment,
    theme: Theme,
    tab: Any,
    violations: Callable[[str], list[str]],
    name: str,
    example: str,
) -> None:
    html = html_of(environment, name, example)
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.set_content(PAGE.format(name=name, style=theme.style, html=html))
    assert violations("light") + violations("dark") == []


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_parameter_that_nobody_declared_is_refused(name: str) -> None:
    example = next(iter(COMPONENTS[name].examples.values()))
    with pytest.raises(Misfit, match="colour"):
        COMPONENTS[name].accept({**example, "colour": "red"})


@pytest.mark.parametrize("name", COMPONENTS)
def test_every_parameter_is_in_the_template(name: str) -> None:
    template = Path(ROOT / "templates" / COMPONENTS[name].template).read_text(encoding="utf-8")
    unused = [
        each for each in COMPONENTS[name].parameters.fields if f"params.{each}" not in template
    ]
    assert unused == []


def test_every_component_says_what_it_is_for() -> None:
    assert [name for name, each in COMPONENTS.items() if not each.about] == []
    assert isinstance(COMPONENTS["icon"], Component)
    assert datetime.date(2026, 3, 12) in [
        COMPONENTS["review-line"].accept(given).reviewed
        for given in COMPONENTS["review-line"].examples.values()
    ]
