# SPDX-License-Identifier: AGPL-3.0-or-later
"""More services than one page holds: pages by area, and a search of an index."""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from havenpress.build.render import render
from havenpress.catalogue.presentation.lists import LARGEST, list_pages
from havenpress.catalogue.presentation.search import index_of
from havenpress.catalogue.views import ServicesPage
from havenpress.site import Project
from playwright.sync_api import Browser, Page, expect

from .samples import BASE, ROOT, TODAY, edition, read, served

SMALL = ROOT / "tests" / "sites" / "small" / "content"


def copies(folder: Path, number: int) -> Path:
    """Return a copy of the base catalogue with that many services beside the safe house."""
    catalogue = Path(shutil.copytree(BASE, folder / "catalogue"))
    template = catalogue / "services" / "walk-in-clinic.yaml"
    text = template.read_text(encoding="utf-8")
    template.unlink()
    for each in range(number - 1):
        place = catalogue / "services" / f"clinic-{each:03}.yaml"
        place.write_text(text.replace("Walk-in clinic", f"Clinic {each:03}"), encoding="utf-8")
    return catalogue


@pytest.fixture(scope="module")
def long_lists(tmp_path_factory: pytest.TempPathFactory) -> list[ServicesPage]:
    folder = copies(tmp_path_factory.mktemp("long"), LARGEST + 2)
    return list(list_pages(edition(read(folder))))


def test_three_hundred_services_stand_on_one_page(tmp_path: Path) -> None:
    view = next(list_pages(edition(read(copies(tmp_path, LARGEST)))))
    assert sum(len(group.cards) for group in view.groups) + len(view.crisis) == LARGEST
    assert not view.filter.index


def test_above_that_the_page_of_everything_searches_an_index(
    long_lists: list[ServicesPage],
) -> None:
    view = long_lists[0]
    assert view.groups == ()
    assert view.filter.index
    assert view.categories


def test_no_page_has_more_and_together_they_have_each_once(long_lists: list[ServicesPage]) -> None:
    """The clinics serve riverbend, the safe house northtown; each category and area is a list."""
    pages = [view for view in long_lists if view.url.startswith("services/area/riverbend/")]
    cards = [[card.id for group in view.groups for card in group.cards] for view in pages]
    assert max(map(len, cards)) <= LARGEST
    together = [each for part in cards for each in part]
    assert len(together) == len(set(together))
    assert {f"clinic-{each:03}" for each in range(LARGEST + 1)} <= set(together)


def test_the_parts_of_a_list_lead_on_and_back(long_lists: list[ServicesPage]) -> None:
    parts = [view for view in long_lists if view.total > 1]
    assert parts
    for before, after in itertools.pairwise(parts):
        if before.next:
            assert (before.next, before.url) == (after.url, after.previous)
    assert all(view.filter is None for view in parts)


def test_the_index_says_no_more_of_a_place_than_a_card(tmp_path: Path) -> None:
    index = index_of(edition(read(copies(tmp_path, LARGEST + 1))))
    assert "safe-house" in index
    for secret in ("118 Example Street", "ZZ99", "latitude", "postal", "ZZ"):
        assert secret not in index
    house = next(row for row in parsed(index)["services"] if row[0] == "safe-house")
    tokens = [parsed(index)["tokens"][number][0] for number in house[3]]
    assert "c:in-person" not in tokens


def parsed(index: str) -> dict:
    return json.loads(index.removeprefix("self.havenpressServices=").rstrip(";\n"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with more services than one page holds, as Pelican writes it."""
    folder = tmp_path_factory.mktemp("long-site")
    content = Path(shutil.copytree(SMALL, folder / "content"))
    services = content / "catalogue" / "services"
    text = (services / "northtown-clinic.yaml").read_text(encoding="utf-8")
    name = re.search(r"^name: .*$", text, re.MULTILINE)[0]
    for each in range(LARGEST):
        kind = "Dentist" if each % 100 == 7 else "Clinic"
        place = services / f"clinic-{each:03}.yaml"
        place.write_text(text.replace(name, f"name: {{en: {kind} {each:03}}}"), encoding="utf-8")
    output = folder / "output"
    render(Project.read(content, output, TODAY), output)
    return output


def test_the_page_names_its_scripts_with_their_hashes(site: Path) -> None:
    html = (site / "services" / "index.html").read_text(encoding="utf-8")
    scripts = BeautifulSoup(html, "html.parser").select("script[src]")
    assert len(scripts) == 2
    for script in scripts:
        data = (site / "services" / script["src"]).read_bytes()
        digest = base64.b64encode(hashlib.sha256(data).digest()).decode()
        assert script["integrity"] == f"sha256-{digest}"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


@pytest.mark.browser
def test_the_index_is_searched_without_a_request_and_kept_nowhere(page: Page, address: str) -> None:
    page.goto(f"{address}/services/")
    expect(page.get_by_text("Type a word or choose something")).to_be_visible()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    state = "[location.href, history.length, localStorage.length, sessionStorage.length]"
    before = page.evaluate(state)
    page.get_by_role("searchbox").press_sequentially("dentist")
    expect(page.locator("#f-results article")).to_have_count(3)
    expect(page.locator("#f-count")).to_have_text("3 services shown")
    page.get_by_role("searchbox").fill("clinic")
    expect(page.locator("#f-results article")).to_have_count(20)
    page.get_by_role("button", name="Show more").click()
    expect(page.locator("#f-results article")).to_have_count(40)
    expect(page.locator("#f-results article").nth(20).get_by_role("link").first).to_be_focused()
    page.get_by_role("button", name="Clear the filter").click()
    expect(page.locator("#f-results article")).to_have_count(0)
    assert page.evaluate(state) == before
    assert [url for url in requests if not url.endswith("/theme/icon.svg")] == []


# Nothing is read while nobody types, and every text that is read is counted.
NO_IDLE_READING = """
self.setTimeout = () => 0;
self.texts = 0;
const lower = String.prototype.toLowerCase;
String.prototype.toLowerCase = function () { self.texts += 1; return lower.call(this); };
"""


@pytest.mark.browser
def test_a_letter_reads_nothing_and_a_word_reads_everything(page: Page, address: str) -> None:
    page.add_init_script(NO_IDLE_READING)
    page.goto(f"{address}/services/")
    before = page.evaluate("self.texts")
    page.get_by_role("searchbox").fill("d")
    expect(page.locator("#f-count")).to_have_text(re.compile(r"^301 services"))
    assert page.evaluate("self.texts") - before < 10
    page.get_by_role("searchbox").fill("dentist")
    expect(page.locator("#f-count")).to_have_text("3 services shown")
    assert page.evaluate("self.texts") - before >= LARGEST


@pytest.mark.browser
def test_what_was_found_leads_to_its_page_and_dials(page: Page, address: str) -> None:
    page.goto(f"{address}/services/")
    page.get_by_role("searchbox").fill("dentist 107")
    card = page.locator("#f-results article")
    expect(card).to_have_count(1)
    assert card.get_by_role("link").nth(1).get_attribute("href").startswith("tel:")
    card.get_by_role("link", name="Dentist 107").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dentist 107")


# Every service of the index is in another language than the page.
IN_SPANISH = """
Object.defineProperty(self, "havenpressServices", {
  get() { return this.kept; },
  set(index) {
    for (const row of index.services) { while (row.length < 8) row.push(""); row[8] = "es"; }
    this.kept = index;
  },
});
"""


@pytest.mark.browser
def test_what_was_found_says_its_language(page: Page, address: str) -> None:
    page.add_init_script(IN_SPANISH)
    page.goto(f"{address}/services/")
    page.get_by_role("searchbox").fill("dentist 107")
    card = page.locator("#f-results article")
    expect(card.get_by_role("link").first).to_have_attribute("lang", "es")
    expect(card.locator("[data-f=summary]")).to_have_attribute("lang", "es")
    expect(card.locator("bdi + .vh")).to_have_attribute("lang", "es")


@pytest.mark.browser
def test_without_javascript_lists_lead_to_every_service(chromium: Browser, address: str) -> None:
    context = chromium.new_context(
        java_script_enabled=False, viewport={"width": 320, "height": 640}
    )
    page = context.new_page()
    page.goto(f"{address}/services/")
    expect(page.locator("#filter")).to_be_hidden()
    expect(page.locator("#f-results")).to_be_hidden()
    page.locator("#lists").get_by_role("link", name="Doctors and nurses").click()
    page.get_by_role("link", name="Next page").press("Enter")  # cards move, and a click may miss
    expect(page.get_by_text("Page 2 of 2", exact=True)).to_be_visible()
    page.locator("article a").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    context.close()
