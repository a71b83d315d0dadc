# SPDX-License-Identifier: AGPL-3.0-or-later
"""Open data is valid by the official schemas, and says nothing that readers may not see."""

from __future__ import annotations

import csv
import datetime
import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from havenpress.catalogue.exports.hsds.files import hsds_files
from havenpress.catalogue.exports.hsds.services import Exporter
from havenpress.catalogue.exports.table import table_of
from havenpress.catalogue.loader import load
from havenpress.catalogue.model.service import SERVICE
from havenpress.catalogue.presentation.jsonld import json_ld_of
from havenpress.source import read_yaml
from havenpress.source.model import Model
from referencing import Registry, Resource

from .samples import BASE, EXAMPLE, HERE, ROOT, TODAY, Change, edition, read

HSDS = ROOT.parent / "shared" / "data" / "hsds"


def strict(schema: Any) -> Any:
    """Return a schema in which no object takes a property that it does not name."""
    if isinstance(schema, list):
        return [strict(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    copy = {name: strict(value) for name, value in schema.items()}
    return {**copy, "additionalProperties": False} if "properties" in copy else copy


def validator(folder: Path, name: str) -> Any:
    from jsonschema import Draft202012Validator  # takes three seconds, wherever tests are collected

    if not folder.is_dir():
        pytest.skip(f"the official schemas are not beside this checkout ({folder})")
    files = {path.name: strict(json.loads(path.read_text())) for path in folder.glob("*.json")}
    registry = Registry().with_resources(
        (file, Resource.from_contents(schema, _draft())) for file, schema in files.items()
    )
    checker = Draft202012Validator.FORMAT_CHECKER
    return Draft202012Validator(files[name], registry=registry, format_checker=checker)


def _draft() -> Any:
    from referencing.jsonschema import DRAFT202012

    return DRAFT202012


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("folder", [BASE, EXAMPLE], ids=["base", "example"])
def test_every_service_is_valid_hsds(folder: Path, language: str) -> None:
    checker = validator(HSDS / "schema", "service.json")
    for service in Exporter(edition(read(folder), language)).services():
        assert [error.message for error in checker.iter_errors(service)] == []


def every_field(tmp_path: Path) -> Path:
    """Return a catalogue with a service that has every field of the model."""
    folder = tmp_path / "catalogue"
    shutil.copytree(BASE, folder)
    shutil.copy(HERE / "full.yaml", folder / "services" / "full.yaml")
    return folder


def names_in(model: Model, node: Any) -> Iterator[tuple[str, bool]]:
    """Yield the name of each field of a model, and whether the first of its kind is given."""
    for name, inner in model.fields.items():
        given = node.get(name) if isinstance(node, dict) else None
        yield f"{model.name}: {name}", given is not None
        below = getattr(getattr(inner.kind, "kind", inner.kind), "model", None)
        if isinstance(below, Model):
            blocks = given if isinstance(given, list) else [given]
            merged: dict[str, Any] = {}
            for block in blocks:
                merged = {**(block if isinstance(block, dict) else {}), **merged}
            yield from names_in(below, merged)


def test_the_full_entry_has_every_field() -> None:
    node = read_yaml((HERE / "full.yaml").read_text(encoding="utf-8"), "full.yaml")[0]
    lacking = {name for name, given in names_in(SERVICE, node) if not given}
    assert lacking == {"a service: not_the_place"}  # which is published nowhere


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("profile", ["", "oruk/"])
def test_a_service_with_every_field_is_valid_where_no_other_field_is_taken(
    profile: str, language: str, tmp_path: Path
) -> None:
    catalogue, findings = load(every_field(tmp_path), TODAY)
    assert not [finding for finding in findings if finding.level == "error"]
    files = dict(hsds_files(edition(catalogue, language)))
    checker = validator(HSDS / profile / "schema", "service.json")
    for name, text in files.items():
        if name.startswith(f"{profile}services/"):
            assert [error.message for error in checker.iter_errors(json.loads(text))] == []


def test_the_schemas_would_see_a_fault() -> None:
    checker = validator(HSDS / "schema", "service.json")
    service = Exporter(edition(read(BASE))).services()[0]
    assert not checker.is_valid({**service, "status": "open"})
    assert not checker.is_valid({**service, "colour": "red"})
    assert not checker.is_valid({**service, "id": "walk-in-clinic"})


def test_organizations_are_valid_hsds() -> None:
    checker = validator(HSDS / "schema", "organization.json")
    for name, text in hsds_files(edition(read(EXAMPLE))):
        if name.startswith("organizations/"):
            assert [error.message for error in checker.iter_errors(json.loads(text))] == []


@pytest.mark.parametrize(
    ("file", "schema"),
    [
        ("services.json", "service.json"),
        ("organizations.json", "organization.json"),
        ("taxonomies.json", "taxonomy.json"),
        ("taxonomy_terms.json", "taxonomy_term.json"),
    ],
)
def test_every_page_holds_valid_records(file: str, schema: str) -> None:
    checker = validator(HSDS / "schema", schema)
    page = json.loads(dict(hsds_files(edition(read(EXAMPLE))))[file])
    assert page["total_items"] == page["size"] == len(page["contents"]) > 0
    for record in page["contents"]:
        assert [error.message for error in checker.iter_errors(record)] == []


def test_every_line_of_ndjson_is_a_whole_service() -> None:
    files = dict(hsds_files(edition(read(EXAMPLE))))
    for line in files["services.ndjson"].splitlines():
        record = json.loads(line)
        assert json.loads(files[f"services/{record['id']}.json"]) == record


def test_every_answer_names_a_term_and_a_taxonomy_that_are_listed() -> None:
    files = {
        name: json.loads(text)
        for name, text in hsds_files(edition(read(EXAMPLE)))
        if name.endswith("json") and "ndjson" not in name
    }
    terms = {term["id"]: term for term in files["taxonomy_terms.json"]["contents"]}
    taxonomies = {each["id"] for each in files["taxonomies.json"]["contents"]}
    assert {term["taxonomy_id"] for term in terms.values()} == taxonomies
    for name, record in files.items():
        if name.startswith("services/"):
            assert {each["taxonomy_term"]["id"] for each in record["attributes"]} <= terms.keys()


def test_services_are_valid_by_the_british_profile() -> None:
    from jsonschema import Draft202012Validator

    path = HSDS / "oruk" / "schema" / "compiled" / "service.json"
    if not path.is_file():
        pytest.skip(f"the profile is not beside this checkout ({path})")
    formats = Draft202012Validator.FORMAT_CHECKER
    checker = Draft202012Validator(json.loads(path.read_text()), format_checker=formats)
    for service in Exporter(edition(read(EXAMPLE))).services():
        assert [error.message for error in checker.iter_errors(service)] == []


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("folder", [BASE, EXAMPLE], ids=["base", "example"])
def test_a_copy_has_the_fields_of_the_british_profile_and_no_other(
    folder: Path, language: str
) -> None:
    checker = validator(HSDS / "oruk" / "schema", "service.json")
    files = dict(hsds_files(edition(read(folder), language)))
    records = {name: json.loads(text) for name, text in files.items() if name.startswith("oruk/")}
    services = [each for name, each in records.items() if name.startswith("oruk/services/")]
    assert len(services) == len(read(folder).services)
    for service in [*services, *records["oruk/services.json"]["contents"]]:
        assert [error.message for error in checker.iter_errors(service)] == []
        whole = json.loads(files[f"services/{service['id']}.json"])
        assert not checker.is_valid(whole)  # the profile has no field for its telephones
        for phone in whole.get("phones", ()):
            assert phone["number"] in service["description"]


def test_the_official_failures_fail_by_the_british_profile() -> None:
    mocks = HSDS / "oruk" / "mocks"
    checker = validator(HSDS / "oruk" / "schema", "service.json")
    good = json.loads((mocks / "V3.0-UK-Default" / "service_full.json").read_text())
    bad = json.loads((mocks / "V3.0-UK-Fail" / "service_full.json").read_text())
    assert checker.is_valid(good)
    assert len(list(checker.iter_errors(bad))) == 2  # the address of the web, and of e-mail


def test_ids_are_the_same_in_every_language_and_run() -> None:
    catalogue = read(EXAMPLE)
    english = [service["id"] for service in Exporter(edition(catalogue, "en")).services()]
    assert english == [service["id"] for service in Exporter(edition(catalogue, "es")).services()]
    assert len(set(english)) == len(english)


def test_a_confidential_place_is_no_location_anywhere() -> None:
    services = {each["name"]: each for each in Exporter(edition(read(BASE))).services()}
    assert "service_at_locations" not in services["Safe house"]
    assert "confidential" not in json.dumps(services).lower()


def test_an_entry_hidden_from_readers_is_not_exported() -> None:
    late = datetime.date(2028, 8, 1)
    exported = Exporter(edition(load(EXAMPLE, late)[0], today=late)).services()
    assert [service["name"] for service in exported if service["status"] == "active"] == [
        "Harbour Line helpline"
    ]


def test_the_files_hold_together() -> None:
    files = dict(hsds_files(edition(read(EXAMPLE))))
    page = json.loads(files["services.json"])
    assert page["total_items"] == len(page["contents"]) == 14
    assert all(f"services/{each['id']}.json" in files for each in page["contents"])
    assert len(files["services.ndjson"].splitlines()) == 14


def test_a_page_of_services_names_no_script_inside_its_data(change: Change) -> None:
    folder = change(walk_in_clinic=("without an appointment", "</script><b>"))
    catalogue, findings = load(folder, TODAY)
    assert [finding.rule for finding in findings] == ["value-text"]
    text = json_ld_of(catalogue.services["walk-in-clinic"], edition(catalogue))
    assert "</script>" not in text
    assert json.loads(text)["description"] == "See a nurse or doctor </script><b>."


def test_a_confidential_place_is_not_in_json_ld() -> None:
    catalogue = read(BASE)
    record = json.loads(json_ld_of(catalogue.services["safe-house"], edition(catalogue)))
    assert "serviceLocation" not in record["availableChannel"]


def test_the_table_has_a_row_for_each_and_no_formula(change: Change) -> None:
    folder = change(walk_in_clinic=("{en: Walk-in clinic,", '{en: "=HYPERLINK(1)",'))
    rows = list(csv.DictReader(io.StringIO(table_of(edition(read(folder))))))
    assert [row["name"] for row in rows] == ["Safe house", "'=HYPERLINK(1)"]
    assert rows[0]["address"].startswith("The address is kept private")


def test_open_data_wants_a_namespace(change: Change) -> None:
    folder = change(
        catalogue=("id_namespace: 6f1c2a52-7a64-4c0e-9a55-1d3f0b7e2c11", "open_data: yes")
    )
    findings = load(folder, TODAY)[1]
    assert [finding.rule for finding in findings] == ["catalogue-open-data"]


CLOSED = ("status: active", "status: defunct\nchat: https://example.org/chat")


def test_a_closed_service_is_exported_without_a_way_to_make_contact(change: Change) -> None:
    one = edition(read(change(walk_in_clinic=CLOSED)))
    (row,) = [
        each for each in csv.DictReader(io.StringIO(table_of(one))) if each["status"] != "active"
    ]
    service = Exporter(one).service(one.catalogue.services["walk-in-clinic"])
    record = json.loads(json_ld_of(one.catalogue.services["walk-in-clinic"], one))
    assert (row["phones"], row["email"], row["url"]) == ("", "", "")
    assert service.keys().isdisjoint({"phones", "email", "url"})
    assert "url" not in record
    assert record["availableChannel"].keys().isdisjoint({"servicePhone", "serviceUrl"})


@pytest.mark.parametrize(
    ("number", "answer", "told"),
    [
        ("0808 157 0123", "yes", True),
        ("0808 157 0123", "unknown", True),
        ("116 123", "yes", True),
        ("116 123", "unknown", False),
        ("118 500", "no", False),
    ],
)
def test_search_engines_are_told_that_a_call_is_free_where_that_is_sure(
    number: str, answer: str, told: bool, change: Change
) -> None:
    phone = (
        "number: 0808 157 0123\n    type: voice\n    free_to_call: yes",
        f"number: {number}\n    type: voice\n    free_to_call: {answer}",
    )
    catalogue, _ = load(change(safe_house=phone), TODAY)
    record = json.loads(json_ld_of(catalogue.services["safe-house"], edition(catalogue)))
    (contact,) = record["availableChannel"]["servicePhone"]
    assert (contact.get("contactOption") == "TollFree") == told
