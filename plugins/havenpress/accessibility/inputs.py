# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a command names to be judged: files, folders, standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from ..findings import Finding, SettingsError
from .files import ENDINGS, find_pages

STANDARD_INPUT = "-"
LARGEST = 100_000_000  # bytes; a device has no end, and no page is as large


@dataclass(frozen=True, slots=True)
class Input:
    """One page: its name as given, and the folder in which its style sheets may lie."""

    name: str
    path: Path | None  # None for standard input
    root: Path

    def read(self) -> bytes:
        """Return the page; raises SettingsError."""
        if self.path:
            return read_file(self.path)
        return _read_whole(sys.stdin.buffer, STANDARD_INPUT)


def find_inputs(words: Sequence[str]) -> list[Input]:
    """Return the pages that the words name, a folder's in the order of their paths.

    Raises SettingsError, with every word that names nothing: a mistyped one would check nothing
    and look like success.
    """
    found: list[Input] = []
    mistakes = []
    for word in words:
        try:
            found += _inputs(word)
        except OSError as error:
            mistakes.append(_unreadable(error.filename or word, error))
        except SettingsError as error:
            mistakes += error.findings
    if words.count(STANDARD_INPUT) > 1:
        mistakes.append(_mistake("- is named twice", "name standard input once"))
    if mistakes:
        raise SettingsError(mistakes)
    return found


def _inputs(word: str) -> Iterator[Input]:
    if word == STANDARD_INPUT:
        yield Input(word, None, Path())
        return
    start = Path(word)
    if not start.exists():
        raise SettingsError(
            _mistake(f"there is no file or folder {printable(word)}", "correct the path")
        )
    if not start.is_dir():
        page = start.resolve()
        yield Input(word, page, _root_of(page))
        return
    pages = [Input(_name(word, path, start), path, start) for path in find_pages(start)]
    if not pages:
        endings = ", ".join(sorted(ENDINGS))
        raise SettingsError(
            _mistake(f"there is no page in the folder {printable(word)}", f"pages end in {endings}")
        )
    yield from pages


def _root_of(page: Path) -> Path:
    """Return the folder that is taken for the site of a page named alone.

    That is the one that the command runs in, where the page lies below it: so a page finds the
    style sheets beside its folder, whether it is named alone or its site is.
    """
    here = Path.cwd()
    return here if here in page.parents else page.parent


def _name(word: str, path: Path, start: Path) -> str:
    """Return a page's name under the folder as it was written."""
    inside = path.relative_to(start).as_posix()
    folder = word.rstrip("/\\") if start != Path() else ""
    return f"{folder}/{inside}" if folder or word.startswith("/") else inside


def read_file(path: Path) -> bytes:
    """Return a file's bytes; raises SettingsError."""
    try:
        with path.open("rb") as file:
            return _read_whole(file, path)
    except OSError as error:
        raise SettingsError(_unreadable(path, error)) from None


def _read_whole(file: BinaryIO, name: str | Path) -> bytes:
    content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        message = f"{printable(name)} is larger than {LARGEST // 1_000_000} MB"
        raise SettingsError(_mistake(message, "name a page"))
    return content


def printable(name: str | Path) -> str:
    """Return a name of a file that every encoding can carry, whatever bytes it has."""
    return str(name).encode("utf-8", errors="replace").decode("utf-8")


def _unreadable(path: str | Path, error: OSError) -> Finding:
    reason = (error.strerror or "error").lower()
    return _mistake(f"{printable(path)} cannot be read ({reason})", "correct the path")


def _mistake(message: str, remedy: str) -> Finding:
    return Finding(rule="command", message=message, remedy=remedy, file="command")
