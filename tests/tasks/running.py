# SPDX-License-Identifier: AGPL-3.0-or-later
"""``tasks.py`` of a checkout, run as a person runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def start(
    checkout: Path, *arguments: str, python: str = sys.executable, **settings: str
) -> subprocess.Popen:
    """Start a command with these environment variables besides, in a process group of its own."""
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.Popen(
        [python, "tasks.py", *arguments],
        cwd=checkout,
        env=environ | settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def finish(process: subprocess.Popen) -> subprocess.CompletedProcess:
    """Wait for a command, and return what it said."""
    out, errors = process.communicate()
    return subprocess.CompletedProcess(process.args, process.returncode, out, errors)


def tasks(
    checkout: Path, *arguments: str, python: str = sys.executable, **settings: str
) -> subprocess.CompletedProcess:
    """Run a command to its end."""
    return finish(start(checkout, *arguments, python=python, **settings))
