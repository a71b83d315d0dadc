# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a folder must be before anything is published into it; looks only."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from ....findings import Finding, SettingsError
from ...paths import is_inside, is_real_folder
from ...release import sequence_of


def examine(root: Path, current: str, folders: Sequence[str]) -> None:
    """Raise SettingsError where a link could lead a publication out of its folder."""
    findings = list(_hazards(root, root / current, folders))
    if findings:
        raise SettingsError(findings)


def demand_apart(root: Path, others: Sequence[Path]) -> None:
    """Raise SettingsError where a target overlaps a folder that it would publish or disturb."""
    for other in others:
        if is_inside(root, other) or is_inside(other, root):
            message = f"this folder and “{other}” overlap"
            raise SettingsError(_hazard(root, message, "publish into a folder of its own"))


def demand_writable(folders: Sequence[Path]) -> None:
    """Raise SettingsError for the first folder that cannot be made or written to."""
    for folder in folders:
        here = next(path for path in (folder, *folder.parents) if os.path.lexists(path))
        if not here.is_dir() or not _is_writable(here):
            what = "made" if here != folder else "written to"
            message = f"this folder cannot be {what}: “{here}” is not open to you"
            remedy = "name one that you may write to, or ask whoever runs the server for the right"
            raise SettingsError(_hazard(folder, message, remedy))


def _is_writable(folder: Path) -> bool:
    effective = os.access in os.supports_effective_ids
    return os.access(folder, os.W_OK | os.X_OK, effective_ids=effective)


def _hazards(root: Path, current: Path, folders: Sequence[str]) -> Iterator[Finding]:
    if root == Path(root.anchor) or root == Path.home():
        yield _hazard(root, "this is no folder of its own", "name a new folder for the site")
        return
    if root.exists() and not root.is_dir():
        yield _hazard(root, "this is a file, not a folder", "name a folder")
        return
    for name in folders:
        path = root / name
        if os.path.lexists(path) and not is_real_folder(path):
            yield _hazard(path, "this is not a real folder of the site", "move it away")
    if os.path.lexists(current) and not _points_at_a_release(current):
        yield _hazard(
            current,
            "this is not a link to one of the releases beside it",
            "move it away, or publish into a new folder",
        )


def _points_at_a_release(current: Path) -> bool:
    if not current.is_symlink():
        return False
    link = current.readlink()
    is_beside = link == Path("releases", link.name) and sequence_of(link.name)
    return bool(is_beside) and is_real_folder(current.parent / link)


def _hazard(path: Path, message: str, remedy: str) -> Finding:
    return Finding(rule="publish-target", message=message, remedy=remedy, file=str(path))


def not_readable(path: Path, error: Exception) -> SettingsError:
    """Return the error for a record of the target that cannot be used."""
    message = f"this record of what was published cannot be read ({error})"
    return SettingsError(_hazard(path, message, "bring it back from a backup, or use a new folder"))
