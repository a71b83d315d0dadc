# SPDX-License-Identifier: AGPL-3.0-or-later
"""A real browser sees what the rules cannot, and the command says so."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from havenpress.audit import audit
from havenpress.audit.axe import FOLDER, find_axe, pinned_version
from havenpress.audit.looking import address_of, find_file
from havenpress.findings import Finding

ROOT = Path(__file__).resolve().parents[2]
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
<meta name="viewport" content="width=device-width"><style>{style}</style></head>
<body><main><h1>A page</h1>
{body}
</main></body></html>"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "out"


def write(site: Path, name: str, body: str, style: str = "") -> None:
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PAGE.format(body=body, style=style), encoding="utf-8")


def found_on(site: Path) -> list[Finding]:
    return list(audit(site).report)


def run(
    site: Path, *arguments: str, error: int = subprocess.PIPE, **settings: str
) -> subprocess.CompletedProcess:
    command = [sys.executable, str(ROOT / "tasks.py"), "audit", "--built", "--output", str(site)]
    return subprocess.run(
        [*command, *arguments],
        stdout=subprocess.PIPE,
        stderr=error,
        text=True,
        env=os.environ | settings,
        timeout=120,
    )


@pytest.mark.browser
def test_what_a_script_adds_is_a_miss_and_what_stands_there_is_none(
    site: Path, chromium_path: Path
) -> None:
    script = "document.querySelector('p').innerHTML = '<img src=\"data:,\">'"
    body = f'<img src="data:,">\n<p></p><script>{script}</script>'
    write(site, "index.html", body)
    (found,) = found_on(site)
    assert (found.rule, found.line, found.page) == ("axe-image-alt", 0, "index.html")
    assert "in every view" in found.message


# One paragraph that only one kind of view shows in colours that nobody can read.
STYLE = """
@media (max-width: 400px) and (prefers-color-scheme: dark) {{ #dark {{ {grey} }} }}
@media (forced-colors: active) and (min-width: 900px) {{
  #forced {{ forced-color-adjust: none; {grey} }}
}}
body {{ container-type: inline-size; width: 40rem }}
@container (min-width: 1200px) {{ #large {{ {grey} }} }}
""".format(grey="color: #999; background: #aaa")


@pytest.mark.browser
def test_each_view_is_what_it_says(site: Path, chromium_path: Path) -> None:
    body = "".join(f'<p id="{name}">Words</p>' for name in ("dark", "forced", "large"))
    write(site, "index.html", body, STYLE)
    views = {each.selector: each.message.split("axe, ")[1] for each in found_on(site)}
    assert views == {
        "#dark": "dark, phone)",
        "#forced": "forced colours, desktop)",
        "#large": "text at 200 %, phone; text at 200 %, desktop)",
    }


@pytest.mark.browser
@pytest.mark.full
def test_what_can_be_opened_is_looked_at(site: Path, chromium_path: Path) -> None:
    script = "document.querySelector('p').innerHTML = '<img src=\"data:,\">'"
    body = f"<details><summary>More</summary><p></p></details><script>{script}</script>"
    write(site, "index.html", body)
    (found,) = found_on(site)
    assert "all opened, phone; all opened, desktop" in found.message


@pytest.mark.browser
def test_the_sites_own_files_are_served_and_nobody_elses(site: Path, chromium_path: Path) -> None:
    links = (
        '<link rel="stylesheet" href="/below/a.css"><script src="b.js"></script>'
        '<script src="https://example.org/c.js"></script>'
        '<meta http-equiv="refresh" content="0; url=/elsewhere.html">'
    )
    write(site, "deep/index.html", f"{links}<p>Words</p>")
    (site / "a.css").write_text("p { display: none }")
    (site / "deep" / "b.js").write_text(
        "addEventListener('load', () => { if (getComputedStyle(document.querySelector('p'))"
        ".display === 'none') document.body.append(new Image()) })"
    )
    assert "axe-image-alt" in {each.rule for each in found_on(site)}


@pytest.mark.browser
def test_a_page_that_cannot_be_looked_at_is_an_error(
    site: Path, chromium_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("havenpress.audit.looking.PATIENCE", 1500)
    write(site, "index.html", "<script>for (;;);</script>")
    (found,) = found_on(site)
    assert (found.rule, found.level) == ("axe", "error")


@pytest.mark.browser
def test_a_frame_whose_script_may_not_run_holds_nothing_up(site: Path, chromium_path: Path) -> None:
    write(site, "index.html", '<iframe src="javascript:void(0)" title="Results"></iframe>')
    page = site / "index.html"
    policy = """<meta http-equiv="Content-Security-Policy" content="script-src 'none'">"""
    page.write_text(page.read_text().replace("<title>", f"{policy}<title>"))
    assert run(site).returncode == 0


@pytest.mark.browser
@pytest.mark.full
def test_json_is_one_list_and_the_rest_goes_to_the_log(site: Path, chromium_path: Path) -> None:
    write(site, "index.html", "<script>document.querySelector('h1').after(new Image())</script>")
    done = run(site, "--format", "json")
    (record,) = json.loads(done.stdout)
    assert done.returncode == 1
    assert (record["file"], record["rule"]) == ("index.html", "axe-image-alt")
    assert record["wcag"] == [{"sc": "1.1.1", "conformance": "A"}]
    assert "1 of 1: out/index.html" in done.stderr
    assert "1 shapes of 1 pages in 10 views" in done.stderr


@pytest.mark.browser
@pytest.mark.full
def test_on_a_terminal_there_is_a_bar(site: Path, chromium_path: Path) -> None:
    write(site, "index.html", "<script>document.querySelector('h1').after(new Image())</script>")
    ours, theirs = pty.openpty()
    with ThreadPoolExecutor(1) as pool:  # a terminal that nobody reads stops who writes to it
        shown = pool.submit(read_all, ours)
        done = run(site, "--ignore", "axe-image-alt", error=theirs, TERM="xterm")
        os.close(theirs)
    os.close(ours)
    assert done.returncode == 0
    assert "100%" in shown.result()
    assert "1 of 1" not in shown.result()


def read_all(terminal: int) -> str:
    parts = []
    with contextlib.suppress(OSError):  # how a terminal says that nobody writes any more
        while part := os.read(terminal, 4096):
            parts.append(part)
    return b"".join(parts).decode()


def test_without_npm_the_older_copy_is_taken_and_says_why(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setattr("havenpress.npm.CACHE", site)
    axe = find_axe()
    assert axe.reason == "npm is not here"
    assert axe.version != pinned_version()
    assert "axe.run" in axe.source


def test_the_pinned_release_is_the_one_that_is_found() -> None:
    axe = find_axe()
    if axe.reason:
        pytest.skip(f"the pinned axe-core is not here: {axe.reason}")
    assert axe.version == pinned_version()
    assert "axe.run" in axe.source


def test_the_lock_names_a_hash_and_no_host() -> None:
    text = (FOLDER / "package-lock.json").read_text(encoding="utf-8")
    assert '"integrity": "sha512-' in text
    assert "resolved" not in text


@pytest.mark.parametrize("pages", [None, []])
def test_a_folder_without_pages_is_a_mistake_in_the_command(site: Path, pages: list | None) -> None:
    if pages is not None:
        site.mkdir()
    done = run(site)
    assert done.returncode == 2
    assert "there is no page in this folder; build it first" in done.stderr


def test_addresses_lead_to_files_as_on_a_host(site: Path) -> None:
    write(site, "index.html", "")
    write(site, "posts/hope/index.html", "")
    page = site / "posts" / "hope" / "index.html"
    assert address_of(page, site).endswith("/posts/hope/")
    assert find_file("/posts/hope/", site) == page
    assert find_file("/below/posts/hope/", site) == page
    assert find_file("/", site) == site / "index.html"
    assert find_file("/nowhere.css", site) is None
    assert find_file("/../../secret", site) is None
