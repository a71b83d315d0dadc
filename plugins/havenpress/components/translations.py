# SPDX-License-Identifier: AGPL-3.0-or-later
"""The theme's own words in the language of the page, from ``theme/translations/<lang>.po``.

English stands in the templates. A language without a file, or a word without a translation,
is shown in English.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from gettext import c2py
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from .language import page_language

ENGLISH = "en"


def theme_languages(folder: Path) -> list[str]:
    """Return the languages that the theme's words are in."""
    return sorted({ENGLISH, *(path.stem for path in folder.glob("*.po"))})


@cache
def catalog(folder: Path, language: str) -> Catalog | None:
    """Return the translations of a language, or of the language it is a kind of (``es-MX``)."""
    for name in (language, language.split("-")[0]):
        path = folder / f"{name}.po"
        if path.is_file():
            with path.open("rb") as file:
                return read_po(file, locale=name.replace("-", "_"))
    return None


def translate(folder: Path, language: str, text: str) -> str:
    """Return one of the theme's texts in a language."""
    return _found(folder, language, text) or text


def translate_count(folder: Path, language: str, one: str, many: str, count: int) -> str:
    """Return the form of a text that the language asks for with that count (CLDR plurals)."""
    forms = _found(folder, language, one)
    if isinstance(forms, tuple) and all(forms):
        return forms[_plural(catalog(folder, language))(count)]
    return one if count == 1 else many


def _plural(words: Catalog) -> Callable[[int], int]:
    """Return the rule of a file's ``Plural-Forms``: which form a count takes."""
    return c2py(words.plural_expr)


def _found(folder: Path, language: str, text: str) -> Any:
    words = catalog(folder, language)
    message = words.get(text) if words is not None else None
    return message.string if message is not None and not message.fuzzy else ""


@pass_context
def _gettext(context: Context, text: str, *, folder: Path, **values: object) -> str:
    return _fill(context, translate(folder, page_language(context), text), values)


@pass_context
def _ngettext(
    context: Context, one: str, many: str, count: int, *, folder: Path, **values: object
) -> str:
    text = translate_count(folder, page_language(context), one, many, count)
    return _fill(context, text, {"count": count, **values})


def _fill(context: Context, text: str, values: Mapping[str, object]) -> str:
    """Put values into ``%(name)s``; with autoescape what is put in is escaped."""
    if not values:
        return text
    return (Markup(text) if context.eval_ctx.autoescape else text) % dict(values)  # noqa: S704


def gettext_functions(folder: Path) -> dict[str, Callable[..., str]]:
    """Return ``_``, ``gettext`` and ``ngettext`` for templates."""
    gettext = pass_context(partial(_gettext, folder=folder))
    ngettext = pass_context(partial(_ngettext, folder=folder))
    return {"_": gettext, "gettext": gettext, "ngettext": ngettext}
