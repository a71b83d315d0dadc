# SPDX-License-Identifier: AGPL-3.0-or-later
"""Both plugins work alone, on a site that has Pelican's own theme and nothing else of ours."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = """
SITENAME = "Elsewhere"
SITEURL = ""
TIMEZONE = "Europe/London"
DEFAULT_LANG = "en"
PATH = "content"
OUTPUT_PATH = "output"
PLUGINS = [{plugins}]
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
"""
POST = """---
title: "Ten past: what to do"
slug: ten-past
date: 2026-10-01
lang: en
summary: One sentence.
authors: [{name: Advice team, role: advocate}]
reviewers: [{name: Panel, role: lived-experience}]
reviewed: 2026-10-01
review_by: 2027-09-01
audience: ally
category: guides
tags: [first-steps]
---

A text with a [link](other.md) & a sign.

> [!NOTE] Mind
> This is a note.
"""
OTHER = POST.replace("ten-past", "other").replace("Ten past", "Half past")
OTHER = OTHER.replace("[link](other.md)", "word")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    good = {"ten-past.md": POST, "other.md": OTHER}
    for name, text in good.items():
        (tmp_path / "content" / name).write_text(text, encoding="utf-8")
    return tmp_path


def run_pelican(site: Path, *plugins: str) -> subprocess.CompletedProcess[str]:
    names = ", ".join(f'"{plugin}"' for plugin in plugins)
    (site / "pelicanconf.py").write_text(SETTINGS.format(plugins=names), encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "pelican", "-s", "pelicanconf.py"],
        cwd=site,
        env={"PYTHONPATH": str(ROOT / "plugins"), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_writing_reads_front_matter_and_links(site: Path) -> None:
    ran = run_pelican(site, "havenpress.writing")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    page = (site / "output" / "ten-past.html").read_text(encoding="utf-8")
    assert "Ten past: what to do" in page
    assert 'href="/other.html"' in page
    assert 'class="callout"' in page
    assert "hp-root" not in page


def test_marks_of_places_are_not_left_in_pages_or_feeds(site: Path) -> None:
    run_pelican(site, "havenpress.writing")
    for path in (site / "output").rglob("*.*"):
        if path.suffix in {".html", ".xml"}:
            assert "data-hp-src" not in path.read_text(encoding="utf-8")


def test_writing_stops_a_foreign_build_and_says_why(site: Path) -> None:
    post = site / "content" / "ten-past.md"
    post.write_text(post.read_text().replace("other.md", "othr.md").replace("title:", "titel:"))
    ran = run_pelican(site, "havenpress.writing")
    assert ran.returncode != 0
    assert "content/ten-past.md:2:1: error field-name" in ran.stdout
    assert "write: A text with a [link](other.md) & a sign." in ran.stdout


def test_draft_of_a_foreign_site_is_not_at_its_address(site: Path) -> None:
    post = site / "content" / "other.md"
    post.write_text(post.read_text().replace("title:", "draft: true\ntitle:"))
    text = (site / "content" / "ten-past.md").read_text()
    (site / "content" / "ten-past.md").write_text(text.replace("[link](other.md)", "link"))
    ran = run_pelican(site, "havenpress.writing")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert not [path for path in (site / "output").rglob("*") if path.name.startswith("other")]


def test_old_address_of_a_foreign_site_leads_to_the_text(site: Path) -> None:
    """Its theme has no template for that, so ours extends the theme's own base."""
    for name, field in (("other", "formerly: [half-past]"), ("ten-past", "status: withdrawn")):
        post = site / "content" / f"{name}.md"
        post.write_text(post.read_text().replace("title:", f"{field}\ntitle:"))
    ran = run_pelican(site, "havenpress.writing")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    moved = (site / "output" / "half-past.html").read_text(encoding="utf-8")
    assert 'href="/other.html"' in moved
    assert '<section lang="en" dir="ltr">' in moved
    assert 'lang="en" dir="ltr">Half past: what to do</a>' in moved
    gone = (site / "output" / "ten-past.html").read_text(encoding="utf-8")
    assert "This page was withdrawn" in gone
    assert '<section lang="en" dir="ltr">' in gone
    assert "what to do" not in gone.partition("<h1")[2].partition("</section>")[0]


def test_images_cleans_what_a_foreign_site_has_copied(site: Path) -> None:
    (site / "content" / "images").mkdir()
    exif = Image.Exif()
    exif[0x013B] = "Jane Doe"
    Image.new("RGB", (40, 20), "teal").save(site / "content" / "images" / "door.jpg", exif=exif)
    for name in ("ten-past.md", "other.md"):
        (site / "content" / name).unlink()
    (site / "content" / "a.md").write_text(
        "Title: A\nDate: 2026-10-01\n\n![d]({static}/images/door.jpg)\n"
    )
    ran = run_pelican(site, "havenpress.images")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert b"Jane" in (site / "content" / "images" / "door.jpg").read_bytes()
    assert b"Jane" not in (site / "output" / "images" / "door.jpg").read_bytes()
