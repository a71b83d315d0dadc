# SPDX-License-Identifier: AGPL-3.0-or-later
"""S17 to S23 of the quick exit: other tabs, Back, reopened tabs, and what is stored."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .conftest import Visit, address, follow
from .servers import Server
from .sites import DESTINATION, Site

Leave = Callable[[Page], None]

CONTROL = "[data-quick-exit]"
SHOW = "#quick-exit-cover button"
SEEN = """() => ({
  gate: !!document.querySelector('#quick-exit-cover button'),
  shows: getComputedStyle(document.body).visibility == 'visible',
  text: document.body.innerText.trim().length > 0,
  title: document.title,
  icons: [...document.querySelectorAll('head>[rel~=icon]')].map(icon => icon.getAttribute('href')),
})"""
EITHER_WAY = pytest.mark.parametrize("browser", ["keeps pages", "loads again"], indirect=True)
COVERED = {"gate": True, "shows": False, "text": False, "title": "New tab", "icons": ["data:,"]}


def back(tab: Page, url: str) -> None:
    """Go one step back, as the key does, whether or not the page was kept in memory."""
    go(tab, -1, url)


def go(tab: Page, steps: int, url: str) -> None:
    tab.evaluate(f"() => {{ setTimeout(() => history.go({steps})); }}")
    tab.wait_for_url(url, wait_until="commit")


def assert_covered(tab: Page) -> None:
    expect(tab.locator(SHOW)).to_be_visible()
    assert tab.evaluate(SEEN) == COVERED


def assert_open(tab: Page, title: str) -> None:
    tab.wait_for_function("document.documentElement.dataset.exit == 'on' && document.body")
    expect(tab.locator("body")).not_to_be_empty()
    seen = tab.evaluate(SEEN)
    assert (seen["gate"], seen["shows"], seen["title"]) == (False, True, title)


def test_s17_all_other_tabs_leave_as_well(
    context: BrowserContext, visit: Visit, site: Site, host: Server, away: Server
) -> None:
    tab = visit(1)
    others = [context.new_page() for _ in range(4)]
    for number, other in enumerate(others):
        other.goto(address(host, f"{site.pages[1]}?{number}"))
    tab.click(CONTROL)
    for each in (tab, *others):
        each.wait_for_url(DESTINATION)


def test_s17_other_tabs_are_blank_within_half_a_second(
    context: BrowserContext, visit: Visit, site: Site, host: Server, away: Server
) -> None:
    tab, other = visit(1), context.new_page()
    times: list[float] = []
    context.expose_function("report", lambda time: times.append(time))  # noqa: PLW0108 - a name it needs
    tab.reload()
    tab.evaluate("document.querySelector('a[data-quick-exit]').href = location.href")
    other.goto(address(host, site.pages[1]))
    watch = "new MutationObserver(() => report(Date.now())).observe(document, {childList: true, subtree: true})"
    other.evaluate(f"() => {{ {watch}; }}")
    tab.evaluate(f"() => {{ report(Date.now()); document.querySelector('{CONTROL}').click(); }}")
    other.wait_for_url(DESTINATION)
    assert len(times) >= 2
    assert times[1] - times[0] < 500


@EITHER_WAY
def test_s18_back_to_earlier_pages_finds_them_covered(
    visit: Visit, site: Site, host: Server, away: Server, leave: Leave
) -> None:
    tab = visit(3)
    leave(tab)
    for path in (site.pages[1], site.pages[0]):
        back(tab, address(host, path))
        assert_covered(tab)


def test_s18_forward_and_reload_do_not_uncover(
    visit: Visit, site: Site, host: Server, away: Server, leave: Leave
) -> None:
    tab = visit(3)
    leave(tab)
    back(tab, address(host, site.pages[1]))
    assert_covered(tab)
    tab.reload()
    assert_covered(tab)
    back(tab, address(host, site.pages[0]))
    assert_covered(tab)
    go(tab, 1, address(host, site.pages[1]))
    assert_covered(tab)


def test_s18_nothing_is_painted_before_the_cover(
    visit: Visit, site: Site, host: Server, away: Server, leave: Leave
) -> None:
    """The cover is there before the body is, and so before anything can be painted."""
    tab = visit(2)
    tab.context.add_init_script(
        """new MutationObserver((_, watch) => {
          if (!document.body) return;
          watch.disconnect();
          window.first = [getComputedStyle(document.body).visibility, document.title];
        }).observe(document, {childList: true, subtree: true});"""
    )
    leave(tab)
    back(tab, address(host, site.pages[0]))
    assert_covered(tab)
    first = tab.evaluate("window.first")
    assert first in (None, ["hidden", "New tab"])  # None: kept in memory, covered at pagehide


@EITHER_WAY
@pytest.mark.parametrize("shown", [False, True])
def test_s18_steps_inside_a_page_are_steps_as_well(
    shown: bool, visit: Visit, site: Site, host: Server, away: Server, leave: Leave
) -> None:
    """A skip link makes an entry of the same page; it neither uncovers the next one nor covers it."""
    tab = visit(2)
    first, second = (address(host, path) for path in site.pages[:2])
    for name in ("one", "two"):
        tab.evaluate(f"location.hash = '{name}'")
    follow(tab, site.pages[2])
    tab.wait_for_url(address(host, site.pages[2]))
    leave(tab)
    back(tab, f"{second}#two")
    assert_covered(tab)
    back(tab, f"{second}#one")
    assert_covered(tab)
    if shown:
        tab.click(SHOW)
    back(tab, second)
    back(tab, first)
    if shown:
        assert_open(tab, site.titles[site.pages[0]])
    else:
        assert_covered(tab)


@EITHER_WAY
@pytest.mark.parametrize("way", ["click", "keyboard"])
def test_s19_one_action_shows_the_page_again(
    way: str, visit: Visit, site: Site, host: Server, away: Server, leave: Leave
) -> None:
    tab = visit(3)
    leave(tab)
    back(tab, address(host, site.pages[1]))
    assert_covered(tab)
    if way == "click":
        tab.click(SHOW)
    else:
        tab.keyboard.press("Tab")
        tab.keyboard.press("Enter")
    assert_open(tab, site.titles[site.pages[1]])
    back(tab, address(host, site.pages[0]))
    assert_open(tab, site.titles[site.pages[0]])


def test_s19_no_script_of_a_theme_keeps_the_page_covered(
    visit: Visit, site: Site, host: Server, away: Server, leave: Leave
) -> None:
    tab = visit(2)
    leave(tab)
    back(tab, address(host, site.pages[0]))
    assert_covered(tab)
    tab.evaluate("document.addEventListener('click', event => event.stopPropagation(), true)")
    tab.click(SHOW)
    assert_open(tab, site.titles[site.pages[0]])


def test_s19_the_icon_comes_back_as_well(
    visit: Visit, site: Site, host: Server, away: Server, leave: Leave
) -> None:
    tab = visit(2)
    before = tab.evaluate(SEEN)["icons"]
    leave(tab)
    back(tab, address(host, site.pages[0]))
    assert_covered(tab)
    tab.click(SHOW)
    assert tab.evaluate(SEEN)["icons"] == before


def test_s19_the_exit_still_works_on_a_page_shown_again(
    visit: Visit, site: Site, host: Server, away: Server, leave: Leave
) -> None:
    tab = visit(3)
    leave(tab)
    back(tab, address(host, site.pages[1]))
    tab.click(SHOW)
    leave(tab)
    back(tab, address(host, site.pages[0]))
    assert_covered(tab)


@EITHER_WAY
def test_s20_back_within_the_site_covers_nothing(visit: Visit, site: Site, host: Server) -> None:
    tab = visit(3)
    back(tab, address(host, site.pages[1]))
    assert_open(tab, site.titles[site.pages[1]])
    back(tab, address(host, site.pages[0]))
    assert_open(tab, site.titles[site.pages[0]])
    tab.reload()
    assert_open(tab, site.titles[site.pages[0]])


@EITHER_WAY
def test_s20_back_from_a_link_out_of_the_site_covers_nothing(
    visit: Visit, site: Site, host: Server, elsewhere: Server
) -> None:
    tab = visit(2)
    for _ in range(2):
        tab.click("#out")
        tab.wait_for_url(f"http://localhost:{elsewhere.port}/out")
        back(tab, address(host, site.pages[1]))
        assert_open(tab, site.titles[site.pages[1]])


def test_s20_a_link_out_counts_once(
    visit: Visit, site: Site, host: Server, elsewhere: Server
) -> None:
    tab = visit(2)
    tab.click("#out")
    tab.wait_for_url(f"http://localhost:{elsewhere.port}/out")
    back(tab, address(host, site.pages[1]))
    assert_open(tab, site.titles[site.pages[1]])
    tab.goto(f"http://localhost:{elsewhere.port}/out")
    back(tab, address(host, site.pages[1]))
    assert_covered(tab)


@EITHER_WAY
def test_s21_an_address_typed_and_back_is_covered(
    visit: Visit, site: Site, host: Server, elsewhere: Server
) -> None:
    tab = visit(2)
    tab.goto(f"http://localhost:{elsewhere.port}/out")
    back(tab, address(host, site.pages[1]))
    assert_covered(tab)


STORED = """async () => ({
  cookies: document.cookie,
  local: localStorage.length,
  session: sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  caches: isSecureContext ? (await caches.keys()).length : 0,
  workers: isSecureContext ? (await navigator.serviceWorker.getRegistrations()).length : 0,
})"""
NOTHING = {"cookies": "", "local": 0, "session": 0, "databases": 0, "caches": 0, "workers": 0}


def test_s23_nothing_is_stored(
    visit: Visit, site: Site, host: Server, away: Server, leave: Leave
) -> None:
    tab = visit(3)
    assert tab.evaluate(STORED) == NOTHING
    leave(tab)
    tab.goto(address(host, site.pages[0]))
    assert tab.evaluate(STORED) == NOTHING
    assert tab.context.cookies() == []
    assert tab.context.storage_state()["origins"] == []


def without_navigation(context: BrowserContext) -> None:
    """Take away what engines before the Navigation API do not have."""
    context.add_init_script("delete Window.prototype.navigation; delete window.navigation;")


def test_s18_engines_without_the_navigation_api_cover_too(
    context: BrowserContext, visit: Visit, site: Site, host: Server, away: Server, leave: Leave
) -> None:
    without_navigation(context)
    tab = visit(3)
    assert tab.evaluate("window.navigation === undefined")
    assert tab.evaluate("sessionStorage.length") == 0
    leave(tab)
    for path in (site.pages[1], site.pages[0]):
        back(tab, address(host, path))
        assert_covered(tab)
    tab.click(SHOW)
    assert_open(tab, site.titles[site.pages[0]])
    assert tab.evaluate("sessionStorage.length") == 0


def test_s20_engines_without_the_navigation_api_raise_no_false_alarm(
    context: BrowserContext, visit: Visit, site: Site, host: Server, elsewhere: Server
) -> None:
    without_navigation(context)
    tab = visit(2)
    back(tab, address(host, site.pages[0]))
    assert_open(tab, site.titles[site.pages[0]])
    tab.goto(f"http://localhost:{elsewhere.port}/out")
    back(tab, address(host, site.pages[0]))
    assert_open(tab, site.titles[site.pages[0]])
