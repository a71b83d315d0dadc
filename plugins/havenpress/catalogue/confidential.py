# SPDX-License-Identifier: AGPL-3.0-or-later
"""The second wall around a confidential place: no free text, and no note, may say where it is.

The first wall is the model, in which ``address: confidential`` takes no other key. The third is
``scan.scan_output``. The fourth is that nothing of ours makes maps, pins or directions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..findings import WARNING
from ..source import Mapping, Node, Sequence, Text
from ..source.model import Reading
from .entries import CONFIDENTIAL, Service
from .phones import Number, town_of

STREETS = "street|road|avenue|lane|boulevard|crescent|highway|parkway|terrace"
# Words that mean much else, as in “24 hour safe house”; they count with capitals only.
CAPITALISED = (
    "St|Rd|Ave|Blvd|Ln|Dr|Drive|Close|Court|Way|Place|Square|Gardens|Grove|Row|Mews|Hill|Walk"
    "|Parade|Quay|Wharf|House|Alley|Park|Green|Circus|Embankment"
)
CAPITAL = r"[A-ZÀ-Þ][\w’'.-]*"
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (what, re.compile(pattern, flags))
    for what, pattern, flags in (
        (
            "a street with its number",
            rf"\b\d{{1,5}}[a-z]?,?\s+(?:[\w’'.-]+\s+){{1,3}}(?:{STREETS})\b",
            re.IGNORECASE,
        ),
        (
            "a street with its number",
            rf"\b\d{{1,5}}[a-zA-Z]?,?\s+(?:{CAPITAL}\s+){{1,3}}(?:{CAPITALISED})\b",
            0,
        ),
        (
            "a street with its number",
            (
                r"\b(?:calle|c/|avenida|avda\.?|av\.|plaza|paseo|camino|carretera|rua|via|viale|piazza"
                r"|ulica|ul\.)\s*(?:[\w’'.-]+\s+){0,5}[\w’'.-]+,?\s*(?:n\.?[ºo°]?\.?\s*)?\d{1,5}\b"
            ),
            re.IGNORECASE,
        ),
        (
            "a street with its number",
            r"\b\d{1,4}(?:\s?bis|\s?ter)?,?\s+(?:rue|avenue|boulevard|place|chemin|impasse|allée)\s",
            re.IGNORECASE,
        ),
        (
            "a street with its number",
            r"\b[\w-]{3,}(?:straße|strasse|straat|gasse|platz|plein|laan|gatan|vägen)\s+\d{1,4}\b",
            re.IGNORECASE,
        ),
        (
            "a street",
            rf"\b(?:{CAPITAL}\s+)(?:Street|Road|Avenue|Lane|Crescent|Terrace|Boulevard|Mews)\b",
            0,
        ),
        (
            "a postcode",
            r"\b(?:GIR ?0AA|[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})\b",
            re.IGNORECASE,
        ),
        ("a postcode", r"\b[A-Z]{2},?\s+\d{5}(?:-\d{4})?\b", 0),
        ("a postcode", r"\b[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d\b", re.IGNORECASE),
        (
            "a postcode",
            r"\b(?:post ?code|zip(?: code)?|código postal|c\.p\.)[: ]+\w*\d",
            re.IGNORECASE,
        ),
        (
            "coordinates",
            r"-?\b\d{1,3}\.\d{3,}°?\s*[NS]?\s*[,;/ ]\s*-?\d{1,3}\.\d{3,}",
            0,
        ),
        ("coordinates", r"\b\d{1,3}\s?°\s?\d{1,2}(?:\.\d+)?\s?[′']", 0),
        (
            "coordinates",
            r"\b(?:geo:|lat(?:itude)?\s*[:=]|lon(?:gitude)?\s*[:=])\s*-?\d",
            re.IGNORECASE,
        ),
        (
            "a plus code",
            r"\b[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}\b",
            re.IGNORECASE,
        ),
        ("a what3words address", r"///|what3words|w3w\.co", re.IGNORECASE),
        (
            "a link to a map",
            r"google\.[a-z.]+/maps|goo\.gl/|maps\.|openstreetmap\.|osm\.org",
            re.IGNORECASE,
        ),
        (
            "a link to a map",
            r"bing\.com/maps|waze\.com|citymapper|here\.com|mapy\.cz|g\.page",
            re.IGNORECASE,
        ),
    )
)
THREE_WORDS = re.compile(r"(?<![\w@./-])[^\W\d_]{3,}\.[^\W\d_]{3,}\.([^\W\d_]{3,})(?![\w@/.-])")
# The third part of a host name; anything else in three dotted words is taken for a place.
HOSTS = {
    "org",
    "com",
    "net",
    "gov",
    "edu",
    "info",
    "example",
    "test",
    "int",
    "charity",
    "ngo",
}


def guard_service(service: Service, node: Mapping, reading: Reading) -> None:
    """Report every text and note in the entry of a confidential service that says where it is."""
    for text in _texts(node):
        _guard(text, " ".join(text.split()), reading)
    for note in _notes(node, reading):
        _guard(note, note, reading)
    for phone in service.phones:
        _guard_town(phone.number, reading)


def _texts(node: Node) -> Iterator[Text]:
    """All values below a node; the lines of a place that is open to everybody are left out."""
    if isinstance(node, Text):
        yield node
    elif isinstance(node, Sequence):
        for item in node:
            yield from _texts(item)
    elif isinstance(node, Mapping):
        for key, value in node.items():
            if key == "address" and value != CONFIDENTIAL:
                continue
            if key not in {"number", "latitude", "longitude", "last_verified"}:
                yield from _texts(value)


def _notes(node: Mapping, reading: Reading) -> Iterator[Text]:
    """The comments of the entry: they are published with the file."""
    last = _last_line(node)
    for number in range(1 if node.line <= 2 else node.line, len(reading.lines) + 1):
        if number > last and not reading.lines[number - 1].lstrip().startswith("#"):
            break
        line = reading.lines[number - 1]
        start = line.find("#")
        if start == 0 or (start > 0 and line[start - 1] in " \t"):
            yield Text.at(line[start:], reading.file, number, start + 1)


def _last_line(node: Node) -> int:
    if isinstance(node, Text):
        return node.line
    inside = node.values() if isinstance(node, Mapping) else node
    return max([node.line, *(_last_line(item) for item in inside)])


def _guard(node: Text, text: str, reading: Reading) -> None:
    what = found_place(text)
    if what is None:
        return
    node = _exact_line(node, reading)
    message = f"this service has a confidential address, and this text holds what looks like {what}"
    remedy = "take it out; if it was published before, treat the place as known"
    reading.fault(node, "confidential-text", message, remedy)


def _exact_line(node: Text, reading: Reading) -> Text:
    """Return the line of a text over several lines that tells the place, if one line does."""
    count = node.count("\n") + 1
    for number in range(node.line, min(node.line + count, len(reading.lines)) + 1):
        line = reading.lines[number - 1]
        if count > 1 and number > node.line and found_place(line):
            return Text.at(line, reading.file, number, len(line) - len(line.lstrip()) + 1)
    return node


def found_place(text: str) -> str | None:
    """Return what in a text tells where something is, or None."""
    for what, pattern in PATTERNS:
        if pattern.search(text):
            return what
    for match in THREE_WORDS.finditer(text):
        if match[1].lower() not in HOSTS:
            return "a what3words address"
    return None


def _guard_town(number: Number, reading: Reading) -> None:
    town = town_of(number)
    if not town:
        return
    message = (
        f"this number is a landline in {town}, which tells where the confidential place may be"
    )
    remedy = "use a freephone or mobile number, or make sure that the office is elsewhere"
    reading.fault(number.typed, "confidential-phone", message, remedy, level=WARNING)
