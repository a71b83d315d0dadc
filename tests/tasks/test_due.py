# SPDX-License-Identifier: AGPL-3.0-or-later
"""``tasks.py due``: what staff should check, in the terminal, a calendar and a job's summary."""

from __future__ import annotations

from pathlib import Path

import pytest
from havenpress.commands import run

ROOT = Path(__file__).resolve().parents[2]
CONTENT = str(ROOT / "content")
LATE = ["due", "--content", CONTENT, "--today", "2027-07-01"]


@pytest.fixture(autouse=True)
def no_summary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


def test_nothing_late_ends_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["due", "--content", CONTENT, "--today", "2026-11-23", "--ahead", "0"]) == 0
    assert capsys.readouterr().out == "Nothing is due.\n"


def test_something_late_ends_with_1_and_is_named_by_its_file(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(LATE) == 1
    shown = capsys.readouterr().out
    line = (
        "content/catalogue/services/riverbend-clinic.yaml: Riverbend walk-in clinic (61 days late"
    )
    assert line in shown


def test_it_is_a_calendar_and_a_summary_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("# Before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert run([*LATE, "--calendar", str(tmp_path / "due.ics")]) == 1
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("# Before\n## Services to check, 2027-07-01\n")
    assert "| Riverbend walk-in clinic |" in text
    calendar = (tmp_path / "due.ics").read_text(encoding="utf-8")
    assert calendar.count("BEGIN:VTODO") == text.count("| content/catalogue/services/")


def test_a_calendar_that_cannot_be_written_is_a_mistake_in_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*LATE, "--calendar", str(tmp_path / "nowhere" / "due.ics")]) == 2
    assert "name a folder that is there" in capsys.readouterr().err


def test_a_site_without_services_has_nothing_due(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "site.yaml").write_bytes((ROOT / "content" / "site.yaml").read_bytes())
    assert run(["due", "--content", str(content)]) == 0
    assert "no services catalogue" in capsys.readouterr().out


def test_what_cannot_be_read_is_no_list(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "catalogue" / "services").mkdir(parents=True)
    (content / "site.yaml").write_bytes((ROOT / "content" / "site.yaml").read_bytes())
    assert run(["due", "--content", str(content)]) == 1
