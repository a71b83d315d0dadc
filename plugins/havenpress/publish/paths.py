# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which names may be published, and whether a folder is what it seems to be."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

LONGEST_NAME = 255  # bytes of one part, in every file system that servers use
FORBIDDEN = set('\\:*?"<>|')


def name_fault(path: str) -> str | None:
    """Return why a relative posix path must not be published, or None."""
    for part in path.split("/"):
        if part in {"", ".", ".."}:
            return "the path does not stay inside the site"
        if part.startswith(".") and part != ".well-known":
            return f"“{part}” is a hidden file, which a server may obey or show"
        if len(os.fsencode(part)) > LONGEST_NAME:
            return "the name is longer than 255 bytes"
        if not part.isprintable() or FORBIDDEN & set(part):
            return "the name has a character that not every server can hold"
    return None


def is_real_folder(path: Path) -> bool:
    """Whether there is a folder here that is not a link to somewhere else."""
    return _is(path, stat.S_ISDIR)


def is_real_file(path: Path) -> bool:
    """Whether there is an ordinary file here that is not a link to somewhere else."""
    return _is(path, stat.S_ISREG)


def _is(path: Path, kind: Callable[[int], bool]) -> bool:
    try:
        return kind(path.lstat().st_mode)
    except OSError:
        return False


def is_inside(path: Path, folder: Path) -> bool:
    """Whether a path, all links followed, is the folder or something in it."""
    return path.resolve().is_relative_to(folder.resolve())
