# SPDX-License-Identifier: AGPL-3.0-or-later
"""Start a new post or a new service, with every field that it needs.

new post "Title" makes a draft. new service "Name" asks its questions in a terminal; elsewhere
it takes --field NAME=VALUE and says what is missing.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..clock import read_clock

GROUP = "write"
EXAMPLE = 'tasks.py new post "What happens when you call"'


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("kind", choices=["post", "service"], help="what to start")
    parser.add_argument("name", help="its title or name")
    parser.add_argument("--field", action="append", default=[], metavar="NAME=VALUE")
    parser.add_argument("--lang", default="", help="the language of a post")
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="DIR")
    parser.add_argument("--today", metavar="DATE", help="start it on this day (2026-03-14)")


def run(args: argparse.Namespace) -> int:
    """Write the file and say where it is."""
    from ..site import Project

    project = Project.read(args.content, Path("output"), read_clock(args.today))
    path = _new_post(args, project) if args.kind == "post" else _new_service(args, project)
    print(f"Written: {_shown(path)}")
    if args.kind == "post":
        print("It is a draft: tasks.py preview --drafts shows it while you write.")
    return 0


def _new_post(args: argparse.Namespace, project: object) -> Path:
    from ..writing.scaffold import new_post

    return new_post(args.name, project, args.lang)


def _new_service(args: argparse.Namespace, project: object) -> Path:
    from ..catalogue.scaffold import new_service

    fields = dict(field.partition("=")[::2] for field in args.field)
    ask = input if sys.stdin.isatty() else None
    return new_service(args.name, project, fields, ask=ask)


def _shown(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
