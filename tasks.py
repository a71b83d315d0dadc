#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Everything that is done with this checkout: ``python3 tasks.py`` lists the commands.

Only Python's standard library is needed to start. The first command that needs more makes
``.venv`` from the hash-locked requirements.txt; later ones find it ready.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "ready"
LOCK = ROOT / "requirements.txt"
# pip's own wheel, kept here because Debian's Python comes without ensurepip.
PIP = ROOT / "bootstrap" / "pip-26.3-py3-none-any.whl"
PIP_SHA256 = "f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13"
OLDEST = (3, 11)
NOTHING = "so nothing was set up"
MISTAKE = 2  # exit status for a mistake in the command or the settings


def start(arguments: list[str]) -> int:
    """Run one command and return its exit status; an old Python is told first."""
    if sys.version_info < OLDEST:
        return refuse(f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed; this is {version()}.")
    sys.path.insert(0, str(ROOT / "plugins"))
    from havenpress.program import run_program

    return run_program(lambda: main(arguments))


def main(arguments: list[str]) -> int:
    """Run one command, inside ``.venv`` where it needs that, and return its exit status."""
    from havenpress.commands import needs_packages, run

    if not needs_packages(arguments) or Path(sys.prefix) == VENV:
        return run(arguments)
    try:
        if not is_ready():
            with only_one_at_a_time():
                set_up_once()
    except SetUpError as error:
        return refuse(str(error))
    command = [str(PYTHON), __file__, *arguments]
    if os.name != "nt":  # so that Ctrl-C and kill reach the command itself, which tidies up
        os.execv(PYTHON, command)  # noqa: S606
    return subprocess.run(command, check=False).returncode


class SetUpError(Exception):
    """Setting up failed, with what to do about it."""


def version() -> str:
    """Return this Python's version as people write it."""
    return ".".join(str(part) for part in sys.version_info[:3])


def refuse(message: str) -> int:
    """Print why nothing can be done, and return the exit status."""
    print(f"tasks.py: {message}", file=sys.stderr)
    return MISTAKE


def is_ready() -> bool:
    """Return whether ``.venv`` was made here, by this Python, from these requirements."""
    return PYTHON.exists() and STAMP.exists() and STAMP.read_text("utf-8") == fingerprint()


def fingerprint() -> str:
    """Return what ``.venv`` depends on; it is made anew where any of it has changed."""
    locked = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    return f"{locked}\n{version()}\n{VENV}\n"


def set_up_once() -> None:
    """Set up, unless another command has done it meanwhile; raises SetUpError."""
    if not is_ready():
        set_up()


def set_up() -> None:
    """Make ``.venv`` and install the locked packages; raises SetUpError."""
    print("Setting up once, in .venv (about a minute) …", file=sys.stderr, flush=True)
    if hashlib.sha256(PIP.read_bytes()).hexdigest() != PIP_SHA256:
        raise SetUpError(f"{PIP.relative_to(ROOT)} is not the file that it should be")
    shutil.rmtree(VENV, ignore_errors=True)
    step([sys.executable, "-m", "venv", "--without-pip", VENV], "no virtual environment")
    step([PYTHON, PIP / "pip", *PIP_INSTALL, "--requirement", LOCK], "no packages")
    STAMP.write_text(fingerprint(), "utf-8")


PIP_INSTALL = (
    "install",
    "--disable-pip-version-check",
    "--no-cache-dir",
    "--no-input",
    "--only-binary=:all:",
    "--quiet",
    "--require-hashes",
)


def step(command: list[str | Path], failure: str) -> None:
    """Run one step of the set-up; raises SetUpError, with what the step printed."""
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        said = (done.stderr or done.stdout).strip()
        raise SetUpError(f"{failure}, {NOTHING}. It said:\n{said}")


@contextlib.contextmanager
def only_one_at_a_time() -> Iterator[None]:
    """Let a second command wait while a first one sets up; raises SetUpError."""
    try:
        import fcntl
    except ImportError:  # not on Windows
        yield
        return
    try:
        lock = (ROOT / ".set-up.lock").open("w", encoding="utf-8")
    except OSError as error:
        raise SetUpError(f"{ROOT} cannot be written to ({error.strerror}), {NOTHING}") from error
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


if __name__ == "__main__":
    sys.exit(start(sys.argv[1:]))
