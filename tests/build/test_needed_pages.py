# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages that every site needs, held against the list in the specification of the content."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest
from havenpress.build import build
from havenpress.build.declared import declared_pages
from havenpress.findings import SettingsError
from havenpress.gate import Output
from havenpress.gate.rules import output_pages
from havenpress.site import Project
from havenpress.site.model import PAGES
from havenpress.tree import Document, parse

ROOT = Path(__file__).resolve().parents[2]
TODAY = datetime.date(2026, 11, 23)

# What content.md §5.2 asks for, where the example has it, and words that must be there.
ASKED = {
    'Home with "Get help now" as first block': ("index.html", ["get help now", "call"]),
    "find services": ("services/index.html", ["services", "call"]),
    "for survivors": ("for-you/index.html", ["happening to you"]),
    "for friends": ("for-friends/index.html", ["friend"]),
    "for professionals": ("for-professionals/index.html", ["refer"]),
    "about (who, funding, not police)": (
        "about/index.html",
        ["who we are", "who pays", "not the police"],
    ),
    "privacy and safety": ("privacy/index.html", ["web host keeps", "no cookies"]),
    "history stays, watched devices, phone bill": (
        "safety/index.html",
        ["does not delete your browsing history", "watches your device", "bills", "web host keeps"],
    ),
    "how to delete **one** page from history": (
        "safety/index.html",
        ["remove one page from your history"],
    ),
    "accessibility statement (with date and known gaps)": (
        "accessibility/index.html",
        ["not good yet", "2026"],
    ),
    "how we write, review and moderate": (
        "how-we-write/index.html",
        ["who writes", "check every page", "comments"],
    ),
    "contact (with safe-reply question)": ("contact/index.html", ["is it all right to reply?"]),
    "emergency numbers by country": (
        "emergency-numbers/index.html",
        ["united kingdom", "united states", "checked on"],
    ),
    "glossary": ("glossary/index.html", ["words"]),
    "404 and withdrawn page with exit and help": ("404.html", ["cannot find", "call", "leave"]),
    "site map": ("map/index.html", ["site"]),
}


def declared_of(content: Path) -> set[str]:
    project = Project.read(content, content.parent / "output", TODAY)
    return {page.path for page in declared_pages(project)}


def words_of(document: Document) -> str:
    return " ".join(document.select("body")[0].text.split()).lower()


@pytest.fixture(scope="module")
def asked() -> str:
    specification = ROOT.parent / "shared" / "specs" / "content.md"
    if not specification.is_file():
        pytest.skip(f"the specification is not here ({specification})")
    text = specification.read_text(encoding="utf-8")
    return " ".join(text.partition("### 5.2 ")[2].partition("\n### ")[0].split())


def test_specification_still_asks_for_these_pages(asked: str) -> None:
    for end in ASKED:
        assert end in asked
    assert asked.count(";") == 11, "the list has other parts than it had"


@pytest.mark.parametrize("end", ASKED)
def test_example_has_the_page_and_cannot_lose_it(end: str, example: Path) -> None:
    path, words = ASKED[end]
    assert path in declared_of(ROOT / "content")
    text = words_of(parse((example / path).read_bytes()))
    assert [each for each in words if each not in text] == []


def test_first_block_of_the_home_page_is_help(example: Path) -> None:
    page = parse((example / "index.html").read_bytes())
    first, second = page.select("main h1")[0], page.select("main h2")[0]
    assert (first.text.strip(), first.line < second.line) == ("Get help now", True)
    assert (page.select("main a")[0].get("href") or "").startswith("tel:")


def test_each_lost_page_is_found_in_the_finished_files(example: Path, tmp_path: Path) -> None:
    declared = declared_pages(Project.read(ROOT / "content", tmp_path / "none", TODAY))
    whole = Output(example, "https://harbour-line.example/", declared=declared)
    assert list(output_pages.check_output(whole)) == []
    for page in declared:
        (tmp_path / page.path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / page.path).touch()  # an empty page is a lost one
    lost = Output(tmp_path, whole.url, declared=declared)
    assert {found.page for found in output_pages.check_output(lost)} == {p.path for p in declared}


def test_site_is_not_configured_until_it_names_each_of_them(content: Path) -> None:
    settings = content / "site.yaml"
    whole = settings.read_text(encoding="utf-8")
    for end in PAGES.fields:
        lines = [line for line in whole.splitlines() if not line.startswith(f"  {end}:")]
        settings.write_text("\n".join(lines) + "\n", encoding="utf-8")
        with pytest.raises(SettingsError) as caught:
            build(content, content.parent / "output", today=TODAY)
        (finding,) = caught.value.findings
        assert finding.rule == "field-required"
        assert (
            f"“{end}” is missing; write it, as in “{end}: "
            in f"{finding.message}; {finding.remedy}"
        )


def test_page_that_nobody_wrote_is_named_with_what_belongs_in_it(content: Path) -> None:
    settings = content / "site.yaml"
    text = settings.read_text(encoding="utf-8")
    text = text.replace("  privacy: safety", "  privacy: privacy").replace(
        "  glossary: about", "  glossary: words"
    )
    settings.write_text(text, encoding="utf-8")
    outcome = build(content, content.parent / "output", today=TODAY)
    assert not outcome.swapped
    lines = text.splitlines()
    found = {finding.page: finding for finding in outcome.report if finding.rule == "output-pages"}
    assert set(found) == {"privacy/index.html", "words/index.html"}
    for page, end in (("privacy/index.html", "privacy"), ("words/index.html", "glossary")):
        finding = found[page]
        assert finding.file == "content/site.yaml"
        assert lines[finding.line - 1].startswith(f"  {end}: ")
        slug = page.split("/")[0]
        assert f"write content/pages/{slug}.md with “slug: {slug}”: " in finding.remedy
        assert PAGES.fields[end].doc[1:] in finding.remedy


def test_draft_of_a_needed_page_is_no_page(content: Path) -> None:
    about = content / "pages" / "about.md"
    text = about.read_text(encoding="utf-8")
    about.write_text(text.replace("---\n", "---\nstatus: draft\n", 1), encoding="utf-8")
    outcome = build(content, content.parent / "output", today=TODAY)
    assert "about/index.html" in {f.page for f in outcome.report if f.rule == "output-pages"}


def test_site_without_a_catalogue_is_told_how_to_make_one(content: Path) -> None:
    shutil.rmtree(content / "catalogue")
    outcome = build(content, content.parent / "output", today=TODAY)
    said = [each for each in outcome.report if "“/services/”" in each.message]
    assert [(each.file, each.line) for each in said if "smallest" in each.remedy] == [
        ("content/site.yaml", 1)
    ]


def test_another_site_on_the_same_host_is_no_page_of_ours(content: Path) -> None:
    site, post = content / "site.yaml", content / "posts" / "when-you-call.md"
    words = site.read_text(encoding="utf-8")
    site.write_text(words.replace("small.example/", "example.org/help/"), encoding="utf-8")
    text = post.read_text(encoding="utf-8")  # its source is https://example.org/handbook
    post.write_text(f"{text}\nSee [the plan](https://example.org/help/posts/nowhere/).\n", "utf-8")
    outcome = build(content, content.parent / "output", today=TODAY)
    found = [each.message for each in outcome.report if each.rule == "link-target"]
    assert len(found) == 1
    assert "nowhere" in found[0]
