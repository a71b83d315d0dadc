# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files are read as UTF-8, whatever an editor did to them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import havenpress
import pytest
from havenpress.source import decode, read_text

FILE = "content/posts/plan.md"


def test_byte_order_mark_and_crlf_are_no_fault() -> None:
    assert decode("\ufeffone\r\ntwo\rthree\n".encode(), FILE) == ("one\ntwo\nthree\n", [])


def test_latin_1_names_the_letter_and_writes_the_line() -> None:
    text, (finding,) = decode("ok\nRenée said\n".encode("latin-1"), FILE)
    assert (finding.rule, finding.line, finding.column) == ("text-encoding", 2, 4)
    assert finding.write == "Renée said"
    assert text.count("\n") == 2


def test_a_letter_that_is_not_utf_8_is_at_its_line_in_a_file_of_an_old_mac() -> None:
    data = "\r".join(("title: x", "summary: Café", "lang: fr", "")).encode("cp1252")
    text, (finding,) = decode(data, "x.md")
    assert (finding.line, finding.column, finding.write) == (2, 13, "summary: Café")
    assert text == "title: x\nsummary: Caf\ufffd\nlang: fr\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encoding_is_named_and_read_on(encoding: str) -> None:
    text, (finding,) = decode("title: x\n".encode(encoding), FILE)
    assert (text, finding.rule) == ("title: x\n", "text-encoding")
    assert encoding[:6].upper() in finding.message


def test_picture_and_word_file_are_no_texts() -> None:
    for data in (bytes(range(256)), b"PK\x03\x04" + bytes(40)):
        text, (finding,) = decode(data, FILE)
        assert (text, finding.rule, finding.line) == (None, "text-encoding", 1)


@pytest.mark.parametrize(
    ("spoilt", "right"),
    [
        ("donâ€™t", "don’t"),
        ("â€œyesâ€\x9d â€“ no", "“yes” – no"),
        ("CafÃ© Â£5", "Café £5"),
        ("ðŸ’œ", "💜"),
    ],
)
def test_letters_that_another_program_spoilt_are_named(spoilt: str, right: str) -> None:
    finding = decode(f"one\n{spoilt}\n".encode(), FILE)[1][0]
    assert (finding.rule, finding.line, finding.write) == ("text-encoding", 2, right)


@pytest.mark.parametrize("text", ["“IRMÃ” y “CAFÉ”", "Âge, Ãgua", "Ünü, ñandú", "10 °C – “ok”"])
def test_capitals_with_accents_are_not_spoilt(text: str) -> None:
    assert decode(text.encode(), FILE) == (text, [])


def test_lost_letter_is_named() -> None:
    (finding,) = decode("y\ufffdours\n".encode(), FILE)[1]
    assert (finding.rule, finding.line, finding.column) == ("text-encoding", 1, 2)


def test_characters_that_no_page_may_hold_become_spaces() -> None:
    text, (finding,) = decode(b"one\x0btwo\n", FILE)
    assert (text, finding.write) == ("one two\n", "one two")


def test_missing_file_is_a_finding(tmp_path: Path) -> None:
    text, (finding,) = read_text(tmp_path / "gone.md", FILE)
    assert (text, finding.rule) == (None, "text-readable")


def test_a_pipe_and_a_device_are_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    for path in (tmp_path / "pipe.md", Path("/dev/zero")):
        text, (finding,) = read_text(path, FILE)
        assert (text, finding.rule) == (None, "text-readable")
        assert finding.message == "this is no ordinary file, and cannot be read"


def test_conflict_keeps_the_first_side_and_every_line_number() -> None:
    merged = "a\n<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> other\nb\n"
    text, (finding,) = decode(merged.encode(), FILE)
    assert text == "a\n\nours\n\n\n\nb\n"
    assert (finding.rule, finding.line) == ("text-conflict", 2)


def test_half_a_merge_ends_at_the_nearest_middle() -> None:
    merged = "a: 1\n=======\na: 2\n>>>>>>> x\nb: 1\n=======\nb: 2\n>>>>>>> x\nc: 1\n>>>>>>> x\n"
    text, findings = decode(merged.encode(), FILE)
    assert text == "a: 1\n\n\n\nb: 1\n\n\n\nc: 1\n\n"
    assert [(each.rule, each.line) for each in findings] == [
        ("text-conflict", 2),
        ("text-conflict", 6),
        ("text-conflict", 10),
    ]


DECODE = """
import sys
from havenpress.source import decode
assert decode(sys.stdin.buffer.read(), "x.yaml")[1]
"""


@pytest.mark.parametrize("start", ["", "=======\n"])
def test_very_many_ends_of_merges_come_to_an_end(start: str) -> None:
    """A time that grows with the square of their number would be minutes here."""
    environment = os.environ | {"PYTHONPATH": str(Path(havenpress.__file__).parents[1])}
    data = start.encode() + b"a: x\n>>>>>>> theirs\n" * 60_000
    command = [sys.executable, "-c", DECODE]
    ended = subprocess.run(command, input=data, env=environment, timeout=60, check=False)
    assert ended.returncode == 0


def test_underlined_heading_is_no_conflict() -> None:
    assert decode(b"Heading\n=======\n\ntext\n", FILE)[1] == []


def test_hidden_characters_are_shown_by_their_code() -> None:
    _, (finding,) = decode("call \u202e0808\u202c now\n".encode(), FILE)
    assert (finding.rule, finding.column, finding.write) == ("text-visible", 6, "call 0808 now")
    assert "U+202E" in finding.message


def test_joiners_of_persian_and_emoji_are_no_fault() -> None:
    assert decode("می‌خواهم 👩‍👧\n".encode(), FILE)[1] == []
