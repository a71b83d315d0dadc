# SPDX-License-Identifier: AGPL-3.0-or-later
"""The text of a Rich Text Format file (version 1.9.1), as word processors save it."""

from __future__ import annotations

import re

# A letter by its byte or by its number with a letter in its place; any other word of the format.
CODE = re.compile(
    r"\\'(?P<byte>[0-9a-fA-F]{2})|\\u(?P<number>-?\d+) ?(?:\\'..|[^\\{}])?|\\[a-zA-Z]+-?\d* ?|[{}\r\n]"
)


def rtf_text(data: bytes) -> str:
    """Return the words of a file, and those of its header, without what says how they look."""
    return CODE.sub(_letter, data.decode("cp1252", errors="replace"))


def _letter(match: re.Match[str]) -> str:
    if match["byte"]:
        return bytes.fromhex(match["byte"]).decode("cp1252", errors="replace")
    return chr(int(match["number"]) & 0xFFFF) if match["number"] else ""
