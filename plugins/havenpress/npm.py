# SPDX-License-Identifier: AGPL-3.0-or-later
"""Packages of npm for the audit and the benchmarks: locked, and installed outside git.

Nothing of them is ever published. A folder has a package.json and a package-lock.json with the
integrity of every package; npm refuses what differs.
"""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path

from .checkout import ROOT

CACHE = ROOT / ".npm"
FILES = ("package.json", "package-lock.json")
ARGUMENTS = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1")
PATIENCE = 300  # seconds


class NpmError(Exception):
    """npm is not here, or did not install what it should; says why in one line."""


def install(folder: Path) -> Path:
    """Install what a folder's lock file names, once, and return the ``node_modules``.

    Raises NpmError.
    """
    kept = CACHE / f"{folder.name}-{_fingerprint(folder)}"
    if not kept.is_dir():
        _install(folder, kept)
    return kept / "node_modules"


def _fingerprint(folder: Path) -> str:
    return hashlib.sha256((folder / "package-lock.json").read_bytes()).hexdigest()[:16]


def _install(folder: Path, kept: Path) -> None:
    """Install beside the place and rename, so that half of an installation is never found."""
    npm = shutil.which("npm")
    if npm is None:
        raise NpmError("npm is not here")
    kept.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="new-", dir=kept.parent) as work:
        new = Path(work) / "packages"
        new.mkdir()
        for name in FILES:
            shutil.copy(folder / name, new)
        _run([npm, *ARGUMENTS], new)
        with contextlib.suppress(OSError):  # another run was first
            new.rename(kept)


def _run(command: list[str], folder: Path) -> None:
    try:
        done = subprocess.run(
            command, cwd=folder, check=False, capture_output=True, text=True, timeout=PATIENCE
        )
    except subprocess.TimeoutExpired:
        raise NpmError(f"npm did not answer within {PATIENCE} seconds") from None
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if "code" in line or "error" in line]
        raise NpmError(" ".join(["npm failed:", *lines[:1]]))
