# SPDX-License-Identifier: AGPL-3.0-or-later
"""S32 to S34 of the quick exit: the options for a discreet history, and no analytics."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .conftest import Visit, address, follow
from .servers import Server
from .sites import DESTINATION, Site, settings, write_site

NAVIGATION = pytest.mark.parametrize("site", ["discreet_navigation"], indirect=True)
TITLES = pytest.mark.parametrize("site", ["discreet_titles"], indirect=True)


@pytest.fixture
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Site:
    """Three pages; the parameter names an option that is on."""
    options = {request.param: True} if hasattr(request, "param") else {}
    return write_site(tmp_path, settings(**options))


@TITLES
def test_s32_all_pages_share_one_neutral_title(site: Site, visit: Visit) -> None:
    tab = visit(1)
    for path in site.pages:
        assert "<title>New tab</title>" in (site.root / path.lstrip("/")).read_text()
    assert tab.title() == "New tab"
    expect(tab.locator("h1")).to_have_text("Leaving an abuser 1")


def test_s32_is_off_by_default(site: Site, visit: Visit) -> None:
    assert visit(1).title() == "Leaving an abuser 1"


@NAVIGATION
def test_s33_pages_of_the_site_share_one_place_in_the_history(
    site: Site, visit: Visit, host: Server, elsewhere: Server, away: Server
) -> None:
    tab = visit(1)
    before = tab.evaluate("history.length")
    for path in (*site.pages[1:], *site.pages[:2]):
        follow(tab, path)
        tab.wait_for_url(address(host, path))
    assert tab.evaluate("history.length") == before
    tab.click("[data-quick-exit]")
    tab.wait_for_url(DESTINATION)
    tab.evaluate("() => { setTimeout(() => history.back()); }")
    tab.wait_for_url(f"http://localhost:{elsewhere.port}/search", wait_until="commit")


ALONE: dict[str, Callable[[Page], object]] = {
    "control": lambda tab: tab.locator("li a").nth(1).click(modifiers=["Control"]),
    "middle": lambda tab: tab.locator("li a").nth(1).click(button="middle"),
    "target": lambda tab: (
        tab.evaluate("document.querySelectorAll('li a')[1].target = '_blank'"),
        tab.locator("li a").nth(1).click(),
    ),
}


@NAVIGATION
@pytest.mark.parametrize("way", ALONE)
def test_s33_links_for_another_tab_are_left_alone(way: str, site: Site, visit: Visit) -> None:
    tab = visit(1)
    with tab.context.expect_page() as opened:
        ALONE[way](tab)
    opened.value.wait_for_url("**/2.html")
    assert tab.url.endswith("/1.html")


@NAVIGATION
def test_s33_links_out_of_the_site_are_left_alone(
    site: Site, visit: Visit, elsewhere: Server
) -> None:
    tab = visit(1)
    before = tab.evaluate("history.length")
    tab.click("#out")
    tab.wait_for_url(f"http://localhost:{elsewhere.port}/out")
    assert tab.evaluate("history.length") == before + 1


def test_s33_is_off_by_default(visit: Visit) -> None:
    tab = visit(1)
    before = tab.evaluate("history.length")
    tab.locator("li a").nth(1).click()
    tab.wait_for_url("**/2.html")
    assert tab.evaluate("history.length") == before + 1


def test_s34_nobody_counts_who_leaves(
    visit: Visit, host: Server, elsewhere: Server, away: Server
) -> None:
    tab = visit(3)
    tab.evaluate("() => { navigator.sendBeacon = () => { throw new Error('a beacon'); }; }")
    before = len(host.log), len(elsewhere.log)
    tab.click("[data-quick-exit]")
    tab.wait_for_url(DESTINATION)
    assert (len(host.log), len(elsewhere.log)) == before
    assert [request.method for request in away.log] == ["GET"]
