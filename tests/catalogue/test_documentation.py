# SPDX-License-Identifier: AGPL-3.0-or-later
"""The docs and the editors' schemas are those of the code."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path

import pytest
import yaml
from havenpress.catalogue.command import main
from havenpress.catalogue.documentation import schemas, with_tables
from havenpress.catalogue.loader import load

from .samples import BASE, EXAMPLE, ROOT

DOCS = ROOT / "docs"
FILES = {
    "catalogue": ["catalogue.yaml"],
    "taxonomy": ["taxonomy.yaml"],
    "organization": ["organizations/*.yaml"],
    "service": ["services/*.yaml"],
}


@pytest.mark.parametrize("name", sorted(schemas()))
def test_a_schema_is_that_of_the_model(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == schemas()[name]


def test_the_tables_are_those_of_the_model() -> None:
    text = (DOCS / "catalogue.md").read_text(encoding="utf-8")
    assert with_tables(text) == text


@pytest.mark.parametrize("name", sorted(FILES))
@pytest.mark.parametrize("folder", [BASE, EXAMPLE], ids=["base", "example"])
def test_an_editor_finds_no_fault_in_our_files(folder, name: str) -> None:
    import jsonschema  # takes three seconds, wherever tests are collected

    schema = json.loads(schemas()[f"schemas/catalogue/{name}.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    for pattern in FILES[name]:
        for path in sorted(folder.glob(pattern)):
            value = yaml.load(path.read_text(encoding="utf-8"), Loader=EditorLoader)
            jsonschema.validate(value, schema)


class EditorLoader(yaml.SafeLoader):
    """Reads YAML 1.2 as editors do: yes is text, a date is text, 13 is a number."""


EditorLoader.yaml_implicit_resolvers = {}
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"-?(0|[1-9][0-9]*)$"), list("-0123456789")
)


def test_what_the_docs_call_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    text = (DOCS / "catalogue.md").read_text(encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["--help"])
    shown = capsys.readouterr().out
    options = re.findall(r"`(--(?:format|strict|due|calendar|hsds|csv))", text)
    assert options
    assert all(option in shown for option in options)


def test_smallest_catalogue_of_the_guide_has_no_fault(tmp_path: Path) -> None:
    guide = (DOCS / "catalogue.md").read_text(encoding="utf-8")
    files = re.findall(r"^```yaml\n# content/(\S+)\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)
    assert len(files) == 4
    for name, text in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    catalogue, findings = load(tmp_path / "catalogue", datetime.date(2026, 11, 23))
    assert findings == []
    assert set(catalogue.services) == {"notre-ligne"}
