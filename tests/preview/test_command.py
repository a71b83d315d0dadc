# SPDX-License-Identifier: AGPL-3.0-or-later
"""The command itself, on a copy of a small site."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests/sites/small/content"
DRAFT = """---
title: A quiet word about tomorrow
slug: tomorrow
lang: en
status: draft
---

This sentence is only for the people who write it.
"""
Starter = Callable[..., "Preview"]


class Preview:
    """A preview in a process of its own."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder = folder
        self.content = folder / "content"
        self.said = ""
        fixed = ["--content", self.content, "--output", folder / "output", "--port", "0"]
        self.process = subprocess.Popen(
            [
                sys.executable,
                ROOT / "tasks.py",
                "preview",
                *fixed,
                "--today",
                "2026-11-23",
                *options,
            ],
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        found = re.search(r"http://\S+/", self.line_with("Preview: "))
        self.url = found.group() if found else ""
        assert self.outcome() == "built", self.said

    def line_with(self, word: str) -> str:
        """Return the next line that the preview prints with a word in it."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said += line
            if word in line:
                return line
        raise AssertionError(f"the preview ended before it said “{word}”")

    def outcome(self) -> str:
        """Return how the next build went: “built” or “not built”."""
        return self.line_with("built").partition("built")[0] + "built"

    def save(self, name: str, text: str) -> str:
        """Save a file, and return how the build went."""
        (self.content / name).write_text(text, encoding="utf-8")
        return self.outcome()

    def page(self, path: str = "") -> str:
        with urllib.request.urlopen(self.url + path, timeout=60) as answer:
            return answer.read().decode()


def starter_in(folder: Path) -> Iterator[Starter]:
    """Yield a function that starts a preview in a folder, and end what it started."""
    shutil.copytree(SMALL, folder / "content")
    running: list[Preview] = []

    def starter(*options: str) -> Preview:
        running.append(Preview(folder, *options))
        return running[-1]

    yield starter
    for preview in running:
        preview.process.terminate()  # not killed: it takes its folder away
        preview.process.communicate()


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Starter]:
    yield from starter_in(tmp_path)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """One preview for all that save a post and mend it."""
    for start in starter_in(tmp_path_factory.mktemp("plain")):
        yield start()


def test_preview_serves_what_would_be_published(plain: Preview) -> None:
    assert "_preview/client.js" in plain.page()
    assert "_preview" not in (plain.folder / "output/index.html").read_text(encoding="utf-8")


def test_fault_and_its_mending_and_no_draft_without_asking(plain: Preview) -> None:
    assert plain.save("posts/new.md", DRAFT.replace("status", "sttus")) == "not built"
    assert "content/posts/new.md:5" in plain.page()
    assert plain.save("posts/new.md", DRAFT) == "built"
    assert "sttus" not in plain.page()
    with pytest.raises(urllib.error.HTTPError, match="404"):
        plain.page("posts/tomorrow/")


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the preview of a draft is written."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


def assert_no_draft_stays(preview: Preview, elsewhere: Path, end: signal.Signals) -> None:
    assert list(elsewhere.glob("havenpress-preview-*/site/index.html"))
    preview.process.send_signal(end)
    assert preview.process.wait(60) == 0
    assert not list(elsewhere.glob("havenpress-preview-*"))


def test_drafts_and_future_posts_are_shown_and_never_written_to_the_output(
    start: Starter, elsewhere: Path
) -> None:
    preview = start("--drafts")
    assert preview.save("posts/tomorrow.md", DRAFT) == "built"
    page = preview.page("posts/tomorrow/")
    assert "only for the people who write it" in page
    assert "You see drafts" in page
    text = (preview.content / "posts/safety-plan.md").read_text(encoding="utf-8")
    assert "date: 2026-09-01" in text
    later = text.replace("date: 2026-09-01", "date: 2027-09-01")
    assert preview.save("posts/safety-plan.md", later) == "built"
    assert "not published" in preview.page("posts/safety-plan/").lower()
    assert not (preview.folder / "output").exists()
    assert_no_draft_stays(preview, elsewhere, signal.SIGTERM)


def test_no_draft_stays_after_ctrl_c(start: Starter, elsewhere: Path) -> None:
    assert_no_draft_stays(start("--drafts"), elsewhere, signal.SIGINT)


@pytest.mark.browser
def test_browser_shows_faults_over_the_real_theme(plain: Preview, page: Page) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(plain.url)
    heading = page.locator("h1").inner_text()
    page.mouse.wheel(0, 400)  # a writer looks at what she works on, not at the top
    plain.save("posts/new.md", DRAFT.replace("status", "sttus"))
    expect(page.get_by_text("The last save did not go through")).to_be_in_viewport(ratio=1)
    expect(page.locator("h1")).to_have_text(heading)
    plain.save("posts/new.md", DRAFT)
    expect(page.get_by_text("The last save did not go through")).to_have_count(0)
    assert complaints == []


def test_components_are_shown(start: Starter) -> None:
    preview = start("--components")
    assert "<h1>Components</h1>" in preview.page()
    assert not (preview.folder / "output").exists()
