# SPDX-License-Identifier: AGPL-3.0-or-later
"""Firefox and WebKitGTK by their own drivers, in the commands of WebDriver.

Firefox takes them over Marionette, its own socket; WebKitGTK over HTTP.
Source: WebDriver, sections 8 to 15; Firefox source docs, Marionette protocol.
"""

from __future__ import annotations

import base64
import io
import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar, Protocol

from PIL import Image, ImageGrab

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
PATIENCE = 30  # seconds until something that must come is given up
WITHIN = (200, 150, 1100, 800)  # a part of the screen that lies inside the page
KEYS = {"Shift": "\ue008", "Escape": "\ue00c", "Tab": "\ue004", "Enter": "\ue007"}


class Wire(Protocol):
    """One way to send a WebDriver command and get its value."""

    def send(self, name: str, body: dict[str, Any]) -> Any: ...


class Marionette:
    """Firefox's socket: messages are ``length:[kind, id, error or name, value]``."""

    NAMES: ClassVar = {
        "url": "WebDriver:Navigate",
        "get url": "WebDriver:GetCurrentURL",
        "execute": "WebDriver:ExecuteScript",
        "find": "WebDriver:FindElement",
        "click": "WebDriver:ElementClick",
        "actions": "WebDriver:PerformActions",
        "back": "WebDriver:Back",
        "title": "WebDriver:GetTitle",
        "picture": "WebDriver:TakeScreenshot",
        "new": "WebDriver:NewWindow",
        "switch": "WebDriver:SwitchToWindow",
        "handles": "WebDriver:GetWindowHandles",
        "session": "WebDriver:NewSession",
    }

    def __init__(self, port: int) -> None:
        self.socket = _connect(port)
        self.stream = self.socket.makefile("rb")
        self.count = 0
        self._read()

    def send(self, name: str, body: dict[str, Any]) -> Any:
        self.count += 1
        message = json.dumps([0, self.count, self.NAMES[name], body]).encode()
        self.socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, value = self._read()
        if error:
            raise DriverError(f"{name}: {error['error']}: {error['message']}")
        return value.get("value", value) if isinstance(value, dict) else value

    def _read(self) -> Any:
        length = b""
        while (digit := self.stream.read(1)) != b":":
            length += digit
        return json.loads(self.stream.read(int(length)))


class Http:
    """WebKitGTK's driver: one address for each command."""

    PATHS: ClassVar = {
        "url": ("POST", "/url"),
        "get url": ("GET", "/url"),
        "execute": ("POST", "/execute/sync"),
        "find": ("POST", "/element"),
        "click": ("POST", "/element/{id}/click"),
        "actions": ("POST", "/actions"),
        "back": ("POST", "/back"),
        "title": ("GET", "/title"),
        "new": ("POST", "/window/new"),
        "switch": ("POST", "/window"),
        "handles": ("GET", "/window/handles"),
    }

    def __init__(self, port: int, capabilities: dict[str, Any]) -> None:
        self.base = f"http://127.0.0.1:{port}/session"
        body = {"capabilities": {"alwaysMatch": capabilities}}
        session = self._ask("POST", "", body)["sessionId"]
        self.base += f"/{session}"

    def send(self, name: str, body: dict[str, Any]) -> Any:
        method, path = self.PATHS[name]
        return self._ask(method, path.format(**body), body)

    def close(self) -> None:
        """End the session, and the browser with it."""
        self._ask("DELETE", "", {})

    def _ask(self, method: str, path: str, body: dict[str, Any]) -> Any:
        data = json.dumps(body).encode() if method == "POST" else None
        request = urllib.request.Request(self.base + path, data, method=method)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE * 2) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise DriverError(f"{method} {path}: {error.read().decode()}") from None


class DriverError(Exception):
    """A command that the browser refused."""


class Driver:
    """One tab of a browser."""

    def __init__(self, wire: Wire, display: str = "") -> None:
        self.wire, self.display = wire, display

    def go(self, url: str) -> None:
        self.wire.send("url", {"url": url})

    @property
    def url(self) -> str:
        return self.wire.send("get url", {})

    def run(self, script: str) -> Any:
        """Return the value of an expression in the page."""
        return self.wire.send("execute", {"script": f"return {script}", "args": []})

    def picture(self) -> Image.Image:
        """Return a part of what the window shows.

        WebKitGTK's driver waits for ever for a picture of a page that is not laid out.
        """
        if self.display:
            return ImageGrab.grab(WITHIN, xdisplay=self.display).convert("RGB")
        shown = base64.b64decode(self.wire.send("picture", {}))
        return Image.open(io.BytesIO(shown)).convert("RGB")

    def start(self, script: str) -> None:
        """Run statements in the page a moment after the command is over."""
        code = f"setTimeout(() => {{ {script} }})"
        self.wire.send("execute", {"script": code, "args": []})

    def click(self, selector: str) -> None:
        found = self.wire.send("find", {"using": "css selector", "value": selector})
        self.wire.send("click", {"id": found[ELEMENT]})

    def press(self, *keys: str) -> None:
        """Press and release keys one after the other."""
        actions = [
            {"type": kind, "value": KEYS.get(key, key)}
            for key in keys
            for kind in ("keyDown", "keyUp")
        ]
        source = {"type": "key", "id": "keyboard", "actions": actions}
        self.wire.send("actions", {"actions": [source]})

    def back(self) -> None:
        self.start("history.back()")

    def until(self, url: str) -> None:
        """Wait for the address; fails if it does not come."""
        self.wait(lambda: self.url == url, f"{url}, at {self.url}")

    def wait(self, holds: Callable[[], Any], what: str) -> None:
        """Wait until something holds."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if holds():
                    return
            except DriverError:
                """The page is on its way out or in."""
            time.sleep(0.05)
        raise AssertionError(f"never came: {what}")


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def _connect(port: int) -> socket.socket:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE * 2)
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


@contextmanager
def firefox(folder: Path) -> Iterator[Driver]:
    """Run Firefox without a window, with a new profile in a folder."""
    port = free_port()
    preferences = {
        "marionette.port": port,
        "network.dns.disableIPv6": True,
        "browser.shell.checkDefaultBrowser": False,
        "datareporting.policy.dataSubmissionEnabled": False,
        "app.update.enabled": False,
        "network.captive-portal-service.enabled": False,
        "network.connectivity-service.enabled": False,
        "browser.startup.homepage_override.mstone": "ignore",
    }
    lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in preferences.items()]
    folder.mkdir(exist_ok=True)
    (folder / "user.js").write_text("\n".join(lines))
    command = ["firefox-esr", "-headless", "-marionette", "-profile", str(folder), "-no-remote"]
    with _running(command, {"HOME": str(folder)}):
        wire = Marionette(port)
        wire.send("session", {"capabilities": {"alwaysMatch": {"acceptInsecureCerts": True}}})
        yield Driver(wire)


@contextmanager
def webkit(display: str) -> Iterator[Driver]:
    """Run WebKitGTK's small browser on a display."""
    port = free_port()
    environment = {"DISPLAY": display, "WEBKIT_DISABLE_COMPOSITING_MODE": "1"}
    with _running(["WebKitWebDriver", f"--port={port}"], environment):
        _connect(port).close()
        wire = Http(port, {})
        try:
            yield Driver(wire, display)
        finally:
            wire.close()


@contextmanager
def _running(command: list[str], environment: dict[str, str]) -> Iterator[None]:
    process = subprocess.Popen(
        command,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait()
