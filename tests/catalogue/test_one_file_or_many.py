# SPDX-License-Identifier: AGPL-3.0-or-later
"""One file for each service or one for all: the site that comes of it is the same, byte by byte."""

from __future__ import annotations

import shutil
from pathlib import Path

from havenpress.build import build
from havenpress.findings import render

from .samples import ROOT, TODAY


def put_into_one_file(catalogue: Path) -> int:
    """Move every service into services.yaml, the last one first; return how many there are."""
    entries = sorted((catalogue / "services").glob("*.yaml"), reverse=True)
    text = "services:\n"
    for path in entries:
        lines = path.read_text(encoding="utf-8").splitlines()
        indented = "\n".join(f"    {line}" if line else "" for line in lines)
        text += f"  - id: {path.stem}\n{indented}\n"
    (catalogue / "services.yaml").write_text(text, encoding="utf-8")
    shutil.rmtree(catalogue / "services")
    return len(entries)


def files_of(content: Path, output: Path) -> dict[str, bytes]:
    outcome = build(content, output, today=TODAY)
    assert outcome.swapped, render(outcome.report)
    files = (path for path in output.rglob("*") if path.is_file())
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in files}


def test_every_byte_of_the_site_is_the_same(tmp_path: Path) -> None:
    many = shutil.copytree(ROOT / "content", tmp_path / "many" / "content")
    one = shutil.copytree(ROOT / "content", tmp_path / "one" / "content")
    services = put_into_one_file(one / "catalogue")
    expected = files_of(many, tmp_path / "many" / "output")
    assert sum(name.startswith("es/services/") for name in expected) > services
    assert "hsds/services.csv" in expected
    made = files_of(one, tmp_path / "one" / "output")
    assert sorted(made) == sorted(expected)
    assert [name for name, data in made.items() if data != expected[name]] == []
