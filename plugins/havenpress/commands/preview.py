# SPDX-License-Identifier: AGPL-3.0-or-later
"""Show the site in a browser while you write, with every fault at its place."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..checkout import ROOT, site_folder
from ..clock import read_clock
from ..findings import ERROR, Report, Sources
from ..findings.grouping import group_findings
from ..scratch import scratch_folder
from .build import print_report

if TYPE_CHECKING:
    from ..preview.builder import Built

GROUP = "write"
EXAMPLE = "tasks.py preview --drafts"
PORT = 8000
LAST_PORT = 65535
DRAFTS_NOTE = "You see drafts and future posts. A build and a publication leave them out."
GALLERY_NOTE = "Every example of every component of the theme. This page is never published."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--content", type=Path, default=site_folder("content"), metavar="DIR")
    parser.add_argument("--output", type=Path, default=site_folder("output"), metavar="DIR")
    parser.add_argument("--port", type=_port, default=PORT, metavar="N", help="8000, or the next")
    parser.add_argument("--today", metavar="DATE", help="show the site of this day (2026-03-14)")
    parser.add_argument("--drafts", action="store_true", help="show drafts and future posts too")
    parser.add_argument("--components", action="store_true", help="show the theme's components")


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > LAST_PORT:
        raise argparse.ArgumentTypeError(f"a port is a number up to {LAST_PORT}")
    return int(text)


def run(args: argparse.Namespace) -> int:
    """Serve until Ctrl-C; no draft stays on the disk, however the preview is ended."""
    with scratch_folder("havenpress-preview-") as folder:
        _serve(args, folder / "site" if args.drafts or args.components else args.output)
    return 0


def _serve(args: argparse.Namespace, output: Path) -> None:
    """Drafts and components are built elsewhere: what lies in the output may be published."""
    from ..preview.builder import GALLERY, SITE, Builder
    from ..preview.desk import Desk
    from ..preview.server import open_server
    from ..preview.session import Session

    content = args.content.resolve()
    builder = Builder(_recipe(args, output), ROOT, GALLERY if args.components else SITE)
    builder.warm_up()
    server = open_server(args.port, Desk(_notes(args)), content.parent)
    print(f"Preview: {server.url}  (Ctrl-C ends it)", flush=True)
    watched = [ROOT / "theme", ROOT / "plugins"]
    Session(server, builder, content, watched, _teller(content.parent)).run()


def _recipe(args: argparse.Namespace, output: Path) -> Mapping[str, Any]:
    return {
        "content": str(args.content.resolve()),
        "output": str(output.resolve()),
        "today": read_clock(args.today).isoformat(),
        "drafts": args.drafts,
    }


def _notes(args: argparse.Namespace) -> list[str]:
    return [DRAFTS_NOTE] * args.drafts + [GALLERY_NOTE] * args.components


def _teller(root: Path) -> Callable[[Built], None]:
    """Return what prints an outcome to the terminal; the sources are read anew each time."""

    def tell(built: Built) -> None:
        print_report(Report(built.findings), "text", Sources(root))
        print(_outcome(built), flush=True)

    return tell


def _outcome(built: Built) -> str:
    if built.site is not None:
        return f"built in {built.seconds:.1f} s; the browser shows it"
    errors = group_findings(f for f in built.findings if f.level == ERROR)
    return f"not built, {len(errors)} to mend; the browser shows where"
