# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the steps of one conversion share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from xml.etree.ElementTree import Element

from ...findings import Finding
from ..document import Document, Place
from ..library import Library

ROOT = "hp-root:/"  # stands for the way from a page to the site's root until the page is known


@dataclass
class Scope:
    """One body on its way through Markdown.

    ``lines`` are the file's lines, the first with the number 1; ``picture`` turns the file of
    a picture into attributes of ``img``, or reports why it cannot.
    """

    document: Document
    library: Library | None = None
    picture: Callable[..., dict[str, str] | None] | None = None
    findings: list[Finding] = field(default_factory=list)
    headings: list[dict[str, str]] = field(default_factory=list)
    skips: list[tuple[Element, Element]] = field(default_factory=list)  # link, heading

    @property
    def root(self) -> str:
        """What stands before an address below the site’s root."""
        return ROOT

    @property
    def country(self) -> str:
        """The country of the site, in which numbers without + are dialled; empty where unknown."""
        return str(self.library.known.get("country", "")) if self.library else ""

    @cached_property  # each sign that is left over is looked for in them
    def lines(self) -> list[str]:
        """The lines of the file; those of the front matter are empty."""
        return [""] * (self.document.body_line - 1) + self.document.body.split("\n")

    def fault(self, rule: str, place: Place, message: str, remedy: str, **more: Any) -> None:
        """Report a fault at a line and column of the file; ``more`` is for Document.finding."""
        self.findings.append(self.document.finding(rule, place, message, remedy, **more))

    def replaced(self, line: int, typed: str, instead: str) -> str:
        """Return a source line with one passage written differently, or nothing."""
        lines = self.lines
        source = lines[line - 1] if 0 < line <= len(lines) else ""
        return source.replace(typed, instead, 1).rstrip() if typed and typed in source else ""
