# SPDX-License-Identifier: AGPL-3.0-or-later
"""S27 and S28 of the quick exit: always on the screen, on top, large enough, not printed."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from havenpress.quick_exit.sight import ask
from playwright.sync_api import Page, Playwright, expect

from .conftest import QUIET, address
from .servers import Server
from .sites import Site, page, settings, write_site

CONTROL = "[data-quick-exit]"
SIZES = [(320, 256), (320, 568), (375, 667), (1280, 800)]
# What lies on top at the centre and just inside the corners, where corners may be rounded.
ON_TOP = """control => {
  const {left, right, top, bottom} = control.getBoundingClientRect();
  const points = [[(left + right) / 2, (top + bottom) / 2]];
  for (const x of [left + 6, right - 6]) for (const y of [top + 6, bottom - 6]) points.push([x, y]);
  return points.every(([x, y]) => control.contains(document.elementFromPoint(x, y)));
}"""
SIGNS = "e => ['::before', '::after'].map(part => getComputedStyle(e, part).content)"
LINKS = "a[href], button, input, summary"
COVERED = """([link, control]) => {
  const one = link.getBoundingClientRect(), other = control.getBoundingClientRect();
  return one.left < other.right && other.left < one.right
    && one.top < other.bottom - 1 && other.top < one.bottom - 1;
}"""


@pytest.fixture
def wide_open(tab: Page, site: Site, host: Server) -> Page:
    """The first page, in a window that a test gives its size."""
    tab.goto(address(host, site.pages[0]))
    return tab


def box(tab: Page) -> dict[str, float]:
    found = tab.locator(CONTROL).bounding_box()
    assert found
    return dict(found)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_s27_the_control_is_on_screen_on_top_and_large_enough(
    size: tuple[int, int], wide_open: Page
) -> None:
    wide_open.set_viewport_size({"width": size[0], "height": size[1]})
    for where in ("0", "document.documentElement.scrollHeight"):
        wide_open.evaluate(f"scrollTo(0, {where})")
        expect(wide_open.locator(CONTROL)).to_be_in_viewport(ratio=1)
        assert wide_open.locator(CONTROL).evaluate(ON_TOP)
        assert box(wide_open)["height"] >= 44
        assert box(wide_open)["width"] >= 44


WIDTHS = (320, 375, 768, 800, 900, 1280)


@pytest.mark.parametrize("width", WIDTHS)
def test_s29_what_leaving_does_not_do_is_read_beside_the_control(
    width: int, wide_open: Page
) -> None:
    """At every width, from the first word to the link; nothing of it lies under the control."""
    wide_open.set_viewport_size({"width": width, "height": 800})
    words = wide_open.locator("#quick-exit p")
    expect(words.get_by_role("link")).to_be_in_viewport(ratio=1)
    assert ask(wide_open, "words") is None


def test_s29_signs_that_a_theme_puts_around_links_stay_out_of_the_exit(
    tmp_path: Path, tab: Page, host: Server
) -> None:
    """Such as the arrow of links that lead away, which would widen the control over the words."""
    sign = "content: ''; display: inline-block; width: 24px; height: 24px"
    write_site(tmp_path, head=f"<style>a::before, a[href^=http]::after {{ {sign} }}</style>")
    host.root = tmp_path
    host.pages.clear()
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 800})
        tab.goto(address(host, "/1.html"))
        assert ask(tab, "words") is None
        assert tab.locator(CONTROL).evaluate(SIGNS) == ["none", "none"]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_s27_nothing_overflows_sideways(size: tuple[int, int], wide_open: Page) -> None:
    wide_open.set_viewport_size({"width": size[0], "height": size[1]})
    width = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    with_us = wide_open.evaluate(width)
    wide_open.evaluate("document.querySelectorAll('[id^=quick-exit]').forEach(e => e.remove())")
    assert with_us <= wide_open.evaluate(width)


@pytest.mark.parametrize("size", [SIZES[0], SIZES[3]], ids=["320x256", "1280x800"])
def test_s27_no_link_that_tab_reaches_lies_under_the_control(
    size: tuple[int, int], wide_open: Page
) -> None:
    wide_open.set_viewport_size({"width": size[0], "height": size[1]})
    control = wide_open.query_selector(CONTROL)
    for key in ("Tab", "Shift+Tab"):
        for _ in range(wide_open.locator(LINKS).count()):
            wide_open.keyboard.press(key)
            focused = wide_open.evaluate_handle("document.activeElement")
            if focused.evaluate("(e, c) => e == c || e == document.body", control):
                continue
            # Some themes scroll smoothly, so that the link is on its way for a moment.
            wide_open.wait_for_function(f"pair => !({COVERED})(pair)", arg=[focused, control])


def test_s27_a_link_beneath_the_control_comes_out_when_tab_reaches_it(wide_open: Page) -> None:
    wide_open.set_viewport_size({"width": 320, "height": 256})
    wide_open.add_style_tag(content="main::after { content: ''; display: block; height: 100vh; }")
    links = wide_open.locator("main a[href]").element_handles()
    control = wide_open.query_selector(CONTROL)
    assert len(links) > 1
    for before, link in itertools.pairwise(links):
        before.evaluate("link => link.focus({preventScroll: true})")
        link.evaluate("link => scrollBy(0, link.getBoundingClientRect().top - 9)")
        assert wide_open.evaluate(COVERED, [link, control])
        wide_open.keyboard.press("Tab")
        assert link.evaluate("link => link == document.activeElement")
        wide_open.wait_for_function(f"pair => !({COVERED})(pair)", arg=[link, control])


def test_s27_at_twice_the_size_of_text_it_is_on_screen_and_covers_no_words(
    playwright: Playwright, chromium_path: Path, site: Site, host: Server
) -> None:
    large = "--blink-settings=defaultFontSize=32"
    browser = playwright.chromium.launch(executable_path=chromium_path, args=[*QUIET, large])
    tab = browser.new_page(viewport={"width": 320, "height": 568})
    tab.goto(address(host, site.pages[0]))
    expect(tab.locator(CONTROL)).to_have_css("font-size", "32px")
    expect(tab.locator(CONTROL)).to_be_in_viewport(ratio=1)
    assert tab.locator(CONTROL).evaluate(ON_TOP)
    assert tab.locator(CONTROL).evaluate("link => link.scrollWidth <= link.clientWidth")
    limits = tab.locator("#quick-exit p").bounding_box()
    assert limits
    assert limits["y"] >= box(tab)["height"] - 1
    browser.close()


def test_s27_a_label_of_several_lines_covers_no_text(
    tmp_path: Path, tab: Page, host: Server
) -> None:
    long = {"en": {"label": "Diese Internetseite sofort verlassen und wegklicken"}}
    given = settings(texts=long)
    write_site(tmp_path, given)
    host.root = tmp_path
    host.pages.clear()
    tab.set_viewport_size({"width": 320, "height": 568})
    tab.goto(address(host, "/1.html"))
    limits = tab.locator("#quick-exit p").bounding_box()
    assert limits
    assert box(tab)["height"] > 60
    assert limits["y"] >= box(tab)["height"] - 1


def test_s27_beside_a_notch_the_words_stay_clear_of_it(wide_open: Page) -> None:
    wide_open.set_viewport_size({"width": 375, "height": 667})
    session = wide_open.context.new_cdp_session(wide_open)
    before = box(wide_open)["height"]
    session.send("Emulation.setSafeAreaInsetsOverride", {"insets": {"top": 47, "topMax": 47}})
    wide_open.wait_for_function(
        f"document.querySelector('{CONTROL}').offsetHeight >= {before + 47 - 1}"
    )


def test_s27_in_a_right_to_left_page_the_control_is_on_the_left(
    tmp_path: Path, tab: Page, host: Server
) -> None:
    write_site(tmp_path, settings(language="ar"), lang="ar", extra=' dir="rtl"')
    host.root = tmp_path
    host.pages.clear()
    tab.set_viewport_size({"width": 1280, "height": 800})
    tab.goto(address(host, "/1.html"))
    assert box(tab)["x"] < 2
    expect(tab.locator(CONTROL)).to_have_text("غادر هذا الموقع")
    assert tab.locator(CONTROL).evaluate(ON_TOP)


def test_s28_the_control_is_not_printed(wide_open: Page) -> None:
    wide_open.emulate_media(media="print")
    expect(wide_open.locator(CONTROL)).to_be_hidden()
    expect(wide_open.locator("main, article, h1").last).to_be_visible()


def test_s28_forced_colours_leave_it_a_border(wide_open: Page) -> None:
    wide_open.emulate_media(forced_colors="active")
    colours = wide_open.locator(CONTROL).evaluate(
        "e => [getComputedStyle(e).outlineColor, getComputedStyle(e).outlineStyle,"
        " getComputedStyle(e).backgroundColor]"
    )
    assert colours[1] == "solid"
    assert colours[0] != colours[2]
    assert "0)" not in colours[0].replace("0, 0, 0)", "")


def test_s28_nothing_moves(wide_open: Page) -> None:
    wide_open.hover(CONTROL)
    assert wide_open.evaluate("document.getAnimations().length") == 0


def test_without_a_viewport_meta_the_page_still_has_it(
    tmp_path: Path, tab: Page, host: Server
) -> None:
    (tmp_path / "x").mkdir()
    html = page("1").replace(
        '<meta name="viewport" content="width=device-width, initial-scale=1">', ""
    )
    write_site(tmp_path / "x", make=lambda *_: html)
    host.root = tmp_path / "x"
    host.pages.clear()
    tab.goto(address(host, "/1.html"))
    expect(tab.locator(CONTROL)).to_be_in_viewport(ratio=1)
