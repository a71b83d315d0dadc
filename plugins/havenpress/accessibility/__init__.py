# SPDX-License-Identifier: AGPL-3.0-or-later
"""Accessibility rules for HTML pages, without a browser.

``check`` judges one page; ``all_rules`` lists the rules. As a Pelican plugin
(``PLUGINS = ["havenpress.accessibility"]``) every written page is judged when the site is done.
"""

from __future__ import annotations

from .engine import check
from .rule import Rule, all_rules, find_rule

__all__ = ["Rule", "all_rules", "check", "find_rule", "register"]


def register() -> None:
    """Connect the check of the written pages to Pelican's last signal."""
    from pelican import signals

    from .plugin import check_output

    signals.finalized.connect(check_output)
