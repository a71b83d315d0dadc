# SPDX-License-Identifier: AGPL-3.0-or-later
"""Templates of ours for a foreign theme that has none of its own."""

from __future__ import annotations

from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader

from .components.language import direction


def lend_templates(environment: Environment, folder: Path) -> None:
    """Let an environment find the templates of a folder where its theme has none of that name.

    They ask ``text_direction`` how a language runs, which a foreign theme may not know.
    """
    environment.globals["text_direction"] = direction
    loaders = [environment.loader, FileSystemLoader(str(folder))]
    environment.loader = ChoiceLoader([loader for loader in loaders if loader])
