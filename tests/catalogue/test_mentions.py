# SPDX-License-Identifier: AGPL-3.0-or-later
"""A text beside the catalogue that tells where a confidential service is."""

from __future__ import annotations

from pathlib import Path

import pytest
from havenpress.build.rules.confidential_mention import check
from havenpress.findings import Finding
from havenpress.site import Project

from .samples import BASE, TODAY
from .sites import Site

TITLE = "What happens when you call"
HOUSE = (BASE / "services" / "safe-house.yaml").read_text(encoding="utf-8")
# The entry of the base, as the small site has its languages, areas and organisations.
ENTRY = (
    HOUSE.replace("riverbend-advocacy", "harbour-line")
    .replace("{en: Safe house, es: Casa segura}", "{en: Harper refuge}")
    .replace(", es: Un lugar para mujeres.", "")
    .replace(
        "[housing]", "[medical]\nformerly: [old-house]\nnot_the_place: [opposite the zoo park]"
    )
)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Return the small site with a confidential service in it."""
    made = Site(tmp_path / "site")
    path = made.content / "catalogue" / "services" / "northtown-house.yaml"
    path.write_text(ENTRY, encoding="utf-8")
    return made


def found(site: Site) -> list[Finding]:
    project = Project.read(site.content, site.output, TODAY)
    findings = list(check((), project))
    assert not project.report.has_errors
    return findings


TELLING = {
    "The Harper refuge is at 12 Mill Lane.": "error",
    "harper   REFUGE, Springfield, IL 62704": "error",
    "Go to [the house]({service}northtown-house) at 12 Mill Lane.": "error",
    "Go to [the house]({service}old-house) at 12 Mill Lane.": "error",
    "![The house](../images/northtown-house-12-mill-lane.jpg)": "error",
    "![Harper refuge, 12 Mill Lane](../images/door.png)": "error",
    "The Harper refuge\nis at 12 Mill Lane.": "error",
    "- Harper refuge: https://maps.app.goo.gl/abc": "error",
    "The Harper refuge is at ul. Quxowa 14.": "error",
    "The Harper refuge is at Jl. Quxindah No. 5.": "error",
    "The Harper refuge is at Str. Quxul nr. 12.": "error",
    "Call the Harper refuge. The police are at 12 Mill Lane.": "warning",
    "The Harper refuge is opposite the bus station.": "warning",
    "- Harper refuge\n    - 12 Mill Lane": "error",
    '<img src="../images/door.png" alt="Harper refuge, 12 Mill Lane">': "error",
    "The Harper&nbsp;refuge is at 12&nbsp;Mill&nbsp;Lane.": "error",
    "The Harper **refuge** is at #12MillLane.": "error",
    "The Harper refuge is at 12 [Mill](https://example.org/) [Lane](https://example.org/).": "error",
    "| Harper refuge | 12 Mill Lane |": "error",
}
INNOCENT = (
    "The Harper refuge has 12 rooms.",
    "Call the Harper refuge.\n\nThe police are at 12 Mill Lane.",
    "- Call the Harper refuge.\n- The police are at 12 Mill Lane.",
    "Staff of the Harper refuge meet you opposite the zoo park.",
    "Go to the police at 12 Mill Lane.",
    "## The Harper refuge\n\nCall first.\n\n## The police\n\nThey are at 12 Mill Lane.",
)


@pytest.mark.parametrize(("text", "level"), TELLING.items())
def test_a_paragraph_with_the_name_and_the_place_is_found(
    text: str, level: str, site: Site
) -> None:
    site.write_post(f"Words before.\n\n{text}\n", "moved.md")
    (finding,) = found(site)
    assert (finding.rule, finding.level) == ("confidential-mention", level)
    source = (site.content / "posts" / "moved.md").read_text(encoding="utf-8").split("\n")
    assert source[finding.line - 1] == text.split("\n")[0]


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("northtown-house-calle-quxana-12", ["confidential-mention"]),
        ("northtown_house_str._quxul_nr._12", ["confidential-mention"]),
        ("northtown-house-jl.-quxindah-5", ["confidential-mention"]),
        ("northtown-house-fő-utca-12", ["confidential-mention"]),
        ("northtown-house-fo\u030b-utca-12", ["confidential-mention"]),
        ("northtown-house-fo-utca-12", ["confidential-mention"]),
        ("northtown-house-số-12-đường-lê-lợi", ["confidential-mention"]),
        ("northtown-house-so-12-duong-le-loi", ["confidential-mention"]),
        ("northtown-house-brīvības-iela-55", ["confidential-mention"]),
        ("northtown-house-ulica-długa-4", ["confidential-mention"]),
        ("northtown-house-hauptstraße-12", ["confidential-mention"]),
        ("northtown-house-12-northgate", ["confidential-mention"]),
        ("harper-refuge/12-mill-lane", ["confidential-mention"]),
        ("northtown-house-brigade-2", []),
        ("northtown-house-safe-place-2", []),
        ("northtown-house-24-horas-en-la-calle", []),
        ("harper-refuge/kitchen", []),
        ("northtown-house-kitchen-2", []),
        ("northtown-house-2026-11-23", []),
        ("northtown-house-800x600", []),
        ("calle-quxana-12", []),
    ],
)
def test_the_name_of_a_picture_is_read_as_words(name: str, rules: list[str], site: Site) -> None:
    picture = site.content / "images" / f"{name}.png"
    picture.parent.mkdir(exist_ok=True)
    picture.write_bytes(b"")
    assert [finding.rule for finding in found(site)] == rules


@pytest.mark.parametrize("text", INNOCENT)
def test_a_place_that_is_another_is_not(text: str, site: Site) -> None:
    site.write_post(f"{text}\n", "moved.md")
    assert found(site) == []


def test_a_place_below_a_heading_or_a_title_with_the_name_is_found(site: Site) -> None:
    site.write_post("## The Harper refuge\n\nCall first.\n\n12 Mill Lane\n", "moved.md")
    assert [finding.level for finding in found(site)] == ["warning"]
    site.write_post("Call first.\n\n12 Mill Lane\n", "moved.md", (TITLE, "The Harper refuge"))
    assert [finding.level for finding in found(site)] == ["warning"]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("images/northtown-house-12-mill-lane.png", 0),
        ("posts/harper-refuge-12-mill-lane.md", 0),
        ("catalogue/services/northtown-clinic.yaml", 1),
        ("catalogue/taxonomy.yaml", 1),
        ("site.yaml", 1),
        ("overrides/footer.html", 1),
        ("overrides/footer.js", 1),
        ("overrides/footer.css", 1),
        ("overrides/fr.po", 1),
        ("lists/services.csv", 1),
        ("notes.txt", 1),
        ("images/talk.vtt", 1),
    ],
)
def test_names_of_files_and_other_entries_are_looked_at(name: str, line: int, site: Site) -> None:
    path = site.content / name
    if not path.exists() and line:
        path.parent.mkdir(exist_ok=True)
        path.touch()
    if line:
        path.write_text(
            f"# The Harper refuge is at 12 Mill Lane\n{path.read_text(encoding='utf-8')}"
        )
    else:
        path.write_bytes((site.content / "images" / "door.png").read_bytes())
    (finding,) = found(site)
    assert (finding.file, finding.line) == (f"content/{name}", line)


def test_a_title_and_a_summary_are_looked_at_one_by_one(site: Site) -> None:
    site.replace("posts/when-you-call.md", "slug:", "# Harper refuge\n# 12 Mill Lane\nslug:")
    assert found(site) == []
    site.replace("posts/when-you-call.md", "# Harper refuge\n# ", "# Harper refuge ")
    assert [finding.level for finding in found(site)] == ["error"]


def test_a_build_stops_there_and_says_nothing_of_what_is_excused(site: Site) -> None:
    site.replace("catalogue/catalogue.yaml", "timezone:", "open_data: yes\ntimezone:")
    assert site.build().status == 0, site.findings
    texts = [each.read_bytes() for each in site.output.rglob("*") if each.is_file()]
    assert any(b"Harper refuge" in text for text in texts)
    assert not any(b"zoo park" in text or b"not_the_place" in text for text in texts)
    site.write_post("The Harper refuge is at 12 Mill Lane.\n", "moved.md", ("call", "move"))
    assert site.build().status == 1
    assert "confidential-mention" in {finding.rule for finding in site.findings}
