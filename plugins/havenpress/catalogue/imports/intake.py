# SPDX-License-Identifier: AGPL-3.0-or-later
"""The records of a file on their way into a catalogue: new texts by path, and what is left out."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from ...findings import ERROR, REVIEW, WARNING, Finding
from ..catalogue import Catalogue
from ..places import found_place
from .drafts import Draft, slug_of
from .organizations import organization_of, organization_text
from .sources import Record
from .trimming import cut_to_good

GROUPS = ("categories", "needs", "areas")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the import is told besides the file.

    ``category`` and ``area`` are ids for a service that names none; ``country``, ``language``
    and ``timezone`` are for a catalogue that is made anew.
    """

    today: datetime.date
    country: str = ""
    language: str = "en"
    timezone: str = "UTC"
    category: str = ""
    area: str = ""


@dataclass(slots=True)
class Intake:
    """One import under way: the catalogue it goes into, the new texts by path, what is reported."""

    source: str
    folder: Path
    wishes: Wishes
    catalogue: Catalogue
    is_new: bool
    files: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    terms: dict[str, dict[str, str]] = field(default_factory=dict)
    taken: int = 0
    confidential: set[str] = field(default_factory=set)  # names of organisations
    known_by_name: dict[str, str] | None = None  # the organisations of the catalogue
    numbers: dict[str, int] = field(default_factory=dict)  # the last one of each id

    def say(self, message: str, remedy: str = "", level: str = REVIEW) -> None:
        """Report something about the file that is imported."""
        rule = "import-left-out" if level == REVIEW else "import-refused"
        self.findings.append(
            Finding(rule=rule, level=level, message=message, remedy=remedy, file=self.source)
        )


def collect_terms(drafts: list[Draft], run: Intake) -> None:
    """Let a new catalogue have every category, need and area that a service names."""
    groups: dict[str, dict[str, str]] = {"categories": {}, "needs": {}, "areas": {}}
    for draft in drafts:
        if not draft.categories:
            draft.categories = {"other": "Other help"}
            draft.note("categories", "there are none; it is under “other”")
        if not draft.areas:
            draft.areas = {"not-stated": "Area not stated"}
            draft.note("areas", "there are none; it is under “not-stated”")
        for name, group in groups.items():
            for slug, label in getattr(draft, name).items():
                group.setdefault(slug, label)
    run.terms = groups


def take(draft: Draft, run: Intake, known: Mapping[str, Any]) -> None:
    """Add one service if enough of it passes the checks; ``known`` is what the catalogue declares."""
    title = f"“{draft.name or 'without a name'}”"
    if _tells_its_place(draft):
        message = "a confidential service is not taken: its name or id tells where it is"
        run.say(message, "give it another name in the file", ERROR)
        return
    if not draft.id:
        run.say(f"{title} is not taken: its name has no Latin letters for an id", level=ERROR)
        return
    path = _free_path(draft, run)
    if path is None:
        return
    known = _name_what_it_belongs_to(draft, run, known)
    text, error = cut_to_good(draft, path, known, run.wishes.today)
    for name, why in draft.notes:
        run.say(f"{title}: {name}: {why}")
    if text is None:
        why = error.message if error else "too much of it is wrong"
        run.say(f"{title} is not taken: {why}", error.remedy if error else "", ERROR)
        return
    run.files[path] = text
    run.taken += 1


def _tells_its_place(draft: Draft) -> bool:
    if not draft.is_confidential:
        return False
    return found_place(f"{draft.name}\n{draft.id}\n{draft.id.replace('-', ' ')}") is not None


def _name_what_it_belongs_to(draft: Draft, run: Intake, known: Mapping[str, Any]) -> dict[str, Any]:
    """Enter terms and organisation, and return what the catalogue declares once they are there."""
    groups = {name: run.terms.get(name) or known[name] for name in GROUPS}
    _name_terms(draft, groups, run)
    organization = _organization_for(draft, run)
    draft.tree["organization"] = organization
    declared = {name: list(ids) for name, ids in groups.items()}
    return {**known, **declared, "organizations": [*known["organizations"], organization]}


def _free_path(draft: Draft, run: Intake) -> str | None:
    if _path(draft.id) not in run.files and _is_taken(_path(draft.id), run):
        message = f"“{draft.name}” is not taken: there is a service “{draft.id}” already"
        run.say(message, "compare them by hand; nothing that is there is changed", WARNING)
        return None
    number = run.numbers.get(draft.id, 1)
    while _is_taken(path := _path(draft.id, number), run):
        number += 1
    run.numbers[draft.id] = number
    return path


def _path(id_: str, number: int = 1) -> str:
    return f"services/{id_}-{number}.yaml" if number > 1 else f"services/{id_}.yaml"


def _is_taken(path: str, run: Intake) -> bool:
    return (
        path in run.files
        or Path(path).stem in run.catalogue.services  # also one in services.yaml
        or (run.folder / path).exists()
    )


def _name_terms(draft: Draft, groups: Mapping[str, Any], run: Intake) -> None:
    """Enter the terms that the catalogue has, by id or by name; note the others."""
    defaults = {"categories": run.wishes.category, "areas": run.wishes.area, "needs": ""}
    for name, known in groups.items():
        found = {}
        for slug, label in getattr(draft, name).items():
            match = slug if slug in known else _by_name(label, name, run)
            if match:
                found[match] = None
            else:
                draft.note(name, f"the catalogue has no “{label}”")
        if not found and defaults[name]:
            found[defaults[name]] = None
        if found:
            draft.tree[name] = list(found)


def _by_name(label: str, group: str, run: Intake) -> str | None:
    settings = run.catalogue.settings
    entries = settings.areas if group == "areas" else getattr(run.catalogue, group)
    wanted = label.casefold().strip()
    named = (
        slug
        for slug, entry in entries.items()
        if wanted in {text.casefold().strip() for text in entry.name.values()}
    )
    return next(named, None)


def _organization_for(draft: Draft, run: Intake) -> str:
    """Return the id of the organisation, after adding its file where there is none."""
    name = draft.organization["name"]
    if known := _known_organization(name, run):
        return known
    slug = slug_of(name) or "not-stated"
    if not slug_of(name):
        draft.note("organization", "there is none; it is under “not-stated”")
    path = f"organizations/{slug}.yaml"
    if slug not in run.catalogue.organizations and path not in run.files:
        title, language = name or "Organisation not stated", run.catalogue.settings.default_language
        run.files[path] = organization_text(
            draft.organization, title, language, draft.note, confidential=name in run.confidential
        )
    return slug


def _known_organization(name: str, run: Intake) -> str | None:
    if run.known_by_name is None:
        run.known_by_name = {}
        for known in run.catalogue.organizations.values():
            for text in known.name.values():
                run.known_by_name.setdefault(text.casefold(), known.id)
    return run.known_by_name.get(name.casefold()) if name else None


def take_organization(record: Record, run: Intake) -> None:
    """Add an organisation to which no service of the file belongs."""
    given = organization_of(record)
    name, slug = given["name"], slug_of(given["name"])
    title, path = f"the organisation “{name or 'without a name'}”", f"organizations/{slug}.yaml"
    if run.is_new:
        remedy = "take it into the catalogue once that is made"
        run.say(f"{title} has no service, and no page would show it", remedy)
    elif not slug:
        run.say(f"{title} is not taken: its name has no Latin letters for an id", level=ERROR)
    elif _known_organization(name, run) or path in run.files or (run.folder / path).exists():
        run.say(f"{title} is not taken: it is there already", "compare them by hand", WARNING)
    else:
        language = run.catalogue.settings.default_language
        run.files[path] = organization_text(given, name, language, partial(_say_of, run, title))
        run.say(f"{title} has no service in this file", "add its services, or no page shows it")


def _say_of(run: Intake, title: str, name: str, why: str) -> None:
    run.say(f"{title}: {name}: {why}")
