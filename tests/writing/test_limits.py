# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whatever was pasted into a text, reading it ends, with a finding or with a page."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
from pathlib import Path

import havenpress
import pytest
from havenpress.findings import Finding
from havenpress.writing import limits
from havenpress.writing.lines import without_code
from havenpress.writing.markdown import Scope, convert
from havenpress.writing.reading import read_document
from hypothesis import given
from hypothesis import strategies as st

from .texts import read_body

HEAD = "---\ntitle: A plan\ndate: 2026-11-01\ncategory: guides\n---\n"
ENVIRONMENT = os.environ | {"PYTHONPATH": str(Path(havenpress.__file__).parents[1])}
MOST_SECONDS = 20  # of the processor; a time that grows with the square would be minutes
READ = f"""
import datetime, pathlib, resource, sys
from havenpress.writing.markdown import Scope, convert
from havenpress.writing.reading import read_document
from havenpress.writing.rules import check_body
resource.setrlimit(resource.RLIMIT_CPU, ({MOST_SECONDS}, {MOST_SECONDS}))
path = pathlib.Path(sys.argv[1])
day = datetime.date(2026, 11, 23)
document = read_document(path, "a.md", is_post=True, today=day, known={{}})
list(check_body(document))
convert(Scope(document))
"""


def write(folder: Path, body: str) -> Path:
    path = folder / "a.md"
    path.write_text(HEAD + body, encoding="utf-8")
    return path


def faults(folder: Path, body: str) -> list[Finding]:
    day = datetime.date(2026, 11, 23)
    path = write(folder, body)
    found = read_document(path, "a.md", is_post=True, today=day, known={}).findings
    return [each for each in found if each.rule == "text-limits"]


def assert_comes_to_an_end(path: Path) -> None:
    command = [sys.executable, "-c", READ, str(path)]
    assert subprocess.run(command, env=ENVIRONMENT, timeout=300, check=False).returncode == 0


def blocks(sign: str) -> str:
    """Return four blocks that are as long as they may be."""
    return "\n\n".join([(sign * (50_000 // len(sign)))[:49_900]] * 4)


SIGNS = ["[", "![", "[x](", "[x][", "[^", "`", "word** ", "***a ", "*a **b ", "~~a ", "<!-- ", "<a ",
         "&a ", "\\[", "(", "|a", "{", "== ", "![a](b.png) ", "> ", "- ", "1. ", "# ", " ", "\t", "\n"]  # fmt: skip


@pytest.mark.parametrize("sign", SIGNS)
def test_very_many_of_one_sign_come_to_an_end(tmp_path: Path, sign: str) -> None:
    assert_comes_to_an_end(write(tmp_path, blocks(sign)))


SHAPES = {
    "brackets before a long list": "[word " * 960 + "\n\n" + "x " * 24_000,
    "rising backticks": "".join("`" * each + " " for each in range(310)),
    "backticks in a table": "|a|b|\n|-|-|\n|" + "`" * 40_000 + "|d|\n",
    "boxes": "> [!NOTE] x\n" * 4_000,
    "short words": "*[ab]: c\n" * 4_900,
    "notes": "a[^1] " * 8_000 + "\n\n[^1]: x\n",
    "definitions": "a\n" + ": b\n" * 4_900,
    "tabs in front": "\t" * 49_000 + "a",
    "blanks inside": "a" + " " * 49_000 + "b",
    "megabytes": "word word\n" * 1_000_000,
    "a list down the stairs": "".join("    " * each + "- a\n" for each in range(200)),
    "quotes down the stairs": "".join("> " * each + "a\n\n" for each in range(200)),
    "terms": "term\n: a\n" * 900,
    "a ruler of stars": "* " * 20_000,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_no_shape_goes_on_for_ever(tmp_path: Path, shape: str) -> None:
    assert_comes_to_an_end(write(tmp_path, SHAPES[shape]))


@pytest.mark.parametrize(
    ("body", "line", "column", "message"),
    [
        ("Hello\n\n" + "a [b " * 2_500, 8, 3, "too many “[” that nothing closes, or that close far away"),
        ("[a](" * 2_500, 6, 1, "too many “[” that nothing closes, or that close far away"),
        ("x\n" * 5_001, 6, 1, "this text has 5,001 lines, and 5,000 are the most"),
        ("words " * 40_000, 6, 1, "this text has 240,000 characters, and 200,000 are the most"),
        ("a\n\n" + "- " * 21 + "b", 8, 1, "this line goes more than 20 levels into lists and quotes"),
        ("a\n\n" + "x\n" * 2_001, 8, 1, "there are 2,001 lines here without an empty one between, and 2,000 are the most"),
        ("a\n\n" + "x " * 25_001, 8, 1, "there are 50,002 characters here without an empty line between, and 50,000 are the most"),
        ("a\n\n" + "> [!NOTE] x\n" * 51, 8, 1, "51 boxes start here without an empty line between, and 50 are the most"),
        ("*[ab]: c\n" * 501, 506, 1, "there are 501 explanations of short words in this text, and 500 are the most"),
        ("a[^1]\n\n" * 1_001, 2006, 2, "there are 1,001 signs of footnotes in this text, and 1,000 are the most"),
    ],
)  # fmt: skip
def test_what_is_too_much_is_told_where_it_is(
    tmp_path: Path, body: str, line: int, column: int, message: str
) -> None:
    (finding,) = faults(tmp_path, body)
    assert finding.level == "error"
    assert (finding.line, finding.column, finding.message) == (line, column, message)


@pytest.mark.parametrize(
    "body",
    [
        "See [the plan](plan.md) and [call](tel:+441632960123). " * 300,
        "- [ ] one\n- [x] two\n" * 500,
        "| a | b |\n| - | - |\n" + "| [c](d.md) | e |\n" * 1_500,
        "An [open bracket, and words. " * 30,
        "> > > > - - - - 1. deep",
        "* " * 40 + "*",
        "Words and \\[ more. " * 2_000,
    ],
)
def test_long_honest_texts_are_read(tmp_path: Path, body: str) -> None:
    assert faults(tmp_path, body) == []


def test_a_text_too_deep_for_markdown_spoils_none_behind_it() -> None:
    html, findings = read_body("term\n: a\n" * 900)
    assert [each.rule for each in findings if each.rule == "text-limits"] == ["text-limits"]
    assert not html.get_text()
    assert read_body("Hello")[0].get_text() == "Hello"


def test_what_is_too_much_reaches_no_page(tmp_path: Path) -> None:
    path = write(tmp_path, "[" * 3_000)
    day = datetime.date(2026, 11, 23)
    document = read_document(path, "a.md", is_post=True, today=day, known={})
    assert convert(Scope(document)).html == ""


@given(st.text(alphabet="`a ", max_size=30))
def test_code_is_blanked_between_runs_of_one_length(line: str) -> None:
    """The same as CommonMark 0.31.2, section 6.1, says it: by a pattern that is slow, but short."""
    import re

    slow = re.sub(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", lambda code: " " * len(code[0]), line)
    assert without_code(line) == slow


def test_the_explanation_names_every_limit_that_has_a_number() -> None:
    text = Path(limits.__file__).with_name("rules").joinpath("text-limits.md").read_text("utf-8")
    most = {name: value for name, value in vars(limits).items() if name.startswith("MOST_")}
    most.pop("MOST_SEARCHED")  # nobody can count that
    assert len(most) == 8
    assert [name for name, value in most.items() if f" {value:,} " not in text] == []
