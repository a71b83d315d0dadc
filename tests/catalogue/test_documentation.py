# SPDX-License-Identifier: AGPL-3.0-or-later
"""The docs and the editors' schemas are those of the code."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest
import yaml
from havenpress.catalogue.command import main
from havenpress.catalogue.documentation import schemas, with_tables

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
