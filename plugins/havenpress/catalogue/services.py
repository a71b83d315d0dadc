# SPDX-License-Identifier: AGPL-3.0-or-later
"""The services of a catalogue: a file each, or a list of them in one."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from ..findings import Finding, closest, did_you_mean
from ..source import Mapping as MappingNode
from ..source import Node, Sequence, Text
from ..source.kinds.groups import HYPHEN_MISSING
from ..source.model import ALL_INSIDE, INSIDE, NO_HYPHENS
from ..source.nodes import is_empty, noun
from ..source.reading import Reading, finding_at
from ..source.repair.fields import IN_ONE_LINE
from .consistency import check_service
from .entries import Language, Service
from .files import LARGEST_LIST, list_files, read_document
from .model.service import LISTED_SERVICE, SERVICE
from .run import Run, place_of, read_file
from .walls.texts import guard_service


def read_services(run: Run) -> dict[str, Service]:
    """Return the services of the folder and of the list, by id and in the order of ids."""
    services: dict[str, Service] = {}
    for service in [*_from_folder(run), *_from_list(run)]:
        if service.id in services:
            _report_twice(service, services[service.id], run)
            continue
        services[service.id] = service
    return dict(sorted(services.items()))


def _from_folder(run: Run) -> Iterable[Service]:
    for path in list_files(run.folder / "services", run.name, run.findings):
        document = read_document(path, run.name, run.findings, SERVICE)
        if document.node is None:
            yield Service(id=document.id, place=Text.at("", document.file, 0, 0), status="")
            continue
        reading = Reading(document.file, document.text, run.known)
        node = _without_id(document.node, document.id, reading)
        values = SERVICE.read_node(node, reading)
        yield finish_service(document.id, node, values, reading, run.today)
        _settle(run, reading)
        run.findings += reading.findings


def _settle(run: Run, reading: Reading) -> None:
    """Keep one of two findings that the reading of YAML and that of the fields have of a mistake."""
    if not run.findings or not reading.findings:
        return
    mended = [each for each in run.findings if each.file == reading.file]
    parted = {each.line: each.message for each in mended if _starts_a_field(each)}
    # What stands beside a sign that nobody can see is known when the sign is gone.
    parted |= {each.line: "" for each in mended if each.rule == "text-visible"}
    found = {message.replace(f":” {IN_ONE_LINE}", "” is missing") for message in parted.values()}
    reading.findings[:] = [
        each
        for each in reading.findings
        if each.message not in found and (each.line not in parted or each.rule in GUARDED)
    ]
    # Between the edge and a block a line was taken for one of the edge, as it may be.
    inside = (INSIDE, ALL_INSIDE)
    left = {each.line for each in reading.findings if each.remedy.startswith(inside)}
    wrong = {(each.line, each.column) for each in reading.findings}
    lines = {each.line for each in reading.findings}
    shapeless = _lines_without_shape(reading)
    told = [
        each
        for each in mended
        if (each.rule == "yaml-indentation" and each.line in left)
        or (each.rule == "yaml-quotes" and (each.line, each.column) in wrong)
        or (each.rule == "yaml-colon" and each.line in lines)
        or (each.rule in ABOUT_SHAPE and each.line in shapeless)
    ]
    run.findings[:] = [each for each in run.findings if each not in told]


def _lines_without_shape(reading: Reading) -> set[int]:
    """Return the lines below the first of each block that is no list, or list that is no block."""
    lines: set[int] = set()
    for each in reading.findings:
        if each.remedy.startswith(HYPHEN_MISSING) or each.remedy.endswith(NO_HYPHENS):
            number = each.line
            while number < len(reading.lines) and _is_below(reading.lines[number], each.column):
                number += 1
                lines.add(number)
    return lines


def _is_below(line: str, column: int) -> bool:
    """Return whether a line is part of a block that starts in a column."""
    return not line.strip() or len(line) - len(line.lstrip()) >= column - 1


def _starts_a_field(finding: Finding) -> bool:
    """Return whether a colon was taken for that of a second field on the line."""
    return finding.rule == "yaml-colon" and finding.message.endswith(IN_ONE_LINE)


ABOUT_SHAPE = {"yaml-indentation", "yaml-duplicate-key"}
GUARDED = {"confidential-text", "confidential-hint", "confidential-phone", "confidential-address"}


def _without_id(node: Node, id_: str, reading: Reading) -> Node:
    """Return the entry without an id of its own, which the name of its file is."""
    if not isinstance(node, MappingNode) or "id" not in node:
        return node
    key, typed = node.key("id"), node.pop("id")
    message, remedy = "the id of a service is the name of its file", "delete this line"
    if typed != id_ and isinstance(typed, Text):
        message += f", “{id_}”, and here stands “{typed}”"
        remedy += "; where this one is right, rename the file"
    reading.fault(key, "catalogue-id", message, remedy)
    return node


def _from_list(run: Run) -> Iterable[Service]:
    path = run.folder / "services.yaml"
    if not path.exists():
        return
    document = read_file(run, path.name, "", largest=LARGEST_LIST)
    if document is None or document.node is None:
        return
    reading = Reading(document.file, document.text, run.known)
    for node in _listed_nodes(document.node, reading):
        if is_empty(node):
            message = "an item of this list is empty"
            reading.fault(node, "value-list", message, "take it out")
            continue
        values = LISTED_SERVICE.read_node(node, reading)
        id_ = values.pop("id", None)
        yield finish_service(
            str(id_ or f"{node.line}.{node.column}"), node, values, reading, run.today
        )
    _settle(run, reading)
    run.findings += reading.findings


def _listed_nodes(node: MappingNode, reading: Reading) -> list[Node]:
    others = [key for key in node if key != "services"]
    for key in others:
        message = f"“{key}” is not a field here"
        meant = "services" if closest(key, ["services"]) and "services" not in node else None
        remedy = did_you_mean(meant, "the file has one list, “services”")
        reading.fault(key, "field-name", message, remedy, instead=meant)
    listed = node.get("services")
    if listed is None and any(closest(key, ["services"]) for key in others):
        return []
    if isinstance(listed, Sequence):
        return list(listed)
    if is_empty(listed):
        reading.fault(
            node,
            "field-required",
            "“services” is missing",
            "write “services:” and a list",
        )
    else:
        message = f"there is {noun(listed)} here, where a list of services belongs"
        reading.fault(listed, "value-list", message, "start each service with “- id: …”")
    return []


def finish_service(
    id_: str, node: Node, values: dict[str, Any], reading: Reading, today: datetime.date
) -> Service:
    """Return the service after the checks that look at more than one of its fields."""
    languages = values.get("languages", ())
    values["languages"] = tuple(
        Language(code=item) if isinstance(item, Text) else item for item in languages
    )
    service = Service(id=id_, place=place_of(node, id_), **values)
    if isinstance(node, MappingNode):
        check_service(service, node, reading, today)
        if service.is_confidential:
            guard_service(service, node, reading)
    return service


def _report_twice(service: Service, first: Service, run: Run) -> None:
    where = f"{first.place.file}:{first.place.line}"
    message = f"the id “{service.id}” is already that of {where}"
    remedy = "give one of the two another id, or delete it"
    run.findings.append(finding_at(service.place, "catalogue-id", message, remedy))
