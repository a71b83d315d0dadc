# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages that nobody would write: pieces of real ones, cut and mixed. The corpus stays in the suite.

The long run mixes for a minute; a page that breaks a rule belongs into the corpus.
"""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from havenpress.accessibility import check
from havenpress.tree import parse, strip_attribute

HERE = Path(__file__).parent
CORPUS = sorted((HERE / "corpus").glob("*.html"))
PAGES = [path.read_bytes() for path in sorted((HERE.parent / "rules").glob("*/*/*.html"))]
ODD = [
    b"<", b">", b"</", b"\"", b"'", b"=", b"\x00", b"\xff", b"<!--", b"-->", b"<![CDATA[", b"&#x",
    b"<svg>", b"<math>", b"<template>", b"<table>", b"<frameset>", b"<style>", b"</style>", b"{",
    b"}", b" style='color:var(--a)'", b" aria-labelledby='x x'", b" id=x", b" aria-owns=x",
    b" role='none'", b"<p><template shadowrootmode=open><slot>", b" data-hp-src='a:1'", b"\r\n", b"<select>", b"<label for=x>", b" lang=xx",
    b"<plaintext>", b"<noscript>", b"@media(", b":is(", b" tabindex=999999999999999999",
]  # fmt: skip
SECONDS = 60


def mixed(chance: random.Random) -> bytes:
    """Return pieces of pages with odd bytes between and inside of them."""
    pieces = []
    for _ in range(chance.randint(1, 6)):
        page = chance.choice(PAGES)
        start = chance.randrange(len(page))
        pieces.append(page[start : start + chance.randint(1, 400)])
        pieces.append(chance.choice(ODD) * chance.choice([1, 1, 1, 40]))
    return b"".join(pieces)


def judge(page: bytes) -> None:
    assert all(finding.message for finding in check(page))
    check(page, fragment=True)
    for element in parse(page).elements:
        assert element.parent is None or element.parent.index < element.index
    assert strip_attribute(b"<p data-x>" + page, "data-x").startswith(b"<p>")


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_the_corpus_is_judged(path: Path) -> None:
    judge(path.read_bytes())


def test_mixed_pages_are_judged() -> None:
    chance = random.Random(5)
    for _ in range(150):
        judge(mixed(chance))


@pytest.mark.full
def test_mixed_pages_are_judged_for_a_minute() -> None:
    chance = random.Random()
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        page = mixed(chance)
        try:
            judge(page)
        except Exception:
            (HERE / "corpus").mkdir(exist_ok=True)
            (HERE / "corpus" / f"found-{abs(hash(page)):x}.html").write_bytes(page)
            raise
