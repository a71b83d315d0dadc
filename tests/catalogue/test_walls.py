# SPDX-License-Identifier: AGPL-3.0-or-later
"""A confidential place planted in an entry: the build stops there, or no byte tells it."""

from __future__ import annotations

import base64
import html
import re
import shutil
import tempfile
from pathlib import Path
from urllib.parse import quote

import pytest
from havenpress.catalogue.catalogue import Catalogue
from havenpress.catalogue.loader import load
from havenpress.catalogue.walls.output import VARIABLE
from havenpress.findings import ERROR, Finding
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .addresses import PLACES, STREETS
from .hidden import png_note
from .samples import BASE, ROOT, TODAY
from .sites import Site

MANY = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
HOUSE = (BASE / "services" / "safe-house.yaml").read_text(encoding="utf-8")

# Where a text can stand in the entry of the safe house: what is replaced, and by what.
FIELDS = {
    "name": ("name: {en: Safe house,", "name:\n  en: TEXT\n  es: Casa\nalternate_name: {en: Refuge,"),
    "description": ("description: {en: A place to stay for women.,", 'description: {en: "TEXT",'),
    "block": (
        "description: {en: A place to stay for women., es: Un lugar para mujeres.}",
        "description:\n  en: |\n    A place to stay.\n    TEXT\n    Ring first.\n  es: Un lugar.",
    ),
    "alert": ("status: active", 'status: active\nalert: {en: Moved., es: "TEXT"}'),
    "eligibility": ("status: active", 'status: active\neligibility_description: {en: "TEXT", es: x}'),
    "application": ("status: active", 'status: active\napplication_process: {en: "TEXT", es: x}'),
    "interpreters": ("status: active", 'status: active\ninterpretation_services: {en: "TEXT", es: x}'),
    "documents": ("status: active", 'status: active\nrequired_documents: [{en: "TEXT", es: x}]'),
    "cost": ("status: active", 'status: active\ncost: {type: fee, description: {en: "TEXT", es: x}}'),
    "phone": ("type: voice", 'type: voice\n    description: {en: "TEXT", es: x}'),
    "language": ("languages: [en]", 'languages: [{code: en, note: {en: "TEXT", es: x}}]'),
    "hours": ("hours: 24/7", 'hours:\n  mon: closed\n  note: {en: "TEXT", es: x}'),
    "safety": ("asks_for_id: never", 'asks_for_id: never\n  notes: {en: "TEXT", es: x}'),
    "contact": ("asks_for_id: never", 'asks_for_id: never\n  first_contact: {en: "TEXT", es: x}'),
    "transport": ("address: confidential", 'address: confidential\n    transportation: {en: "TEXT"}'),
    "team": ("verified_by: Directory team", 'verified_by: "TEXT"'),
    "note": ("status: active", "status: active  # TEXT"),
    "note-at-the-end": ("verified_by: Directory team", "verified_by: Directory team\n# TEXT"),
    "instead": ("address: confidential", 'address: "TEXT"'),
    "unknown-field": ("status: active", 'status: active\nwhere: "TEXT"'),
}  # fmt: skip

WAYS = {
    "typed": str,
    "sentence": lambda text: f"Come to {text} and ring the bell.",
    "percent": lambda text: quote(text, safe=""),
    "entities": lambda text: "".join(f"&#{ord(letter)};" for letter in text),
    "named-entities": lambda text: html.escape(text).replace(" ", "&nbsp;"),
    "wide": lambda text: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text),
    "arabic-digits": lambda text: "".join(chr(0x660 + int(c)) if c in "0123456789" else c for c in text),
    "escaped twice": lambda text: html.escape("".join(f"&#{ord(letter)};" for letter in text)),
    "in a tag": lambda text: f'<abbr title="{text}">here</abbr>',
    "in letters": lambda text: f"data:text/plain;base64,{base64.b64encode(text.encode()).decode()}",
    "bold": lambda text: text.replace(" ", " **", 1) + "**",
}  # fmt: skip
ANY_CASE = {**WAYS, "upper": str.upper, "lower": str.lower}


def load_house(text: str) -> tuple[Catalogue, list[Finding]]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "catalogue"
        shutil.copytree(BASE, root)
        (root / "services" / "safe-house.yaml").write_text(text, encoding="utf-8")
        return load(root, TODAY)


def check(field: str, written: str) -> None:
    old, new = FIELDS[field]
    assert old in HOUSE
    text = HOUSE.replace(old, new.replace("TEXT", written.replace('"', "'")))
    line = next(number for number, each in enumerate(text.split("\n"), 1) if written[:9] in each)
    rules = {
        finding.rule
        for finding in load_house(text)[1]
        if finding.level == ERROR and finding.line == line
    }
    assert rules & {"confidential-text", "confidential-address"}, (written, rules)


@MANY
@given(PLACES, st.sampled_from(sorted(FIELDS)), st.sampled_from(sorted(WAYS)))
def test_a_place_in_an_entry_is_an_error_at_its_line(place: str, field: str, way: str) -> None:
    check(field, WAYS[way](place))


@MANY
@given(STREETS, st.sampled_from(sorted(FIELDS)), st.sampled_from(sorted(ANY_CASE)))
def test_a_street_is_seen_in_capitals_and_in_small_letters(
    place: str, field: str, way: str
) -> None:
    check(field, ANY_CASE[way](place))


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("12-mill-lane", "confidential-text"),
        ("fo-utca-12", "confidential-text"),
        ("so-12-duong-le-loi", "confidential-text"),
        ("hauptstrasse-12", "confidential-text"),
        ("12-northgate", "confidential-text"),
        ("house-51-5007-0-1246", "confidential-text"),
        ("house-9c3xgv4c-xv", "confidential-text"),
        ("nt1-2ab", "confidential-text"),
        ("ul-dluga-4", "confidential-hint"),
        ("behind-the-library", "confidential-hint"),
        ("refuge-for-12-women", ""),
        ("house-24-7", ""),
        ("brigade-2", ""),
        ("al-noor-house-2", ""),
    ],
)
def test_the_name_of_a_file_is_looked_at(name: str, rule: str, tmp_path: Path) -> None:
    root = tmp_path / "catalogue"
    shutil.copytree(BASE, root)
    (root / "services" / "safe-house.yaml").rename(root / "services" / f"{name}.yaml")
    found = load(root, TODAY)[1]
    assert [(each.rule, each.line) for each in found] == ([(rule, 1)] if rule else [])
    assert all("the name of this file" in each.message for each in found)


def test_the_name_of_a_file_that_names_another_place_is_excused(tmp_path: Path) -> None:
    root = tmp_path / "catalogue"
    shutil.copytree(BASE, root)
    (root / "services" / "safe-house.yaml").unlink()
    text = HOUSE.replace("areas:", "not_the_place: [behind the library]\nareas:")
    (root / "services" / "behind-the-library.yaml").write_text(text, encoding="utf-8")
    assert load(root, TODAY)[1] == []


def test_words_that_name_another_place_are_excused() -> None:
    process = "application_process: {en: We meet you Opposite  the bus station., es: x}"
    text = HOUSE.replace("status: active", f"status: active\n{process}")
    (finding,) = load_house(text)[1]
    assert (finding.rule, finding.level, finding.line) == ("confidential-hint", "warning", 5)
    excused = text.replace("areas:", "not_the_place: [opposite the bus station]\nareas:")
    assert load_house(excused)[1] == []
    other = excused.replace("Opposite  the bus", "behind the bus")
    assert [each.rule for each in load_house(other)[1]] == ["confidential-hint"]


TITLE = "What happens when you call"
LISTED = [f"{number}41 Wexbrook{number} Hollow" for number in range(1, 7)]
ELSEWHERE = [f"{number}41 Wexbrook{number} Hollow" for number in range(11, 20)]


def test_a_build_finds_each_listed_place_and_publishes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each stands in a part of a site that no guard of the catalogue looks at."""
    site = Site(tmp_path / "site")
    title, body, link, organization, term, photo = LISTED
    post = f"{body.replace(' ', '&nbsp;')}\n\n[A page](https://example.org/?q={quote(link)})\n"
    site.write_post(post, "moved.md", ("slug: when-you-call", "slug: moved"), (TITLE, title))
    site.replace("catalogue/organizations/harbour-line.yaml", "en: ", f"en: {organization} ")
    site.replace("catalogue/taxonomy.yaml", "en: ", f"en: {term.upper()} ")
    (site.content / "images" / "door.png").write_bytes(png_note(photo, packed=True))
    private = tmp_path / "private.txt"
    private.write_text("\n".join(LISTED), encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(private))
    site.build()
    found = [each for each in site.findings if each.rule == "confidential-output"]
    lines = {re.search(r"line (\d)", each.message)[1] for each in found}
    assert lines == {"1", "2", "3", "4", "5"}  # pictures are made anew, without their notes
    assert all(each.page for each in found)
    assert not any("wexbrook" in str(each).lower() for each in found)
    assert (site.status, site.output.exists()) == (1, False)


def test_a_build_finds_a_listed_place_in_the_settings_in_pictures_and_in_templates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever writes these parts of a site may never open the catalogue."""
    site = Site(tmp_path / "site")
    note, hours, lead, label, danger, category, alt, picture, footer = ELSEWHERE
    site.replace("site.yaml", "note: Free call", f"note: Come to {note}")
    site.replace("site.yaml", "hours: All day, every day", f"hours: All day at {hours}")
    site.replace("site.yaml", "lead: You can call", f"lead: We are at {lead}. You can call")
    site.replace("site.yaml", "label: About us", f"label: About {label}")
    site.replace("site.yaml", "name: Police, ambulance, fire", f"name: Police near {danger}")
    site.replace("site.yaml", "guides: {name: Guides}", f"guides: {{name: Guides for {category}}}")
    door = f"{picture.lower().replace(' ', '-')}.png"
    (site.content / "images" / "door.png").rename(site.content / "images" / door)
    shown = f"![A door at {alt}]({door})"
    site.replace("posts/when-you-call.md", "![A door that stands open](door.png)", shown)
    override = site.content / "overrides" / "components" / "site-footer" / "template.html"
    override.parent.mkdir(parents=True)
    ours = ROOT / "theme" / "templates" / "components" / "site-footer" / "template.html"
    template = ours.read_text(encoding="utf-8").replace("</footer>", f"<!-- {footer} --></footer>")
    override.write_text(template, encoding="utf-8")
    private = tmp_path / "private.txt"
    private.write_text("\n".join(ELSEWHERE), encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(private))
    site.build()
    found = [each for each in site.findings if each.rule == "confidential-output"]
    lines = {int(re.search(r"line (\d+)", each.message)[1]) for each in found}
    assert lines == set(range(1, 10)), site.findings
    assert (site.status, site.output.exists()) == (1, False)
