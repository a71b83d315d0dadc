# SPDX-License-Identifier: AGPL-3.0-or-later
"""Languages as pages need them: which one a page is in, its direction, its own name, its dates."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from jinja2.runtime import Context

from ..source import Text

FALLBACK = "en"


def page_language(context: Context) -> str:
    """Return the language of the page that is being rendered, as a BCP 47 tag."""
    if language := context.get("lang"):
        return str(language)
    for name in ("view", "article", "page"):
        if language := getattr(context.get(name), "lang", ""):
            return str(language)
    site = getattr(context.get("site"), "language", "")
    return str(site or context.get("DEFAULT_LANG") or FALLBACK)


@cache
def locale(language: str, country: str = "") -> Locale | None:
    """Return what is known of a language in a country, or of the language alone."""
    tag = language.replace("-", "_")
    for name in (f"{tag}_{country}", tag, tag.split("_")[0]):
        try:
            return Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
    return None


def direction(language: str) -> str:
    """Return ``rtl`` or ``ltr``."""
    known = locale(language)
    return known.text_direction if known else "ltr"


@cache
def endonym(language: str) -> str:
    """Return what speakers call their language, with a capital where the script has them."""
    known = locale(language)
    name = known.get_language_name(language.replace("-", "_")) if known else None
    return name[:1].upper() + name[1:] if name else language


def date_text(day: datetime.date, language: str, country: str = "") -> str:
    """Return a date in words, as the country writes it: 12 March 2026."""
    known = locale(language, country)
    return format_date(day, "long", locale=known) if known else day.isoformat()


def month_text(day: datetime.date, language: str, country: str = "") -> str:
    """Return a month in words: March 2026."""
    known = locale(language, country)
    return format_date(day, "LLLL y", locale=known) if known else f"{day:%Y-%m}"


class Untranslated(Text):
    """A text on a page in another language; ``lang`` is its own."""

    __slots__ = ("lang",)

    lang: str


def pick(texts: Mapping[str, str] | str | None, language: str, default: str) -> str:
    """Return the text in a language, else in the site's first one; "" where there is none.

    A text that is given without a language is in the first one.
    """
    if not texts:
        return ""
    if isinstance(texts, str):
        texts = {default: texts}
    for choice in (language, language.split("-")[0]):
        if choice in texts:
            return texts[choice]
    code = default if default in texts else next(iter(texts))
    if code.split("-")[0] == language.split("-")[0]:
        return texts[code]
    return _named(texts[code], code)


def _named(text: str, language: str) -> Untranslated:
    """Return a text with its place, if it has one, and its language."""
    place = (getattr(text, name, "") for name in ("file", "line", "column"))
    named = Untranslated.at(text, *place)
    named.lang = language
    return named
