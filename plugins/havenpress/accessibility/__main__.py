# SPDX-License-Identifier: AGPL-3.0-or-later
"""``python -m havenpress.accessibility``: judge HTML files, folders or standard input."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..clock import read_clock
from ..findings import (
    Finding,
    HavenpressError,
    Report,
    SettingsError,
    Sources,
    format_names,
    render,
)
from ..program import run_program
from ..tree import parse
from .baseline import new_findings, read_baseline, write_baseline
from .engine import check
from .files import content_reader, document_reader, linked_sheets
from .inputs import find_inputs, printable, read_file
from .rule import all_rules, find_rule

FORMATS = ("text", "json", "sarif", "github", "gitlab", "junit")


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 0 where no page has an error, 1 where one has, 2 for a mistake in the command."""
    options = _parser().parse_args(arguments)
    try:
        return _run(options)
    except HavenpressError as error:
        sys.stderr.write(render(error.findings, "text"))
        return error.exit_status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m havenpress.accessibility",
        description="Find accessibility faults in HTML pages, without a browser.",
        epilog="example: python -m havenpress.accessibility output --format json",
    )
    add = parser.add_argument
    add("paths", nargs="*", metavar="FILE|DIR|-", help="pages; - reads one from standard input")
    add("--format", default="text", choices=sorted(set(FORMATS) & set(format_names())))
    add("--fragment", action="store_true", help="the input is a part of a page")
    add("--select", action="append", metavar="RULE", help="only this rule (several: a,b; all)")
    add("--ignore", action="append", metavar="RULE", help="all but this rule (several: a,b)")
    add("--stylesheet", action="append", default=[], metavar="FILE", help="CSS of every page")
    add("--baseline", metavar="FILE", help="leave out the faults in this file")
    add("--write-baseline", metavar="FILE", help="write all faults found to this file, exit 0")
    add("--strict", action="store_true", help="warnings count as errors")
    add("--today", metavar="DATE", help="the day that decides what has run out")
    add("--list-rules", action="store_true", help="list the rules")
    add("--explain", metavar="RULE", help="say why a rule exists and what to write")
    return parser


def _run(options: argparse.Namespace) -> int:
    if options.list_rules:
        return _list_rules()
    if options.explain:
        return _explain(options.explain)
    if not options.paths:
        raise _mistake("no file is named", "name files or folders, or - for standard input")
    known = read_baseline(Path(options.baseline)) if options.baseline else Counter()
    findings = list(_findings(options))
    if options.write_baseline:
        count = write_baseline(Path(options.write_baseline), findings)
        sys.stderr.write(f"{count} faults written to {options.write_baseline}\n")
        return 0
    findings = new_findings(findings, known)
    sys.stdout.write(render(findings, options.format, Sources()))
    return Report(findings).exit_status(strict=options.strict)


def _findings(options: argparse.Namespace) -> Iterator[Finding]:
    """Yield what is wrong, page by page: no page stays in memory after its turn."""
    settings = {
        "fragment": options.fragment,
        "select": _rule_ids(options.select),
        "ignore": _rule_ids(options.ignore),
        "today": read_clock(options.today),
    }
    sheets = [read_file(Path(name)).decode("utf-8-sig", "replace") for name in options.stylesheet]
    for page in find_inputs(options.paths):
        document = parse(page.read(), fragment=options.fragment)
        linked = linked_sheets(document, page.path, page.root) if page.path else []
        yield from check(
            document,
            file=printable(page.name),
            stylesheets=[*sheets, *linked],
            content_of=content_reader(page.path, page.root) if page.path else None,
            document_of=document_reader(page.path, page.root) if page.path else None,
            **settings,
        )


def _rule_ids(words: list[str] | None) -> set[str] | None:
    if not words:
        return None
    ids = {word.strip() for text in words for word in text.split(",") if word.strip()}
    unknown = sorted(rule for rule in ids - {"all"} if find_rule(rule) is None)
    if unknown:
        raise _mistake(f"there is no rule “{unknown[0]}”", "see --list-rules")
    return ids


def _list_rules() -> int:
    for rule in all_rules():
        criteria = " ".join(f"{criterion}({level})" for criterion, level in rule.wcag)
        sys.stdout.write(f"{rule.id:28} {rule.level:8} {criteria:24} {rule.summary}\n")
    return 0


def _explain(name: str) -> int:
    rule = find_rule(name)
    if rule is None:
        raise _mistake(f"there is no rule “{name}”", "see --list-rules")
    sys.stdout.write(rule.explanation.strip() + "\n")
    return 0


def _mistake(message: str, remedy: str) -> SettingsError:
    return SettingsError(Finding(rule="command", message=message, remedy=remedy, file="command"))


if __name__ == "__main__":
    sys.exit(run_program(main))
