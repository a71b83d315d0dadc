# SPDX-License-Identifier: AGPL-3.0-or-later
"""The entry of a new service, as far as its questions are answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ...findings import Finding
from ...site import Project
from ..catalogue import Catalogue
from ..composing import compose
from ..model.service import SERVICE
from ..reading import read_entry
from .questions import QUESTIONS


@dataclass(frozen=True, slots=True)
class NewEntry:
    """One service on its way into a catalogue; ``answers`` are by the keys of QUESTIONS."""

    name: str
    project: Project
    catalogue: Catalogue
    answers: dict[str, str] = field(default_factory=dict)

    def text(self, more: Mapping[str, str] | None = None) -> str:
        """Return the YAML, its fields in the order of the model; ``more`` are further answers."""
        answers = {**self.answers, **(more or {})}
        language = self.catalogue.settings.default_language
        tree: dict[str, Any] = {"name": {language: self.name}}
        for question in QUESTIONS:
            if question.key in answers:
                _place(tree, question.path, question.write(answers[question.key], language))
        self._complete(tree)
        return compose({key: tree[key] for key in SERVICE.fields if key in tree})[0]

    def _complete(self, tree: dict[str, Any]) -> None:
        tree.setdefault("safety", {"asks_for_id": "unknown"})
        verification = {"last_verified": self.project.today.isoformat()}
        tree["verification"] = verification | tree.get("verification", {})
        for location in tree.get("locations", ()):
            if isinstance(location["address"], dict):
                location["address"]["country"] = self.catalogue.settings.country

    def faults(
        self, more: Mapping[str, str] | None = None, file: str = "the new entry"
    ) -> list[Finding]:
        """Return what is wrong with the entry, as the reader of a file would say it."""
        return read_entry(self.text(more), file, self.catalogue, self.project.today)


def _place(tree: dict[str, Any], path: tuple[str, ...], value: Any) -> None:
    if len(path) == 1:
        tree[path[0]] = value
    elif path[0] == "phones":
        tree.setdefault("phones", [{}])[0][path[1]] = value
    else:
        tree.setdefault(path[0], {})[path[1]] = value
