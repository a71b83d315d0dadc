# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every kind of page in a real browser: what axe says, what is asked of whom, what fits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

KINDS = {
    "home": "",
    "home-es": "es/",
    "services": "services/",
    "category": "services/category/housing/",
    "area": "services/area/northtown/",
    "service": "services/riverbend-clinic/",
    "confidential": "services/northtown-safe-house/",
    "service-es": "es/services/riverbend-clinic/",
    "organization": "organizations/riverbend-health/",
    "posts": "posts/",
    "article": "posts/trauma-informed-care/",
    "article-es": "es/posts/una-buena-atencion/",
    "table": "posts/somewhere-to-sleep/",
    "topics": "tag/",
    "topic": "tag/health/",
    "posts-category": "category/getting-help/",
    "archive": "archive/",
    "map": "map/",
    "safety": "safety/",
    "glossary": "glossary/",
    "missing": "404.html",
}
SIZES = {"phone": (390, 844), "desktop": (1280, 900)}


# Every size and every scheme in each run, on a page that is loaded once; the others in the long part.
VIEWS = [
    pytest.param([("phone", "light"), ("desktop", "dark")], id="two"),
    pytest.param([("phone", "dark"), ("desktop", "light")], id="others", marks=pytest.mark.full),
]
# Without the nodes of what is right axe takes half the time.
ONLY = {"resultTypes": ["violations"]}


@dataclass(frozen=True)
class Opened:
    """A page of the example, and what its console and its requests complained of."""

    kind: str
    page: Page
    said: list[str]


@pytest.fixture(scope="module", params=KINDS)
def opened(
    request: pytest.FixtureRequest, chromium: Browser, example_address: str
) -> Iterator[Opened]:
    """One page after the other, each loaded once for all that look at it."""
    context = chromium.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("requestfailed", lambda request: said.append(request.url))
    page.goto(example_address + KINDS[request.param])
    yield Opened(request.param, page, said)
    context.close()


@pytest.mark.parametrize("views", VIEWS)
def test_axe_finds_nothing(opened: Opened, views: list[tuple[str, str]], tmp_path: Path) -> None:
    page = opened.page
    for size, scheme in views:
        width, height = SIZES[size]
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)
        picture = page.screenshot(path=tmp_path / f"{opened.kind}-{size}-{scheme}.png")
        results = Axe().run(page, options=ONLY)
        assert results.violations_count == 0, results.generate_report()
        assert len(picture) > 5000
    assert opened.said == []


def test_nothing_hangs_over_the_edge_at_320_px(opened: Opened) -> None:
    page = opened.page
    page.set_viewport_size({"width": 320, "height": 568})
    widths = []
    for text in ("200%", "100%"):
        page.evaluate("size => { document.documentElement.style.fontSize = size }", text)
        widths.append(page.evaluate("document.documentElement.scrollWidth"))
    assert max(widths) <= 320, f"with text at 200 % and 100 %: {widths}"


def requests_of(page: Page, address: str) -> list[str]:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    return asked


@pytest.mark.parametrize("kind", ["home", "service", "posts", "safety", "missing"])
def test_one_page_is_one_request_and_its_icon(kind: str, page: Page, example_address: str) -> None:
    asked = requests_of(page, example_address + KINDS[kind])
    assert [url for url in asked if not url.endswith((".svg", ".ico", "/filter.js"))] == [
        example_address + KINDS[kind]
    ]


def test_page_works_without_scripts(chromium: Browser, example_address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(example_address + KINDS["services"])
    assert page.get_by_role("link", name="Riverbend walk-in clinic").first.is_visible()
    assert page.get_by_role("link", name="Leave this site").is_visible()
    context.close()


def test_missing_page_leads_home_from_any_depth(
    page: Page, example_address: str, example: Path
) -> None:
    html = (example / "404.html").read_text(encoding="utf-8")
    page.goto(example_address + "posts/")
    page.set_content(html)
    links = page.eval_on_selector_all("main a", "all => all.map(a => a.getAttribute('href'))")
    assert {"/", "/services/", "/posts/"} <= set(links)


def test_language_menu_leads_to_the_same_page(page: Page, example_address: str) -> None:
    page.goto(example_address + KINDS["article"])
    page.get_by_text("English").first.click()
    page.get_by_role("link", name="Español").click()
    assert page.url.endswith(KINDS["article-es"])
    assert page.locator("html").get_attribute("lang") == "es"
