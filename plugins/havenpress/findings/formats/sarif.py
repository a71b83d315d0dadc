# SPDX-License-Identifier: AGPL-3.0-or-later
"""SARIF 2.1.0, which code hosts and editors read. Source: OASIS, SARIF version 2.1.0."""

from __future__ import annotations

import json
from collections.abc import Sequence
from urllib.parse import quote

from ... import __version__
from ..finding import ERROR, WARNING, Finding
from ..rules import explain
from ..sources import Sources

LEVELS = {ERROR: "error", WARNING: "warning"}


def render(findings: Sequence[Finding], sources: Sources) -> str:
    """Return one log with one run."""
    rules = sorted({finding.rule for finding in findings})
    driver = {
        "name": "havenpress",
        "version": __version__,
        "rules": [_rule(rule) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, rules.index(finding.rule)) for finding in findings],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: str) -> dict[str, object]:
    text = explain(rule) or rule
    first = text.strip().splitlines()[0]
    return {
        "id": rule,
        "shortDescription": {"text": first},
        "help": {"text": text.strip()},
    }


def _address(file: str) -> str:
    """Return a path as a URI reference, which SARIF asks for (RFC 3986, section 4.1)."""
    path = file.replace("\\", "/")
    if path.startswith("/"):
        return "file://" + quote(path)
    # A colon in the first name would make a scheme of it.
    return quote(path, safe="/")


def _result(finding: Finding, index: int) -> dict[str, object]:
    region = {"startLine": max(finding.line, 1)}
    if finding.column:
        region["startColumn"] = finding.column
    place = {
        "artifactLocation": {"uri": _address(finding.file or finding.page or "unknown")},
        "region": region,
    }
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": LEVELS.get(finding.level, "note"),
        "message": {"text": finding.sentence},
        "locations": [{"physicalLocation": place}],
    }
