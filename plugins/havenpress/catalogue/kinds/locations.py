# SPDX-License-Identifier: AGPL-3.0-or-later
"""The places of a service: the word confidential, or an address and a position."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from ...findings import WARNING, closest
from ...source import Mapping, Node, Sequence, Text
from ...source.kinds.countries import countries
from ...source.kinds.words import read_scalar, without_marks
from ...source.model import Model
from ...source.reading import SHAPELESS, Reading
from ..entries import CONFIDENTIAL, Address

# Words that people write into an address in place of one, some in other languages; without marks.
WITHHELD = re.compile(
    r"\b(?:confidential|undisclosed|not disclosed|withheld|secret(?! garden)|redacted|unlisted|on request"
    r"|(?:hidden|private|safe|secure|secret|protected) (?:address|location|place|site)"
    r"|(?:call|contact|phone|ring|ask|email)(?: us)? for (?:the |our )?(?:address|location|details|directions)"
    r"|not for publication|private residence|disclosed (?:on|upon|after|at|when)"
    r"|(?:address|location) (?:is |will be )?(?:disclosed|given|provided|shared|told|released)"
    r"|kept (?:private|confidential|secret)|not (?:public|published|given|available)|confidenciale?s?|secret[ao]|confidentiel(?:le)?"
    r"|geheim|vertraulich|riservato|poufn[ey]|sigiloso)\b"
    r"|^(?:(?:an? |our )?(?:secure|safe|secret) (?:refuge|house|shelter)|private|hidden|none|null|~|n/?a|x{3,}|tbc|tbd|\?+|-+|unknown)$"
)

NO_PLACE = re.compile(
    r"none|null|~|n/?a|-+|online|virtual|remote|phone|by phone|helpline|various.*|mobile|nowhere",
    re.IGNORECASE,
)

# How postcodes look where that is simple (Universal Postal Union, addressing sheets).
POSTCODES = {
    "GB": r"GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}", "US": r"\d{5}(?:-\d{4})?",
    "CA": r"[A-Z]\d[A-Z] ?\d[A-Z]\d", "IE": r"[A-Z]\d[\dW] ?[A-Z\d]{4}", "AU": r"\d{4}",
    "DE": r"\d{5}", "ES": r"\d{5}", "FR": r"\d{5}", "IT": r"\d{5}", "NL": r"\d{4} ?[A-Z]{2}",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class AddressKind:
    """The word ``confidential``, or the lines of an address that everybody may know."""

    model: Model

    def read(self, node: Node, reading: Reading) -> Address | str | None:
        """Return the value, or None after reporting what is wrong with it."""
        if isinstance(node, Mapping) and CONFIDENTIAL not in node:
            values = self.model.read_node(node, reading)
            lines = (value for name, value in values.items() if name != "country")
            any(_refuse_withheld(line, reading) for line in lines)
            _check_lines(values, reading)
            _check_postcode(values, reading)
            return Address(**values)
        if isinstance(node, Text) and node == CONFIDENTIAL:
            return CONFIDENTIAL
        message = "this is neither an address nor the word “confidential”"
        remedy = "write “address_1: …” and so on below, or the one word confidential"
        if isinstance(node, Text) and NO_PLACE.fullmatch(node):
            remedy += "; where there is no place to go to, take it out"
        if isinstance(node, Sequence) and any(isinstance(item, Mapping) for item in node):
            remedy += ", without hyphens"
        slip = isinstance(node, Text) and not node.lower().startswith(("not", "non", "un"))
        slip = slip and (closest(node, [CONFIDENTIAL]) or is_withheld(node))
        slip = slip and not NO_PLACE.fullmatch(node)
        instead, mistake = CONFIDENTIAL if slip else None, "" if slip else SHAPELESS
        reading.fault(
            node, "confidential-address", message, remedy, instead=instead, mistake=mistake
        )
        return None

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"anyOf": [{"const": CONFIDENTIAL}, self.model.schema()]}


def _check_postcode(values: dict[str, Any], reading: Reading) -> None:
    postcode, country = values.get("postal_code"), values.get("country")
    pattern = POSTCODES.get(str(country))
    if postcode is None or pattern is None or re.fullmatch(pattern, postcode, re.IGNORECASE):
        return
    message = f"“{postcode}” does not look like a postcode of {countries()[country]}"
    remedy = "check it, zeros at the start too"
    reading.fault(postcode, "value-postcode", message, remedy, level=WARNING)


def _check_lines(values: dict[str, Any], reading: Reading) -> None:
    """Report a web address for a street, and a code for a town."""
    street, city = values.get("address_1", ""), values.get("city", "x")
    if "://" in street or "@" in street:
        message, remedy = f"“{street}” is no street", "write street and number"
        reading.fault(street, "value-text", message, remedy)
    if not (city[:1].isalpha() or any(map(str.isalpha, city))):
        message, remedy = f"“{city}” is no town", "write its name; a code belongs to “postal_code”"
        reading.fault(city, "value-text", message, remedy)


def is_withheld(text: str) -> bool:
    """Return whether words for a place that is not told stand in a text."""
    return WITHHELD.search(without_marks(text)) is not None


def _refuse_withheld(line: Text, reading: Reading) -> bool:
    """Return whether a line says that it is withheld, after reporting it."""
    if not is_withheld(line) and not _is_nearly_confidential(line):
        return False
    message = f"“{line}” stands in an ordinary address"
    remedy = "if the place is not for everybody, write “address: confidential” and no more"
    reading.fault(line, "confidential-address", message, remedy)
    return True


def _is_nearly_confidential(text: str) -> bool:
    words = [word for word in text.lower().split() if word.startswith("con")]
    return any(get_close_matches(word, [CONFIDENTIAL], cutoff=0.85) for word in words)


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
        if isinstance(node, Mapping) and CONFIDENTIAL in node and "address" not in node:
            key, remedy = node.key(CONFIDENTIAL), "write “address: confidential” and no more"
            message = f"“{key}” is not a field here"
            reading.fault(key, "confidential-address", message, remedy)
            return self.make(address=CONFIDENTIAL)
        values = self.model.read_node(node, reading)
        if isinstance(node, Mapping):
            _check_position(values, node, reading)
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


def _check_position(values: dict[str, Any], node: Mapping, reading: Reading) -> None:
    given = [values[name] for name in ("latitude", "longitude") if name in values]
    typed = [name for name in ("latitude", "longitude") if name in node]
    if len(given) == 1 and len(typed) == 1:  # of two, one wrong is said already
        message = "a position needs both “latitude” and “longitude”"
        reading.fault(given[0], "value-number", message, "write both, or none")
    elif len(given) == 2 and all(float(each) == 0 for each in given):
        message = "0, 0 is a place in the sea off Africa"
        reading.fault(given[0], "value-number", message, "write the right position, or none")


def _refuse_beside_confidential(key: Text, reading: Reading) -> None:
    message = f"the address is confidential, so “{key}” must not be written down here"
    remedy = "delete it; what stands in this file is public, and stays in its history"
    reading.fault(key, "confidential-address", message, remedy)


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
        pointed = text.replace(",", ".", 1)
        instead = (
            pointed if re.fullmatch(r"-?[0-9]{1,2}\.[0-9]+", pointed) and "," in text else None
        )
        reading.fault(text, "value-number", message, "write it as in 51.5074", instead=instead)
        return None

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"type": "number", "minimum": -self.most, "maximum": self.most}
