# SPDX-License-Identifier: AGPL-3.0-or-later
"""The steps of a publication, each for a folder on this machine."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from ....findings import Finding, SettingsError
from ...manifest import Manifest, read_manifest
from ...owner import Owner
from ...paths import is_real_folder
from ...release import Release, sequence_of
from ...tombstones import Tombstones
from . import lock
from .durable import flush, make_folder, remove, replace_text
from .examine import demand_writable, examine, not_readable
from .staging import Staging, digest

CURRENT = "current"
RELEASES = "releases"
MANIFESTS = "manifests"
TOMBSTONES = "tombstones.json"
UNFINISHED = ".tmp"
SPARE = 1 << 20  # bytes of the disk that a publication leaves free


class Folder:
    """A folder with releases in it. Nothing is written before ``lock``."""

    def __init__(self, root: Path) -> None:
        self.root = root.absolute().resolve()
        examine(self.root, CURRENT, (RELEASES, MANIFESTS, lock.NAME))

    def demand_access(self) -> None:
        """Raise SettingsError where the folder, or what holds it, is not ours to write to."""
        demand_writable([self.root, *(self.root / name for name in (RELEASES, MANIFESTS))])

    def current(self) -> Release | None:
        """Return the release that ``current`` points to."""
        link = self.root / CURRENT
        return self._read(link.readlink().name) if link.is_symlink() else None

    def releases(self) -> list[Release]:
        """Return every complete release, oldest first."""
        folders = self.root.joinpath(RELEASES).glob("*")
        names = sorted(path.name for path in folders if self._is_complete(path.name))
        return [self._read(name) for name in names]

    def tombstones(self) -> list[str]:
        """Return the addresses that the target remembers as retracted."""
        path = self.root / TOMBSTONES
        if not path.exists():
            return []
        try:
            return [str(address) for address in json.loads(path.read_text(encoding="utf-8"))]
        except (OSError, ValueError, TypeError) as error:
            raise not_readable(path, error) from error

    @contextmanager
    def lock(self, owner: Owner, *, force: bool) -> Iterator[list[str]]:
        """Hold the folder alone; it is made here if need be, and left without half-made things."""
        self._make()
        try:
            with lock.hold(self.root, owner, force=force) as notes:
                self._sweep()
                try:
                    yield notes
                finally:
                    self._sweep()
        except OSError as error:
            raise SettingsError(_not_written(self.root, error)) from error

    def stage(self, release: Release, site: Path | None) -> None:
        """Fill ``releases/NAME.tmp``, which goes when the lock does if it was not switched to."""
        older = [(self._folder(one.name), one) for one in reversed(self.releases())]
        staging = Staging(self._folder(release.name + UNFINISHED), older)
        self._demand_space(staging.needed(release))
        staging.fill(release, site)

    def verify(self, release: Release) -> list[str]:
        """Return the paths whose bytes were not written as they should be."""
        folder = self._folder(release.name + UNFINISHED)
        entries = release.manifest.items()
        return [path for path, entry in entries if digest(folder / path) != entry.sha256]

    def switch(self, release: Release) -> None:
        """Give a staged release its name, then let ``current`` point to it, in one step."""
        replace_text(self._manifest(release.name), release.manifest.to_json())
        self._folder(release.name + UNFINISHED).rename(self._folder(release.name))
        flush(self.root / RELEASES)
        fresh = self.root / (CURRENT + UNFINISHED)
        remove(fresh)
        fresh.symlink_to(f"{RELEASES}/{release.name}", target_is_directory=True)
        fresh.replace(self.root / CURRENT)
        flush(self.root)

    def remember(self, addresses: Sequence[str]) -> None:
        """Make the target remember exactly these addresses as retracted."""
        if sorted(addresses) != self.tombstones():
            text = json.dumps(sorted(addresses), ensure_ascii=False, indent=1)
            replace_text(self.root / TOMBSTONES, text + "\n")

    def tidy(self, keep: int, retracted: Sequence[str]) -> None:
        """Delete retracted files from old releases, and all but the newest ``keep`` releases."""
        current = self.current()
        releases = self.releases()
        for release in releases[: max(0, len(releases) - keep)]:
            if current is None or release.name != current.name:
                self._delete(release.name)
        tombstones = Tombstones().joined(retracted)
        for release in self.releases():
            self._purge(release, tombstones)

    def _purge(self, release: Release, tombstones: Tombstones) -> None:
        paths = [path for path, _ in release.manifest.items() if tombstones.covering(path)]
        for path in paths:
            self._folder(release.name).joinpath(path).unlink(missing_ok=True)
        if paths:
            manifest = release.manifest.without(paths)
            replace_text(self._manifest(release.name), manifest.to_json())

    def _delete(self, name: str) -> None:
        """Take a release away so that a crash never leaves half of one that looks whole."""
        doomed = self._folder(name + UNFINISHED)
        self._folder(name).rename(doomed)
        remove(self._manifest(name))
        remove(doomed)

    def _make(self) -> None:
        try:
            for folder in (self.root, self.root / RELEASES, self.root / MANIFESTS):
                folder.parent.mkdir(parents=True, exist_ok=True)
                with suppress(FileExistsError):
                    make_folder(folder)
        except OSError as error:
            raise SettingsError(_not_made(self.root, error)) from error

    def _sweep(self) -> None:
        """Clear away what publications left half made: only what bears our names."""
        remove(self.root / (CURRENT + UNFINISHED))
        for path in self.root.joinpath(RELEASES).iterdir():
            if path.name.endswith(UNFINISHED) and sequence_of(path.name.removesuffix(UNFINISHED)):
                remove(path)
        for path in self.root.joinpath(MANIFESTS).iterdir():
            if sequence_of(path.name.split(".")[0]) and not self._is_complete(path.name[:-5]):
                remove(path)

    def _is_complete(self, name: str) -> bool:
        has_files = sequence_of(name) and is_real_folder(self._folder(name))
        return bool(has_files) and self._manifest(name).is_file()

    def _read(self, name: str) -> Release:
        path = self._manifest(name)
        return Release(sequence_of(name), _manifest_in(path), known_as=name)

    def _folder(self, name: str) -> Path:
        return self.root / RELEASES / name

    def _manifest(self, name: str) -> Path:
        return self.root / MANIFESTS / f"{name}.json"

    def _demand_space(self, needed: int) -> None:
        free = shutil.disk_usage(self.root).free
        if needed + SPARE > free:
            raise SettingsError(_no_space(self.root, needed, free))


def _manifest_in(path: Path) -> Manifest:
    try:
        return read_manifest(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise not_readable(path, error) from error


def _no_space(root: Path, needed: int, free: int) -> Finding:
    return Finding(
        rule="publish-space",
        message=f"the disk has {free:,} bytes left, and this publication needs {needed:,}",
        remedy="make room there; readers still see the site as it was",
        file=str(root),
    )


def _not_made(root: Path, error: OSError) -> Finding:
    return Finding(
        rule="publish-target",
        message=f"this folder cannot be made or changed ({error.strerror or error})",
        remedy="name one that you may write to, or ask whoever runs the server for the right",
        file=str(root),
    )


def _not_written(root: Path, error: OSError) -> Finding:
    return Finding(
        rule="publish-space",
        message=f"a file could not be written ({error.strerror or error})",
        remedy="make room, or mend what the message names, and publish again; readers have a whole "
        "site, the old one or the new one",
        file=str(root),
    )
