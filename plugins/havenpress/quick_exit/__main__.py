# SPDX-License-Identifier: AGPL-3.0-or-later
"""``python -m havenpress.quick_exit output``: look in a browser whether each page shows its exit."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ..findings import Finding, HavenpressError, Report, SettingsError, format_names, render
from ..program import run_program
from .sight import look_at_pages


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 0 where every page shows its exit, 1 where one does not, 2 for a mistake here."""
    options = _parser().parse_args(arguments)
    root = Path(options.folder)
    try:
        pages = sorted(path for path in root.rglob("*.htm*") if path.is_file())
        if not pages:
            raise _no_pages(options.folder)
        findings = list(look_at_pages(root, pages))
    except HavenpressError as error:
        sys.stderr.write(render(error.findings))
        return error.exit_status
    sys.stdout.write(render(findings, options.format))
    return Report(findings).exit_status()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m havenpress.quick_exit",
        description="Look in Chromium whether every page of a built site shows its exit.",
        epilog="example: python -m havenpress.quick_exit output",
    )
    parser.add_argument("folder", help="the built site")
    parser.add_argument("--format", default="text", choices=sorted(format_names()))
    return parser


def _no_pages(folder: str) -> SettingsError:
    message, remedy = f"there are no pages in {folder}", "name the folder of the built site"
    return SettingsError(Finding(rule="command", message=message, remedy=remedy, file="command"))


if __name__ == "__main__":
    sys.exit(run_program(main))
