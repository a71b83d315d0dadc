# SPDX-License-Identifier: AGPL-3.0-or-later
"""Texts and services, read without the settings that they belong to, because these are faulty.

A fault in ``site.yaml`` stops the build before anything else is read. What is wrong in the other
files whatever the settings say is found here, so that all of it comes in one run.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..catalogue.loader import load
from ..findings import Finding, SettingsError
from ..site import Project
from ..writing.markdown import Scope, convert
from ..writing.reading import read_document
from ..writing.rules import check_body
from ..writing.strays import check_strays

FOLDERS = ("posts", "pages")
NEED_THE_SETTINGS = {"link-service"}  # without them there are no services to lead to


def read_project(content: Path, output: Path, today: datetime.date, **more: Any) -> Project:
    """Return the project of a folder; raises SettingsError, with what is wrong beside its settings."""
    try:
        return Project.read(content, output, today, **more)
    except SettingsError as error:
        found = _check_alone(content.resolve(), today) if content.is_dir() else ()
        raise SettingsError([*error.findings, *found]) from error


def _check_alone(content: Path, today: datetime.date) -> Iterator[Finding]:
    for folder in FOLDERS:
        for path in sorted((content / folder).rglob("*.md")):
            if path.is_file() and not path.is_symlink() and not path.name.startswith("."):
                yield from _check_text(path, content, today, is_post=folder == "posts")
    yield from check_strays(content, FOLDERS, content.name)
    if (content / "catalogue").is_dir():
        yield from load(content / "catalogue", today, lambda path: _name(path, content))[1]


def _check_text(
    path: Path, content: Path, today: datetime.date, *, is_post: bool
) -> Iterator[Finding]:
    document = read_document(path, _name(path, content), is_post=is_post, today=today, known={})
    yield from document.findings
    yield from check_body(document)
    found = convert(Scope(document)).findings
    yield from (each for each in found if each.rule not in NEED_THE_SETTINGS)


def _name(path: Path, content: Path) -> str:
    return f"{content.name}/{path.resolve().relative_to(content).as_posix()}"
