# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a preview can build: the site, with drafts or without, and the page of components.

A recipe is plain data: ``content``, ``output``, ``today`` (ISO 8601), ``drafts``.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from ..build import build
from ..components.gallery import gallery
from ..findings import HavenpressError
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
    """Write the page with every example of every component, over the site that it belongs to.

    The site is there for the pictures, scripts and links of the examples; what is wrong with the
    content is of no interest here.
    """
    output = Path(recipe["output"])
    project = Project.read(Path(recipe["content"]), output, date.fromisoformat(recipe["today"]))
    page = gallery(project)
    folder = output.with_name("components")
    shutil.rmtree(folder, ignore_errors=True)
    _build_around(recipe, folder)
    (folder / "index.html").write_text(page, encoding="utf-8")
    return Built(tuple(project.report), folder)


def _build_around(recipe: dict[str, Any], folder: Path) -> None:
    with suppress(HavenpressError):
        built = build_site(recipe)
        if built.site is not None:
            shutil.copytree(built.site, folder)
    folder.mkdir(exist_ok=True)
