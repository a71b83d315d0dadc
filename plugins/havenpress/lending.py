# SPDX-License-Identifier: AGPL-3.0-or-later
"""Templates of ours for a foreign theme that has none of its own."""

from __future__ import annotations

from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader


def lend_templates(environment: Environment, folder: Path) -> None:
    """Let an environment find the templates of a folder where its theme has none of that name."""
    loaders = [environment.loader, FileSystemLoader(str(folder))]
    environment.loader = ChoiceLoader([loader for loader in loaders if loader])
