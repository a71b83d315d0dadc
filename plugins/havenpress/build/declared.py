# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages that the site cannot be published without."""

from __future__ import annotations

from collections.abc import Iterator

from ..gate import Declared
from ..site import Project
from ..site.model import PAGES
from ..site.reader import SITE_FILE
from ..source.nodes import position

MADE = ("index.html", "map/index.html")  # by the build, in each language
SERVICES = "services/index.html"
NO_CATALOGUE = (
    "make the folder content/catalogue with at least your own helpline; "
    "docs/catalogue.md says how, “The smallest catalogue”"
)
LOST = "look in the theme and in overrides/ for what took it away"
LEAVING = "What leaving can and cannot do"


def declared_pages(project: Project) -> tuple[Declared, ...]:
    """Return the pages that the settings promise; what writers write, in the first language."""
    return (Declared("404.html", LOST), *_made(project), *_written(project))


def _made(project: Project) -> Iterator[Declared]:
    for language in project.site.languages:
        folder = project.site.folder(language)
        yield from (Declared(folder + name, LOST) for name in MADE)
        if (project.content / "catalogue").is_dir():
            yield Declared(f"{folder}{SERVICES}", LOST)
    if not (project.content / "catalogue").is_dir():
        yield Declared(SERVICES, NO_CATALOGUE, project.name(project.content / SITE_FILE), 1)


def _written(project: Project) -> Iterator[Declared]:
    site, seen = project.site, set()
    ends = [(PAGES.fields[end].doc, slug) for end, slug in site.pages.items()]
    asked = [(LEAVING, site.quick_exit.safety_page), *ends]
    asked += [("", slug) for slug in (*site.required_pages, site.feedback_page) if slug]
    for end, slug in asked:
        if slug not in seen:
            seen.add(slug)
            yield _page(end, slug, project)


def _page(end: str, slug: str, project: Project) -> Declared:
    file = project.name(project.content / "pages" / f"{slug}.md")
    what = f": {end[:1].lower()}{end[1:]}" if end else ""
    remedy = f"write {file} with “slug: {slug}”{what}; or name here the page that has it"
    name = project.name(project.content / SITE_FILE)
    return Declared(f"{slug}/index.html", remedy, name, *position(slug))
