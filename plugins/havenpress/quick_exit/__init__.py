# SPDX-License-Identifier: AGPL-3.0-or-later
"""The quick exit: one control on every page that leaves the site at once.

Alone on any Pelican site: ``PLUGINS = ["havenpress.quick_exit"]`` and the settings in
``HAVENPRESS_QUICK_EXIT``; docs/quick-exit.md names them.
"""

from .assets import SCRIPT, STYLE, script_hash, source_hash, style_hash
from .checks import check_page, check_pages, check_safety_page, check_settings
from .destination import check_destination
from .injection import inject
from .markup import control_html, script_tag, skip_link, style_tag
from .settings import ExitSettings, read_settings, settings_of

__all__ = [
    "SCRIPT",
    "STYLE",
    "ExitSettings",
    "check_destination",
    "check_page",
    "check_pages",
    "check_safety_page",
    "check_settings",
    "control_html",
    "inject",
    "read_settings",
    "register",
    "script_hash",
    "script_tag",
    "settings_of",
    "skip_link",
    "source_hash",
    "style_hash",
    "style_tag",
]


def register() -> None:
    """Connect to Pelican's signals; all else happens when they are sent."""
    from . import plugin

    plugin.connect()
