# SPDX-License-Identifier: AGPL-3.0-or-later
"""The server of the preview: this machine only, nothing kept by the browser."""

from __future__ import annotations

import errno
import time
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from ..findings import Finding, SettingsError, Sources
from ..publish.media import content_type
from .banner import PREFIX
from .desk import Desk, View
from .lookup import Found, look_up
from .page import bare_page, dress

ADDRESS = "127.0.0.1"
PORTS_TRIED = 20
HEARTBEAT = 15.0  # seconds between signs of life on a connection that waits
SWAP = 2.0  # seconds that a build may take to put its folder in the place of the old one
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'self'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class PreviewServer(ThreadingHTTPServer):
    """Answers on 127.0.0.1 with what is on the desk."""

    daemon_threads = True

    def __init__(self, port: int, desk: Desk, root: Path) -> None:
        super().__init__((ADDRESS, port), Handler)
        self.desk = desk
        self.root = root

    @property
    def url(self) -> str:
        """The address of the start page."""
        return f"http://{ADDRESS}:{self.server_port}/"

    def knows_host(self, host: str | None) -> bool:
        """Whether a request means this server by a name that only this machine has.

        A page elsewhere can let its own name point here (DNS rebinding) and would then read
        drafts; its requests still carry its own name.
        """
        names = {f"{name}:{self.server_port}" for name in (ADDRESS, "localhost")}
        names |= {ADDRESS, "localhost"} if self.server_port == 80 else set()
        return (host or "").lower() in names

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep silent about browsers that went away; a reload does that all the time."""


def open_server(port: int, desk: Desk, root: Path) -> PreviewServer:
    """Return a server on a port, or on the next free one.

    ``root`` is the folder that the files in findings are relative to.
    """
    for candidate in range(port, port + PORTS_TRIED if port else 1):
        try:
            return PreviewServer(candidate, desk, root)
        except OSError as error:
            if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
                raise
        except OverflowError:
            break
    raise SettingsError(
        Finding(
            rule="preview-port",
            message=f"no port from {port} to {port + PORTS_TRIED - 1} is free for the preview",
            remedy="name another one, as in: tasks.py preview --port 8100",
        )
    )


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"
    server_version = "Havenpress"
    sys_version = ""
    timeout = 60  # seconds until a connection that says nothing is closed

    def do_GET(self) -> None:
        """Answer with a file of the site, or with one of the preview's own."""
        if not self.server.knows_host(self.headers.get("Host")):
            self._send(b"This preview answers on this machine only.\n", "text/plain", 421)
        elif urlsplit(self.path).path.startswith(PREFIX):
            self._answer_own(urlsplit(self.path).path.removeprefix(PREFIX))
        else:
            self._answer_site(self.server.desk.view)

    def do_HEAD(self) -> None:
        """Answer as to GET, without the body."""
        self.do_GET()

    def log_message(self, *_: object) -> None:
        """Keep the terminal free for what the build found."""

    def _answer_own(self, name: str) -> None:
        if name == "events":
            self._stream_events()
        elif name in {"client.js", "banner.css"}:
            asset = files(__package__).joinpath("assets", name).read_bytes()
            self._send(asset, content_type(name))
        else:
            self._send(b"Not found.\n", "text/plain", 404)

    def _answer_site(self, view: View) -> None:
        sources = Sources(self.server.root)
        if view.site is None:
            self._send_page(bare_page(view, sources), 503 if view.waiting else 500)
            return
        found, content = _read(view.site, self.path)
        if found.redirect:
            self._send(b"", "text/plain", found.status, {"Location": found.redirect})
        elif found.path is None:
            self._send_page(
                dress(b"<!doctype html><title>404</title>Not found", view, sources), 404
            )
        elif found.path.suffix == ".html":
            self._send_page(dress(content, view, sources), found.status)
        else:
            self._send(content, content_type(found.path.name), found.status)

    def _send_page(self, page: bytes, status: int) -> None:
        self._send(page, "text/html; charset=utf-8", status)

    def _send(
        self, content: bytes, kind: str, status: int = 200, more: dict[str, str] | None = None
    ) -> None:
        self._send_head(status, {"Content-Type": kind, "Content-Length": str(len(content))}, more)
        if self.command != "HEAD":
            self.wfile.write(content)

    def _send_head(
        self, status: int, headers: dict[str, str], more: dict[str, str] | None = None
    ) -> None:
        self.send_response(HTTPStatus(status))
        for name, value in (HEADERS | headers | (more or {})).items():
            self.send_header(name, value)
        self.end_headers()

    def _stream_events(self) -> None:
        """Tell a page once there is another version than its own (server-sent events)."""
        query = parse_qs(urlsplit(self.path).query)
        version = query.get("version", [""])[0]
        self.close_connection = True
        self._send_head(200, {"Content-Type": "text/event-stream", "Connection": "close"})
        desk = self.server.desk
        while self.command == "GET" and not desk.is_closed:
            view = desk.wait_for_other(version, HEARTBEAT)
            news = b": still here\n\n" if view.version == version else _event(view)
            self.wfile.write(news)
            if view.version != version:
                return


def _event(view: View) -> bytes:
    return f"data: {view.version}\n\n".encode()


def _read(site: Path, target: str) -> tuple[Found, bytes]:
    """Return what a request finds, and the bytes; a build may be swapping the folder just now."""
    deadline = time.monotonic() + SWAP
    while True:
        found = look_up(site, target)
        try:
            content = found.path.read_bytes() if found.path else b""
        except (FileNotFoundError, NotADirectoryError):
            content = None
        if content is not None and site.is_dir():
            return found, content
        if time.monotonic() > deadline:
            return Found(None, 404), b""
        time.sleep(0.02)
