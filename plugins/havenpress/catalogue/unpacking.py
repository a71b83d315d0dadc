# SPDX-License-Identifier: AGPL-3.0-or-later
"""All text that a file of the output carries, however it is packed."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
import zlib
from dataclasses import dataclass, field

LARGEST = 200_000_000  # bytes to unpack from one file
DEEPEST = 3  # archives inside archives
IMAGES = {".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".tif", ".tiff", ".heic"}
PDF_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
PDF_STRING = re.compile(rb"\((?:[^()\\]|\\.)*\)", re.DOTALL)
PDF_HEX = re.compile(rb"<([0-9A-Fa-f\s]{4,})>")
GPS = 0x8825  # the tag of the position in Exif 2.32, section 4.6.3

Note = tuple[str, str, str]  # rule, message, remedy


@dataclass(slots=True)
class Unpacked:
    """The texts of a file, and what is wrong with the file itself."""

    texts: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def unpack(data: bytes, suffix: str, depth: int = 0) -> Unpacked:
    """Return every text in a file, by what its bytes are and then by its suffix."""
    unpacked = Unpacked(_decode(data))
    if depth >= DEEPEST:
        return unpacked
    if data.startswith(b"\x1f\x8b"):
        _unpack_gzip(data, unpacked, depth)
    elif data.startswith(b"PK\x03\x04"):
        _unpack_zip(data, unpacked, depth)
    elif data.startswith(b"%PDF"):
        _unpack_pdf(data, unpacked)
    elif suffix in IMAGES:
        _unpack_image(data, unpacked)
    return unpacked


def _decode(data: bytes) -> list[str]:
    """Return the bytes as text: UTF-8, and UTF-16 where they hold many zeros."""
    texts = [data.decode("utf-8", errors="replace")]
    if b"\0" in data[:4000]:
        texts += [data.decode(name, errors="replace") for name in ("utf-16-le", "utf-16-be")]
        texts.append(data[1:].decode("utf-16-le", errors="replace"))
        texts.append(data.decode("latin-1"))
    return texts


def _unpack_gzip(data: bytes, unpacked: Unpacked, depth: int) -> None:
    try:
        with gzip.open(io.BytesIO(data)) as file:
            inner = unpack(file.read(LARGEST), "", depth + 1)
    except (OSError, EOFError, zlib.error):
        unpacked.notes.append(_unreadable("gzip"))
        return
    unpacked.texts += inner.texts
    unpacked.notes += inner.notes


def _unpack_zip(data: bytes, unpacked: Unpacked, depth: int) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                unpacked.texts.append(entry.filename)
                if entry.file_size <= LARGEST:
                    inner = unpack(archive.read(entry), _suffix(entry.filename), depth + 1)
                    unpacked.texts += inner.texts
                    unpacked.notes += inner.notes
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error):
        unpacked.notes.append(_unreadable("zip"))


def _suffix(name: str) -> str:
    return "." + name.rsplit(".", 1)[-1].lower() if "." in name else ""


def _unpack_pdf(data: bytes, unpacked: Unpacked) -> None:
    """Collect the strings of a PDF (ISO 32000-1, section 7.3.4), packed ones too."""
    parts = [data]
    for match in PDF_STREAM.finditer(data):
        try:
            parts.append(zlib.decompressobj().decompress(match[1], LARGEST))
        except zlib.error:
            continue
    if b"/Encrypt" in data or any(b"/Identity-H" in part for part in parts):
        unpacked.notes.append(_unreadable("PDF"))
    for part in parts:
        unpacked.texts += _decode(part)
        strings = [_pdf_literal(match[0][1:-1]) for match in PDF_STRING.finditer(part)]
        strings += [_pdf_hex(match[1]) for match in PDF_HEX.finditer(part)]
        unpacked.texts.append("".join(strings))


def _pdf_literal(raw: bytes) -> str:
    raw = re.sub(rb"\\([0-7]{1,3})", lambda match: bytes([int(match[1], 8) & 255]), raw)
    raw = re.sub(rb"\\(.)", rb"\1", raw, flags=re.DOTALL)
    return _pdf_text(raw)


def _pdf_hex(raw: bytes) -> str:
    digits = re.sub(rb"\s", b"", raw)
    return _pdf_text(bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()))


def _pdf_text(raw: bytes) -> str:
    if raw.startswith(b"\xfe\xff"):
        return raw[2:].decode("utf-16-be", errors="replace")
    return raw.decode("cp1252", errors="replace")


def _unpack_image(data: bytes, unpacked: Unpacked) -> None:
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data)) as image:
            exif = image.getexif()
            position = exif.get_ifd(GPS)
            values = [*exif.values(), *exif.get_ifd(0x8769).values(), *image.info.values()]
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return
    unpacked.texts += [str(value) for value in values if isinstance(value, str)]
    for value in values:
        unpacked.texts += _decode(value) if isinstance(value, bytes) else []
    if position:
        message = "this picture carries the position where it was taken"
        remedy = "put it into content/images, from where pictures are made anew"
        unpacked.notes.append(("image-position", message, remedy))


def _unreadable(kind: str) -> Note:
    message = f"the text of this {kind} file cannot be searched"
    return "confidential-readable", message, "leave it out, or publish it as a page"
