#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Score the accessibility rules on the W3C's ACT cases, and time them.

    python benchmarks/accessibility_act.py [--tier S|P] [--errors]

Reads ../shared/data/act in place and scores with its score.py.
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
from havenpress.accessibility.files import linked_sheets  # noqa: E402
from havenpress.tree import parse  # noqa: E402


def act_ids(path: Path, root: Path) -> list[str]:
    """Return the ACT rules that a page breaks; what is only for review is not counted."""
    if path.suffix != ".html":
        return []
    document = parse(path.read_bytes())
    sheets = linked_sheets(document, path, root)
    findings = check(document, file=path.name, stylesheets=sheets, select={"all"})
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


def main() -> int:
    """Print the score of each tier."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tier", action="append", choices=["S", "P"])
    parser.add_argument("--errors", action="store_true", help="list the cases that are wrong")
    options = parser.parse_args()
    if not DATA.is_dir():
        sys.stderr.write(f"no ACT cases at {DATA}\n")
        return 2
    index = json.loads((DATA / "index.json").read_text(encoding="utf-8"))
    tiers = json.loads((DATA / "tiers.json").read_text(encoding="utf-8"))
    results, seconds = run_cases(index)
    scorer = load_scorer()
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(results, file)
        file.flush()
        for tier in options.tier or ["S", "P"]:
            rules = ",".join(rule for rule, kind in tiers.items() if kind == tier)
            print(f"\ntier {tier}")
            extra = ["--show-errors"] if options.errors else []
            scorer.main([str(DATA / "index.json"), file.name, "--rules", rules, *extra])
    print(f"\n{len(results)} pages, {seconds / len(results) * 1000:.2f} ms CPU a page")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
