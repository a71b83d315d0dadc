#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Score the accessibility rules, or any tool's results, on the W3C's ACT cases.

    python benchmarks/accessibility_act.py [--tier S|P] [--errors]
    python benchmarks/accessibility_act.py --write results.json
    python benchmarks/accessibility_act.py --results results.json [--map map.json]

Reads ../shared/data/act in place and scores with its score.py. A results file holds, for each
case's id, the list of what a tool flagged: ACT rule ids, or the tool's own names with --map, which
holds for each ACT rule the list of names that stand for it.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import tempfile
import time
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "data" / "act"
sys.path.insert(0, str(ROOT / "plugins"))

from havenpress.accessibility import check  # noqa: E402
from havenpress.accessibility.files import content_reader, document_reader, linked_sheets  # noqa: E402
from havenpress.tree import parse  # noqa: E402


def act_ids(path: Path, root: Path) -> list[str]:
    """Return the ACT rules that a page breaks; what is only for review is not counted."""
    if path.suffix != ".html":
        return []
    document = parse(path.read_bytes())
    sheets = linked_sheets(document, path, root)
    findings = check(
        document,
        file=path.name,
        stylesheets=sheets,
        select={"all"},
        content_of=content_reader(path, root),
        document_of=document_reader(path, root),
    )
    return sorted({act for f in findings if f.level != "review" for act in f.act})


def run_cases(index: dict) -> tuple[dict[str, list[str]], float]:
    """Return the broken rules of each case, and the CPU seconds that all took."""
    start = time.process_time()
    results = {case["id"]: act_ids(DATA / case["path"], DATA) for case in index["cases"]}
    return results, time.process_time() - start


def load_scorer() -> ModuleType:
    """Return score.py as a module."""
    spec = importlib.util.spec_from_file_location("score", DATA / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(results: Path, options: argparse.Namespace) -> None:
    """Print the score of a results file in each tier."""
    tiers = json.loads((DATA / "tiers.json").read_text(encoding="utf-8"))
    scorer = load_scorer()
    extra = ["--show-errors"] * options.errors
    extra += ["--map", str(options.map)] if options.map else []
    for tier in options.tier or ["S", "P"]:
        rules = ",".join(rule for rule, kind in tiers.items() if kind == tier)
        print(f"\ntier {tier}", flush=True)
        scorer.main([str(DATA / "index.json"), str(results), "--rules", rules, *extra])


def read_options() -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--tier", action="append", choices=["S", "P"])
    add("--errors", action="store_true", help="list the cases that are wrong")
    add("--results", type=Path, metavar="FILE", help="score this file instead of our rules")
    add("--map", type=Path, metavar="FILE", help="the tool's names for each ACT rule")
    add("--write", type=Path, metavar="FILE", help="keep our results in this file")
    return parser.parse_args()


def main() -> int:
    """Score, and return the exit status."""
    options = read_options()
    missing = [path for path in (DATA, options.results, options.map) if path and not path.exists()]
    if missing:
        sys.stderr.write(f"there is no {missing[0]}\n")
        return 2
    if options.results:
        score(options.results, options)
        return 0
    index = json.loads((DATA / "index.json").read_text(encoding="utf-8"))
    results, seconds = run_cases(index)
    with tempfile.TemporaryDirectory() as folder:
        path = options.write or Path(folder) / "results.json"
        path.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
        score(path, options)
    print(f"\n{len(results)} pages, {seconds / len(results) * 1000:.2f} ms CPU a page")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
