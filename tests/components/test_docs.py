# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page on components tells what there is."""

from __future__ import annotations

import re
from pathlib import Path

from havenpress.components.component import SIMPLE
from jinja2 import Environment

TEXT = Path(__file__).parents[2].joinpath("docs", "components.md").read_text(encoding="utf-8")


def test_every_kind_is_described() -> None:
    kinds = re.findall(r"^\| `(\w+)` \|", TEXT, re.MULTILINE)
    assert set(kinds) == {*SIMPLE, "choice", "list", "record"}


def test_every_name_that_is_described_exists(environment: Environment) -> None:
    table = TEXT.split("## What templates can call")[1].split("##")[0]
    names = re.findall(r"`(\w+)(?:\([^`]*)?`", table)
    known = {*environment.globals, *environment.filters}
    assert {name for name in names if name not in {"services", "lang", "dir"}} <= known
