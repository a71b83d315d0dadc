# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is known of one Markdown file, and findings at a line of it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..findings import Finding
from ..source import Mapping as Block
from ..source.kinds.words import slugify

DRAFT = "draft"
PUBLISHED = "published"
WITHDRAWN = "withdrawn"

Place = tuple[int, int]  # line and column of a file, both from 1


@dataclass(slots=True)
class Document:
    """What is known of one file.

    ``values`` holds the fields that are right; the properties give a placeholder for each that
    a page cannot do without. ``body_line`` is the file's line on which the body starts.
    """

    path: Path
    file: str
    is_post: bool
    language: str
    values: dict[str, Any] = field(default_factory=dict)
    node: Block | None = None
    body: str = ""
    body_line: int = 1
    findings: list[Finding] = field(default_factory=list)
    status: str = PUBLISHED
    held_until: datetime.date | None = None

    @property
    def title(self) -> str:
        """The title, or the words of the file's name."""
        return self.values.get("title") or self.path.stem.replace("-", " ").capitalize()

    @property
    def slug(self) -> str:
        """The slug, or the file's name as one."""
        return str(self.values.get("slug") or slugify(self.path.stem) or "untitled")

    @property
    def lang(self) -> str:
        """The language, or the site's first."""
        return str(self.values.get("lang") or self.language)

    @property
    def is_public(self) -> bool:
        """Whether readers get it in this run."""
        return self.status == PUBLISHED and self.held_until is None

    def place(self, name: str) -> Place:
        """Return line and column of a field's value, or of the front matter."""
        node = self.node.get(name) if isinstance(self.node, Block) else None
        return (node.line, node.column) if node is not None else (1, 1)

    def finding(
        self, rule: str, place: Place, message: str, remedy: str = "", **more: Any
    ) -> Finding:
        """Return a finding at a line and column of the file."""
        line, column = place
        return Finding(
            rule=rule,
            message=message,
            remedy=remedy,
            file=self.file,
            line=line,
            column=column,
            **more,
        )
