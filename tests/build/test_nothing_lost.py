# SPDX-License-Identifier: AGPL-3.0-or-later
"""Faults of several files come in one run, also where one of them ends the build."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from havenpress.build import build
from havenpress.findings import SettingsError

TODAY = datetime.date(2026, 11, 23)
SERVICE = "catalogue/services/northtown-clinic.yaml"
POST = "posts/when-you-call.md"


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def refused(content: Path) -> set[tuple[str, str]]:
    with pytest.raises(SettingsError) as caught:
        build(content, content.parent / "output", today=TODAY)
    return {(finding.file, finding.rule) for finding in caught.value.findings}


def test_broken_template_hides_no_fault_of_a_service(content: Path) -> None:
    change(content / SERVICE, "organization:", "organisation:")
    (content / "overrides").mkdir()
    (content / "overrides" / "404.html").write_text('{% extends "layuot.html" %}\n', "utf-8")
    assert refused(content) == {
        (f"content/{SERVICE}", "field-name"),
        ("content/overrides/404.html", "template"),
    }


def test_fault_of_the_settings_hides_none_of_the_content(content: Path) -> None:
    change(content / "site.yaml", "country: GB", "country: UK")
    change(content / SERVICE, "organization:", "organisation:")
    change(content / POST, "![A door that stands open]", "![]")
    (content / "posts" / "lost.txt").write_text("Lost.\n", encoding="utf-8")
    assert refused(content) == {
        ("content/site.yaml", "value-country"),
        (f"content/{SERVICE}", "field-name"),
        (f"content/{POST}", "image-description"),
        ("content/posts/lost.txt", "file-name"),
    }


def test_faulty_service_with_open_data_hides_no_fault_of_a_page(content: Path) -> None:
    change(content / "catalogue" / "catalogue.yaml", "areas:", "open_data: yes\nareas:")
    change(content / SERVICE, "organization:", "organisation:")
    change(content / POST, "#write-it-down", "#write-down")
    outcome = build(content, content.parent / "output", today=TODAY)
    assert {(each.file, each.rule) for each in outcome.report} == {
        (f"content/{SERVICE}", "field-name"),
        (f"content/{POST}", "link-target"),
    }


def test_safety_page_in_another_place_is_mended_at_its_text(content: Path) -> None:
    change(content / "pages" / "safety.md", " {#history}", "")
    outcome = build(content, content.parent / "output", today=TODAY)
    (finding,) = [each for each in outcome.report if each.rule == "safety-page"]
    assert (finding.file, finding.line) == ("content/pages/safety.md", 10)
