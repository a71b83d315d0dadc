# SPDX-License-Identifier: AGPL-3.0-or-later
"""The documentation of a model, made from its declaration so that it cannot fall behind."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from .kinds import Either, ListOf, MapOf, Translated
from .model import Field, Kind, Model

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text(model: Model, title: str) -> str:
    """Return the JSON Schema of a model as the text of a file."""
    schema = {"$schema": DIALECT, "title": title, **model.schema()}
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def write_files(folder: Path, texts: Mapping[str, str]) -> None:
    """Write texts by the names of their files below a folder."""
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def field_tables(model: Model, title: str = "") -> str:
    """Return a Markdown table of the fields, and one for each block inside, headed by its path."""
    return "\n".join(_section(path, inner) for path, inner in _walk(model, title))


def _walk(model: Model, path: str) -> Iterator[tuple[str, Model]]:
    yield path, model
    for field in model.fields.values():
        inner = _inner_model(field.kind)
        if inner is not None:
            yield from _walk(inner, f"{path}.{field.name}" if path else field.name)


def _inner_model(kind: Kind) -> Model | None:
    own = getattr(kind, "model", None)
    if isinstance(own, Model):
        return own
    if isinstance(kind, (ListOf, MapOf, Translated)):
        return _inner_model(kind.kind)
    if isinstance(kind, Either):
        return _inner_model(kind.mapping)
    return None


def _section(path: str, model: Model) -> str:
    heading = f"## {path}\n\n" if path else ""
    rows = "".join(_row(field) for field in model.fields.values())
    return f"{heading}| field | must be there | what it is |\n| --- | --- | --- |\n{rows}"


def _row(field: Field) -> str:
    example = f" — `{field.name}: {field.example}`" if field.example else ""
    needed = "yes" if field.required else ""
    doc = field.doc.replace("|", "\\|")
    return f"| `{field.name}` | {needed} | {doc}{example} |\n"
