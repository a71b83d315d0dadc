# SPDX-License-Identifier: AGPL-3.0-or-later
"""GitLab's code quality report. Source: GitLab's documentation, Code Quality report format."""

from __future__ import annotations

import hashlib
import json
import posixpath
from collections.abc import Sequence

from ..finding import ERROR, WARNING, Finding
from ..grouping import group_findings
from ..sources import Sources

SEVERITIES = {ERROR: "major", WARNING: "minor"}


def render(findings: Sequence[Finding], sources: Sources) -> str:
    """Return a JSON array with each fault once; fingerprints do not depend on the line."""
    seen: dict[str, int] = {}
    records = []
    for group in group_findings(findings):
        finding = group.finding
        path = posixpath.normpath(finding.file or finding.page or "unknown")
        key = repr((finding.rule, path, finding.message, finding.snippet))
        seen[key] = seen.get(key, 0) + 1
        records.append(_record(finding, path, f"{key}\0{seen[key]}"))
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"


def _record(finding: Finding, path: str, key: str) -> dict[str, object]:
    return {
        "description": finding.sentence,
        "check_name": finding.rule,
        "fingerprint": hashlib.sha256(key.encode("utf-8", "replace")).hexdigest(),
        "severity": SEVERITIES.get(finding.level, "info"),
        "location": {"path": path, "lines": {"begin": max(finding.line, 1)}},
    }
