# SPDX-License-Identifier: AGPL-3.0-or-later
"""Small finished sites on the disk, and folders to publish them to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from havenpress.publish import Wishes, connect, publish

TODAY = date(2026, 11, 23)
PAGE = '<!doctype html><html lang="en"><head><title>{title}</title></head><body>{body}</body>'


Writer = Callable[[Path, dict[str, str]], Path]
Putter = Callable[[Wishes], str]


def write_pages(folder: Path, pages: dict[str, str]) -> Path:
    """Write a site whose pages have a title and, as a body, the title again."""
    for path, title in pages.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PAGE.format(title=title, body=title * 20), encoding="utf-8")
    return folder


BASE = {
    "index.html": "Get help",
    "404.html": "Not found",
    **{f"posts/p{number}/index.html": f"Post {number}" for number in range(8)},
}


@pytest.fixture
def write() -> Writer:
    """Writes pages into a site, by their titles."""
    return write_pages


@pytest.fixture
def put(site: Path, target: Path) -> Putter:
    """Publishes the site to the target, and returns the name of the release."""
    return lambda wishes: publish(site, connect(str(target)), wishes).release


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A finished site of ten pages."""
    return write_pages(tmp_path / "output", BASE)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A folder that does not exist yet."""
    return tmp_path / "srv" / "site"


@pytest.fixture
def wishes() -> Wishes:
    """Nothing out of the ordinary, on a fixed day."""
    return Wishes(today=TODAY)
