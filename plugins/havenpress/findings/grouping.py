# SPDX-License-Identifier: AGPL-3.0-or-later
"""One fault in a template shows on every page that uses it, and is one message."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .finding import Finding


@dataclass(frozen=True, slots=True)
class Group:
    """One fault: its first sighting, and the number of pages it was seen on."""

    finding: Finding
    pages: int


def group_findings(findings: Iterable[Finding]) -> list[Group]:
    """Return each fault once, in the order of first sightings.

    A fault with a source line is the same wherever its page is listed. One without is the
    template's, and is the same on every page where it has the same words and selector.
    """
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        groups.setdefault(_key(finding), []).append(finding)
    return [Group(same[0], len({f.page for f in same})) for same in groups.values()]


def _key(finding: Finding) -> tuple[object, ...]:
    if finding.file and finding.file != finding.page:
        return finding.identity
    return (finding.rule, finding.level, finding.message, finding.selector or finding.place)
