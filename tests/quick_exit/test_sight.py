# SPDX-License-Identifier: AGPL-3.0-or-later
"""A theme that hides or covers the exit, seen in the browser by the command that looks."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from havenpress.browser import find_chromium
from havenpress.quick_exit import inject

from .foreign import PLUGINS
from .sites import page, settings, write_site

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

# What a theme does that is told and no fault: the words beside the exit are cut off.
CUT_OFF = "<style>#quick-exit p{height:9px;overflow:hidden}</style>"
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


Seen = dict[str, list[dict[str, Any]]]


def look(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the command as its users do."""
    return subprocess.run(
        [sys.executable, "-m", "havenpress.quick_exit", str(folder), *options],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(PLUGINS), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
    )


def mended(style: str, rule: str) -> str:
    """Return a theme's style with the rule that its user is told."""
    return style + rule[1:-1].replace("}", "} body { padding-top: 0 !important }")


def write_pages(folder: Path) -> None:
    """Write a site of which each page has another fault, and is named by it."""
    for fault, (added, _) in FAULTS.items():
        # Last in the page where a theme may write it, and before the script where it is a policy.
        write_page(folder, fault, "<meta charset" if fault == "blocked" else "<ul>", added)
    write_page(folder, "cut off", "<ul>", CUT_OFF)
    for habit, (style, rule) in BENEATH.items():
        write_page(folder, habit, "<main", f"<style>{style}</style>{HEADER}")
        styles = f"<style>{mended(style, rule)}</style>"
        write_page(folder, f"{habit}, mended", "<main", styles + HEADER)


def write_page(folder: Path, name: str, before: str, added: str) -> None:
    """Write a page with something that a theme adds to it after the exit is in place."""
    html = inject(page("1").encode(), settings()).decode()
    (folder / f"{name}.html").write_text(html.replace(before, added + before, 1))


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """The findings of one look at all of these pages, by page."""
    if find_chromium() is None:
        pytest.skip("no Chromium here")
    folder = tmp_path_factory.mktemp("sight")
    write_pages(folder)
    done = look(folder, "--format", "json")
    assert done.returncode == 1, done.stderr
    by_page: Seen = {path.stem: [] for path in folder.glob("*.html")}
    for finding in json.loads(done.stdout):
        by_page[Path(finding["page"]).stem].append(finding)
    return by_page


def test_a_site_whose_exit_is_seen_passes(tmp_path: Path) -> None:
    if find_chromium() is None:
        pytest.skip("no Chromium here")
    write_site(tmp_path)
    done = look(tmp_path)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


@pytest.mark.parametrize("fault", FAULTS)
def test_s27_a_theme_that_hides_or_covers_the_exit_is_refused(fault: str, seen: Seen) -> None:
    errors = [finding for finding in seen[fault] if finding["level"] == "error"]
    assert [error["rule"] for error in errors] == ["exit-visible"] * len(errors)
    said = " ".join(f"{error['message']}; {error['remedy']}" for error in errors)
    assert said.startswith("the exit ")
    assert FAULTS[fault][1] in said


def test_s29_a_theme_that_cuts_off_what_leaving_does_not_do_is_told(seen: Seen) -> None:
    found = seen["cut off"]
    assert {(finding["rule"], finding["level"]) for finding in found} == {
        ("exit-visible", "warning")
    }
    assert found[0]["message"].startswith("the exit says what leaving does not do")


@pytest.mark.parametrize("habit", BENEATH)
def test_s27_a_theme_is_told_what_of_it_lies_beneath_the_exit(habit: str, seen: Seen) -> None:
    found = seen[habit]
    assert {finding["level"] for finding in found} == {"warning"}
    assert found[0]["message"].startswith("the exit lies over “A small charity”")
    assert BENEATH[habit][1] in found[0]["remedy"]
    assert not any("lies over" in finding["message"] for finding in seen[f"{habit}, mended"])


def test_a_folder_without_pages_is_a_mistake_in_the_command(tmp_path: Path) -> None:
    done = look(tmp_path / "nowhere")
    assert done.returncode == 2
    assert "there are no pages" in done.stderr
