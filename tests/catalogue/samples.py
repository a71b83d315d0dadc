# SPDX-License-Identifier: AGPL-3.0-or-later
"""Catalogues to test on: a small one in ``base``, the example site's, and changed copies."""

from __future__ import annotations

import datetime
import functools
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from havenpress.catalogue.catalogue import Catalogue
from havenpress.catalogue.loader import load
from havenpress.catalogue.presentation import Edition, Helpline

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BASE = HERE / "base"
EXAMPLE = ROOT / "content" / "catalogue"
TODAY = datetime.date(2026, 11, 23)

Change = Callable[..., Path]


def read(folder: Path, today: datetime.date = TODAY) -> Catalogue:
    """Return a catalogue that has to be without a fault."""
    catalogue, findings = load(folder, today)
    assert findings == []
    return catalogue


def edition(catalogue: Catalogue, language: str = "en", today: datetime.date = TODAY) -> Edition:
    """Return one language of a catalogue."""
    helpline = Helpline("Harbour Line", "0808 157 0142")
    return Edition(catalogue, language, catalogue.settings.languages, today, helpline)


class Quiet(SimpleHTTPRequestHandler):
    """A server of files that keeps its log to itself."""

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder and yield its address."""
    handler = functools.partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
