# SPDX-License-Identifier: AGPL-3.0-or-later
"""A person who has never seen YAML can add a service."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from havenpress.catalogue.loader import load
from havenpress.catalogue.scaffold import new_service
from havenpress.catalogue.scaffold.questions import QUESTIONS
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


class Advocate:
    """Somebody at a terminal: by a piece of the question, what she types one after the other."""

    def __init__(self, **answers: list[str]) -> None:
        given = {key.replace("_", "-"): value for key, value in FIELDS.items()}
        self.answers = {key: [value] for key, value in given.items()} | {
            key.replace("_", "-"): list(value) for key, value in answers.items()
        }
        self.shown: list[str] = []

    def __call__(self, question: str) -> str:
        self.shown.append(question)
        key = next(each.key for each in reversed(QUESTIONS) if each.text in question)
        left = self.answers.get(key, [])
        return left.pop(0) if left else ""


def test_ordinary_words_for_a_choice_are_understood(project: Project) -> None:
    words = Advocate(
        status=["Yes"],
        cost=["It is free."],
        voicemail=["no"],
        call_back=["withheld number"],
        asks_for_id=["No"],
        shares_with_police=["with consent"],
        mandatory_reporting=["I don’t know"],
        address=["secret"],
        method=["by phone"],
    )
    new_service("Tea", project, {}, words)
    service = added(project, "tea")
    phone, safety = service.phones[0], service.safety
    assert (service.status, service.cost.type, service.is_confidential) == ("active", "free", True)
    assert (phone.voicemail, phone.call_back) == ("not-safe", "withheld-number")
    assert (safety.asks_for_id, safety.shares_with_police) == ("never", "with-consent")
    assert (safety.mandatory_reporting, service.verification.method) == ("unknown", "phone")


def test_the_beginning_of_a_name_is_enough_where_one_name_begins_so(project: Project) -> None:
    words = Advocate(organization=["Riverbend"])
    new_service("Tea", project, {}, words)
    assert added(project, "tea").organization == "riverbend-advocacy"


def test_a_word_that_could_mean_two_things_is_asked_again(project: Project) -> None:
    words = Advocate(asks_for_id=["yes", "sometimes"], status=["no", "inactive"])
    new_service("Tea", project, {}, words)
    assert added(project, "tea").safety.asks_for_id == "sometimes"
    assert added(project, "tea").status == "inactive"
    assert sum("“yes” is not one of" in each for each in words.shown) == 1


def test_yes_takes_what_was_offered_and_a_number_the_place_in_the_list(project: Project) -> None:
    words = Advocate(categories=["medicl", "yes"], areas=["3"], status=["no", "yes"])
    new_service("Tea", project, {}, words)
    service = added(project, "tea")
    assert (service.categories, service.areas) == (["medical"], ["riverbend"])
    assert service.status == "active"


def test_a_text_that_tells_a_hidden_place_is_asked_again_at_once(project: Project) -> None:
    words = Advocate(
        address=["confidential"], description=["A house at 12 Mill Lane.", "A quiet house."]
    )
    new_service("Tea", project, {}, words)
    assert added(project, "tea").description["en"] == "A quiet house."
    assert sum("a street with its number" in each for each in words.shown) == 1


def test_a_name_that_tells_a_hidden_place_ends_it_with_nothing_written(project: Project) -> None:
    with pytest.raises(SettingsError, match="tells where the hidden place is"):
        new_service("12 Mill Lane", project, {}, Advocate(address=["confidential", ""]))
    assert not (project.content / "catalogue/services/12-mill-lane.yaml").exists()


def test_an_address_without_a_town_is_asked_again_and_not_lost_at_the_end(project: Project) -> None:
    words = Advocate(
        address=["12 Example Lane", "12 Example Lane, Riverbend"], url=["example.org", "y"]
    )
    new_service("Tea", project, {}, words)
    service = added(project, "tea")
    assert service.locations[0].address.city == "Riverbend"
    assert service.url == "https://example.org"
    assert sum("Something is missing; write street and number" in each for each in words.shown) == 1
    assert sum("did you mean “https://example.org”?" in each for each in words.shown) == 1


def test_who_does_not_know_may_say_so(project: Project) -> None:
    words = Advocate(email=["not sure"], needs=["?"], organization=["?", "riverbend-advocacy"])
    new_service("Tea", project, {}, words)
    assert added(project, "tea").email is None
    assert sum("This one is needed" in each for each in words.shown) == 1


def test_what_is_said_in_a_terminal_names_no_files(project: Project) -> None:
    words = Advocate(categories=["food", "medicl", "medical"])
    new_service("Tea", project, {}, words)
    said = "\n".join(words.shown)
    assert "There is no category “food”; write one from the list." in said
    assert "There is no category “medicl”; did you mean “medical”?\n" in said
    assert ".yaml" not in said
    assert said.count("Ctrl-C stops, and nothing is written") == 1
    assert words.shown[0].startswith("\nAnswer in plain words.")
