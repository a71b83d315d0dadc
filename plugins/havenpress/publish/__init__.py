# SPDX-License-Identifier: AGPL-3.0-or-later
"""Publishing a finished site so that readers see the old site or the new one, never a mixture.

``phases`` is the way that every publication goes; ``engines`` holds one module for each kind of
place; the rest (manifest, plan, guards, tombstones) is the same for all of them.
"""

from .engines import connect
from .manifest import Manifest, scan
from .phases import Result, Wishes, publish, roll_back
from .plan import Plan
from .tombstones import Tombstones, read_tombstones

__all__ = [
    "Manifest",
    "Plan",
    "Result",
    "Tombstones",
    "Wishes",
    "connect",
    "publish",
    "read_tombstones",
    "roll_back",
    "scan",
]
