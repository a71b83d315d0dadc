# SPDX-License-Identifier: AGPL-3.0-or-later
"""Servers on this machine that write down every request and answer when they are told to."""

from __future__ import annotations

import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote, urlsplit

LONGEST_HOLD = 60  # seconds; only so that a failed test cannot hang the run


@dataclass(frozen=True)
class Request:
    """One request as the server saw it."""

    host: str
    path: str
    referer: str | None
    method: str = "GET"


@dataclass
class Server:
    """Files of a folder, and pages made up for a test, on any host name that leads here."""

    root: Path | None = None
    pages: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    log: list[Request] = field(default_factory=list)
    port: int = 0

    def __post_init__(self) -> None:
        self._open = threading.Event()
        self._open.set()
        self._asked = threading.Condition()

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Answer nothing until the block ends."""
        self._open.clear()
        try:
            yield
        finally:
            self._open.set()

    def release(self) -> None:
        """Answer what is being held."""
        self._open.set()

    def asked(self, path: str = "/") -> list[Request]:
        """Return the requests for a path so far."""
        return [request for request in self.log if request.path == path]

    def wait_for(self, path: str = "/", count: int = 1) -> list[Request]:
        """Return the requests for a path as soon as there are so many; fails if none come."""
        with self._asked:
            came = self._asked.wait_for(lambda: len(self.asked(path)) >= count, LONGEST_HOLD)
        assert came, f"{path} was asked for {len(self.asked(path))} times, not {count}"
        return self.asked(path)

    def answer(self, request: Request) -> tuple[int, str, bytes]:
        """Return status, type and body."""
        with self._asked:
            self.log.append(request)
            self._asked.notify_all()
        self._open.wait(LONGEST_HOLD)
        path = unquote(urlsplit(request.path).path)
        if path in self.pages:
            body = self.pages[path].encode()
            return 200 if body else 204, "text/html; charset=utf-8", body
        found = self._file(path)
        if found is None:
            return 404, "text/html", b"<!doctype html><title>Not here</title>"
        return 200, guess_type(found.name)[0] or "application/octet-stream", found.read_bytes()

    def _file(self, path: str) -> Path | None:
        if self.root is None:
            return None
        found = self.root / path.lstrip("/")
        found = found / "index.html" if found.is_dir() else found
        return found if found.is_file() else None


@contextmanager
def serve(server: Server, *, certificate: Path | None = None) -> Iterator[Server]:
    """Run a server on a free port of this machine until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            host = self.headers.get("Host", "").split(":")[0]
            request = Request(host, self.path, self.headers.get("Referer"), self.command)
            status, kind, body = server.answer(request)
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            for name, value in server.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None: ...

    class Listener(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 64

        def handle_error(self, *_: object) -> None:
            """A browser that hangs up is no error here."""

    listener = Listener(("127.0.0.1", 0), Handler)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        listener.socket = context.wrap_socket(
            listener.socket, server_side=True, do_handshake_on_connect=False
        )
    server.port = listener.server_address[1]
    thread = threading.Thread(target=listener.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.release()
        listener.shutdown()
        listener.server_close()


def make_certificate(folder: Path, host: str) -> Path:
    """Return a file with a key and a certificate for a host, signed by itself."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    command += ["-subj", f"/CN={host}", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)
    both = folder / "both.pem"
    both.write_text(key.read_text() + certificate.read_text())
    return both
