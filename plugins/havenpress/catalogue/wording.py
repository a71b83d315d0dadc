# SPDX-License-Identifier: AGPL-3.0-or-later
"""The catalogue's own sentences, dates and times in the languages of its readers.

The sentences are data, one file a language in ``words/``. A language without a file gets the
English ones; its dates and names of languages still come from CLDR, by Babel.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, get_day_names
from babel.lists import format_list

from ..source import read_text, read_yaml
from ..source.kinds.languages import UNNAMED_LANGUAGES

FOLDER = Path(__file__).parent / "words"


class Wording:
    """The words of one language for readers in one country."""

    def __init__(self, language: str, country: str = "") -> None:
        self.language = language
        self.locale = _locale(language, country)
        self._words = _read_words(language) or _read_words(language.split("-")[0]) or {}
        self._english = _read_words("en") or {}

    def __call__(self, key: str, **values: object) -> str:
        """Return the sentence of a dotted key, with the values filled in; KeyError if none."""
        text = _find(self._words, key) or _find(self._english, key)
        if not isinstance(text, str):
            raise KeyError(key)
        return str(text).format(**values) if values else str(text)

    def get(self, key: str) -> str:
        """Return the sentence of a key, or nothing."""
        text = _find(self._words, key) or _find(self._english, key)
        return str(text) if isinstance(text, str) else ""

    def count(self, key: str, count: int) -> str:
        """Return the sentence for a number of things, in the right plural form."""
        form = self.locale.plural_form(count)
        key = f"{key}.{form}" if self.get(f"{key}.{form}") else f"{key}.other"
        return self(key, count=count)

    def plurals(self, key: str) -> dict[str, str]:
        """Return the plural forms of a key as they are written."""
        forms = _find(self._words, key) or _find(self._english, key)
        return {str(form): str(text) for form, text in forms.items()}

    def date(self, date: datetime.date, *, weekday: bool = False) -> str:
        """Return a date as people write it."""
        form = "full" if weekday else "long"
        return format_date(date, form, locale=self.locale)

    def join(self, texts: Iterable[str]) -> str:
        """Return texts as one list in a sentence."""
        return format_list(list(texts), locale=self.locale)

    def language_name(self, code: str) -> str:
        """Return the name of a language, in this one, as it stands in a list."""
        try:
            name = Locale.parse(code, sep="-").get_display_name(self.locale)
        except (UnknownLocaleError, ValueError):
            name = None
        found = name or self.locale.languages.get(code.split("-")[0])
        first = code.split("-")[0]
        return found or UNNAMED_LANGUAGES.get(first) or Locale("en").languages.get(first, code)

    def country_name(self, code: str) -> str:
        """Return the name of a country by its ISO 3166-1 code; the code where there is none."""
        return self.locale.territories.get(code, code)

    @cached_property
    def day_names(self) -> tuple[str, ...]:
        """The seven days, Monday first."""
        names = get_day_names("wide", context="stand-alone", locale=self.locale)
        return tuple(names[number] for number in range(7))

    def time(self, minutes: int) -> str:
        """Return a time of day as people say it."""
        hour, minute = divmod(minutes % (24 * 60), 60)
        if self("clock") != "12":
            hour = 24 if minutes == 24 * 60 else hour  # the end of a day, not its start
            return f"{hour}:{minute:02}"
        if minute == 0 and hour in (0, 12):
            return "midday" if hour else "midnight"
        half = "am" if hour < 12 else "pm"
        return f"{hour % 12 or 12}{f':{minute:02}' if minute else ''}{half}"


@cache
def wording(language: str, country: str = "") -> Wording:
    """Return the words of a language, read once."""
    return Wording(language, country)


def has_words(language: str) -> bool:
    """Whether the catalogue's own sentences are written in a language."""
    return any((FOLDER / f"{tag}.yaml").is_file() for tag in (language, language.split("-")[0]))


def _locale(language: str, country: str) -> Locale:
    for tag in (f"{language}-{country}", language, language.split("-")[0], "en"):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    raise AssertionError("CLDR always has English")


@cache
def _read_words(language: str) -> dict[str, Any] | None:
    path = FOLDER / f"{language}.yaml"
    if not path.is_file():
        return None
    text, findings = read_text(path, path.name)
    node, faults = read_yaml(text or "", path.name)
    if findings or faults:
        raise ValueError(f"{path}: {[*findings, *faults]}")
    return node


def _find(words: Any, key: str) -> Any:
    for part in key.split("."):
        if not isinstance(words, dict) or part not in words:
            return None
        words = words[part]
    return words
