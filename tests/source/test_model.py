# SPDX-License-Identifier: AGPL-3.0-or-later
"""A declared model reads, explains and documents what a file may say."""

from __future__ import annotations

import datetime

import pytest
from havenpress.source import read_yaml
from havenpress.source.kinds import (
    Choice,
    Date,
    Either,
    Flag,
    Known,
    Language,
    Line,
    ListOf,
    MapOf,
    Record,
    Slug,
    Translated,
    Url,
    Whole,
)
from havenpress.source.kinds.numbers import possible_dates
from havenpress.source.model import Field, Model
from havenpress.source.reading import IN_ONE_LINE, OUTSIDE

FILE = "content/a.yaml"
INNER = Model("a phone", Field("number", Line(), "The number", required=True, example="999"))
MODEL = Model(
    "a thing",
    Field("title", Line(most=10), "The title", required=True, example="Hope"),
    Field("date", Date(), "The day"),
    Field("count", Whole(1, 5), "How many"),
    Field("open", Flag(), "Whether it is open"),
    Field("kind", Choice("guide", "story"), "What it is"),
    Field("slug", Slug(), "Its address"),
    Field("url", Url(), "A link"),
    Field("lang", Language(declared=True), "Its language"),
    Field("category", Known("categories", "a category", "content/site.yaml"), "Its category"),
    Field("tags", ListOf(Slug()), "Its tags"),
    Field("phones", ListOf(Record(INNER)), "Its phones"),
    Field("name", Translated(Line()), "Its name"),
    Field("either", Either(Line(), Record(INNER)), "One or the other"),
    Field("map", MapOf(Slug(), Line()), "Names and values"),
)
KNOWN = {"languages": ["en", "es"], "categories": {"guides": 1, "news": 2}}


def read(text: str) -> tuple[dict, list[tuple[str, int, int, str]]]:
    text = text if text.startswith("title") else f"title: x\n{text}"
    node, syntax = read_yaml(text, FILE)
    values, findings = MODEL.read(node, FILE, text=text, known=KNOWN)
    assert syntax == []
    return values, [(f.rule, f.line, f.column, f.write) for f in findings]


def test_right_values_come_back_typed() -> None:
    values, findings = read(
        "date: 2026-02-28\ncount: 3\nopen: no\nkind: story\nslug: a-b\nurl: https://example.org/\n"
        "lang: es\ncategory: news\ntags: [a, b]\nphones:\n  - number: 0808 1\n"
        "name: {en: Hope, es: Esperanza}\neither: {number: 1}\nmap: {a: b}\n"
    )
    assert findings == []
    assert values["date"] == datetime.date(2026, 2, 28)
    assert (values["count"], values["open"]) == (3, False)
    assert values["phones"] == [{"number": "0808 1"}]
    assert values["name"] == {"en": "Hope", "es": "Esperanza"}


@pytest.mark.parametrize(
    ("line", "rule", "column", "write"),
    [
        ("titel: y", "field-name", 1, ""),  # “title” is there already
        ("catgory: news", "field-name", 1, "category: news"),
        ("date: 31/12/2026", "value-date", 7, "date: 2026-12-31"),
        ("date: 14 March 2026", "value-date", 7, "date: 2026-03-14"),
        ("date: “2026-03-04”", "value-date", 7, "date: 2026-03-04"),
        ("date: 2026-02-31", "value-date", 7, ""),
        ("date: 03/04/2026", "value-date", 7, ""),
        ("count: six", "value-number", 8, ""),
        ("count: 6", "value-number", 8, ""),
        ("count: ٣", "value-number", 8, "count: 3"),
        ("open: maybe", "value-flag", 7, ""),
        ("kind: gide", "value-choice", 7, "kind: guide"),
        ("slug: My Page", "value-slug", 7, "slug: my-page"),
        ("url: http://example.org/", "value-url", 6, "url: https://example.org/"),
        ("url: www.example.org", "value-url", 6, "url: https://www.example.org"),
        ("url: https://me@example.org/", "value-url", 6, ""),
        ("url: 'https://[x'", "value-url", 6, ""),
        ("lang: EN", "value-language", 7, "lang: en"),
        ("lang: Spanish", "value-language", 7, "lang: es"),
        ("lang: fr", "value-language", 7, ""),
        ("category: new", "value-known", 11, "category: news"),
        ("tags: one", "value-list", 7, "tags: [one]"),
        ("tags: [a, a]", "value-list", 11, ""),
        ("name: Hope", "value-language", 7, "name: {en: Hope}"),
        ("name: {es: x}", "translation-default", 7, ""),
        ("name: {en: x}", "translation-missing", 7, ""),
        ("name: {en: x, fr: y}", "value-language", 15, ""),
        ("name: {fr: x, es: y}", "value-language", 8, ""),
        ("name: {en: x, es: y, fr: z}", "translation-unused", 22, ""),
        ("phones: [1]", "value-kind", 10, "phones: [{number: 1}]"),
        ("phones: [{}]", "field-required", 10, ""),
        ("map: {a: }", "field-required", 7, ""),
    ],
)
def test_fault_names_its_place(line: str, rule: str, column: int, write: str) -> None:
    assert read(line)[1] == [(rule, 2, column, write)]


def test_missing_and_empty_fields_are_both_said() -> None:
    assert read("title:\n")[1] == [("field-required", 1, 1, "")]
    _, (finding,) = MODEL.read(None, FILE, known=KNOWN)
    assert finding.remedy.endswith("as in “title: Hope”")


def test_misspelt_required_field_is_one_fault() -> None:

    node, _ = read_yaml("titel: x\n", FILE)
    findings = MODEL.read(node, FILE, text="titel: x\n", known=KNOWN)[1]
    assert [(f.rule, f.write) for f in findings] == [("field-name", "title: x")]


def test_ambiguous_date_offers_both() -> None:
    assert [str(date) for date in possible_dates("03/04/2026")] == ["2026-04-03", "2026-03-04"]
    assert [str(date) for date in possible_dates("2026-03-04T10:30")] == ["2026-03-04"]


def test_schema_lists_what_must_be_there() -> None:
    schema = MODEL.schema()
    assert schema["required"] == ["title"]
    assert schema["properties"]["kind"]["enum"] == ["guide", "story"]
    assert schema["additionalProperties"] is False


def test_field_behind_a_star_is_one_fault_and_is_not_missing_as_well() -> None:
    for text in ("*title: x\n", "title: x\n*no_field: y\n"):
        node, (refused,) = read_yaml(text, FILE)
        assert MODEL.read(node, FILE, text=text, known=KNOWN)[1] == []
        assert refused.rule == "yaml-plain"


def test_other_parts_know_a_finding_by_a_mark_that_no_report_has() -> None:
    text = "title: x\nnumber: 1\n"
    (finding,) = MODEL.read(read_yaml(text, FILE)[0], FILE, text=text, known=KNOWN)[1]
    assert (finding.mistake, finding.names) == (OUTSIDE, ("number",))
    assert not {"mistake", "names"} & finding.as_json().keys()
    (finding,) = read_yaml("description: free, cost: 5\n", FILE)[1]
    assert (finding.mistake, finding.names) == (IN_ONE_LINE, ("cost",))


def test_misspelt_field_without_a_value_is_no_value_without_its_field() -> None:
    for key, said in (("999", "number: 999"), ("numbr", "number")):
        text = f"either: {{{key}}}\n"
        findings = MODEL.read(read_yaml(text, FILE)[0], FILE, text=text, known=KNOWN)[1]
        inside = [each for each in findings if each.line == 1 and each.column > 1]
        assert [(each.rule, each.write) for each in inside] == [
            ("field-name", f"either: {{{said}}}")
        ]
