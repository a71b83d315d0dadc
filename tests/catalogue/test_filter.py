# SPDX-License-Identifier: AGPL-3.0-or-later
"""The filter in a real browser: it finds, it says so, and it tells nobody."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from havenpress.build.render import render
from havenpress.site import Project
from playwright.sync_api import Browser, Page, expect

from .samples import ROOT, TODAY

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example site as Pelican writes it."""
    output = tmp_path_factory.mktemp("site")
    render(Project.read(ROOT / "content", output, TODAY), output)
    return output


class Quiet(SimpleHTTPRequestHandler):
    """A server of files that keeps its log to itself."""

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def address(rendered: Path) -> Iterator[str]:
    handler = functools.partial(Quiet, directory=str(rendered))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def list_page(page: Page, address: str) -> Page:
    page.goto(f"{address}/services/")
    return page


def shown(page: Page) -> set[str]:
    cards = page.locator("[data-group] [data-t]:visible")
    return set(cards.evaluate_all("cards => cards.map(card => card.id)"))


def test_words_that_nobody_wrote_find_the_kind_of_help(list_page: Page) -> None:
    list_page.get_by_role("searchbox").fill("rehab")
    assert shown(list_page) == {"meadow-drop-in", "meadow-residential"}
    expect(list_page.locator("#f-count")).to_have_text("2 services shown")


def test_words_are_found_without_accents_capitals_and_endings(page: Page, address: str) -> None:
    page.goto(f"{address}/es/services/")
    page.get_by_role("searchbox").fill("TRANQUILA desintoxicacion")
    assert shown(page) == {"meadow-residential"}


def test_a_town_keeps_what_serves_the_country(list_page: Page) -> None:
    list_page.get_by_text("Place, language, cost and more").click()
    list_page.get_by_label("Where?").select_option(label="Seaport")
    assert "open-door-immigration" in shown(list_page)
    assert "northtown-safe-house" not in shown(list_page)


def test_choices_narrow_each_other_and_clear_again(list_page: Page) -> None:
    everything = shown(list_page)
    list_page.get_by_text("Place, language, cost and more").click()
    list_page.get_by_label("Where?").select_option(label="Riverbend")
    list_page.get_by_label("Language", exact=True).select_option(label="Spanish")
    assert shown(list_page) < everything
    list_page.get_by_role("button", name="Clear the filter").click()
    expect(list_page.locator("#f-count")).to_have_text("13 services shown")
    assert shown(list_page) == everything
    expect(list_page.get_by_role("searchbox")).to_be_focused()


def test_open_now_goes_by_the_clock_of_the_service(chromium: Browser, address: str) -> None:
    context = chromium.new_context(timezone_id="America/New_York")
    page = context.new_page()
    page.clock.install(time="2026-11-22T03:00:00Z")  # Sunday 3am in London, Saturday in New York
    page.goto(f"{address}/services/")
    page.get_by_text("Place, language, cost and more").click()
    page.get_by_label("Open now").check()
    assert "northtown-safe-house" in shown(page)
    assert "meadow-drop-in" not in shown(page)
    assert "open-door-immigration" in shown(page)  # partly by appointment: nobody knows
    context.close()


def test_a_crisis_line_is_never_filtered_away(list_page: Page) -> None:
    list_page.get_by_role("searchbox").fill("qqqqqq")
    assert shown(list_page) == set()
    expect(list_page.locator("#harbour-line-helpline")).to_be_visible()
    expect(list_page.locator("#f-none")).to_be_visible()
    expect(list_page.locator("#f-none a")).to_have_attribute("href", "tel:08081570142")


def test_filtering_asks_for_nothing_and_keeps_nothing(list_page: Page) -> None:
    requests: list[str] = []
    list_page.on("request", lambda request: requests.append(request.url))
    before = list_page.evaluate("[location.href, history.length]")
    list_page.get_by_role("searchbox").press_sequentially("forensic")
    list_page.keyboard.press("Enter")
    assert shown(list_page) == {"seaport-assault-centre"}
    assert list_page.evaluate("[location.href, history.length]") == before
    kept = "[localStorage.length, sessionStorage.length, document.cookie]"
    assert list_page.evaluate(kept) == [0, 0, ""]
    assert [url for url in requests if not url.endswith("/theme/icon.svg")] == []


def test_coming_back_finds_the_filter_empty(list_page: Page, address: str) -> None:
    list_page.get_by_role("searchbox").fill("rehab")
    list_page.goto(f"{address}/services/meadow-drop-in/")
    list_page.go_back()
    expect(list_page.get_by_role("searchbox")).to_have_value("")
    assert len(shown(list_page)) == 13


def test_it_works_by_keyboard_alone(list_page: Page) -> None:
    list_page.get_by_role("searchbox").focus()
    list_page.keyboard.type("lawyers")
    assert shown(list_page) == {"open-door-immigration", "open-door-justice"}
    for key in ("Tab", "Enter", "Tab", "ArrowDown"):
        list_page.keyboard.press(key)
    assert list_page.get_by_label("What do you need?").input_value() != ""


def test_nothing_takes_the_focus_on_arrival(list_page: Page) -> None:
    assert list_page.evaluate("document.activeElement.tagName") == "BODY"


def test_without_javascript_there_is_the_whole_list_and_no_dead_control(
    chromium: Browser, address: str
) -> None:
    context = chromium.new_context(
        java_script_enabled=False, viewport={"width": 320, "height": 640}
    )
    page = context.new_page()
    page.goto(f"{address}/services/")
    assert page.locator("[data-group] [data-t]:visible").count() == 13
    expect(page.locator("#filter")).to_be_hidden()
    page.get_by_role("link", name="Northtown safe house").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Northtown safe house")
    context.close()
