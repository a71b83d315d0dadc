# SPDX-License-Identifier: AGPL-3.0-or-later
"""axe-core: the release that is pinned here, or the older copy in a Python package.

``axe_core/package-lock.json`` pins the npm release by version and integrity. npm fetches it once
into a folder outside git; where there is no npm, or no network, axe-playwright-python has a copy.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from ..npm import NpmError, install

FOLDER = Path(__file__).parent / "axe_core"
_VERSION = re.compile(r"axe v(\d+\.\d+\.\d+)")


@dataclass(frozen=True, slots=True)
class Axe:
    """axe-core's source text; ``reason`` says why it is not the pinned release, if it is not."""

    version: str
    source: str
    reason: str = ""


def find_axe() -> Axe:
    """Return the pinned axe-core, else the copy in the Python package."""
    try:
        modules = install(FOLDER)
    except NpmError as error:
        return _packaged(str(error))
    return _read(modules / "axe-core" / "axe.min.js")


def pinned_version() -> str:
    """Return the version that the lock file names."""
    lock = json.loads((FOLDER / "package-lock.json").read_text(encoding="utf-8"))
    return lock["packages"]["node_modules/axe-core"]["version"]


def _packaged(reason: str) -> Axe:
    from axe_playwright_python.base import AXE_FILE_PATH

    return _read(AXE_FILE_PATH, reason)


def _read(path: Path, reason: str = "") -> Axe:
    source = path.read_text(encoding="utf-8")
    found = _VERSION.search(source)
    return Axe(found[1] if found else "of an unknown version", source, reason)
