# SPDX-License-Identifier: AGPL-3.0-or-later
"""From a folder of YAML files to a catalogue, with every fault of every file at once."""

from __future__ import annotations

import contextlib
import datetime
import gc
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ..findings import ERROR, Finding
from ..source import Mapping as MappingNode
from ..source import Node, Sequence, Text
from ..source.kinds.languages import is_language
from ..source.kinds.words import SLUG
from ..source.model import Reading, is_empty
from ..source.nodes import noun
from .confidential import guard_areas, guard_organization, guard_service
from .consistency import check_catalogue, check_open_data, check_service, check_stale
from .entries import Language, Organization, Service, Settings, Term
from .files import (
    LARGEST,
    LARGEST_LIST,
    Document,
    NameOf,
    find_strays,
    leads_inside,
    link_fault,
    list_files,
    missing,
    read_document,
)
from .model.organization import ORGANIZATION
from .model.service import LISTED_SERVICE, SERVICE
from .model.settings import SETTINGS
from .model.taxonomy import TAXONOMY


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that the files say; services and organisations by id, in the order of ids."""

    settings: Settings = field(default_factory=Settings)
    categories: Mapping[str, Term] = field(default_factory=dict)
    needs: Mapping[str, Term] = field(default_factory=dict)
    organizations: Mapping[str, Organization] = field(default_factory=dict)
    services: Mapping[str, Service] = field(default_factory=dict)

    def lookup(self, service_id: str) -> Service | None:
        """Return the service that has or had an id, or None."""
        found = self.services.get(service_id)
        return found or self.renamed.get(service_id)

    @property
    def renamed(self) -> dict[str, Service]:
        """The services that had another id, by that id."""
        return {str(old): service for service in self.services.values() for old in service.formerly}


@dataclass(slots=True)
class _Run:
    """What one reading of a folder knows and has found so far."""

    folder: Path
    name: NameOf
    today: datetime.date
    findings: list[Finding] = field(default_factory=list)
    known: dict[str, Any] = field(default_factory=dict)
    organizations: dict[str, Document] = field(default_factory=dict)  # to look at them again


def load(
    folder: Path, today: datetime.date, name: NameOf = Path.as_posix
) -> tuple[Catalogue, list[Finding]]:
    """Return the catalogue of a folder and what is wrong with it.

    ``name`` gives the path of a file as the writer knows it. Where a finding is an error the
    catalogue is what could be read of it, fit for finding more faults and for nothing else.
    """
    run = _Run(folder, name, today)
    if not folder.is_dir():
        remedy = "make the folder with catalogue.yaml, taxonomy.yaml, organizations and services"
        return Catalogue(), [missing(name(folder), remedy)]
    with _without_collection():
        return _load(run), run.findings


@contextlib.contextmanager
def _without_collection() -> Iterator[None]:
    """Reading makes a million small objects and no cycles: looking for these costs a third.

    What is there at the end lives as long as the catalogue: freezing and unfreezing counts it
    among the old objects, where else the next collection would walk through all of it.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled and not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()
        if enabled:
            gc.enable()


def _load(run: _Run) -> Catalogue:
    folder, name = run.folder, run.name
    run.findings += find_strays(folder, name)
    settings = _read_settings(run)
    categories, needs = _read_taxonomy(run)
    organizations = _read_organizations(run)
    services = _read_services(run)
    _guard_organizations(organizations, services, run)
    run.findings += guard_areas(services.values(), settings.areas)
    _refuse_empty(services, run)
    catalogue = Catalogue(settings, categories, needs, organizations, services)
    run.findings += check_catalogue(catalogue)
    return catalogue


def _read_file(run: _Run, name: str, remedy: str, largest: int = LARGEST) -> Document | None:
    path = run.folder / name
    if not path.exists():
        run.findings.append(missing(run.name(path), remedy))
        return None
    if path.is_symlink() and not leads_inside(path, run.folder):
        run.findings.append(link_fault(path, run.name))
        return None
    return read_document(path, run.name, run.findings, largest)


def _read_settings(run: _Run) -> Settings:
    remedy = "it names the languages, the country and the areas; docs/catalogue.md has an example"
    document = _read_file(run, "catalogue.yaml", remedy)
    if document is None or document.node is None:
        return Settings()
    node = document.node
    run.known |= {
        "languages": _languages(node),
        "country": str(node.get("country", "")),
        "example": str(node.get("example", "")) in {"yes", "true"},
        "areas": _keys(node.get("areas")),
    }
    values, findings = SETTINGS.read(node, document.file, text=document.text, known=run.known)
    run.findings += findings
    run.findings += check_open_data(node)
    values["areas"] = _with_ids(values.get("areas"))
    values["languages"] = tuple(run.known["languages"])
    values["default_language"] = run.known["languages"][0]
    run.known["review_after_days"] = values.get("review_after_days")
    run.known["country"] = str(values.get("country", ""))
    settings = Settings(**values)
    run.findings += check_stale(settings, node)
    return settings


def _languages(node: MappingNode) -> list[str]:
    """Return the languages of the catalogue, the default first, whatever else is wrong."""
    listed = node.get("languages")
    languages = [str(item) for item in listed] if isinstance(listed, Sequence) else []
    default = str(node.get("default_language", "")) or next(iter(languages), "en")
    rest = [language for language in languages if language != default]
    return [language for language in (default, *rest) if is_language(language)] or ["en"]


def _keys(node: Node | None) -> list[str] | None:
    """Return the ids that a block declares; None where there is no such block."""
    if not isinstance(node, MappingNode):
        return None
    return [str(key) for key in node if SLUG.fullmatch(key)]


def _with_ids(entries: Mapping[Text, Any] | None) -> dict[str, Any]:
    return {str(key): replace(entry, id=str(key)) for key, entry in (entries or {}).items()}


def _read_taxonomy(run: _Run) -> tuple[dict[str, Term], dict[str, Term]]:
    remedy = "it names the categories and the needs; docs/catalogue.md has an example"
    document = _read_file(run, "taxonomy.yaml", remedy)
    if document is None or document.node is None:
        return {}, {}
    for group in ("categories", "needs"):
        run.known[group] = _keys(document.node.get(group))
    if run.known["categories"] is not None:
        run.known["needs"] = run.known["needs"] or []
    values, findings = TAXONOMY.read(
        document.node, document.file, text=document.text, known=run.known
    )
    run.findings += findings
    return _with_ids(values.get("categories")), _with_ids(values.get("needs"))


def _read_organizations(run: _Run) -> dict[str, Organization]:
    folder = run.folder / "organizations"
    paths = list_files(folder, run.name, run.findings)
    if not paths:
        remedy = "make one file for each organisation, as in organizations/riverbend-advocacy.yaml"
        run.findings.append(missing(run.name(folder), remedy))
        return {}
    run.known["organizations"] = [path.stem for path in paths]
    found = {}
    for path in paths:
        document = read_document(path, run.name, run.findings)
        if document.node is None:
            continue
        values, findings = ORGANIZATION.read(
            document.node, document.file, text=document.text, known=run.known
        )
        run.findings += findings
        run.organizations[document.id] = document
        found[document.id] = Organization(id=document.id, place=_place(document.node), **values)
    return found


def _guard_organizations(
    organizations: Mapping[str, Organization], services: Mapping[str, Service], run: _Run
) -> None:
    """Look at the entries of those who run a confidential service: readers know the two together."""
    runners = {str(each.organization) for each in services.values() if each.is_confidential}
    for id_ in sorted(runners & organizations.keys()):
        document = run.organizations[id_]
        reading = Reading(document.file, document.text.split("\n"), run.known)
        if isinstance(document.node, MappingNode):
            guard_organization(organizations[id_], document.node, reading)
        run.findings += reading.findings


def _place(node: Node, id_: str = "") -> Text:
    return Text.at(id_, node.file, node.line, node.column, plain=False)


def _read_services(run: _Run) -> dict[str, Service]:
    services: dict[str, Service] = {}
    for service in [*_from_folder(run), *_from_list(run)]:
        if service.id in services:
            _report_twice(service, services[service.id], run)
            continue
        services[service.id] = service
    return dict(sorted(services.items()))


def _from_folder(run: _Run) -> Iterable[Service]:
    for path in list_files(run.folder / "services", run.name, run.findings):
        document = read_document(path, run.name, run.findings)
        if document.node is None:
            yield Service(id=document.id, place=Text.at("", document.file, 0, 0), status="")
            continue
        reading = Reading(document.file, document.text.split("\n"), run.known)
        values = SERVICE.read_node(document.node, reading)
        yield finish_service(document.id, document.node, values, reading, run.today)
        run.findings += reading.findings


def _from_list(run: _Run) -> Iterable[Service]:
    path = run.folder / "services.yaml"
    if not path.exists():
        return
    document = _read_file(run, path.name, "", LARGEST_LIST)
    if document is None or document.node is None:
        return
    reading = Reading(document.file, document.text.split("\n"), run.known)
    for node in _listed_nodes(document.node, reading):
        values = LISTED_SERVICE.read_node(node, reading)
        id_ = values.pop("id", None)
        yield finish_service(
            str(id_ or f"{node.line}.{node.column}"), node, values, reading, run.today
        )
    run.findings += reading.findings


def _listed_nodes(node: MappingNode, reading: Reading) -> list[Node]:
    for key in node:
        if key != "services":
            message = f"“{key}” is not a field here"
            reading.fault(key, "field-name", message, "the file has one list, “services”")
    listed = node.get("services")
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
    service = Service(id=id_, place=_place(node, id_), **values)
    if isinstance(node, MappingNode):
        check_service(service, node, reading, today)
        if service.is_confidential:
            guard_service(service, node, reading)
    return service


def _report_twice(service: Service, first: Service, run: _Run) -> None:
    where = f"{first.place.file}:{first.place.line}"
    run.findings.append(
        Finding(
            rule="catalogue-id",
            message=f"the id “{service.id}” is already that of {where}",
            remedy="give one of the two another id, or delete it",
            file=service.place.file,
            line=service.place.line,
            column=service.place.column,
        )
    )


def _refuse_empty(services: Mapping[str, Service], run: _Run) -> None:
    """A folder without a single service is a mistake, never a page without services."""
    if services or any(finding.level == ERROR for finding in run.findings):
        return
    run.findings.append(
        Finding(
            rule="catalogue-file",
            message="there is no service in this catalogue",
            remedy="write one in services/, or run “python3 tasks.py new service”",
            file=run.name(run.folder),
        )
    )
