# SPDX-License-Identifier: AGPL-3.0-or-later
"""The plugin alone on a foreign site: every page has the exit, or nothing is published."""

from __future__ import annotations

from pathlib import Path

import pytest
from havenpress.quick_exit import check_page

from .foreign import SETTINGS, Run, built_site, run_pelican, write_content


def pages(run: Run) -> list[Path]:
    return sorted(run.output.rglob("*.html"))


def test_every_page_that_pelican_writes_has_the_exit(tmp_path: Path) -> None:
    run = run_pelican(tmp_path)
    assert run.status == 0, run.errors
    site = built_site(run)
    assert len(pages(run)) > 5
    for path in pages(run):
        found = check_page(path.read_bytes(), path.name, site.settings)
        assert [f for f in found if f.rule.startswith(("exit", "safety"))] == []


def test_pages_that_are_only_copied_have_it_too(tmp_path: Path) -> None:
    write_content(tmp_path / "content")
    for name in ("hand-made.html", "OLD.HTM"):
        (tmp_path / "content" / "extra" / name).write_text("<title>By hand</title><h1>Hello</h1>")
    run = run_pelican(tmp_path)
    assert run.status == 0, run.errors
    for name in ("hand-made.html", "OLD.HTM"):
        assert b"data-quick-exit" in (run.output / "extra" / name).read_bytes()


def test_files_that_are_no_pages_can_be_left_alone(tmp_path: Path) -> None:
    write_content(tmp_path / "content")
    token = "google-site-verification: x.html"
    (tmp_path / "content" / "extra" / "x.html").write_text(token)
    run = run_pelican(tmp_path, exit_settings={**SETTINGS, "skip": ["extra/x.html"]})
    assert run.status == 0, run.errors
    assert (run.output / "extra" / "x.html").read_text() == token


BAD_SETTINGS = {
    "none": ({}, "there is no “destination”"),
    "no destination": ({"safety_page": "/x"}, "there is no “destination”"),
    "no safety page": ({"destination": SETTINGS["destination"]}, "there is no “safety_page”"),
    "http": ({**SETTINGS, "destination": "http://www.weather.gov/"}, "https://www.weather.gov/"),
    "personal": ({**SETTINGS, "destination": "https://www.google.com/"}, "one person"),
    "tracking": ({**SETTINGS, "destination": "https://x.org/?utm_source=y"}, "visitors come from"),
    "misspelt": ({**SETTINGS, "destinaton": "x"}, "did you mean “destination”?"),
    "not a flag": ({**SETTINGS, "escape": "yes"}, "“escape” is neither on nor off"),
    "misspelt text": ({**SETTINGS, "texts": {"en": {"lable": "x"}}}, "did you mean “label”?"),
    "a promise": ({**SETTINGS, "texts": {"en": {"limits": "Untraceable!"}}}, "nobody can promise"),
}


@pytest.mark.parametrize("fault", BAD_SETTINGS)
def test_a_fault_in_the_settings_stops_pelican_before_it_writes(fault: str, tmp_path: Path) -> None:
    given, message = BAD_SETTINGS[fault]
    run = run_pelican(tmp_path, exit_settings=given)
    assert run.status != 0
    assert message in run.errors
    assert not run.output.exists() or pages(run) == []


def test_a_theme_with_an_exit_of_its_own_and_a_second_one_is_refused(tmp_path: Path) -> None:
    write_content(tmp_path / "content")
    two = '<title>x</title><a data-quick-exit href="/">Out</a><a data-quick-exit href="/">Out</a>'
    (tmp_path / "content" / "extra" / "two.html").write_text(two)
    run = run_pelican(tmp_path)
    assert run.status != 0
    assert "the page has 2 exits" in run.errors


def test_a_site_language_without_words_is_refused(tmp_path: Path) -> None:
    run = run_pelican(tmp_path, lang="tlh")
    assert run.status != 0
    assert "no label" in run.errors


def test_a_safety_page_that_is_not_there_is_refused(tmp_path: Path) -> None:
    run = run_pelican(tmp_path, exit_settings={**SETTINGS, "safety_page": "/pages/gone.html"})
    assert run.status != 0
    assert "/pages/gone.html" in run.errors
