# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every example of every component: its parameters, its HTML, and what axe says in a browser."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from havenpress import tree
from havenpress.accessibility import check
from havenpress.components.component import Component, read_components
from havenpress.components.parameters import ListOf, Misfit
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
    return rendered(environment, name, COMPONENTS[name].examples[example])


def rendered(environment: Environment, name: str, given: Mapping[str, Any]) -> str:
    """The HTML of a component."""
    source = "{{ component(name, **given) }}"
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


def left_out(kind: Any, given: Any) -> Iterator[Any]:
    """What is given, each time without another one of the parameters that are optional."""
    for name, parameter in getattr(kind, "fields", {}).items():
        if name not in given:
            continue
        if not parameter.required:
            yield {key: value for key, value in given.items() if key != name}
        for less in left_out(parameter.kind, given[name]):
            yield {**given, name: less}
    for at, item in enumerate(given if isinstance(kind, ListOf) else ()):
        for less in left_out(kind.kind, item):
            yield [*given[:at], less, *given[at + 1 :]]


@every_example
def test_every_optional_parameter_can_be_left_out(
    environment: Environment, name: str, example: str
) -> None:
    component = COMPONENTS[name]
    for given in left_out(component.parameters, component.examples[example]):
        html = rendered(environment, name, given)
        assert tree.parse(html, fragment=True).errors == [], given
        assert [str(each) for each in check(html, fragment=True)] == [], given


HANDED_ON = {"site-footer": {"note"}}  # an emergency number has one, which the danger card shows


def names_in(kind: Any) -> Iterator[str]:
    """The names of all parameters, those inside others too."""
    for name, parameter in getattr(kind, "fields", {}).items():
        yield name
        yield from names_in(parameter.kind)
    if isinstance(kind, ListOf):
        yield from names_in(kind.kind)


@pytest.mark.parametrize("name", COMPONENTS)
def test_every_parameter_is_used(name: str) -> None:
    template = (ROOT / "templates" / COMPONENTS[name].template).read_text(encoding="utf-8")
    if name == "safety-box":  # hands its facts to another component, whole
        template += (ROOT / "templates" / COMPONENTS["facts"].template).read_text(encoding="utf-8")
    unused = {each for each in names_in(COMPONENTS[name].parameters) if each not in template}
    assert unused == HANDED_ON.get(name, set())


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
