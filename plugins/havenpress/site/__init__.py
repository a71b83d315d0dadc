# SPDX-License-Identifier: AGPL-3.0-or-later
"""The organisation's own settings: one file, ``content/site.yaml``, makes the site theirs."""

from __future__ import annotations

from typing import Any

from .model import SITE
from .project import Project
from .reader import SITE_FILE, read_site
from .site import Channel, Emergency, MenuItem, Site

__all__ = [
    "SITE",
    "SITE_FILE",
    "Channel",
    "Emergency",
    "MenuItem",
    "Project",
    "Site",
    "read_site",
    "register",
]


def register() -> None:
    """Connect the generated pages, the order of posts, and the guards of settings and templates."""
    from pelican import signals

    from .ordering import order_articles, order_pages
    from .templates import close_loader, leave_out_authors

    signals.initialized.connect(_refuse_open_traps)
    signals.generator_init.connect(close_loader)
    signals.article_generator_init.connect(leave_out_authors)
    signals.article_generator_finalized.connect(order_articles)
    signals.page_generator_finalized.connect(order_pages)
    signals.get_generators.connect(_generators)


def _generators(pelican: Any) -> type:
    from .pages import SitePages

    return SitePages


def _refuse_open_traps(pelican: Any) -> None:
    from .traps import refuse_open_traps

    refuse_open_traps(pelican.settings, started=True)
