# SPDX-License-Identifier: AGPL-3.0-or-later
"""S1 to S16 of the quick exit: the control, the moment of leaving, and the wait."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from havenpress.quick_exit import check_page
from playwright.sync_api import Browser, BrowserContext, Page, expect

from .conftest import Visit, address
from .servers import Server
from .sites import DESTINATION, Site, write_site
from .test_coming_back import assert_covered, without_navigation

CONTROL = "[data-quick-exit]"
STATE = """() => ({
  text: document.documentElement.innerText.trim(),
  title: document.title,
  icons: [...document.querySelectorAll('link[rel~=icon]')].map(icon => icon.getAttribute('href')),
  body: document.body.innerHTML,
})"""
NODES = "[...document.querySelectorAll('*')].map(element => element.localName)"
EMPTY = ["html", "head", "title", "link", "meta", "body"]
BLANK = {"text": "", "title": "New tab", "icons": ["data:,"]}


def is_blank(tab: Page) -> bool:
    state = tab.evaluate(STATE)
    return {name: state[name] for name in BLANK} == BLANK


def test_s1_every_page_has_one_visible_control_in_a_landmark(site: Site, visit: Visit) -> None:
    tab = visit(1)
    expect(tab.locator(CONTROL)).to_have_count(1)
    expect(tab.locator(CONTROL)).to_be_visible()
    name = site.settings.texts_for()["label"]
    expect(tab.get_by_role("region", name=name).locator(CONTROL)).to_have_count(1)
    rules = {"exit-link", "exit-order", "exit-script", "exit-dialog"}
    for path in site.pages:
        found = check_page(site.file(path).read_bytes(), path, site.settings)
        assert [finding for finding in found if finding.rule in rules] == []


def test_s2_the_control_is_the_second_tab_stop(visit: Visit) -> None:
    tab = visit(1)
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.getAttribute('href')").startswith("#")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.matches('[data-quick-exit]')")


def without_policy(site: Site, host: Server) -> None:
    """Serve the first page as a theme that forgot the referrer policy would have it."""
    path = site.pages[0]
    html = host.pages.get(path) or site.file(path).read_text(encoding="utf-8")
    host.pages[path] = re.sub("<meta name=.?referrer[^>]*>", "", html)


def test_s3_without_javascript_a_click_leaves_and_says_nothing(
    browser: Browser, site: Site, host: Server, away: Server
) -> None:
    context = browser.new_context(java_script_enabled=False, ignore_https_errors=True)
    tab = context.new_page()
    without_policy(site, host)
    tab.goto(address(host, site.pages[0]))
    tab.click(CONTROL)
    tab.wait_for_url(DESTINATION)
    assert [request.referer for request in away.asked()] == [None]
    context.close()


def test_s3_where_a_theme_opens_links_in_new_tabs_the_exit_leaves_this_one(
    browser: Browser, tmp_path: Path, host: Server, away: Server
) -> None:
    host.root = write_site(tmp_path, head='<base target="_blank">').root
    host.pages.clear()
    context = browser.new_context(java_script_enabled=False, ignore_https_errors=True)
    tab = context.new_page()
    tab.goto(address(host, "/1.html"))
    tab.click(CONTROL)
    tab.wait_for_url(DESTINATION, timeout=8_000)
    assert len(context.pages) == 1
    context.close()


def test_s4_without_javascript_back_returns_and_no_key_is_promised(
    browser: Browser, site: Site, host: Server, away: Server
) -> None:
    context = browser.new_context(java_script_enabled=False, ignore_https_errors=True)
    tab = context.new_page()
    tab.goto(address(host, site.pages[0]))
    expect(tab.locator("[data-keys]")).to_be_hidden()
    tab.click(CONTROL)
    tab.wait_for_url(DESTINATION)
    tab.go_back(wait_until="commit")
    assert tab.title() == site.titles[site.pages[0]]
    context.close()


def test_s5_the_role_is_link_and_the_name_is_what_is_seen(site: Site, visit: Visit) -> None:
    tab = visit(1)
    name = site.settings.texts_for()["label"]
    expect(tab.get_by_role("link", name=name, exact=True)).to_have_count(1)
    assert tab.locator(CONTROL).inner_text().strip() == name


WAYS: dict[str, Callable[[Page], None]] = {
    "click": lambda tab: tab.click(CONTROL),
    "tap": lambda tab: tab.tap(CONTROL),
    "enter": lambda tab: tab.locator(CONTROL).press("Enter"),
    "middle click": lambda tab: tab.click(CONTROL, button="middle"),
    "control click": lambda tab: tab.click(CONTROL, modifiers=["Control"]),
    "shift click": lambda tab: tab.click(CONTROL, modifiers=["Shift"]),
}


@pytest.mark.parametrize("way", WAYS)
def test_s6_every_way_to_follow_a_link_leaves_in_this_tab(
    way: str, visit: Visit, away: Server
) -> None:
    tab = visit(1)
    WAYS[way](tab)
    tab.wait_for_url(DESTINATION)
    assert len(tab.context.pages) == 1


def test_s6_a_right_click_does_not_leave(visit: Visit, away: Server) -> None:
    tab = visit(1)
    tab.click(CONTROL, button="right")
    assert not is_blank(tab)
    assert away.asked() == []


def test_s7_the_page_is_gone_before_the_click_is_over(visit: Visit, away: Server) -> None:
    tab = visit(1)
    with away.hold():
        state = tab.evaluate(
            f"() => {{ document.querySelector('{CONTROL}').click(); return ({STATE})(); }}"
        )
        assert {name: state[name] for name in BLANK} == BLANK
        assert state["body"] == ""


def test_s7_what_was_hidden_is_taken_down_right_after(visit: Visit, away: Server) -> None:
    tab = visit(1)
    with away.hold():
        nodes = tab.evaluate(f"""async () => {{
          document.querySelector('{CONTROL}').click();
          await new Promise(done => setTimeout(done, 150));
          return {NODES};
        }}""")
    assert nodes == EMPTY


def test_s7_a_browser_that_cannot_hide_a_page_takes_it_down_at_once(
    site: Site, host: Server, visit: Visit, away: Server
) -> None:
    html = site.file(site.pages[0]).read_text(encoding="utf-8")
    # A value that this browser does not know, as others do not know the property.
    unknown = html.replace("content-visibility:hidden", "content-visibility:unknown")
    host.pages[site.pages[0]] = unknown
    tab = visit(1)
    with away.hold():
        nodes = tab.evaluate(
            f"() => {{ document.querySelector('{CONTROL}').click(); return {NODES}; }}"
        )
    assert unknown != html
    assert nodes == EMPTY


def test_s9_the_page_gives_its_place_in_the_history_to_the_destination(
    visit: Visit, away: Server, leave: Callable[[Page], None]
) -> None:
    tab = visit(3)
    before = tab.evaluate("history.length")
    leave(tab)
    assert tab.evaluate("history.length") == before


@pytest.mark.parametrize("way", ["click", "middle click"])
def test_s10_the_destination_is_not_told_where_the_reader_was(
    way: str, site: Site, host: Server, visit: Visit, away: Server
) -> None:
    without_policy(site, host)
    tab = visit(1)
    WAYS[way](tab)
    tab.wait_for_url(DESTINATION)
    assert [request.referer for request in away.asked()] == [None]


def test_s11_what_plays_falls_silent(visit: Visit, away: Server) -> None:
    tab = visit(1)
    with away.hold():
        silent = tab.evaluate(
            f"""async () => {{
              const sound = document.body.appendChild(document.createElement('audio'));
              sound.loop = true;
              sound.src = URL.createObjectURL(new Blob([{_WAVE}], {{type: 'audio/wav'}}));
              sound.muted = true;
              await sound.play();
              let cancelled = 0;
              speechSynthesis.cancel = () => {{ cancelled++; }};
              document.querySelector('{CONTROL}').click();
              return [sound.paused, cancelled];
            }}"""
        )
    assert silent == [True, 1]


# A second of silence: a RIFF header and 8,000 bytes of the middle value.
_WAVE = (
    "new Uint8Array([82,73,70,70,100,31,0,0,87,65,86,69,102,109,116,32,16,0,0,0,1,0,1,0,"
    "64,31,0,0,64,31,0,0,1,0,8,0,100,97,116,97,64,31,0,0]), new Uint8Array(8000).fill(128)"
)

BREAKAGES = {
    "channel": "BroadcastChannel.prototype.postMessage = () => { throw new Error('broken'); }",
    "pause": "HTMLMediaElement.prototype.pause = () => { throw new Error('broken'); };"
    "document.body.append(document.createElement('audio'))",
    "speech": "speechSynthesis.cancel = () => { throw new Error('broken'); }",
    "blank": "document.documentElement.replaceChildren = () => { throw new Error('broken'); }",
    "stop": "window.stop = () => { throw new Error('broken'); }",
    "activation": "Object.defineProperty(navigation, 'activation', {get() { throw Error('x'); }})",
}


@pytest.mark.parametrize("breakage", BREAKAGES)
def test_s12_whatever_breaks_the_page_is_left(breakage: str, visit: Visit, away: Server) -> None:
    tab = visit(1)
    before = tab.evaluate("history.length")
    tab.evaluate(f"() => {{ {BREAKAGES[breakage]}; }}")
    tab.click(CONTROL)
    tab.wait_for_url(DESTINATION)
    assert tab.evaluate("history.length") == before


def test_s12_nobody_asks_whether_to_leave(visit: Visit, away: Server) -> None:
    tab = visit(1)
    ask = "event => { event.preventDefault(); return 'Leave?'; }"
    tab.evaluate(f"() => {{ onbeforeunload = {ask}; addEventListener('beforeunload', {ask}); }}")
    asked: list[str] = []
    tab.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    tab.keyboard.press("a")
    tab.click(CONTROL)
    tab.wait_for_url(DESTINATION)
    assert asked == []


def test_s13_leaving_asks_for_nothing_but_the_destination(visit: Visit, away: Server) -> None:
    tab = visit(1)
    tab.wait_for_load_state("networkidle")
    requests: list[str] = []
    tab.context.on("request", lambda request: requests.append(request.url))
    timers = "window.setTimeout = window.setInterval = () => { throw new Error('a timer'); }"
    tab.evaluate(f"() => {{ {timers}; }}")
    tab.click(CONTROL)
    tab.wait_for_url(DESTINATION)
    assert requests == [DESTINATION]
    assert len(tab.context.pages) == 1


def test_s14_esc_does_not_reach_the_browser_while_leaving(visit: Visit, away: Server) -> None:
    tab = visit(1)
    with away.hold():
        prevented = tab.evaluate(
            f"""() => {{
              const press = () => !document.documentElement.dispatchEvent(new KeyboardEvent(
                'keydown', {{key: 'Escape', bubbles: true, cancelable: true}}));
              const before = press();
              document.querySelector('{CONTROL}').click();
              return [before, press()];
            }}"""
        )
    assert prevented == [False, True]


AGAIN: dict[str, Callable[[Page], None]] = {
    "click": lambda tab: tab.mouse.click(100, 100),
    "right half": lambda tab: tab.mouse.click(1_000, 600),
    "key": lambda tab: tab.keyboard.press("a"),
    "tap": lambda tab: tab.touchscreen.tap(100, 100),
}


@pytest.mark.parametrize("way", AGAIN)
@pytest.mark.parametrize("stops", [1, 3])
def test_s15_after_a_stop_the_page_stays_blank_and_a_click_or_key_leaves_again(
    way: str, stops: int, visit: Visit, away: Server
) -> None:
    """The very next one does, however soon it comes and however often somebody stops it."""
    tab = visit(1)
    session = tab.context.new_cdp_session(tab)
    with away.hold():
        tab.click(CONTROL, no_wait_after=True)
        for stop in range(stops):
            away.wait_for(count=stop + 1)
            session.send("Page.stopLoading")
            assert is_blank(tab)
            AGAIN[way](tab)
        away.wait_for(count=stops + 1)
    tab.wait_for_url(DESTINATION)


def test_s15_back_or_reload_during_the_wait_shows_nothing_of_the_site(
    visit: Visit, site: Site, host: Server, away: Server
) -> None:
    tab = visit(2)
    session = tab.context.new_cdp_session(tab)
    with away.hold():
        tab.click(CONTROL, no_wait_after=True)
        away.wait_for(count=1)
        session.send("Page.stopLoading")
        tab.reload()
        assert_covered(tab)
        tab.click("#quick-exit-cover button")
        tab.click(CONTROL, no_wait_after=True)
        away.wait_for(count=2)
        history = session.send("Page.getNavigationHistory")
        before = history["entries"][history["currentIndex"] - 1]
        session.send("Page.navigateToHistoryEntry", {"entryId": before["id"]})
        tab.wait_for_url(address(host, site.pages[0]), wait_until="commit")
        assert_covered(tab)


def test_s15_tapping_on_and_on_does_not_keep_a_slow_destination_away(
    visit: Visit, away: Server
) -> None:
    """Each try waits twice as long as the one before: a dozen would be a quarter of an hour."""
    tab = visit(1)
    tries: list[str] = []
    tab.on("console", lambda message: tries.append(message.text))
    tab.evaluate("navigation.addEventListener('navigate', () => console.log('a try'))")
    with away.hold():
        tab.click(CONTROL, no_wait_after=True)
        away.wait_for(count=1)
        for _ in range(30):
            tab.mouse.click(100, 100)
    tab.wait_for_url(DESTINATION)
    assert 1 <= len(tries) < 12


def test_s15_without_the_navigation_api_the_first_click_after_a_stop_leaves(
    context: BrowserContext, visit: Visit, away: Server
) -> None:
    without_navigation(context)
    tab = visit(1)
    with away.hold():
        tab.click(CONTROL, no_wait_after=True)
        away.wait_for(count=1)
        tab.context.new_cdp_session(tab).send("Page.stopLoading")
        time.sleep(0.15)  # before the page is taken down, Chromium lost 1 click of 25
        tab.mouse.click(100, 100)
        away.wait_for(count=2)
    tab.wait_for_url(DESTINATION)


def test_s15_a_page_that_is_still_arriving_grows_no_new_body(
    tab: Page, tmp_path: Path, host: Server, elsewhere: Server, away: Server
) -> None:
    elsewhere.pages["/slow.js"] = "0"
    slow = f'<script src="http://localhost:{elsewhere.port}/slow.js"></script>'
    host.pages.clear()
    host.root = write_site(tmp_path, head=slow).root
    over: list[str] = []
    for event in ("requestfinished", "requestfailed"):
        tab.on(event, lambda request: over.append(request.url))
    with away.hold():
        with elsewhere.hold():
            tab.goto(address(host, "/1.html"), wait_until="commit")
            elsewhere.wait_for("/slow.js")  # which is asked for before the parser has come to it
            tab.wait_for_selector("script[src]", state="attached")
            for _ in range(3):
                tab.keyboard.press("Shift")
            away.wait_for(count=1)
        while not any(url.endswith("/slow.js") for url in over):
            tab.wait_for_timeout(20)
        tab.wait_for_timeout(500)  # for the parser, which would go on where the script was
        session = tab.context.new_cdp_session(tab)
        session.send("Page.stopLoading")
        assert is_blank(tab)


def test_s16_where_the_destination_is_unreachable_nothing_of_the_site_shows(
    browser: Browser, site: Site, host: Server
) -> None:
    context = browser.new_context(ignore_https_errors=True)
    tab = context.new_page()
    tab.goto(address(host, site.pages[0]))
    context.set_offline(True)
    with tab.expect_event("requestfailed"):
        tab.click(CONTROL, no_wait_after=True)
    expect(tab.locator("#main-frame-error")).to_have_count(1)
    assert tab.evaluate("location.protocol") == "chrome-error:"
    assert site.titles[site.pages[0]] not in tab.content()
    context.close()
