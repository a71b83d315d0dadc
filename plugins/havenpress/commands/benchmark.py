# SPDX-License-Identifier: AGPL-3.0-or-later
"""Measure a clean build beside stock Pelican's in one run; by name, whatever else is measured.

A benchmark is one file in benchmarks/, found by its name. What is not known here goes to it:
tasks.py benchmark build --posts 200
"""

from __future__ import annotations

import argparse
import ast
import subprocess
import sys
from pathlib import Path

from ..checkout import ROOT
from . import refuse

GROUP = "care"
EXAMPLE = "tasks.py benchmark build"
PASSES_ON = True
FOLDER = ROOT / "benchmarks"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("name", nargs="?", default="build", help="which one (build)")
    parser.add_argument("--list", action="store_true", help="say which there are, and what for")


def run(args: argparse.Namespace) -> int:
    """Run one benchmark, or list them, and return the exit status."""
    found = {path.stem: path for path in sorted(FOLDER.glob("*.py"))}
    if args.list:
        print("\n".join(f"{name:<24} {_summary(path)}" for name, path in found.items()))
        return 0
    if args.name not in found:
        return refuse("benchmark", args.name, found, f"there are: {', '.join(found)}")
    command = [sys.executable, found[args.name], *args.more]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def _summary(path: Path) -> str:
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return " ".join(text.split("\n\n")[0].split())
