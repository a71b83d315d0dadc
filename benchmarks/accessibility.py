#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Time the accessibility rules on pages of about 30 KB, beside html-validate and axe in jsdom.

All read the same pages in one run, in turn, each in a warm process of its own; what is counted is
CPU time, of all threads. The example's pages carry their style sheet, which only ours reads;
the second set is markup alone. Usage: benchmarks/accessibility.py [--turns 3] [PAGE …]
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NPM = ROOT / "benchmarks" / "accessibility_npm"
SIZES = range(25_000, 36_000)  # bytes
FULL = 28_500  # characters; the last text takes a page to some 30 KB
MOST = 6  # pages
STYLE = re.compile(r"<style.*?</style>", re.DOTALL)
MAIN = re.compile(r"<main[^>]*>(.*)</main>", re.DOTALL)
# The way that leads to a page stands on it once.
CRUMBS = re.compile(r'<nav class="crumbs".*?</nav>', re.DOTALL)
ID = re.compile(r' (?:id|for|aria-labelledby|aria-describedby)="')
# Each page is parsed, and its own style elements read, as often as it is checked.
OURS = """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from havenpress.accessibility import check
pages = [Path(name).read_bytes() for name in sys.argv[3:]]
rounds = int(sys.argv[2])
for page in pages:
    check(page, select={"all"})
before = time.process_time()
for _ in range(rounds):
    for page in pages:
        check(page, select={"all"})
print((time.process_time() - before) * 1000 / rounds / len(pages))
"""


def find_pages() -> list[Path]:
    """Return all pages of about 30 KB of the built example."""
    pages = sorted((ROOT / "output").rglob("*.html"))
    return [page for page in pages if page.stat().st_size in SIZES]


def all_markup(pages: list[Path], folder: Path) -> list[Path]:
    """Write pages of 30 KB without style sheets, each with the text of several of the pages."""
    bare = [STYLE.sub("", page.read_text(encoding="utf-8")) for page in pages]
    mains = [CRUMBS.sub("", MAIN.search(html)[1]) for html in bare]
    made = []
    for number, html in enumerate(bare[:MOST]):
        more = ""
        for step, main in enumerate(mains[number + 1 :]):
            if len(html) + len(more) > FULL:
                break
            more += ID.sub(rf"\g<0>p{step}-", main.replace("<h1", "<h2").replace("</h1", "</h2"))
        made.append(folder / f"{number}.html")
        made[-1].write_text(html.replace("</main>", f"{more}</main>"), encoding="utf-8")
    return made


def commands(pages: list[Path], rounds: int) -> dict[str, list[str | Path]]:
    """Return what times each tool; raises NpmError."""
    sys.path.insert(0, str(ROOT / "plugins"))
    from havenpress.npm import install

    modules = install(NPM)
    script = modules.parent / "time.mjs"
    script.write_bytes((NPM / "time.mjs").read_bytes())
    node = ["node", script]
    return {
        "ours": [sys.executable, "-c", OURS, ROOT / "plugins", str(rounds), *pages],
        f"html-validate {version('html-validate')}": [*node, "html-validate", str(rounds), *pages],
        # One round of axe takes as long as fifty of the others.
        f"axe-core {version('axe-core')}, jsdom": [*node, "axe", "1", *pages],
    }


def version(package: str) -> str:
    """Return the locked version of a package."""
    lock = json.loads((NPM / "package-lock.json").read_text(encoding="utf-8"))
    return lock["packages"][f"node_modules/{package}"]["version"]


def measure(command: list[str | Path]) -> float:
    """Return the CPU milliseconds of a page."""
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return float(done.stdout)


def main() -> int:
    """Compare on both sets, or on the pages that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5, help="over all pages, in each turn")
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--no-axe", action="store_true", help="leave out what takes minutes")
    options = parser.parse_args()
    pages = [page.resolve() for page in options.pages or find_pages()]
    if not pages:
        sys.stderr.write("no page of 25 to 36 KB in output/; build first, or name pages\n")
        return 2
    if options.pages:
        compare("these pages", pages, options)
        return 0
    compare("the example's pages", pages[:MOST], options)
    with tempfile.TemporaryDirectory() as folder:
        made = all_markup(pages, Path(folder))
        compare("pages of markup alone", made, options)
    return 0


def compare(what: str, pages: list[Path], options: argparse.Namespace) -> None:
    """Print each tool's milliseconds of a page, and how many times ours that is."""
    tools = commands(pages, options.rounds)
    if options.no_axe:
        tools = {name: command for name, command in tools.items() if "axe" not in name}
    turns = options.turns
    taken = [{name: measure(command) for name, command in tools.items()} for _ in range(turns)]
    size = statistics.mean(page.stat().st_size for page in pages)
    print(f"\n{what}: {len(pages)} of {size / 1000:.0f} KB, {turns} turns; CPU of one page")
    for name in tools:
        time = statistics.median(turn[name] for turn in taken)
        ratio = statistics.median(turn[name] / turn["ours"] for turn in taken)
        print(f"{name:28}{time:8.2f} ms{ratio:8.1f} times ours", flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
