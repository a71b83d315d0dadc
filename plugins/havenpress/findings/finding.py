# SPDX-License-Identifier: AGPL-3.0-or-later
"""The one shape of a finding."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

ERROR = "error"
WARNING = "warning"
REVIEW = "review"
LEVELS = (ERROR, WARNING, REVIEW)


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One fault, at one place, with the remedy.

    ``rule`` says what is required (``image-alt``), not what is wrong. ``message`` and ``remedy``
    are sentences without a capital at the start or a full stop. ``file`` is the path as the
    writer knows it; ``line`` and ``column`` are 1-based, and 0 means the whole file or line.
    ``write`` is the corrected line, given only where there is one right answer. ``page`` is the
    output page on which the fault was seen. ``wcag`` pairs a success criterion with its
    conformance level; ``act`` holds ids of ACT rules. By ``mistake`` and ``names``, the fields that
    it is about, other parts of ours know it, whatever its words are; no report has them.
    """

    rule: str
    message: str
    remedy: str = ""
    level: str = ERROR
    file: str = ""
    line: int = 0
    column: int = 0
    write: str = ""
    page: str = ""
    wcag: tuple[tuple[str, str], ...] = ()
    act: tuple[str, ...] = ()
    selector: str = ""
    snippet: str = ""
    mistake: str = field(default="", compare=False)
    names: tuple[str, ...] = field(default=(), compare=False)

    @property
    def place(self) -> str:
        """``file:line:column``, as much of it as is known."""
        numbers = [str(number) for number in (self.line, self.column) if number]
        return ":".join([self.file or self.page, *numbers])

    @property
    def sentence(self) -> str:
        """What is wrong and what to do about it, in one sentence."""
        return f"{self.message}; {self.remedy}" if self.remedy else self.message

    @property
    def sort_key(self) -> tuple[object, ...]:
        """Findings in the order of files and lines, the gravest first within a line."""
        level = LEVELS.index(self.level)
        return (self.file or self.page, self.line, self.column, level, self.rule, self.message)

    @property
    def identity(self) -> tuple[object, ...]:
        """What two sightings of one fault have in common: all but the page they were seen on."""
        return (self.rule, self.level, self.file, self.line, self.column, self.message)

    def at(self, file: str, line: int = 0, column: int = 0) -> Finding:
        """Return the same finding at another place."""
        return replace(self, file=file, line=line, column=column)

    def as_json(self) -> dict[str, object]:
        """Return the finding in the shape that every JSON report of ours has."""
        record: dict[str, object] = {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "rule": self.rule,
            "level": self.level,
            "message": self.message,
            "remedy": self.remedy,
            "page": self.page,
            "wcag": [{"sc": sc, "conformance": level} for sc, level in self.wcag],
            "act": list(self.act),
        }
        extra = {"write": self.write, "selector": self.selector, "snippet": self.snippet}
        return record | {name: text for name, text in extra.items() if text}
