# SPDX-License-Identifier: AGPL-3.0-or-later
"""Templates come from our theme or from the organisation's overrides, and from nowhere else.

Pelican takes a template that a theme lacks from its own “simple” theme without a word, and that
page has no exit (architecture.md, “Pelican's traps with themes”).
"""

from __future__ import annotations

from typing import Any

from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader


def close_loader(generator: Any) -> None:
    """Take Pelican's own templates out of reach of a generator."""
    *overrides, theme = generator._templates_path
    loader = FileSystemLoader(theme)
    generator.env.loader = ChoiceLoader(
        [FileSystemLoader([*overrides, theme]), PrefixLoader({"!theme": loader})]
    )


def leave_out_authors(generator: Any) -> None:
    """Write no pages about the people who write: Pelican asks for their template all the same."""
    generator.generate_authors = lambda write: None
