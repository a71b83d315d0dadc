# SPDX-License-Identifier: AGPL-3.0-or-later
"""A real server on a real folder."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from havenpress.preview.desk import Desk
from havenpress.preview.server import PreviewServer, open_server

POLICY = (
    "default-src 'none'; style-src 'sha256-AAAA'; script-src 'sha256-BBBB'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; upgrade-insecure-requests"
)
PAGE = (
    '<!doctype html><html lang="en"><head>'
    f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    "<title>{title}</title></head><body><h1>{title}</h1></body></html>"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project folder with one post, and a finished site in ``output``."""
    pages = {"index.html": "Get help", "404.html": "Nothing here", "posts/hope/index.html": "Hope"}
    for path, title in pages.items():
        file = tmp_path / "output" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PAGE.replace("{title}", title), encoding="utf-8")
    (tmp_path / "output/photo.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "content/posts").mkdir(parents=True)
    (tmp_path / "content/posts/hope.md").write_text("---\ntitel: <Hope>\n---\n", encoding="utf-8")
    (tmp_path / "private.txt").write_text("not for the web", encoding="utf-8")
    return tmp_path


@pytest.fixture
def desk(project: Path) -> Desk:
    """A desk with the finished site on it."""
    desk = Desk()
    desk.show([], project / "output")
    return desk


@pytest.fixture
def server(desk: Desk, project: Path) -> Iterator[PreviewServer]:
    """A server that answers."""
    server = open_server(0, desk, project)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield server
    desk.close()
    server.shutdown()
    server.server_close()
