# SPDX-License-Identifier: AGPL-3.0-or-later
"""The second wall around a confidential place: no free text, and no note, may say where it is.

The first wall is the model, in which ``address: confidential`` takes no other key. The third is
``output.scan_output``. The fourth is that nothing of ours makes maps, pins or directions.

What can hardly mean anything but a place is an error. What only may be one is a warning, and the
writer can say under ``not_the_place`` that these words are no hint.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass

from ...findings import WARNING, Finding
from ...source import Mapping, Node, Sequence, Text
from ...source.reading import Reading, finding_at
from ..entries import CONFIDENTIAL, Area, Organization, Service
from ..kinds.phones import town_of, towns_in
from ..places import found_place, suspected_place, without
from ..places.names import hint_in_name, place_in_name

EXCUSES = "not_the_place"
HINT = "confidential-hint"  # the rule of what may tell the place
SERVICE = "this service has a confidential address"
LIST = "a service of this list has a confidential address"
ORGANIZATION = "this organisation runs a service with a confidential address"
OFFICE = "an office that everybody may know is a place of a service of its own"
KNOWN = "if it was published before, treat the place as known"
# Values that no sentence stands in, ids, which are looked at as names, and the words that are excused.
NO_TEXT = {"number", "latitude", "longitude", "last_verified", "id", "formerly", EXCUSES}

NOTE = re.compile(r"(?:^|(?<=[ \t]))#")  # a “#” inside of a word starts none


def guard_service(service: Service, node: Mapping, reading: Reading) -> None:
    """Report every text and note in the entry of a confidential service that says where it is."""
    guard = _Guard(reading, SERVICE, KNOWN, service.not_the_place)
    if "id" in node:
        guard.look_at_name(node["id"], str(service.id), "this id")
    else:
        guard.look_at_name(service.place, str(service.id))
    for old in service.formerly:
        guard.look_at_name(old, str(old), "this id")
    guard.look_at_entry(node, (service.url, service.chat))
    for phone in service.phones:
        _guard_town(phone.number.typed, town_of(phone.number), reading)


def guard_list(node: Mapping, reading: Reading) -> None:
    """Report notes that tell a place on top of a list with a confidential service: of no item, or all."""
    _Guard(reading, LIST, KNOWN, ()).look_at_notes(range(1, node.line))


def guard_organization(organization: Organization, node: Mapping, reading: Reading) -> None:
    """Report what tells a place in the entry of an organisation that runs a confidential service."""
    guard = _Guard(reading, ORGANIZATION, OFFICE, organization.not_the_place)
    guard.look_at_name(organization.place, organization.id)
    guard.look_at_entry(node, (organization.website,))


def guard_areas(
    services: Iterable[Service], areas: AbstractMapping[str, Area]
) -> Iterator[Finding]:
    """Yield a finding for each area of a confidential service whose name is as narrow as a place."""
    used = {str(area) for each in services if each.is_confidential for area in each.areas}
    for id_ in sorted(used & areas.keys()):
        for name in areas[id_].name.values():
            what = found_place(name)
            if what is not None:
                message = (
                    "a service with a confidential address is in this area, and its name holds"
                    f" what looks like {what}"
                )
                yield finding_at(name, "confidential-text", message, "name a wider area")


@dataclass(frozen=True, slots=True)
class _Guard:
    """One look through an entry: why it must tell no place, and the words that are excused."""

    reading: Reading
    because: str
    advice: str
    excuses: tuple[Text, ...]

    def look_at_name(self, place: Text, name: str, where: str = "the name of this file") -> None:
        """Look at the name of the file, or an id, which is a part of a web address."""
        told = place_in_name(name, found_place)
        if told is not None:
            self._refuse(place, told, where)
            return
        told = hint_in_name(without(name.replace("-", " "), self.excuses), suspected_place)
        if told is not None:
            self._warn(place, told, where)

    def look_at_entry(self, node: Mapping, addresses: tuple[Text | None, ...]) -> None:
        """Look at every value, every web address and every note, and at the list of excuses."""
        for text in _texts(node):
            if not (text.isalpha() and text.islower()):  # one small word, as “never”, tells nothing
                self._look(text, *_readings(text))
                self._look_for_landlines(text)
        for address in filter(None, addresses):
            words = re.sub(r"[-_/+]+|%20", " ", address.partition("://")[2])
            if not any(map(found_place, _readings(address))):  # else it is told
                self._look(address, words)
        self.look_at_notes(_lines_of(node, self.reading.lines))
        for excuse in self.excuses:
            self._look_at_excuse(excuse)

    def look_at_notes(self, numbers: range) -> None:
        """Look at the notes on some lines of the file."""
        for note in _notes(numbers, self.reading):
            self._look(note, note)

    def _look(self, node: Text, *readings: str) -> None:
        what = next(filter(None, map(found_place, readings)), None)
        if what is not None:
            self._refuse(self._line(node, found_place), what)
            return
        excused = (without(text, self.excuses) for text in readings)
        what = next(filter(None, map(suspected_place, excused)), None)
        if what is not None:
            self._warn(self._line(node, suspected_place), what)

    def _refuse(self, node: Text, what: str, where: str = "this text") -> None:
        message = f"{self.because}, and {where} holds what looks like {what}"
        remedy = f"take it out; {self.advice}"
        self.reading.fault(node, "confidential-text", message, remedy)

    def _warn(self, node: Text, what: str, where: str = "this text") -> None:
        message = f"{self.because}, and {where} may tell it by {what}"
        remedy = f"take it out, or write these words under “{EXCUSES}” if they name another place"
        self.reading.fault(node, HINT, message, remedy, level=WARNING)

    def _look_for_landlines(self, text: Text) -> None:
        country = self.reading.known.get("country") or None
        if towns := dict.fromkeys(towns_in(text, country)):
            place = self._line(text, _lands_in(country))
            for town in towns:
                _guard_town(place, town, self.reading)

    def _look_at_excuse(self, excuse: Text) -> None:
        """An excuse is the whole wording of a hint: a single word would excuse too much."""
        if found_place(excuse) is not None:
            self._look(excuse, excuse)
        elif suspected_place(excuse) is None:
            message = f"“{excuse}” alone is no hint at a place, so there is nothing to excuse"
            remedy = "write the whole words, as in “opposite the bus station”, or take it out"
            self.reading.fault(excuse, HINT, message, remedy)

    def _line(self, node: Text, finder: Callable[[str], str | None]) -> Text:
        """Return the line of a text over several lines that tells the place, if one line does."""
        count, lines = node.count("\n") + 1, self.reading.lines
        for number in range(node.line, min(node.line + count, len(lines)) + 1):
            line = lines[number - 1]
            if count > 1 and number > node.line and finder(without(line, self.excuses)):
                return Text.at(line, self.reading.file, number, len(line) - len(line.lstrip()) + 1)
        return node


def _readings(text: Text) -> list[str]:
    """Return a text in one line, as it is read aloud, and each line alone, as on an envelope."""
    lines = text.strip().split("\n")
    return [" ".join(text.split()), *(lines if len(lines) > 1 else ())]


def _lands_in(country: str | None) -> Callable[[str], str | None]:
    return lambda text: next(towns_in(text, country), None)


def _texts(node: Node) -> Iterator[Text]:
    """All values below a node, without the lines of a place that is open to everybody.

    Beside the word confidential nothing may stand: each line there is refused already.
    """
    if isinstance(node, Text):
        yield node
    elif isinstance(node, Sequence):
        for item in node:
            yield from _texts(item)
    elif isinstance(node, Mapping) and node.get("address") != CONFIDENTIAL:
        for key, value in node.items():
            if key == "address" and value != CONFIDENTIAL:
                continue
            if key not in NO_TEXT:
                yield from _texts(value)


def _notes(numbers: range, reading: Reading) -> Iterator[Text]:
    """The comments on some lines: they are published with the file."""
    for number in numbers:
        line = reading.lines[number - 1]
        if note := NOTE.search(line):
            start = note.start()
            yield Text.at(line[start:], reading.file, number, start + 1)


def _lines_of(node: Mapping, lines: list[str]) -> range:
    """Return the numbers of an entry’s lines: all of its file, or its item with the notes around it."""
    if node.column == 1:
        return range(1, len(lines) + 1)
    first, last = node.line, _end_of(node, lines)
    while first > 1 and _is_note(lines[first - 2]):
        first -= 1
    while last < len(lines) and _is_note(lines[last]):
        last += 1
    return range(first, last + 1)


def _is_note(line: str) -> bool:
    return line.lstrip().startswith("#")


def _end_of(item: Mapping, lines: list[str]) -> int:
    """Return the number of an item’s last line: what is below it starts further left."""
    end = number = _last_line(item)
    while number < len(lines) and _is_inside(lines[number], item.column):
        number += 1
        end = number if lines[number - 1].strip() else end
    return end


def _is_inside(line: str, column: int) -> bool:
    return not line.strip() or len(line) - len(line.lstrip()) >= column - 1


def _last_line(node: Node) -> int:
    if isinstance(node, Text):
        return node.line
    inside = node.values() if isinstance(node, Mapping) else node
    return max([node.line, *(_last_line(item) for item in inside)])


def _guard_town(node: Text, town: str, reading: Reading) -> None:
    if not town:
        return
    message = (
        f"this number is a landline in {town}, which tells where the confidential place may be"
    )
    remedy = "use a freephone or mobile number, or make sure that the office is elsewhere"
    reading.fault(node, "confidential-phone", message, remedy, level=WARNING)
