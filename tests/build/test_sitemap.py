# SPDX-License-Identifier: AGPL-3.0-or-later
"""Search engines are told of every page that wants to be known, and of no other."""

from __future__ import annotations

import datetime
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from havenpress.build import build, sitemap
from havenpress.build.facts import Facts
from havenpress.build.sitemap import write_sitemap
from havenpress.site import Project

TODAY = datetime.date(2026, 11, 23)
SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def listed(path: Path) -> list[str]:
    return [each.text or "" for each in ET.parse(path).findall(".//s:loc", SPACE)]


def test_sitemap_has_each_page_once_and_no_404(example: Path) -> None:
    pages = {path.relative_to(example).as_posix() for path in example.rglob("*.html")}
    wanted = {page.removesuffix("index.html") for page in pages - {"404.html"}}
    addresses = listed(example / "sitemap.xml")
    assert len(addresses) == len(set(addresses))
    assert {each.removeprefix("https://harbour-line.example/") for each in addresses} == wanted


def test_robots_are_told_where_it_is(example: Path) -> None:
    told = (example / "robots.txt").read_text(encoding="utf-8")
    assert re.findall(r"(?m)^Sitemap: (.*)$", told) == ["https://harbour-line.example/sitemap.xml"]


def test_site_in_a_folder_of_a_host_writes_no_robots(content: Path, tmp_path: Path) -> None:
    """Robots read that file at the top of a host alone."""
    settings = content / "site.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r"(?m)^(url: \S*?)/?$", r"\1/help/", text), encoding="utf-8")
    outcome = build(content, tmp_path / "output", today=TODAY)
    assert outcome.swapped
    assert not (outcome.output / "robots.txt").exists()
    assert all("/help/" in address for address in listed(outcome.output / "sitemap.xml"))


def test_long_list_is_cut_into_files(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemap, "MOST", 2)
    site = Project.read(content, tmp_path / "none", TODAY).site
    names = [f"a&b-{number}/" for number in range(5)]
    addresses = [f"{site.url}a%26b-{number}/" for number in range(5)]
    facts = [
        Facts(f"{name}index.html", frozenset(), (), (), address)
        for name, address in zip(names, addresses, strict=True)
    ]
    write_sitemap(tmp_path, facts, site)
    parts = [f"{site.url}sitemap-{number}.xml" for number in (1, 2, 3)]
    assert listed(tmp_path / "sitemap.xml") == parts
    assert [a for n in (1, 2, 3) for a in listed(tmp_path / f"sitemap-{n}.xml")] == addresses
