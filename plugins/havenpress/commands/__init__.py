# SPDX-License-Identifier: AGPL-3.0-or-later
"""The commands of ``tasks.py``; a command is one module here, found by its name.

A module has a docstring (its first line is the summary), ``GROUP``, ``EXAMPLE``,
``add_arguments(parser)`` and ``run(args) -> int``; at its top it imports nothing that has to be
installed, so that help is there before anything is.
"""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

from ..findings import HavenpressError, Sources, closest, did_you_mean, render
from ..program import is_of_output

GROUPS = {"write": "Write", "publish": "Publish", "care": "Care for the project"}
MOST = 12  # commands; a thirteenth is too many to choose from
HELP = {"-h", "--help", "help"}
MISTAKE = 2  # exit status for a mistake in the command or the settings


def load_commands() -> dict[str, ModuleType]:
    """Return all commands by name."""
    names = sorted(module.name for module in iter_modules(__path__))
    return {name: import_module(f".{name}", __name__) for name in names}


def needs_packages(arguments: Sequence[str]) -> bool:
    """Return whether a call needs more than Python itself: help and a wrong name do not."""
    if not arguments or arguments[0] in HELP or set(arguments) & HELP:
        return False
    return arguments[0] in load_commands()


def run(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name, and return its exit status.

    What a person can mend is printed as findings; anything else is a fault of ours and shows
    its traceback only with ``--debug``.
    """
    commands = load_commands()
    if not arguments or arguments[0] in HELP:
        print(help_text(commands), end="")
        return 0
    name, *rest = arguments
    if name not in commands:
        return refuse("command", name, commands, "python3 tasks.py lists the commands")
    parser = make_parser(name, commands[name])
    args, more = parser.parse_known_args(rest)
    if more and not getattr(commands[name], "PASSES_ON", False):
        parser.error(f"unknown: {' '.join(more)}")
    args.more = more
    return _run(commands[name], args)


def _run(command: ModuleType, args: argparse.Namespace) -> int:
    try:
        return command.run(args)
    except HavenpressError as error:
        if args.debug:
            raise
        _print_refusal(error, args)
        return error.exit_status
    except Exception as error:
        if args.debug or is_of_output(error):
            raise
        print(_fault_of_ours(error), file=sys.stderr)
        return MISTAKE


def _print_refusal(error: HavenpressError, args: argparse.Namespace) -> None:
    """Print what stopped a command: for people, and on the output in the form that was asked for."""
    form, sources = getattr(args, "format", "text"), _sources(args)
    if form != "text":
        print(render(error.findings, form, sources), end="", flush=True)
    print(render(error.findings, "text", sources), end="", file=sys.stderr)


def _sources(args: argparse.Namespace) -> Sources:
    content = Path(getattr(args, "content", None) or "content")
    return Sources(content.resolve().parent)


def _fault_of_ours(error: Exception) -> str:
    said = " ".join(f"{type(error).__name__}: {error}".split())
    return f"tasks.py: this is a fault of Havenpress, not of yours ({said}); --debug shows where"


def refuse(kind: str, name: str, known: Iterable[str], otherwise: str) -> int:
    """Say that there is nothing of a name, and what may be meant; return the exit status."""
    hint = did_you_mean(closest(name, known, cutoff=0.6), otherwise)
    print(f"tasks.py: there is no {kind} “{name}”; {hint}", file=sys.stderr)
    return MISTAKE


def make_parser(name: str, command: ModuleType) -> argparse.ArgumentParser:
    """Return the parser of one command."""
    parser = argparse.ArgumentParser(
        prog=f"tasks.py {name}",
        description=command.__doc__,
        epilog=f"example: python3 {command.EXAMPLE}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_arguments(parser)
    parser.add_argument("--debug", action="store_true", help=argparse.SUPPRESS)
    return parser


def help_text(commands: dict[str, ModuleType]) -> str:
    """Return the list of commands in their groups, with an example each."""
    lines = ["Havenpress: from Markdown and YAML to a checked, published site.", ""]
    for group, heading in GROUPS.items():
        lines.append(f"{heading}:")
        for name, command in commands.items():
            if group == command.GROUP:
                lines += _entry(name, command)
        lines.append("")
    lines.append("python3 tasks.py COMMAND --help says more about one of them.")
    return "\n".join(lines) + "\n"


def _entry(name: str, command: ModuleType) -> list[str]:
    summary = " ".join((command.__doc__ or "").split("\n\n")[0].split()).rstrip(".")
    wrapped = textwrap.wrap(
        summary, 76, initial_indent=f"  {name:<10} ", subsequent_indent=" " * 13
    )
    return [*wrapped, f"{'':13}{command.EXAMPLE}"]
