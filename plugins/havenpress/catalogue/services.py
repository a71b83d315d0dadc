# SPDX-License-Identifier: AGPL-3.0-or-later
"""The services of a catalogue: a file each, or a list of them in one."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from ..findings import closest, did_you_mean
from ..source import Mapping as MappingNode
from ..source import Node, Sequence, Text
from ..source.nodes import is_empty, noun
from ..source.reading import Reading, finding_at
from .consistency import check_service
from .entries import Language, Service
from .files import LARGEST_LIST, list_files, read_document
from .model.service import LISTED_SERVICE, SERVICE
from .run import Run, place_of, read_file
from .settling import settle
from .walls.texts import guard_list, guard_service


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
        settle(run, reading)
        run.findings += reading.findings


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
    reading, is_confidential = Reading(document.file, document.text, run.known), False
    for node in _listed_nodes(document.node, reading):
        if is_empty(node):
            message = "an item of this list is empty"
            reading.fault(node, "value-list", message, "take it out")
            continue
        values = LISTED_SERVICE.read_node(node, reading)
        id_ = values.pop("id", None)
        named = str(id_ or f"{node.line}.{node.column}")
        service = finish_service(named, node, values, reading, run.today)
        is_confidential = is_confidential or service.is_confidential
        yield service
    if is_confidential:
        guard_list(document.node, reading)
    settle(run, reading)
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
