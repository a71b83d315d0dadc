# SPDX-License-Identifier: AGPL-3.0-or-later
"""A folder to build in, beside the output, and the swap of the two."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..findings import Finding, SettingsError
from ..site import Project

FILE_MODE = 0o644
FOLDER_MODE = 0o755


def check_output_folder(project: Project) -> None:
    """Raise SettingsError where the output folder is not one that a build may replace."""
    output, content = project.output, project.content
    if output == content or output in content.parents or content in output.parents:
        raise _refused(output, "the output folder and the content folder lie in each other")
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise _refused(output, "the output folder is not an ordinary folder")
    if output.is_dir() and any(output.iterdir()) and not _is_ours(output):
        raise _refused(output, "this folder holds files that no build of ours has written")


def _is_ours(output: Path) -> bool:
    return (output / "index.html").is_file() and (output / "404.html").is_file()


def _refused(output: Path, message: str) -> SettingsError:
    remedy = "choose another one with --output, or empty it yourself"
    finding = Finding(rule="output-folder", message=message, remedy=remedy, file=str(output))
    return SettingsError(finding)


@contextmanager
def staging_folder(output: Path) -> Iterator[Path]:
    """Yield an empty folder on the file system of the output; it is gone afterwards."""
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f".{output.name}-", dir=output.parent))
    except OSError as error:
        raise _refused(output, f"nothing can be written here ({error.strerror})") from error
    try:
        yield folder / "site"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def swap(staging: Path, output: Path) -> None:
    """Put the finished folder in the place of the output; if that fails the old one is back."""
    _normalise_modes(staging)
    old = staging.parent / "old"
    if output.exists():
        output.rename(old)
    try:
        staging.rename(output)
    except OSError:
        if old.exists():
            old.rename(output)
        raise


def _normalise_modes(folder: Path) -> None:
    """Make every file readable, whatever the umask: 0600 is a 403 on many servers."""
    for parent, folders, files in os.walk(folder):
        Path(parent).chmod(FOLDER_MODE)
        for name in files:
            (Path(parent) / name).chmod(FILE_MODE)
        folders.sort()
