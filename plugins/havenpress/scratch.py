# SPDX-License-Identifier: AGPL-3.0-or-later
"""Folders for work that is not finished: gone when the work is, even where it was killed.

A half-built site may hold what must not be seen: a draft, or the address that the build was
about to refuse. A process that is killed cannot tidy up, so the next one does it.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # on Windows nothing tells whether the maker of a folder still runs
    fcntl = None

MARK = "in-progress"  # a file that its maker holds locked
ENDING = re.compile(r"[a-z0-9_]{8}")  # as tempfile makes it


@contextmanager
def scratch_folder(prefix: str, parent: Path | None = None) -> Iterator[Path]:
    """Yield a new folder that only its owner can read; it is gone afterwards.

    What killed processes left under the same prefix goes first. Raises OSError.
    """
    parent = parent or Path(tempfile.gettempdir())
    for left in left_over(prefix, parent):
        shutil.rmtree(left, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
    try:
        with _marked(folder):
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def left_over(prefix: str, parent: Path) -> Iterator[Path]:
    """Yield the scratch folders of a prefix that nobody works in any more."""
    if fcntl is None or not parent.is_dir():
        return
    for folder in sorted(parent.iterdir()):
        name = folder.name
        if name.startswith(prefix) and ENDING.fullmatch(name, len(prefix)) and _is_free(folder):
            yield folder


@contextmanager
def _marked(folder: Path) -> Iterator[None]:
    """The mark is locked before it has its name: whoever finds it unlocked may rely on that."""
    if fcntl is None:
        yield
        return
    unnamed = folder / f"{MARK}.new"
    with unnamed.open("w", encoding="utf-8") as mark:
        fcntl.flock(mark, fcntl.LOCK_EX)
        unnamed.rename(folder / MARK)
        yield


def _is_free(folder: Path) -> bool:
    """Only a folder with a mark is one of ours; a lock ends with the process that held it."""
    with suppress(OSError), os.fdopen(os.open(folder / MARK, os.O_RDWR | os.O_NOFOLLOW)) as mark:
        fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False
