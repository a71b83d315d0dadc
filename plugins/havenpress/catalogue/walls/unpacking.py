# SPDX-License-Identifier: AGPL-3.0-or-later
"""All text that a file of the output carries, however it is packed."""

from __future__ import annotations

import base64
import bz2
import gzip
import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO

from .pdf import is_sealed, pdf_parts, pdf_strings
from .rtf import rtf_text

LARGEST = 200_000_000  # bytes to unpack from one file
DEEPEST = 3  # archives inside archives
IMAGES = set(".jpg .jpeg .jpe .jfif .png .webp .avif .gif .tif .tiff .heic .heif .jxl .bmp".split())
IMAGE_SIGNS = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF", b"II*\0", b"MM\0*")
SEALED = (b"7z\xbc\xaf", b"Rar!", b"(\xb5/\xfd")  # 7-Zip, RAR, Zstandard
SEALED_SUFFIXES = {".br", ".7z", ".rar", ".zst", ".lz", ".lz4", ".z", ".cab"}
LETTERS = re.compile(rb"[A-Za-z0-9+/_-]{16,}")  # bytes in base 64 (RFC 4648)
IN_LINES = re.compile(rb"(?:[A-Za-z0-9+/]{60,76}\r?\n)+[A-Za-z0-9+/]+")
HEX_DIGITS = re.compile(rb"(?:[0-9A-Fa-f]{2}\s?){8,}")  # as the notes of a PNG have other notes
URL_SAFE = bytes.maketrans(b"-_", b"+/")
GPS = 0x8825  # the tag of the position in Exif 2.32, section 4.6.3

# What readers of a format raise where a file does not keep to it (UnidentifiedImageError is an OSError).
BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, OSError, EOFError, RuntimeError,
    SyntaxError, ValueError, LookupError, OverflowError,
)  # fmt: skip

Note = tuple[str, str, str]  # rule, message, remedy


@dataclass(slots=True)
class Unpacked:
    """The texts of a file, and what is wrong with the file itself."""

    texts: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def add(self, inner: Unpacked) -> None:
        """Take in what stands in a part of the file."""
        self.texts += inner.texts
        self.notes += inner.notes


def unpack(data: bytes, suffix: str, depth: int = 0) -> Unpacked:
    """Return every text in a file, by what its bytes are and then by its suffix.

    Where some of it cannot be read, that is a note: nobody can say what stands there.
    """
    unpacked = Unpacked(_decode(data))
    reader = _reader_of(data, suffix)
    if reader is not None and depth >= DEEPEST:
        unpacked.notes.append(_unreadable("packed"))
    elif reader is not None:
        reader(data, unpacked, depth)
    for inner in _written_in(data) if depth < DEEPEST else ():
        _unpack_written(inner, unpacked, depth)
    return unpacked


Reader = Callable[[bytes, Unpacked, int], None]


def _reader_of(data: bytes, suffix: str) -> Reader | None:
    for sign, reader in SIGNS:
        if data.startswith(sign):
            return reader
    if b"%PDF-" in data[:1024]:
        return _unpack_pdf
    if suffix in SEALED_SUFFIXES or data.startswith(SEALED):
        return _refuse
    is_image = suffix in IMAGES or data.startswith(IMAGE_SIGNS) or data[4:8] == b"ftyp"
    return _unpack_image if is_image else None


def _refuse(_data: bytes, unpacked: Unpacked, _depth: int) -> None:
    unpacked.notes.append(_unreadable("packed"))


def _decode(data: bytes) -> list[str]:
    """Return the bytes as text: UTF-8, what else they may be, and UTF-16 where they hold many zeros."""
    try:
        texts = [data.decode()]
    except UnicodeDecodeError:
        texts = [data.decode(name, errors="replace") for name in ("utf-8", "cp1252")]
    if b"\0" in data[:4000]:
        for name in ("utf-16-le", "utf-16-be"):
            texts += [part.decode(name, errors="replace") for part in (data, data[1:])]
    return texts


def _written_in(data: bytes) -> Iterator[bytes]:
    """Yield what may be bytes in base 64 or as hex digits."""
    for letters in _letters_in(data):
        whole = letters[: len(letters) - (len(letters) % 4 == 1)]
        yield base64.b64decode(whole + b"=" * (-len(whole) % 4))
    for match in HEX_DIGITS.finditer(data):
        yield bytes.fromhex(match[0].decode())


def _letters_in(data: bytes) -> Iterator[bytes]:
    """Yield what may be bytes in base 64; words and addresses have letters of one case only."""
    for match in LETTERS.finditer(data.replace(b"\\/", b"/")):
        letters = match[0].translate(URL_SAFE)
        if letters != letters.lower() and letters != letters.upper():
            yield from (letters[start:] for start in range(4))  # what is before may belong to it
    for match in IN_LINES.finditer(data):
        yield re.sub(rb"\s", b"", match[0])


def _unpack_written(data: bytes, unpacked: Unpacked, depth: int) -> None:
    """Look into bytes that stand in a text; most are a checksum, so what is unreadable is no fault."""
    is_packed = _reader_of(data, "") is not None
    inner = unpack(data, "", depth + 1 if is_packed else DEEPEST)
    unpacked.texts += inner.texts
    unpacked.notes += [note for note in inner.notes if note[0] == "image-position"]


def _unpack_stream(opened: Callable[..., IO[bytes]], kind: str) -> Reader:
    def read(data: bytes, unpacked: Unpacked, depth: int) -> None:
        try:
            with opened(io.BytesIO(data)) as file:
                inner = file.read(LARGEST + 1)
        except BROKEN:
            unpacked.notes.append(_unreadable(kind))
            return
        if len(inner) > LARGEST:
            unpacked.notes.append(_unreadable(kind))
        unpacked.add(unpack(inner[:LARGEST], "", depth + 1))

    return read


def _unpack_zip(data: bytes, unpacked: Unpacked, depth: int) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked.texts.append(archive.comment.decode("utf-8", errors="replace"))
            for entry in archive.infolist():
                unpacked.texts.append(entry.filename)
                if entry.file_size > LARGEST:
                    unpacked.notes.append(_unreadable("zip"))
                    continue
                unpacked.add(unpack(archive.read(entry), _suffix(entry.filename), depth + 1))
    except BROKEN:
        unpacked.notes.append(_unreadable("zip"))


def _suffix(name: str) -> str:
    return "." + name.rsplit(".", 1)[-1].lower() if "." in name else ""


def _unpack_pdf(data: bytes, unpacked: Unpacked, depth: int) -> None:
    parts = pdf_parts(data, LARGEST)
    if is_sealed(parts):
        unpacked.notes.append(_unreadable("PDF"))
    for part in parts:
        unpacked.texts += [*_decode(part), *pdf_strings(part)]
        if part is not data and _reader_of(part, "") is not None:  # a file, or a picture
            _unpack_written(part, unpacked, depth)


def _unpack_rtf(data: bytes, unpacked: Unpacked, _depth: int) -> None:
    unpacked.texts.append(rtf_text(data))


def _unpack_image(data: bytes, unpacked: Unpacked, depth: int) -> None:
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data)) as image:
            exif = image.getexif()
            position = exif.get_ifd(GPS)
            values = [*exif.values(), *exif.get_ifd(0x8769).values(), *image.info.values()]
    except (Image.DecompressionBombError, *BROKEN):
        unpacked.notes.append(_unreadable("picture"))
        return
    for value in values:
        if isinstance(value, str | bytes):
            note = value if isinstance(value, bytes) else value.encode(errors="replace")
            unpacked.texts += unpack(note, "", depth + 1).texts
    if position:
        message = "this picture carries the position where it was taken"
        remedy = "put it into content/images, from where pictures are made anew"
        unpacked.notes.append(("image-position", message, remedy))


def _unreadable(kind: str) -> Note:
    message = f"the text of this {kind} file cannot be searched"
    return "confidential-readable", message, "leave it out, or publish it as a page"


SIGNS: tuple[tuple[bytes, Reader], ...] = (
    (b"\x1f\x8b", _unpack_stream(gzip.open, "gzip")),
    (b"BZh", _unpack_stream(bz2.open, "bzip2")),
    (b"\xfd7zXZ", _unpack_stream(lzma.open, "xz")),
    (b"\x5d\0\0", _unpack_stream(lzma.open, "lzma")),
    (b"PK\x03\x04", _unpack_zip),
    (b"{\\rtf", _unpack_rtf),
)
