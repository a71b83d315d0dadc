# SPDX-License-Identifier: AGPL-3.0-or-later
"""A new service from answers in a terminal, or from fields on the command line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ...findings import ERROR, ContentError, Finding, SettingsError, closest, did_you_mean
from ...site import Project
from ...source.kinds.words import slugify
from ..catalogue import Catalogue
from ..site import FOLDER, catalogue_of
from .entry import NewEntry
from .interview import Ask, answer_to, entries_of, with_welcome
from .questions import QUESTIONS, Question


def new_service(
    name: str, project: Project, fields: Mapping[str, str], ask: Ask | None = None
) -> Path:
    """Write the file of a new service, valid or not at all, and return its path.

    ``fields`` are answers by the keys of ``questions.QUESTIONS``. ``ask`` gets a question and
    returns what was typed; without it nothing is asked. Raises SettingsError where answers are
    missing or unknown, ContentError where they do not make a valid entry.
    """
    catalogue = catalogue_of(project)
    if catalogue is None:
        raise _mistake("this site has no catalogue yet", "make content/catalogue first", "")
    path = _path_for(name, project, catalogue)
    entry = NewEntry(name, project, catalogue, _known_fields(fields))
    _fill(entry, with_welcome(ask) if ask else None)
    _refuse_faults(entry, project.name(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(entry.text(), encoding="utf-8", newline="\n")
    return path


def _fill(entry: NewEntry, ask: Ask | None) -> None:
    """Ask what is not answered yet; raises SettingsError with everything that is missing."""
    missing: list[Finding] = []
    for question in QUESTIONS:
        if question.after and not entry.answers.get(question.after):
            continue
        if ask is not None and question.key not in entry.answers:
            entry.answers[question.key] = answer_to(question, entry, ask)
        missing += _missing(question, entry)
    if missing:
        raise SettingsError(missing)


def _path_for(name: str, project: Project, catalogue: Catalogue) -> Path:
    slug = slugify(name)
    if not slug:
        raise _mistake("the name has no Latin letters", "give one that can be a file name", "")
    path = project.content / FOLDER / "services" / f"{slug}.yaml"
    if path.exists() or catalogue.lookup(slug):
        file = project.name(path)
        raise _mistake(f"there is a service “{slug}” already", "choose another name", file)
    return path


def _known_fields(fields: Mapping[str, str]) -> dict[str, str]:
    keys = [question.key for question in QUESTIONS]
    answers, faults = {}, []
    for field, value in fields.items():
        key = field.replace("_", "-")
        if key in keys:
            answers[key] = value
            continue
        close = closest(key, keys)
        remedy = did_you_mean(close and f"--{close}", f"the fields are: {', '.join(keys)}")
        faults.append(_finding(f"“--{field}” is not a field of a service", remedy))
    if faults:
        raise SettingsError(faults)
    return answers


def _missing(question: Question, entry: NewEntry) -> list[Finding]:
    """Fill in what an empty answer means, or say what is missing."""
    answer = entry.answers.get(question.key, "").strip() or question.default
    if answer:
        entry.answers[question.key] = answer
        return []
    entry.answers.pop(question.key, None)
    if not question.required:
        return []
    offered = list(entries_of(question, entry.catalogue)) if question.offers else []
    choice = f" (one of {', '.join(offered)})" if offered else ""
    asked = f"{question.text[:1].lower()}{question.text[1:]}{choice}"
    return [_finding(f"“--{question.key}” is missing", asked)]


def _refuse_faults(entry: NewEntry, file: str) -> None:
    findings = entry.faults(file=file)
    errors = [finding for finding in findings if finding.level == ERROR]
    if errors:
        raise ContentError(errors)
    entry.project.report.extend(findings)


def _finding(message: str, remedy: str, file: str = "new service") -> Finding:
    return Finding(rule="new-service", message=message, remedy=remedy, file=file)


def _mistake(message: str, remedy: str, file: str) -> SettingsError:
    return SettingsError(_finding(message, remedy, file or "new service"))
