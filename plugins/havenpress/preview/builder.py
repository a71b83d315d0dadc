# SPDX-License-Identifier: AGPL-3.0-or-later
"""Builds for the preview, each in a process of its own.

A build that crashes takes no server with it, and no build sees what another left in Pelican's
module-level state. The next process is started ahead and waits with everything imported, so
that a save costs the build and not the imports.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ..findings import Finding

PLUGINS = Path(__file__).resolve().parents[2]
SITE = "havenpress.preview.recipes:build_site"
GALLERY = "havenpress.preview.recipes:build_gallery"


@dataclass(frozen=True)
class Built:
    """What a build came to. ``site`` is None if it made none."""

    findings: tuple[Finding, ...] = ()
    site: Path | None = None
    seconds: float = 0.0


class Builder:
    """Runs one build at a time. ``recipe`` is plain data for the function named ``build``."""

    def __init__(self, recipe: Mapping[str, Any], root: Path, build: str = SITE) -> None:
        self.recipe = dict(recipe)
        self.root = root
        self.command = [sys.executable, "-m", "havenpress.preview.worker", build]
        self._waiting: subprocess.Popen[bytes] | None = None

    def warm_up(self) -> None:
        """Start the process of the next build."""
        if self._waiting is None:
            self._waiting = self._start()

    def cool_down(self) -> None:
        """End the waiting process: it has imported code or files that have changed since."""
        if self._waiting is not None:
            self._waiting.kill()
            self._waiting.communicate()
            self._waiting = None

    def build(self) -> Built:
        """Build once, and start the process of the next build."""
        process = self._waiting or self._start()
        self._waiting = None
        try:
            output, errors = process.communicate(json.dumps(self.recipe).encode())
        except BaseException:
            process.kill()
            raise
        self.warm_up()
        said = errors.decode("utf-8", "replace")
        sys.stderr.write(said)
        if process.returncode:
            return Built((_crash(said, process.returncode),))
        return _built(json.loads(output))

    def _start(self) -> subprocess.Popen[bytes]:
        paths = [str(PLUGINS), os.environ.get("PYTHONPATH", "")]
        return subprocess.Popen(
            self.command,
            cwd=self.root,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths))},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C is for the server, which then ends this process
        )


def to_json(built: Built) -> str:
    """Return the outcome of a build as a worker hands it over."""
    site = str(built.site) if built.site else None
    findings = [asdict(finding) for finding in built.findings]
    return json.dumps({"findings": findings, "site": site, "seconds": built.seconds})


def _built(record: dict[str, Any]) -> Built:
    findings = tuple(_finding(fields) for fields in record["findings"])
    site = Path(record["site"]) if record["site"] else None
    return Built(findings, site, record["seconds"])


def _finding(fields: dict[str, Any]) -> Finding:
    wcag = tuple((criterion, level) for criterion, level in fields["wcag"])
    return Finding(**fields | {"wcag": wcag, "act": tuple(fields["act"])})


def _crash(errors: str, status: int) -> Finding:
    last = next((line.strip() for line in reversed(errors.splitlines()) if line.strip()), "silent")
    return Finding(
        rule="preview-build",
        message=f"the build broke down without saying what is wrong (status {status}, {last})",
        remedy="run tasks.py build, and report what it prints if the content is not the cause",
        snippet=errors,
    )
