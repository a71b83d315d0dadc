# SPDX-License-Identifier: AGPL-3.0-or-later
"""One reading of a folder: what it knows and has found so far."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..findings import Finding
from ..source import Node, Text
from ..source.model import Model
from .files import LARGEST, Document, NameOf, leads_inside, link_fault, missing, read_document


@dataclass(slots=True)
class Run:
    """What one reading of a folder knows and has found so far."""

    folder: Path
    name: NameOf
    today: datetime.date
    findings: list[Finding] = field(default_factory=list)
    known: dict[str, Any] = field(default_factory=dict)
    settings_text: str = ""
    organizations: dict[str, Document] = field(default_factory=dict)  # to look at them again


def read_file(
    run: Run, name: str, remedy: str, model: Model | None = None, largest: int = LARGEST
) -> Document | None:
    """Return one file of the folder; None, after reporting it, where it is not there."""
    path = run.folder / name
    if not path.exists():
        run.findings.append(missing(run.name(path), remedy))
        return None
    if path.is_symlink() and not leads_inside(path, run.folder):
        run.findings.append(link_fault(path, run.name))
        return None
    return read_document(path, run.name, run.findings, model, largest)


def place_of(node: Node, id_: str = "") -> Text:
    """Return the first line of an entry, as a text that says where it stands."""
    return Text.at(id_, node.file, node.line, node.column, plain=False)
