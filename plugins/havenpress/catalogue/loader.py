# SPDX-License-Identifier: AGPL-3.0-or-later
"""From a folder of YAML files to a catalogue, with every fault of every file at once."""

from __future__ import annotations

import contextlib
import datetime
import gc
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..findings import ERROR, Finding, closest
from ..source import Mapping as MappingNode
from ..source import Node, Sequence, Text
from ..source.kinds.languages import is_language, language_code
from ..source.kinds.words import SLUG, slugify
from ..source.reading import Reading
from .catalogue import Catalogue
from .consistency import check_catalogue, check_open_data, check_stale
from .country_meant import blame_country
from .entries import Organization, Service, Settings, Term
from .files import (
    Document,
    NameOf,
    find_strays,
    list_files,
    missing,
    read_document,
)
from .model.organization import ORGANIZATION
from .model.settings import SETTINGS
from .model.taxonomy import TAXONOMY
from .run import Run, place_of, read_file
from .services import read_services
from .settling import read_settled
from .walls.texts import guard_areas, guard_organization


def load(
    folder: Path, today: datetime.date, name: NameOf = Path.as_posix
) -> tuple[Catalogue, list[Finding]]:
    """Return the catalogue of a folder and what is wrong with it.

    ``name`` gives the path of a file as the writer knows it. Where a finding is an error the
    catalogue is what could be read of it, fit for finding more faults and for nothing else.
    """
    run = Run(folder, name, today)
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


def _load(run: Run) -> Catalogue:
    folder, name = run.folder, run.name
    run.findings += find_strays(folder, name)
    settings = _read_settings(run)
    categories, needs = _read_taxonomy(run)
    organizations = _read_organizations(run)
    services = read_services(run)
    blame_country(settings, services, run)
    _guard_organizations(organizations, services, run)
    run.findings += guard_areas(services.values(), settings.areas)
    _refuse_empty(services, run)
    catalogue = Catalogue(settings, categories, needs, organizations, services)
    run.findings += check_catalogue(catalogue)
    return catalogue


def _read_settings(run: Run) -> Settings:
    remedy = "it names the languages, the country and the areas; docs/catalogue.md has an example"
    document = read_file(run, "catalogue.yaml", remedy, SETTINGS)
    if document is None or document.node is None:
        return Settings()
    node = document.node
    run.settings_text = document.text
    run.known |= {
        "languages": _languages(node),
        "country": str(node.get("country", "")),
        "example": str(node.get("example", "")) in {"yes", "true"},
        "areas": _keys(node.get("areas")),
        "labels": {"areas": _labels(node.get("areas"))},
        "misfits": [],
        "in doubt": _is_doubtful(node.get("languages")),
    }
    values = read_settled(document, SETTINGS, run)
    run.findings += _check_default(node, document)
    run.findings += check_open_data(node)
    values["areas"] = _with_ids(values.get("areas"))
    values["languages"] = tuple(run.known["languages"])
    values["default_language"] = run.known["languages"][0]
    run.known["review_after_days"] = values.get("review_after_days")
    run.known["country"] = str(values.get("country", ""))
    settings = Settings(**values)
    run.findings += check_stale(settings, node)
    return settings


def _check_default(node: MappingNode, document: Document) -> list[Finding]:
    """Return a finding where the default language is none of the languages."""
    default, listed = node.get("default_language"), node.get("languages")
    if not isinstance(default, Text) or not isinstance(listed, Sequence) or default in listed:
        return []
    if not is_language(default) or not all(map(is_language, map(str, listed))) or not listed:
        return []
    reading = Reading(document.file, document.text)
    message = (
        f"“{default}” is not among the languages of the catalogue ({', '.join(map(str, listed))})"
    )
    remedy = "write one of these, or add it to “languages”"
    reading.fault(default, "translation-default", message, remedy, instead=str(listed[0]))
    return reading.findings


def _languages(node: MappingNode) -> list[str]:
    """Return the languages of the catalogue, the default first, whatever else is wrong."""
    listed = node.get("languages")
    typed = re.split(r"[\s,;]+", listed) if isinstance(listed, Text) else listed or []
    languages = [_code_of(str(item)) for item in typed]
    default = _code_of(str(node.get("default_language", "")))
    if not default or (languages and default not in languages):  # the latter is said once
        default = next(iter(languages), "en")
    rest = [language for language in languages if language != default]
    return [language for language in (default, *rest) if is_language(language)] or ["en"]


def _is_doubtful(listed: Node | None) -> bool:
    """Return whether one of the languages is wrong: nobody knows then which texts are too many."""
    if not isinstance(listed, Sequence) or not listed:
        return not listed
    typed = list(map(str, listed))
    return len(set(typed)) < len(typed) or not all(is_language(_code_of(each)) for each in typed)


def _labels(node: Node | None) -> dict[str, str]:
    """Return the ids that a block declares, by the names that readers see."""
    entries = node.items() if isinstance(node, MappingNode) else ()
    named = ((id_, entry.get("name")) for id_, entry in entries if isinstance(entry, MappingNode))
    return {
        name.casefold(): str(id_) if SLUG.fullmatch(id_) else slugify(id_)
        for id_, names in named
        for name in (names.values() if isinstance(names, MappingNode) else ())
        if isinstance(name, Text)
    }


def _code_of(typed: str) -> str:
    """Return the code of a language, also of one by its name: that is reported where it stands."""
    return typed if is_language(typed) else language_code(typed) or typed


def _keys(node: Node | None) -> dict[str, None] | None:
    """Return the ids that a block declares, as they have to be; None where there is no such block."""
    if not isinstance(node, MappingNode) or not node:
        return None
    return dict.fromkeys(str(key) if SLUG.fullmatch(key) else slugify(key) for key in node)


def _with_ids(entries: Mapping[Text, Any] | None) -> dict[str, Any]:
    return {str(key): replace(entry, id=str(key)) for key, entry in (entries or {}).items()}


def _read_taxonomy(run: Run) -> tuple[dict[str, Term], dict[str, Term]]:
    remedy = "it names the categories and the needs; docs/catalogue.md has an example"
    document = read_file(run, "taxonomy.yaml", remedy, TAXONOMY)
    if document is None or document.node is None:
        return {}, {}
    for group in ("categories", "needs"):
        run.known[group] = _keys(document.node.get(group))
        run.known.setdefault("labels", {})[group] = _labels(document.node.get(group))
    others = [key for key in document.node if key not in TAXONOMY.fields]
    misspelt = any(closest(key, ["needs"]) for key in others)
    if run.known["categories"] is not None and "needs" not in document.node and not misspelt:
        run.known["needs"] = {}
    values = read_settled(document, TAXONOMY, run)
    return _with_ids(values.get("categories")), _with_ids(values.get("needs"))


def _read_organizations(run: Run) -> dict[str, Organization]:
    folder = run.folder / "organizations"
    paths = list_files(folder, run.name, run.findings)
    if not paths:
        remedy = "make one file for each organisation, as in organizations/riverbend-advocacy.yaml"
        run.findings.append(missing(run.name(folder), remedy))
        return {}
    run.known["organizations"] = dict.fromkeys(path.stem for path in paths)
    found = {}
    for path in paths:
        document = read_document(path, run.name, run.findings, ORGANIZATION)
        if document.node is None:
            continue
        values = read_settled(document, ORGANIZATION, run)
        run.organizations[document.id] = document
        found[document.id] = Organization(id=document.id, place=place_of(document.node), **values)
    return found


def _guard_organizations(
    organizations: Mapping[str, Organization], services: Mapping[str, Service], run: Run
) -> None:
    """Look at the entries of those who run a confidential service: readers know the two together."""
    runners = {str(each.organization) for each in services.values() if each.is_confidential}
    for id_ in sorted(runners & organizations.keys()):
        document = run.organizations[id_]
        reading = Reading(document.file, document.text, run.known)
        if isinstance(document.node, MappingNode):
            guard_organization(organizations[id_], document.node, reading)
        run.findings += reading.findings


def _refuse_empty(services: Mapping[str, Service], run: Run) -> None:
    """A folder without a single service is a mistake, never a page without services."""
    if services or any(finding.level == ERROR for finding in run.findings):
        return
    run.findings.append(
        Finding(
            rule="catalogue-file",
            message="there is no service in this catalogue",
            remedy="write one in services/, or run “python3 tasks.py new service”",
            file=run.name(run.folder),
            line=1,
        )
    )
