# SPDX-License-Identifier: AGPL-3.0-or-later
"""The theme on the example organisation's settings, and one page of every kind."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from havenpress.catalogue.presentation import Edition
from havenpress.catalogue.presentation.pages import pages_of
from havenpress.catalogue.site import editions_of
from havenpress.components.environment import new_environment
from havenpress.components.theme import Theme, theme_of
from havenpress.site import Project
from jinja2 import Environment
from markupsafe import Markup

HERE = Path(__file__).resolve().parent
CONTENT = HERE.parents[1] / "content"
DAY = datetime.datetime(2026, 3, 12, tzinfo=datetime.UTC)


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The example organisation."""
    output = tmp_path_factory.mktemp("output")
    return Project.read(CONTENT, output, DAY.date())


@pytest.fixture(scope="session")
def theme(project: Project) -> Theme:
    """Its theme."""
    return theme_of(project)


@pytest.fixture(scope="session")
def environment(project: Project) -> Environment:
    """An environment for its templates."""
    return new_environment(project)


class Named(str):
    """A category or tag as Pelican's templates see it."""

    @property
    def slug(self) -> str:
        return self.replace(" ", "-")

    @property
    def url(self) -> str:
        return f"tag/{self.slug}/"


def article(slug: str, title: str, tags: str = "phones", **given: Any) -> SimpleNamespace:
    """An article as Pelican's templates see it."""
    return SimpleNamespace(
        **{
            "slug": slug,
            "title": title,
            "summary": "You do not need to know what to say, and you can hang up at any time.",
            "url": f"posts/{slug}/",
            "lang": "en",
            "date": DAY,
            "category": Named("getting-help"),
            "tags": [Named(tag) for tag in tags.split(",")],
            "translations": [],
            "content": Markup((HERE / "body.html").read_text(encoding="utf-8")),
            "reviewed": DAY.date(),
            "review_by": datetime.date(2027, 3, 12),
            "reviewers": [{"name": "Dr Amara Okafor", "role": "health"}],
            "content_notes": ["control", "police"],
            "services": ["riverbend-clinic", "harbour-line-helpline"],
            "sources": [{"title": "Guidance on first contact", "url": "https://example.org/g"}],
            **given,
        }
    )


ARTICLES = [
    article("first-call", "What happens when you call a helpline", "phones,first-contact"),
    article("records", "Keeping records when someone checks your phone"),
    article("papers", "Donaudampfschifffahrtsgesellschaftskapitän und Aufenthaltsgenehmigung"),
]
COMMON = {
    "articles": ARTICLES,
    "tags": [(Named("phones"), ARTICLES), (Named("first contact"), ARTICLES[:1])],
    "pages": [],
    "FEED_ALL_ATOM": "feeds/all.atom.xml",
    "filter_script": SimpleNamespace(url="theme/filter.js", integrity="sha384-0000"),
}


def pager(**given: Any) -> dict[str, Any]:
    """What Pelican passes to the second of three pages of a list."""
    return {
        "articles_page": SimpleNamespace(object_list=ARTICLES, number=2),
        "articles_paginator": SimpleNamespace(num_pages=3),
        "articles_previous_page": SimpleNamespace(url="posts/"),
        "articles_next_page": SimpleNamespace(url="posts/page/3/"),
        **given,
    }


PAGES: dict[str, tuple[str, dict[str, Any]]] = {
    "home.html": ("index.html", {"needs": [SimpleNamespace(label="Housing", url="services/h/")]}),
    "article.html": ("posts/first-call/index.html", {"article": ARTICLES[0]}),
    "page.html": ("safety/index.html", {"page": article("safety", "How to stay safer online")}),
    "index.html": ("posts/page/2/index.html", pager()),
    "category.html": ("category/getting-help/index.html", pager(category=Named("getting-help"))),
    "tag.html": ("tag/phones/index.html", pager(tag=Named("phones"))),
    "categories.html": ("category/index.html", {"categories": [(Named("getting-help"), ARTICLES)]}),
    "tags.html": ("tag/index.html", {"tags": [(Named("phones"), ARTICLES)]}),
    "archives.html": ("archive/index.html", {"dates": ARTICLES}),
    "map.html": ("map/index.html", {}),
    "404.html": ("404.html", {}),
    "services.html": ("services/index.html", {}),
    "service.html": ("services/riverbend-clinic/index.html", {}),
    "organization.html": ("organizations/riverbend-health/index.html", {}),
}


@pytest.fixture(scope="session")
def catalogue(project: Project) -> dict[str, Edition]:
    """The example's services, by language."""
    return {edition.language: edition for edition in editions_of(project)}


@pytest.fixture(scope="session")
def render(environment: Environment, catalogue: dict[str, Edition]) -> Callable[..., str]:
    """Render one of the pages above, with other values where they are given."""

    def page(template: str, **given: Any) -> str:
        output_file, context = PAGES[template]
        views = (view for name, view in pages_of(catalogue["en"]) if template == f"{name}.html")
        view = next((view for view in views if output_file == f"{view.url}index.html"), None)
        common = {**COMMON, "catalogue": catalogue, **({"view": view} if view else {})}
        context = {**common, "output_file": output_file, **context, **given}
        return environment.get_template(template).render(context)

    return page


@pytest.fixture(scope="session")
def pages(render: Callable[..., str]) -> dict[str, str]:
    """One page of every kind that Pelican or the build makes, as HTML."""
    return {name: render(name) for name in PAGES}


@pytest.fixture(scope="session")
def arabic(render: Callable[..., str]) -> str:
    """An article in a language that is written from right to left."""
    return render("article.html", lang="ar", output_file="ar/posts/first-call/index.html")


@pytest.fixture(scope="session")
def tab(chromium: Any) -> Iterator[Any]:
    """One page of the browser for all: opening one each time takes longer than the tests."""
    page = chromium.new_page(reduced_motion="reduce")
    yield page
    page.close()


@pytest.fixture(scope="session")
def violations(tab: Any) -> Callable[[str], list[str]]:
    """What axe finds on the tab's page in light; in dark it looks at the colours only."""

    def run(scheme: str) -> list[str]:
        tab.emulate_media(color_scheme=scheme)
        only = {"runOnly": ["color-contrast"]} if scheme == "dark" else {}
        found = Axe().run(tab, options={"resultTypes": ["violations"], **only})
        return [f"{scheme} {each['id']}: {each['help']}" for each in found.response["violations"]]

    return run
