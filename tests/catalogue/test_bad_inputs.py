# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every folder in ``bad`` is laid over ``base``, and says in expected.txt what must be found.

A file REMOVED in it lists what is taken out of ``base`` first. What is expected is all of it:
a finding more is as wrong as a finding less.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from havenpress.catalogue.loader import load
from havenpress.findings import Sources, render

from .samples import BASE, HERE, TODAY

FINDING = re.compile(r"(?m)^\S.*?: (?:error|warning|review) ")
PLACED = re.compile(r"(?m)^[^:\n]+(?::\d+){1,2}: (?:error|warning|review) ")
CASES = sorted(path for path in (HERE / "bad").iterdir() if path.is_dir())


def lay_over_base(case: Path, folder: Path) -> None:
    shutil.copytree(BASE, folder)
    removed = case / "REMOVED"
    for name in removed.read_text().split() if removed.exists() else ():
        path = folder / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    ours = shutil.ignore_patterns("expected.txt", "REMOVED")
    shutil.copytree(case, folder, dirs_exist_ok=True, ignore=ours)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_everything_wrong_is_said_in_these_words(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_over_base(case, tmp_path / "catalogue")
    monkeypatch.chdir(tmp_path)
    _, findings = load(Path("catalogue"), TODAY)
    expected = (case / "expected.txt").read_text(encoding="utf-8")
    assert render(findings, "text", Sources()) == expected


def test_every_finding_names_a_line_as_editors_want_it() -> None:
    for case in CASES:
        said = (case / "expected.txt").read_text(encoding="utf-8")
        assert FINDING.findall(said) == PLACED.findall(said) != [], case.name


def test_there_are_a_hundred_bad_inputs_and_none_is_expected_to_pass() -> None:
    assert len(CASES) >= 100
    assert all((case / "expected.txt").read_text() for case in CASES)


def test_the_base_itself_has_no_fault() -> None:
    assert load(BASE, TODAY)[1] == []
