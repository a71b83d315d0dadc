# SPDX-License-Identifier: AGPL-3.0-or-later
"""Filling a new release out of readers' sight, sharing what did not change with older ones."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

from ...manifest import Entry
from ...paths import is_real_file
from ...release import Release
from .durable import FILE_MODE, flush, make_folder, write_new


class Staging:
    """A folder that becomes a release once it holds all of its files."""

    def __init__(self, folder: Path, older: Sequence[tuple[Path, Release]]) -> None:
        self.folder = folder
        self.older = older

    def fill(self, release: Release, site: Path | None) -> None:
        """Bring every file of a release here, whole and on the disk."""
        make_folder(self.folder)
        written = [
            path
            for path, entry in release.manifest.items()
            if not self._share(path, entry) and self._write(path, entry, site)
        ]
        for path in written:
            flush(self.folder / path)
        for folder, _, _ in os.walk(self.folder):
            flush(Path(folder))

    def needed(self, release: Release) -> int:
        """Return how many bytes no older release can share."""
        entries = release.manifest.items()
        return sum(entry.size for path, entry in entries if not self._shareable(path, entry))

    def _shareable(self, path: str, entry: Entry) -> Path | None:
        for folder, release in self.older:
            known = release.manifest.entries.get(path)
            if known and (known.sha256, known.modified) == (entry.sha256, entry.modified):
                return folder / path
        return None

    def _share(self, path: str, entry: Entry) -> bool:
        """Make a hard link to an older release's file, if it is still what that release said."""
        old = self._shareable(path, entry)
        if old is None or not _is_ours(old) or digest(old) != entry.sha256:
            return False
        try:
            os.link(old, self._place(path), follow_symlinks=False)
        except OSError:
            return False
        return True

    def _write(self, path: str, entry: Entry, site: Path | None) -> bool:
        place = self._place(path)
        write_new(place, self._content(path, entry, site))
        os.utime(place, (entry.modified, entry.modified))
        return True

    def _content(self, path: str, entry: Entry, site: Path | None) -> bytes:
        """Return a file's bytes from wherever they are right; else what there is, to be refused."""
        for folder, release in self.older:
            known = release.manifest.entries.get(path)
            if known and known.sha256 == entry.sha256 and digest(folder / path) == entry.sha256:
                return (folder / path).read_bytes()
        return (site / path).read_bytes() if site else b""

    def _place(self, path: str) -> Path:
        place = self.folder / path
        for folder in reversed(place.relative_to(self.folder).parents):
            if not (self.folder / folder).exists():
                make_folder(self.folder / folder)
        return place


def digest(path: Path) -> str:
    """Return the SHA-256 of an ordinary file; empty where there is none."""
    if not is_real_file(path):
        return ""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _is_ours(path: Path) -> bool:
    """Whether nobody but us can change a file behind our back, and it lies where it seems to."""
    state = path.lstat() if is_real_file(path) else None
    if state is None or path.parent.resolve() != path.parent.absolute():
        return False
    return state.st_uid == os.geteuid() and state.st_mode & 0o777 == FILE_MODE
