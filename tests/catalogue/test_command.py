# SPDX-License-Identifier: AGPL-3.0-or-later
"""``python -m havenpress.catalogue``: formats, exit statuses, and nothing but its own job."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from havenpress.catalogue.command import main

from .samples import BASE, EXAMPLE, ROOT, Change

DAY = ["--today", "2026-11-23"]


def test_a_good_catalogue_ends_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(EXAMPLE), *DAY]) == 0
    assert capsys.readouterr().out == ""


def test_an_error_ends_with_1_and_is_json_for_machines(
    change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = change(walk_in_clinic=("status: active", "status: open"))
    assert main([str(folder), "--format", "json", *DAY]) == 1
    (record,) = json.loads(capsys.readouterr().out)
    assert (record["rule"], record["line"], record["column"]) == ("value-choice", 4, 9)
    assert record["file"].endswith("services/walk-in-clinic.yaml")


def test_a_warning_ends_with_1_only_when_strict(change: Change) -> None:
    folder = change(walk_in_clinic=("2026-11-02", "2026-01-02"))
    assert main([str(folder), *DAY]) == 0
    assert main([str(folder), "--strict", *DAY]) == 1


@pytest.mark.parametrize(
    "arguments", [["nowhere"], [str(EXAMPLE.parent)], [str(BASE), "--today", "x"]]
)
def test_a_mistake_in_the_command_ends_with_2(arguments: list[str]) -> None:
    assert main(arguments) == 2


@pytest.mark.parametrize("option", ["--hsds", "--csv"])
def test_what_cannot_be_written_is_a_mistake_in_the_command(
    option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    assert main([str(BASE), *DAY, "--format", "json", option, str(tmp_path / "file" / "x")]) == 2
    shown = capsys.readouterr()
    assert json.loads(shown.out) == []
    assert "this cannot be written" in shown.err


@pytest.mark.parametrize("name", ["services/walk-in-clinic.yaml", "taxonomy.yaml", "services.yaml"])
def test_a_pipe_is_refused_and_not_waited_for(
    name: str, change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = change()
    (folder / name).unlink(missing_ok=True)
    os.mkfifo(folder / name)
    assert main([str(folder), *DAY]) == 1
    assert f"{name}: error text-readable: this is no ordinary file" in capsys.readouterr().out


def test_annotations_for_github(change: Change, capsys: pytest.CaptureFixture[str]) -> None:
    folder = change(walk_in_clinic=("status: active", "status: open"))
    main([str(folder), "--format", "github", *DAY])
    assert capsys.readouterr().out.startswith("::error file=")


def test_what_is_late_fails_the_weekly_job(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    calendar = tmp_path / "due.ics"
    assert main([str(EXAMPLE), "--due", "--ahead", "10", *DAY]) == 0
    late = ["--today", "2027-07-01", "--due", "--calendar", str(calendar)]
    assert main([str(EXAMPLE), *late]) == 1
    shown = capsys.readouterr().out
    assert (
        "riverbend-clinic.yaml: Riverbend walk-in clinic (61 days late; readers see a label)"
        in shown
    )
    lines = calendar.read_bytes().decode().split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert all(len(line.encode()) <= 75 for line in lines)
    assert not any("0808" in line for line in lines)


def test_exports_are_written(tmp_path: Path) -> None:
    table = tmp_path / "services.csv"
    assert main([str(EXAMPLE), *DAY, "--hsds", str(tmp_path / "hsds"), "--csv", str(table)]) == 0
    assert (tmp_path / "hsds" / "services.json").is_file()
    assert table.read_text(encoding="utf-8").startswith("id,name,organization")


def test_exports_are_written_beside_the_list_of_what_is_due(tmp_path: Path) -> None:
    table = tmp_path / "services.csv"
    main([str(EXAMPLE), *DAY, "--due", "--csv", str(table)])
    assert table.is_file()


def test_it_runs_as_a_module_without_a_site(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "plugins")}
    command = [sys.executable, "-m", "havenpress.catalogue", str(BASE), *DAY]
    run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert (run.returncode, run.stdout) == (0, "")
    assert run.stderr == "2 services: 0 errors, 0 other findings\n"
