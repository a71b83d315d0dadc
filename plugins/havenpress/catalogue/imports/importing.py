# SPDX-License-Identifier: AGPL-3.0-or-later
"""From the records of a file to new files of a catalogue, checked before any of them is written."""

from __future__ import annotations

import datetime
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

from ...findings import ERROR, REVIEW, WARNING, Finding, SettingsError
from ..catalogue import Catalogue
from ..composing import compose
from ..entries import Settings
from ..loader import load
from ..places import found_place
from ..reading import known_of
from .drafts import Draft, draft_of, slug_of
from .organizations import organization_of, organization_text
from .sources import Record, country_of, read_source
from .trimming import cut_to_good


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
class _Import:
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

    def say(self, message: str, remedy: str = "", level: str = REVIEW) -> None:
        """Report something about the file that is imported."""
        rule = "import-left-out" if level == REVIEW else "import-refused"
        self.findings.append(
            Finding(rule=rule, level=level, message=message, remedy=remedy, file=self.source)
        )


def import_file(source: Path, folder: Path, wishes: Wishes) -> tuple[int, list[Finding]]:
    """Add the services of a file to a catalogue, and return how many and what was left out.

    A folder without a catalogue gets one. Files that are there are never changed. Raises
    SettingsError for a file that is no HSDS JSON and no table, and for a catalogue with faults.
    """
    found = read_source(source)
    catalogue, is_new = _target(folder, wishes)
    if is_new and not found.services:
        raise _mistake(
            folder, "the file has organisations only, and a catalogue begins with a service"
        )
    if is_new:
        wishes = replace(wishes, country=wishes.country or country_of(found.services, source))
        catalogue = Catalogue(_settings_of(wishes))
    run = _Import(source.as_posix(), folder, wishes, catalogue, is_new)
    language = catalogue.settings.default_language
    drafts = [draft_of(record, language, wishes.today) for record in found.services]
    run.confidential = {each.organization["name"] for each in drafts if each.is_confidential}
    if is_new:
        _collect_terms(drafts, run)
    known = known_of(catalogue)
    for draft in drafts:
        _take(draft, run, known)
    for record in found.organizations:
        _take_organization(record, run)
    for message in found.left_over:
        run.say(message, "give the table that it refers to, or leave it out")
    if is_new and run.taken:
        _add_settings(run)
    if run.taken or (run.files and not is_new):
        _write(run)
    return run.taken, run.findings


def _target(folder: Path, wishes: Wishes) -> tuple[Catalogue, bool]:
    if not (folder / "catalogue.yaml").exists():
        if folder.is_dir() and any(folder.iterdir()):
            raise _mistake(folder, "this folder holds no catalogue, and is not empty")
        return Catalogue(), True
    catalogue, findings = load(folder, wishes.today)
    errors = [finding for finding in findings if finding.level == ERROR]
    if errors:
        raise SettingsError(errors)
    return catalogue, False


def _settings_of(wishes: Wishes) -> Settings:
    return Settings(
        default_language=wishes.language, languages=(wishes.language,), country=wishes.country
    )


def _mistake(folder: Path, message: str) -> SettingsError:
    remedy = "name the folder of a catalogue, or one that does not exist yet"
    file = folder.as_posix()
    return SettingsError(Finding(rule="import-file", message=message, remedy=remedy, file=file))


def _collect_terms(drafts: list[Draft], run: _Import) -> None:
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


def _take(draft: Draft, run: _Import, known: Mapping[str, Any]) -> None:
    """Add one service if enough of it passes the checks."""
    title = f"“{draft.name or 'without a name'}”"
    if draft.is_confidential and found_place(
        f"{draft.name}\n{draft.id}\n{draft.id.replace('-', ' ')}"
    ):
        message = "a confidential service is not taken: its name or id tells where it is"
        run.say(message, "give it another name in the file", ERROR)
        return
    if not draft.id:
        run.say(f"{title} is not taken: its name has no Latin letters for an id", level=ERROR)
        return
    path = _free_path(draft, run)
    if path is None:
        return
    groups = {name: run.terms.get(name) or known[name] for name in ("categories", "needs", "areas")}
    _name_terms(draft, groups, run)
    organization = _organization_for(draft, run)
    draft.tree["organization"] = organization
    organizations = [*known["organizations"], organization]
    more = {"organizations": organizations, **{name: list(ids) for name, ids in groups.items()}}
    text, error = cut_to_good(draft, path, {**known, **more}, run.wishes.today)
    for name, why in draft.notes:
        run.say(f"{title}: {name}: {why}")
    if text is None:
        why = error.message if error else "too much of it is wrong"
        run.say(f"{title} is not taken: {why}", error.remedy if error else "", ERROR)
        return
    run.files[path] = text
    run.taken += 1


def _free_path(draft: Draft, run: _Import) -> str | None:
    path = f"services/{draft.id}.yaml"
    if draft.id in run.catalogue.services or (run.folder / path).exists():
        message = f"“{draft.name}” is not taken: there is a service “{draft.id}” already"
        run.say(message, "compare them by hand; nothing that is there is changed", WARNING)
        return None
    number = 2
    while path in run.files:
        path, number = f"services/{draft.id}-{number}.yaml", number + 1
    return path


def _name_terms(draft: Draft, groups: Mapping[str, Any], run: _Import) -> None:
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


def _by_name(label: str, group: str, run: _Import) -> str | None:
    settings = run.catalogue.settings
    entries = settings.areas if group == "areas" else getattr(run.catalogue, group)
    wanted = label.casefold().strip()
    named = (
        slug
        for slug, entry in entries.items()
        if wanted in {text.casefold().strip() for text in entry.name.values()}
    )
    return next(named, None)


def _organization_for(draft: Draft, run: _Import) -> str:
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


def _known_organization(name: str, run: _Import) -> str | None:
    for known in run.catalogue.organizations.values():
        if name and name.casefold() in {text.casefold() for text in known.name.values()}:
            return known.id
    return None


def _take_organization(record: Record, run: _Import) -> None:
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


def _say_of(run: _Import, title: str, name: str, why: str) -> None:
    run.say(f"{title}: {name}: {why}")


def _add_settings(run: _Import) -> None:
    language = run.wishes.language
    areas = {slug: {"name": {language: label}} for slug, label in run.terms["areas"].items()}
    settings = {
        "default_language": language,
        "languages": [language],
        "country": run.wishes.country,
        "timezone": run.wishes.timezone,
        "id_namespace": str(uuid4()),
        "areas": areas,
    }
    run.files["catalogue.yaml"] = compose(settings)[0]
    taxonomy = {
        group: {slug: {"name": {language: label}} for slug, label in run.terms[group].items()}
        for group in ("categories", "needs")
        if run.terms[group]
    }
    run.files["taxonomy.yaml"] = compose(taxonomy)[0]


def _write(run: _Import) -> None:
    """Write all new files, after a copy of the catalogue with them was found to be without error."""
    with tempfile.TemporaryDirectory(prefix="havenpress-import-") as name:
        trial = Path(name) / "catalogue"
        if not run.is_new:
            shutil.copytree(run.folder, trial)
        _write_files(trial, run.files)
        findings = load(trial, run.wishes.today, lambda path: path.relative_to(trial).as_posix())[1]
    errors = [finding for finding in findings if finding.level == ERROR]
    if errors:
        raise SettingsError(errors)
    _write_files(run.folder, run.files)


def _write_files(folder: Path, files: Mapping[str, str]) -> None:
    written = []
    try:
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                written.append(path)
                file.write(text)
    except BaseException:
        for path in written:
            path.unlink()
        raise
