# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the commands do when nobody reads on, when there is no room, and in a bare terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "sites" / "small" / "content"
TASKS = [sys.executable, str(ROOT / "tasks.py")]
PROGRAMS = {
    "help": [*TASKS, "--help"],
    "explain": [*TASKS, "explain", "image-alt"],
    "check": [*TASKS, "check", "--content", str(SMALL), "--today", "2026-11-23"],
    "accessibility": [sys.executable, "-m", "havenpress.accessibility", "--list-rules"],
    "catalogue": [sys.executable, "-m", "havenpress.catalogue", str(SMALL / "catalogue"), "--due"],
    "quick_exit": [sys.executable, "-m", "havenpress.quick_exit", "--help"],
}
ENVIRON = os.environ | {"PYTHONPATH": str(ROOT / "plugins"), "PYTHONUNBUFFERED": ""}
BARE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}


@pytest.fixture(params=PROGRAMS)
def program(request: pytest.FixtureRequest) -> list[str]:
    return PROGRAMS[request.param]


def run(program: list[str], output: int, **settings: str) -> tuple[int, str]:
    done = subprocess.run(
        program, stdout=output, stderr=subprocess.PIPE, env=ENVIRON | settings, check=False
    )
    return done.returncode, done.stderr.decode()


def test_pipe_that_nobody_reads_ends_a_command_quietly(program: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    status, errors = run(program, writer)
    os.close(writer)
    assert status == 141
    assert "Traceback" not in errors
    assert "fault of Havenpress" not in errors


@pytest.mark.full
def test_no_room_for_the_output_is_no_success(program: list[str]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        status, errors = run(program, full.fileno())
    assert status == 2
    assert "there is no room for what this command says" in errors
    assert "Traceback" not in errors


def test_terminal_that_knows_ascii_only_gets_every_word() -> None:
    status, errors = run([*TASKS, "explain", "image-alts"], subprocess.DEVNULL, **BARE)
    assert status == 2
    assert "there is no rule “image-alts”" in errors


def test_page_without_an_end_is_refused() -> None:
    program = [sys.executable, "-m", "havenpress.accessibility", "/dev/zero"]
    status, errors = run(program, subprocess.DEVNULL)
    assert status == 2
    assert "/dev/zero is larger than 100 MB" in errors
