# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checks that look at more than one field of a service, or at more than one file."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from ..findings import WARNING, Finding
from ..source import Mapping as MappingNode
from ..source import Text
from ..source.nodes import is_given
from ..source.reading import Reading, finding_at
from .catalogue import Catalogue
from .entries import Area, Service, Settings, Term
from .model.service import SERVICE

MOST_AROUND = 20  # areas, one inside the other: a street is in ten
MOST_NAMED = 20  # areas of a loop
CONTACTS = ("phones", "email", "url", "chat")


def check_service(
    service: Service, node: MappingNode, reading: Reading, today: datetime.date
) -> None:
    """Report what the fields of one service say against each other."""
    _check_ages(service, node, reading)
    _check_contacts(service, node, reading)
    _check_hours(service, node, reading)
    _check_phones(service, reading)
    _check_verification(service, node, reading, today)


def _check_ages(service: Service, node: MappingNode, reading: Reading) -> None:
    low, high = service.minimum_age, service.maximum_age
    if low is None or high is None or low <= high:
        return
    message = f"the highest age ({high}) is below the lowest age ({low})"
    reading.fault(node["maximum_age"], "service-ages", message, "check both")


def _check_contacts(service: Service, node: MappingNode, reading: Reading) -> None:
    if service.is_closed:
        return
    if node.get("phones") or any(is_given(node.get(name)) for name in CONTACTS):
        _check_crisis(service, node, reading)
        return
    if SERVICE.misspelt(node) & {*CONTACTS} or not SERVICE.fields.keys() & node.keys():
        return  # a fault of its own
    message = "there is no way to make contact"
    remedy = "give at least one of phones, email, chat and url"
    reading.fault(node, "service-contact", message, remedy)


def _check_crisis(service: Service, node: MappingNode, reading: Reading) -> None:
    """Warn of a crisis line that answers by letters alone; a wrong number is a fault of its own."""
    if (
        not service.crisis
        or is_given(node.get("chat"))
        or any(each.type != "fax" for each in service.phones)
    ):
        return
    misspelt = SERVICE.misspelt(node)
    if not service.phones and (is_given(node.get("phones")) or {"phones", "chat"} & misspelt):
        return
    message = "this is a crisis line, and it has neither a number nor a chat"
    remedy = "give its number under “phones”, or “chat”; or take “crisis” out"
    reading.fault(node.key("crisis"), "service-contact", message, remedy, level=WARNING)


def _check_hours(service: Service, node: MappingNode, reading: Reading) -> None:
    if service.is_closed or service.hours is None or not service.hours.is_never_open:
        return
    message = "it is closed on every day of the week, and its status is active"
    remedy = "write its times, or “status: temporarily closed”"
    reading.fault(node.key("hours"), "hours", message, remedy, level=WARNING)


def _check_phones(service: Service, reading: Reading) -> None:
    seen = set()
    for phone in service.phones:
        number = phone.number
        key = (number.href, number.only_in, phone.extension, str(phone.type))
        if key in seen:
            message = f"“{phone.number.typed}” stands twice as {phone.type}"
            remedy = "take one of them out; the languages of a number are a list"
            reading.fault(phone.number.typed, "service-phones", message, remedy)
        seen.add(key)


def _check_verification(
    service: Service, node: MappingNode, reading: Reading, today: datetime.date
) -> None:
    checked = service.verification.last_verified
    if checked is None:
        return
    typed = node["verification"]["last_verified"]
    if checked > today:
        message = f"“{typed}” is in the future (today is {today})"
        reading.fault(typed, "service-verified", message, "write the day of the last check")
    elif checked.year < 2000:
        message = f"“{typed}” is too long ago to be meant"
        reading.fault(typed, "service-verified", message, "write the day of the last check")
    elif not service.is_closed:
        _warn_of_age(service, typed, reading, (today - checked).days)


def _warn_of_age(service: Service, typed: Text, reading: Reading, age: int) -> None:
    most = service.review_after_days or reading.known.get("review_after_days") or 180
    if age <= most:
        return
    message = f"last checked {age} days ago; it should be checked every {most} days"
    remedy = "call them, correct what has changed, and write the new date"
    reading.fault(typed, "service-verified", message, remedy, level=WARNING)


def check_catalogue(catalogue: Catalogue) -> list[Finding]:
    """Return what the files of a catalogue say against each other."""
    return [
        *_check_former_ids(catalogue),
        *_check_names(catalogue),
        *_check_labels(catalogue.categories),
        *_check_labels(catalogue.needs),
        *_check_idle_organizations(catalogue),
        *_check_area_loops(catalogue.settings.areas),
        *_check_area_depth(catalogue.settings.areas),
    ]


def _check_former_ids(catalogue: Catalogue) -> Iterator[Finding]:
    taken: dict[str, Service] = dict(catalogue.services)
    for service in catalogue.services.values():
        for old in service.formerly:
            if old == service.id:
                message = f"“{old}” is the id that this service has now"
                yield finding_at(old, "catalogue-id", message, "write the ids that it had before")
            elif taken.get(old, service) is not service:
                message = f"“{old}” is the id of another service, {taken[old].place.file}"
                yield finding_at(old, "catalogue-id", message, "take it out of one of the two")
            taken.setdefault(str(old), service)


def _check_names(catalogue: Catalogue) -> Iterator[Finding]:
    default = catalogue.settings.default_language
    seen: dict[tuple[str, str], Service] = {}
    for service in catalogue.services.values():
        name = service.name.get(default)
        if name is None or service.is_closed:
            continue
        keys = [(name.casefold().strip(), str(area)) for area in service.areas]
        first = next((seen[key] for key in keys if key in seen), None)
        if first is not None:
            line = f":{first.place.line}" if first.place.file == service.place.file else ""
            where = f"{first.place.file}{line}"
            message = f"{where} has the same name and area, so readers cannot choose"
            remedy = "say in the name what is different, or delete one"
            yield finding_at(name, "service-name", message, remedy, level=WARNING)
        seen |= {key: service for key in keys if key not in seen}


def _check_labels(terms: Mapping[str, Term]) -> Iterator[Finding]:
    """Warn of each category or need that readers of a language cannot tell from one above it."""
    seen: dict[tuple[str, str], str] = {}
    for id_, term in terms.items():
        keys = {(language, name.casefold().strip()): name for language, name in term.name.items()}
        if first := next((key for key in keys if key in seen), None):
            message = f"“{seen[first]}” has the same name, so readers cannot choose"
            remedy = "say in the name what is different, or keep one of the two"
            yield finding_at(keys[first], "catalogue-name", message, remedy, level=WARNING)
        for key in keys:
            seen.setdefault(key, id_)


def _check_idle_organizations(catalogue: Catalogue) -> Iterator[Finding]:
    busy = {str(service.organization) for service in catalogue.services.values()}
    if "" in busy or not busy:  # a service that could not be read may be theirs
        return
    for organization in catalogue.organizations.values():
        if organization.id not in busy:
            message = "no service belongs to this organisation, so no page shows it"
            remedy = "add its service, or delete the file"
            yield finding_at(
                organization.place, "catalogue-organization", message, remedy, level=WARNING
            )


def _check_area_loops(areas: Mapping[str, Area]) -> Iterator[Finding]:
    """Yield a finding for each loop, at the first of its areas: to part it there mends it."""
    for first, *others in _loops(areas):
        names = [f"“{id_}”" for id_ in others[:MOST_NAMED]]
        by_way_of = ", ".join(names) + (" and others" if len(others) > MOST_NAMED else "")
        message = f"“{first}” lies within itself" + (by_way_of and f", by way of {by_way_of}")
        place = areas[first].within
        yield finding_at(place, "catalogue-area", message, "name the area around it")


def _loops(areas: Mapping[str, Area]) -> Iterator[list[str]]:
    """Yield the ids of each loop, from the first in the file on; no area is walked through twice."""
    order = {id_: number for number, id_ in enumerate(areas)}
    walked: set[str] = set()
    for start in areas:
        way: dict[str, None] = {}
        at = start
        while at in areas and at not in walked and at not in way:
            way[str(at)] = None
            at = areas[at].within
        walked.update(way)
        if at in way:
            loop = list(way)[list(way).index(at) :]
            first = loop.index(min(loop, key=order.__getitem__))
            yield loop[first:] + loop[:first]


def _check_area_depth(areas: Mapping[str, Area]) -> Iterator[Finding]:
    """Yield a finding for each area inside too many others, where it is the outermost of these."""
    for area in areas.values():
        around, at = 0, area.within
        while at in areas and around <= MOST_AROUND:
            around, at = around + 1, areas[at].within
        if around == MOST_AROUND + 1 and at is None:
            message = f"{around} areas are around “{area.id}”, and {MOST_AROUND} are the most"
            yield finding_at(area.within, "catalogue-area", message, "name a larger area around it")


def check_stale(settings: Settings, node: MappingNode) -> list[Finding]:
    """Return what is wrong with the days after which entries are labelled and hidden."""
    stale = settings.stale
    if stale.hide_after_days > stale.warn_after_days or "stale" not in node:
        return []
    message = (
        f"entries are hidden after {stale.hide_after_days} days, before or when they are labelled"
        f" ({stale.warn_after_days})"
    )
    remedy = "let “hide_after_days” be the larger number"
    return [finding_at(node.key("stale"), "catalogue-stale", message, remedy)]


def check_open_data(node: MappingNode) -> list[Finding]:
    """Return what catalogue.yaml lacks for ids that others may keep."""
    if str(node.get("open_data", "")) not in {"yes", "true"} or "id_namespace" in node:
        return []
    message = "open data needs ids that stay the same, and there is no “id_namespace”"
    remedy = "write one, made with: python3 -c 'import uuid; print(uuid.uuid4())'"
    return [finding_at(node.key("open_data"), "catalogue-open-data", message, remedy)]
