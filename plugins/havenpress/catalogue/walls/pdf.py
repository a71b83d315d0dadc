# SPDX-License-Identifier: AGPL-3.0-or-later
"""The strings of a PDF (ISO 32000-2, section 7.3.4), packed ones too."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

STREAM = re.compile(rb"stream\r?\n(.*?)\s*endstream", re.DOTALL)
LITERAL = rb"(?:[^()\\]|\\.)*"
PAIRS = rb"\(" + LITERAL + rb"\)" + LITERAL  # brackets in pairs need no sign in front of them
STRING = re.compile(
    rb"\((?P<literal>" + LITERAL + rb"(?:" + PAIRS + rb")*)\)|<(?P<hex>[0-9A-Fa-f\s]{2,})>",
    re.DOTALL,
)
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
    """Return the file and each of its streams, unpacked where that can be done."""
    parts = [data]
    for match in STREAM.finditer(data):
        try:
            parts.append(zlib.decompressobj().decompress(match[1], largest))
        except zlib.error:
            parts.append(match[1])
    return parts


def is_sealed(parts: list[bytes]) -> bool:
    """Return whether some text of the file cannot be read here."""
    return any(sign in part for part in parts for sign in SEALED)


def pdf_strings(part: bytes) -> Iterator[str]:
    """Yield the strings of a part, one behind the other: a word is often cut into several.

    Once for each alphabet of a font that has letters with accents.
    """
    found = [_bytes(match) for match in STRING.finditer(part)]
    is_plain = all(map(bytes.isascii, found))
    for alphabet in ("cp1252",) if is_plain else ("cp1252", "mac-roman"):
        yield "".join(_text(raw, alphabet) for raw in found)


def _bytes(match: re.Match[bytes]) -> bytes:
    return _literal(match["literal"]) if match["hex"] is None else _hex(match["hex"])


def _literal(raw: bytes) -> bytes:
    raw = OCTAL.sub(lambda match: bytes([int(match[1], 8) & 255]), SPACES.sub(b" ", raw))
    return re.sub(rb"\\(.)", rb"\1", raw, flags=re.DOTALL)


def _hex(raw: bytes) -> bytes:
    digits = re.sub(rb"\s", b"", raw)
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def _text(raw: bytes, alphabet: str) -> str:
    if raw.startswith(b"\xfe\xff"):
        return raw[2:].decode("utf-16-be", errors="replace")
    encoding = "utf-8" if raw.startswith(b"\xef\xbb\xbf") else alphabet
    return raw.decode(encoding, errors="replace")
