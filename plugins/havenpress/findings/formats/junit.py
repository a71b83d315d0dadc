# SPDX-License-Identifier: AGPL-3.0-or-later
"""JUnit's XML, which every CI service shows: one suite, one case for each finding."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree

from ..finding import ERROR, Finding
from ..sources import Sources

# XML 1.0, section 2.2: what no document may hold.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(findings: Sequence[Finding], sources: Sources) -> str:
    """Return a report in which errors are failures and the rest are skipped cases."""
    errors = sum(finding.level == ERROR for finding in findings)
    suites = ElementTree.Element("testsuites")
    tests = max(len(findings), 1)
    counts = {"tests": str(tests), "failures": str(errors), "errors": "0"}
    skipped = str(len(findings) - errors)
    suite = ElementTree.SubElement(
        suites, "testsuite", name="havenpress", **counts, skipped=skipped
    )
    for finding in findings:
        _add_case(suite, finding)
    if not findings:  # a report without a case counts as a lost one
        ElementTree.SubElement(suite, "testcase", classname="havenpress", name="nothing found")
    ElementTree.indent(suites, " ")
    return ElementTree.tostring(suites, encoding="unicode") + "\n"


def _add_case(suite: ElementTree.Element, finding: Finding) -> None:
    case = ElementTree.SubElement(
        suite, "testcase", classname=_clean(finding.rule), name=_clean(finding.place)
    )
    outcome = "failure" if finding.level == ERROR else "skipped"
    detail = ElementTree.SubElement(case, outcome, message=_clean(finding.message))
    detail.text = _clean(finding.remedy)


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
