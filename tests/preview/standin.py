# SPDX-License-Identifier: AGPL-3.0-or-later
"""A small generator for tests of the preview: each ``.txt`` of the content becomes a page."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

from havenpress.findings import ContentError, Finding
from havenpress.preview.builder import Built

POLICY = "default-src 'none'; style-src 'sha256-AAAA'; img-src data:; upgrade-insecure-requests"
SHELL = (
    '<!doctype html><html lang="en"><head>'
    f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    '<link rel="icon" href="data:,"><title>{0}</title></head><body><h1>{0}</h1></body></html>'
)
RUNS: list[int] = []
THEME = "".join(path.read_text(encoding="utf-8") for path in Path("theme").glob("*.html"))


def build(recipe: dict[str, Any]) -> Built:
    """Build all pages, or report every line that starts with “wrong”."""
    RUNS.append(1)
    print("noise on standard output")
    content, output = Path(recipe["content"]), Path(recipe["output"])
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(content.glob("*.txt"))}
    if any("crash" in text for text in texts.values()):
        os._exit(7)
    if any("raise" in text for text in texts.values()):
        raise RuntimeError("an unforeseen case")
    faults = [fault(path) for path, text in texts.items() if text.startswith("wrong")]
    if faults:
        raise ContentError(faults)
    shutil.rmtree(output, ignore_errors=True)
    output.mkdir()
    (output / "404.html").write_text(SHELL.format("Nothing here"), encoding="utf-8")
    for path, text in texts.items():
        title = f"{text.strip()}{THEME} (run {len(RUNS)})"
        (output / f"{path.stem}.html").write_text(SHELL.format(title), encoding="utf-8")
    return Built((), output, 0.0)


def fault(path: Path) -> Finding:
    """Return a fault at the first line of a file."""
    file = f"content/{path.name}"
    return Finding(rule="x", message="this is wrong", remedy="right it", file=file, line=1)
