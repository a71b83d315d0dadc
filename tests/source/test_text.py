# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files are read as UTF-8, whatever an editor did to them."""

from __future__ import annotations

from pathlib import Path

from havenpress.source import decode, read_text

FILE = "content/posts/plan.md"


def test_byte_order_mark_and_crlf_are_no_fault() -> None:
    assert decode("\ufeffone\r\ntwo\rthree\n".encode(), FILE) == ("one\ntwo\nthree\n", [])


def test_latin_1_names_the_letter_and_writes_the_line() -> None:
    text, (finding,) = decode("ok\nRenée said\n".encode("latin-1"), FILE)
    assert (finding.rule, finding.line, finding.column) == ("text-encoding", 2, 4)
    assert finding.write == "Renée said"
    assert text.count("\n") == 2


def test_utf_16_is_named() -> None:
    text, (finding,) = decode("title: x\n".encode("utf-16"), FILE)
    assert (text, finding.rule) == (None, "text-encoding")
    assert "UTF-16" in finding.message


def test_missing_file_is_a_finding(tmp_path: Path) -> None:
    text, (finding,) = read_text(tmp_path / "gone.md", FILE)
    assert (text, finding.rule) == (None, "text-readable")


def test_conflict_keeps_the_first_side_and_every_line_number() -> None:
    merged = "a\n<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> other\nb\n"
    text, (finding,) = decode(merged.encode(), FILE)
    assert text == "a\n\nours\n\n\n\nb\n"
    assert (finding.rule, finding.line) == ("text-conflict", 2)


def test_underlined_heading_is_no_conflict() -> None:
    assert decode(b"Heading\n=======\n\ntext\n", FILE)[1] == []


def test_hidden_characters_are_shown_by_their_code() -> None:
    _, (finding,) = decode("call \u202e0808\u202c now\n".encode(), FILE)
    assert (finding.rule, finding.column, finding.write) == ("text-visible", 6, "call 0808 now")
    assert "U+202E" in finding.message


def test_joiners_of_persian_and_emoji_are_no_fault() -> None:
    assert decode("می‌خواهم 👩‍👧\n".encode(), FILE)[1] == []
