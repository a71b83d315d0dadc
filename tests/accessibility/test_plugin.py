# SPDX-License-Identifier: AGPL-3.0-or-later
"""On a foreign Pelican site the plugin judges what was written, static pages among it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PLUGINS = Path(__file__).parents[2] / "plugins"
SETTINGS = """
import sys
sys.path.insert(0, {plugins!r})
PATH = "content"
OUTPUT_PATH = "output"
SITENAME = "Another site"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
THEME = "theme"
PLUGINS = ["havenpress.accessibility"]
STATIC_PATHS = ["extra"]
ARTICLE_EXCLUDES = ["extra"]
READERS = {{"html": None}}
DIRECT_TEMPLATES = []
TAG_SAVE_AS = CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
"""
TEMPLATE = """<!doctype html>
<html lang="en"><head><title>{{ article.title }}</title></head>
<body><h1>{{ article.title }}</h1>{{ article.content }}</body></html>
"""
POST = "Title: Hope\nDate: 2026-01-02\n\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for folder in ("content/extra", "theme/templates"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "conf.py").write_text(SETTINGS.format(plugins=str(PLUGINS)))
    (tmp_path / "theme/templates/article.html").write_text(TEMPLATE)
    (tmp_path / "content/hope.md").write_text(POST + "Text.\n")
    return tmp_path


def build(site: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pelican", "content", "-s", "conf.py"]
    environment = os.environ | {"PYTHONPATH": str(PLUGINS)}
    return subprocess.run(
        command, cwd=site, env=environment, capture_output=True, text=True, check=False
    )


def test_a_site_without_faults_builds(site: Path) -> None:
    assert build(site).returncode == 0


def test_a_fault_in_an_article_fails_the_build(site: Path) -> None:
    (site / "content/hope.md").write_text(POST + 'Text <a href="/x">click here</a>.\n')
    run = build(site)
    assert run.returncode != 0
    assert "hope.html:3:" in run.stderr
    assert "link-text" in run.stderr


def test_static_pages_are_judged_too(site: Path) -> None:
    (site / "content/extra/plain.html").write_text("<p>Hello")
    run = build(site)
    assert run.returncode != 0
    assert "extra/plain.html" in run.stderr


def test_rules_can_be_left_out_in_the_settings(site: Path) -> None:
    (site / "content/hope.md").write_text(POST + 'Text <a href="/x">click here</a>.\n')
    with (site / "conf.py").open("a") as settings:
        settings.write('HAVENPRESS_ACCESSIBILITY = {"ignore": ["link-text"]}\n')
    assert build(site).returncode == 0


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ('{"ignroe": ["link-text"]}', "“ignroe”"),
        ('{"ignore": ["link-txet"]}', "the rule “link-txet”"),
        ('{"ignore": "link-text"}', "“link-text” where a list"),
    ],
)
def test_a_setting_that_means_nothing_fails_the_build(site: Path, setting: str, said: str) -> None:
    with (site / "conf.py").open("a") as settings:
        settings.write(f"HAVENPRESS_ACCESSIBILITY = {setting}\n")
    run = build(site)
    assert run.returncode != 0
    assert said in " ".join((run.stdout + run.stderr).split())
