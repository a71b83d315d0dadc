# SPDX-License-Identifier: AGPL-3.0-or-later
"""Asking about a service in a terminal: a wrong answer is asked again, with the reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from ...findings import ERROR, Finding, SettingsError
from ..catalogue import Catalogue
from .entry import NewEntry
from .questions import Question

Ask = Callable[[str], str]
WELCOME = """
Answer in plain words. Press Enter where nobody knows: readers are told that, which is safer than
a guess. Ctrl-C stops, and nothing is written before the last answer.

"""
DID_YOU_MEAN = re.compile(r"did you mean “([^”]+)”\?")
AGREED = {"yes", "y", "yes.", "ok", "yes please"}
TRIES = 3  # wrong answers after which a question that may be left out is left out


def with_welcome(ask: Ask) -> Ask:
    """Return what asks, with a word on how this goes in front of the first question."""
    said = iter([WELCOME])
    return lambda question: ask(next(said, "") + question)


def answer_to(question: Question, entry: NewEntry, ask: Ask) -> str:
    """Return an answer that is valid on its own."""
    prompt = _prompt(question, entry.catalogue)
    tries, meant = 0, ""
    while True:
        typed = ask(prompt).strip()
        typed = meant if meant and typed.casefold() in AGREED else question.understood(typed)
        answer = _by_label(question, typed, entry.catalogue) or question.default
        faults = _faults_of(question, answer, entry)
        if not faults:
            return answer
        tries, meant = tries + 1, _suggested(faults)
        if tries >= TRIES and not question.required:
            taken = f" for “{question.default}”" if question.default else ": it is left out"
            faults.append(f"Or press Enter{taken}.")
        prompt = "\n".join(["", *faults, _prompt(question, entry.catalogue)])


def _suggested(faults: list[str]) -> str:
    """Return what “did you mean” offers, where it is the only thing wrong: “yes” takes it."""
    offered = DID_YOU_MEAN.findall(" ".join(faults))
    return offered[0] if len(faults) == len(offered) == 1 else ""


def _by_label(question: Question, answer: str, catalogue: Catalogue) -> str:
    """Return an answer with the ids of what it calls by the names that readers see."""
    if not question.offers or not answer:
        return answer
    entries = entries_of(question, catalogue)
    if answer.isdecimal() and 0 < int(answer) <= len(entries):  # its place in the list
        return list(entries)[int(answer) - 1]
    labels = {
        text.casefold(): slug for slug, entry in entries.items() for text in entry.name.values()
    }
    if answer.casefold() in labels:
        return labels[answer.casefold()]
    parts = [part.strip() for part in answer.split(",")]
    return ", ".join(_id_called(part, labels) for part in parts)


def _id_called(part: str, labels: Mapping[str, str]) -> str:
    """Return the id that a name stands for, or the only one whose name begins so."""
    word = part.casefold()
    if word in labels or word in labels.values():
        return labels.get(word, word)
    begun = {slug for text, slug in labels.items() if word and text.startswith(f"{word} ")}
    return begun.pop() if len(begun) == 1 else part


def _prompt(question: Question, catalogue: Catalogue) -> str:
    choice = _choices(question, catalogue)
    if question.default:
        return f"{question.text}{choice} [{question.default}]: "
    return f"{question.text}{choice}{'' if question.required else ' [none]'}: "


def _choices(question: Question, catalogue: Catalogue) -> str:
    """Return the ids that can be chosen, each with the name that readers see."""
    if not question.offers:
        return ""
    language = catalogue.settings.default_language
    entries = entries_of(question, catalogue).items()
    lines = [f"  {slug}: {entry.name.get(language, slug)}" for slug, entry in entries]
    return "\n" + "\n".join(lines) + "\nYour answer"


def entries_of(question: Question, catalogue: Catalogue) -> Mapping[str, Any]:
    """Return what the catalogue declares of the group that a question offers, by id."""
    if question.offers == "areas":
        return catalogue.settings.areas
    return getattr(catalogue, question.offers)


def _faults_of(question: Question, answer: str, entry: NewEntry) -> list[str]:
    """Return what is wrong with one answer, by the line of the entry that it makes."""
    if not answer:
        return ["This one is needed; Ctrl-C stops if you have to ask."] if question.required else []
    known = {(finding.rule, finding.message) for finding in entry.faults()}
    faults = [
        finding
        for finding in entry.faults({question.key: answer})
        if (finding.rule, finding.message) not in known and finding.level == ERROR
    ]
    _stop_where_told(faults, question)
    lacking = [finding for finding in faults if finding.rule == "field-required"]
    said = [_said(finding, question) for finding in faults if finding not in lacking]
    if question.whole and lacking:
        said.append(f"Something is missing; {question.whole}.")
    return said


def _stop_where_told(faults: list[Finding], question: Question) -> None:
    """End where what was said before tells the hidden place: an Enter here would publish it."""
    if question.whole and any(each.rule == "confidential-text" for each in faults):
        message = "an answer that you gave before tells where the hidden place is"
        remedy = "nothing was written; start again, without it, and with another name"
        raise SettingsError(Finding(rule="new-service", message=message, remedy=remedy))


def _said(finding: Finding, question: Question) -> str:
    """Return a finding as somebody reads it who sees a question, and no file."""
    remedy = finding.remedy.replace("take the line out", "press Enter")
    offered = finding.write.partition(": ")[2]
    if question.offers and not remedy.startswith("did you mean"):
        remedy = "write one from the list"
    elif question.takes_one_line and offered and "extension" not in remedy:
        remedy = f"did you mean “{offered}”?"
    end = "" if remedy.endswith("?") else "."
    return f"{finding.message[:1].upper()}{finding.message[1:]}; {remedy}{end}"
