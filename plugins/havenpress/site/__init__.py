# SPDX-License-Identifier: AGPL-3.0-or-later
"""The organisation's own settings: one file, ``content/site.yaml``, makes the site theirs."""

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
]
