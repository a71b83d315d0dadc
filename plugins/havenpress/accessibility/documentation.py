# SPDX-License-Identifier: AGPL-3.0-or-later
"""One page of documentation for each rule, from its module and its tests.

python -m havenpress.accessibility.documentation docs/rules tests/rules
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from .rule import Rule, all_rules

_BODY = re.compile(r"<body>\n(.*?)</body>", re.DOTALL)
_MARK = re.compile(r" ?<!-- fault -->")
_WCAG = "https://www.w3.org/TR/WCAG22/"
LONGEST = 1200  # characters of an example that are worth reading


def pages(fixtures: Path) -> dict[str, str]:
    """Return the text of every page by file name, the list of all rules among them."""
    found = {f"{rule.id}.md": rule_page(rule, fixtures / rule.id) for rule in all_rules()}
    return found | {"README.md": index_page()}


def rule_page(rule: Rule, fixtures: Path) -> str:
    """Return the page of one rule, with an example of what it finds and of what it leaves."""
    title, *paragraphs = rule.explanation.strip().split("\n\n")
    parts = [f"# {rule.id}", title, _table(rule), *map(_bold, paragraphs)]
    for kind, heading in (("fails", "Reported"), ("passes", "Left alone")):
        examples = sorted((fixtures / kind).glob("*.html"))
        parts += [f"## {heading}", *(_example(path) for path in examples[:2])]
    return "\n\n".join(parts) + "\n"


def index_page() -> str:
    """Return the list of all rules."""
    rows = [
        f"| [{rule.id}]({rule.id}.md) | {rule.level} | {_criteria(rule)} | {rule.summary} |"
        for rule in all_rules()
    ]
    head = "| rule | level | WCAG 2.2 | what it asks |\n|---|---|---|---|"
    return "# Accessibility rules\n\n" + "\n".join([head, *rows]) + "\n"


def _table(rule: Rule) -> str:
    rows = [f"- Level: {rule.level}" + (" (only when it is asked for)" if rule.optional else "")]
    if rule.wcag:
        rows.append(f"- [WCAG 2.2]({_WCAG}): {_criteria(rule)}")
    if rule.act:
        rows.append(f"- ACT rules: {', '.join(rule.act)}")
    return "\n".join([*rows, f"- [Source]({rule.source})"])


def _criteria(rule: Rule) -> str:
    return ", ".join(f"{criterion} ({level})" for criterion, level in rule.wcag)


def _bold(paragraph: str) -> str:
    label, _, text = paragraph.partition(": ")
    return f"**{label}.** {text}" if text else paragraph


def _example(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    body = _BODY.search(text)
    shown = _MARK.sub("", body[1] if body and not _MARK.search(text[: body.start(1)]) else text)
    shown = shown.strip()
    if len(shown) > LONGEST:
        shown = shown[:LONGEST].rstrip() + " …"
    return f"```html\n{shown}\n```"


def main(arguments: list[str]) -> int:
    """Write all pages to the first folder, from the tests in the second."""
    target, fixtures = Path(arguments[0]), Path(arguments[1])
    target.mkdir(parents=True, exist_ok=True)
    wanted = pages(fixtures)
    for stale in target.glob("*.md"):
        if stale.name not in wanted:
            stale.unlink()
    for name, text in wanted.items():
        (target / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
