# SPDX-License-Identifier: AGPL-3.0-or-later
"""Say what a rule asks, why, and what to write instead; without a rule, list them all."""

from __future__ import annotations

import argparse
import sys
import textwrap
from difflib import get_close_matches

from ..findings import explain, known_rules

GROUP = "write"
EXAMPLE = "tasks.py explain image-description"
MISTAKE = 2


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
        return _refuse(args.rule)
    print(args.rule, *map(_wrap, text.split("\n\n")), sep="\n\n")
    return 0


def _wrap(paragraph: str) -> str:
    if paragraph.startswith(("    ", "```", "|", "- ")):
        return paragraph
    return textwrap.fill(" ".join(paragraph.split()), 80, break_on_hyphens=False)


def _refuse(rule: str) -> int:
    close = get_close_matches(rule, known_rules(), n=1)
    hint = f"did you mean “{close[0]}”?" if close else "tasks.py explain lists all rules"
    print(f"tasks.py: there is no rule “{rule}”; {hint}", file=sys.stderr)
    return MISTAKE
