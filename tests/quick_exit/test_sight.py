# SPDX-License-Identifier: AGPL-3.0-or-later
"""A theme that hides or covers the exit, seen in the browser by the command that looks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from havenpress.browser import find_chromium

from .foreign import PLUGINS
from .sites import write_site

BANNER = (
    "<div id=cookies style='position:fixed;z-index:2147483647;inset:0 0 auto;height:60px'>We</div>"
)
POLICY = '<meta http-equiv="Content-Security-Policy" content="script-src \'none\'">'

FAULTS = {
    "hidden": ("<style>#quick-exit{display:none!important}</style>", "is not displayed"),
    "hidden until a script runs": (
        "<style>body{visibility:hidden}</style>", "body { visibility: visible }"
    ),
    "out of sight": ("<style>#quick-exit>a{top:-90px!important}</style>", "not wholly on the screen"),
    "see-through": ("<style>body{opacity:.01}</style>", "as with “body { opacity: 1 }”"),
    "small": ("<style>#quick-exit>a{padding:2px!important}</style>", "less than 44 pixels"),
    "scrolls away": ("<style>body{transform:translateZ(0)}</style>", "not wholly on the screen"),
    "scrolls away, mended": (
        "<style>body{transform:translateZ(0)}</style>", "“body { transform: none }”"
    ),
    "fades in": (
        "<style>@keyframes i{from{transform:translateY(9px)}}body{animation:i 1ms both}</style>",
        "“body { animation-name: none }”",
    ),
    "banner": (f"<script>document.write(\"{BANNER}\")</script>", "covered by <div id=cookies>"),
    "banner, mended": (f"<script>document.write(\"{BANNER}\")</script>", "“#cookies { top: 48px }”"),
    "without a pointer": (
        "<style>body{pointer-events:none}</style>", "“#quick-exit { pointer-events: auto }”"
    ),
    "blocked": (POLICY, "does not run its script"),
}  # fmt: skip

HEADER = "<div style='display:flow-root'><header class='site top'>A small charity</header></div>"
# What a theme places beneath the exit, and the rule that its user is told.
BENEATH = {
    "pinned": (
        ".site{position:fixed;top:0;left:0;right:0}",
        "“header.site.top { position: sticky; top: 48px }”",
    ),
    "by position": (
        ".site{position:absolute;top:0}body{padding-top:60px}",
        "“header.site.top { position: sticky; top: 48px }”",
    ),
    "drawn up": (
        "body{padding-top:20px}.site{margin-top:-20px}",
        "“header.site.top { margin-top: 0 }”",
    ),
}


@pytest.fixture(autouse=True)
def _needs_chromium() -> None:
    if find_chromium() is None:
        pytest.skip("no Chromium here")


def look(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the command as its users do."""
    return subprocess.run(
        [sys.executable, "-m", "havenpress.quick_exit", str(folder)],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(PLUGINS), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
    )


def test_a_site_whose_exit_is_seen_passes(tmp_path: Path) -> None:
    write_site(tmp_path)
    done = look(tmp_path)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


@pytest.mark.parametrize("fault", FAULTS)
def test_s27_a_theme_that_hides_or_covers_the_exit_is_refused(fault: str, tmp_path: Path) -> None:
    added, message = FAULTS[fault]
    site = write_site(tmp_path)
    page = site.file("/2.html")
    # Last in the page where a theme may write it, and before the script where it is a policy.
    before = "<meta charset" if fault == "blocked" else "<ul>"
    page.write_text(page.read_text().replace(before, added + before, 1))
    done = look(tmp_path)
    assert done.returncode == 1
    assert "2.html: error exit-visible: the exit " in done.stdout
    assert message in done.stdout
    assert "1.html" not in done.stdout


def test_s29_a_theme_that_cuts_off_what_leaving_does_not_do_is_told(tmp_path: Path) -> None:
    site = write_site(tmp_path)
    page = site.file("/2.html")
    clip = "<style>#quick-exit p{height:9px;overflow:hidden}</style>"
    page.write_text(page.read_text().replace("<ul>", f"{clip}<ul>", 1))
    done = look(tmp_path)
    assert done.returncode == 0
    assert "2.html: warning exit-visible: the exit says what leaving does not do" in done.stdout


@pytest.mark.parametrize("habit", BENEATH)
def test_s27_a_theme_is_told_what_of_it_lies_beneath_the_exit(habit: str, tmp_path: Path) -> None:
    style, rule = BENEATH[habit]
    site = write_site(tmp_path)
    page = site.file("/2.html")
    html = page.read_text().replace("<main", f"<style>{style}</style>{HEADER}<main", 1)
    page.write_text(html)
    done = look(tmp_path)
    assert done.returncode == 0, done.stdout
    assert "2.html: warning exit-visible: the exit lies over “A small charity”" in done.stdout
    assert rule in done.stdout
    assert "1.html" not in done.stdout
    ours = rule[1:-1].replace("}", "} body { padding-top: 0 !important }")
    page.write_text(html.replace(HEADER, f"<style>{ours}</style>{HEADER}", 1))
    assert "lies over" not in look(tmp_path).stdout


def test_a_folder_without_pages_is_a_mistake_in_the_command(tmp_path: Path) -> None:
    done = look(tmp_path / "nowhere")
    assert done.returncode == 2
    assert "there are no pages" in done.stderr
