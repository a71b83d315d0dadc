# SPDX-License-Identifier: AGPL-3.0-or-later
"""Kinds of values that only a catalogue has."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any

from ..findings import WARNING
from ..source import Mapping, Node, Text
from ..source.kinds import Translated
from ..source.kinds.emails import EMAIL
from ..source.kinds.words import read_scalar
from ..source.model import Model, Reading, closest
from ..source.text import HIDDEN
from .entries import CONFIDENTIAL, Address

# Words that people write into an address in place of one, some in other languages.
WITHHELD = re.compile(
    r"\b(?:confidential|undisclosed|not disclosed|withheld|secret|redacted|unlisted|on request"
    r"|(?:hidden|private|safe|secure|protected) (?:address|location|place|site)"
    r"|(?:call|contact|phone|ring|ask|email)(?: us)? for (?:the |our )?(?:address|location|details)"
    r"|kept (?:private|confidential|secret)|not (?:public|published|given|available)|confidenciale?s?|secret[ao]|confidentiel(?:le)?"
    r"|geheim|vertraulich|riservato|poufn[ey]|sigiloso)\b"
    r"|^(?:private|hidden|none|null|~|n/?a|x{3,}|tbc|tbd|\?+|-+|unknown)$",
    re.IGNORECASE,
)
COUNTRY_SLIPS = {
    "UK": "GB", "EN": "GB", "ENG": "GB", "ENGLAND": "GB", "SCOTLAND": "GB", "WALES": "GB",
    "NORTHERN IRELAND": "GB", "GREAT BRITAIN": "GB", "BRITAIN": "GB", "AMERICA": "US",
    "UNITED STATES OF AMERICA": "US", "HOLLAND": "NL",
}  # fmt: skip
# How postcodes look where that is simple (Universal Postal Union, addressing sheets).
POSTCODES = {
    "GB": r"GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}", "US": r"\d{5}(?:-\d{4})?",
    "CA": r"[A-Z]\d[A-Z] ?\d[A-Z]\d", "IE": r"[A-Z]\d[\dW] ?[A-Z\d]{4}", "AU": r"\d{4}",
    "DE": r"\d{5}", "ES": r"\d{5}", "FR": r"\d{5}", "IT": r"\d{5}", "NL": r"\d{4} ?[A-Z]{2}",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Made:
    """A mapping with the fields of a model that becomes an object.

    ``check`` sees the values before the object is made, and may report more.
    """

    model: Model
    make: Callable[..., Any]
    check: Callable[[dict[str, Any], Reading], None] | None = None
    needs: str = ""

    def read(self, node: Node, reading: Reading) -> Any:
        """Return the value, or None after reporting what is wrong with it."""
        values = self.model.read_node(node, reading)
        if self.check is not None:
            self.check(values, reading)
        if self.needs and self.needs not in values:
            return None
        return self.make(**values)

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return self.model.schema()


# What readers would see as it stands: a tag, a link of Markdown, a word in place of a text.
MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|\[[^\[\]]+\]\([^()\s]+\)|&[a-z]+;|&#\d+;")
NO_TEXT = re.compile(
    r"\W*(?:null|todo|fixme|tb[acd]|lorem ipsum\b.*|x{3,}|none|n/a|nil)?\W*", re.I | re.S
)


@dataclass(frozen=True, slots=True)
class Prose:
    """Text for readers in which every sign can be seen, on one line or on any number of them."""

    one_line: bool = False

    def read(self, node: Node, reading: Reading) -> Text | None:
        """Return the value, or None after reporting what is wrong with it."""
        text = read_scalar(node, reading, "text")
        if text is None:
            return None
        hidden = None if text.isprintable() else HIDDEN.search(text)
        if hidden and not any(hidden[0] in line for line in reading.lines):  # else told before
            message = f"there is a character here that nobody can see (U+{ord(hidden[0]):04X})"
            reading.fault(text, "text-visible", message, "delete it, or type the text anew")
        if self.one_line and "\n" in text.strip():
            reading.fault(
                text, "value-text", "this goes over several lines", "write it in one line"
            )
        _report_what_is_no_text(text, reading)
        return text

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"type": "string"}


def _report_what_is_no_text(text: Text, reading: Reading) -> None:
    if len(text) < 80 and NO_TEXT.fullmatch(text):
        message = f"“{text.strip()}” is not a text for readers"
        reading.fault(text, "value-text", message, "write the text, or leave the field out")
    elif ("<" in text or "](" in text or "&" in text) and (match := MARKUP.search(text)):
        message = f"“{match[0]}” would be shown to readers as it stands"
        reading.fault(
            text, "value-text", message, "write plain text; links have fields of their own"
        )


WORDS = Translated(Prose())
TITLE = Translated(Prose(one_line=True))


@dataclass(frozen=True, slots=True)
class AddressKind:
    """The word ``confidential``, or the lines of an address that everybody may know."""

    model: Model

    def read(self, node: Node, reading: Reading) -> Address | str | None:
        """Return the value, or None after reporting what is wrong with it."""
        if isinstance(node, Mapping) and CONFIDENTIAL not in node:
            values = self.model.read_node(node, reading)
            for value in values.values():
                _refuse_withheld(value, reading)
            _check_postcode(values, reading)
            return Address(**values)
        if isinstance(node, Text) and node == CONFIDENTIAL:
            return CONFIDENTIAL
        message = "this is neither an address nor the word “confidential”"
        remedy = "write “address_1: …” and so on below, or the one word confidential"
        slip = isinstance(node, Text) and closest(node, [CONFIDENTIAL])
        instead = CONFIDENTIAL if slip or WITHHELD.search(str(node)) else None
        reading.fault(node, "confidential-address", message, remedy, instead=instead)
        return None

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"anyOf": [{"const": CONFIDENTIAL}, self.model.schema()]}


def _check_postcode(values: dict[str, Any], reading: Reading) -> None:
    postcode, country = values.get("postal_code"), values.get("country")
    pattern = POSTCODES.get(str(country))
    if postcode is None or pattern is None or re.fullmatch(pattern, postcode, re.IGNORECASE):
        return
    message = f"“{postcode}” does not look like a postcode of {_countries()[country]}"
    remedy = "check it, zeros at the start too"
    reading.fault(postcode, "value-postcode", message, remedy, level=WARNING)


def _refuse_withheld(value: object, reading: Reading) -> None:
    if isinstance(value, Text) and (WITHHELD.search(value) or _is_nearly_confidential(value)):
        message = f"“{value}” stands in an ordinary address"
        remedy = "if the place is not for everybody, write “address: confidential” and no more"
        reading.fault(value, "confidential-address", message, remedy)


def _is_nearly_confidential(text: str) -> bool:
    words = [word.lower() for word in text.split() if word[:3].lower() == "con"]
    return bool(words) and any(
        get_close_matches(word, [CONFIDENTIAL], cutoff=0.85) for word in words
    )


@dataclass(frozen=True, slots=True)
class LocationKind:
    """One place; beside ``address: confidential`` nothing else may be written."""

    model: Model
    make: Callable[..., Any]

    def read(self, node: Node, reading: Reading) -> Any:
        """Return the value, or None after reporting what is wrong with it."""
        if isinstance(node, Mapping) and node.get("address") == CONFIDENTIAL:
            for key in node:
                if key != "address":
                    _refuse_beside_confidential(key, reading)
            return self.make(address=CONFIDENTIAL)
        values = self.model.read_node(node, reading)
        _check_position(values, reading)
        return self.make(**values)

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        closed = {
            "type": "object",
            "properties": {"address": {"const": CONFIDENTIAL}},
            "required": ["address"],
            "additionalProperties": False,
        }
        return {"anyOf": [closed, self.model.schema()]}


def _check_position(values: dict[str, Any], reading: Reading) -> None:
    given = [values[name] for name in ("latitude", "longitude") if name in values]
    if len(given) == 1:
        message = "a position needs both “latitude” and “longitude”"
        reading.fault(given[0], "value-number", message, "write both, or none")
    elif given and all(float(each) == 0 for each in given):
        message = "0, 0 is a place in the sea off Africa"
        reading.fault(given[0], "value-number", message, "write the right position, or none")


def _refuse_beside_confidential(key: Text, reading: Reading) -> None:
    message = f"the address is confidential, so “{key}” must not be written down here"
    remedy = "delete it; what stands in this file is public, and stays in its history"
    reading.fault(key, "confidential-address", message, remedy)


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its two capitals (ISO 3166-1)."""

    def read(self, node: Node, reading: Reading) -> Text | None:
        """Return the value, or None after reporting what is wrong with it."""
        text = read_scalar(node, reading, "a country code")
        if text is None or text in _countries():
            return text
        meant = COUNTRY_SLIPS.get(text.upper()) or _country_code(text)
        message = f"“{text}” is not a country code"
        remedy = f"{_countries()[meant]} is {meant}" if meant else "use two capitals, such as GB"
        reading.fault(text, "value-country", message, remedy, instead=meant)
        return None

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"type": "string", "pattern": "^[A-Z]{2}$"}


@cache
def _countries() -> dict[str, str]:
    """The countries and their English names (CLDR, by Babel)."""
    from babel import Locale

    names = Locale("en").territories
    nowhere = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}
    return {
        code: name
        for code, name in names.items()
        if re.fullmatch("[A-Z]{2}", code) and code not in nowhere
    }


def _country_code(text: str) -> str | None:
    from babel.core import get_global

    word = text.strip(" .").upper()
    if word in _countries():
        return word
    replaced = get_global("territory_aliases").get(word, ())
    if len(replaced) == 1 and replaced[0] in _countries():
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
        if code in _countries()
    }


@dataclass(frozen=True, slots=True)
class Role:
    """A team or a role: what stands here is published, so it names no person by e-mail."""

    def read(self, node: Node, reading: Reading) -> Text | None:
        """Return the value, or None after reporting what is wrong with it."""
        text = read_scalar(node, reading, "a team or role")
        if text is None:
            return None
        if EMAIL.search(text) or len(re.findall(r"\d", text)) >= 7:
            what = "e-mail" if EMAIL.search(text) else "number"
            message = f"write a team or role, not a person’s {what}: this is published"
            reading.fault(text, "verified-by", message, "as in “Directory team”")
            return None
        return text

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"type": "string"}


@dataclass(frozen=True, slots=True)
class Coordinate:
    """A latitude or longitude in degrees; kept as it was typed."""

    most: int

    def read(self, node: Node, reading: Reading) -> Text | None:
        """Return the value, or None after reporting what is wrong with it."""
        text = read_scalar(node, reading, "degrees")
        if text is None:
            return None
        if re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]+)?", text) and abs(float(text)) <= self.most:
            return text
        message = f"“{text}” is not a number of degrees from -{self.most} to {self.most}"
        reading.fault(text, "value-number", message, "write it as in 51.5074")
        return None

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"type": "number", "minimum": -self.most, "maximum": self.most}


@dataclass(frozen=True, slots=True)
class Zone:
    """A time zone by its name in the IANA database."""

    def read(self, node: Node, reading: Reading) -> Text | None:
        """Return the value, or None after reporting what is wrong with it."""
        from zoneinfo import available_timezones

        text = read_scalar(node, reading, "a time zone")
        if text is None or text in _zones() or text == "UTC":
            return text
        if text in available_timezones():
            message = f"“{text}” has no summer time"
            remedy = "name a city, as in Europe/London"
            reading.fault(text, "value-choice", message, remedy)
            return None
        close = _zone_near(text)
        remedy = f"did you mean “{close}”?" if close else "write one as in Europe/London"
        message = f"there is no time zone “{text}”"
        reading.fault(text, "value-choice", message, remedy, instead=close)
        return None

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"type": "string"}


@cache
def _zones() -> list[str]:
    """The time zones that are named for a place."""
    from zoneinfo import available_timezones

    return sorted(
        zone for zone in available_timezones() if "/" in zone and not zone.startswith("Etc/")
    )


def _zone_near(text: str) -> str | None:
    city = text.strip().replace(" ", "_").lower()
    named = [zone for zone in _zones() if zone.lower().rpartition("/")[2] == city]
    return next(iter(named), None) or closest(text, _zones())


@dataclass(frozen=True, slots=True)
class Uuid:
    """A UUID (RFC 9562)."""

    def read(self, node: Node, reading: Reading) -> Text | None:
        """Return the value, or None after reporting what is wrong with it."""
        from uuid import UUID

        text = read_scalar(node, reading, "a UUID")
        if text is None:
            return None
        try:
            UUID(text)
        except ValueError:
            message = f"“{text}” is not a UUID"
            remedy = "make one with: python3 -c 'import uuid; print(uuid.uuid4())'"
            reading.fault(text, "value-text", message, remedy)
            return None
        return text

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"type": "string", "format": "uuid"}
