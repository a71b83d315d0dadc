# SPDX-License-Identifier: AGPL-3.0-or-later
"""A whole preview: a save on the disk, a build in its own process, another page over the socket."""

from __future__ import annotations

import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from havenpress.preview.builder import Builder
from havenpress.preview.desk import Desk, View
from havenpress.preview.server import open_server
from havenpress.preview.session import Session

HERE = Path(__file__).parent
PATIENCE = 30.0  # seconds until a test gives up


class Running:
    """A session in a thread, and the ways to look at it."""

    def __init__(self, session: Session, content: Path) -> None:
        self.session = session
        self.content = content
        self.thread = threading.Thread(target=session.run)

    def save(self, name: str, text: str) -> View:
        """Save a file and return the view that follows."""
        version = self.session.desk.view.version
        (self.content / name).write_text(text, encoding="utf-8")
        return self.next_view(version)

    def next_view(self, version: str) -> View:
        view = self.session.desk.wait_for_other(version, PATIENCE)
        assert view.version != version, "no build came"
        return view

    def page(self, path: str = "index.html") -> str:
        with urllib.request.urlopen(self.session.server.url + path, timeout=PATIENCE) as answer:
            return answer.read().decode()


@pytest.fixture
def running(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    monkeypatch.setenv("PYTHONPATH", str(HERE))
    content, theme = tmp_path / "content", tmp_path / "theme"
    content.mkdir()
    theme.mkdir()
    (content / "index.txt").write_text("Get help", encoding="utf-8")
    desk = Desk()
    first = desk.view.version
    recipe = {"content": str(content), "output": str(tmp_path / "output")}
    builder = Builder(recipe, tmp_path, build="standin:build")
    server = open_server(0, desk, tmp_path)
    running = Running(Session(server, builder, content, [theme], lambda built: None), content)
    running.thread.start()
    running.next_view(first)
    yield running
    running.session.end()
    running.thread.join(PATIENCE)
    assert not running.thread.is_alive()


def test_save_shows_on_the_page(running: Running) -> None:
    running.save("index.txt", "Help now")
    assert "Help now" in running.page()


def test_broken_save_keeps_the_page_and_the_mended_one_replaces_it(running: Running) -> None:
    assert running.save("index.txt", "wrong").is_broken
    assert "Get help" in running.page()
    assert "this is wrong" in running.page()
    assert not running.save("index.txt", "Help again").is_broken
    assert "Help again" in running.page()
    assert "this is wrong" not in running.page()


def test_crash_of_a_build_leaves_the_server_alive(running: Running) -> None:
    assert running.save("index.txt", "crash").is_broken
    assert "Get help" in running.page()


def test_change_of_the_theme_replaces_the_waiting_process(running: Running) -> None:
    waiting = running.session.builder._waiting
    version = running.session.desk.view.version
    (running.content.parent / "theme/base.html").write_text("x", encoding="utf-8")
    running.next_view(version)
    assert waiting is not None
    assert waiting.poll() is not None


def test_files_of_editors_start_no_build(running: Running) -> None:
    for name in (".index.txt.swp", "index.txt~", "#index.txt#", ".#index.txt"):
        (running.content / name).write_text("x", encoding="utf-8")
    running.save("new.txt", "New")
    assert running.session.desk.view.version.endswith("-2")
