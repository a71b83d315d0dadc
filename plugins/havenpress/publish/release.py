# SPDX-License-Identifier: AGPL-3.0-or-later
"""One publication of the site: a number that only grows, and the files that it had."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .manifest import Manifest

NAME = re.compile(r"(\d{6,})-([0-9a-f]{12})")


@dataclass(frozen=True)
class Release:
    """A numbered manifest. The name says which came later, and which have the same files."""

    sequence: int
    manifest: Manifest
    known_as: str = ""

    @property
    def name(self) -> str:
        """The name of the release at every target, such as ``000042-1f0c9a77b3de``."""
        return self.known_as or f"{self.sequence:06d}-{self.manifest.identity[:12]}"


def sequence_of(name: str) -> int:
    """Return the number in a release's name; 0 where it is no such name."""
    found = NAME.fullmatch(name)
    return int(found.group(1)) if found else 0
