# SPDX-License-Identifier: AGPL-3.0-or-later
"""A person who has never seen YAML can add a service."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from havenpress.catalogue.loader import load
from havenpress.catalogue.questions import QUESTIONS
from havenpress.catalogue.scaffold import new_service
from havenpress.findings import ContentError, SettingsError
from havenpress.site import Project

from .samples import BASE, ROOT, TODAY

FIELDS = {
    "organization": "riverbend-advocacy",
    "description": "Talk to someone: in private, with tea.",
    "categories": "medical, forensic-exam",
    "areas": "riverbend",
    "languages": "en, es",
    "phone": "020 7946 0019",
    "hours": "mon-fri 09:00-17:00; sat 10:00-14:00",
    "address": "12 Example Lane, Riverbend, ZZ99 1AA",
    "verified_by": "Directory team",
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    content = tmp_path / "content"
    shutil.copytree(BASE, content / "catalogue")
    shutil.copy(ROOT / "content" / "site.yaml", content)
    return Project.read(content, tmp_path / "output", TODAY)


def added(project: Project, name: str):
    catalogue, findings = load(project.content / "catalogue", TODAY)
    assert not [finding for finding in findings if finding.level == "error"]
    return catalogue.services[name]


def test_fields_make_a_valid_file(project: Project) -> None:
    path = new_service("Tea & Talk", project, FIELDS)
    assert path.name == "tea-talk.yaml"
    service = added(project, "tea-talk")
    assert service.description["en"] == "Talk to someone: in private, with tea."
    assert service.hours.week[5].spans == ((600, 840),)
    assert service.locations[0].address.postal_code == "ZZ99 1AA"
    assert service.verification.last_verified == TODAY


def test_the_word_confidential_stays_alone(project: Project) -> None:
    new_service("Quiet house", project, {**FIELDS, "address": "Confidential"})
    assert added(project, "quiet-house").is_confidential


def test_everything_missing_is_said_at_once(project: Project) -> None:
    with pytest.raises(SettingsError) as caught:
        new_service("Tea", project, {})
    missing = {finding.message for finding in caught.value.findings}
    assert "“--organization” is missing" in missing
    assert "“--areas” is missing" in missing
    assert not (project.content / "catalogue/services/tea.yaml").exists()


def test_a_misspelt_field_is_named(project: Project) -> None:
    with pytest.raises(SettingsError) as caught:
        new_service("Tea", project, {"organisation": "x"})
    assert caught.value.findings[0].remedy == "did you mean “--organization”?"


def test_an_invalid_answer_writes_nothing(project: Project) -> None:
    with pytest.raises(ContentError) as caught:
        new_service("Tea", project, {**FIELDS, "phone": "call us"})
    assert caught.value.findings[0].rule == "phone-number"
    assert not (project.content / "catalogue/services/tea.yaml").exists()


def test_a_name_that_is_taken_is_refused(project: Project) -> None:
    with pytest.raises(SettingsError):
        new_service("Walk-in clinic", project, FIELDS)


def test_questions_are_asked_until_the_answer_is_right(project: Project) -> None:
    asked: list[str] = []
    answers = iter(typed())

    def ask(question: str) -> str:
        asked.append(question)
        return next(answers)

    new_service("Terminal", project, {}, ask)
    service = added(project, "terminal")
    assert service.phones[0].number.e164 == "+442079460020"
    assert service.email is None
    again = [question for question in asked if "letter O" in question]
    assert len(again) == 1


def typed() -> Iterator[str]:
    wanted = {**FIELDS, "verified-by": "Directory team"}
    for question in QUESTIONS:
        if question.key == "phone":
            yield "O20 7946 0020"
            yield "020 7946 0020"
        else:
            yield wanted.get(question.key, "")
