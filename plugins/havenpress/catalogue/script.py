# SPDX-License-Identifier: AGPL-3.0-or-later
"""The filter's script as a file of the site, named and allowed by its hash."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import rjsmin

if TYPE_CHECKING:
    from ..site import Project

COMPONENT = "service-filter"


@dataclass(frozen=True, slots=True)
class FilterScript:
    """The script; its name changes with every byte of it, so that it can be cached for good."""

    text: str

    @classmethod
    def of(cls, project: Project) -> FilterScript | None:
        """Return the script of a project's theme; None where the theme has no filter."""
        from ..components.environment import theme_of

        component = theme_of(project).components.get(COMPONENT)
        return cls(rjsmin.jsmin(component.script)) if component else None

    @property
    def digest(self) -> bytes:
        """The SHA-256 of the script."""
        return hashlib.sha256(self.text.encode()).digest()

    @property
    def url(self) -> str:
        """Where the script is, below the root of the site."""
        return f"services/filter.{self.digest.hex()[:10]}.js"

    @property
    def integrity(self) -> str:
        """The hash by which pages allow it (Subresource Integrity, section 3.1)."""
        return f"sha256-{base64.b64encode(self.digest).decode()}"

    def write(self, output: Path) -> None:
        """Write the script into the output folder."""
        path = output / self.url
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.text, encoding="utf-8", newline="\n")
