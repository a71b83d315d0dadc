# SPDX-License-Identifier: AGPL-3.0-or-later
"""Countries by their codes (ISO 3166-1), and the names that people write for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..nodes import Node, Text
from ..reading import Reading
from .words import read_scalar

COUNTRY_SLIPS = {
    "UK": "GB", "EN": "GB", "ENG": "GB", "ENGLAND": "GB", "SCOTLAND": "GB", "WALES": "GB",
    "NORTHERN IRELAND": "GB", "GREAT BRITAIN": "GB", "BRITAIN": "GB", "AMERICA": "US",
    "UNITED STATES OF AMERICA": "US", "HOLLAND": "NL",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its two capitals (ISO 3166-1)."""

    def read(self, node: Node, reading: Reading) -> Text | None:
        """Return the value, or None after reporting what is wrong with it."""
        text = read_scalar(node, reading, "a country code")
        if text is None or text in countries():
            return text
        meant = known_country(text)
        message = f"“{text}” is not a country code"
        remedy = f"{countries()[meant]} is {meant}" if meant else "use two capitals, such as GB"
        reading.fault(text, "value-country", message, remedy, instead=meant)
        return None

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"type": "string", "pattern": "^[A-Z]{2}$"}


@cache
def countries() -> dict[str, str]:
    """The countries and their English names (CLDR, by Babel)."""
    from babel import Locale

    names = Locale("en").territories
    nowhere = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}
    return {
        code: name
        for code, name in names.items()
        if re.fullmatch("[A-Z]{2}", code) and code not in nowhere
    }


def known_country(text: str) -> str | None:
    """Return the code of the country that a text names, by whatever name; None for no country."""
    if text in countries():
        return str(text)
    return COUNTRY_SLIPS.get(text.upper()) or _country_code(text)


def _country_code(text: str) -> str | None:
    from babel.core import get_global

    word = text.strip(" .").upper()
    if word in countries():
        return word
    replaced = get_global("territory_aliases").get(word, ())
    if len(replaced) == 1 and replaced[0] in countries():
        return replaced[0]
    return _country_names().get(word)


@cache
def _country_names() -> dict[str, str]:
    """The codes of countries by their names in some languages, in capitals."""
    from babel import Locale

    return {
        name.upper(): code
        for language in ("pt", "it", "de", "fr", "es", "en")
        for code, name in Locale(language).territories.items()
        if code in countries()
    }
