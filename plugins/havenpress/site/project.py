# SPDX-License-Identifier: AGPL-3.0-or-later
"""What one run works on: the folders, the settings, the day, and where findings go."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..findings import Report, Sources
from .reader import SITE_FILE, read_site
from .site import Site


@dataclass(slots=True)
class Project:
    """One run over one content folder.

    ``content`` and ``output`` are absolute. ``drafts`` shows drafts and future posts, which a
    build never does. ``parts`` is where sub-packages keep what others ask them for in the same
    run, by their name: the catalogue its services, the theme its palette.
    """

    content: Path
    output: Path
    site: Site
    today: datetime.date
    drafts: bool = False
    report: Report = field(default_factory=Report)
    parts: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def read(
        cls,
        content: Path,
        output: Path,
        today: datetime.date,
        *,
        drafts: bool = False,
        report: Report | None = None,
    ) -> Project:
        """Return the project of a content folder; raises SettingsError with all its faults."""
        content, output = content.resolve(), output.resolve()
        report = report if report is not None else Report()
        site, findings = read_site(content, f"{content.name}/{SITE_FILE}")
        report.extend(findings)
        return cls(content, output, site, today, drafts=drafts, report=report)

    @property
    def sources(self) -> Sources:
        """The lines that findings quote."""
        return Sources(self.content.parent)

    def name(self, path: Path) -> str:
        """Return a path as the writer knows it: ``content/posts/hope.md``."""
        path = path.resolve()
        if path.is_relative_to(self.content):
            return f"{self.content.name}/{path.relative_to(self.content).as_posix()}"
        return path.as_posix()
