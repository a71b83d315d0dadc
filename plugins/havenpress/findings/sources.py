# SPDX-License-Identifier: AGPL-3.0-or-later
"""The lines that findings point at, for quoting."""

from __future__ import annotations

from functools import cache
from pathlib import Path

ANNOTATION = "data-hp-src"  # FILE:LINE:COLUMN or FILE:LINE of what made an element
LARGEST_QUOTED = 5_000_000  # bytes; a line of a larger file is not worth the reading


class Sources:
    """Source lines by file, read once each; what cannot be read is an empty line."""

    def __init__(self, root: Path | None = None) -> None:
        self.root = root or Path()
        self._lines = cache(self._read)

    def _read(self, file: str) -> list[str]:
        path = self.root / file
        try:
            if not path.is_file() or path.stat().st_size > LARGEST_QUOTED:
                return []
            text = _decode(path.read_bytes())
        except (OSError, ValueError):
            return []
        return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    def line(self, file: str, number: int) -> str:
        """Return one line of a file, without its end; empty where there is none."""
        lines = self._lines(file) if file else []
        return lines[number - 1] if 0 < number <= len(lines) else ""


def _decode(data: bytes) -> str:
    """Return the text as a browser would show it where nothing declares an encoding."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("windows-1252", errors="replace")
