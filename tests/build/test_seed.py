# SPDX-License-Identifier: AGPL-3.0-or-later
"""The text that this project began with, read in place and built as an article."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from havenpress.build import build
from havenpress.findings import render
from havenpress.tree import parse

FRONT = """---
title: "{title}"
slug: seed
date: 2026-11-01
lang: en
summary: What care can look like that knows about trauma.
authors: [{{name: Advice team, role: advocate}}]
reviewers: [{{name: Survivor panel, role: lived-experience}}]
reviewed: 2026-11-01
review_by: 2027-10-01
audience: professional
category: guides
content_notes: [sexual-violence]
---

"""


def as_markdown(text: str) -> tuple[str, str]:
    """Return title and body of the seed: lines without an end are headings."""
    title, *parts = [part.strip() for part in text.split("\n\n") if part.strip()]
    body = []
    for part in parts:
        if part == "Leave a Comment":
            break
        numbered = re.sub(r"^\s*(\d)\. +", r"\1. ", part, flags=re.MULTILINE)
        listed = re.sub(r"^\s*• *", "- ", numbered, flags=re.MULTILINE)
        is_heading = "\n" not in listed and listed[-1].isalpha()
        body.append(f"## {listed}" if is_heading else listed)
    return title, "\n\n".join(body) + "\n"


@pytest.fixture
def seed(shared: Path) -> str:
    return next((shared / "seed").glob("*.txt")).read_text(encoding="utf-8")


def test_seed_becomes_an_article(seed: str, content: Path, tmp_path: Path) -> None:
    title, body = as_markdown(seed)
    shortened = title.split(":")[0]
    post = FRONT.format(title=shortened) + body
    (content / "posts" / "seed.md").write_text(post, encoding="utf-8")
    outcome = build(content, tmp_path / "output", today=datetime.date(2026, 11, 23))
    assert outcome.swapped, render(outcome.report)
    page = parse((tmp_path / "output" / "posts" / "seed" / "index.html").read_bytes())
    (article,) = page.select("article")
    text = " ".join(article.text.split())
    for sentence in ("creating a secure and supportive environment", "as they reclaim their lives"):
        assert sentence in text
    assert len(page.select("article h2")) >= 4
    assert len(page.select("article ol > li")) >= 5
