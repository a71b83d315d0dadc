# SPDX-License-Identifier: AGPL-3.0-or-later
"""Run the tests; the long ones too with --full, and always in CI.

What is not known here goes to pytest: tasks.py test tests/gate -k exit
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys

from ..checkout import ROOT

GROUP = "care"
EXAMPLE = "tasks.py test"
PASSES_ON = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--full", action="store_true", help="also the long tests")


def run(args: argparse.Namespace) -> int:
    """Find or install what the browser tests need, run pytest, and return its exit status."""
    from ..browser import find_chromium, install_browsers

    in_ci = os.environ.get("CI", "").lower() in {"1", "true", "yes"}
    full = args.full or in_ci
    install_browsers(full=full)
    command = [sys.executable, "-m", "pytest", "-q", "-rs", "-p", "no:cacheprovider"]
    command += [] if full else ["-m", "not full"]
    command += _workers(args.more)
    status = subprocess.run([*command, *args.more], cwd=ROOT, check=False).returncode
    if find_chromium() is None:
        return _without_browser(status, in_ci)
    return status


def _workers(more: list[str]) -> list[str]:
    """Use every core for the whole suite; a few named tests are quicker in one process."""
    chosen = any(not word.startswith("-") or word == "-n" for word in more)
    return [] if chosen else ["-n", "auto", "--dist", "loadfile"]


def _without_browser(status: int, in_ci: bool) -> int:
    print("\nNO BROWSER TEST WAS RUN: Chromium is not here and could not be installed.")
    print("Install it, and run the tests again:  apt-get install chromium")
    return 1 if in_ci else status
