# SPDX-License-Identifier: AGPL-3.0-or-later
"""The theme of one project: its components, style sheet, words and what templates may call."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from jinja2 import Environment, Template, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from .. import checkout
from ..findings import REVIEW, WARNING, Finding, SettingsError
from ..quick_exit.assets import SCRIPT, STYLE
from ..site import SITE_FILE, Project
from ..source.nodes import position
from .component import RULE, Component, read_components
from .language import page_language
from .palette import Palette, palette
from .parameters import Misfit
from .stylesheet import policy, stylesheet
from .translations import ENGLISH, catalog

ROOT = checkout.ROOT / "theme"


class Theme:
    """Everything of the theme that depends on the organisation's settings and overrides."""

    def __init__(self, project: Project, root: Path = ROOT) -> None:
        self.project, self.root = project, root
        self._templates: WeakKeyDictionary[Environment, Any] = WeakKeyDictionary()

    @property
    def folders(self) -> list[Path]:
        """Where templates are, the organisation's before ours."""
        return [self.project.content / "overrides", self.root / "templates"]

    @property
    def words(self) -> Path:
        """Where the translations of the theme's words are."""
        return self.root / "translations"

    @cached_property
    def components(self) -> dict[str, Component]:
        """Every component by name; raises SettingsError where one is wrong."""
        return read_components(self.folders)

    @cached_property
    def palette(self) -> Palette:
        """The colours made from the organisation's."""
        colours = self.project.site.colours
        return palette(colours.brand, colours.lamp, colours.alert)

    @cached_property
    def style(self) -> Markup:
        """The style sheet of every page, the same string for all."""
        components = self.components.values()
        layers = self.root / "styles"
        return Markup(stylesheet(self.palette, layers, components, STYLE))  # noqa: S704

    @cached_property
    def policies(self) -> tuple[str, str]:
        """The policy of a page without further scripts, and of one with scripts of the site."""
        return policy(self.style, SCRIPT), policy(self.style, SCRIPT, own_scripts=True)

    def notices(self) -> Iterator[Finding]:
        """Yield what the organisation should know about its colours and languages."""
        site = self.project.site
        for message, remedy in self.palette.notices:
            notice = _notice("colour-contrast", REVIEW, message, remedy)
            yield self._at_setting(notice, position(site.colours.brand)[0])
        for language in site.languages:
            if language != ENGLISH and catalog(self.words, language) is None:
                yield self._at_setting(_untranslated(language), *position(language))

    def _at_setting(self, notice: Finding, line: int, column: int = 0) -> Finding:
        file = self.project.name(self.project.content / SITE_FILE)
        return notice.at(file, line, column)

    def render(self, context: Context, name: str, given: dict[str, Any]) -> Markup:
        """Return a component's HTML; raises SettingsError naming who asked for what."""
        component = self.components.get(name)
        if component is None:
            raise _refused(f"there is no component “{name}”")
        try:
            parameters = component.accept(given)
        except Misfit as misfit:
            raise _refused(f"component “{name}”: {misfit}") from None
        template, names = self._prepared(context.environment, component.template)
        page = {key: context.get(key) for key in ("output_file", "site", "today")}
        values = {**names, **page, "params": parameters, "lang": page_language(context)}
        html = "".join(template.root_render_func(template.new_context(values, shared=True)))
        return Markup(html.strip())  # noqa: S704 (rendered with autoescape)

    def _prepared(self, environment: Environment, name: str) -> tuple[Template, Mapping[str, Any]]:
        """Return a template with its globals as a plain mapping.

        A page has some forty components; asking Jinja to look for the file and to chain its
        globals again for each takes longer than rendering them.
        """
        known = self._templates.setdefault(environment, {})
        if name not in known:
            template = environment.get_template(name)
            known[name] = template, dict(template.globals)
        return known[name]

    def component_function(self) -> Any:
        """Return the function ``component(name, …)`` for templates."""

        @pass_context
        def component(context: Context, name: str, /, **given: object) -> Markup:
            return self.render(context, name, given)

        return component


def theme_of(project: Project) -> Theme:
    """Return the theme of a project, made once."""
    return project.parts.setdefault("theme", Theme(project))


def _notice(rule: str, level: str, message: str, remedy: str) -> Finding:
    return Finding(rule=rule, level=level, message=message, remedy=remedy)


def _untranslated(language: str) -> Finding:
    message = f"the theme’s own words are not in “{language}”; readers get them in English"
    remedy = f"translate theme/translations/es.po into theme/translations/{language}.po"
    return _notice("theme-language", WARNING, message, remedy)


def _refused(message: str) -> SettingsError:
    file, line = _asking_template()
    remedy = "docs/components.md shows what each component takes"
    return SettingsError(Finding(rule=RULE, message=message, remedy=remedy, file=file, line=line))


def _asking_template() -> tuple[str, int]:
    """Return the template, and its line, from which Python was called."""
    frame = sys._getframe(1)
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template):
            return str(template.name), template.get_corresponding_lineno(frame.f_lineno)
        frame = frame.f_back
    return "", 0
