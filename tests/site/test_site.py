# SPDX-License-Identifier: AGPL-3.0-or-later
"""content/site.yaml: every fault stops the build, all at once, with the line to write."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest
import yaml
from havenpress.clock import read_clock
from havenpress.findings import SettingsError
from havenpress.site import Project, read_site
from havenpress.site.__main__ import documentation

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = (ROOT / "content" / "site.yaml").read_text(encoding="utf-8")
FILE = "content/site.yaml"


def write(folder: Path, text: str) -> Path:
    (folder / "site.yaml").write_text(text, encoding="utf-8")
    return folder


def faults(folder: Path, text: str) -> list[tuple[str, int, str]]:
    with pytest.raises(SettingsError) as caught:
        read_site(write(folder, text), FILE)
    assert caught.value.exit_status == 2
    return [(f.rule, f.line, f.write) for f in caught.value.findings if f.level == "error"]


def line_of(text: str, words: str) -> int:
    return next(n for n, line in enumerate(text.splitlines(), 1) if words in line)


def test_example_is_whole(tmp_path: Path) -> None:
    site, findings = read_site(write(tmp_path, EXAMPLE), FILE)
    assert findings == []
    assert (site.language, site.host, site.base_path) == ("en", "harbour-line.example", "/")
    assert site.contact[0].number == "0808 157 0142"


def test_folder_of_the_address_is_the_base_path(tmp_path: Path) -> None:
    text = EXAMPLE.replace("https://harbour-line.example/", "https://host.example/haven")
    site, _ = read_site(write(tmp_path, text), FILE)
    assert (site.url, site.base_path) == ("https://host.example/haven/", "/haven/")


def test_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        read_site(tmp_path, FILE)
    assert "docs/site-yaml.md" in caught.value.findings[0].remedy


@pytest.mark.parametrize(
    "field", ["name", "url", "languages", "timezone", "quick_exit", "contact", "emergency"]
)
def test_a_setting_that_matters_has_no_default(field: str, tmp_path: Path) -> None:
    values = yaml.safe_load(EXAMPLE)
    del values[field]
    text = yaml.safe_dump(values, allow_unicode=True, sort_keys=False)
    assert ("field-required", 1, "") in faults(tmp_path, text)


def test_missing_destination_is_an_error_at_its_block(tmp_path: Path) -> None:
    text = EXAMPLE.replace("  destination: https://www.weather.gov/\n", "")
    line = line_of(text, "quick_exit:") + 1
    assert faults(tmp_path, text) == [("field-required", line, "")]


@pytest.mark.parametrize(
    ("right", "wrong", "rule", "write"),
    [
        ("timezone: Europe/London", "timezone: Europe/Londn", "value-choice", ""),
        ("country: GB", "country: UKK", "value-country", ""),
        ('brand: "#22564b"', "brand: green", "value-text", ""),
        ("    number: 0808 157 0142\n", "", "field-required", ""),
        ("languages: [en, es]", "languages: [english, es]", "value-language", None),
        (
            "url: https://harbour-line.example/\n",
            "url: http://harbour-line.example/\n",
            "value-url",
            "url: https://harbour-line.example/",
        ),
        ("footer_menu:", "footermenu:", "field-name", "footer_menu:"),
    ],
)
def test_fault_is_found(
    right: str, wrong: str, rule: str, write: str | None, tmp_path: Path
) -> None:
    assert right in EXAMPLE
    found = faults(tmp_path, EXAMPLE.replace(right, wrong, 1))
    assert rule in [name for name, _, _ in found]
    assert write is None or write in [line for _, _, line in found]


def test_all_faults_come_in_one_run(tmp_path: Path) -> None:
    text = EXAMPLE.replace("country: GB", "country: X").replace("timezone: ", "timezones: ")
    assert len(faults(tmp_path, text)) == 2


def test_schema_accepts_the_example_as_editors_read_it() -> None:
    import jsonschema  # takes three seconds, wherever tests are collected

    schema = json.loads(documentation()["schemas/site.json"])
    values = yaml.load(EXAMPLE, Loader=yaml.BaseLoader)
    jsonschema.validate(values, schema)


def test_documentation_is_current() -> None:
    for name, text in documentation().items():
        assert (ROOT / "docs" / name).read_text(encoding="utf-8") == text, (
            f"run: python -m havenpress.site docs  ({name})"
        )


def test_clock_takes_the_argument_before_the_environment() -> None:
    day = datetime.date(2026, 3, 14)
    assert read_clock("2026-03-14", {"SOURCE_DATE_EPOCH": "0"}) == day
    assert read_clock(None, {"SOURCE_DATE_EPOCH": "1773446400"}) == day
    for argument, environ in (("2026-02-31", {}), (None, {"SOURCE_DATE_EPOCH": "soon"})):
        with pytest.raises(SettingsError):
            read_clock(argument, environ)


def test_project_names_files_as_writers_do(tmp_path: Path) -> None:
    content = tmp_path / "ours"
    content.mkdir()
    project = Project.read(write(content, EXAMPLE), tmp_path / "out", datetime.date(2026, 11, 23))
    assert project.name(content / "posts" / "a.md") == "ours/posts/a.md"
