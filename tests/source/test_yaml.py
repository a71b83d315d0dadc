# SPDX-License-Identifier: AGPL-3.0-or-later
"""YAML stays text, keeps its places, and says what is wrong in words."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import havenpress
import pytest
from havenpress.findings import Finding
from havenpress.source import Text, read_yaml
from hypothesis import given
from hypothesis import strategies as st

FILE = "content/posts/plan.md"
ENVIRONMENT = os.environ | {"PYTHONPATH": str(Path(havenpress.__file__).parents[1])}


def faults(text: str) -> list[tuple[str, int, int, str]]:
    return [(f.rule, f.line, f.column, f.write) for f in read_yaml(text, FILE)[1]]


@pytest.mark.parametrize(
    "typed",
    ["NO", "no", "01163200", "+441632960123", "10:30", "02134", "1e10", "0o17", "~", "null"],
)
def test_scalar_stays_as_typed(typed: str) -> None:
    node, findings = read_yaml(f"value: {typed}\n", FILE)
    assert (node, findings) == ({"value": typed}, [])


def test_scalar_knows_where_it_stands() -> None:
    node, _ = read_yaml("a: 1\nlist:\n  - one\n  - two\n", FILE, first_line=2)
    value = node["list"][1]
    assert isinstance(value, Text)
    assert (value.file, value.line, value.column, value.place) == (FILE, 5, 5, f"{FILE}:5:5")
    assert node.key("list").line == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: Plan: one\n", ("yaml-colon", 1, 12, 'title: "Plan: one"')),
        ('title: "Plan\ndate: 1\n', ("yaml-quotes", 1, 8, 'title: "Plan"')),
        ("title: 'it's'\nb: 1\n", ("yaml-quotes", 1, 8, 'title: "it\'s"')),
        ("tags: [a, b\ndate: 1\n", ("yaml-quotes", 1, 7, "tags: [a, b]")),
        ("title:Plan\ndate: 1\n", ("yaml-syntax", 1, 6, "title: Plan")),
        ("title: [Draft] What to do\nb: 1\n", ("yaml-quotes", 1, 8, 'title: "[Draft] What to do"')),
        ("title: {Plan} A or B\n", ("yaml-quotes", 1, 8, 'title: "{Plan} A or B"')),
        ("tags: [a, b] c\nd: 1\n", ("yaml-quotes", 1, 7, "")),
        ("title: @home\n", ("yaml-quotes", 1, 8, 'title: "@home"')),
        ("a: 1\n  b: 2\nc: 3\n", ("yaml-indentation", 2, 3, "b: 2")),
        ("a: 1\n\tb: 2\n", ("yaml-indentation", 2, 1, "b: 2")),
        ("l:\n  - a: 1\n   b: 2\n", ("yaml-indentation", 3, 4, "    b: 2")),
        ("a:\n\u00a0\u00a0b: 2\n", ("yaml-indentation", 2, 1, "  b: 2")),
        ("name: Room #4\n", ("yaml-hash", 1, 12, 'name: "Room #4"')),
        ("a: 1\na: 2\n", ("yaml-duplicate-key", 2, 1, "")),
        ("a: &x 1\n", ("yaml-plain", 1, 4, "")),
        ("a: !!python/name:os.system x\n", ("yaml-plain", 1, 4, "")),
        ("a: 1\n*b: 2\n", ("yaml-plain", 2, 1, "")),
        ("? [a]\n: b\n", ("yaml-key", 1, 3, "")),
        ("a: 1\n---\nb: 2\n", ("yaml-documents", 2, 1, "")),
        ("just words\nmore: 1\n", ("yaml-syntax", 1, 1, "")),
        ("title = x\nb: 1\n", ("yaml-syntax", 1, 1, "title: x")),
        ("title：x\nb: 1\n", ("yaml-syntax", 1, 6, "title: x")),
        ("a: one\nand two\nb: 1\n", ("yaml-syntax", 2, 1, "  and two")),
        ("a: [#one, two]\nb: 1\n", ("yaml-hash", 1, 5, "a: [one, two]")),
        ("  a: 1\n  b: 1\nc: 1\n", ("yaml-indentation", 3, 1, "")),
    ],
)
def test_fault_is_at_its_place_with_the_line_to_write(text: str, expected: tuple) -> None:
    assert faults(text) == [expected]


def test_duplicate_key_names_the_first_line() -> None:
    (finding,) = read_yaml("a: 1\nb: 2\na: 3\n", FILE)[1]
    assert "already given on line 1" in finding.message


@pytest.mark.parametrize("end", ["b: }\n", "b: " + "[" * 30 + "\n"])
def test_faults_above_the_line_that_ends_the_reading_are_said(end: str) -> None:
    findings = read_yaml(f"a: 1\na: 2\n{end}", FILE)[1]
    assert {finding.line for finding in findings} == {2, 3}


def test_a_value_with_a_hash_and_quotes_is_written_so_that_it_can_be_read() -> None:
    (finding,) = read_yaml('room: Room #4 "left"\n', FILE)[1]
    node, findings = read_yaml(finding.write, FILE)
    assert (node, findings) == ({"room": 'Room #4 "left"'}, [])


def test_a_note_with_a_space_behind_the_hash_is_a_note() -> None:
    assert read_yaml("number: 020 7946 0018   # no quotes needed\n", FILE)[1] == []


def test_faults_behind_a_repaired_line_come_in_the_same_run() -> None:
    text = "title: Plan: one\nsummary: two: three\ntitle: again\n"
    assert [fault[1] for fault in faults(text)] == [1, 2, 3]


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? "])
def test_deep_nesting_is_refused_and_hurts_nothing(opening: str) -> None:
    _, findings = read_yaml("a: " + opening * 50_000, FILE)
    assert findings
    assert all(isinstance(finding, Finding) for finding in findings)


# “…” stands for what is very long: a time that grows with its square would be minutes here.
LONG_LINES = [
    "a: x…y\nb: [\n", "a: [x]…y, [\n", "a: {{x…y\n", 'a: "x…y\n', "a: b: …c\n", "- x…y: [\n",
    "a: {en: x…y: [\n", "a: {en: x…, es: 'y}\n", "a: x #…y: [\n", "a…: x: y\n", "a: x,…y: {\n",
]  # fmt: skip
READ = """
import sys
from havenpress.source import read_yaml
for line in sys.stdin.read().split("\\0"):
    assert read_yaml(line, "x.yaml")[1] is not None
"""


@pytest.mark.parametrize("filling", [" ", "}", "]", "'", ",", ": ", "# ", "{x}", "\t"])
def test_a_very_long_line_comes_to_an_end(filling: str) -> None:
    assert_is_read("\0".join(line.replace("…", filling * 20_000) for line in LONG_LINES))


def assert_is_read(text: str) -> None:
    """Read a text, or several with a zero between them, in a process of its own."""
    ended = subprocess.run(
        [sys.executable, "-c", READ],
        input=text,
        text=True,
        env=ENVIRONMENT,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0


@pytest.mark.parametrize(
    "text",
    [
        f"x: {{{'a' * 150_000}: [\n",
        f"x: {{en: x{'[' * 200_000}\n",
        "t: |\n" + "  a: 'x\n" * 50_000 + "  y'\n]\n",
        "a: b\n" + "\tc: d\n" * 300_000,
    ],
    ids=["word in braces", "brackets in braces", "quotes in a text", "tabs"],
)
def test_very_much_of_one_slip_comes_to_an_end(text: str) -> None:
    assert_is_read(text)


@pytest.mark.parametrize("twice", ["", "start: y\n"])
def test_very_many_fields_that_are_there_twice_come_to_an_end(twice: str) -> None:
    fields = "".join(f"u{each}: x\n" for each in range(60_000))
    assert_is_read(f"start: x\n{fields}{twice}{fields}")


@given(
    st.text(
        alphabet=st.sampled_from("ab:-[]{}\"'#&*!|>%@`\\,? \t\n\r\u00a0\ufeff\x00é"), max_size=80
    )
)
def test_any_text_gives_findings_and_no_exception(text: str) -> None:
    _, findings = read_yaml(text, FILE)
    assert all(0 < finding.line <= text.count("\n") + 2 for finding in findings)


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc", "Co", "Cn"]), max_size=60))
def test_quoted_text_comes_back_as_it_was(text: str) -> None:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    if any(char in text for char in "\u2028\u2029\ufeff"):
        return
    node, findings = read_yaml(f'a: "{quoted}"\n', FILE)
    assert (node, findings) == ({"a": text}, [])
