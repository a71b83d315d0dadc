# SPDX-License-Identifier: AGPL-3.0-or-later
"""Services of others come in checked, with a report; nothing that is there is changed."""

from __future__ import annotations

import contextlib
import copy
import datetime
import json
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from havenpress.catalogue.catalogue import Catalogue
from havenpress.catalogue.command import main
from havenpress.catalogue.exports.hsds.files import hsds_files, write_hsds
from havenpress.catalogue.exports.hsds.services import Exporter
from havenpress.catalogue.exports.table import write_table
from havenpress.catalogue.freshness import HIDDEN, state_of
from havenpress.catalogue.hours import Hours
from havenpress.catalogue.imports import Wishes, import_file
from havenpress.catalogue.imports.drafts import draft_of
from havenpress.catalogue.imports.intake import Intake, collect_terms, take
from havenpress.catalogue.imports.sources import read_source
from havenpress.catalogue.loader import load
from havenpress.catalogue.reading import known_of
from havenpress.findings import ERROR, Finding, SettingsError
from hypothesis import given, settings
from hypothesis import strategies as st

from .samples import BASE, EXAMPLE, TODAY, Change, edition, read
from .test_exports import HSDS, validator

SERVICE = {
    "id": "ac148810-d857-441c-9679-408f346de14b",
    "name": "Open Door",
    "description": "Talk to somebody.",
    "status": "active",
    "assured_date": "2026-10-01",
    "phones": [{"number": "020 7946 0018"}],
    "languages": [{"name": "English"}],
    "organization": {"name": "Door Trust", "description": "A charity."},
    "attributes": [{"link_type": "topic", "taxonomy_term": {"name": "Counselling"}}],
    "service_areas": [{"name": "Northtown"}],
}


def imported(
    tmp_path: Path, value: Any, folder: Path | None = None, **wishes: str
) -> tuple[Catalogue, list[Finding], int]:
    source = tmp_path / "theirs.json"
    source.write_text(json.dumps(value), encoding="utf-8")
    target = folder or tmp_path / "new"
    wishes = {"country": "GB"} | wishes
    taken, report = import_file(source, target, Wishes(today=TODAY, **wishes))
    if not taken and not target.exists():
        return Catalogue(), report, 0
    catalogue, findings = load(target, TODAY)
    assert [finding for finding in findings if finding.level == ERROR] == []
    return catalogue, report, taken


OFFICIAL = [
    "examples/service_full.json",
    "examples/organization_full.json",
    "examples/service_list.json",
    "oruk/mocks/V3.0-UK-Default/service_full.json",
    "oruk/mocks/V3.0-UK-Default/service_list.json",
]


@pytest.mark.parametrize("name", OFFICIAL)
def test_an_official_example_comes_in_and_goes_out_valid(name: str, tmp_path: Path) -> None:
    if not (HSDS / name).is_file():
        pytest.skip(f"the official examples are not beside this checkout ({HSDS})")
    taken, report = import_file(HSDS / name, tmp_path / "new", Wishes(TODAY, country="US"))
    assert taken
    assert {finding.level for finding in report} == {"review"}
    catalogue = load(tmp_path / "new", TODAY)[0]
    early = edition(catalogue, today=_day_of_check(catalogue))
    services = Exporter(early).services()
    assert len(services) == taken
    checker = validator(HSDS / "schema", "service.json")
    for service in services:
        assert [error.message for error in checker.iter_errors(service)] == []


def _day_of_check(catalogue: Catalogue) -> Any:
    return max(each.verification.last_verified for each in catalogue.services.values())


@pytest.mark.parametrize("folder", [BASE, EXAMPLE], ids=["base", "example"])
@pytest.mark.parametrize("file", ["services.ndjson", "services.json"])
def test_our_own_files_come_back(folder: Path, file: str, tmp_path: Path) -> None:
    ours = read(folder)
    write_hsds(edition(ours), tmp_path / "hsds")
    source = tmp_path / "hsds" / file
    taken, _ = import_file(source, tmp_path / "new", Wishes(TODAY, country="GB"))
    theirs = load(tmp_path / "new", TODAY)[0]
    assert taken == len(ours.services) or file == "services.json"
    if file == "services.ndjson":
        assert _told(theirs) == _told(ours)


def _told(catalogue: Catalogue) -> list[tuple]:
    """Return what a record of ours says of each service that an entry can say again."""
    return sorted(
        (
            str(each.name["en"]),
            each.status,
            tuple(each.categories),
            tuple(each.needs),
            () if each.is_closed else tuple(phone.number.href for phone in each.phones),
            tuple(str(language.code) for language in each.languages),
            _open_days(each.hours),
            replace(each.safety, notes={}, first_contact={}),
            each.verification.last_verified,
            len(each.required_documents or ()),
            [place.address for place in each.locations if not place.is_confidential],
        )
        for each in catalogue.services.values()
    )


def _open_days(hours: Hours | None) -> list:
    """Return the times of each day; HSDS does not tell a closed day from one that is not known."""
    if hours is None or hours.always:
        return ["24/7"] if hours else []
    return [day.spans if day else () for day in hours.week]


def test_our_own_table_comes_back(tmp_path: Path) -> None:
    ours = read(BASE)
    write_table(edition(ours), tmp_path / "services.csv")
    taken, report = import_file(tmp_path / "services.csv", tmp_path / "new", Wishes(TODAY, "GB"))
    theirs = load(tmp_path / "new", TODAY)[0]
    assert taken == 2
    assert theirs.services.keys() == ours.services.keys()
    assert theirs.services["safe-house"].is_confidential
    assert theirs.services["walk-in-clinic"].safety.shares_with_police == "with-consent"
    assert any("hours" in finding.message for finding in report)


def test_a_list_with_headings_of_their_own(tmp_path: Path) -> None:
    source = tmp_path / "list.csv"
    source.write_text(
        "Title,Organisation,Telephone,Website,Category,Area,Address,Language,Summary,Founded\n"
        "Night Line,Door Trust,020 7946 0018,https://example.org,Counselling,Northtown,"
        '"12 Mill Lane, Riverbend, ZZ99 1AA",English,Talk at night.,1998\n'
    )
    taken, report = import_file(source, tmp_path / "new", Wishes(TODAY, country="GB"))
    service = load(tmp_path / "new", TODAY)[0].services["night-line"]
    assert (taken, service.phones[0].number.e164) == (1, "+442079460018")
    assert any("founded: there is no field" in finding.message for finding in report)


def test_a_new_catalogue_has_what_the_file_names(tmp_path: Path) -> None:
    catalogue, report, taken = imported(tmp_path, SERVICE)
    service = catalogue.services["open-door"]
    assert taken == 1
    assert report == []
    assert service.categories == ["counselling"]
    assert catalogue.settings.areas["northtown"].name["en"] == "Northtown"
    assert service.safety.asks_for_id == "unknown"


@pytest.mark.parametrize(
    "location",
    [
        {"location_type": "redacted", "addresses": [{"address_1": "12 Mill Lane"}]},
        {"location_type": "physical", "is_hidden": True, "addresses": [{"address_1": "12 Mill"}]},
        {"location_type": "physical", "@Confidential": "true", "name": "12 Mill Lane"},
        {"location_type": "physical", "addresses": [{"address_1": "Confidential", "city": "Mill"}]},
        {"location_type": "physical", "name": "Undisclosed", "latitude": 51.5, "longitude": 0.1},
    ],
)
def test_a_place_that_looks_confidential_is_the_one_word(location: Any, tmp_path: Path) -> None:
    record = {**SERVICE, "service_at_locations": [{"location": location}]}
    catalogue, report, _ = imported(tmp_path, record)
    assert catalogue.services["open-door"].is_confidential
    texts = "".join(path.read_text() for path in (tmp_path / "new").rglob("*.yaml"))
    assert "Mill" not in texts
    assert "51.5" not in texts
    assert any("looks confidential" in finding.message for finding in report)
    assert not any("Mill" in finding.message for finding in report)


def test_a_text_that_tells_of_a_confidential_place_is_left_out(tmp_path: Path) -> None:
    hidden = {"location": {"location_type": "redacted"}}
    record = {
        **SERVICE,
        "service_at_locations": [hidden],
        "application_process": "Come to 12 Mill Lane.",
    }
    catalogue, report, _ = imported(tmp_path, record)
    assert not catalogue.services["open-door"].application_process
    assert any("application_process" in finding.message for finding in report)
    refused = {**record, "description": "The house is at 12 Mill Lane."}
    _, report, taken = imported(tmp_path, refused, tmp_path / "other")
    assert taken == 0
    assert ERROR in {finding.level for finding in report}


HIDDEN_PLACE = {"location": {"location_type": "redacted"}}


def test_a_hint_and_an_organisation_that_tell_of_it_are_left_out_too(tmp_path: Path) -> None:
    record = {
        **SERVICE,
        "service_at_locations": [HIDDEN_PLACE],
        "application_process": "We are behind the library.",
        "service_areas": [{"name": "Northtown"}, {"name": "12 Mill Lane"}],
        "organization": {"name": "Door Trust", "description": "Our house is at 12 Mill Lane."},
    }
    open_service = {**record, "name": "Day Centre", "service_at_locations": []}
    catalogue, report, taken = imported(tmp_path, [open_service, record])
    assert taken == 2
    assert catalogue.organizations["door-trust"].description["en"] == "Door Trust"
    assert not catalogue.services["open-door"].application_process
    assert catalogue.services["open-door"].areas == ["northtown"]
    assert catalogue.services["day-centre"].application_process
    told = " ".join(f"{finding.message} {finding.remedy}" for finding in report)
    assert "Mill" not in told
    assert "organization.description" in told


@pytest.mark.parametrize("given", [{"name": "House at 12 Mill Lane"}, {"slug": "12-mill-lane"}])
def test_a_name_that_tells_the_place_is_refused_and_not_repeated(
    given: dict[str, str], tmp_path: Path
) -> None:
    record = {**SERVICE, "service_at_locations": [HIDDEN_PLACE], **given}
    _, report, taken = imported(tmp_path, record)
    assert taken == 0
    assert ERROR in {finding.level for finding in report}
    assert not any("mill" in f"{finding.message}{finding.remedy}".lower() for finding in report)


def test_nothing_that_is_there_is_changed(change: Change, tmp_path: Path) -> None:
    folder = change()
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    records = [
        {**SERVICE, "name": "Walk-in clinic"},
        {
            **SERVICE,
            "attributes": [{"link_type": "x", "taxonomy_term": {"name": "A place to stay"}}],
        },
    ]
    catalogue, report, taken = imported(tmp_path, records, folder)
    assert taken == 1
    assert catalogue.services["open-door"].categories == ["housing"]
    assert any("already" in finding.message for finding in report)
    assert {path: path.read_bytes() for path in before} == before


def test_a_service_without_a_known_category_needs_one(change: Change, tmp_path: Path) -> None:
    folder = change()
    _, report, taken = imported(tmp_path, SERVICE, folder)
    assert taken == 0
    assert any("“categories” is missing" in finding.message for finding in report)
    catalogue, _, taken = imported(tmp_path, SERVICE, folder, category="medical")
    assert taken == 1
    assert catalogue.services["open-door"].categories == ["medical"]


def test_what_nobody_checked_stays_hidden(tmp_path: Path) -> None:
    catalogue, report, _ = imported(tmp_path, {**SERVICE, "assured_date": "soon"})
    service = catalogue.services["open-door"]
    assert state_of(service, catalogue.settings, TODAY) == HIDDEN
    assert any("stays hidden" in finding.message for finding in report)


def test_dirt_is_left_out_and_said(tmp_path: Path) -> None:
    record = {
        **SERVICE,
        "phones": [{"number": "call us"}, {"number": "020 7946 0018"}, "x", {"number": None}],
        "email": "Anna <anna@example.org>, bob@example.org",
        "url": "javascript:alert(1)",
        "minimum_age": 40,
        "maximum_age": "12",
        "alert": "\u202e<script>x</script>",
        "schedules": [{"freq": "WEEKLY", "byday": "MO", "opens_at": "25:99", "closes_at": "26:00"}],
        "languages": [{"code": "xx", "name": "Klingonian"}],
        "attributes": [None, {"taxonomy_term": []}, *SERVICE["attributes"]],
    }
    catalogue, report, taken = imported(tmp_path, record)
    service = catalogue.services["open-door"]
    assert taken == 1
    assert [phone.number.href for phone in service.phones] == ["+442079460018"]
    assert (service.email, service.url, service.alert) == (None, None, {})
    told = "\n".join(finding.message for finding in report)
    for field in ("phones.0", "email", "url", "maximum_age", "alert", "schedules", "languages"):
        assert f": {field}" in told


def address(city: str) -> dict[str, str]:
    return {
        "address_1": "1 High Street",
        "city": city,
        "state_province": "Kent",
        "postal_code": "NT1 2AB",
        "country": "GB",
        "address_type": "physical",
    }


def weekly(**given: Any) -> dict[str, Any]:
    return {
        "freq": "WEEKLY",
        "byday": "MO",
        "opens_at": "09:00",
        "closes_at": "17:00",
        **given,
    }


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"schedules": [weekly(interval=2)]}, "it does not hold every week"),
        ({"schedules": [weekly(freq="MONTHLY")]}, "it does not hold every week"),
        ({"schedules": [weekly(bymonthday="1")]}, "it holds in some weeks or days"),
        ({"schedules": [weekly(valid_to="2026-01-31")]}, "it ended on 2026-01-31"),
        ({"schedules": [weekly(valid_from="2027-05-01")]}, "it begins on 2027-05-01"),
        ({"schedules": [weekly(opens_at=None, closes_at=None)]}, "it has no times"),
        ({"schedules": [weekly(byday="")]}, "it names no days of the week"),
        (
            {"service_at_locations": [{"location": {"location_type": "virtual"}}]},
            "it is virtual, and no place to go to",
        ),
        (
            {"service_at_locations": [{"location": {"location_type": "physical", "name": "x"}}]},
            "it is physical, and no place to go to",
        ),
        (
            {
                "service_at_locations": [
                    {
                        "location": {
                            "location_type": "physical",
                            "addresses": [address("Northtown"), address("Eastbridge")],
                        }
                    }
                ]
            },
            "its second address is not taken (Eastbridge)",
        ),
        ({"organization": {}}, "there is none; it is under “not-stated”"),
        ({"cost_options": [{"option": "some", "amount": 10**400}]}, "“some” has no field"),
    ],
)
def test_what_has_no_place_in_ours_is_left_out_and_said(
    given: dict[str, Any], told: str, tmp_path: Path
) -> None:
    _, report, taken = imported(tmp_path, {**SERVICE, **given})
    assert taken == 1
    assert told in "\n".join(finding.message for finding in report)


def test_a_name_without_latin_letters_needs_another(tmp_path: Path) -> None:
    _, report, taken = imported(tmp_path, {**SERVICE, "name": "扉"})
    assert taken == 0
    assert any("its name has no Latin letters" in finding.message for finding in report)


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "photos"
    other.mkdir()
    (other / "door.jpg").write_bytes(b"")
    with pytest.raises(SettingsError, match="holds no catalogue"):
        imported(tmp_path, SERVICE, other)
    assert [path.name for path in other.iterdir()] == ["door.jpg"]


def test_a_catalogue_with_an_error_takes_nothing_in(change: Change, tmp_path: Path) -> None:
    folder = change(walk_in_clinic=("status: active", "status: actve"))
    before = sorted(folder.rglob("*"))
    with pytest.raises(SettingsError, match="actve"):
        imported(tmp_path, SERVICE, folder)
    assert sorted(folder.rglob("*")) == before


JUNK = [
    None, "", [], {}, 0, -1, True, [None], [[]], {"a": None}, ["x"], "x" * 300, "\u202ex", "{{x}}",
    "...", "- x", "2026-02-30", "NO", "12 Mill Lane", "<b>x</b>", "\x00", "confidential",
]  # fmt: skip


def holders(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each list and mapping inside a value, with each of its keys."""
    for key in list(value) if isinstance(value, dict) else range(len(value)):
        yield value, key
        if isinstance(value[key], dict | list):
            yield from holders(value[key])


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(OFFICIAL[:1] + OFFICIAL[3:4]),
    st.lists(st.tuples(st.integers(0, 10_000), st.sampled_from(JUNK)), min_size=1, max_size=4),
)
def test_junk_anywhere_in_a_record_is_left_out_or_refused(
    name: str, changes: list[tuple[int, Any]]
) -> None:
    record = json.loads((HSDS / name).read_text(encoding="utf-8"))
    for place, junk in changes:
        found = list(holders(record))
        holder, key = found[place % len(found)]
        holder[key] = copy.deepcopy(junk)  # or the next change might be made in the sample
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(SettingsError):
        imported(Path(folder), record)


@pytest.mark.parametrize("junk", [[], {}, ["topic"]], ids=str)
def test_a_kind_that_is_no_word_is_none(junk: Any, tmp_path: Path) -> None:
    attribute = {"link_type": junk, "taxonomy_term": {"name": "Counselling"}}
    schedule = {"freq": "WEEKLY", "interval": junk, "byday": "MO", "opens_at": "09:00"}
    record = {**SERVICE, "attributes": [attribute], "schedules": [schedule]}
    assert imported(tmp_path, record)[2] == 1


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("open", "active"),
        ("Active", "active"),
        ("temporarily_closed", "temporarily closed"),
        ("permanently closed", "defunct"),
    ],
)
def test_a_status_in_other_words_is_taken_and_said(theirs: str, ours: str, tmp_path: Path) -> None:
    catalogue, report, _ = imported(tmp_path, {**SERVICE, "status": theirs})
    assert catalogue.services["open-door"].status == ours
    assert any(f"“{theirs}” is taken for “{ours}”" in each.message for each in report)


def test_a_status_that_may_mean_two_things_is_refused(tmp_path: Path) -> None:
    _, report, taken = imported(tmp_path, {**SERVICE, "status": "closed"})
    assert taken == 0
    assert any("“closed” is not one of" in finding.message for finding in report)


AT_NO_COUNTRY = {
    "location": {
        "location_type": "physical",
        "addresses": [{"address_1": "118 Example Street", "city": "Northtown"}],
    }
}


def test_an_address_without_a_country_is_in_the_one_that_is_said(tmp_path: Path) -> None:
    record = {**SERVICE, "service_at_locations": [AT_NO_COUNTRY]}
    catalogue, report, _ = imported(tmp_path, record, country="IE")
    assert [place.address.country for place in catalogue.services["open-door"].locations] == ["IE"]
    assert any("names no country; “IE” is taken" in finding.message for finding in report)


def test_an_address_without_a_country_is_in_that_of_the_catalogue(
    change: Change, tmp_path: Path
) -> None:
    record = {**SERVICE, "service_at_locations": [AT_NO_COUNTRY]}
    catalogue, _, _ = imported(tmp_path, record, change(), country="", category="medical")
    assert [place.address.country for place in catalogue.services["open-door"].locations] == ["GB"]


ENDLESS = json.dumps(SERVICE)[:-1] + f', "minimum_age": {"9" * 5_000}}}'
DEEP = json.dumps(SERVICE)[:-1] + f', "locations": {"[" * 200}{"]" * 200}}}'


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        "null",
        "42",
        '{"name": "x"}',
        "[" * 100000,
        '{"contents": 3}',
        ENDLESS,
        DEEP,
    ],
)
def test_what_is_no_hsds_is_a_mistake_and_writes_nothing(text: str, tmp_path: Path) -> None:
    source = tmp_path / "odd.json"
    source.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError):
        import_file(source, tmp_path / "new", Wishes(TODAY, country="GB"))
    assert not (tmp_path / "new").exists()


def test_a_table_of_semicolons_with_other_headings(tmp_path: Path) -> None:
    table = (
        "Service Name;Organisation;Description;Phone;E-mail;Website;Languages spoken;Areas\n"
        'Night Stop;Riverbend Trust;"<p>A bed &amp; tea</p>";020 7946 0018;n@example.org;https://example.org/;English;Leeds\n'
    )
    (tmp_path / "list.csv").write_text(table, encoding="utf-8-sig")
    taken, _ = import_file(tmp_path / "list.csv", tmp_path / "new", Wishes(TODAY, country="GB"))
    assert taken == 1
    service = load(tmp_path / "new", TODAY)[0].services["night-stop"]
    assert (service.description["en"], service.email) == ("A bed & tea", "n@example.org")
    assert (service.url, service.languages[0].code) == ("https://example.org/", "en")


@pytest.mark.parametrize("data", [b"", b"name,description\nCaf\xe9,x\n"])
def test_a_table_that_is_empty_or_not_utf8_is_named(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes(data)
    with pytest.raises(SettingsError) as caught:
        import_file(tmp_path / "list.csv", tmp_path / "new", Wishes(TODAY, country="GB"))
    assert {Path(finding.file).name for finding in caught.value.findings} == {"list.csv"}


def imported_table(tmp_path: Path, table: str) -> tuple[int, list[str]]:
    (tmp_path / "list.csv").write_text(table, encoding="utf-8")
    wishes = Wishes(TODAY, country="GB")
    taken, report = import_file(tmp_path / "list.csv", tmp_path / "new", wishes)
    return taken, [finding.message for finding in report]


def test_a_very_long_cell_is_read(tmp_path: Path) -> None:
    table = f"name,description,phone,notes\nx,Help here,020 7946 0018,{'a' * 140_000}\n"
    taken, told = imported_table(tmp_path, table)
    assert taken == 1
    assert "“x”: notes: there is no field for it" in told


def test_cells_without_a_heading_are_said(tmp_path: Path) -> None:
    """A comma that no quotes hold parts a cell in two."""
    taken, told = imported_table(
        tmp_path, "name,phone,description\nx,020 7946 0018,Help, and more\n"
    )
    assert taken == 1
    assert "“x”: without_a_heading: there is no field for it" in told


def test_a_day_of_a_check_in_another_form_of_iso_8601_is_taken(tmp_path: Path) -> None:
    catalogue, _, _ = imported(tmp_path, {**SERVICE, "assured_date": "20261001"})
    checked = catalogue.services["open-door"].verification.last_verified
    assert checked == datetime.date(2026, 10, 1)


def test_the_signs_of_html_are_read_in_every_text(tmp_path: Path) -> None:
    given = {
        "name": "Women &amp; girls",
        "description": "Caf&#233; &amp; talk.",
        "url": "https://example.org/?a=1&amp;b=2",
    }
    catalogue, _, _ = imported(tmp_path, {**SERVICE, **given})
    service = catalogue.services["women-girls"]
    assert (service.name["en"], service.description["en"]) == ("Women & girls", "Café & talk.")
    assert service.url == "https://example.org/?a=1&b=2"


def test_what_is_left_out_is_said_in_the_order_of_the_file(tmp_path: Path) -> None:
    names = [f"theirs_{number}" for number in range(12)]
    _, report, _ = imported(tmp_path, {**SERVICE, **dict.fromkeys(names, "x")})
    told = [finding.message for finding in report if "theirs_" in finding.message]
    assert told == [f"“Open Door”: {name}: there is no field for it" for name in names]


def test_two_of_one_name_get_ids_of_their_own(tmp_path: Path) -> None:
    catalogue, _, taken = imported(tmp_path, [SERVICE, SERVICE])
    assert taken == 2
    assert catalogue.services.keys() == {"open-door", "open-door-2"}


def test_a_number_behind_a_name_may_be_taken_too(change: Change, tmp_path: Path) -> None:
    folder, records = change(), [{**SERVICE, "name": "Open Door 2"}]
    imported(tmp_path, records, folder, category="medical")
    catalogue, _, taken = imported(tmp_path, [SERVICE] * 2, folder, category="medical")
    assert taken == 2
    assert {"open-door", "open-door-2", "open-door-3"} <= catalogue.services.keys()


class Asked(dict):
    """A dict that counts how often it is asked for a key."""

    times = 0

    def __contains__(self, key: object) -> bool:
        self.times += 1
        return super().__contains__(key)


def test_a_free_name_among_many_takes_no_longer(tmp_path: Path) -> None:
    source = tmp_path / "theirs.json"
    source.write_text(json.dumps([SERVICE] * 40), encoding="utf-8")
    files, catalogue = Asked(), Catalogue()
    run = Intake("theirs.json", tmp_path, Wishes(TODAY, "GB"), catalogue, True, files)  # noqa: FBT003
    drafts = [draft_of(each, "en", "GB", TODAY) for each in read_source(source).services]
    collect_terms(drafts, run)
    for draft in drafts:
        take(draft, run, known_of(catalogue))
    assert "services/open-door-40.yaml" in files
    assert files.times <= 40 * 5


def test_the_command_says_how_many(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "one.json"
    source.write_text(json.dumps(SERVICE), encoding="utf-8")
    command = [str(tmp_path / "new"), "--import", str(source), "--today", "2026-11-23"]
    assert main(command) == 2
    assert "--country GB" in capsys.readouterr().err
    assert main([*command, "--country", "GB"]) == 0
    assert "1 services taken" in capsys.readouterr().err
    assert main([str(tmp_path / "new"), "--today", "2026-11-23"]) == 0


def test_all_files_of_an_export_name_services_alike() -> None:
    files = dict(hsds_files(edition(read(BASE))))
    assert len(files["services.ndjson"].splitlines()) == 2
