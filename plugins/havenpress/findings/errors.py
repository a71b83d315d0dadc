# SPDX-License-Identifier: AGPL-3.0-or-later
"""The errors that a person can mend: they print as findings, never as a traceback."""

from __future__ import annotations

from collections.abc import Iterable

from .finding import Finding


class HavenpressError(Exception):
    """A run that cannot go on, with the findings that say why."""

    exit_status = 1

    def __init__(self, findings: Finding | Iterable[Finding]) -> None:
        self.findings = [findings] if isinstance(findings, Finding) else list(findings)
        super().__init__("; ".join(f"{f.place}: {f.message}" for f in self.findings))


class ContentError(HavenpressError):
    """Something that a writer wrote is wrong."""

    exit_status = 1


class SettingsError(HavenpressError):
    """The command, the settings or the theme is wrong, whatever the writers wrote."""

    exit_status = 2
