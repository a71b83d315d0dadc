# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which addresses tell others what somebody has read."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest
from havenpress.build import build
from havenpress.writing.discreet import telling_word

SMALL = Path(__file__).parent.parent / "sites" / "small" / "content"
TODAY = datetime.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("slug", "language", "word"),
    [
        ("domestic-violence-help", "en", "violence"),
        ("if-you-were-trafficked", "en-GB", "trafficked"),
        ("tras-el-maltrato", "es", "maltrato"),
        ("haeusliche-partnergewalt", "de", "partnergewalt"),
        ("after-rape", "ar", "rape"),
        ("first-steps", "en", ""),
        ("violin-lessons", "en", ""),
        ("refugee-week", "en", ""),
        ("traffic-and-buses", "en", ""),
        ("phone-battery", "en", ""),
    ],
)
def test_words_that_tell(slug: str, language: str, word: str) -> None:
    assert telling_word(slug, language) == word


def test_categories_and_services_count_too(tmp_path: Path) -> None:
    content = shutil.copytree(SMALL, tmp_path / "content")
    settings = content / "site.yaml"
    text = settings.read_text("utf-8").replace("  news: {", "  abuse-news: {")
    settings.write_text(text, "utf-8")
    services = content / "catalogue" / "services"
    clinic = (services / "northtown-clinic.yaml").rename(services / "rape-clinic.yaml")
    former = clinic.read_text("utf-8") + "formerly: [victims-clinic, northtown-clinic]\n"
    clinic.write_text(former, "utf-8")
    report = build(content, tmp_path / "output", today=TODAY, keep=False).report
    found = [each for each in report if each.rule == "address-discreet"]
    line = 1 + text.splitlines().index("  abuse-news: {name: News}")
    assert [(each.file, each.level, each.line) for each in found] == [
        ("content/catalogue/services/rape-clinic.yaml", "warning", 1),
        ("content/site.yaml", "warning", line),
    ]
    assert "formerly" in found[0].remedy


def test_organisation_can_allow_a_word_and_tags_count_too(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(SMALL, content)
    post = content / "posts" / "safety-plan.md"
    text = post.read_text(encoding="utf-8").replace("slug: safety-plan", "slug: survivor-plan")
    post.write_text(text.replace("first-steps", "stalking"), encoding="utf-8")
    settings = content / "site.yaml"
    settings.write_text(settings.read_text("utf-8") + "plain_addresses: [survivor]\n", "utf-8")
    found = build(content, tmp_path / "output", today=TODAY, keep=False).report
    assert [(each.rule, each.level, each.line) for each in found] == [
        ("address-discreet", "warning", 13)
    ]
