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
# How a rule of the theme names an element, and the nearest one around it that is as wanted.
NAMES = """
  const name = e => e.id ? `#${CSS.escape(e.id)}`
    : [e.localName, ...[...e.classList].map(word => CSS.escape(word))].join('.');
  const around = (e, wanted) => {
    while (e && !wanted(getComputedStyle(e))) e = e.parentElement;
    return e;
  };
"""
# Returns what is wrong with the control where the page is scrolled to now and the rule that mends
# it, as far as it can be told, or nothing.
LOOK = f"""() => {{
  {NAMES}
  const control = document.querySelector('[data-quick-exit]');
  if (!control) return ['is not in the page', ''];
  const {{left, right, top, bottom}} = control.getBoundingClientRect();
  const faint = around(control, style => style.opacity < 0.5);
  if (faint) return ['cannot be seen through its opacity', `${{name(faint)}} {{ opacity: 1 }}`];
  const style = getComputedStyle(control);
  if (style.visibility != 'visible') return ['is not displayed', 'body {{ visibility: visible }}'];
  if (right - left < 1) return ['is not displayed', ''];
  if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1) {{
    // What makes "fixed" mean the element and no longer the window (CSS Positioned Layout 3, 2.1).
    const plain = {{'animation-name': 'none', transform: 'none', translate: 'none', rotate: 'none',
      scale: 'none', perspective: 'none', filter: 'none', 'backdrop-filter': 'none',
      contain: 'none', 'will-change': 'auto'}};
    let at = '';
    const holder = around(control.parentElement, style =>
      at = Object.keys(plain).find(key => style[key] != plain[key]));
    return ['is not wholly on the screen',
      holder ? `${{name(holder)}} {{ ${{at}}: ${{plain[at]}} }}` : ''];
  }}
  if (bottom - top < 44 || right - left < 44)
    return ['is less than 44 pixels high or wide', ''];
  if (style.pointerEvents == 'none')
    return ['cannot be clicked', '#quick-exit {{ pointer-events: auto }}'];
  const points = [[(left + right) / 2, (top + bottom) / 2]];
  for (const x of [left + 6, right - 6]) for (const y of [top + 6, bottom - 6]) points.push([x, y]);
  for (const [x, y] of points) {{
    const found = document.elementFromPoint(x, y);
    if (!found || control.contains(found)) continue;
    const pinned = around(found, style => /fixed|sticky|absolute/.test(style.position));
    return [`is covered by <${{found.localName}}${{found.id ? ' id=' + found.id : ''}}>`,
      pinned ? `${{name(pinned)}} {{ top: ${{Math.ceil(bottom)}}px }}` : ''];
  }}
  return null;
}}"""
# Returns the first words of the theme that the exit lies over, and the rule that mends it, or
# nothing. At the top of the page its bar counts as well, further down only what stays on the screen.
BENEATH = f"""() => {{
  {NAMES}
  const exit = document.querySelector('#quick-exit');
  if (!exit) return null;
  const control = exit.querySelector('[data-quick-exit]');
  const boxes = (scrollY ? [control] : [control, exit]).map(e => e.getBoundingClientRect());
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = new Range();
  const isBeneath = part => boxes.some(box =>
    part.left < box.right - 1 && box.left < part.right - 1
    && part.top < box.bottom - 1 && box.top < part.bottom - 1)
    && part.width > 1 && part.height > 1;
  while (texts.nextNode()) {{
    const words = texts.currentNode.data.trim().replace(/\\s+/g, ' ');
    const holder = texts.currentNode.parentElement;
    if (!words || holder.closest('[id^=quick-exit]')) continue;
    const pinned = around(holder, style => /fixed|sticky|absolute/.test(style.position));
    if (scrollY && !pinned) continue;
    range.selectNodeContents(texts.currentNode);
    const part = [...range.getClientRects()].find(isBeneath);
    if (!part) continue;
    const x = (part.left + part.right) / 2, y = (part.top + part.bottom) / 2;
    if (!document.elementsFromPoint(x, y).includes(holder)) continue;
    const drawn = around(holder, style => parseFloat(style.marginTop) < 0);
    const below = Math.ceil(boxes[0].bottom);
    const rule = pinned ? `${{name(pinned)}} {{ position: sticky; top: ${{below}}px }}`
      : drawn ? `${{name(drawn)}} {{ margin-top: 0 }}` : '';
    return [`lies over “${{words.slice(0, 40)}}” of the page`, rule];
  }}
  return null;
}}"""
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
    found: dict[str, tuple[str, str, str]] = {}
    for width, height in SIZES:
        window = f"in a window of {width} by {height} pixels"
        tab.set_viewport_size({"width": width, "height": height})
        tab.evaluate("scrollTo({top: 0, behavior: 'instant'})")
        if not tab.evaluate(READ):
            found.setdefault(CUT, (f"{CUT}, {window}", UNCUT, WARNING))
        for fault, rule, level in _looks(tab):
            found.setdefault(rule or fault, (f"{fault} {window}", _remedy(rule), level))
    yield from found.values()


def _looks(tab: Any) -> Iterator[tuple[str, str, str]]:
    """Yield each fault at the top and at the end of the page, the rule that mends it, the level."""
    for place in ("0", "document.documentElement.scrollHeight"):
        tab.evaluate(f"scrollTo({{top: {place}, behavior: 'instant'}})")
        for look, level in ((LOOK, ERROR), (BENEATH, WARNING)):
            if seen := tab.evaluate(look):
                yield *seen, level


def _remedy(rule: str) -> str:
    return f"{REMEDY}, as with “{rule}”" if rule else REMEDY


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
