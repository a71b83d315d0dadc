# SPDX-License-Identifier: AGPL-3.0-or-later
"""Browsers and servers for the quick exit.

Debian packages: chromium, openssl; for the long part also firefox-esr, webkit2gtk-driver, xvfb,
xdotool, openbox. The long part drives Firefox and WebKitGTK through their own drivers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from havenpress.browser import launch_arguments
from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from .servers import Server, make_certificate, serve
from .sites import HOST, Site, write_site

QUIET = [*launch_arguments(), "--ignore-certificate-errors"]
NO_ICON = '<link rel="icon" href="data:,">'


@pytest.fixture(scope="session")
def destination(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The site that the exit leads to, over https."""
    certificate = make_certificate(tmp_path_factory.mktemp("certificate"), HOST)
    blank = '<!doctype html><link rel="icon" href="data:,"><title>Weather</title><p>Mild.</p>'
    with serve(Server(pages={"/": blank}), certificate=certificate) as server:
        yield server


@pytest.fixture(scope="session")
def browser(
    playwright: Playwright,
    chromium_path: Path,
    destination: Server,
    request: pytest.FixtureRequest,
) -> Iterator[Browser]:
    """Chromium, with the destination's name leading to this machine.

    Like a reader's, it keeps pages in memory for Back, unless the parameter is "loads again".
    """
    keeps = getattr(request, "param", "keeps pages") == "keeps pages"
    rules = f"MAP {HOST}:443 127.0.0.1:{destination.port}"
    browser = playwright.chromium.launch(
        executable_path=chromium_path,
        args=[*QUIET, f"--host-resolver-rules={rules}"],
        ignore_default_args=["--disable-back-forward-cache"] if keeps else None,
    )
    yield browser
    browser.close()


@pytest.fixture
def away(destination: Server) -> Server:
    """The destination with an empty log."""
    destination.release()
    destination.log.clear()
    return destination


@pytest.fixture
def elsewhere() -> Iterator[Server]:
    """A search page and another helpline, on another origin than the site."""
    with serve(Server()) as server:
        server.pages["/out"] = f"<!doctype html>{NO_ICON}<title>Out</title><p>Another helpline"
        yield server


@pytest.fixture(scope="session")
def plain_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Three pages of no theme at all."""
    return write_site(tmp_path_factory.mktemp("plain"))


@pytest.fixture
def site(plain_site: Site) -> Site:
    """The site under test."""
    return plain_site


@pytest.fixture
def host(site: Site, elsewhere: Server) -> Iterator[Server]:
    """The server of the site under test; its pages link to ``elsewhere``."""
    with serve(Server(root=site.root)) as server:
        for path in site.root.glob("*.html"):
            text = path.read_text(encoding="utf-8")
            if '"OUT"' in text:
                out = f"http://localhost:{elsewhere.port}/out"
                server.pages[f"/{path.name}"] = text.replace('"OUT"', f'"{out}"')
        elsewhere.pages["/search"] = (
            f'<!doctype html>{NO_ICON}<title>Search</title><a href="{address(server, site.pages[0])}">Go</a>'
        )
        yield server


def address(server: Server, path: str) -> str:
    """Return the address of a page of the site."""
    return f"http://127.0.0.1:{server.port}{path}"


@pytest.fixture
def context(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile, on a screen that can be touched where the test's way is a tap."""
    parameters = getattr(request.node, "callspec", None)
    touch = parameters is not None and parameters.params.get("way") == "tap"
    context = browser.new_context(ignore_https_errors=True, has_touch=touch)
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture
def tab(context: BrowserContext) -> Page:
    """One tab."""
    return context.new_page()


Visit = Callable[..., Page]


@pytest.fixture
def visit(tab: Page, site: Site, host: Server, elsewhere: Server) -> Visit:
    """Return a function that reads the site as far as its third page, from a search."""

    def go(pages: int = 3) -> Page:
        tab.goto(f"http://localhost:{elsewhere.port}/search")
        tab.click("a")
        tab.wait_for_url(address(host, site.pages[0]))
        for path in site.pages[1:pages]:
            follow(tab, path)
            tab.wait_for_url(address(host, path))
        return tab

    return go


def follow(tab: Page, path: str) -> None:
    """Click the page's own link to a path."""
    tab.evaluate(
        "path => [...document.links].find(a => a.pathname == path && !a.hash).click()", path
    )


@pytest.fixture
def leave() -> Callable[[Page], None]:
    """Return a function that clicks the exit and waits for the destination."""

    def click(tab: Page) -> None:
        tab.click("[data-quick-exit]")
        tab.wait_for_url(f"https://{HOST}/")

    return click
