# SPDX-License-Identifier: AGPL-3.0-or-later
"""Start a new post or a new service, with every field that it needs.

new post "Title" makes a draft. new service "Name" asks its questions in a terminal; elsewhere
it takes the answers as --organization ID --areas ID and so on, and says what is missing.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..checkout import site_folder
from ..clock import read_clock
from ..findings import Finding, SettingsError

if TYPE_CHECKING:
    from ..site import Project

GROUP = "write"
PASSES_ON = True  # the answers about a service
EXAMPLE = 'tasks.py new post "What happens when you call"'


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("kind", choices=["post", "service"], help="what to start")
    parser.add_argument("name", nargs="?", default="", help="its title or name")
    parser.add_argument("--field", action="append", default=[], metavar="NAME=VALUE")
    parser.add_argument("--lang", default="", help="the language of a post")
    parser.add_argument("--content", type=Path, default=site_folder("content"), metavar="DIR")
    parser.add_argument("--today", metavar="DATE", help="start it on this day (2026-03-14)")


def run(args: argparse.Namespace) -> int:
    """Write the file and say where it is."""
    from ..site import Project

    args.field += _answers(args.more, args.kind)
    if not args.name:
        args.name = _asked_name(args.kind)
    project = Project.read(args.content, Path("output"), read_clock(args.today))
    path = _new_post(args, project) if args.kind == "post" else _new_service(args, project)
    print(f"Written: {_shown(path)}")
    if args.kind == "post":
        print("It is a draft: tasks.py preview --drafts shows it while you write.")
    return 0


def _answers(more: list[str], kind: str) -> list[str]:
    """Return “--areas riverbend” as “areas=riverbend”; raises SettingsError for anything else."""
    answers, rest = [], list(more)
    while rest:
        name, equals, value = rest.pop(0).partition("=")
        if kind != "service" or not name.startswith("--") or not (equals or rest):
            raise _mistake(f"“{name}” cannot be used here", "write answers as in --areas riverbend")
        answers.append(f"{name[2:]}={value if equals else rest.pop(0)}")
    return answers


def _asked_name(kind: str) -> str:
    if not sys.stdin.isatty():
        raise _mistake(f"the {kind} has no name", f'write it, as in tasks.py new {kind} "A name"')
    return _ask(f"What is the {'title' if kind == 'post' else 'name of the service'}? ")


def _ask(question: str) -> str:
    """Ask in the terminal; raises SettingsError where the input ends."""
    try:
        return input(question)
    except EOFError:
        print()
        raise _mistake("the questions were ended", "nothing was written; start again") from None


def _mistake(message: str, remedy: str) -> SettingsError:
    return SettingsError(
        Finding(rule="command", message=message, remedy=remedy, file="tasks.py new")
    )


def _new_post(args: argparse.Namespace, project: Project) -> Path:
    from ..writing.scaffold import new_post

    return new_post(args.name, project, args.lang)


def _new_service(args: argparse.Namespace, project: Project) -> Path:
    from ..catalogue.scaffold import new_service

    fields = dict(field.partition("=")[::2] for field in args.field)
    ask = _ask if sys.stdin.isatty() else None
    return new_service(args.name, project, fields, ask=ask)


def _shown(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
