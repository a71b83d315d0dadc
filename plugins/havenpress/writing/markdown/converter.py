# SPDX-License-Identifier: AGPL-3.0-or-later
"""From the body of a file to annotated HTML.

HTML in a body is text here, and a finding: what Markdown cannot say, a component says. The steps
before inline parsing see each block's text as it stands in the source.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from markdown import Markdown
from pymdownx.slugs import slugify

from ...findings import Finding
from ..limits import too_deep
from .annotate import BlockPlaces
from .callouts import Callouts
from .headings import Headings
from .languages import PATTERN, LanguageNames, LanguageSpans
from .leftovers import Leftovers
from .links import Links
from .scope import Scope
from .tables import Tables

EXTENSIONS = (
    "abbr",
    "def_list",
    "fenced_code",
    "footnotes",
    "sane_lists",
    "tables",
    "toc",
    "pymdownx.quotes",
)
FOOTNOTE_TITLES = {
    "en": "Back to the text",
    "es": "Volver al texto",
    "fr": "Revenir au texte",
    "ar": "العودة إلى النص",
}


@dataclass(frozen=True, slots=True)
class Converted:
    """A body as HTML, its h2 headings as ``{id, title}``, and what is wrong with it."""

    html: str
    headings: list[dict[str, str]]
    findings: list[Finding]


def convert(scope: Scope) -> Converted:
    """Return the body of the scope's document as HTML."""
    engine = _engine(scope.document.lang)
    engine.reset()
    engine.havenpress = scope  # type: ignore[attr-defined]  # our steps read it
    try:
        html = engine.convert(scope.document.body)
    except RecursionError:
        _engine.cache_clear()  # it is left in the middle of a text, and would spoil the next one
        return Converted("", [], [*scope.findings, too_deep(scope.document)])
    return Converted(html, scope.headings, scope.findings)


@cache
def _engine(language: str) -> Markdown:
    engine = Markdown(
        extensions=list(EXTENSIONS), extension_configs=_settings(language), output_format="html"
    )
    engine.preprocessors.deregister("html_block")
    engine.inlinePatterns.deregister("html")
    engine.inlinePatterns.register(LanguageSpans(PATTERN, engine), "havenpress-languages", 165)
    for name, step, priority in (
        ("havenpress-places", BlockPlaces, 45),
        ("havenpress-callouts", Callouts, 19.5),
        ("havenpress-tables", Tables, 12),
        ("havenpress-headings", Headings, 6),
        ("havenpress-links", Links, 4),
        ("havenpress-languages", LanguageNames, 3.5),
        ("havenpress-leftovers", Leftovers, 3),
    ):
        engine.treeprocessors.register(step(engine), name, priority)
    return engine


def _settings(language: str) -> dict[str, dict[str, Any]]:
    back = FOOTNOTE_TITLES.get(language.split("-")[0], FOOTNOTE_TITLES["en"])
    return {
        "toc": {"slugify": slugify(case="lower", normalize="NFC"), "permalink": False},
        "footnotes": {"BACKLINK_TITLE": back + " ({})", "SEPARATOR": "-"},
        "pymdownx.quotes": {"callouts": True},
    }
