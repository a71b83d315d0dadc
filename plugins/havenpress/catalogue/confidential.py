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
from .places import found_place


def guard_service(service: Service, node: Mapping, reading: Reading) -> None:
    """Report every text and note in the entry of a confidential service that says where it is."""
    if "id" not in node:
        _guard(service.place, str(service.id), reading, "the name of this file")
    for text in _texts(node):
        _guard(text, " ".join(text.split()), reading)
    for address in filter(None, (service.url, service.chat)):
        _guard(address, re.sub(r"[-_/+]+|%20", " ", address.partition("://")[2]), reading)
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


def _guard(node: Text, text: str, reading: Reading, where: str = "this text") -> None:
    what = found_place(text)
    if what is None:
        return
    node = _exact_line(node, reading)
    message = f"this service has a confidential address, and {where} holds what looks like {what}"
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


def _guard_town(number: Number, reading: Reading) -> None:
    town = town_of(number)
    if not town:
        return
    message = (
        f"this number is a landline in {town}, which tells where the confidential place may be"
    )
    remedy = "use a freephone or mobile number, or make sure that the office is elsewhere"
    reading.fault(number.typed, "confidential-phone", message, remedy, level=WARNING)
