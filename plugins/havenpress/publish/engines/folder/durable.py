# SPDX-License-Identifier: AGPL-3.0-or-later
"""Writing so that a file is whole or not there, also after a power cut."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

FILE_MODE = 0o644
FOLDER_MODE = 0o755


def flush(path: Path) -> None:
    """Return when a file's bytes, or a folder's names, are on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(path: Path) -> None:
    """Make one folder that a web server may read, whatever the umask."""
    path.mkdir(mode=FOLDER_MODE)
    path.chmod(FOLDER_MODE)


def write_new(path: Path, content: bytes) -> None:
    """Write a file that must not be there yet, not even as a link."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
    with os.fdopen(descriptor, "wb") as file:
        os.fchmod(file.fileno(), FILE_MODE)
        file.write(content)


def replace_text(path: Path, text: str) -> None:
    """Put a whole new text in the place of an old one."""
    fresh = path.with_name(path.name + ".tmp")
    fresh.unlink(missing_ok=True)
    write_new(fresh, text.encode())
    flush(fresh)
    fresh.replace(path)
    flush(path.parent)


def remove(path: Path) -> None:
    """Remove a folder and what is in it, or a file or link, if it is there; follow no link."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
