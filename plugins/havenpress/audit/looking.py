# SPDX-License-Identifier: AGPL-3.0-or-later
"""axe-core on a page of a folder, in Chromium, in every view.

The folder is served by answering the browser's requests: no port is opened, and what asks for
another host gets nothing. Scripts of ours enter by the browser's own door, which a content
security policy does not close.
"""

from __future__ import annotations

import contextlib
import mimetypes
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlsplit

from .axe import Axe
from .views import VIEWS, View

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

ORIGIN = "https://audit.invalid"  # RFC 2606: a name that no resolver knows
PATIENCE = 30_000  # milliseconds for one page to load
# What moves is looked at when it has come to rest. In forced colours Chromium paints text in the
# forced colour and says so under "color", but not under "-webkit-text-fill-color", which axe reads;
# and the ground of the window, which axe takes for white, is the reader's.
PREPARE = """([size, opened, forced]) => {
  document.documentElement.style.fontSize = size === 100 ? '' : size + '%';
  globalThis.closedParts ??= [...document.querySelectorAll('details:not([open])')];
  for (const each of globalThis.closedParts) each.open = opened;
  for (const each of document.getAnimations()) { try { each.finish(); } catch { each.cancel(); } }
  if (!forced) return;
  document.documentElement.style.backgroundColor = 'Canvas';
  for (const each of document.body.querySelectorAll('*'))
    if (each.style) each.style.webkitTextFillColor = getComputedStyle(each).color;
}"""
# An element's place is its number among its siblings, and theirs, up to the root: our tree has
# the same numbers. In a frame or a shadow tree there is no such place.
RUN = """async () => {
  const place = element => {
    const numbers = [];
    for (let here = element; here.parentElement; here = here.parentElement)
      numbers.unshift([...here.parentElement.children].indexOf(here));
    return numbers;
  };
  const node = each => ({
    selector: each.target.flat().join(' '),
    html: each.html,
    summary: each.failureSummary || '',
    place: each.element && each.element.getRootNode() === document ? place(each.element) : null,
  });
  const results = await axe.run(document, {
    elementRef: true, resultTypes: ['violations', 'incomplete'],
  });
  const rule = outcome => each => ({
    outcome, rule: each.id, tags: each.tags, help: each.help, nodes: each.nodes.map(node),
  });
  return [...results.violations.map(rule('violation')), ...results.incomplete.map(rule('review'))];
}"""


@dataclass(frozen=True, slots=True)
class Sighting:
    """What axe says about one element in one view.

    ``place`` holds the numbers of the element and its ancestors among their siblings; None in
    frames and shadow trees.
    """

    rule: str
    outcome: str  # violation or review
    tags: tuple[str, ...]
    help: str
    summary: str
    selector: str
    html: str
    place: tuple[int, ...] | None
    view: str


def look(browser: Browser, page: Path, root: Path, axe: Axe) -> Iterator[Sighting]:
    """Yield what axe says about a page below a folder, in every view."""
    context = browser.new_context(reduced_motion="reduce")
    try:
        tab = context.new_page()
        address = address_of(page, root)
        tab.route("**/*", lambda route: _answer(route, address, root))
        tab.set_default_timeout(PATIENCE)
        window = None
        for view in VIEWS:
            if view.window != window:
                window = view.window
                _open(tab, address, view)
                _bring(tab, axe)
            yield from _run(tab, view)
    finally:
        context.close()


def address_of(page: Path, root: Path) -> str:
    """Return the address under which a page of the folder is opened."""
    name = page.relative_to(root).as_posix()
    return f"{ORIGIN}/{quote(name.removesuffix('index.html') if _is_index(name) else name)}"


def _is_index(name: str) -> bool:
    return name == "index.html" or name.endswith("/index.html")


def _open(tab: Page, address: str, view: View) -> None:
    width, height = view.window
    tab.set_viewport_size({"width": width, "height": height})
    tab.goto(address, wait_until="load")


def _bring(tab: Page, axe: Axe) -> None:
    from playwright.sync_api import Error

    # One without an address, as for a script that may not run, never answers.
    for frame in (frame for frame in tab.frames if frame.url):
        with contextlib.suppress(Error):  # a frame that could not load has nothing to look at
            frame.evaluate(axe.source)


def _run(tab: Page, view: View) -> Iterator[Sighting]:
    forced = "active" if view.forced else "none"
    tab.emulate_media(color_scheme=view.scheme, forced_colors=forced)
    tab.evaluate(PREPARE, [view.text, view.opened, view.forced])
    for found in tab.evaluate(RUN):
        if found["outcome"] == "review" and view.opened:
            continue  # what is open lies over other things, and axe cannot see through it
        for node in found["nodes"]:
            yield _sighting(found, node, view)


def _sighting(found: dict[str, Any], node: dict[str, Any], view: View) -> Sighting:
    return Sighting(
        rule=found["rule"],
        outcome=found["outcome"],
        tags=tuple(found["tags"]),
        help=found["help"],
        summary=node["summary"],
        selector=node["selector"],
        html=node["html"],
        place=None if node["place"] is None else tuple(node["place"]),
        view=view.name,
    )


def _answer(route: Route, address: str, root: Path) -> None:
    """Answer from the folder; a page that leads to another at once stays where it is."""
    request = route.request
    parts = urlsplit(request.url)
    leaves = request.is_navigation_request() and request.url.split("#")[0] != address
    is_main = leaves and request.frame.parent_frame is None
    if is_main or f"{parts.scheme}://{parts.netloc}" != ORIGIN:
        route.abort("aborted")
        return
    path = find_file(unquote(parts.path), root)
    if path is None:
        route.fulfill(status=404, body="")
        return
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    route.fulfill(body=path.read_bytes(), content_type=kind)


def find_file(address: str, root: Path) -> Path | None:
    """Return the file that a host would send for an address, or None.

    A site that is published below a folder (``/site/…``) links with that folder's name, which
    its own files do not have: names are left out from the front until there is such a file.
    """
    names = [name for name in address.split("/") if name not in {"", ".", ".."}]
    for start in range(len(names) + 1):
        path = root.joinpath(*names[start:])
        found = path / "index.html" if path.is_dir() else path
        if found.is_file() and (start < len(names) or not names):
            return found
    return None
