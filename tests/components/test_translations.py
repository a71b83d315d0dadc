# SPDX-License-Identifier: AGPL-3.0-or-later
"""The theme's words: every text that a reader meets, in every language of the theme."""

from __future__ import annotations

import ast
import datetime
import re
from pathlib import Path

import pytest
from havenpress.components import contact, listing
from havenpress.components.language import date_text, direction, endonym, pick
from havenpress.components.theme import ROOT
from havenpress.components.translations import (
    catalog,
    theme_languages,
    translate,
    translate_count,
)
from jinja2 import Environment

WORDS = ROOT / "translations"
CODE = Path(contact.__file__).parent
TRANSLATED = [language for language in theme_languages(WORDS) if language != "en"]
every_language = pytest.mark.parametrize("language", TRANSLATED)


def texts_of_templates() -> set[str]:
    """What templates put into ``_()`` and ``ngettext()``."""
    environment = Environment(extensions=["jinja2.ext.i18n"])
    found = set()
    for path in sorted((ROOT / "templates").rglob("*.html")):
        for _, _, text in environment.extract_translations(path.read_text(encoding="utf-8")):
            found.add(text if isinstance(text, str) else text[0])
    return found


def texts_of_code() -> set[str]:
    """What our Python puts into ``page.say()``."""
    found = {*contact.ACTIONS.values(), *listing.ROLES.values()}
    for path in sorted(CODE.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "say":
                found |= {each.value for each in node.args if isinstance(each, ast.Constant)}
    return found


@every_language
def test_every_text_is_translated_and_none_is_left_over(language: str) -> None:
    messages = {_id(each) for each in catalog(WORDS, language) if each.id}
    assert messages == texts_of_templates() | texts_of_code()


@every_language
def test_no_translation_is_empty_or_loses_a_value(language: str) -> None:
    for message in catalog(WORDS, language):
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(forms) or not message.id
        if isinstance(message.string, str) and message.id:
            assert _values(message.string) == _values(_id(message))


def _id(message: object) -> str:
    return message.id[0] if isinstance(message.id, tuple) else message.id  # type: ignore[attr-defined]


def _values(text: str) -> list[str]:
    return sorted(re.findall(r"%\((\w+)\)s", text))


def test_a_language_is_found_by_the_one_it_is_a_kind_of() -> None:
    assert translate(WORDS, "es-MX", "Home") == "Inicio"
    assert translate(WORDS, "pl", "Home") == "Home"


@pytest.mark.parametrize(
    ("language", "count", "form"),
    [
        ("en", 1, "%(count)s article"),
        ("en", 2, "%(count)s articles"),
        ("es", 1, "%(count)s artículo"),
        ("ar", 2, "مقالان"),
        ("ar", 3, "%(count)s مقالات"),
        ("ar", 11, "%(count)s مقالاً"),
        ("ar", 100, "%(count)s مقال"),
    ],
)
def test_counts_take_the_form_of_the_language(language: str, count: int, form: str) -> None:
    one, many = "%(count)s article", "%(count)s articles"
    assert translate_count(WORDS, language, one, many, count) == form


def test_languages_have_their_own_names_and_directions() -> None:
    assert [endonym(code) for code in ("en", "es", "ar", "pl")] == [
        "English",
        "Español",
        "العربية",
        "Polski",
    ]
    assert [direction(code) for code in ("en", "ar", "fa", "ur", "tlh")] == [
        "ltr",
        "rtl",
        "rtl",
        "rtl",
        "ltr",
    ]


def test_dates_are_written_as_the_country_does() -> None:
    day = datetime.date(2026, 3, 12)
    assert date_text(day, "en", "GB") == "12 March 2026"
    assert date_text(day, "en", "US") == "March 12, 2026"
    assert date_text(day, "es", "GB") == "12 de marzo de 2026"


def test_what_is_put_into_a_text_is_escaped(environment: Environment) -> None:
    template = environment.from_string("{{ _('Articles about %(topic)s', topic='<b>') }}")
    assert template.render() == "Articles about &lt;b&gt;"


@pytest.mark.parametrize(
    ("texts", "language", "shown", "marked"),
    [
        ({"en": "Call us", "ar": "اتصل بنا"}, "ar", "اتصل بنا", ""),
        ({"en": "Call us"}, "ar", "Call us", ' lang="en" dir="ltr"'),
        ("Small Harbour", "ar", "Small Harbour", ' lang="en" dir="ltr"'),
        ("Small Harbour", "en", "Small Harbour", ""),
        ({"en": "Call us"}, "en-GB", "Call us", ""),
    ],
)
def test_a_text_that_is_not_translated_says_its_language(
    texts: dict[str, str] | str, language: str, shown: str, marked: str
) -> None:
    text = pick(texts, language, "en")
    assert text == shown
    assert listing.in_language(None, text) == marked
