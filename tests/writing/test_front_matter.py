# SPDX-License-Identifier: AGPL-3.0-or-later
"""A file is read to its end whatever is wrong with it, and never published by mistake."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from havenpress.writing.document import Document
from havenpress.writing.reading import read_document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

TODAY = datetime.date(2026, 11, 23)
KNOWN = {"languages": ["en", "es"], "categories": {"guides": 1}, "services": {"helpline": True}}
GOOD = """---
title: Getting your papers back
slug: papers
date: 2026-11-02
lang: en
summary: You can ask for new papers.
authors: [{name: Advice team, role: advocate}]
reviewers: [{name: Legal panel, role: legal}]
reviewed: 2026-11-01
review_by: 2027-10-01
audience: survivor
category: guides
services: [helpline]
---

A text.
"""


def read(text: str, folder: Path, *, is_post: bool = True) -> Document:
    path = folder / "papers.md"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    return read_document(path, "papers.md", is_post=is_post, today=TODAY, known=KNOWN)


def rules(document: Document, level: str = "error") -> list[tuple[str, int]]:
    return [(each.rule, each.line) for each in document.findings if each.level == level]


def test_good_file_has_no_fault(tmp_path: Path) -> None:
    document = read(GOOD, tmp_path)
    assert document.findings == []
    assert document.is_public
    assert (document.title, document.slug, document.body_line) == (
        "Getting your papers back",
        "papers",
        15,
    )


@pytest.mark.parametrize(
    "line",
    [
        "status: draft",
        "draft: true",
        "draft: yes",
        "draft: True",
        "published: false",
        "published: no",
        "status: Draft",
        "draft: ja",
        "status: dratf",
        "status: hidden",
        "draft: 1",
    ],
)
def test_whatever_may_mean_draft_is_not_published(line: str, tmp_path: Path) -> None:
    document = read(GOOD.replace("title:", f"{line}\ntitle:"), tmp_path)
    assert not document.is_public or rules(document)


@pytest.mark.parametrize("word", ["draft: no", "published: yes", "status: published"])
def test_what_says_published_is(word: str, tmp_path: Path) -> None:
    document = read(GOOD.replace("title:", f"{word}\ntitle:"), tmp_path)
    assert document.is_public
    assert document.findings == []


def test_draft_needs_no_review(tmp_path: Path) -> None:
    text = "---\ntitle: A start\nslug: start\nlang: en\nstatus: draft\n---\n"
    assert rules(read(text, tmp_path)) == []


def test_draft_with_a_fault_is_still_faulty(tmp_path: Path) -> None:
    text = "---\ntitle: A start\nslug: start\nlang: en\nstatus: draft\ndate: 2026-02-31\n---\n"
    assert rules(read(text, tmp_path)) == [("value-date", 6)]


def test_future_post_is_held_and_it_is_said(tmp_path: Path) -> None:
    document = read(GOOD.replace("date: 2026-11-02", "date: 2026-11-24"), tmp_path)
    assert not document.is_public
    assert rules(document, "review") == [("held-post", 4)]


def test_post_of_today_is_public(tmp_path: Path) -> None:
    document = read(GOOD.replace("date: 2026-11-02", "date: 2026-11-23"), tmp_path)
    assert document.is_public


def test_overdue_review_warns_only(tmp_path: Path) -> None:
    text = GOOD.replace("2026-11-01", "2025-11-01").replace("2027-10-01", "2026-10-01")
    document = read(text, tmp_path)
    assert document.is_public
    assert rules(document) == []
    assert rules(document, "warning") == [("post-review", 10)]


def test_all_faults_of_a_file_come_at_once(tmp_path: Path) -> None:
    text = (
        GOOD.replace("title:", "titel:")
        .replace("lang: en", "lang: english")
        .replace("2026-11-02", "2026/11/02")
        .replace("category: guides", "category: guide")
        .replace("services: [helpline]", "services: [helplin]")
    )
    found = rules(read(text, tmp_path))
    assert {line for _, line in found} == {2, 4, 5, 12, 13}


def test_body_of_a_faulty_file_is_kept(tmp_path: Path) -> None:
    for broken in (GOOD.replace("title: ", 'title: "'), GOOD[4:], GOOD.replace("\n---\n", "\n", 1)):
        assert "A text." in read(broken, tmp_path).body


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "---\n---\n",
        "---\n---\nText.",
        "---\n- a\n- list\n---\nText.",
        "---\njust words\n---\nText.",
        "---",
        "---\n",
        "--- \n---",
        "Text without anything above it.",
        "\x00\x01\x02",
        "---\ntitle: [a, b]\nslug: {a: b}\nlang: [en]\ndate: {}\n---\n",
        "---\n" + "a: [" * 60 + "\n---\n",
        "---\ntitle: &x Anchor\nslug: *x\n---\n",
        "---\ntitle: !!python/object:os.system x\n---\n",
        "---\nimage: door.png\nsources: x\nauthors: Jo\nreviewers: {name: Jo}\n---\n",
        "\ufeff" + GOOD[:40],
        "---\ntitle: a\ntitle: b\n<<: {c: d}\n---\n",
        "+++\ntitle = 'Toml'\n+++\n\nText.",
        "title: x\n\ntext",
    ],
)
def test_broken_file_is_a_finding_and_no_crash(text: str, tmp_path: Path) -> None:
    for is_post in (True, False):
        document = read(text, tmp_path, is_post=is_post)
        assert rules(document)
        assert document.title
        assert document.slug
        assert all(each.message and each.line >= 0 for each in document.findings)


LINES = st.sampled_from(
    [
        *GOOD.splitlines(),
        "---",
        "",
        " ",
        "\t- x",
        "- y",
        "a: b: c",
        'q: "',
        "[",
        "}",
        "  k: v",
        "# h",
        "<<<<<<< a",
        "=======",
        ">>>>>>> b",
        "…",
        "status: draft",
    ]
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(LINES, max_size=24).map("\n".join))
def test_any_lines_can_be_read(tmp_path: Path, text: str) -> None:
    document = read(text, tmp_path)
    lines = document_lines(text)
    assert all(0 <= each.line <= len(lines) + 1 for each in document.findings)
    is_merged = "<<<<<<<" not in text and ">>>>>>>" not in text  # else lines are emptied
    if document.body and is_merged:
        assert document.body.split("\n") == lines[document.body_line - 1 :]


def document_lines(text: str) -> list[str]:
    return text.split("\n")
