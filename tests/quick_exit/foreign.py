# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pelican sites that are not ours, built by Pelican's own command with the plugin alone."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from havenpress.quick_exit import ExitSettings
from havenpress.tree import parse

from .sites import DESTINATION, Site

ROOT = Path(__file__).parents[2]
PLUGINS = ROOT / "plugins"
SETTINGS = {"destination": DESTINATION, "safety_page": "/pages/safety.html"}

POST = """Title: Leaving an abuser {number}
Date: 2026-11-0{number}
Category: Guides
Slug: part-{number}

{text}

![A door](/images/door.png)

[Part 1](/part-1.html) [Part 2](/part-2.html) [Part 3](/part-3.html)
<a id="out" href="OUT">Another helpline</a>
"""
SAFETY = """Title: Reading this safely
Slug: safety

## What it cannot do {#cannot}

It does not delete your history.
"""
CONFIGURATION = """
SITENAME = "A small charity"
AUTHOR = "The team"
SITEURL = ""
PATH = "content"
THEME = {theme!r}
TIMEZONE = "Europe/London"
DEFAULT_LANG = {lang!r}
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
STATIC_PATHS = ["images", "extra"]
EXTRA_PATH_METADATA = {{}}
READERS = {{"html": None}}
PLUGINS = ["havenpress.quick_exit"]
MARKDOWN = {{"extension_configs": {{"markdown.extensions.extra": {{}}}}, "output_format": "html5"}}
CC_LICENSE = {{"icon": False, "name": "", "slug": ""}}
HAVENPRESS_QUICK_EXIT = {exit!r}
{more}
"""


# Public themes: the package, and the theme's folder in it.
PACKAGES = {
    "reflex": ("pelican-theme-reflex==4.0.1", "pelican/themes/reflex"),
    "engineering": ("pelican-engineering-theme==0.1.0", "pelican_engineering_theme/theme"),
    "smallweb": ("pelican-theme-smallweb==2022.6.28", "pelican/themes/smallweb"),
}
THEMES = ("simple", "notmyidea", *PACKAGES)


@dataclass(frozen=True)
class Run:
    """What Pelican said and did."""

    status: int
    errors: str
    output: Path


def run_pelican(
    folder: Path,
    *,
    theme: str = "simple",
    exit_settings: dict[str, object] | None = None,
    lang: str = "en",
    more: str = "",
) -> Run:
    """Write a site of three posts and a page, and build it."""
    write_content(folder / "content")
    given = SETTINGS if exit_settings is None else exit_settings
    text = CONFIGURATION.format(theme=theme, exit=given, lang=lang, more=more)
    (folder / "pelicanconf.py").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "-o", "output"]
    environment = {"PYTHONPATH": str(PLUGINS), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    return Run(done.returncode, done.stdout + done.stderr, folder / "output")


def write_content(folder: Path) -> None:
    (folder / "pages").mkdir(parents=True, exist_ok=True)
    (folder / "extra").mkdir(exist_ok=True)
    (folder / "images").mkdir(exist_ok=True)
    for number in "123":
        text = "She kept a list of places where the door was open. " * 40
        (folder / f"{number}.md").write_text(POST.format(number=number, text=text))
    (folder / "pages" / "safety.md").write_text(SAFETY)


def built_site(run: Run) -> Site:
    """Return a built site as the statements read it."""
    pages = ("/part-1.html", "/part-2.html", "/part-3.html")
    settings = ExitSettings(**SETTINGS)  # type: ignore[arg-type]
    titles = {page: page_title(run.output / page[1:]) for page in pages}
    return Site(run.output, pages, settings, titles)


def page_title(path: Path) -> str:
    title = parse(path.read_bytes()).select("head > title")[0].text
    return " ".join(title.split())


def find_theme(name: str, folder: Path) -> str:
    """Return the folder of a theme: Pelican's own by name, another from its package.

    A package that is not installed here is put into ``folder`` by pip; raises
    CalledProcessError where there is no index.
    """
    if name not in PACKAGES:
        return name
    requirement, inside = PACKAGES[name]
    pip = next((ROOT / "bootstrap").glob("pip-*.whl")) / "pip"
    command = [sys.executable, str(pip), "install", "--quiet", "--no-deps"]
    command += ["--target", str(folder), requirement]
    subprocess.run(command, check=True, capture_output=True)
    return str(folder / inside)
