# SPDX-License-Identifier: AGPL-3.0-or-later
"""A folder to build in, beside the output, and the swap of the two."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from ..findings import Finding, SettingsError
from ..scratch import left_over, scratch_folder
from ..site import Project

OLD = "old"  # the site that was there, in the moment of the swap
DISK_FULL = {errno.ENOSPC, errno.EDQUOT}
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


def _refused(output: Path, message: str, otherwise: str = "empty it yourself") -> SettingsError:
    remedy = f"choose another one with --output, or {otherwise}"
    finding = Finding(rule="output-folder", message=message, remedy=remedy, file=str(output))
    return SettingsError(finding)


def is_disk_full(error: Exception) -> bool:
    """Whether an error says that there is no room left, or none for this user."""
    return isinstance(error, OSError) and error.errno in DISK_FULL


@contextmanager
def staging_folder(output: Path) -> Iterator[Path]:
    """Yield the path of a folder to build in, on the file system of the output.

    It is gone afterwards. Raises SettingsError where nothing can be written, or nothing more.
    """
    with ExitStack() as stack:
        try:
            folder = stack.enter_context(_beside(output))
        except OSError as error:
            raise _refused(output, f"nothing can be written here ({error.strerror})") from error
        try:
            yield folder / "site"
        except OSError as error:
            if not is_disk_full(error):
                raise
            message = f"the site does not fit on this disk ({error.strerror})"
            raise _refused(output, message, "make room on it") from error


@contextmanager
def _beside(output: Path) -> Iterator[Path]:
    output.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{output.name}-"
    _put_back(output, prefix)
    with scratch_folder(prefix, output.parent) as folder:
        yield folder


def _put_back(output: Path, prefix: str) -> None:
    """Undo a swap that was killed between its two steps: the last good site was moved away."""
    for folder in left_over(prefix, output.parent):
        if (folder / OLD).is_dir() and not output.exists():
            (folder / OLD).rename(output)


def swap(staging: Path, output: Path) -> None:
    """Put the finished folder in the place of the output; if that fails the old one is back."""
    _normalise_modes(staging)
    old = staging.parent / OLD
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
