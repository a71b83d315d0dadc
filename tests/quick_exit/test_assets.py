# SPDX-License-Identifier: AGPL-3.0-or-later
"""The size budget, and that what is sent is what can be read."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from pathlib import Path

from havenpress import quick_exit
from havenpress.quick_exit import SCRIPT, STYLE, control_html, script_hash, source_hash, style_hash
from havenpress.quick_exit.assets import FOREIGN_STYLE
from havenpress.quick_exit.texts import TEXTS

from .sites import settings

FOLDER = Path(quick_exit.__file__).parent


def size(text: str) -> int:
    """Return the bytes that go over the wire."""
    return len(gzip.compress(text.encode(), 9))


def test_the_script_the_style_and_the_control_are_small() -> None:
    assert size(SCRIPT) <= 2_000
    assert size(STYLE) <= 600
    assert size(FOREIGN_STYLE) <= 600
    assert max(size(control_html(settings(), lang)) for lang in TEXTS) <= 300


def test_what_is_sent_is_the_source_without_comments_and_spaces() -> None:
    source = (FOLDER / "quick_exit.js").read_text(encoding="utf-8")
    source = re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", "", source, flags=re.DOTALL)
    assert re.sub(r"[\s;]", "", SCRIPT) == re.sub(r"[\s;]", "", source)


def test_script_and_style_are_ascii_and_end_no_tag() -> None:
    for text in (SCRIPT, STYLE):
        assert text.isascii()
        assert "</" not in text
        assert "<!--" not in text


def test_hashes_are_those_of_the_standard() -> None:
    digest = base64.b64encode(hashlib.sha256(b"p{}").digest()).decode()
    assert source_hash("p{}") == f"'sha256-{digest}'"
    for expression in (script_hash(), style_hash()):
        assert re.fullmatch(r"'sha256-[A-Za-z0-9+/]{43}='", expression)


def test_the_script_is_the_same_for_all_languages() -> None:
    texts = [quick_exit.script_tag(settings(), lang) for lang in ("en", "es", "fr", "de", "ar")]
    assert len({text.split(">", 1)[1] for text in texts}) == 1
    assert len(set(texts)) == 5
