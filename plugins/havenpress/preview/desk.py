# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the preview shows just now, shared between the builds and the answers."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from ..findings import ERROR, Finding


@dataclass(frozen=True)
class View:
    """One state of the preview. ``site`` is None as long as no build succeeded.

    ``version`` changes whenever a browser should load its page again, also over a restart.
    """

    version: str
    site: Path | None = None
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
    waiting: bool = True

    @property
    def is_broken(self) -> bool:
        """Whether the site that is shown is older than the content."""
        return any(finding.level == ERROR for finding in self.findings)


class Desk:
    """Holds the view, and wakes whoever waits for another one."""

    def __init__(self, notes: Iterable[str] = ()) -> None:
        self._start = os.urandom(4).hex()
        self._count = 0
        self._changed = threading.Condition()
        self._closed = False
        self._view = View(version=f"{self._start}-0", notes=tuple(notes))

    @property
    def view(self) -> View:
        """The view at this moment."""
        with self._changed:
            return self._view

    @property
    def is_closed(self) -> bool:
        """Whether the preview is about to end."""
        return self._closed

    def show(self, findings: Iterable[Finding], site: Path | None) -> View:
        """Show the outcome of a build; without a new site the last good one stays."""
        with self._changed:
            self._count += 1
            self._view = replace(
                self._view,
                version=f"{self._start}-{self._count}",
                site=site or self._view.site,
                findings=tuple(findings),
                waiting=False,
            )
            self._changed.notify_all()
            return self._view

    def wait_for_other(self, version: str, seconds: float) -> View:
        """Return the view once its version is another, or after some seconds, or at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._view.version != version, seconds)
            return self._view

    def close(self) -> None:
        """Let everybody who waits go home."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
