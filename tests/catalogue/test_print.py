# SPDX-License-Identifier: AGPL-3.0-or-later
"""On paper: a list is a sheet, an entry a small card that does not say whose site it is."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from havenpress.build.render import render
from havenpress.site import Project
from playwright.sync_api import Page, expect

from .samples import ROOT, TODAY, served

SMALL = ROOT / "tests" / "sites" / "small" / "content"
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", params=["print_card: yes", "print_card: no"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The small site, with cards on paper and without; its own name is on no card."""
    folder = tmp_path_factory.mktemp("print")
    content = Path(shutil.copytree(SMALL, folder / "content"))
    settings = content / "catalogue" / "catalogue.yaml"
    text = f"{settings.read_text(encoding='utf-8')}{request.param}\n"
    settings.write_text(text, encoding="utf-8")
    render(Project.read(content, folder / "output", TODAY), folder / "output")
    with served(folder / "output") as address:
        yield f"{address} {request.param[-3:].strip()}"


def on_paper(page: Page, url: str) -> str:
    page.goto(url)
    page.emulate_media(media="print")
    return f"{page.title()}\n{page.locator('body').inner_text()}"


def test_a_card_names_the_service_and_not_the_site(site: str, page: Page) -> None:
    address, wanted = site.split()
    text = on_paper(page, f"{address}/services/northtown-clinic/")
    assert "Northtown clinic" in text
    assert "020 7946 0018" in text
    assert ("Small Harbour" in text) == (wanted == "no")
    assert ("Before you get in touch" in text) == (wanted == "no")


def test_a_sheet_has_every_service_with_its_number(site: str, page: Page) -> None:
    address, wanted = site.split()
    text = on_paper(page, f"{address}/services/")
    for words in ("Northtown clinic", "020 7946 0018", "The helpline", "0808 157 0142"):
        assert words in text
    expect(page.locator("#lists")).to_be_hidden()
    assert ("Small Harbour" in text.split("The helpline")[0]) == (wanted == "no")


def test_the_reader_is_told_what_the_browser_may_add(site: str, page: Page) -> None:
    address, wanted = site.split()
    page.goto(f"{address}/services/northtown-clinic/")
    told = page.get_by_text("The browser itself may print the title and address of the page")
    expect(told).to_have_count(1 if wanted == "yes" else 0)
