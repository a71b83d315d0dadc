# SPDX-License-Identifier: AGPL-3.0-or-later
"""The catalogue's own command: check a folder, and what else can be done with a good one."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Sequence
from pathlib import Path

from ..clock import read_clock
from ..findings import (
    ERROR,
    Finding,
    HavenpressError,
    Report,
    SettingsError,
    Sources,
    format_names,
    render,
)
from ..program import is_of_output
from .catalogue import Catalogue
from .due import report
from .exports.hsds.files import write_hsds
from .exports.table import write_table
from .freshness import list_due
from .imports import Wishes, import_file
from .loader import load
from .presentation import Edition

IMPORT_HELP = "add the services of HSDS JSON, a folder of tables or one .csv; a new folder is made"
EPILOG = """\
Exit status: 0 no error (with --strict no warning), 1 an error in the catalogue, 2 a mistake in
the command. Example: python -m havenpress.catalogue content/catalogue --today 2026-11-23"""


def main(arguments: Sequence[str]) -> int:
    """Return the exit status after printing what was found."""
    options = _parser().parse_args(arguments)
    try:
        return _run(options)
    except OSError as error:  # what is read is reported where it stands; this is what is written
        if is_of_output(error):
            raise
        message = f"this cannot be written ({(error.strerror or 'unknown reason').lower()})"
        remedy = "name a file in a folder that is there, or a folder for --hsds"
        mistake = _mistake(Path(error.filename or "."), message, remedy)
        print(render(mistake.findings, "text"), end="", file=sys.stderr)  # what was found is out
        return mistake.exit_status
    except HavenpressError as error:
        print(render(error.findings, options.format), end="", file=_stream(options))
        return error.exit_status


def _stream(options: argparse.Namespace) -> object:
    return sys.stderr if options.format == "text" else sys.stdout


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m havenpress.catalogue",
        description="Check a folder with a services catalogue.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", type=Path, help="where catalogue.yaml is")
    parser.add_argument("--format", choices=format_names(), default="text", help="how to print")
    parser.add_argument("--today", metavar="DATE", help="the day to go by, as in 2026-11-23")
    parser.add_argument("--strict", action="store_true", help="let a warning fail as well")
    parser.add_argument("--due", action="store_true", help="list what staff should check next")
    parser.add_argument("--ahead", type=int, default=30, metavar="DAYS", help="how far --due looks")
    parser.add_argument("--calendar", type=Path, metavar="FILE", help="write --due as an .ics file")
    parser.add_argument("--hsds", type=Path, metavar="DIR", help="write HSDS 3.1 files")
    parser.add_argument("--import", type=Path, metavar="FILE", dest="source", help=IMPORT_HELP)
    for name in ("country", "language", "timezone", "category", "area"):
        parser.add_argument(f"--{name}", default="", metavar="CODE", help=argparse.SUPPRESS)
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write a table of services")
    return parser


def _run(options: argparse.Namespace) -> int:
    today = read_clock(options.today)
    if options.source:
        return _import(options, today)
    _refuse_wrong_folder(options.folder)
    catalogue, findings = load(options.folder, today)
    found = Report(findings)
    print(render(found, options.format, Sources()), end="")
    _summarise(found, catalogue, options)
    if found.has_errors:
        return 1
    _export(catalogue, options)
    if options.due or options.calendar:
        return _show_due(catalogue, options)
    return found.exit_status(strict=options.strict)


def _import(options: argparse.Namespace, today: datetime.date) -> int:
    """Add services and print what was left out; return 1 where one could not be taken."""
    given = {
        name: getattr(options, name)
        for name in ("country", "language", "timezone", "category", "area")
        if getattr(options, name)
    }
    taken, findings = import_file(options.source, options.folder, Wishes(today=today, **given))
    print(render(findings, options.format, Sources()), end="")
    print(f"{taken} services taken into {options.folder.as_posix()}", file=sys.stderr)
    return Report(findings).exit_status(strict=options.strict)


def _refuse_wrong_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise _mistake(folder, "there is no such folder", "name the one where catalogue.yaml is")
    inside = folder / "catalogue"
    if not (folder / "catalogue.yaml").exists() and (inside / "catalogue.yaml").exists():
        message = "there is no catalogue.yaml in this folder"
        raise _mistake(folder, message, f"did you mean “{inside.as_posix()}”?")


def _mistake(folder: Path, message: str, remedy: str) -> SettingsError:
    file = folder.as_posix()
    return SettingsError(Finding(rule="catalogue-file", message=message, remedy=remedy, file=file))


def _summarise(report: Report, catalogue: Catalogue, options: argparse.Namespace) -> None:
    if options.format != "text":
        return
    errors, others = len(report.of_level(ERROR)), len(report) - len(report.of_level(ERROR))
    total = f"{len(catalogue.services)} services: {errors} errors, {others} other findings"
    print(total, file=sys.stderr)


def _show_due(catalogue: Catalogue, options: argparse.Namespace) -> int:
    """Return 1 where something is late: this is what the weekly job asks."""
    today, language = read_clock(options.today), catalogue.settings.default_language
    dues = list_due(catalogue, today, options.ahead)
    text = report(dues, language, today, options.calendar)
    print(text, end="", file=sys.stdout if options.format == "text" else sys.stderr)
    return int(any(due.days_late > 0 for due in dues))


def _export(catalogue: Catalogue, options: argparse.Namespace) -> None:
    settings = catalogue.settings
    edition = Edition(
        catalogue, settings.default_language, settings.languages, read_clock(options.today)
    )
    if options.hsds:
        write_hsds(edition, options.hsds)
    if options.csv:
        write_table(edition, options.csv)
