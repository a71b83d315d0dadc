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
# Returns what is wrong with the control where the page is scrolled to now, or nothing.
LOOK = """() => {
  const control = document.querySelector('[data-quick-exit]');
  if (!control) return 'is not in the page';
  const {left, right, top, bottom} = control.getBoundingClientRect();
  for (let above = control; above; above = above.parentElement)
    if (getComputedStyle(above).opacity < 0.5) return 'cannot be seen through its opacity';
  if (getComputedStyle(control).visibility != 'visible' || right - left < 1)
    return 'is not displayed';
  if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1)
    return 'is not wholly on the screen';
  if (bottom - top < 44 || right - left < 44) return 'is less than 44 pixels high or wide';
  const points = [[(left + right) / 2, (top + bottom) / 2]];
  for (const x of [left + 6, right - 6]) for (const y of [top + 6, bottom - 6]) points.push([x, y]);
  for (const [x, y] of points) {
    const found = document.elementFromPoint(x, y);
    if (found && !control.contains(found))
      return `is covered by <${found.localName}${found.id ? ' id=' + found.id : ''}>`;
  }
  return '';
}"""
REMEDY = "let the theme leave the top of the window to it, with no z-index, transform or overlay"
# Whether every line of the words beside the control is on top, from its first letter to its last.
READ = """() => {
  const words = document.querySelector('#quick-exit p');
  if (!words) return true;
  const range = document.createRange();
  range.selectNodeContents(words);
  return [...range.getClientRects()].filter(part => part.width > 0).every(part =>
    [part.left + 1, part.right - 1].every(x => {
      const top = document.elementFromPoint(x, (part.top + part.bottom) / 2);
      return top && words.contains(top);
    }));
}"""
CUT = "says what leaving does not do where it is cut off or covered"
UNCUT = "let the theme not clip the body, as with “body { overflow: visible }”"


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
    found: dict[str, str] = {}
    cut = ""
    for width, height in SIZES:
        tab.set_viewport_size({"width": width, "height": height})
        tab.evaluate("scrollTo({top: 0, behavior: 'instant'})")
        if not cut and not tab.evaluate(READ):
            cut = f"{CUT}, in a window of {width} by {height} pixels"
        for place in ("0", "document.documentElement.scrollHeight"):
            tab.evaluate(f"scrollTo({{top: {place}, behavior: 'instant'}})")
            if fault := tab.evaluate(LOOK):
                found.setdefault(fault, f"{fault} in a window of {width} by {height} pixels")
    for sentence in found.values():
        yield sentence, REMEDY, ERROR
    if cut:
        yield cut, UNCUT, WARNING


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
