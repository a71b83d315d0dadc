# SPDX-License-Identifier: AGPL-3.0-or-later
"""The wheel works on a foreign Pelican site, each part alone, by its import name.

The wheel is unpacked into an empty folder that stands before nothing else of ours, so that what
is tested is what was packed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = """
AUTHOR = "x"
SITENAME = "Foreign"
SITEURL = "https://foreign.example"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
PATH = "content"
LOAD_CONTENT_CACHE = False
THEME = "simple"
PLUGINS = [{plugin!r}]
HAVENPRESS_QUICK_EXIT = {{"destination": "https://www.weather.gov/", "safety_page": "/pages/safety.html"}}
HAVENPRESS_CATALOGUE = {{"path": {catalogue!r}, "today": "2026-11-23"}}
"""
POST = "Title: Hello\nDate: 2026-01-02\nCategory: a\n\nText with [a named link](https://example.org/).\n"
SAFETY = """Title: Safety
Slug: safety

<h2 id="cannot">What it cannot do</h2><h2 id="does">What it does</h2><h2 id="no-script">Old
browsers</h2><h2 id="history">History</h2><h2 id="device">Another device</h2>
"""
OURS = """---
title: Hello
slug: hello
date: 2026-01-02
lang: en
summary: A greeting.
authors: [{name: A, role: writer}]
reviewers: [{name: B, role: editor}]
reviewed: 2026-01-02
review_by: 2026-12-01
audience: ally
category: a
---

Text.
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def build(
    wheel: Path, folder: Path, plugin: str, post: str = POST, **pages: str
) -> subprocess.CompletedProcess:
    """Run Pelican in a process of its own."""
    (folder / "content" / "pages").mkdir(parents=True, exist_ok=True)
    (folder / "content" / "hello.md").write_text(post, encoding="utf-8")
    for name, text in pages.items():
        (folder / "content" / "pages" / name).write_text(text, encoding="utf-8")
    catalogue = str(ROOT / "tests" / "sites" / "small" / "content" / "catalogue")
    settings = SETTINGS.format(plugin=plugin, catalogue=catalogue)
    (folder / "conf.py").write_text(settings, encoding="utf-8")
    command = [sys.executable, "-m", "pelican", "-s", "conf.py", "-o", "output", "content"]
    environ = {**os.environ, "PYTHONPATH": str(wheel)}
    return subprocess.run(command, cwd=folder, env=environ, capture_output=True, text=True)


def test_wheel_holds_everything_but_tests(wheel: Path) -> None:
    names = {path.relative_to(wheel).as_posix() for path in wheel.rglob("*") if path.is_file()}
    packed = {name for name in names if name.startswith("havenpress/")}
    ours = {
        f"havenpress/{path.relative_to(ROOT / 'plugins' / 'havenpress').as_posix()}"
        for path in (ROOT / "plugins" / "havenpress").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert ours <= packed
    assert not any("test" in Path(name).parts[:1] for name in names)


def test_import_loads_neither_pelican_nor_settings(wheel: Path, tmp_path: Path) -> None:
    code = "import havenpress, sys; assert 'pelican' not in sys.modules; print(havenpress.__file__)"
    environ = {**os.environ, "PYTHONPATH": str(wheel)}
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environ, capture_output=True, text=True
    )
    assert run.stdout.startswith(str(wheel)), run.stderr


def test_quick_exit_alone(wheel: Path, tmp_path: Path) -> None:
    run = build(wheel, tmp_path, "havenpress.quick_exit", **{"safety.md": SAFETY})
    pages = list((tmp_path / "output").rglob("*.html"))
    assert run.returncode == 0, run.stdout + run.stderr
    assert len(pages) > 3
    assert all(page.read_text(encoding="utf-8").count("data-quick-exit ") == 1 for page in pages)


def test_accessibility_alone_finds_a_fault(wheel: Path, tmp_path: Path) -> None:
    post = POST + "\n<img src='x.png'>\n"
    run = build(wheel, tmp_path, "havenpress.accessibility", post)
    assert run.returncode != 0
    assert "image-alt" in run.stdout + run.stderr


def test_writing_alone(wheel: Path, tmp_path: Path) -> None:
    run = build(wheel, tmp_path, "havenpress.writing", OURS)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "Text." in (tmp_path / "output" / "hello.html").read_text(encoding="utf-8")


def test_writing_alone_fails_on_a_fault(wheel: Path, tmp_path: Path) -> None:
    run = build(wheel, tmp_path, "havenpress.writing", OURS.replace("2026-01-02", "2026-02-31"))
    assert run.returncode != 0
    assert "February 2026 has 28 days" in run.stdout + run.stderr


def test_catalogue_alone(wheel: Path, tmp_path: Path) -> None:
    run = build(wheel, tmp_path, "havenpress.catalogue")
    assert run.returncode == 0, run.stdout + run.stderr
    page = tmp_path / "output" / "services" / "northtown-clinic" / "index.html"
    assert "020 7946 0018" in page.read_text(encoding="utf-8")


def test_images_alone_leaves_no_place_in_a_picture(wheel: Path, tmp_path: Path) -> None:
    from PIL import Image

    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    (tmp_path / "content" / "images").mkdir(parents=True)
    Image.new("RGB", (40, 30), "teal").save(tmp_path / "content" / "images" / "a.jpg", exif=exif)
    run = build(wheel, tmp_path, "havenpress.images")
    assert run.returncode == 0, run.stdout + run.stderr
    (picture,) = (tmp_path / "output").rglob("a.jpg")
    with Image.open(picture) as opened:
        assert not opened.getexif()


def test_pre_commit_hooks_start_what_the_wheel_has(wheel: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><html lang="en"><title>A</title><img src="a.png">', "utf-8")
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in hooks] == ["accessibility", "catalogue"]
    for hook in hooks:
        named = [] if hook.get("pass_filenames") is False else [str(page)]
        command = [
            *hook["entry"].replace("python", sys.executable, 1).split(),
            *hook.get("args", ()),
        ]
        environ = os.environ | {"PYTHONPATH": str(wheel)}
        done = subprocess.run(
            [*command, *named],
            cwd=tmp_path,
            env=environ,
            capture_output=True,
            text=True,
            check=False,
        )
        said = {"accessibility": (1, "image-alt"), "catalogue": (2, "there is no such folder")}
        status, words = said[hook["id"]]
        assert done.returncode == status, done.stderr
        assert words in done.stdout + done.stderr
