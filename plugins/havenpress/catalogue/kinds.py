# SPDX-License-Identifier: AGPL-3.0-or-later
"""Kinds of values that only a catalogue has."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..source import Mapping, Node, Text
from ..source.kinds import Translated
from ..source.kinds.words import EMAIL, read_scalar
from ..source.model import Model, Reading, closest
from ..source.text import HIDDEN
from .entries import CONFIDENTIAL, Address

WITHHELD = re.compile(
    r"\b(?:confidential|undisclosed|not disclosed|withheld|secret|on request|confidencial|secreta?)\b",
    re.IGNORECASE,
)
COUNTRY_SLIPS = {"UK": "GB", "EN": "GB", "ENG": "GB", "USA": "US"}


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
        values = self.model.read_node(node, reading)
        if self.check is not None:
            self.check(values, reading)
        if self.needs and self.needs not in values:
            return None
        return self.make(**values)

    def schema(self) -> dict[str, Any]:
        return self.model.schema()


@dataclass(frozen=True, slots=True)
class Prose:
    """Text for readers, over any number of lines, in which every sign can be seen."""

    def read(self, node: Node, reading: Reading) -> Text | None:
        text = read_scalar(node, reading, "text")
        if text is None:
            return None
        hidden = HIDDEN.search(text)
        if hidden and not any(hidden[0] in line for line in reading.lines):  # else told before
            message = f"there is a character here that nobody can see (U+{ord(hidden[0]):04X})"
            reading.fault(text, "text-visible", message, "delete it, or type the text anew")
        return text

    def schema(self) -> dict[str, Any]:
        return {"type": "string"}


WORDS = Translated(Prose())


@dataclass(frozen=True, slots=True)
class AddressKind:
    """The word ``confidential``, or the lines of an address that everybody may know."""

    model: Model

    def read(self, node: Node, reading: Reading) -> Address | str | None:
        if isinstance(node, Mapping) and CONFIDENTIAL not in node:
            values = self.model.read_node(node, reading)
            for value in values.values():
                _refuse_withheld(value, reading)
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
        return {"anyOf": [{"const": CONFIDENTIAL}, self.model.schema()]}


def _refuse_withheld(value: object, reading: Reading) -> None:
    if isinstance(value, Text) and WITHHELD.search(value):
        message = f"“{value}” stands in an ordinary address"
        remedy = "if the place is not for everybody, write “address: confidential” and no more"
        reading.fault(value, "confidential-address", message, remedy)


@dataclass(frozen=True, slots=True)
class LocationKind:
    """One place; beside ``address: confidential`` nothing else may be written."""

    model: Model
    make: Callable[..., Any]

    def read(self, node: Node, reading: Reading) -> Any:
        if isinstance(node, Mapping) and node.get("address") == CONFIDENTIAL:
            for key in node:
                if key != "address":
                    _refuse_beside_confidential(key, reading)
            return self.make(address=CONFIDENTIAL)
        return self.make(**self.model.read_node(node, reading))

    def schema(self) -> dict[str, Any]:
        closed = {
            "type": "object",
            "properties": {"address": {"const": CONFIDENTIAL}},
            "required": ["address"],
            "additionalProperties": False,
        }
        return {"anyOf": [closed, self.model.schema()]}


def _refuse_beside_confidential(key: Text, reading: Reading) -> None:
    message = f"the address is confidential, so “{key}” must not be written down here"
    remedy = "delete it; what stands in this file is public, and stays in its history"
    reading.fault(key, "confidential-address", message, remedy)


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its two capitals (ISO 3166-1)."""

    def read(self, node: Node, reading: Reading) -> Text | None:
        text = read_scalar(node, reading, "a country code")
        if text is None or text in _countries():
            return text
        meant = COUNTRY_SLIPS.get(text.upper()) or _country_code(text)
        message = f"“{text}” is not a country code"
        remedy = f"{_countries()[meant]} is {meant}" if meant else "use two capitals, such as GB"
        reading.fault(text, "value-country", message, remedy, instead=meant)
        return None

    def schema(self) -> dict[str, Any]:
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
    if text.upper() in _countries():
        return text.upper()
    return next(
        (code for code, name in _countries().items() if name.lower() == text.lower()),
        None,
    )


@dataclass(frozen=True, slots=True)
class Role:
    """A team or a role: what stands here is published, so it names no person by e-mail."""

    def read(self, node: Node, reading: Reading) -> Text | None:
        text = read_scalar(node, reading, "a team or role")
        if text is None:
            return None
        if EMAIL.search(text):
            message = "write a team or role, not a person’s e-mail: this is published"
            reading.fault(text, "verified-by", message, "as in “Directory team”")
            return None
        return text

    def schema(self) -> dict[str, Any]:
        return {"type": "string"}


@dataclass(frozen=True, slots=True)
class Coordinate:
    """A latitude or longitude in degrees; kept as it was typed."""

    most: int

    def read(self, node: Node, reading: Reading) -> Text | None:
        text = read_scalar(node, reading, "degrees")
        if text is None:
            return None
        if re.fullmatch(r"-?\d{1,3}(\.\d+)?", text) and abs(float(text)) <= self.most:
            return text
        message = f"“{text}” is not a number of degrees from -{self.most} to {self.most}"
        reading.fault(text, "value-number", message, "write it as in 51.5074")
        return None

    def schema(self) -> dict[str, Any]:
        return {"type": "number", "minimum": -self.most, "maximum": self.most}


@dataclass(frozen=True, slots=True)
class Zone:
    """A time zone by its name in the IANA database."""

    def read(self, node: Node, reading: Reading) -> Text | None:
        from zoneinfo import available_timezones

        text = read_scalar(node, reading, "a time zone")
        if text is None or text in available_timezones():
            return text
        close = closest(text, available_timezones())
        remedy = f"did you mean “{close}”?" if close else "write one as in Europe/London"
        reading.fault(
            text,
            "value-choice",
            f"there is no time zone “{text}”",
            remedy,
            instead=close,
        )
        return None

    def schema(self) -> dict[str, Any]:
        return {"type": "string"}


@dataclass(frozen=True, slots=True)
class Uuid:
    """A UUID (RFC 9562)."""

    def read(self, node: Node, reading: Reading) -> Text | None:
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
        return {"type": "string", "format": "uuid"}
