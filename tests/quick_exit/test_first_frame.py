# SPDX-License-Identifier: AGPL-3.0-or-later
"""S8 of the quick exit: from the first frame after activation on, the page is one colour."""

from __future__ import annotations

import base64
import io
import time
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import CDPSession, Page

from .conftest import Visit
from .servers import Server

CONTROL = "[data-quick-exit]"
# A square that turns from light to dark in the very task of the click, where it is still in the
# page. Whatever frame shows it dark was drawn after activation, however late or early it comes.
MARK = """() => {
  const mark = document.body.appendChild(document.createElement('i'));
  mark.style.cssText =
    'position:fixed;bottom:0;left:0;width:64px;height:64px;background:#fff;z-index:9;forced-color-adjust:none';
  addEventListener('click', () => { mark.style.background = '#000'; }, true);
}"""


def picture(frame: dict[str, Any]) -> Image.Image:
    """Return a frame of the screencast as it was drawn."""
    return Image.open(io.BytesIO(base64.b64decode(frame["data"]))).convert("RGB")


def colours(image: Image.Image) -> int:
    """Return the number of colours of a frame, near ones counted as one."""
    return len(image.quantize(8).convert("RGB").getcolors() or range(9))


def is_after_activation(image: Image.Image) -> bool:
    """Whether the page's square is in a frame, and dark."""
    return image.getpixel((32, image.height - 32)) == (0, 0, 0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_s8_every_frame_after_activation_is_one_colour(
    scheme: Any, tab: Page, visit: Visit, away: Server
) -> None:
    tab.emulate_media(color_scheme=scheme)
    visit(1)
    tab.evaluate(MARK)
    session, frames = film(tab)
    with away.hold():
        box = tab.locator(CONTROL).bounding_box()
        assert box
        tab.mouse.click(box["x"] + 20, box["y"] + 20)
        wait_until(tab, lambda: away.log)
        until_blank(tab, session, frames)
        tab.wait_for_timeout(1_000)
    # A blank frame is packed sooner than a full one and may overtake it on the way here.
    frames.sort(key=lambda frame: frame["metadata"]["timestamp"])
    pictures = [picture(frame) for frame in frames]
    blank = [colours(each) == 1 for each in pictures]
    assert not blank[0]
    assert blank == sorted(blank), "the page came back"
    for each in pictures[: blank.index(True)]:
        assert not is_after_activation(each), "a frame after activation shows the page"
    light = pictures[-1].convert("L").getpixel((0, 0))
    assert (light < 128) == (scheme == "dark")  # type: ignore[operator]


def film(tab: Page) -> tuple[CDPSession, list[dict[str, Any]]]:
    """Let the frames of a tab be kept, from one on that shows the page."""
    frames: list[dict[str, Any]] = []
    session = tab.context.new_cdp_session(tab)

    def keep(event: dict[str, Any]) -> None:
        frames.append(event)
        session.send("Page.screencastFrameAck", {"sessionId": event["sessionId"]})

    session.on("Page.screencastFrame", keep)
    session.send("Page.startScreencast", {"format": "png"})
    wait_until(tab, lambda: frames and colours(picture(frames[-1])) > 1)
    del frames[:-1]  # what was drawn before the page was
    return session, frames


# All that a page can lay over itself. The page stays hidden here: no timer runs, nothing is loaded.
OVER_THE_PAGE = """() => {
  window.setTimeout = () => {};
  navigation.addEventListener('navigate', event => event.preventDefault());
  const add = (name, html, style) => {
    const element = document.body.appendChild(document.createElement(name));
    element.innerHTML = html;
    element.style.cssText = style || 'background:#f00';
    return element;
  };
  add('dialog', '<button>In the dialog</button>').showModal();
  const note = add('div', 'In the popover');
  note.popover = 'manual';
  note.showPopover();
  add('div', 'Fixed', 'position:fixed;inset:auto 0 0 auto;background:#00f;z-index:9');
  add('iframe', '', 'position:fixed;top:9em;left:0').srcdoc = '<body style="background:#0f0">Frame';
  add('style', 'html::before, body::before { content: "Before"; } html { background: #ff0; }');
}"""


def test_s8_until_it_is_taken_down_nothing_of_the_page_is_seen_or_found(
    tab: Page, visit: Visit
) -> None:
    visit(1)
    tab.evaluate(OVER_THE_PAGE)
    session, frames = film(tab)
    assert "In the dialog" in names(session)
    tab.evaluate(f"document.querySelector('{CONTROL}').click()")
    until_blank(tab, session, frames)
    assert picture(frames[-1]).getpixel((9, 9)) == (255, 255, 255)
    assert tab.locator("dialog, iframe").count() == 2
    assert tab.evaluate("document.elementFromPoint(99, 99).localName") == "html"
    assert names(session) == {"New tab"}


def names(session: CDPSession) -> set[str]:
    """Return all that assistive technology is given to say."""
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    return {node["name"]["value"] for node in nodes if node.get("name", {}).get("value")}


def until_blank(tab: Page, session: CDPSession, frames: list[dict[str, Any]]) -> None:
    """Let frames come until one is blank.

    A frame that comes while two others wait for an answer is dropped, and a blank page draws no
    more: asked anew, the browser sends what it shows.
    """
    for _ in range(30):
        end = time.monotonic() + 1
        while time.monotonic() < end:
            if colours(picture(frames[-1])) == 1:
                return
            tab.wait_for_timeout(10)
        session.send("Page.stopScreencast")
        session.send("Page.startScreencast", {"format": "png"})
    pytest.fail("no frame was blank")


def wait_until(tab: Page, holds: Callable[[], object]) -> None:
    """Let frames come until something holds; fails after half a minute."""
    end = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < end, "the frame never came"
        tab.wait_for_timeout(10)
