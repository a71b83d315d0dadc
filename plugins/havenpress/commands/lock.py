# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lock the packages anew: every version and hash, for every Python from 3.11 on."""

from __future__ import annotations

import argparse
import subprocess
import sys

from ..checkout import ROOT

GROUP = "care"
EXAMPLE = "tasks.py lock --upgrade"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions")


def run(args: argparse.Namespace) -> int:
    """Write requirements.txt from pyproject.toml, and return the exit status."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml"]
    command += ["--all-extras", "--universal", "--python-version", "3.11", "--generate-hashes"]
    command += ["--no-emit-index-url", "--no-emit-find-links", "--no-header", "--quiet"]
    command += ["--output-file", "requirements.txt", *(["--upgrade"] if args.upgrade else [])]
    return subprocess.run(command, cwd=ROOT, check=False).returncode
