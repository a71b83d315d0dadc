# SPDX-License-Identifier: AGPL-3.0-or-later
"""The theme on other settings than the example's: what it says, and what it does about it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from bs4 import BeautifulSoup
from havenpress.components.environment import new_environment
from havenpress.components.gallery import gallery
from havenpress.components.theme import ROOT, Theme, theme_of
from havenpress.findings import Finding
from havenpress.site import MenuItem, Project


def changed(project: Project, **settings: object) -> Project:
    """The example with other settings."""
    site = dataclasses.replace(project.site, **settings)
    return dataclasses.replace(project, site=site, parts={})


def notices(project: Project) -> list[Finding]:
    return list(theme_of(project).notices())


def test_colours_that_had_to_move_are_told(project: Project) -> None:
    colours = dataclasses.replace(project.site.colours, brand="#ffd400")
    (notice,) = notices(changed(project, colours=colours))
    assert (notice.rule, notice.level, notice.file) == (
        "colour-contrast",
        "review",
        "content/site.yaml",
    )


def test_a_language_that_the_theme_does_not_speak_is_told(project: Project) -> None:
    (notice,) = notices(changed(project, languages=("en", "es", "pl")))
    assert notice.rule == "theme-language"
    assert "“pl”" in notice.message


def test_the_example_gives_no_notice(theme: Theme) -> None:
    assert list(theme.notices()) == []


def test_one_tab_title_for_all_pages_where_the_organisation_wants_it(project: Project) -> None:
    quiet = dataclasses.replace(project.site.quick_exit, discreet_titles=True)
    environment = new_environment(changed(project, quick_exit=quiet))
    html = environment.get_template("404.html").render(output_file="404.html")
    assert BeautifulSoup(html, "html.parser").title.string == "New tab"


def test_the_organisations_template_takes_the_place_of_ours(
    project: Project, tmp_path: Path
) -> None:
    box = tmp_path / "overrides" / "components" / "danger-card"
    box.mkdir(parents=True)
    (box / "template.html").write_text("<p>{{ params.number }}!</p>", encoding="utf-8")
    environment = new_environment(dataclasses.replace(project, content=tmp_path, parts={}))
    source = "{{ component('danger-card', number='999') }}"
    assert environment.from_string(source).render(output_file="index.html") == "<p>999!</p>"


def test_the_gallery_shows_every_example(project: Project, theme: Theme) -> None:
    page = BeautifulSoup(gallery(project), "html.parser")
    examples = sum(len(each.examples) for each in theme.components.values())
    assert len(page.select("main > section > div")) == examples


def test_every_template_that_pelican_looks_for_is_ours() -> None:
    wanted = {
        "index",
        "article",
        "page",
        "category",
        "tag",
        "categories",
        "tags",
        "archives",
        "404",
    }
    ours = {path.stem for path in (ROOT / "templates").glob("*.html")}
    assert wanted <= ours
    assert ours.isdisjoint({"author", "authors", "period_archives"})


def test_get_help_stands_once_in_the_menu(project: Project) -> None:
    home = MenuItem("home", {"en": "Home page"})
    environment = new_environment(changed(project, menu=(home, *project.site.menu)))
    page = environment.get_template("404.html").render(output_file="404.html")
    menu = BeautifulSoup(page, "html.parser").find("nav", attrs={"aria-label": "Main menu"})
    assert [a.string for a in menu.find_all("a")] == [
        "Get help",
        "Find a service",
        "Guides",
        "Safety",
    ]
