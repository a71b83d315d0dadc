# SPDX-License-Identifier: AGPL-3.0-or-later
"""``python -m havenpress.accessibility``: judge HTML files, folders or standard input."""

from __future__ import annotations

import argparse
import sys
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
from ..tree import parse
from .baseline import new_findings, read_baseline, write_baseline
from .engine import check
from .files import find_pages, linked_sheets
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
    add(
        "paths",
        nargs="*",
        metavar="FILE|DIR|-",
        help="pages; - reads one from standard input",
    )
    add("--format", default="text", choices=sorted(set(FORMATS) & set(format_names())))
    add("--fragment", action="store_true", help="the input is a part of a page")
    add(
        "--select",
        action="append",
        metavar="RULE",
        help="only this rule (several: a,b; all)",
    )
    add(
        "--ignore",
        action="append",
        metavar="RULE",
        help="all but this rule (several: a,b)",
    )
    add(
        "--stylesheet",
        action="append",
        default=[],
        metavar="FILE",
        help="CSS of every page",
    )
    add("--baseline", metavar="FILE", help="leave out the faults in this file")
    add(
        "--write-baseline",
        metavar="FILE",
        help="write all faults found to this file, exit 0",
    )
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
    findings = list(_findings(options))
    if options.write_baseline:
        count = write_baseline(Path(options.write_baseline), findings)
        sys.stderr.write(f"{count} faults written to {options.write_baseline}\n")
        return 0
    if options.baseline:
        findings = new_findings(findings, read_baseline(Path(options.baseline)))
    sys.stdout.write(render(findings, options.format, Sources()))
    return Report(findings).exit_status(strict=options.strict)


def _findings(options: argparse.Namespace) -> Iterator[Finding]:
    settings = {
        "fragment": options.fragment,
        "select": _rule_ids(options.select),
        "ignore": _rule_ids(options.ignore),
        "today": read_clock(options.today),
    }
    sheets = [_read(Path(name)).decode("utf-8-sig", "replace") for name in options.stylesheet]
    for name in options.paths:
        if name == "-":
            html = sys.stdin.buffer.read()
            yield from check(html, file="-", stylesheets=sheets, **settings)
            continue
        start = Path(name)
        if not start.exists():
            raise _mistake(f"there is no file or folder {name}", "correct the path")
        root = start if start.is_dir() else start.parent
        for path in find_pages(start):
            document = parse(_read(path), fragment=options.fragment)
            linked = [*sheets, *linked_sheets(document, path, root)]
            yield from check(document, file=path.as_posix(), stylesheets=linked, **settings)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "error").lower()
        raise _mistake(f"{path} cannot be read ({reason})", "correct the path") from None


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
    sys.exit(main())
