# SPDX-License-Identifier: AGPL-3.0-or-later
"""The filter in a real browser: it finds, it says so, and it tells nobody."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from havenpress.build import build
from playwright.sync_api import Browser, Page, expect

from .samples import ROOT, TODAY, served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def address(example: Path) -> Iterator[str]:
    with served(example) as address:
        yield address


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
    list_page.get_by_text("More choices").click()
    list_page.get_by_label("Where?").select_option(label="Seaport")
    assert "open-door-immigration" in shown(list_page)
    assert "northtown-safe-house" not in shown(list_page)


def test_choices_narrow_each_other_and_clear_again(list_page: Page) -> None:
    everything = shown(list_page)
    list_page.get_by_text("More choices").click()
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


def test_several_channels_widen_the_list_and_a_need_narrows_it(list_page: Page) -> None:
    list_page.get_by_text("More choices").click()
    list_page.get_by_label("Text message").check()
    assert shown(list_page) == {"seaport-night-rooms"}
    list_page.get_by_label("WhatsApp").check()
    assert shown(list_page) == {"seaport-night-rooms", "open-door-money"}
    list_page.get_by_label("Sort out money or papers").check()
    assert shown(list_page) == {"open-door-money"}


def test_a_whole_sentence_finds_what_it_is_about(list_page: Page) -> None:
    list_page.get_by_role("searchbox").fill("I need a lawyer, please")
    assert shown(list_page) == {"open-door-immigration", "open-door-justice"}


def test_a_word_is_not_found_inside_another(list_page: Page) -> None:
    list_page.get_by_role("searchbox").fill("rape")  # “therapist” has these letters
    assert shown(list_page) == {"seaport-centre"}


def test_the_count_is_said_once_after_a_pause(list_page: Page) -> None:
    said = list_page.locator("#f-said")
    list_page.evaluate("""() => {
        window.said = [];
        new MutationObserver(() => window.said.push(document.getElementById("f-said").textContent))
            .observe(document.getElementById("f-said"), {childList: true});
    }""")
    list_page.get_by_role("searchbox").press_sequentially("rehab")
    expect(said).to_have_text("2 services shown")
    assert list_page.evaluate("window.said") == ["2 services shown"]


def test_a_day_that_is_different_counts_for_open_now(chromium: Browser, address: str) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.clock.install(time="2026-12-25T10:00:00Z")  # a Friday, on which the clinic is closed
    page.goto(f"{address}/services/")
    page.get_by_label("Open now").check()
    assert "riverbend-clinic" not in shown(page)
    assert "northtown-safe-house" in shown(page)
    context.close()


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The example site with rooms that are open past midnight, but for a night."""
    folder = tmp_path_factory.mktemp("nights")
    shutil.copytree(ROOT / "content", folder / "content")
    entry = folder / "content" / "catalogue" / "services" / "seaport-night-rooms.yaml"
    text = entry.read_text(encoding="utf-8")
    changed = "20:00-02:00\n  closed: [2026-12-25]\n  changes: {2026-12-31: 20:00-05:00}"
    entry.write_text(text.replace("16:00-24:00", changed), encoding="utf-8")
    build(folder / "content", folder / "output", today=TODAY)
    with served(folder / "output") as address:
        yield address


@pytest.mark.parametrize(
    ("time", "is_open"),
    [
        ("2026-12-25T01:00:00Z", True),  # since the evening before
        ("2026-12-25T21:00:00Z", False),
        ("2026-12-26T01:00:00Z", False),  # it was closed the evening before
        ("2026-12-26T21:00:00Z", True),
        ("2027-01-01T04:00:00Z", True),  # the night of a day that is different
        ("2027-01-02T04:00:00Z", False),
        ("2026-12-28T01:00:00Z", True),  # from Sunday to Monday
        ("2026-12-28T03:00:00Z", False),
    ],
)
def test_what_opened_the_evening_before_counts_for_open_now(
    page: Page, nights: str, time: str, is_open: bool
) -> None:
    page.clock.install(time=time)
    page.goto(f"{nights}/services/")
    page.get_by_label("Open now").check()
    assert ("seaport-night-rooms" in shown(page)) is is_open


def test_the_lists_of_kinds_and_places_make_room_for_what_is_found(list_page: Page) -> None:
    lists = list_page.get_by_role("heading", name="By place")
    expect(lists).to_be_visible()
    list_page.get_by_role("searchbox").fill("rehab")
    expect(lists).to_be_hidden()
    list_page.get_by_role("button", name="Clear the filter").click()
    expect(lists).to_be_visible()


def test_filtering_asks_for_nothing_and_keeps_nothing(list_page: Page) -> None:
    requests: list[str] = []
    list_page.on("request", lambda request: requests.append(request.url))
    before = list_page.evaluate("[location.href, history.length]")
    list_page.get_by_role("searchbox").press_sequentially("forensic")
    list_page.keyboard.press("Enter")
    assert shown(list_page) == {"seaport-centre"}
    assert list_page.evaluate("[location.href, history.length]") == before
    kept = "[localStorage.length, sessionStorage.length, document.cookie]"
    assert list_page.evaluate(kept) == [0, 0, ""]
    assert [url for url in requests if not url.endswith("/theme/icon.svg")] == []


def _narrow(page: Page) -> None:
    page.get_by_role("searchbox").fill("rehab")
    page.get_by_text("More choices").click()
    page.get_by_label("Phone call").check()
    page.get_by_label("Language", exact=True).select_option(label="English")


def _is_empty(page: Page) -> None:
    expect(page.get_by_role("searchbox")).to_have_value("")
    assert (
        page.locator(
            "#filter :checked:not(option), #filter option:checked[value]:not([value=''])"
        ).count()
        == 0
    )
    assert len(shown(page)) == 13


def test_coming_back_finds_the_filter_empty(list_page: Page, address: str) -> None:
    _narrow(list_page)
    list_page.goto(f"{address}/services/meadow-drop-in/")
    list_page.go_back()
    _is_empty(list_page)


def test_loading_again_finds_the_filter_empty(list_page: Page) -> None:
    _narrow(list_page)
    list_page.reload()
    _is_empty(list_page)


def test_a_page_kept_for_the_way_back_is_kept_empty(list_page: Page) -> None:
    """The back-forward cache keeps the page as ``pagehide`` left it."""
    _narrow(list_page)
    kept = list_page.evaluate("""() => {
        dispatchEvent(new PageTransitionEvent("pagehide", {persisted: true}));
        return [...document.querySelectorAll("#filter input, #filter select")]
            .filter(field => field.type === "checkbox" ? field.checked : field.value).length;
    }""")
    assert kept == 0


def test_it_works_by_keyboard_alone(list_page: Page) -> None:
    list_page.get_by_role("searchbox").focus()
    list_page.keyboard.type("lawyers")
    assert shown(list_page) == {"open-door-immigration", "open-door-justice"}
    for key in ("Tab", "Tab", "Enter", "Tab", "Space"):
        list_page.keyboard.press(key)
    assert list_page.locator("fieldset :checked").count() == 1
    assert shown(list_page) == set()
    list_page.keyboard.press("Space")
    assert shown(list_page) == {"open-door-immigration", "open-door-justice"}


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
