# SPDX-License-Identifier: AGPL-3.0-or-later
"""A build searches everything that it is about to publish for the list of private places."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest
from havenpress.build import build
from havenpress.catalogue.walls.output import VARIABLE, scan_output
from havenpress.findings import SettingsError

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "sites" / "small" / "content"
TODAY = datetime.date(2026, 11, 23)
PLACE = "4471 Wexbrook Hollow"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return shutil.copytree(SMALL, tmp_path / "site" / "content")


@pytest.fixture
def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "private.txt"
    path.write_text(f"{PLACE}\n", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(path))
    return path


def write_into_a_post(content: Path, text: str) -> None:
    post = next((content / "posts").glob("*.md"))
    post.write_text(post.read_text(encoding="utf-8") + f"\n{text}\n", encoding="utf-8")


def test_a_private_place_in_a_post_publishes_nothing(content: Path, listed: Path) -> None:
    write_into_a_post(content, "We moved to 4471 *Wexbrook* Hollow last year.")
    outcome = build(content, content.parent / "output", today=TODAY)
    assert not outcome.swapped
    found = [each for each in outcome.report if each.rule == "confidential-output"]
    assert found
    assert not any("wexbrook" in str(each).lower() for each in found)


def test_without_it_the_site_is_published(content: Path, listed: Path) -> None:
    assert build(content, content.parent / "output", today=TODAY).swapped


def test_a_list_that_is_not_there_stops_the_build(
    content: Path, listed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(listed.with_name("nowhere.txt")))
    with pytest.raises(SettingsError):
        build(content, content.parent / "output", today=TODAY)
    assert not (content.parent / "output").exists()


def test_nothing_of_a_confidential_entry_but_its_fields_gets_out(tmp_path: Path) -> None:
    """A note, a file beside the services, and open data: no byte of the output holds the canary."""
    content = shutil.copytree(ROOT / "content", tmp_path / "site" / "content")
    catalogue = content / "catalogue"
    entry = next(
        path
        for path in sorted((catalogue / "services").glob("*.yaml"))
        if "address: confidential" in path.read_text(encoding="utf-8")
    )
    entry.write_text(f"# Quillfeather\n{entry.read_text(encoding='utf-8')}", encoding="utf-8")
    (catalogue / "NOTES.md").write_text("Quillfeather\n", encoding="utf-8")
    (catalogue / "services" / ".draft.yaml").write_text("name: Quillfeather\n", encoding="utf-8")
    output = tmp_path / "site" / "output"
    assert build(content, output, today=TODAY).swapped
    assert scan_output(output, ["Quillfeather"]) == []
    assert (output / "hsds" / "services.json").is_file()
