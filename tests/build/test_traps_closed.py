# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pelican's traps by what comes of them: each test builds what Pelican alone would spoil."""

from __future__ import annotations

import datetime
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from havenpress.build import Outcome, build
from havenpress.components import theme as theming
from havenpress.findings import SettingsError, render
from havenpress.tree import parse
from pelican import signals

ROOT = Path(__file__).resolve().parents[2]
TODAY = datetime.date(2026, 11, 23)


def built(content: Path) -> Outcome:
    return build(content, content.parent / "output", today=TODAY)


def write_posts(content: Path, count: int, tag: str) -> None:
    """Write posts that differ in number and tag from one of the small site."""
    text = (content / "posts" / "safety-plan.md").read_text(encoding="utf-8")
    for number in range(count):
        lines = [line for line in text.split("\n") if not line.startswith(("tags:", "slug:"))]
        named = "\n".join(lines).replace("title: ", f"title: {tag} number {number}, ", 1)
        front = f"---\nslug: {tag}-{number}\ntags: [{tag}]\n"
        (content / "posts" / f"{tag}-{number}.md").write_text(
            named.replace("---\n", front, 1), encoding="utf-8"
        )


def test_page_3_of_a_tag_is_not_written_over_another_tag(content: Path) -> None:
    write_posts(content, 25, "x1")
    write_posts(content, 1, "x13")
    outcome = built(content)
    assert outcome.swapped, render(outcome.report)
    tags = outcome.output / "tag"
    for path, own in (("x1/page/3", "x1 number"), ("x13", "x13 number 0"), ("x1", "x1 number")):
        page = parse((tags / path / "index.html").read_bytes())
        titles = [link.text for link in page.select("main a") if "number" in link.text]
        assert titles
        assert all(own in title for title in titles), (path, titles)


@pytest.fixture
def grumbler() -> Iterator[None]:
    """A plugin that logs an error and goes on, as Pelican and its plugins do."""

    def grumble(_generator: object) -> None:
        logging.getLogger("pelican.plugins.grumble").error("Could not process %s", "the tides")

    signals.article_generator_finalized.connect(grumble)
    yield
    signals.article_generator_finalized.disconnect(grumble)


@pytest.mark.usefixtures("grumbler")
def test_error_that_pelican_only_logs_stops_the_build(content: Path) -> None:
    outcome = built(content)
    assert [(f.rule, f.message) for f in outcome.report.of_level("error")] == [
        ("pelican", "Could not process the tides")
    ]
    assert not outcome.swapped
    assert not outcome.output.exists()


@pytest.fixture
def stumbler() -> Iterator[None]:
    """A part that fails while a text is read; Pelican says which text, and not what failed."""

    def stumble(_generator: object) -> None:
        raise KeyError("the tides")

    signals.article_generator_preread.connect(stumble)
    yield
    signals.article_generator_preread.disconnect(stumble)


@pytest.mark.usefixtures("stumbler")
def test_what_fails_while_a_text_is_read_is_not_the_writers_to_mend(content: Path) -> None:
    with pytest.raises(KeyError, match="the tides"):
        built(content)


def test_template_that_our_theme_lacks_is_not_taken_from_pelican(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pelican has a “tag” of its own, without an exit."""
    theme = shutil.copytree(ROOT / "theme", tmp_path / "theme")
    (theme / "templates" / "tag.html").unlink()
    conf = tmp_path / "publishconf.py"
    text = (ROOT / "publishconf.py").read_text(encoding="utf-8")
    text = text.replace("Path(__file__).resolve().parent", f"Path({str(ROOT)!r})")
    conf.write_text(f"{text}\nTHEME = {str(theme)!r}\n", encoding="utf-8")
    monkeypatch.setattr("havenpress.build.render.CONFIGURATION", conf)
    monkeypatch.setattr(theming, "ROOT", theme)
    with pytest.raises(SettingsError) as caught:
        built(content)
    assert "no such template" in caught.value.findings[0].message
    assert not (tmp_path / "output").exists()


def test_pinned_time_and_words_of_dates_are_those_of_site_yaml(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = content / "site.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("Europe/London", "Pacific/Auckland"), encoding="utf-8")
    feed = (built(content).output / "feeds" / "all.atom.xml").read_text(encoding="utf-8")
    assert "+13:00</published>" in feed or "+12:00</published>" in feed


def test_plain_pelican_writes_no_feed_without_an_address(tmp_path: Path) -> None:
    output = tmp_path / "output"
    command = [sys.executable, "-m", "pelican", "-s", str(ROOT / "pelicanconf.py")]
    environ = {**os.environ, "SOURCE_DATE_EPOCH": "1795392000"}
    run = subprocess.run(
        [*command, "-o", str(output)], cwd=tmp_path, env=environ, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    assert (output / "index.html").is_file()
    assert [path for path in output.rglob("*") if path.suffix in {".xml", ".rss"}] == []
    assert "atom+xml" not in (output / "index.html").read_text(encoding="utf-8")


def test_published_feed_has_the_address_of_the_site(content: Path) -> None:
    feed = (built(content).output / "feeds" / "all.atom.xml").read_text(encoding="utf-8")
    assert 'href="https://small.example/feeds/all.atom.xml"' in feed
    assert 'href="https://small.example/posts/safety-plan/"' in feed
