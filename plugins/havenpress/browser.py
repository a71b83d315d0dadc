# SPDX-License-Identifier: AGPL-3.0-or-later
"""Browsers for tests and the audit: the system's own, found or installed.

Chromium comes from PATH, from Playwright's cache, or from Debian's packages; Playwright's own
download needs a host that many networks do not reach.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
# Without these a browser on a closed network asks for its maker's hosts at every start.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
CHROMIUM = ("chromium",)
# What the long tests use besides: the engines that headless Chromium cannot stand for.
OTHERS = ("firefox-esr", "webkit2gtk-driver", "xvfb", "xauth", "xdotool", "openbox")
INSTALL = "apt-get install --no-install-recommends chromium"


def find_chromium() -> Path | None:
    """Return the Chromium to drive, or None."""
    on_path = next((path for name in NAMES if (path := shutil.which(name))), None)
    if on_path:
        return Path(on_path)
    cache = os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or "~/.cache/ms-playwright"
    kept = sorted(Path(cache).expanduser().glob("chromium-*/chrome-*/chrome"))
    return kept[-1] if kept else None


def launch_arguments() -> list[str]:
    """Return what Chromium is started with: as root it has no sandbox."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*QUIET, *(["--no-sandbox"] if is_root else [])]


def install_browsers(*, full: bool = False) -> None:
    """Install Chromium where it is missing, and for the long tests the other engines.

    Does what it can and returns; ``find_chromium`` says whether it worked.
    """
    missing = CHROMIUM if find_chromium() is None else ()
    if full:
        missing += tuple(package for package in OTHERS if not _has_package(package))
    if not missing:
        return
    print(f"Installing {', '.join(missing)} for the browser tests …", flush=True)
    if not _install_by_apt(missing) and find_chromium() is None:
        _run([sys.executable, "-m", "playwright", "install", "chromium"])


def _has_package(package: str) -> bool:
    programs = {"webkit2gtk-driver": "WebKitWebDriver", "xvfb": "Xvfb"}
    return shutil.which(programs.get(package, package)) is not None


def _install_by_apt(packages: Sequence[str]) -> bool:
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        return False
    _run(["apt-get", "update", "-q"])
    command = ["apt-get", "install", "-q", "-y", "--no-install-recommends"]
    if _run([*command, *packages]):
        return True
    done = [_run([*command, package]) for package in packages]  # one at a time, all of them
    return all(done)


def _run(command: list[str]) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
    return done.returncode == 0
