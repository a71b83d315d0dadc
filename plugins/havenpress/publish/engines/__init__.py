# SPDX-License-Identifier: AGPL-3.0-or-later
"""Places to publish to. An engine is one module here with a ``connect`` function: no list to keep.

A target with a scheme (``ssh://…``) belongs to the engine of that name; a plain path is a folder.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import AbstractContextManager
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Protocol

from ...findings import Finding, SettingsError
from ..owner import Owner
from ..release import Release

SCHEME = re.compile(r"^([a-z][a-z0-9+.-]+)://", re.IGNORECASE)


class Engine(Protocol):
    """What the phases of a publication ask of a place. Only ``stage`` and later ones write.

    A target that cannot be used raises SettingsError with what a person can do.
    """

    def demand_access(self) -> None:
        """Raise SettingsError where nothing could be written here; looks only."""

    def current(self) -> Release | None:
        """Return the release that readers see, None before the first publication."""

    def releases(self) -> list[Release]:
        """Return every complete release, oldest first."""

    def tombstones(self) -> list[str]:
        """Return the addresses that the target remembers as retracted."""

    def lock(self, owner: Owner, *, force: bool) -> AbstractContextManager[list[str]]:
        """Hold the target alone; the value is what was cleared away to get it, in words."""

    def stage(self, release: Release, site: Path | None) -> None:
        """Bring every file to the target, out of readers' sight; from old releases if no site."""

    def verify(self, release: Release) -> list[str]:
        """Return the paths of a staged release whose bytes at the target are not its own."""

    def switch(self, release: Release) -> None:
        """Show readers a staged release, all of it at once."""

    def remember(self, addresses: Sequence[str]) -> None:
        """Make the target remember exactly these addresses as retracted."""

    def tidy(self, keep: int, retracted: Sequence[str]) -> None:
        """Delete retracted files from every old release, and all but the newest releases."""


def engine_names() -> list[str]:
    """Return the names of all engines."""
    return sorted(module.name for module in iter_modules(__path__))


def connect(target: str, apart_from: Sequence[Path] = ()) -> Engine:
    """Return the engine for a target; raise SettingsError where it cannot be one.

    ``apart_from`` are folders that the target must neither be in nor hold.
    """
    found = SCHEME.match(target)
    name = found.group(1).lower() if found else "folder"
    if name not in engine_names():
        raise SettingsError(_no_engine(f"to “{name}://” addresses yet"))
    try:
        engine = import_module(f".{name}", __name__)
    except ModuleNotFoundError as error:  # a part of Python that not every system has
        raise SettingsError(_no_engine(f"from this system ({error})")) from error
    return engine.connect(target, apart_from)


def _no_engine(where: str) -> Finding:
    return Finding(
        rule="publish-target",
        message=f"Havenpress cannot publish {where}",
        remedy="name a folder, as in: tasks.py publish /srv/site",
    )
