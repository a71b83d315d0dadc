# SPDX-License-Identifier: AGPL-3.0-or-later
"""The theme's components: folders of templates with declared parameters, and what goes with them.

The build asks for ``jinja_globals`` and ``jinja_filters``; ``register`` gives the same to a
Pelican that has a ``HAVENPRESS`` project in its settings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pelican.generators import Generator

__all__ = ["register"]


def register() -> None:
    """Connect to Pelican's signals, and no more."""
    from pelican import signals

    signals.generator_init.connect(_equip)


def _equip(generator: Generator) -> None:
    """Give a generator's templates what ours may call."""
    from .environment import jinja_filters, jinja_globals
    from .theme import theme_of

    project = generator.settings.get("HAVENPRESS")
    if project is None:
        return
    generator.env.globals |= jinja_globals(project)
    project.report.extend(theme_of(project).notices())
    generator.env.filters |= jinja_filters(project)
