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
from difflib import get_close_matches
from pathlib import Path

GROUP = "care"
EXAMPLE = "tasks.py benchmark build"
PASSES_ON = True
ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "benchmarks"
MISTAKE = 2


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
        close = get_close_matches(args.name, found, n=1)
        hint = f"did you mean “{close[0]}”?" if close else f"there are: {', '.join(found)}"
        print(f"tasks.py: there is no benchmark “{args.name}”; {hint}", file=sys.stderr)
        return MISTAKE
    command = [sys.executable, found[args.name], *args.more]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def _summary(path: Path) -> str:
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return " ".join(text.split("\n\n")[0].split())
