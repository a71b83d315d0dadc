# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every template may call, besides what the renderer passes to it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from ..findings import ANNOTATION
from ..quick_exit.markup import control_html, script_tag
from ..quick_exit.settings import settings_of
from ..site import Project
from . import contact, language, links, listing, navigation
from .compiled import COMPILED
from .page import Page
from .theme import Theme, theme_of
from .translations import gettext_functions

# Functions of a page that templates call without naming the page.
OF_A_PAGE = (
    Page.url,
    Page.local,
    Page.current,
    Page.t,
    contact.channels,
    contact.emergency,
    listing.body_parts,
    listing.category_rows,
    listing.in_language,
    listing.content_topics,
    listing.guides,
    listing.headings,
    listing.need_rows,
    listing.page_rows,
    listing.post_rows,
    listing.related,
    listing.reviewers,
    listing.service_cards,
    listing.tag_links,
    listing.topic_name,
    navigation.language_versions,
    navigation.category_name,
    navigation.category_text,
    navigation.feed_path,
    navigation.has_lists,
    navigation.home_crumb,
    navigation.menu,
    navigation.post_crumbs,
    navigation.posts_label,
    navigation.switcher,
    navigation.view_crumbs,
)


def jinja_globals(project: Project) -> dict[str, Any]:
    """Return the functions and objects of all templates; raises SettingsError for a bad theme."""
    theme = theme_of(project)

    def of_the_page(function: Callable[..., Any]) -> Callable[..., Any]:
        @pass_context
        def call(context: Context, *given: Any, **named: Any) -> Any:
            return function(Page(context, project.site, theme.words), *given, **named)

        return call

    return {
        "site": project.site,
        "today": project.today,
        "direction": language.direction,
        "page_language": pass_context(language.page_language),
        "src": src,
        "data_block": data_block,
        "here": of_the_page(lambda page: page.here),
        "absolute": lambda path: links.absolute(project.site.url, path),
        **{function.__name__: of_the_page(function) for function in OF_A_PAGE},
        **_parts(theme),
        **_dates(project),
        **_exit(project, of_the_page),
        **gettext_functions(theme.words),
    }


def jinja_filters(_project: Project) -> dict[str, Callable[..., Any]]:
    """Return the filters of all templates."""
    return {"tel": links.telephone}


def new_environment(project: Project) -> Environment:
    """Return an environment like those of the build, for pages that Pelican does not make."""
    environment = Environment(
        loader=FileSystemLoader(theme_of(project).folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=COMPILED,
    )
    environment.globals |= jinja_globals(project)
    environment.filters |= jinja_filters(project)
    return environment


def src(value: object) -> Markup:
    """Return the attribute that says where a text stands in the sources, or nothing."""
    if not getattr(value, "line", 0):
        return Markup()
    return Markup(' {}="{}"').format(ANNOTATION, value.place)  # type: ignore[attr-defined]


def data_block(text: str) -> Markup:
    """Return JSON as a script block takes it: no sign in it can end the block."""
    return Markup(str(text).replace("<", "\\u003c"))  # noqa: S704


def _parts(theme: Theme) -> dict[str, Any]:
    plain, with_scripts = theme.policies
    return {
        "component": theme.component_function(),
        "components": tuple(theme.components.values()),
        "stylesheet": theme.style,
        "palette": theme.palette,
        "content_policy": plain,
        "content_policy_with_scripts": with_scripts,
    }


def _dates(project: Project) -> dict[str, Callable[..., Any]]:
    country = project.site.country

    @pass_context
    def date_text(context: Context, day: datetime.date) -> str:
        return language.date_text(day, language.page_language(context), country)

    @pass_context
    def month_text(context: Context, day: datetime.date) -> str:
        return language.month_text(day, language.page_language(context), country)

    return {"date_text": date_text, "month_text": month_text}


def _exit(project: Project, of_the_page: Callable[..., Any]) -> dict[str, Any]:
    settings = settings_of(project.site)
    safety = f"{project.site.quick_exit.safety_page}/"

    def control(page: Page) -> Markup:
        url = page.url(page.local(safety))
        return Markup(control_html(settings, page.lang, safety_url=url))  # noqa: S704

    def script(page: Page) -> Markup:
        return Markup(script_tag(settings, page.lang))  # noqa: S704

    return {
        "exit_control": of_the_page(control),
        "exit_script": of_the_page(script),
        "discreet_title": of_the_page(lambda page: settings.texts_for(page.lang)["title"]),
        "safety_page": safety,
    }
