# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whole sites, built as ``tasks.py build`` builds them: the small one of the tests, changed."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from havenpress.build import build
from havenpress.findings import Finding, HavenpressError, Report

from .samples import ROOT, TODAY

SMALL = ROOT / "tests" / "sites" / "small" / "content"
POST = (SMALL / "posts" / "when-you-call.md").read_text(encoding="utf-8")


@dataclass(slots=True)
class Site:
    """A copy of the small site in a folder, and what its last build came to."""

    folder: Path
    findings: list[Finding] = field(default_factory=list)
    status: int = 2

    def __post_init__(self) -> None:
        shutil.copytree(SMALL, self.content)

    @property
    def content(self) -> Path:
        """Its sources."""
        return self.folder / "content"

    @property
    def output(self) -> Path:
        """Where it is built; not there while no build was good."""
        return self.folder / "output"

    def replace(self, name: str, old: str, new: str) -> None:
        """Replace text, which has to be there, in a file of the sources."""
        path = self.content / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def write_post(
        self, body: str, name: str = "when-you-call.md", *changes: tuple[str, str]
    ) -> str:
        """Write a post with the front matter of one of the small site; return its whole text."""
        _, front, _ = POST.split("---\n", 2)
        for old, new in changes:
            assert old in front
            front = front.replace(old, new)
        text = f"---\n{front}---\n{body}"
        (self.content / "posts" / name).write_text(text, encoding="utf-8")
        return text

    def build(self) -> Site:
        """Build it, whatever comes of it."""
        report = Report()
        try:
            build(self.content, self.output, today=TODAY, report=report)
            self.status = report.exit_status()
        except HavenpressError as error:
            report.extend(error.findings)
            self.status = error.exit_status
        self.findings = list(report)
        return self
