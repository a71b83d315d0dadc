# SPDX-License-Identifier: AGPL-3.0-or-later
"""Readers who look while the site is published again and again."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from havenpress.publish import Wishes

Writer = Callable[[Path, dict[str, str]], Path]
Putter = Callable[[Wishes], str]
PUBLICATIONS = 15


class Reader(threading.Thread):
    """Opens the start page as a server does, and keeps what it saw."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.page = page
        self.over = threading.Event()
        self.seen: list[str] = []

    def run(self) -> None:
        while not self.over.is_set():
            try:
                self.seen.append(self.page.read_text(encoding="utf-8"))
            except OSError as error:
                self.seen.append(f"missing: {error}")


def test_readers_never_miss_the_page(
    site: Path, target: Path, write: Writer, put: Putter, wishes: Wishes
) -> None:
    put(wishes)
    reader = Reader(target / "current/index.html")
    reader.start()
    for number in range(PUBLICATIONS):
        write(site, {"index.html": f"Version {number}"})
        put(wishes)
    reader.over.set()
    reader.join()
    flips = sum(old != new for old, new in zip(reader.seen, reader.seen[1:], strict=False))
    assert not [text for text in reader.seen if "missing" in text]
    assert 0 < flips <= PUBLICATIONS
