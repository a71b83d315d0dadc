# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whoever follows an old address is told what became of the text, with the way to help."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from havenpress.build import Outcome, build
from havenpress.tree import Document, parse

TODAY = datetime.date(2026, 11, 23)
POST, OTHER = "posts/when-you-call.md", "posts/safety-plan.md"


def write(content: Path, file: str, field: str) -> int:
    """Put a field at the top of a file's front matter, and return its line."""
    path = content / file
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("---\n", f"---\n{field}\n", 1), encoding="utf-8")
    return 2


def make(content: Path) -> Outcome:
    return build(content, content.parent / "output", today=TODAY)


def page(outcome: Outcome, name: str) -> Document:
    return parse((outcome.output / name / "index.html").read_bytes())


def text_of(document: Document) -> str:
    return " ".join(document.select("main")[0].text.split())


def test_former_address_leads_to_the_text(content: Path) -> None:
    write(content, POST, "formerly: [calling-us, phone-help]")
    outcome = make(content)
    assert outcome.swapped, [*outcome.report]
    for old in ("calling-us", "phone-help"):
        notice = page(outcome, f"posts/{old}")
        links = {link.get("href"): link.text.strip() for link in notice.select("main a")}
        title = page(outcome, "posts/when-you-call").select("h1")[0].text.strip()
        assert links["../when-you-call/"] == title
        assert notice.select("h1")[0].text == "This page has moved"
        canonical = notice.select("link[rel=canonical]")[0].get("href") or ""
        assert canonical.endswith("/posts/when-you-call/")
    assert "calling-us" not in (outcome.output / "sitemap.xml").read_text(encoding="utf-8")


def test_page_has_former_addresses_too(content: Path) -> None:
    write(content, "pages/about.md", "formerly: [who-we-are]")
    assert "moved" in text_of(page(make(content), "who-we-are"))


def test_withdrawn_text_leaves_a_notice_and_none_of_its_words(content: Path) -> None:
    path = content / "posts" / "an-old-story.md"
    text = (content / POST).read_text(encoding="utf-8")
    text = text.replace("slug: when-you-call", "slug: an-old-story\nstatus: withdrawn")
    text = text.replace("title: ", "title: Quite another story and ")
    path.write_text(text, encoding="utf-8")
    outcome = make(content)
    assert outcome.swapped, [*outcome.report]
    notice = page(outcome, "posts/an-old-story")
    assert "This page was withdrawn" in text_of(notice)
    assert "Quite another story" not in (notice.source)
    assert notice.select("meta[name=robots]")[0].get("content") == "noindex"
    assert notice.select("[data-quick-exit]")
    assert any((a.get("href") or "").startswith("tel:") for a in notice.select("main a"))
    assert "an-old-story" not in (outcome.output / "sitemap.xml").read_text(encoding="utf-8")


def test_address_of_a_withdrawn_text_can_be_used_again(content: Path) -> None:
    new = (content / POST).read_text(encoding="utf-8")
    write(content, POST, "status: withdrawn")
    other = new.replace("title: ", "title: A new text about ")
    (content / "posts" / "another.md").write_text(other, encoding="utf-8")
    outcome = make(content)
    assert "A new text about" in text_of(page(outcome, "posts/when-you-call"))


@pytest.mark.parametrize(
    ("file", "field", "said"),
    [
        (POST, "formerly: [safety-plan]", "“safety-plan” is the address of content/posts/safety-plan.md:"),
        (POST, "formerly: [when-you-call]", "“when-you-call” is the address of this text itself"),
        ("pages/about.md", "formerly: [services]", "“services” is the address of a page that the site makes by itself"),
    ],
)  # fmt: skip
def test_former_address_that_is_taken_is_refused(
    content: Path, file: str, field: str, said: str
) -> None:
    line = write(content, file, field)
    outcome = make(content)
    assert not outcome.swapped
    (found,) = outcome.report.of_level("error")
    assert (found.rule, found.file, found.line, found.column) == (
        "post-address",
        f"content/{file}",
        line,
        12,
    )
    assert found.message.startswith(said)


def test_two_texts_cannot_have_had_the_same_address(content: Path) -> None:
    write(content, POST, "formerly: [old-plan]")
    write(content, OTHER, "formerly: [old-plan]")
    (found,) = make(content).report.of_level("error")
    assert "“old-plan” is the address of content/posts/safety-plan.md:" in found.message
