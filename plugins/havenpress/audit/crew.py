# SPDX-License-Identifier: AGPL-3.0-or-later
"""Several browsers at once, each looking at one page after another."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from ..browser import find_chromium, launch_arguments
from ..findings import Finding
from .axe import Axe
from .looking import Sighting, look
from .shapes import Shape

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MOST = 4  # browsers; each wants about 300 MB


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen on one page, or why nothing was."""

    page: Path
    browser: str
    sightings: list[Sighting]
    failures: list[Finding]


@contextmanager
def crew(shapes: Sequence[Shape], root: Path, axe: Axe) -> Iterator[Iterator[Look]]:
    """Give what is seen on the page of every shape, in whatever order it comes.

    Whoever leaves early waits for the pages that are being looked at, and for no others.
    """
    jobs: SimpleQueue[Path] = SimpleQueue()
    for shape in shapes:
        jobs.put(shape.page)
    looks: SimpleQueue[Look | None] = SimpleQueue()
    count = max(1, min(MOST, os.cpu_count() or 1, len(shapes)))
    with ThreadPoolExecutor(count) as pool:
        workers = [pool.submit(_work, jobs, looks, root, axe) for _ in range(count)]
        try:
            yield _collect(workers, looks)
        finally:
            _empty(jobs)


def _collect(workers: list[Future[None]], looks: SimpleQueue[Look | None]) -> Iterator[Look]:
    """Yield what comes; every worker ends with a None, and with its error if it had one."""
    for _ in workers:
        while (seen := looks.get()) is not None:
            yield seen
    for worker in workers:
        worker.result()


def _empty(jobs: SimpleQueue[Path]) -> None:
    while not jobs.empty():
        jobs.get()


def _work(jobs: SimpleQueue[Path], looks: SimpleQueue[Look | None], root: Path, axe: Axe) -> None:
    from playwright.sync_api import sync_playwright

    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=find_chromium(), args=launch_arguments()
            )
            while True:
                looks.put(_look(browser, jobs.get_nowait(), root, axe))
    except Empty:
        return
    finally:
        looks.put(None)


def _look(browser: Browser, page: Path, root: Path, axe: Axe) -> Look:
    """A page that cannot be looked at is an error: nobody knows what is on it."""
    from playwright.sync_api import Error

    try:
        sightings = list(look(browser, page, root, axe))
    except Error as error:
        said = error.message.splitlines()[0]
        name = page.relative_to(root).as_posix()
        failure = Finding(
            rule="axe",
            message=f"the browser could not look at this page ({said})",
            remedy="open it in a browser yourself, and see what keeps it busy",
            file=name,
            page=name,
        )
        return Look(page, browser.version, [], [failure])
    return Look(page, browser.version, sightings, [])
