# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pelican's traps: each one is set again here, and the site is refused before it is written."""

from __future__ import annotations

import datetime
import subprocess
import sys
from pathlib import Path

import havenpress.build.render as rendering
import pytest
from havenpress.build import build
from havenpress.build.render import read_settings
from havenpress.findings import Finding, SettingsError
from havenpress.site import Project
from havenpress.site.traps import TRAPS, open_traps

ROOT = Path(__file__).resolve().parents[2]
TODAY = datetime.date(2026, 11, 23)

# How somebody would set each trap, in the line that follows the settings as they are.
SET = {
    "OUTPUT_SOURCES": "OUTPUT_SOURCES = True",
    "DRAFT_SAVE_AS": 'DRAFT_SAVE_AS = "drafts/{slug}.html"',
    "DRAFT_PAGE_LANG_SAVE_AS": 'DRAFT_PAGE_LANG_SAVE_AS = "drafts/{lang}/{slug}.html"',
    "WITH_FUTURE_DATES": "WITH_FUTURE_DATES = True",
    "autoescape": 'JINJA_ENVIRONMENT = JINJA_ENVIRONMENT | {"autoescape": False}',
    "undefined": "import jinja2\nJINJA_ENVIRONMENT = JINJA_ENVIRONMENT | "
    '{"undefined": jinja2.Undefined}',
    "PLUGINS": 'PLUGINS = [*PLUGINS, "havenpress.quick_exit"]',
    "SITEURL": 'SITEURL = ""',
    "http": 'SITEURL = "http://harbour-line.example"',
    "PAGINATION_PATTERNS": 'TAG_SAVE_AS = "tag/{slug}.html"\n'
    'PAGINATION_PATTERNS = [(1, "{name}{number}.html", "{name}{number}{extension}")]\n'
    'PAGINATION_PATTERNS = [(1, "{url}", "{save_as}"), '
    '(2, "{base_name}{number}{extension}", "{name}{number}{extension}")]',
}


def fingerprint(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refused(content: Path, line: str, monkeypatch: pytest.MonkeyPatch) -> list[Finding]:
    """Return why a site is not built whose settings end with a line of ours."""
    original = (ROOT / "publishconf.py").read_text(encoding="utf-8")
    conf = content.parent / "publishconf.py"
    text = original.replace("Path(__file__).resolve().parent", f"Path({str(ROOT)!r})")
    conf.write_text(f"{text}\n{line}\n", encoding="utf-8")
    monkeypatch.setattr(rendering, "CONFIGURATION", conf)
    with pytest.raises(SettingsError) as caught:
        build(content, content.parent / "output", today=TODAY)
    assert caught.value.exit_status == 2
    return caught.value.findings


@pytest.mark.parametrize("name", SET)
def test_trap_that_is_set_is_refused(
    name: str, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = content.parent / "output"
    build(content, output, today=TODAY)
    before = fingerprint(output)
    (finding,) = refused(content, SET[name], monkeypatch)
    assert finding.rule == "settings-traps"
    assert finding.file in {"pelicanconf.py", "publishconf.py"}
    assert finding.line
    assert finding.remedy
    assert fingerprint(output) == before


def test_every_trap_has_a_case(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = refused(content, "\n".join(SET.values()), monkeypatch)
    assert {finding.message.split(":")[0] for finding in found} == {trap.name for trap in TRAPS}
    assert len(found) == len(TRAPS)


def test_settings_of_ours_set_no_trap(content: Path) -> None:
    for drafts in (False, True):
        project = Project.read(content, content.parent / "output", TODAY, drafts=drafts)
        assert list(open_traps(read_settings(project, content.parent / "staging"))) == []


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("OUTPUT_SOURCES=true", "the source files would be published"),
        ("WITH_FUTURE_DATES=true", "posts would be published before their day"),
        ('FEED_ALL_ATOM="feeds/all.atom.xml"', "feeds without an address"),
    ],
)
def test_plain_pelican_is_refused_too(setting: str, words: str, tmp_path: Path) -> None:
    output = tmp_path / "output"
    command = [sys.executable, "-m", "pelican", "-s", str(ROOT / "pelicanconf.py")]
    run = subprocess.run(
        [*command, "-o", str(output), "-e", setting], cwd=tmp_path, capture_output=True, text=True
    )
    assert run.returncode != 0
    assert words in " ".join((run.stdout + run.stderr).split())
    assert not output.exists() or list(output.rglob("*")) == []
