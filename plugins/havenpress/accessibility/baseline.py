# SPDX-License-Identifier: AGPL-3.0-or-later
"""A file of faults that a site started with, so that only new ones fail the build.

A fault is known by its rule, file, words and start tag, not by its line: it stays known while
text above it changes. Two alike are two.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from ..findings import Finding, SettingsError

Key = tuple[str, str, str, str]


def key_of(finding: Finding) -> Key:
    """Return what makes a finding the same fault in a later run."""
    return (
        finding.rule,
        finding.file or finding.page,
        finding.message,
        finding.snippet,
    )


def write_baseline(path: Path, findings: Iterable[Finding]) -> int:
    """Write all findings as known faults, and return how many; raises SettingsError."""
    counted = Counter(key_of(finding) for finding in findings)
    records = [
        {
            "rule": key[0],
            "file": key[1],
            "message": key[2],
            "snippet": key[3],
            "count": count,
        }
        for key, count in sorted(counted.items())
    ]
    text = json.dumps({"version": 1, "faults": records}, ensure_ascii=False, indent=1)
    try:
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise _fault(
            path, "written", _reason(error), "name a file in a folder that is there"
        ) from None
    return counted.total()


def read_baseline(path: Path) -> Counter[Key]:
    """Return known faults with their counts; raises SettingsError for a file that is none."""
    try:
        records = json.loads(path.read_text(encoding="utf-8"))["faults"]
        return Counter(
            {(r["rule"], r["file"], r["message"], r["snippet"]): int(r["count"]) for r in records}
        )
    except OSError as error:
        reason = _reason(error)
    except (ValueError, KeyError, TypeError):
        reason = "it is not one that --write-baseline has written"
    raise _fault(path, "read", reason, "write it anew with --write-baseline")


def _reason(error: OSError) -> str:
    return (error.strerror or "error").lower()


def _fault(path: Path, what: str, reason: str, remedy: str) -> SettingsError:
    message = f"the baseline cannot be {what} ({reason})"
    return SettingsError(Finding(rule="command", message=message, remedy=remedy, file=str(path)))


def new_findings(findings: Iterable[Finding], known: Counter[Key]) -> list[Finding]:
    """Return the findings that the baseline does not have."""
    left = known.copy()
    new = []
    for finding in findings:
        if left[key_of(finding)] > 0:
            left[key_of(finding)] -= 1
        else:
            new.append(finding)
    return new
