# SPDX-License-Identifier: AGPL-3.0-or-later
"""The second stage of the accessibility checks: what a browser sees that the rules do not.

axe-core runs in Chromium on one page of every shape, as readers see it: light and dark, on a
phone and a desktop, with large text and with forced colours. What it finds and the rules did not
is a finding. ``audit`` is the whole of it; ``tasks.py audit`` prints what it returns.
"""

from .audit import Audit, audit
from .axe import Axe, find_axe
from .views import VIEWS

__all__ = ["VIEWS", "Audit", "Axe", "audit", "find_axe"]
