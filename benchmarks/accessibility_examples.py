#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Look for false alarms: judge the rendered examples of GOV.UK's and the NHS's components.

Each example stands in a page with its package's style sheet. What our rules call an error is looked
for on the same element in what axe-core calls a violation, in Chromium. Usage:
benchmarks/accessibility_examples.py
"""

from __future__ import annotations

import html
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "plugins"))

from havenpress.accessibility import check  # noqa: E402
from havenpress.browser import find_chromium, launch_arguments  # noqa: E402
from havenpress.findings import ERROR, Finding  # noqa: E402
from havenpress.npm import install  # noqa: E402
from playwright.sync_api import Page, sync_playwright  # noqa: E402

NPM = ROOT / "benchmarks" / "accessibility_examples_npm"
PACKAGES = ("govuk", "nhsuk")
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{name}</title></head>
<body><main><h1>Example</h1>{example}</main></body></html>"""
# The axe rules violated by each of our elements. Experimental rules are on, as ours are all on.
JUDGE = """async selectors => {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'experimental'];
  const { violations } = await axe.run({ elementRef: true, runOnly: { type: 'tag', values: tags } });
  return selectors.map(selector => violations
    .filter(rule => rule.nodes.some(node => node.element === document.querySelector(selector)))
    .map(rule => rule.id));
}"""


class Example(NamedTuple):
    """One rendered example of a component, in a page, with the style sheet of its package."""

    name: str
    page: str
    style: str


def examples(packages: Path) -> Iterator[Example]:
    """Yield every example that has markup of its own."""
    for package in PACKAGES:
        built = packages / f"{package}-frontend" / "dist" / package
        style = (built / f"{package}-frontend.min.css").read_text(encoding="utf-8")
        for path in sorted(built.glob("components/*/fixtures.json")):
            for given in json.loads(path.read_text(encoding="utf-8"))["fixtures"]:
                if given.get("html"):
                    name = f"{package} {path.parent.name}: {given['name']}"
                    page = PAGE.format(name=html.escape(name), example=given["html"])
                    yield Example(name, page, style)


def errors(example: Example) -> list[Finding]:
    """Return what our rules call an error."""
    return [f for f in check(example.page, stylesheets=[example.style]) if f.level == ERROR]


def judge(tab: Page, axe: str, example: Example, found: list[Finding]) -> list[list[str]]:
    """Return the axe rules that the element of each finding violates."""
    tab.set_content(example.page)
    tab.add_style_tag(content=example.style)
    tab.evaluate(axe)
    return tab.evaluate(JUDGE, [finding.selector or "html" for finding in found])


def main() -> int:
    """Print how many errors axe has as well, and each rule that it has not, with an example."""
    packages = install(NPM)
    axe = (packages / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    count, agreed, alone, shown = 0, 0, Counter[str](), {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=launch_arguments()
        )
        tab = browser.new_page()
        for example in examples(packages):
            count += 1
            found = errors(example)
            for finding, rules in zip(
                found, judge(tab, axe, example, found) if found else (), strict=True
            ):
                if rules:
                    agreed += 1
                    continue
                alone[finding.rule] += 1
                shown.setdefault(finding.rule, f"{example.name}: {finding.message}")
    print(
        f"{count} examples; {agreed} errors that axe has as well, {alone.total()} that it has not"
    )
    for rule, number in alone.most_common():
        print(f"{number:5} {rule:24} {shown[rule]}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
