# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which files were saved: what the build reads, not what editors scatter around it."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

from watchfiles import Change, DefaultFilter, watch

QUIET = 60  # milliseconds without a change after which a save is over
LONGEST = 800  # milliseconds after which a save that goes on is reported anyway


class SourceFilter(DefaultFilter):
    """Everything but hidden files, caches and the temporary files of editors."""

    def __call__(self, change: Change, path: str) -> bool:
        """Whether a change of this path can change the site."""
        name = Path(path).name
        hidden = name.startswith((".", "#")) or name.endswith((".tmp", "~", "#"))
        return not hidden and super().__call__(change, path)


def saves(folders: Iterable[Path], stop: threading.Event) -> Iterator[set[Path]]:
    """Yield the files of each save until the event is set."""
    present = [folder for folder in folders if folder.is_dir()]
    changes = watch(
        *present,
        watch_filter=SourceFilter(),
        debounce=LONGEST,
        step=QUIET,
        stop_event=stop,
        raise_interrupt=False,
    )
    for batch in changes:
        yield {Path(path) for _, path in batch}
