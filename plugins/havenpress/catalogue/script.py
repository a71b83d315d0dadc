# SPDX-License-Identifier: AGPL-3.0-or-later
"""The scripts of the filter as files of the site, each named and allowed by its hash."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import rjsmin

from .presentation import Edition
from .presentation.search import index_of

COMPONENT = "service-filter"


@dataclass(frozen=True)
class ScriptFile:
    """A script; its name changes with every byte of it, so that it can be cached for good."""

    path: str  # without the hash and the ending: services/filter
    text: str

    @cached_property
    def digest(self) -> bytes:
        """The SHA-256 of the script."""
        return hashlib.sha256(self.text.encode()).digest()

    @property
    def url(self) -> str:
        """Where the script is, below the root of the site."""
        return f"{self.path}.{self.digest.hex()[:10]}.js"

    @property
    def integrity(self) -> str:
        """The hash by which pages allow it (Subresource Integrity, section 3.1)."""
        return f"sha256-{base64.b64encode(self.digest).decode()}"

    def write(self, output: Path) -> None:
        """Write the script into the output folder."""
        path = output / self.url
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.text, encoding="utf-8", newline="\n")


def filter_script(components: Iterable[Any]) -> ScriptFile | None:
    """Return the script of the filter among a theme's components; None where there is none."""
    scripts = (each.script for each in components if each.name == COMPONENT)
    script = next(scripts, None)
    return None if script is None else ScriptFile("services/filter", rjsmin.jsmin(script))


def index_script(edition: Edition) -> ScriptFile | None:
    """Return the index of all services in one language; None where one page has them all."""
    text = index_of(edition)
    return ScriptFile(edition.path("services/index"), text) if text else None
