# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether readers see the exit: finished pages, opened in Chromium in windows of several sizes.

A theme can hide or cover the control in more ways than any reading of its CSS would find.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ..browser import INSTALL, find_chromium, launch_arguments
from ..findings import ERROR, WARNING, Finding, SettingsError

RULE = "exit-visible"
# A phone, the same with a keyboard on the screen or at 400 % of 1280 by 1024, a tablet, a desk.
SIZES = ((320, 568), (320, 256), (768, 1024), (1280, 800))
SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8").rstrip()
REMEDY = "let the theme leave the top of the window to it, with no z-index, transform or overlay"
LOOKS = (  # the question of sight.js, what to do, and how grave it is
    ("control", REMEDY, ERROR),
    ("beneath", REMEDY, WARNING),
    ("words", "let the theme not clip the body", WARNING),
)


def look_at_pages(root: Path, pages: Iterable[Path]) -> Iterator[Finding]:
    """Yield a finding for each page of a folder on which the exit cannot be seen or does not run.

    Raises SettingsError where there is no Chromium or no Playwright to drive it.
    """
    with _served(root) as address, _tab() as tab:
        for path in pages:
            name = path.relative_to(root).as_posix()
            tab.goto(f"{address}/{quote(name)}", wait_until="load")
            for fault, remedy, level in _faults(tab):
                message = f"the exit {fault}"
                yield Finding(rule=RULE, level=level, message=message, remedy=remedy, page=name)


def _faults(tab: Any) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong, what to do and how grave it is."""
    if not tab.evaluate("!!document.documentElement.dataset.exit"):
        yield (
            "does not run its script, which something in the page blocks",
            "see exit-script",
            ERROR,
        )
    found: dict[str, tuple[str, str, str]] = {}
    for width, height in SIZES:
        tab.set_viewport_size({"width": width, "height": height})
        for fault, remedy, rule, level in _looks(tab):
            message = f"{fault}, in a window of {width} by {height} pixels"
            advice = f"{remedy}, as with “{rule}”" if rule else remedy
            found.setdefault(rule or fault, (message, advice, level))
    yield from found.values()


def _looks(tab: Any) -> Iterator[tuple[str, str, str, str]]:
    """Yield each fault at the top and at the end of the page, its remedy, a rule, and the level."""
    for place in ("0", "document.documentElement.scrollHeight"):
        tab.evaluate(f"scrollTo({{top: {place}, behavior: 'instant'}})")
        for asked, remedy, level in LOOKS:
            if answer := ask(tab, asked):
                fault, rule = answer
                yield fault, remedy, rule, level


def ask(tab: Any, question: str) -> tuple[str, str] | None:
    """Return a fault and the rule that mends it, to a question of sight.js, or None."""
    answer = tab.evaluate(f"{SCRIPT}.{question}()")
    return tuple(answer) if answer else None


@contextmanager
def _tab() -> Iterator[Any]:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise _missing("Playwright", "python -m pip install playwright") from None
    chromium = find_chromium()
    if chromium is None:
        raise _missing("Chromium", INSTALL)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=launch_arguments())
        yield browser.new_page()
        browser.close()


def _missing(what: str, command: str) -> SettingsError:
    message = f"there is no {what} here to look at the pages with"
    return SettingsError(Finding(rule="command", message=message, remedy=f"run {command}"))


@contextmanager
def _served(root: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Nobody asked for a list of requests."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
