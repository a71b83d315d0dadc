# SPDX-License-Identifier: AGPL-3.0-or-later
"""Say what a rule asks, why, and what to write instead; without a rule, list them all."""

from __future__ import annotations

import argparse
import textwrap

from ..findings import explain, known_rules
from . import refuse

GROUP = "write"
EXAMPLE = "tasks.py explain image-description"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("rule", nargs="?", help="the name that a message shows")


def run(args: argparse.Namespace) -> int:
    """Print the explanation, and return the exit status."""
    if args.rule is None:
        print("\n".join(known_rules()))
        return 0
    text = explain(args.rule)
    if text is None:
        return refuse("rule", args.rule, known_rules(), "tasks.py explain lists all rules")
    print(args.rule, *map(_wrap, text.split("\n\n")), sep="\n\n")
    return 0


def _wrap(paragraph: str) -> str:
    if paragraph.startswith(("    ", "```", "|", "- ")):
        return paragraph
    return textwrap.fill(" ".join(paragraph.split()), 80, break_on_hyphens=False)
