# SPDX-License-Identifier: AGPL-3.0-or-later
"""Short numbers of the catalogue's own country and of another, which reach somebody there only."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from havenpress.catalogue.exports.hsds.services import Exporter
from havenpress.catalogue.exports.oruk import oruk_of
from havenpress.catalogue.exports.table import table_of
from havenpress.catalogue.imports import Wishes, import_file
from havenpress.catalogue.loader import load
from havenpress.catalogue.presentation.contacts import contacts_of

from .samples import BASE, TODAY, Change, edition, read

NUMBER = "number: 020 7946 0018\n    type: voice\n    free_to_call: no"


def typed(number: str, country: str = "", kind: str = "voice") -> tuple[str, str]:
    more = f"\n    country: {country}" if country else ""
    return NUMBER, f"number: {number}\n    type: {kind}{more}"


def said(folder: Path) -> list[str]:
    return [f"{each.level} {each.rule}: {each.message}" for each in load(folder, TODAY)[1]]


@pytest.mark.parametrize(
    ("number", "country", "kind"),
    [
        ("988", "US", "voice"),
        ("741741", "US", "text"),
        ("1-800-799-7233", "US", "voice"),
        ("116 006", "FR", "voice"),
        ("116 016", "DE", "voice"),
        ("116 006", "", "voice"),
        ("141", "", "voice"),
        ("3919", "FR", "voice"),
        ("016", "ES", "voice"),
        ("020 7946 0018", "GB", "voice"),
    ],
)
def test_a_short_number_that_is_one_is_no_fault(
    number: str, country: str, kind: str, change: Change
) -> None:
    assert said(change(walk_in_clinic=typed(number, country, kind))) == []


@pytest.mark.parametrize(
    ("number", "country", "told"),
    [
        ("988", "", "error phone-number: “988” is too short to be a phone number"),
        ("116 016", "", "error phone-number: “116 016” has no area code"),
        ("100", "PE", "warning phone-number: “100” is not a short number that is known in Peru"),
        ("988 1234", "US", "error phone-number: “988 1234” has no area code"),
        (
            "11811",
            "DE",
            "error phone-cost: “11811” is a premium-rate number, which costs the caller",
        ),
        ("988", "USA", "error value-country: “USA” is not a country code"),
    ],
)
def test_one_that_is_none_is_told_once(
    number: str, country: str, told: str, change: Change
) -> None:
    (found,) = said(change(walk_in_clinic=typed(number, country)))
    assert found.startswith(told)


def test_readers_are_told_where_it_works(change: Change) -> None:
    catalogue = read(change(walk_in_clinic=typed("988", "US")))
    service = catalogue.services["walk-in-clinic"]
    first = contacts_of(service, edition(catalogue))[0]
    assert (str(first.value), first.href) == ("988 (only in: United States)", "tel:988")
    assert str(contacts_of(service, edition(catalogue, "es"))[0].value).endswith("Estados Unidos)")


def test_a_number_of_the_same_digits_in_two_countries_is_no_repeat(change: Change) -> None:
    two = f"{typed('116 006', 'FR')[1]}\n  - {typed('116 006', 'AT')[1]}"
    assert said(change(walk_in_clinic=(NUMBER, two))) == []


def test_open_data_says_whose_number_it_is_and_reads_it_again(
    change: Change, tmp_path: Path
) -> None:
    shown = edition(read(change(walk_in_clinic=typed("988", "US"))))
    service = next(each for each in Exporter(shown).services() if "email" in each)
    assert "988 (only in: United States)" in oruk_of(service, shown)["description"]
    row = list(csv.DictReader(io.StringIO(table_of(shown))))[-1]
    assert row["phones"] == "988 (US)"
    for name, text in (("one.json", json.dumps(service)), ("one.csv", table_of(shown))):
        source, folder = tmp_path / name, tmp_path / f"from-{name}"
        source.write_text(text, encoding="utf-8")
        import_file(source, folder, Wishes(today=TODAY, country="GB"))
        texts = "".join(path.read_text() for path in (folder / "services").iterdir())
        assert "number: 988" in texts.replace('"', "")
        assert "country: US" in texts


def test_the_base_names_no_country_of_a_number() -> None:
    assert (
        "(" not in contacts_of(read(BASE).services["walk-in-clinic"], edition(read(BASE)))[0].value
    )
