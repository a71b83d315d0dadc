# SPDX-License-Identifier: AGPL-3.0-or-later
"""``tasks.py new service`` in a real terminal, by somebody who has never seen YAML."""

from __future__ import annotations

import datetime
import io
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from havenpress.catalogue.loader import load
from havenpress.commands import run

ROOT = Path(__file__).resolve().parents[2]
BASE = ROOT / "tests" / "catalogue" / "base"
TODAY = datetime.date(2026, 11, 23)
PATIENCE = 90  # seconds for one question on a loaded machine

# By a piece of the question: what is typed, wrong answers first.
ANSWERS = {
    "organisation runs": ["Riverbend Advocacy (fictional)"],
    "What do people get": ["A warm meal, no questions: come as you are"],
    "Is it running": [""],
    "kind of help": ["doctors and nurses"],
    "come for": [""],
    "Who can use it": ["Anyone"],
    "languages are regularly": ["English and Spansh", "English, Spanish"],
    "need to bring": ["Nothing"],
    "What does it cost": ["Free"],
    "number do people call": ["O20 7946 0031", "020 7946 0031"],
    "number for voice": [""],
    "Is the call free": ["no"],
    "phone bill": ["Yes"],
    "leave a message": [""],
    "call back": [""],
    "e-mail": ["kitchen at example", "kitchen@example.org"],
    "web page": ["example.org", "https://example.org/"],
    "When is it open": ["Mon-Fri 9am-5pm; sat 10:00-14:00"],
    "Where does it help": ["Riverbend"],
    "Where is it": ["12 Example Lane, Riverbend, ZZ99 1AA"],
    "ask for ID": ["Never"],
    "immigration": [""],
    "police": [""],
    "Does the law": [""],
    "What happens when": [""],
    "Which team": ["anna@example.org", "Directory team"],
    "How?": ["phone"],
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    shutil.copytree(BASE, folder / "catalogue")
    shutil.copy(ROOT / "content" / "site.yaml", folder)
    return folder


class Terminal:
    """A program at the other end of a pseudo-terminal."""

    def __init__(self, *arguments: str) -> None:
        import pty

        self.end, other = pty.openpty()
        self.shown = ""
        self.process = subprocess.Popen(
            [sys.executable, "tasks.py", *arguments],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT / "plugins")},
            stdin=other,
            stdout=other,
            stderr=other,
            start_new_session=True,
        )
        os.close(other)

    def wait_for_question(self) -> str:
        """Return what is shown up to the next question; empty where the program has ended."""
        new, until = "", time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if select.select([self.end], [], [], 0.3)[0]:
                try:
                    piece = os.read(self.end, 65536).decode()
                except OSError:
                    return ""
                new += piece
                self.shown += piece
            elif new.endswith((": ", "? ")):
                return new
            elif self.process.poll() is not None:
                return ""
        raise AssertionError(self.shown)

    def type(self, text: str) -> None:
        os.write(self.end, f"{text}\n".encode())


@pytest.fixture
def terminal():
    pytest.importorskip("pty")
    opened: list[Terminal] = []

    def start(*arguments: str) -> Terminal:
        opened.append(Terminal(*arguments))
        return opened[-1]

    yield start
    for each in opened:
        each.process.kill()
        each.process.wait()


@pytest.mark.full
def test_questions_and_wrong_answers_end_in_a_valid_file(content: Path, terminal) -> None:
    it = terminal("new", "service", "--content", str(content), "--today", "2026-11-23")
    assert "name of the service" in it.wait_for_question()
    it.type("Tea & talk")
    left = {piece: list(answers) for piece, answers in ANSWERS.items()}
    while question := it.wait_for_question():
        last = question.rstrip().splitlines()[-8:]
        piece = next(key for key in left if any(key in line for line in last) and left[key])
        it.type(left[piece].pop(0))
    assert it.process.wait(PATIENCE) == 0
    assert not any(left.values())
    for said in ("“Spansh” is not a language code", "has the letter O", "not an e-mail address"):
        assert said in it.shown
    assert "Traceback" not in it.shown
    catalogue, findings = load(content / "catalogue", TODAY)
    service = catalogue.services["tea-talk"]
    assert [finding for finding in findings if finding.level == "error"] == []
    assert service.hours.week[0].spans == ((540, 1020),)
    assert [str(each.code) for each in service.languages] == ["en", "es"]
    assert service.organization == "riverbend-advocacy"


def test_ctrl_c_leaves_nothing_half_written(content: Path, terminal) -> None:
    before = sorted(path.name for path in (content / "catalogue" / "services").iterdir())
    it = terminal("new", "service", "Tea", "--content", str(content))
    it.wait_for_question()
    it.type("riverbend-advocacy")
    it.wait_for_question()
    it.process.send_signal(signal.SIGINT)  # what the terminal sends for Ctrl-C
    assert it.process.wait(PATIENCE) in {130, -signal.SIGINT}
    assert sorted(path.name for path in (content / "catalogue" / "services").iterdir()) == before


def test_without_a_terminal_answers_are_options(
    content: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    command = ["new", "service", "Tea", "--content", str(content)]
    assert run([*command, "--areas", "riverbend"]) == 2
    assert "“--organization” is missing" in capsys.readouterr().err
    answers = [
        *("--organization", "riverbend-advocacy", "--areas", "riverbend", "--categories=medical"),
        *("--description", "Tea.", "--languages", "en", "--phone", "020 7946 0031"),
        *("--verified-by", "Directory team"),
    ]
    assert run([*command, *answers]) == 0
    assert (content / "catalogue" / "services" / "tea.yaml").is_file()


@pytest.mark.parametrize("more", [["--areas"], ["riverbend"]])
def test_half_an_answer_is_a_mistake_in_the_command(more: list[str], content: Path) -> None:
    assert run(["new", "service", "Tea", "--content", str(content), *more]) == 2
