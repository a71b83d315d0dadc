# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a person, a program and a code host are told about a finding."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from havenpress.findings import REVIEW, WARNING, Finding, Report, Sources, render

FAULT = Finding(
    rule="image-alt",
    message="the picture has no description",
    remedy="write what it shows",
    file="content/posts/hope.md",
    line=2,
    column=3,
    write="![A door](door.jpg)",
    page="posts/hope/index.html",
    wcag=(("1.1.1", "A"),),
    act=("23a2a8",),
)


def test_text_quotes_the_line_and_points_at_the_column(tmp_path: Path) -> None:
    source = tmp_path / FAULT.file
    source.parent.mkdir(parents=True)
    source.write_bytes("\ufeff# Hope\r\n![](door.jpg)\r\n".encode())
    assert render([FAULT], "text", Sources(tmp_path)) == (
        "content/posts/hope.md:2:3: error image-alt: "
        "the picture has no description; write what it shows\n"
        "    2 | ![](door.jpg)\n"
        "      |   ^\n"
        "  write: ![A door](door.jpg)\n"
    )


def test_text_shows_no_control_character_of_a_source_line(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("one \x1b[31m two\n", encoding="utf-8")
    finding = Finding(rule="r", message="m", file="a.md", line=1)
    assert "\x1b" not in render([finding], "text", Sources(tmp_path))


def test_long_line_is_cut_around_its_column(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x" * 500 + "HERE" + "y" * 500, encoding="utf-8")
    finding = Finding(rule="r", message="m", file="a.md", line=1, column=501)
    _, quoted, caret = render([finding], "text", Sources(tmp_path)).splitlines()
    assert len(quoted) < 120
    assert quoted[caret.index("^") :].startswith("HERE")


def test_template_fault_on_many_pages_is_one_message_with_a_count() -> None:
    pages = [
        Finding(rule="link-name", message="no text", page=f"{n}.html", line=n, selector="nav a")
        for n in range(1, 1301)
    ]
    text = render(pages)
    assert text.count("link-name") == 1
    assert "(on 1300 pages)" in text
    assert len(json.loads(render(pages, "json"))) == 1300


def test_source_fault_seen_on_two_pages_is_said_once() -> None:
    listed = FAULT.at(FAULT.file, 2, 3)
    twice = [listed, Finding(**{**_fields(listed), "page": "index.html"})]
    assert render(twice).count("image-alt") == 1


def _fields(finding: Finding) -> dict[str, object]:
    return {name: getattr(finding, name) for name in Finding.__slots__}


def test_json_has_the_one_shape() -> None:
    (record,) = json.loads(render([FAULT], "json"))
    assert record == {
        "file": "content/posts/hope.md",
        "line": 2,
        "column": 3,
        "rule": "image-alt",
        "level": "error",
        "message": "the picture has no description",
        "remedy": "write what it shows",
        "page": "posts/hope/index.html",
        "wcag": [{"sc": "1.1.1", "conformance": "A"}],
        "act": ["23a2a8"],
        "write": "![A door](door.jpg)",
    }


def test_github_escapes_what_would_end_the_command() -> None:
    finding = Finding(rule="r", message="50 % of\nit", file="a,b:c.md", line=3, column=1)
    assert render([finding], "github") == (
        "::error file=a%2Cb%3Ac.md,line=3,col=1,title=r::50 %25 of%0Ait\n"
    )


def test_github_keeps_ten_of_a_level_and_says_how_many_more() -> None:
    many = [Finding(rule="r", message=f"m{n}", file="a.md", line=n) for n in range(1, 31)]
    lines = render(many, "github").splitlines()
    assert len(lines) == 10
    assert "21 more" in lines[-1]


def test_exit_status_follows_the_gravest_level() -> None:
    review = Finding(rule="r", message="m", level=REVIEW)
    warning = Finding(rule="r", message="m", level=WARNING)
    assert Report([review, warning]).exit_status() == 0
    assert Report([review, warning]).exit_status(strict=True) == 1
    assert Report([review, FAULT]).exit_status() == 1


def test_sarif_has_what_the_standard_requires_and_addresses_that_are_addresses() -> None:
    names = ("a b/é%#.html", "c:d.html", "/tmp/x y.html", "-")
    log = json.loads(render([replace(FAULT, file=name, column=0) for name in names], "sarif"))
    (run,) = log["runs"]
    assert (log["version"], run["tool"]["driver"]["name"]) == ("2.1.0", "havenpress")
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    for result in run["results"]:
        assert result["message"]["text"]
        assert result["ruleId"] == rules[result["ruleIndex"]]
    places = [each["locations"][0]["physicalLocation"] for each in run["results"]]
    addresses = {place["artifactLocation"]["uri"] for place in places}
    assert addresses == {"a%20b/%C3%A9%25%23.html", "c%3Ad.html", "file:///tmp/x%20y.html", "-"}
    assert all("startColumn" not in place["region"] for place in places)


def test_junit_without_findings_still_has_a_case() -> None:
    suite = ElementTree.fromstring(render([], "junit"))[0]
    assert (suite.get("tests"), suite.get("failures"), len(suite)) == ("1", "0", 1)


@pytest.mark.parametrize("form", ["github", "gitlab"])
def test_code_hosts_get_paths_without_a_dot_in_front(form: str) -> None:
    text = render([replace(FAULT, file="./out/a.html")], form)
    assert "./out" not in text
    assert "out/a.html" in text
