# SPDX-License-Identifier: AGPL-3.0-or-later
"""The catalogue on a Pelican site that is not ours, with Pelican's own theme."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from havenpress.catalogue.presentation import Helpline
from havenpress.catalogue.presentation.lists import LARGEST
from havenpress.catalogue.site import first_helpline

from .samples import BASE, HERE, ROOT, Change, read

CONFIGURATION = """
SITENAME = "Elsewhere"
PATH = "content"
TIMEZONE = "UTC"
THEME = "simple"
PLUGINS = ["havenpress.catalogue"]
HAVENPRESS_CATALOGUE = {"path": "catalogue", "today": "2026-11-23"}
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "post.md").write_text("Title: A post\nDate: 2026-01-01\n\nText.\n")
    (tmp_path / "pelicanconf.py").write_text(CONFIGURATION)
    shutil.copytree(BASE, tmp_path / "catalogue")
    return tmp_path


def pelican(site: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "plugins")}
    command = [sys.executable, "-m", "pelican", "--fatal", "errors"]
    return subprocess.run(command, cwd=site, env=environment, capture_output=True, text=True)


def test_pages_are_written_in_every_language(site: Path) -> None:
    assert pelican(site).returncode == 0
    page = (site / "output/services/safe-house/index.html").read_text()
    assert "The address is kept private." in page
    assert "0808 157 0123" in page
    assert (site / "output/es/services/index.html").is_file()


def test_a_long_list_is_cut_into_pages_that_lead_on(site: Path) -> None:
    services = site / "catalogue" / "services"
    text = (services / "walk-in-clinic.yaml").read_text(encoding="utf-8")
    for number in range(LARGEST):
        path = services / f"clinic-{number:03}.yaml"
        path.write_text(text.replace("Walk-in clinic", f"Clinic {number:03}"), encoding="utf-8")
    assert pelican(site).returncode == 0
    lists = site / "output" / "services"
    first = (lists / "category" / "medical" / "index.html").read_text(encoding="utf-8")
    assert '/services/category/medical/2/" rel="next">Next page</a>' in first
    everything = (lists / "index.html").read_text(encoding="utf-8")
    assert "/services/category/medical/" in everything
    assert "Search all of them here" not in everything  # there is no filter in this theme
    assert (lists / "category" / "medical" / "2" / "index.html").is_file()


def _in_arabic(site: Path) -> None:
    """Let the catalogue have Arabic instead of Spanish, and none of its own texts in it."""
    for path in (site / "catalogue").rglob("*.yaml"):
        text = path.read_text(encoding="utf-8").replace("languages: [en, es]\n", ARABIC, 1)
        path.write_text(re.sub(r", es: [^}]*}", "}", text), encoding="utf-8")


ARABIC = "languages: [en, ar]\n"


def test_arabic_runs_from_the_right_and_says_what_is_not_arabic(site: Path) -> None:
    shutil.copy(HERE / "full.yaml", site / "catalogue" / "services" / "full.yaml")
    _in_arabic(site)
    assert pelican(site).returncode == 0
    pages = {path.parent.name: path for path in (site / "output" / "ar").rglob("index.html")}
    for name in ("full", "old-one", "services", "riverbend-advocacy"):
        soup = BeautifulSoup(pages[name].read_text(encoding="utf-8"), "html.parser")
        block = soup.find(lang="ar", dir="rtl")
        english = block.find_all(string=re.compile(r"^[\s(]*[A-Za-z]{2}[^\u0600-\u06ff]*$"))
        here = [text for text in english if not text.find_parents(["address", "bdi"])]
        assert here
        left = [text for text in here if not text.find_parents(lang="en", dir="ltr")]
        assert left in ([], ["British Sign Language (BSL)"])  # CLDR has no Arabic for it
    full = pages["full"].read_text(encoding="utf-8")
    for text in ("We move in May.", "Costs.", "Lift.", "Bus."):
        assert re.search(rf'lang="en" dir="ltr">{re.escape(text)}', full), text
    assert '<bdi dir="ltr">116 123</bdi>' in full
    assert "<bdi>1 Example Street</bdi>" in full


def test_no_page_has_a_map_or_a_position(site: Path) -> None:
    clinic = site / "catalogue" / "services" / "walk-in-clinic.yaml"
    text = clinic.read_text(encoding="utf-8")
    place = "latitude: 51.501\n    longitude: -0.142\n    address:"
    assert text.count("address:") == 1
    clinic.write_text(text.replace("address:", place), encoding="utf-8")
    assert pelican(site).returncode == 0
    for path in (site / "output").rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        assert not [
            each for each in ("51.501", "0.142", "geo:", "maps", "latitude") if each in page
        ]


def test_no_source_is_published(site: Path) -> None:
    pelican(site)
    assert list((site / "output").rglob("*.yaml")) == []


def test_readers_are_led_to_a_number_that_people_call(change: Change) -> None:
    fax_first = ("phones:\n", "crisis: yes\nphones:\n  - {number: 020 7946 0019, type: fax}\n")
    catalogue = read(change(walk_in_clinic=fax_first))
    assert first_helpline(catalogue, "en") == Helpline("Walk-in clinic", "020 7946 0018")


def test_a_broken_catalogue_stops_everything(site: Path) -> None:
    path = site / "catalogue/services/safe-house.yaml"
    path.write_text(path.read_text().replace("status: active", "status: open"))
    run = pelican(site)
    assert run.returncode != 0
    assert "catalogue/services/safe-house.yaml:4:9: error value-choice" in run.stderr
    assert not list((site / "output").rglob("services"))


@pytest.mark.parametrize(
    "line",
    [
        'HAVENPRESS_CATALOGUE = {"pth": "catalogue"}',
        'HAVENPRESS_CATALOGUE = {"path": "catalogue", "tody": "2026-11-23"}',
        "OUTPUT_SOURCES = True",
        'HAVENPRESS_CATALOGUE = {"path": "content/catalogue"}\nSTATIC_PATHS = ["catalogue"]',
        'HAVENPRESS_CATALOGUE = {"path": "content/catalogue"}\nSTATIC_PATHS = [""]',
        'HAVENPRESS_CATALOGUE = {"path": "catalogue", "helpline": "Our line"}',
    ],
)
def test_a_setting_that_would_leak_or_do_nothing_is_refused(site: Path, line: str) -> None:
    shutil.copytree(BASE, site / "content" / "catalogue")
    with (site / "pelicanconf.py").open("a") as file:
        file.write(f"{line}\n")
    run = pelican(site)
    assert run.returncode != 0
    assert "HAVENPRESS_CATALOGUE" in run.stderr + run.stdout


def test_a_private_place_in_the_output_of_another_site_fails(
    site: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = tmp_path_factory.mktemp("elsewhere") / "private.txt"
    listed.write_text("4471 Wexbrook Hollow\n")
    monkeypatch.setenv("CATALOGUE_PRIVATE_TERMS", str(listed))
    assert pelican(site).returncode == 0
    post = site / "content" / "post.md"
    post.write_text(post.read_text() + "\nCome to 4471 Wexbrook Hollow.\n")
    run = pelican(site)
    assert run.returncode != 0
    assert "error confidential-output" in run.stderr
    assert "Wexbrook" not in run.stderr + run.stdout
