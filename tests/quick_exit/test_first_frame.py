# SPDX-License-Identifier: AGPL-3.0-or-later
"""S8 of the quick exit: from the first frame after activation on, the page is one colour."""

from __future__ import annotations

import base64
import io
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page

from .conftest import Visit
from .servers import Server

CONTROL = "[data-quick-exit]"


def colours(frame: str) -> int:
    """Return the number of colours of a frame, near ones counted as one."""
    image = Image.open(io.BytesIO(base64.b64decode(frame))).convert("RGB")
    return len(image.quantize(8).convert("RGB").getcolors() or range(9))


def brightness(frame: str) -> int:
    """Return how light the first point of a frame is, 0 to 255."""
    image = Image.open(io.BytesIO(base64.b64decode(frame))).convert("L")
    return int(image.getpixel((0, 0)))  # type: ignore[arg-type]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_s8_every_frame_after_activation_is_one_colour(
    scheme: Any, tab: Page, visit: Visit, away: Server
) -> None:
    tab.emulate_media(color_scheme=scheme)
    visit(1)
    frames: list[dict[str, Any]] = []
    session = tab.context.new_cdp_session(tab)

    def keep(event: dict[str, Any]) -> None:
        frames.append(event)
        session.send("Page.screencastFrameAck", {"sessionId": event["sessionId"]})

    session.on("Page.screencastFrame", keep)
    session.send("Page.startScreencast", {"format": "png"})
    stamp = "new Promise(r => requestAnimationFrame(() => r(Date.now())))"
    tab.evaluate(stamp)
    with away.hold():
        box = tab.locator(CONTROL).bounding_box()
        assert box
        before = len(frames)
        tab.mouse.click(box["x"] + 20, box["y"] + 20)
        away.wait_for(count=1)
        while len(frames) == before:
            tab.wait_for_timeout(10)
    assert before
    assert colours(frames[before - 1]["data"]) > 1
    assert [colours(frame["data"]) for frame in frames[before:]] == [1] * len(frames[before:])
    assert (brightness(frames[-1]["data"]) < 128) == (scheme == "dark")
