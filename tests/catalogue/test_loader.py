# SPDX-License-Identifier: AGPL-3.0-or-later
"""A folder becomes a catalogue whose texts are as they were typed."""

from __future__ import annotations

import datetime
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import havenpress
import pytest
from havenpress.catalogue.loader import load

from .samples import BASE, EXAMPLE, ROOT, TODAY, Change, read

GIVEN = ROOT.parent / "shared" / "data" / "catalogue" / "example"


def test_the_example_of_this_site_has_no_fault() -> None:
    catalogue = read(EXAMPLE)
    assert 10 <= len(catalogue.services) <= 20
    assert sum(service.is_confidential for service in catalogue.services.values()) >= 2


def test_the_given_example_has_no_fault() -> None:
    if not GIVEN.is_dir():
        pytest.skip("the shared example is not beside this checkout")
    assert len(read(GIVEN).services) == 2


def test_a_number_stays_as_it_was_typed() -> None:
    phone = read(BASE).services["walk-in-clinic"].phones[0]
    assert phone.number.typed == "020 7946 0018"
    assert phone.number.e164 == "+442079460018"


def test_a_value_knows_its_place() -> None:
    name = read(BASE).services["walk-in-clinic"].name["es"]
    assert (name.line, name.column) == (2, 32)


def test_left_out_is_unknown() -> None:
    safety = read(BASE).services["walk-in-clinic"].safety
    assert safety.mandatory_reporting == "unknown"


def test_a_renamed_service_is_found_by_both_ids(change: Change) -> None:
    folder = change(walk_in_clinic=("status: active", "status: active\nformerly: [old-clinic]"))
    catalogue = read(folder)
    assert catalogue.lookup("old-clinic") is catalogue.lookup("walk-in-clinic")
    assert catalogue.lookup("nowhere") is None


def test_one_file_for_all_gives_the_same_catalogue(change: Change) -> None:
    folder = change()
    files = sorted((folder / "services").iterdir())
    entries = [f"  - id: {file.stem}\n{indent(file.read_text())}" for file in files]
    for file in files:
        file.unlink()
    (folder / "services.yaml").write_text("services:\n" + "".join(entries))
    assert_same_but_for_places(folder)


def assert_same_but_for_places(folder: Path) -> None:

    listed, files = read(folder).services, read(BASE).services
    assert listed.keys() == files.keys()
    for key, service in listed.items():
        assert replace(service, place=files[key].place) == files[key]


def indent(text: str) -> str:
    return "".join(f"    {line}\n" for line in text.splitlines())


def test_a_broken_file_does_not_hide_the_faults_of_others(change: Change) -> None:
    folder = change(safe_house=("status: active", "status: open"))
    (folder / "services" / "broken.yaml").write_text("a: [b\n  c: }")
    _, findings = load(folder, TODAY)
    assert {Path(finding.file).name for finding in findings} == {"broken.yaml", "safe-house.yaml"}


def test_a_folder_without_services_is_an_error(change: Change) -> None:
    folder = change()
    for file in (folder / "services").iterdir():
        file.unlink()
    catalogue, findings = load(folder, TODAY)
    assert not catalogue.services
    assert [finding.level for finding in findings] == ["error"]


def test_no_folder_is_an_error() -> None:
    assert load(Path("nowhere"), TODAY)[1][0].level == "error"


def test_a_future_day_makes_entries_old_and_breaks_nothing() -> None:
    _, findings = load(BASE, datetime.date(2031, 1, 1))
    assert {finding.level for finding in findings} == {"warning"}


LINK = "this link leads out of the folder, or nowhere"


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("services/other.yaml", "outside.yaml"),
        ("services/other.yaml", "nowhere.yaml"),
        ("services/other.yaml", "catalogue/services/other.yaml"),  # to itself
        ("services/more", "folder"),
        ("organizations/other.yaml", "outside.yaml"),
        ("taxonomy.yaml", "outside.yaml"),
        ("services.yaml", "outside.yaml"),
    ],
)
def test_a_link_out_of_the_catalogue_is_not_followed(
    link: str, target: str, change: Change, tmp_path: Path
) -> None:
    """A message shows the line that it is about, which must not be one of another file."""
    (tmp_path / "outside.yaml").write_text("secret: 12 Mill Lane\n")
    (tmp_path / "folder").mkdir()
    folder = change()
    (folder / link).unlink(missing_ok=True)
    (folder / link).symlink_to(tmp_path / target)
    findings = load(folder, TODAY)[1]
    assert [each.message for each in findings if each.file.endswith(link)] == [LINK]
    assert "secret" not in str(findings)


VALUE = re.compile(r"^(\s*(?:- )?[\w-]+: )(\S.*)$", re.MULTILINE)
LOAD = """
import datetime, pathlib, sys
from havenpress.catalogue.loader import load
assert load(pathlib.Path(sys.argv[1]), datetime.date(2026, 11, 23))[1]
"""


@pytest.mark.parametrize("filling", [" ", "1", "a ", "(", "1 ", ".a", "-", ",", "](", "<%", "[["])
def test_very_long_values_come_to_an_end(change: Change, filling: str) -> None:
    """A time that grows with the square of a value would be minutes here."""
    folder, long = change(), filling * (60_000 // len(filling))
    full = (BASE.parent / "full.yaml").read_text(encoding="utf-8")
    for number, field in enumerate(VALUE.finditer(full)):
        value = f"{{en: x{long}y}}" if field[2][0] == "{" else f'"1{long}y"'
        text = f"{full[: field.end(1)]}{value}{full[field.end() :]}"
        (folder / "services" / f"long-{number}.yaml").write_text(text, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(Path(havenpress.__file__).parents[1])}
    command = [sys.executable, "-c", LOAD, str(folder)]
    assert subprocess.run(command, env=environment, timeout=60, check=False).returncode == 0
