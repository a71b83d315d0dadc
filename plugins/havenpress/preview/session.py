# SPDX-License-Identifier: AGPL-3.0-or-later
"""A preview from its start to Ctrl-C: serve, watch, build after each save."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from .builder import Builder, Built
from .desk import Desk
from .server import PreviewServer
from .watch import saves

Tell = Callable[[Built], None]


class Session:
    """Ties a server, a builder and the folders that they watch together.

    ``content`` is the folder of which no code is imported: after a change anywhere else the
    waiting build process is replaced. ``tell`` hears of every build.
    """

    def __init__(
        self,
        server: PreviewServer,
        builder: Builder,
        content: Path,
        watched: Sequence[Path],
        tell: Tell,
    ) -> None:
        self.server = server
        self.builder = builder
        self.content = content.resolve()
        self.watched = [self.content, *watched]
        self.tell = tell
        self._saves: queue.Queue[set[Path] | None] = queue.Queue()
        self._stop = threading.Event()

    @property
    def desk(self) -> Desk:
        """What is shown."""
        return self.server.desk

    def run(self) -> None:
        """Serve until somebody calls ``end`` or interrupts; leave no process behind."""
        threads = [
            threading.Thread(target=self.server.serve_forever, args=(0.1,), daemon=True),
            threading.Thread(target=self._watch, daemon=True),
        ]
        for thread in threads:
            thread.start()
        try:
            self._build()
            while (changed := self._next_save()) is not None:
                self._forget_code(changed)
                self._build()
        except KeyboardInterrupt:
            pass
        finally:
            self._close()

    def end(self) -> None:
        """Let ``run`` return once the build that may be running is over."""
        self._saves.put(None)

    def _watch(self) -> None:
        for changed in saves(self.watched, self._stop):
            self._saves.put(changed)

    def _next_save(self) -> set[Path] | None:
        """Return the next files that changed, those of several waiting saves at once."""
        changed = self._saves.get()
        while changed is not None and not self._saves.empty():
            more = self._saves.get()
            changed = None if more is None else changed | more
        return changed

    def _forget_code(self, changed: set[Path]) -> None:
        if any(not path.is_relative_to(self.content) for path in changed):
            self.builder.cool_down()

    def _build(self) -> None:
        built = self.builder.build()
        self.desk.show(built.findings, built.site)
        self.tell(built)

    def _close(self) -> None:
        self._stop.set()
        self.desk.close()
        self.server.shutdown()
        self.server.server_close()
        self.builder.cool_down()
