# SPDX-License-Identifier: AGPL-3.0-or-later
"""All findings of one run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .finding import ERROR, WARNING, Finding


class Report:
    """Findings in the order of their places, each kept once a page."""

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        self._findings: dict[Finding, None] = dict.fromkeys(findings)

    def add(self, finding: Finding) -> None:
        """Take one finding."""
        self._findings[finding] = None

    def extend(self, findings: Iterable[Finding]) -> None:
        """Take several findings."""
        self._findings.update(dict.fromkeys(findings))

    def __iter__(self) -> Iterator[Finding]:
        return iter(sorted(self._findings, key=lambda finding: finding.sort_key))

    def __len__(self) -> int:
        return len(self._findings)

    def of_level(self, level: str) -> list[Finding]:
        """Return the findings of one level."""
        return [finding for finding in self if finding.level == level]

    @property
    def has_errors(self) -> bool:
        """Whether anything here must stop a publication."""
        return any(finding.level == ERROR for finding in self._findings)

    def exit_status(self, *, strict: bool = False) -> int:
        """Return 1 if there is an error (when strict, also a warning), else 0."""
        fatal = {ERROR, WARNING} if strict else {ERROR}
        return int(any(finding.level in fatal for finding in self._findings))
