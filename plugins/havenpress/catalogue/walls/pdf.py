# SPDX-License-Identifier: AGPL-3.0-or-later
"""The strings of a PDF (ISO 32000-2, section 7.3.4), packed ones too."""

from __future__ import annotations

import re
import zlib

STREAM = re.compile(rb"stream\r?\n(.*?)\s*endstream", re.DOTALL)
STRING = re.compile(rb"\((?P<literal>(?:[^()\\]|\\.)*)\)|<(?P<hex>[0-9A-Fa-f\s]{4,})>", re.DOTALL)
OCTAL = re.compile(rb"\\([0-7]{1,3})")
SPACES = re.compile(rb"\\[nrtbf]|\\\r?\n")
# What is packed in other ways, encrypted, or written in codes of the font’s own.
SEALED = (
    b"/Encrypt",
    b"/Identity-H",
    b"/LZWDecode",
    b"/ASCII85Decode",
    b"/ASCIIHexDecode",
    b"/RunLengthDecode",
    b"/JBIG2Decode",
)


def pdf_parts(data: bytes, largest: int) -> list[bytes]:
    """Return the file and each of its streams that could be unpacked."""
    parts = [data]
    for match in STREAM.finditer(data):
        try:
            parts.append(zlib.decompressobj().decompress(match[1], largest))
        except zlib.error:
            continue
    return parts


def is_sealed(parts: list[bytes]) -> bool:
    """Return whether some text of the file cannot be read here."""
    return any(sign in part for part in parts for sign in SEALED)


def pdf_strings(part: bytes) -> str:
    """Return the strings of a part, one behind the other: a word is often cut into several."""
    return "".join(
        _literal(match["literal"]) if match["hex"] is None else _hex(match["hex"])
        for match in STRING.finditer(part)
    )


def _literal(raw: bytes) -> str:
    raw = OCTAL.sub(lambda match: bytes([int(match[1], 8) & 255]), SPACES.sub(b" ", raw))
    return _text(re.sub(rb"\\(.)", rb"\1", raw, flags=re.DOTALL))


def _hex(raw: bytes) -> str:
    digits = re.sub(rb"\s", b"", raw)
    return _text(bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()))


def _text(raw: bytes) -> str:
    if raw.startswith(b"\xfe\xff"):
        return raw[2:].decode("utf-16-be", errors="replace")
    encoding = "utf-8" if raw.startswith(b"\xef\xbb\xbf") else "cp1252"
    return raw.decode(encoding, errors="replace")
