# SPDX-License-Identifier: AGPL-3.0-or-later
"""What all tests share: the checkout, a small site, the shared data, and a browser."""

from __future__ import annotations

import datetime
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from havenpress.browser import INSTALL, find_chromium, launch_arguments
from playwright.sync_api import Browser, Page, Playwright, Route, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
SMALL = ROOT / "tests" / "sites" / "small" / "content"

# A shell lets what it starts in the background ignore Ctrl-C, and so would all that tests start.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the small site's content, to change or to break."""
    return shutil.copytree(SMALL, tmp_path / "content")


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of the example organisation; to look at, never to change."""
    from havenpress.build import build  # takes a second, which most files here need not wait for
    from havenpress.findings import render

    output = tmp_path_factory.mktemp("example") / "output"
    outcome = build(ROOT / "content", output, today=datetime.date(2026, 11, 23))
    assert outcome.swapped, render(outcome.report)
    return output


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of test data beside the checkout; it is never part of it."""
    if not (SHARED / "data").is_dir():
        pytest.skip(f"the shared test data is not here ({SHARED / 'data'})")
    return SHARED / "data"


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright itself, which one process can start only once."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """Where Chromium is."""
    executable = find_chromium()
    if executable is None:
        pytest.skip(f"no Chromium here; install it: {INSTALL}")
    return executable


@pytest.fixture(scope="session")
def chromium(playwright: Playwright, chromium_path: Path) -> Iterator[Browser]:
    """Chromium, driven by Playwright."""
    browser = playwright.chromium.launch(executable_path=chromium_path, args=launch_arguments())
    yield browser
    browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A new page; a request to any host but this machine is an error of the test."""
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    strangers: list[str] = []

    def guard(route: Route) -> None:
        host = urlsplit(route.request.url).hostname
        if host in {None, "127.0.0.1", "localhost"}:
            route.continue_()
            return
        strangers.append(route.request.url)
        route.abort()

    context.route("**/*", guard)
    yield context.new_page()
    context.close()
    assert strangers == []
