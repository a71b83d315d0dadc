# SPDX-License-Identifier: AGPL-3.0-or-later
"""S14 and S22 as a person would: a window on a screen, and keys that the browser itself gets.

Needs Xvfb, openbox and xdotool.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Playwright, expect

from .conftest import QUIET, address
from .servers import Server
from .sites import DESTINATION, HOST, Site
from .test_coming_back import assert_covered

pytestmark = pytest.mark.full
CONTROL = "[data-quick-exit]"


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    """The name of a display with a window manager."""
    missing = [name for name in ("Xvfb", "openbox", "xdotool") if not shutil.which(name)]
    if missing:
        message = f"not installed: {', '.join(missing)}"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    with running(command, pass_fds=(write,)):
        display = f":{os.read(read, 20).decode().strip()}"
        with running(["openbox"], env={**os.environ, "DISPLAY": display}):
            yield display


@contextmanager
def running(command: list[str], **options: object) -> Iterator[None]:
    """Run a program until the block ends."""
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **options,  # type: ignore[call-overload]
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait()


@pytest.fixture
def window(
    playwright: Playwright, chromium_path: Path, screen: str, destination: Server, tmp_path: Path
) -> Iterator[BrowserContext]:
    """A Chromium window with a profile on disk, as a reader has."""
    rules = f"MAP {HOST}:443 127.0.0.1:{destination.port}"
    destination.release()
    destination.log.clear()
    context = playwright.chromium.launch_persistent_context(
        tmp_path / "profile",
        executable_path=chromium_path,
        headless=False,
        env={**os.environ, "DISPLAY": screen},
        args=[*QUIET, f"--host-resolver-rules={rules}", "--window-size=1200,800"],
        ignore_default_args=["--disable-back-forward-cache"],
        no_viewport=True,
    )
    context.set_default_timeout(15_000)
    yield context
    context.close()


def press(screen: str, *keys: str) -> None:
    """Press keys on the keyboard of a display."""
    environment = {**os.environ, "DISPLAY": screen}
    subprocess.run(["xdotool", "key", *keys], env=environment, check=True)


def test_s14_a_real_esc_does_not_stop_the_exit(
    window: BrowserContext, screen: str, site: Site, host: Server, destination: Server
) -> None:
    tab = window.pages[0]
    tab.goto(address(host, site.pages[0]))
    tab.bring_to_front()
    with destination.hold():
        tab.click(CONTROL, no_wait_after=True)
        destination.wait_for(count=1)
        press(screen, "Escape", "Escape")
    tab.wait_for_url(DESTINATION)
    assert len(destination.asked()) == 1


def test_s24_three_real_presses_of_shift_leave(
    window: BrowserContext, screen: str, site: Site, host: Server
) -> None:
    tab = window.pages[0]
    tab.goto(address(host, site.pages[0]))
    tab.bring_to_front()
    press(screen, "Shift_L", "Shift_R", "Shift_L")
    tab.wait_for_url(DESTINATION)


@pytest.mark.parametrize("leaving", [True, False], ids=["after leaving", "without leaving"])
def test_s22_a_tab_opened_again_is_covered(
    leaving: bool, window: BrowserContext, screen: str, site: Site, host: Server
) -> None:
    other, tab = window.pages[0], window.new_page()
    other.goto("about:blank")
    tab.goto(address(host, site.pages[0]))
    tab.goto(address(host, site.pages[1]))
    if leaving:
        tab.click(CONTROL)
        tab.wait_for_url(DESTINATION)
    tab.bring_to_front()
    with tab.expect_event("close"):
        press(screen, "ctrl+w")
    with window.expect_page() as opened:
        press(screen, "ctrl+shift+t")
    again = opened.value
    if leaving:
        again.wait_for_url(DESTINATION)
        again.evaluate("() => { setTimeout(() => history.back()); }")
        again.wait_for_url(address(host, site.pages[0]), wait_until="commit")
    expect(again.locator("body")).to_have_count(1)
    assert_covered(again)
