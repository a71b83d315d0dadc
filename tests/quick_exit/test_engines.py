# SPDX-License-Identifier: AGPL-3.0-or-later
"""The statements in Firefox and in WebKitGTK, which has no Navigation API.

Needs firefox-esr, webkit2gtk-driver and Xvfb.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import NO_ICON
from .drivers import Driver, firefox, webkit
from .servers import Server, serve
from .sites import settings, write_site
from .test_headed import screen

__all__ = ["screen"]

pytestmark = pytest.mark.full
CONTROL = "[data-quick-exit]"
BUTTON = "#quick-exit-cover button"
SEEN = f"""[
  !!document.querySelector('{BUTTON}'),
  getComputedStyle(document.body).visibility,
  document.body.innerText.trim().length > 0,
  document.title,
]"""
COVERED = [True, "hidden", False, "New tab"]


@pytest.fixture(scope="module", params=["firefox-esr", "WebKitWebDriver"])
def driver(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, screen: str
) -> Iterator[Driver]:
    """A browser with a new profile."""
    if not shutil.which(request.param):
        message = f"not installed: {request.param}"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    is_firefox = request.param.startswith("firefox")
    with firefox(tmp_path_factory.mktemp("f")) if is_firefox else webkit(screen) as found:
        yield found


class Visit:
    """A reader on the site, and the servers around them."""

    def __init__(self, driver: Driver, site: Server, away: Server) -> None:
        self.driver, self.site, self.away = driver, site, away
        self.destination = f"http://localhost:{away.port}/"
        self.search = f"http://localhost:{away.port}/search"

    def page(self, number: int) -> str:
        return f"http://127.0.0.1:{self.site.port}/{number}.html"

    def read(self, pages: int) -> None:
        """Come from the search and follow links as far as a page."""
        self.driver.go(self.search)
        self.driver.click("a")
        self.driver.until(self.page(1))
        for number in range(2, pages + 1):
            self.driver.click(f"li:nth-child({number}) a")
            self.driver.until(self.page(number))

    def leave(self) -> None:
        self.driver.click(CONTROL)
        self.driver.until(self.destination)

    def back(self, url: str) -> None:
        self.driver.back()
        self.driver.until(url)

    def is_covered(self) -> bool:
        return self.driver.run(SEEN) == COVERED

    def is_open(self) -> bool:
        return self.driver.run(SEEN)[:3] == [False, "visible", True]


def colours(driver: Driver) -> int:
    """Return the number of colours that the window shows."""
    shown = driver.picture()
    return len(shown.getcolors(shown.width * shown.height) or ())


@pytest.fixture
def visit(driver: Driver, tmp_path: Path) -> Iterator[Visit]:
    """A site of three pages, its destination and a search, in a tab that has seen neither."""
    home = f"<!doctype html>{NO_ICON}<title>Weather</title><p>Mild."
    with serve(Server(pages={"/": home, "/out": home})) as away, serve(Server(tmp_path)) as site:
        given = settings(destination=f"http://localhost:{away.port}/")
        write_site(tmp_path, given)
        for path in tmp_path.glob("*.html"):
            out = path.read_text().replace('"OUT"', f'"http://localhost:{away.port}/out"')
            path.write_text(out)
        visit = Visit(driver, site, away)
        away.pages["/search"] = f'<!doctype html>{NO_ICON}<a href="{visit.page(1)}">Go</a>'
        yield visit


def test_s6_a_click_leaves(visit: Visit) -> None:
    visit.read(1)
    visit.leave()


def test_s7_the_page_is_gone_before_the_click_is_over(visit: Visit) -> None:
    visit.read(1)
    gone = visit.driver.run(
        f"""(() => {{ document.querySelector('{CONTROL}').click();
        return [document.body.innerHTML, document.documentElement.innerText.trim(), document.title];
        }})()"""
    )
    assert gone == ["", "", "New tab"]
    visit.driver.until(visit.destination)


def test_s8_until_it_is_taken_down_nothing_of_the_page_is_seen(visit: Visit) -> None:
    visit.read(1)
    visit.away.pages["/"] = ""  # an answer without a page, with which the browser stays
    dialog = "document.body.appendChild(document.createElement('dialog'))"
    visit.driver.run(f"({dialog}.showModal(), window.setTimeout = () => {{}}, 1)")
    visit.driver.wait(lambda: colours(visit.driver) > 1, "the page")
    visit.driver.run(f"document.querySelector('{CONTROL}').click()")
    visit.away.wait_for()
    visit.driver.wait(lambda: colours(visit.driver) == 1, "the blank page")
    assert visit.driver.run("document.querySelectorAll('dialog').length") == 1


def test_s9_the_page_gives_up_its_place_in_the_history(visit: Visit) -> None:
    visit.read(2)
    before = visit.driver.run("history.length")
    visit.leave()
    assert visit.driver.run("history.length") == before


def test_s10_the_destination_is_not_told_where_the_reader_was(visit: Visit) -> None:
    visit.read(1)
    visit.leave()
    assert [request.referer for request in visit.away.asked()] == [None]


def test_s18_earlier_pages_are_covered(visit: Visit) -> None:
    visit.read(3)
    visit.leave()
    for number in (2, 1):
        visit.back(visit.page(number))
        visit.driver.wait(visit.is_covered, "the cover")


def test_s19_one_action_shows_the_page(visit: Visit) -> None:
    visit.read(3)
    visit.leave()
    visit.back(visit.page(2))
    visit.driver.wait(visit.is_covered, "the cover")
    visit.driver.click(BUTTON)
    visit.driver.wait(visit.is_open, "the page")
    assert visit.driver.run("document.title") == "Leaving an abuser 2"
    visit.back(visit.page(1))
    visit.driver.wait(visit.is_open, "the page")


def test_s20_back_within_the_site_covers_nothing(visit: Visit) -> None:
    visit.read(2)
    visit.back(visit.page(1))
    visit.driver.wait(visit.is_open, "the page")


def test_s20_back_from_a_link_out_covers_nothing(visit: Visit) -> None:
    visit.read(2)
    visit.driver.start("document.querySelector('#out').click()")
    visit.driver.until(f"{visit.destination}out")
    visit.back(visit.page(2))
    visit.driver.wait(visit.is_open, "the page")


def test_s21_an_address_typed_and_back_is_covered(visit: Visit) -> None:
    if not visit.driver.run("!!window.navigation"):
        pytest.skip("this engine does not tell how a page was entered (docs/quick-exit.md)")
    visit.read(2)
    visit.driver.go(f"{visit.destination}out")
    visit.back(visit.page(2))
    visit.driver.wait(visit.is_covered, "the cover")


def test_s23_nothing_is_stored_but_one_flag_where_there_is_no_other_way(visit: Visit) -> None:
    visit.read(2)
    stored = "[document.cookie, localStorage.length, sessionStorage.length]"
    assert visit.driver.run(stored) == ["", 0, 0]
    visit.leave()
    visit.back(visit.page(1))
    visit.driver.wait(visit.is_covered, "the cover")
    flags = 0 if visit.driver.run("!!window.navigation") else 1
    assert visit.driver.run(stored) == ["", 0, flags]
    visit.driver.click(BUTTON)
    visit.driver.wait(visit.is_open, "the page")
    assert visit.driver.run(stored) == ["", 0, 0]


def test_s24_three_presses_of_shift_leave(visit: Visit) -> None:
    visit.read(1)
    visit.driver.press("Shift", "Shift", "Shift")
    visit.driver.until(visit.destination)


def test_s25_typing_capitals_never_counts(visit: Visit) -> None:
    visit.read(1)
    visit.driver.press("Shift", "a", "Shift", "b", "Shift", "c")
    assert visit.driver.url == visit.page(1)


def test_s17_other_tabs_leave_as_well(visit: Visit) -> None:
    visit.read(1)
    driver = visit.driver
    first = driver.wire.send("handles", {})[0]
    second = driver.wire.send("new", {"type": "tab"})["handle"]
    driver.wire.send("switch", {"handle": second})
    driver.go(visit.page(2))
    visit.leave()
    driver.wire.send("switch", {"handle": first})
    driver.until(visit.destination)
