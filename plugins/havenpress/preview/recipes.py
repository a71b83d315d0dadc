# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a preview can build: the site, with drafts or without, and the page of components.

A recipe is plain data: ``content``, ``output``, ``today`` (ISO 8601), ``drafts``.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from ..build import build
from ..components.gallery import gallery
from ..site import Project
from .builder import Built


def build_site(recipe: dict[str, Any]) -> Built:
    """Build the site as ``tasks.py build`` does; a faulty one leaves the output as it was."""
    outcome = build(
        Path(recipe["content"]),
        Path(recipe["output"]),
        today=date.fromisoformat(recipe["today"]),
        drafts=recipe["drafts"],
    )
    site = outcome.output if outcome.swapped else None
    return Built(tuple(outcome.report), site, outcome.seconds)


def build_gallery(recipe: dict[str, Any]) -> Built:
    """Write the page with every example of every component."""
    output = Path(recipe["output"])
    project = Project.read(Path(recipe["content"]), output, date.fromisoformat(recipe["today"]))
    page = gallery(project)
    output.mkdir(exist_ok=True)
    (output / "index.html").write_text(page, encoding="utf-8")
    return Built(tuple(project.report), output)
