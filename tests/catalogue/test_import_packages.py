# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tables that refer to each other come in as services; organisations come in alone."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from havenpress.catalogue.imports import Wishes, import_file
from havenpress.catalogue.loader import load
from havenpress.findings import ERROR, SettingsError

from .samples import TODAY, Change
from .test_exports import HSDS
from .test_imports import imported

PACKAGES = ["examples-csv", "examples/tabular.json"]


@pytest.mark.parametrize("name", PACKAGES)
def test_the_official_tables_come_in_as_one_service(name: str, tmp_path: Path) -> None:
    if not (HSDS / name).exists():
        pytest.skip(f"the official examples are not beside this checkout ({HSDS})")
    taken, report = import_file(HSDS / name, tmp_path / "new", Wishes(TODAY, country="GB"))
    catalogue = load(tmp_path / "new", TODAY)[0]
    service = catalogue.services["community-counselling"]
    assert (taken, service.organization) == (1, "example-organization-inc")
    assert [phone.number.e164 for phone in service.phones] == ["+441234234567"]
    assert [str(each.code) for each in service.languages] == ["ur"]
    assert service.locations[0].address.city == "MyCity"
    assert service.cost.type == "fee"
    assert len(service.required_documents) == 1
    told = "\n".join(finding.message for finding in report)
    assert "attribute records: 1 of 1 belong to no service" in told  # its link_id leads nowhere
    assert "contacts: there is no field for it" in told  # a person’s name
    assert "Ann Persona" not in told
    assert {finding.level for finding in report} == {"review"}


def tables(**more: Any) -> dict[str, Any]:
    """A package with a service whose only number and hours hang at its location."""
    return {
        "organizations": [{"id": 1, "name": "Door Trust", "description": "A charity."}],
        "services": [
            {"id": "s1", "organization_id": 1, "name": "Open Door", "description": "Talk."}
            | {"status": "active", "assured_date": "2026-10-01"}
        ],
        "service_at_location": [{"id": "j1", "service_id": "s1", "location_id": "l1"}],
        "locations": [{"id": "l1", "location_type": "physical", "name": "Hall"}],
        "addresses": [
            {"id": "a1", "location_id": "l1", "address_1": "12 Mill Lane", "city": "Riverbend"}
            | {"country": "GB", "postal_code": "ZZ99 1AA"}
        ],
        "phones": [{"id": "p1", "location_id": "l1", "number": "020 7946 0018"}],
        "schedules": [
            {"id": "h1", "service_at_location_id": "j1", "freq": "WEEKLY", "byday": "MO,TU"}
            | {"opens_at": "09:00", "closes_at": "17:00"}
        ],
        "languages": [
            {"id": "g1", "service_id": "s1", "code": "en"},
            {"id": "g2", "phone_id": "p1", "location_id": "l1", "code": "es"},
        ],
        "attributes": [
            {"id": "x1", "link_id": "s1", "link_type": "topic", "taxonomy_term_id": "t1"}
        ],
        "taxonomy_terms": [{"id": "t1", "name": "Counselling", "taxonomy_id": "y1"}],
        "taxonomies": [{"id": "y1", "name": "Kinds"}],
        "service_areas": [{"id": "r1", "service_id": "s1", "name": "Northtown"}],
    } | more


def as_folder(package: dict[str, Any], folder: Path, suffix: str) -> Path:
    """Write each table as a file; in CSV as a data package has it."""
    folder.mkdir()
    for name, rows in package.items():
        path = folder / f"{name}{suffix}"
        if suffix == ".json":
            path.write_text(json.dumps(rows), encoding="utf-8")
            continue
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list({key: 0 for row in rows for key in row}))
            writer.writeheader()
            writer.writerows(rows)
    (folder / "datapackage.json").write_text("{}", encoding="utf-8")
    return folder


@pytest.mark.parametrize("suffix", [".csv", ".json"])
@pytest.mark.parametrize("named", ["", "datapackage.json"])
def test_a_folder_of_tables_is_put_together(suffix: str, named: str, tmp_path: Path) -> None:
    source = as_folder(tables(), tmp_path / "package", suffix) / named
    taken, report = import_file(source, tmp_path / "new", Wishes(TODAY, country="GB"))
    service = load(tmp_path / "new", TODAY)[0].services["open-door"]
    assert (taken, report) == (1, [])
    assert [phone.number.e164 for phone in service.phones] == ["+442079460018"]
    assert [str(each.code) for each in service.languages] == ["en"]
    assert [bool(day and day.spans) for day in service.hours.week] == [True] * 2 + [False] * 5
    assert (service.categories, service.areas) == (["counselling"], ["northtown"])
    assert service.locations[0].address.address_1 == "12 Mill Lane"


def test_rows_of_several_places_keep_the_order_of_the_file(tmp_path: Path) -> None:
    """The best number to use comes first, in each run."""
    places = range(8)
    package = tables(
        service_at_location=[
            {"id": f"j{at}", "service_id": "s1", "location_id": f"l{at}"} for at in places
        ],
        locations=[{"id": f"l{at}", "location_type": "virtual"} for at in places],
        phones=[
            {"id": f"p{at}", "location_id": f"l{at}", "number": f"020 7946 001{at}"}
            for at in places
        ],
    )
    source = as_folder(package, tmp_path / "package", ".json")
    import_file(source, tmp_path / "new", Wishes(TODAY, country="GB"))
    service = load(tmp_path / "new", TODAY)[0].services["open-door"]
    assert [phone.number.e164[-1] for phone in service.phones] == [str(at) for at in places]


def test_ids_that_are_no_words_and_tables_of_no_kind_are_taken_as_they_are(tmp_path: Path) -> None:
    """An id may be anything in JSON, and what nobody knows is named as it is called."""
    package = tables(theirs=[{"id": 1}])
    package["services"][0]["id"] = {"at": 1}
    source = tmp_path / "package.json"
    source.write_text(json.dumps(package), encoding="utf-8")
    _, report = import_file(source, tmp_path / "new", Wishes(TODAY, country="GB"))
    told = [finding.message for finding in report]
    assert "the table of theirs records: 1 of 1 belong to no service" in told


def test_rows_that_lead_nowhere_are_counted(tmp_path: Path) -> None:
    lost = [{"id": "p2", "service_id": "gone", "number": "020 7946 0019"}]
    package = tables(contacts=[{"id": "c1", "name": "Ann"}], phones=[*tables()["phones"], *lost])
    source = as_folder(package, tmp_path / "package", ".json")
    _, report = import_file(source, tmp_path / "new", Wishes(TODAY, country="GB"))
    assert sorted(finding.message for finding in report) == [
        "the table of contact records: 1 of 1 belong to no service",
        "the table of phone records: 1 of 2 belong to no service",
    ]


def test_a_place_of_a_package_that_looks_confidential_is_the_one_word(tmp_path: Path) -> None:
    package = tables()
    package["locations"][0]["is_hidden"] = "true"
    source = as_folder(package, tmp_path / "package", ".csv")
    import_file(source, tmp_path / "new", Wishes(TODAY, country="GB"))
    assert load(tmp_path / "new", TODAY)[0].services["open-door"].is_confidential
    assert "Mill" not in "".join(path.read_text() for path in (tmp_path / "new").rglob("*.yaml"))


ALONE = {
    "id": 2,
    "name": "Quiet Group",
    "description": "A group.",
    "website": "https://example.org",
}


def test_organisations_alone_come_into_a_catalogue_that_is_there(
    change: Change, tmp_path: Path
) -> None:
    folder = change()
    known = {**ALONE, "name": "Riverbend Advocacy (fictional)"}
    catalogue, report, taken = imported(tmp_path, [ALONE, known], folder)
    assert taken == 0
    assert catalogue.organizations["quiet-group"].website == "https://example.org"
    told = [(finding.level, finding.message) for finding in report]
    assert told == [
        ("review", "the organisation “Quiet Group” has no service in this file"),
        (
            "warning",
            "the organisation “Riverbend Advocacy (fictional)” is not taken: it is there already",
        ),
    ]


def test_the_official_list_of_organisations_comes_in(change: Change, tmp_path: Path) -> None:
    source = HSDS / "oruk" / "mocks" / "V3.0-UK-Default" / "organization_list.json"
    if not source.is_file():
        pytest.skip(f"the official examples are not beside this checkout ({HSDS})")
    folder = change()
    listed = json.loads(source.read_text(encoding="utf-8"))["contents"]
    import_file(source, folder, Wishes(TODAY))
    findings = load(folder, TODAY)[1]
    assert [finding for finding in findings if finding.level == ERROR] == []
    added = len(list((folder / "organizations").iterdir())) - 1
    assert added == len({each["name"] for each in listed if not each.get("services")})


def test_organisations_alone_make_no_new_catalogue(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="organisations only"):
        imported(tmp_path, [ALONE])
    assert not (tmp_path / "new").exists()


def test_organisations_of_a_new_catalogue_that_have_no_service_are_said(tmp_path: Path) -> None:
    source = as_folder(
        tables(organizations=[*tables()["organizations"], ALONE]), tmp_path / "p", ".csv"
    )
    taken, report = import_file(source, tmp_path / "new", Wishes(TODAY, country="GB"))
    assert taken == 1
    assert [finding.message for finding in report] == [
        "the organisation “Quiet Group” has no service, and no page would show it"
    ]
