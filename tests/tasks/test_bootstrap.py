# SPDX-License-Identifier: AGPL-3.0-or-later
"""A fresh checkout needs Python and git, sets itself up once, and says what went wrong."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from .running import tasks

ROOT = Path(__file__).resolve().parents[2]
# Debian's own Python, which comes without ensurepip and venv's usual help, where there is one.
PYTHONS = [path for path in ("/usr/bin/python3", sys.executable) if Path(path).exists()]


def test_help_needs_nothing_to_be_installed(checkout: Path) -> None:
    for arguments in ([], ["--help"], ["build", "--help"], ["nonsense"]):
        tasks(checkout, *arguments)
        assert not (checkout / ".venv").exists()


def test_help_has_three_groups(checkout: Path) -> None:
    lines = tasks(checkout).stdout.splitlines()
    assert [line for line in lines if line.endswith(":") and not line.startswith(" ")][-3:] == [
        "Write:",
        "Publish:",
        "Care for the project:",
    ]


def test_wrong_command_is_a_mistake_with_a_hint(checkout: Path) -> None:
    run = tasks(checkout, "biuld")
    assert run.returncode == 2
    assert "did you mean “build”?" in run.stderr


def test_changed_pip_is_refused(checkout: Path) -> None:
    wheel = next((checkout / "bootstrap").glob("pip-*.whl"))
    wheel.write_bytes(wheel.read_bytes() + b"x")
    run = tasks(checkout, "build")
    assert run.returncode == 2
    assert "is not the file that it should be" in run.stderr
    assert not (checkout / ".venv").exists()


@pytest.mark.full
@pytest.mark.parametrize("python", PYTHONS)
def test_fresh_checkout_builds_and_sets_up_only_once(python: str, checkout: Path) -> None:
    first = tasks(checkout, "build", "--today", "2026-11-23", python=python)
    assert first.returncode == 0, first.stdout + first.stderr
    assert "Setting up once" in first.stderr
    assert (checkout / "output" / "index.html").is_file()
    assert "output/" in first.stdout
    second = tasks(checkout, "check", "--today", "2026-11-23", python=python)
    assert (second.returncode, second.stderr) == (0, "")


@pytest.mark.full
def test_interrupted_and_moved_set_ups_are_made_anew(checkout: Path, tmp_path: Path) -> None:
    (checkout / ".venv" / "bin").mkdir(parents=True)
    (checkout / ".venv" / "bin" / "python").write_text("half of it", encoding="utf-8")
    assert tasks(checkout, "explain", "image-alt").returncode == 0
    moved = tmp_path / "moved"
    checkout.rename(moved)
    run = tasks(moved, "explain", "image-alt")
    assert run.returncode == 0
    assert "Setting up once" in run.stderr


@pytest.mark.full
def test_lock_that_does_not_hold_installs_nothing(checkout: Path) -> None:
    lock = checkout / "requirements.txt"
    lock.write_text("rcssmin==1.2.2 --hash=sha256:" + "0" * 64 + "\n", encoding="utf-8")
    run = tasks(checkout, "build")
    assert run.returncode == 2
    assert "nothing was set up" in run.stderr
    assert "Traceback" not in run.stderr


def test_benchmarks_are_found_by_their_names() -> None:
    listed = tasks(ROOT, "benchmark", "--list")
    assert {line.split()[0] for line in listed.stdout.splitlines()} >= {"build", "quick_exit"}
    wrong = tasks(ROOT, "benchmark", "biuld")
    assert wrong.returncode == 2
    assert "did you mean “build”?" in wrong.stderr
