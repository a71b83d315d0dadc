# SPDX-License-Identifier: AGPL-3.0-or-later
"""S24 to S26 of the quick exit: leaving by keyboard."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import Visit, address
from .servers import Server
from .sites import DESTINATION, Site, settings, write_site

STATUS = "#quick-exit [role=status]"


@pytest.fixture
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Site:
    """Three pages with a text field; the parameter names an option that is on."""
    options = {request.param: True} if hasattr(request, "param") else {}
    body = '<label>Name <input autocomplete="off"></label><p contenteditable>Notes</p><p>Text</p>'
    return write_site(tmp_path, settings(**options), body=body)


ESCAPE = pytest.mark.parametrize("site", ["escape"], indirect=True)


def press(tab: Page, *keys: str) -> None:
    for key in keys:
        tab.keyboard.press(key)


def stop_the_clock(tab: Page) -> None:
    """From here on only the test makes time pass, however busy the machine is."""
    tab.clock.pause_at(time.time() + 3_600)


def still_here(tab: Page) -> bool:
    return tab.url != DESTINATION and bool(tab.locator("body").inner_text().strip())


def test_s24_three_presses_of_shift_leave(site: Site, visit: Visit, away: Server) -> None:
    tab = visit(1)
    texts = site.settings.texts_for()
    press(tab, "Shift")
    expect(tab.locator(STATUS)).to_have_text(texts["two"])
    press(tab, "Shift")
    expect(tab.locator(STATUS)).to_have_text(texts["one"])
    press(tab, "Shift")
    tab.wait_for_url(DESTINATION)


def test_s24_progress_is_seen_and_said(visit: Visit) -> None:
    tab = visit(1)
    press(tab, "Shift")
    expect(tab.get_by_role("status")).to_be_in_viewport()
    tab.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    expect(tab.get_by_role("status")).to_be_in_viewport()


def test_s24_after_five_seconds_the_presses_no_longer_count(
    site: Site, tab: Page, visit: Visit
) -> None:
    tab.clock.install()
    visit(1)
    stop_the_clock(tab)
    press(tab, "Shift", "Shift")
    tab.clock.run_for(4_900)
    expect(tab.locator(STATUS)).to_have_text(site.settings.texts_for()["one"])
    tab.clock.run_for(200)
    expect(tab.locator(STATUS)).to_have_text(site.settings.texts_for()["cancelled"])
    press(tab, "Shift")
    expect(tab.locator(STATUS)).to_have_text(site.settings.texts_for()["two"])
    assert still_here(tab)


def test_s24_each_press_has_its_own_five_seconds(tab: Page, visit: Visit, away: Server) -> None:
    tab.clock.install()
    visit(1)
    stop_the_clock(tab)
    for _ in range(2):
        press(tab, "Shift")
        tab.clock.run_for(4_000)
    press(tab, "Shift")
    tab.wait_for_url(DESTINATION)


def test_s24_the_message_goes_away(tab: Page, visit: Visit) -> None:
    tab.clock.install()
    visit(1)
    stop_the_clock(tab)
    press(tab, "Shift", "a")
    tab.clock.run_for(5_100)
    expect(tab.locator(STATUS)).to_be_empty()


def test_s24_another_key_cancels(site: Site, visit: Visit) -> None:
    tab = visit(1)
    press(tab, "Shift", "Shift", "a")
    at_once = 3_000  # milliseconds, well before the five seconds after which it is said anyway
    cancelled = site.settings.texts_for()["cancelled"]
    expect(tab.locator(STATUS)).to_have_text(cancelled, timeout=at_once)
    press(tab, "Shift", "Shift")
    assert still_here(tab)


def test_s24_left_and_right_shift_count_the_same(visit: Visit, away: Server) -> None:
    tab = visit(1)
    press(tab, "ShiftLeft", "ShiftRight", "ShiftLeft")
    tab.wait_for_url(DESTINATION)


def test_s25_typing_capitals_never_counts(visit: Visit) -> None:
    tab = visit(1)
    tab.click("input")
    for letter in "ABC Hello":
        press(tab, f"Shift+{letter}" if letter.isupper() else letter)
    expect(tab.locator(STATUS)).to_be_empty()
    assert tab.input_value("input") == "ABC Hello"


@pytest.mark.parametrize("combination", ["Shift+Tab", "Control+Shift", "Alt+Shift", "Shift+Alt"])
def test_s25_combinations_never_count(combination: str, visit: Visit) -> None:
    tab = visit(1)
    press(tab, *[combination] * 4)
    expect(tab.locator(STATUS)).to_be_empty()
    assert still_here(tab)


def test_s25_selecting_with_shift_and_the_mouse_never_counts(visit: Visit) -> None:
    tab = visit(1)
    for _ in range(4):
        tab.locator("p", has_text="Text").click(modifiers=["Shift"])
    expect(tab.locator(STATUS)).to_be_empty()


def test_s26_esc_does_nothing_unless_the_site_says_so(visit: Visit) -> None:
    tab = visit(1)
    press(tab, *["Escape"] * 4)
    assert still_here(tab)
    expect(tab.locator(STATUS)).to_be_empty()
    expect(tab.locator("[data-keys]")).not_to_contain_text("Esc")


@ESCAPE
def test_s26_three_presses_of_esc_leave_where_the_site_says_so(
    site: Site, visit: Visit, away: Server
) -> None:
    tab = visit(1)
    expect(tab.locator("[data-keys]")).to_contain_text("Esc")
    press(tab, *["Escape"] * 3)
    tab.wait_for_url(DESTINATION)


@ESCAPE
@pytest.mark.parametrize("field", ["input", "[contenteditable]"])
def test_s26_esc_is_left_alone_while_text_is_edited(field: str, site: Site, visit: Visit) -> None:
    tab = visit(1)
    tab.click(field)
    press(tab, *["Escape"] * 4)
    expect(tab.locator(STATUS)).to_be_empty()
    assert still_here(tab)


@ESCAPE
def test_s26_esc_is_left_alone_while_a_dialog_is_open(site: Site, visit: Visit) -> None:
    tab = visit(1)
    tab.evaluate("document.body.insertAdjacentHTML('beforeend', '<dialog open>Hello</dialog>')")
    press(tab, *["Escape"] * 4)
    expect(tab.locator(STATUS)).to_be_empty()
    assert still_here(tab)


def test_s24_no_key_is_promised_on_a_screen_that_is_only_touched(
    browser: Browser, site: Site, host: Server
) -> None:
    context = browser.new_context(has_touch=True, is_mobile=True)
    tab = context.new_page()
    tab.goto(address(host, site.pages[0]))
    expect(tab.locator("[data-keys]")).to_be_hidden()
    context.close()


def test_s24_the_keys_are_told_where_there_is_a_script_and_a_keyboard(visit: Visit) -> None:
    expect(visit(1).locator("[data-keys]")).to_be_visible()
