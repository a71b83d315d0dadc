# SPDX-License-Identifier: AGPL-3.0-or-later
"""A folder on this machine, from which a web server reads ``current``.

current -> releases/000042-1f0c9a77b3de     what readers see
releases/                                   the newest publications, each whole
manifests/                                  what is in each, outside what readers can ask for
tombstones.json                             what must not come back
.lock/                                      who publishes just now
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from .examine import demand_apart
from .target import Folder

__all__ = ["Folder", "connect"]


def connect(target: str, apart_from: Sequence[Path] = ()) -> Folder:
    """Return the folder as a target, after a look at whether it can be one."""
    folder = Folder(Path(target).expanduser())
    demand_apart(folder.root, apart_from)
    return folder
