# SPDX-License-Identifier: AGPL-3.0-or-later
"""A new service from answers in a terminal, or from fields on the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from ..findings import ERROR, ContentError, Finding, SettingsError
from ..site import Project
from ..source.kinds.words import slugify
from ..source.model import closest
from .catalogue import Catalogue
from .composing import compose as compose_yaml
from .questions import QUESTIONS, Question
from .reading import read_entry
from .site import FOLDER, catalogue_of

Ask = Callable[[str], str]
WELCOME = """
Answer in plain words. Press Enter where nobody knows: readers are told that, which is safer than
a guess. Ctrl-C stops, and nothing is written before the last answer.

"""
TRIES = 3  # wrong answers after which a question that may be left out is left out


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
    answers = _known_fields(fields)
    problems: list[Finding] = []
    ask = _with_welcome(ask) if ask else None
    for question in QUESTIONS:
        if question.after and not answers.get(question.after):
            continue
        if ask is not None and question.key not in answers:
            answers[question.key] = _asked(question, ask, name, answers, project, catalogue)
        problems += _missing(question, answers, catalogue)
    if problems:
        raise SettingsError(problems)
    text = compose(name, answers, project, catalogue)
    _refuse_faults(text, path, project)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def _with_welcome(ask: Ask) -> Ask:
    """Return what asks, with a word on how this goes in front of the first question."""
    said = iter([WELCOME])
    return lambda question: ask(next(said, "") + question)


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
        remedy = f"did you mean “--{close}”?" if close else f"the fields are: {', '.join(keys)}"
        faults.append(_finding(f"“--{field}” is not a field of a service", remedy))
    if faults:
        raise SettingsError(faults)
    return answers


def _missing(question: Question, answers: dict[str, str], catalogue: Catalogue) -> list[Finding]:
    """Fill in what an empty answer means, or say what is missing."""
    answer = answers.get(question.key, "").strip() or question.default
    if answer:
        answers[question.key] = answer
        return []
    answers.pop(question.key, None)
    if not question.required:
        return []
    offered = _offered(question, catalogue)
    choice = f"; one of {', '.join(offered)}" if offered else ""
    return [_finding(f"“--{question.key}” is missing", f"{question.text}{choice}")]


def _offered(question: Question, catalogue: Catalogue) -> list[str]:
    return list(_entries(question, catalogue)) if question.offers else []


def _asked(
    question: Question,
    ask: Ask,
    name: str,
    answers: Mapping[str, str],
    project: Project,
    catalogue: Catalogue,
) -> str:
    """Return an answer that is valid on its own; a wrong one is asked again, with the reason."""
    prompt = _prompt(question, catalogue)
    tries = 0
    while True:
        typed = question.understood(ask(prompt).strip())
        answer = _by_label(question, typed, catalogue) or question.default
        faults = _faults_of(question, answer, name, answers, project, catalogue)
        if not faults:
            return answer
        tries += 1
        if tries >= TRIES and not question.required:
            taken = f" for “{question.default}”" if question.default else ": it is left out"
            faults.append(f"Or press Enter{taken}.")
        prompt = "\n".join(["", *faults, _prompt(question, catalogue)])


def _by_label(question: Question, answer: str, catalogue: Catalogue) -> str:
    """Return an answer with the ids of what it calls by the names that readers see."""
    if not question.offers or not answer:
        return answer
    labels = {
        text.casefold(): slug
        for slug, entry in _entries(question, catalogue).items()
        for text in entry.name.values()
    }
    if answer.casefold() in labels:
        return labels[answer.casefold()]
    parts = [part.strip() for part in answer.split(",")]
    return ", ".join(labels.get(part.casefold(), part) for part in parts)


def _entries(question: Question, catalogue: Catalogue) -> Mapping[str, Any]:
    if question.offers == "areas":
        return catalogue.settings.areas
    return getattr(catalogue, question.offers)


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
    entries = _entries(question, catalogue).items()
    lines = [f"  {slug}: {entry.name.get(language, slug)}" for slug, entry in entries]
    return "\n" + "\n".join(lines) + "\nYour answer"


def _faults_of(
    question: Question,
    answer: str,
    name: str,
    answers: Mapping[str, str],
    project: Project,
    catalogue: Catalogue,
) -> list[str]:
    """Return what is wrong with one answer, by the line of the entry that it makes."""
    if not answer:
        return ["This one is needed; Ctrl-C stops if you have to ask."] if question.required else []
    before = _faults(compose(name, answers, project, catalogue), project)
    after = _faults(compose(name, {**answers, question.key: answer}, project, catalogue), project)
    known = {(finding.rule, finding.message) for finding in before}
    new = [finding for finding in after if (finding.rule, finding.message) not in known]
    return [
        _said(finding, question)
        for finding in new
        if finding.level == ERROR and finding.rule != "field-required"
    ]


def _said(finding: Finding, question: Question) -> str:
    """Return a finding as somebody reads it who sees a question, and no file."""
    remedy = finding.remedy
    if question.offers and not remedy.startswith("did you mean"):
        remedy = "write one from the list"
    end = "" if remedy.endswith("?") else "."
    return f"{finding.message[:1].upper()}{finding.message[1:]}; {remedy}{end}"


def compose(name: str, answers: Mapping[str, str], project: Project, catalogue: Catalogue) -> str:
    """Return the YAML of an entry, its fields in the order of the model."""
    from .model.service import SERVICE

    language = catalogue.settings.default_language
    tree: dict[str, Any] = {"name": {language: name}}
    for question in QUESTIONS:
        if question.key in answers:
            _place(tree, question.path, question.write(answers[question.key], language))
    _complete(tree, project, catalogue)
    return compose_yaml({key: tree[key] for key in SERVICE.fields if key in tree})[0]


def _place(tree: dict[str, Any], path: tuple[str, ...], value: Any) -> None:
    if len(path) == 1:
        tree[path[0]] = value
    elif path[0] == "phones":
        tree.setdefault("phones", [{}])[0][path[1]] = value
    else:
        tree.setdefault(path[0], {})[path[1]] = value


def _complete(tree: dict[str, Any], project: Project, catalogue: Catalogue) -> None:
    tree.setdefault("safety", {"asks_for_id": "unknown"})
    verification = {"last_verified": project.today.isoformat()}
    tree["verification"] = verification | tree.get("verification", {})
    for location in tree.get("locations", ()):
        if isinstance(location["address"], dict):
            location["address"]["country"] = catalogue.settings.country


def _faults(text: str, project: Project) -> Iterable[Finding]:
    catalogue = catalogue_of(project)
    return read_entry(text, "the new entry", catalogue, project.today)


def _refuse_faults(text: str, path: Path, project: Project) -> None:
    catalogue = catalogue_of(project)
    findings = read_entry(text, project.name(path), catalogue, project.today)
    errors = [finding for finding in findings if finding.level == ERROR]
    if errors:
        raise ContentError(errors)
    project.report.extend(findings)


def _finding(message: str, remedy: str, file: str = "new service") -> Finding:
    return Finding(rule="new-service", message=message, remedy=remedy, file=file)


def _mistake(message: str, remedy: str, file: str) -> SettingsError:
    return SettingsError(_finding(message, remedy, file or "new service"))
