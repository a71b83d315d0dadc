# SPDX-License-Identifier: AGPL-3.0-or-later
"""The gate finds what must not be published, in finished files, whoever made them."""

from __future__ import annotations

import base64
import hashlib
import io
from pathlib import Path

import pytest
from havenpress.gate import Declared, Output, Withheld, inspect_output
from PIL import Image

URL = "https://harbour-line.example/"
STYLE, SCRIPT = "body{color:#111}", "addEventListener('x',()=>{})"


def digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


GOOD = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'sha256-{digest(STYLE)}'; script-src 'sha256-{digest(SCRIPT)}'">
<meta name="referrer" content="no-referrer">
<title>A safe place</title>
<link rel="icon" href="/theme/icon.svg">
<style>{STYLE}</style>
<script data-quick-exit-script>{SCRIPT}</script></head>
<body><a data-quick-exit href="https://www.weather.gov/" rel="noreferrer nofollow">Leave</a>
<h1>A safe place</h1><p>Words</p>
<a href="https://example.org/">Another site</a></body></html>
"""


def gate(folder: Path, page: str = GOOD, **options: object) -> set[str]:
    (folder / "index.html").write_text(page, encoding="utf-8")
    return {finding.rule for finding in inspect_output(Output(folder, URL, **options))}


def test_a_good_page_passes(tmp_path: Path) -> None:
    assert gate(tmp_path) == set()


@pytest.mark.parametrize(
    ("rule", "right", "wrong"),
    [
        ("output-exit", '<a data-quick-exit href="https://www.weather.gov/"', "<a"),
        (
            "output-exit",
            "<h1>",
            '<a data-quick-exit href="https://a.example/" rel=noreferrer>x</a><h1>',
        ),
        ("output-exit", "https://www.weather.gov/", "http://www.weather.gov/"),
        ("output-exit", "https://www.weather.gov/", "https://harbour-line.example/"),
        ("output-exit", ' rel="noreferrer nofollow"', ""),
        ("output-exit", "<script data-quick-exit-script>", "<script>"),
        ("output-title", "<title>A safe place</title>", "<title> </title>"),
        ("output-title", "<h1>A safe place</h1>", ""),
        ("output-title", "<p>Words</p>", "<h1>Two</h1>"),
        ("output-title", "<h1>A safe place</h1>", "<h1></h1>"),
        ("output-language", ' lang="en"', ""),
        ("output-language", ' lang="en"', ' lang="english language"'),
        ("output-addresses", "<p>", '<img src="https://cdn.example/a.png" alt=""><p>'),
        (
            "output-addresses",
            "<p>",
            '<img src="/a.png" srcset="/a.png 1x, //cdn.example/b.png 2x" alt=""><p>',
        ),
        ("output-addresses", "<p>", '<link rel="stylesheet" href="https://cdn.example/a.css"><p>'),
        ("output-addresses", "https://example.org/", "http://example.org/"),
        ("output-addresses", "https://example.org/", "https://localhost:8000/"),
        ("output-addresses", "https://example.org/", "javascript:alert(1)"),
        ("output-addresses", "https://example.org/", "file:///etc/passwd"),
        ("output-addresses", "<p>", '<form action="https://forms.example/"></form><p>'),
        ("output-addresses", "<p>", '<a href="/" ping="https://a.example/">x</a><p>'),
        ("output-addresses", "https://example.org/", "https://[x"),
        ("output-inline", 'http-equiv="content-security-policy"', 'name="x"'),
        ("output-inline", STYLE, STYLE + "p{}"),
        ("output-inline", SCRIPT, SCRIPT + ";1"),
        ("output-inline", "<p>", "<script>1</script><p>"),
        ("output-inline", "<p>", "<style>p{}</style><p>"),
        ("output-inline", "<p>", '<p style="color:red">'),
        ("output-inline", "<p>", '<p onclick="x()">'),
        ("output-inline", "<p>", '<iframe src="/a"></iframe><p>'),
        ("output-inline", "<p>", '<script src="/a.js"></script><p>'),
        ("output-inline", "default-src 'none'", "default-src 'none'; frame-ancestors 'none'"),
        ("output-inline", "default-src 'none'", "default-src 'unsafe-inline'"),
        ("output-inline", "<title>", '<meta http-equiv="refresh" content="3"><title>'),
        ("output-inline", "<title>", '<base href="/x/"><title>'),
        ("output-referrer", 'content="no-referrer"', 'content="origin"'),
        ("output-referrer", '<link rel="icon" href="/theme/icon.svg">', ""),
        ("output-referrer", "<title>", '<link rel="preconnect" href="/"><title>'),
        ("output-referrer", "<title>", '<link rel="manifest" href="/m.json"><title>'),
        ("output-annotations", "<p>", '<p data-hp-src="content/posts/a.md:3">'),
    ],
)
def test_a_fault_is_found(rule: str, right: str, wrong: str, tmp_path: Path) -> None:
    assert right in GOOD
    assert rule in gate(tmp_path, GOOD.replace(right, wrong, 1))


def test_data_blocks_are_no_scripts(tmp_path: Path) -> None:
    block = '<script type="application/ld+json">{"@type":"NGO"}</script><p>'
    assert gate(tmp_path, GOOD.replace("<p>", block)) == set()


def test_a_declared_page_that_is_missing_is_found(tmp_path: Path) -> None:
    assert gate(tmp_path, declared=(Declared("index.html"),)) == set()
    assert gate(tmp_path, declared=(Declared("safety/index.html"),)) == {"output-pages"}


def test_an_empty_declared_page_is_found(tmp_path: Path) -> None:
    (tmp_path / "404.html").touch()
    assert "output-pages" in gate(tmp_path, declared=(Declared("404.html"),))


@pytest.mark.parametrize("name", ["feed.xml", "index.json", "search.js", "about.html"])
def test_words_of_a_draft_are_found_in_any_text_file(name: str, tmp_path: Path) -> None:
    words = "The refuge will move to the old mill in May"
    (tmp_path / name).write_text(words.replace(" ", "\n &amp;#32;").upper(), encoding="utf-8")
    held = (Withheld("content/posts/move.md", (words,)),)
    assert "output-drafts" in gate(tmp_path, withheld=held)


@pytest.mark.parametrize("name", ["notes.md", ".env", "site.yaml", "a.py", ".git/HEAD", "README"])
def test_a_file_that_no_reader_needs_is_found(name: str, tmp_path: Path) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("x", encoding="utf-8")
    assert gate(tmp_path) == {"output-files"}


def test_a_link_to_a_file_elsewhere_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.html").symlink_to("/etc/hostname")
    assert "output-files" in gate(tmp_path)


def picture(**options: object) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (8, 8), "teal").save(data, **options)
    return data.getvalue()


def test_a_picture_with_its_place_is_found(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    (tmp_path / "a.jpg").write_bytes(picture(format="JPEG", exif=exif))
    assert gate(tmp_path) == {"output-files"}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_clean_picture_passes(kind: str, tmp_path: Path) -> None:
    (tmp_path / f"a.{kind.lower().replace('jpeg', 'jpg')}").write_bytes(picture(format=kind))
    assert gate(tmp_path) == set()


def test_a_picture_that_cannot_be_read_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"no picture")
    assert gate(tmp_path) == {"output-files"}


@pytest.mark.parametrize("data", [b"", b"\x00\xff\xfe", b"<" * 5000, b"<div>" * 3000])
def test_any_bytes_are_judged_and_crash_nothing(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(data)
    assert {f.rule for f in inspect_output(Output(tmp_path, URL))} >= {"output-exit"}
