# SPDX-License-Identifier: AGPL-3.0-or-later
"""A whole site with thousands of services, built to the end: seconds, and memory at its peak.

    python benchmarks/catalogue_build.py [SERVICES]

makes that many services that all differ (10,000 unless told) beside the example site's texts, and
builds the site as ``tasks.py build`` does, with our theme, every page finished, checked and
searched, in a process of its own. It exits with 1 where that process needed more than 1.5 GB.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "plugins"), str(Path(__file__).parent)]

from catalogue_pages import make_site  # noqa: E402

BAR = 1.5e9  # bytes
BUILD = """
import datetime, pathlib, sys
sys.path.insert(0, {plugins!r})
from havenpress.build import build
from havenpress.findings import render
outcome = build(pathlib.Path({content!r}), pathlib.Path({output!r}), today=datetime.date(2026, 11, 23))
if not outcome.swapped: sys.exit(render(outcome.report)[:4000])
"""


def main() -> int:
    """Print one line; return 1 where the bar is missed."""
    services = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        content, output = make_site(Path(folder), services), Path(folder) / "output"
        code = BUILD.format(plugins=str(ROOT / "plugins"), content=str(content), output=str(output))
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        seconds = time.perf_counter() - began
        pages = sum(1 for _ in output.rglob("*.html"))
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    peak = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)  # in kB but on macOS
    cpu = used.ru_utime + used.ru_stime
    print(
        f"{services} services, {pages} pages: {seconds:.0f} s ({cpu:.0f} s of CPU), "
        f"{peak / 1e9:.2f} GB at the peak"
    )
    return int(peak > BAR)


if __name__ == "__main__":
    sys.exit(main())
