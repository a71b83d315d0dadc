# SPDX-License-Identifier: AGPL-3.0-or-later
"""One publication at a time: a folder ``.lock`` that says whose it is.

The folder is made elsewhere with its owner in it and then renamed, so that there is never a lock
without an owner: renaming onto a folder that is not empty fails (POSIX.1-2017, rename).
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ....findings import Finding, SettingsError
from ...owner import Owner
from .durable import remove

NAME = ".lock"
OWNER = "owner.json"


@contextmanager
def hold(root: Path, owner: Owner, *, force: bool) -> Iterator[list[str]]:
    """Hold a folder alone; the value tells what a crashed publication had left."""
    with _one_at_a_time(root):
        notes = _clear(root, force=force)
        _claim(root, owner)
    try:
        yield notes
    finally:
        _let_go(root, owner)


@contextmanager
def _one_at_a_time(root: Path) -> Iterator[None]:
    """Keep two processes of this machine from clearing the same dead lock."""
    descriptor = os.open(root, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _claim(root: Path, owner: Owner) -> None:
    fresh = root / f"{NAME}.{owner.process}"
    remove(fresh)
    fresh.mkdir()
    (fresh / OWNER).write_text(owner.to_json(), encoding="utf-8")
    try:
        fresh.rename(root / NAME)
    except OSError as error:
        remove(fresh)
        raise SettingsError(_busy(_holder(root), force=False)) from error


def _let_go(root: Path, owner: Owner) -> None:
    """Take our lock away in one step, so that nobody ever sees it without its owner."""
    if _holder(root) != owner:
        return  # somebody on another machine took it from us with --unlock
    spent = root / f"{NAME}.{owner.process}"
    (root / NAME).rename(spent)
    shutil.rmtree(spent, ignore_errors=True)


def _clear(root: Path, *, force: bool) -> list[str]:
    for leftover in root.glob(f"{NAME}.*"):
        shutil.rmtree(leftover, ignore_errors=True)
    if not (root / NAME).exists():
        return []
    holder = _holder(root)
    may_go = holder.is_gone or (force and not holder.is_on_this_machine)
    if not may_go:
        raise SettingsError(_busy(holder, force=force))
    remove(root / NAME)
    return [f"an earlier publication stopped half way ({holder}); it is cleared away"]


def _holder(root: Path) -> Owner:
    try:
        return Owner.from_json((root / NAME / OWNER).read_text(encoding="utf-8"))
    except OSError:
        return Owner.from_json("")


def _busy(holder: Owner, *, force: bool) -> Finding:
    if holder.is_on_this_machine:
        remedy = "wait until it is finished, then publish again"
        if force:
            remedy = f"that process still runs, so --unlock does not apply; {remedy}"
    else:
        remedy = (
            "wait until it is finished; if you know that it stopped half way on that machine, "
            "publish again with --unlock"
        )
    return Finding(
        rule="publish-lock",
        message=f"somebody else is publishing to this folder: {holder}",
        remedy=remedy,
    )
