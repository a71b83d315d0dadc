# SPDX-License-Identifier: AGPL-3.0-or-later
"""From the records of a file to new files of a catalogue, checked before any of them is written."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from ...findings import ERROR, Finding, SettingsError
from ..catalogue import Catalogue
from ..composing import compose
from ..entries import Settings
from ..loader import load
from ..reading import known_of
from .drafts import draft_of
from .intake import Intake, Wishes, collect_terms, take, take_organization
from .sources import Source, country_of, read_source


def import_file(source: Path, folder: Path, wishes: Wishes) -> tuple[int, list[Finding]]:
    """Add the services of a file to a catalogue, and return how many and what was left out.

    A folder without a catalogue gets one. Files that are there are never changed. Raises
    SettingsError for a file that is no HSDS JSON and no table, and for a catalogue with faults.
    """
    found = read_source(source)
    run = _begin(found, source, folder, wishes)
    _take_all(found, run)
    if run.is_new and run.taken:
        _add_settings(run)
    if run.taken or (run.files and not run.is_new):
        _write(run)
    return run.taken, run.findings


def _begin(found: Source, source: Path, folder: Path, wishes: Wishes) -> Intake:
    """Return the import with the catalogue it goes into: the folder's, or one to be made."""
    catalogue = _catalogue_in(folder, wishes)
    if catalogue is not None:
        return Intake(source.as_posix(), folder, wishes, catalogue, is_new=False)
    if not found.services:
        message = "the file has organisations only, and a catalogue begins with a service"
        raise _mistake(folder, message)
    wishes = replace(wishes, country=wishes.country or country_of(found.services, source))
    return Intake(source.as_posix(), folder, wishes, Catalogue(_settings_of(wishes)), is_new=True)


def _take_all(found: Source, run: Intake) -> None:
    language = run.catalogue.settings.default_language
    country = run.wishes.country or run.catalogue.settings.country
    drafts = [draft_of(each, language, country, run.wishes.today) for each in found.services]
    run.confidential = {each.organization["name"] for each in drafts if each.is_confidential}
    if run.is_new:
        collect_terms(drafts, run)
    known = known_of(run.catalogue)
    for draft in drafts:
        take(draft, run, known)
    for record in found.organizations:
        take_organization(record, run)
    for message in found.left_over:
        run.say(message, "give the table that it refers to, or leave it out")


def _catalogue_in(folder: Path, wishes: Wishes) -> Catalogue | None:
    """Return the catalogue of a folder, None where one is to be made there."""
    if not (folder / "catalogue.yaml").exists():
        if folder.is_dir() and any(folder.iterdir()):
            raise _mistake(folder, "this folder holds no catalogue, and is not empty")
        return None
    catalogue, findings = load(folder, wishes.today)
    errors = [finding for finding in findings if finding.level == ERROR]
    if errors:
        raise SettingsError(errors)
    return catalogue


def _settings_of(wishes: Wishes) -> Settings:
    return Settings(
        default_language=wishes.language, languages=(wishes.language,), country=wishes.country
    )


def _mistake(folder: Path, message: str) -> SettingsError:
    remedy = "name the folder of a catalogue, or one that does not exist yet"
    file = folder.as_posix()
    return SettingsError(Finding(rule="import-file", message=message, remedy=remedy, file=file))


def _add_settings(run: Intake) -> None:
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


def _write(run: Intake) -> None:
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
