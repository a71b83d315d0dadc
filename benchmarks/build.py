# SPDX-License-Identifier: AGPL-3.0-or-later
"""Time a clean build of generated posts beside stock Pelican's on the same posts.

Both build the same texts, in turn, each in a process of its own. What is quoted is the ratio of
CPU seconds, pair by pair: ours checks every page, reads every post twice as carefully and strips
its marks, Pelican's only renders. Usage: benchmarks/build.py [--posts 1000] [--pairs 3]
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORDS = (
    "you can call and ask what is possible today nobody decides for you a worker listens and "
    "writes down only what you agree to there is a room with a door and a lamp you choose when "
    "to stop the bus leaves at nine bring papers if you have them come without if you have none"
).split()
OURS = """
import datetime, pathlib, sys
sys.path.insert(0, {plugins!r})
from havenpress.build import build
from havenpress.findings import render
outcome = build(pathlib.Path({content!r}), pathlib.Path({output!r}), today=datetime.date(2026, 11, 23))
if not outcome.swapped: sys.exit(render(outcome.report))
"""


def main() -> None:
    """Print the times of every pair and the median ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=1000)
    parser.add_argument("--pairs", type=int, default=3)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), args.posts, args.pairs)


def measure(folder: Path, posts: int, pairs: int) -> None:
    """Build both sites in turn and print what each took, CPU seconds of the whole process."""
    ours, theirs = write_sites(folder, posts)
    ratios = []
    print(f"{posts} posts; CPU seconds (wall in brackets)")
    for number in range(1, pairs + 1):
        stock = timed(
            [
                sys.executable,
                "-m",
                "pelican",
                "-q",
                theirs,
                "-o",
                folder / "theirs",
                "-s",
                folder / "stock.py",
            ]
        )
        code = OURS.format(
            plugins=str(ROOT / "plugins"), content=str(ours), output=str(folder / "ours")
        )
        mine = timed([sys.executable, "-c", code])
        ratios.append(mine[0] / stock[0])
        print(
            f"pair {number}: Havenpress {mine[0]:6.1f} ({mine[1]:.1f})   "
            f"Pelican {stock[0]:6.1f} ({stock[1]:.1f})   ratio {ratios[-1]:.2f}"
        )
        shutil.rmtree(folder / "theirs")
        shutil.rmtree(folder / "ours")
    print(f"median ratio: {statistics.median(ratios):.2f}")


def timed(command: list[object]) -> tuple[float, float]:
    """Return CPU and wall seconds of a process that must succeed."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, time.perf_counter() - began


def write_sites(folder: Path, posts: int) -> tuple[Path, Path]:
    """Write the same posts for both, each with the front matter that it reads."""
    ours = shutil.copytree(ROOT / "tests" / "sites" / "small" / "content", folder / "content")
    theirs = folder / "stock" / "posts"
    theirs.mkdir(parents=True)
    (folder / "stock.py").write_text(
        "AUTHOR='x'\nSITENAME='x'\nTIMEZONE='UTC'\nDEFAULT_LANG='en'\nTHEME='simple'\n"
        "LOAD_CONTENT_CACHE=False\n",
        encoding="utf-8",
    )
    chance = random.Random(7)
    for number in range(posts):
        body, day = text(chance), f"2026-{number % 10 + 1:02}-{number % 27 + 1:02}"
        title, slug = f"Post number {number} about help", f"post-{number}"
        (ours / "posts" / f"{slug}.md").write_text(
            FRONT.format(title=title, slug=slug, day=day, tag=number % 40) + body, encoding="utf-8"
        )
        header = (
            f"Title: {title}\nDate: {day}\nSlug: {slug}\nCategory: guides\nTags: t{number % 40}\n\n"
        )
        (theirs / f"{slug}.md").write_text(header + body, encoding="utf-8")
    return ours, theirs.parent


FRONT = """---
title: {title}
slug: {slug}
date: {day}
lang: en
summary: A generated post.
authors: [{{name: Advice team, role: advocate}}]
reviewers: [{{name: Survivor panel, role: lived-experience}}]
reviewed: 2026-10-01
review_by: 2027-09-01
audience: survivor
category: guides
tags: [t{tag}]
services: [harbour-line-helpline]
---

"""


def text(chance: random.Random) -> str:
    """Return about 400 words with headings, lists and a link."""
    parts = []
    for section in range(4):
        parts.append(f"## Section {section + 1} about help")
        parts += [" ".join(chance.choices(WORDS, k=28)).capitalize() + "." for _ in range(3)]
        parts.append("\n".join(f"- {' '.join(chance.choices(WORDS, k=6))}" for _ in range(3)))
    parts.append("Read more at [the organisation’s own site](https://example.org/help).")
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    main()
