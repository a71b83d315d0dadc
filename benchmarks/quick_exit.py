#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Time from a click on the exit to the first frame without the page, beside GOV.UK's component.

    python benchmarks/quick_exit.py [--runs 100] [--nodes 8000]

Both stand on the same page with GOV.UK's style sheet, are clicked in turns, and lead to a
server that does not answer. Needs Chromium and npm; the npm package is used nowhere else.
"""

from __future__ import annotations

import argparse
import base64
import io
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "tests")]

from havenpress.browser import find_chromium  # noqa: E402
from havenpress.quick_exit import ExitSettings, inject  # noqa: E402
from PIL import Image  # noqa: E402
from playwright.sync_api import Browser, sync_playwright  # noqa: E402
from quick_exit.conftest import QUIET  # noqa: E402
from quick_exit.servers import Server, serve  # noqa: E402

MARK = (255, 0, 255)  # the colour of a stripe that lasts as long as the page does
WINDOW = {"width": 1280, "height": 800}
THEIR_CONTROL = """<div class="govuk-exit-this-page" data-module="govuk-exit-this-page">
<a href="{url}" role="button" draggable="false" data-module="govuk-button"
class="govuk-button govuk-button--warning govuk-exit-this-page__button js-exit-control"
rel="nofollow noreferrer"><span class="govuk-visually-hidden">Emergency</span> Exit this page</a>
</div>"""
THEIR_SCRIPT = """<script type="module">
import {initAll} from '/govuk-frontend.min.js';
initAll();
document.documentElement.dataset.ready = '';
</script>"""


def page(nodes: int, control: str = "", script: str = "") -> str:
    """Return a page of about so many elements, and as many texts."""
    rows = "".join(
        f'<p class="govuk-body">Word {n} <b>bold</b> <a class="govuk-link" href="#m">link</a></p>'
        for n in range(nodes // 3)
    )
    return (
        '<!doctype html><html lang="en" class="govuk-template"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<title>Page</title><link rel="icon" href="data:,">'
        '<link rel="stylesheet" href="/govuk-frontend.min.css"></head>'
        '<body class="govuk-template__body js-enabled govuk-frontend-supported">'
        f'{control}<main id="m"><div style="background:#f0f;height:40px">&nbsp;</div>{rows}</main>'
        f"{script}</body></html>"
    )


@contextmanager
def site(nodes: int, away: Server) -> Iterator[Server]:
    """Serve the page with their control and with ours."""
    url = f"http://localhost:{away.port}/"
    with tempfile.TemporaryDirectory() as folder, serve(Server(root=Path(folder))) as server:
        for path in install(Path(folder) / "npm"):
            shutil.copy(path, folder)
        server.pages["/theirs"] = page(nodes, THEIR_CONTROL.format(url=url), THEIR_SCRIPT)
        settings = ExitSettings(destination=url, safety_page="/safety")
        server.pages["/ours"] = inject(page(nodes).encode(), settings).decode()
        yield server


def install(folder: Path) -> list[Path]:
    """Install the npm package and return its style sheet and script."""
    shutil.copytree(ROOT / "benchmarks" / "quick_exit_govuk", folder)
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    subprocess.run(command, cwd=folder, check=True)
    built = folder / "node_modules" / "govuk-frontend" / "dist" / "govuk"
    return [built / "govuk-frontend.min.css", built / "govuk-frontend.min.js"]


def measure(browser: Browser, url: str, control: str, away: Server) -> float:
    """Return the milliseconds from the click to the first frame without the page."""
    tab = browser.new_page(viewport=WINDOW)
    tab.goto(url)
    if "theirs" in url:
        tab.wait_for_selector("html[data-ready]", state="attached")
    session = tab.context.new_cdp_session(tab)
    frames: list[dict[str, Any]] = []
    clicked: list[float] = []

    def keep(event: dict[str, Any]) -> None:
        frames.append(event)
        session.send("Page.screencastFrameAck", {"sessionId": event["sessionId"]})

    session.on("Page.screencastFrame", keep)
    session.on("Runtime.bindingCalled", lambda event: clicked.append(float(event["payload"])))
    session.send("Runtime.enable")
    session.send("Runtime.addBinding", {"name": "clicked"})
    tab.evaluate(
        "() => addEventListener('pointerup', event =>"
        " clicked(String(performance.timeOrigin + event.timeStamp)), true)"
    )
    session.send("Page.startScreencast", {"format": "png", "maxWidth": 320, "maxHeight": 200})
    with away.hold():
        box = tab.locator(control).bounding_box()
        assert box
        tab.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        time = first_blank(tab, frames, clicked)
        session.send("Page.stopScreencast")
    tab.close()
    return time


def first_blank(tab: Any, frames: list[dict[str, Any]], clicked: list[float]) -> float:
    """Wait for the first frame after the click without the stripe, and return its time."""
    seen = 0
    while True:
        while clicked and seen < len(frames):
            frame, seen = frames[seen], seen + 1
            time = frame["metadata"]["timestamp"] * 1000 - clicked[0]
            if time > 0 and not has_stripe(frame["data"]):
                return time
        tab.wait_for_timeout(5)


def has_stripe(frame: str) -> bool:
    """Whether the page's stripe is in a frame."""
    image = Image.open(io.BytesIO(base64.b64decode(frame))).convert("RGB")
    return any(colour == MARK for _, colour in image.getcolors(image.width * image.height) or ())


def report(name: str, times: list[float]) -> str:
    """Return one line with the distribution."""
    quarters = statistics.quantiles(times, n=20)
    parts = [min(times), quarters[4], statistics.median(times), quarters[14], quarters[18]]
    return f"{name:8}" + "".join(f"{part:9.1f}" for part in [*parts, max(times)])


def main() -> None:
    """Click both in turns and print both distributions."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=100)
    parser.add_argument("--nodes", type=int, default=8000)
    given = parser.parse_args()
    controls = {"ours": "[data-quick-exit]", "theirs": ".js-exit-control"}
    times: dict[str, list[float]] = {name: [] for name in controls}
    with serve(Server()) as away, site(given.nodes, away) as pages, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=QUIET)
        for _ in range(given.runs):
            for name, control in controls.items():
                url = f"http://127.0.0.1:{pages.port}/{name}"
                times[name].append(measure(browser, url, control, away))
        browser.close()
    print(f"{given.runs} runs each, {given.nodes} elements; milliseconds to the first blank frame")
    print(
        f"{'':8}"
        + "".join(f"{name:>9}" for name in ("min", "25 %", "median", "75 %", "95 %", "max"))
    )
    for name, found in times.items():
        print(report(name, found))
    print(
        f"ours / theirs, medians: {statistics.median(times['ours']) / statistics.median(times['theirs']):.2f}"
    )


if __name__ == "__main__":
    main()
