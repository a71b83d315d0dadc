# SPDX-License-Identifier: AGPL-3.0-or-later
"""A whole preview: a save on the disk, a build in its own process, another page over the socket."""

from __future__ import annotations

import signal
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from havenpress.browser import find_chromium, launch_arguments
from havenpress.preview.builder import Builder
from havenpress.preview.desk import Desk, View
from havenpress.preview.server import open_server
from havenpress.preview.session import Session
from playwright.sync_api import Browser, Page, expect

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


def test_change_of_the_theme_is_seen_by_the_next_build(running: Running) -> None:
    """The waiting process may have imported the old theme, and must not be the one that builds."""
    waiting = running.session.builder._waiting
    version = running.session.desk.view.version
    (running.content.parent / "theme/base.html").write_text(", kindly", encoding="utf-8")
    running.next_view(version)
    assert "Get help, kindly (run 1)" in running.page()
    assert waiting is not None
    assert waiting.returncode == -signal.SIGKILL


def test_files_of_editors_start_no_build(running: Running) -> None:
    for name in (".index.txt.swp", "index.txt~", "#index.txt#", ".#index.txt"):
        (running.content / name).write_text("x", encoding="utf-8")
    running.save("new.txt", "New")
    assert running.session.desk.view.version.endswith("-2")


@pytest.fixture
def tab(chromium: Browser, running: Running) -> Iterator[Page]:
    """A tab on the start page that allows no error in its console."""
    page = chromium.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(running.session.server.url)
    expect(page.locator("h1")).to_have_text("Get help (run 1)")
    yield page
    page.close()
    assert not [text for text in complaints if "404 (Not Found)" not in text]


@pytest.mark.browser
def test_browser_loads_a_saved_page_by_itself(tab: Page, running: Running) -> None:
    running.save("index.txt", "Help now")
    expect(tab.locator("h1")).to_have_text("Help now (run 1)")


@pytest.mark.browser
def test_browser_goes_on_after_a_reload(tab: Page, running: Running) -> None:
    for title in ("One", "Two", "Three"):
        running.save("index.txt", title)
        expect(tab.locator("h1")).to_contain_text(title)


@pytest.mark.browser
def test_banner_comes_over_the_page_and_goes(tab: Page, running: Running) -> None:
    running.save("index.txt", "wrong <b>word</b>")
    expect(tab.get_by_text("The last save did not go through: 1 error.")).to_be_visible()
    expect(tab.get_by_text("content/index.txt:1")).to_be_visible()
    expect(tab.get_by_text("wrong <b>word</b>")).to_be_visible()
    expect(tab.locator("h1")).to_have_text("Get help (run 1)")
    running.save("index.txt", "Right")
    expect(tab.locator("h1")).to_contain_text("Right")
    expect(tab.locator("havenpress-preview")).to_have_count(0)


@pytest.mark.browser
def test_missing_page_appears_once_it_is_written(tab: Page, running: Running) -> None:
    answer = tab.goto(running.session.server.url + "new.html")
    assert answer is not None
    assert answer.status == 404
    expect(tab.locator("h1")).to_have_text("Nothing here")
    running.save("new.txt", "Brand new")
    expect(tab.locator("h1")).to_contain_text("Brand new")


@pytest.mark.browser
def test_page_of_another_name_cannot_read_the_preview(chromium: Browser, running: Running) -> None:
    """DNS rebinding: a foreign name that resolves to this machine."""
    port = running.session.server.server_port
    browser = chromium.browser_type.launch(
        executable_path=find_chromium(),
        args=[*launch_arguments(), "--host-resolver-rules=MAP evil.example 127.0.0.1"],
    )
    page = browser.new_page()
    answer = page.goto(f"http://evil.example:{port}/")
    assert answer is not None
    assert answer.status == 421
    expect(page.locator("body")).not_to_contain_text("Get help")
    browser.close()
