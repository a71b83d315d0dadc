# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where there are too many faults for a terminal, those that stop the site are among the shown."""

from __future__ import annotations

import pytest
from havenpress.commands.build import SHOWN, print_report
from havenpress.findings import ERROR, WARNING, Finding, Report, Sources


def _fault(file: str, level: str) -> Finding:
    return Finding(rule="value-text", level=level, message=f"of {file}", file=file, line=1)


def _printed(findings: list[Finding], capsys: pytest.CaptureFixture[str]) -> str:
    print_report(Report(findings), "text", Sources())
    return capsys.readouterr().out


def test_no_warning_stands_before_an_error_that_is_left_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    warnings = [_fault(f"a-{number:02}.md", WARNING) for number in range(SHOWN + 5)]
    said = _printed([*warnings, _fault("z.md", ERROR)], capsys)
    assert said.startswith("z.md:1: error value-text: of z.md\n")
    assert f"a-{SHOWN - 2:02}.md" in said
    assert f"a-{SHOWN - 1:02}.md" not in said
    assert said.endswith("and 6 more; --format json lists them all\n")


def test_few_faults_stand_in_the_order_of_their_files(capsys: pytest.CaptureFixture[str]) -> None:
    warnings = [_fault(f"a-{number:02}.md", WARNING) for number in range(SHOWN - 1)]
    said = _printed([*warnings, _fault("z.md", ERROR)], capsys)
    assert said.splitlines()[-1].startswith("z.md:1: error")
