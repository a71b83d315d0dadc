# SPDX-License-Identifier: AGPL-3.0-or-later
"""Ways in which a text gets into a file: how it is written, and what the file is."""

from __future__ import annotations

import base64
import bz2
import csv
import gzip
import html
import io
import json
import lzma
import quopri
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from urllib.parse import quote, quote_plus

from PIL import Image, PngImagePlugin


def each(pattern: str) -> Callable[[str], str]:
    return lambda text: "".join(pattern.format(ord(letter)) for letter in text)


def between(sign: str) -> Callable[[str], str]:
    return sign.join


def wide(text: str) -> str:
    return "".join(chr(ord(each) + 0xFEE0) if "!" <= each <= "~" else each for each in text)


def other_digits(text: str) -> str:
    return "".join(chr(0x966 + int(each)) if each in "0123456789" else each for each in text)


def folded_by_mail(text: str) -> str:
    return quopri.encodestring(text.encode()).decode().replace("=\n", "=\r\n")


WRITTEN: dict[str, Callable[[str], str]] = {
    "typed": str,
    "upper": str.upper,
    "lower": str.lower,
    "decimal": each("&#{};"),
    "hexadecimal": each("&#x{:X};"),
    "escaped twice": lambda text: html.escape(html.escape(each("&#{};")(text))),
    "no-break spaces": lambda text: text.replace(" ", "&nbsp;"),
    "percent": lambda text: f"?q={quote(text, safe='')}",
    "percent twice": lambda text: f"?q={quote(quote(text, safe=''), safe='')}",
    "form": lambda text: f"?q={quote_plus(text)}",
    "json": each("\\u{:04x}"),
    "script": lambda text: "".join(f"\\u{{{ord(letter):x}}}" for letter in text),
    "style": lambda text: "".join(f"\\{ord(letter):x} " for letter in text),
    "mail": folded_by_mail,
    "tags": between("<wbr>"),
    "marked": lambda text: " <b>".join(text.split(" ")) + "</b>",
    "lines": lambda text: text.replace(" ", "\n    "),
    "line ends": lambda text: text.replace(" ", "\\n"),
    "soft hyphens": between("\u00ad"),
    "no-width": between("\u200b"),
    "wide": wide,
    "other digits": other_digits,
    "calendar": lambda text: "\r\n ".join(text[n : n + 7] for n in range(0, len(text), 7)),
    "slug": lambda text: "-".join(text.lower().split()),
}  # fmt: skip


def pdf(content: bytes, *, packed: bool = True) -> bytes:
    stream = zlib.compress(content) if packed else content
    return b"%PDF-1.4\n1 0 obj<<>>stream\n" + stream + b"\nendstream endobj\n%%EOF"


def pdf_words(text: str) -> bytes:
    """Words cut in two inside brackets, as programs that set type do it."""
    raw = text.encode("cp1252", "replace").replace(b"\\", b"").replace(b"(", b"").replace(b")", b"")
    half = len(raw) // 2
    return pdf(b"BT [(" + raw[:half] + b") -20 (" + raw[half:] + b")] TJ ET")


def pdf_title(text: str) -> bytes:
    return pdf(b"/Title <feff" + text.encode("utf-16-be").hex().encode() + b">")


def picture(form: str, **given: object) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (4, 4)).save(buffer, form, **given)
    return buffer.getvalue()


def png_note(text: str, *, packed: bool) -> bytes:
    note = PngImagePlugin.PngInfo()
    note.add_itxt("Comment", text, zip=packed)
    return picture("PNG", pnginfo=note)


def exif(tag: int, value: object, form: str = "JPEG") -> bytes:
    data = Image.Exif()
    data[tag] = value
    return picture(form, exif=data)


def user_comment(text: str) -> bytes:
    data = Image.Exif()
    data[0x8769] = {0x9286: b"UNICODE\0" + text.encode("utf-16-le")}
    return picture("JPEG", exif=data)


def chunk(kind: bytes, data: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + check


def png_chunk_behind(kind: bytes, data: bytes) -> bytes:
    """A PNG with a chunk behind the picture, where programs that go by its size stop."""
    whole = picture("PNG")
    end = whole.rindex(b"\0\0\0\0IEND")
    return whole[:end] + chunk(kind, data) + whole[end:]


def iptc(text: str) -> bytes:
    """A caption (IIM 4.2, dataset 2:120) as Photoshop keeps it."""
    caption = text.encode("latin-1", "replace")
    record = b"\x1c\x02\x78" + struct.pack(">H", len(caption)) + caption
    return b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(record)) + record


def segment(data: bytes) -> bytes:
    whole = picture("JPEG")
    return whole[:2] + b"\xff\xed" + struct.pack(">H", len(data) + 2) + data + whole[2:]


def profile(data: bytes) -> bytes:
    """A note of another format in a PNG, as ImageMagick writes it: in hex digits, packed."""
    digits = re.sub("(.{72})", r"\1\n", data.hex())
    note = f"\niptc\n{len(data):8d}\n{digits}\n".encode()
    return png_chunk_behind(b"zTXt", b"Raw profile type iptc\0\0" + zlib.compress(note))


def letter_by_letter(text: str) -> bytes:
    letters = text.encode("cp1252", "replace")
    return pdf(b" ".join(b"<%02x> Tj 3 0 Td" % letter for letter in letters))


def rtf(text: str) -> bytes:
    typed = "".join(each if each.isascii() else f"\\u{ord(each)}?" for each in text)
    return b"{\\rtf1\\ansi See " + typed.replace(" ", " {\\b ", 1).encode() + b"} here.}"


def xmp(text: str) -> bytes:
    packet = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:title>{html.escape(text)}</dc:title>'
    return packet.encode()


def zipped(text: str, name: str = "word/document.xml") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, text)
    return buffer.getvalue()


def table(text: str) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow(["id", f'called "{text}"', "end"])
    return buffer.getvalue()


def page(text: str) -> str:
    return f"<!doctype html><html lang=en><p>Some words <i>before</i> {text} and behind.</p>"


def in_letters(data: bytes, kind: str) -> bytes:
    return f'<img src="data:{kind};base64,{base64.b64encode(data).decode()}">'.encode()


# Files that hold what is written in any of the ways above.
FILES: dict[str, Callable[[str], str]] = {
    "services/index.html": page,
    "posts/feed.xml": lambda text: (
        f"<feed><summary type='html'>{html.escape(page(text))}</summary>"
    ),
    "sitemap.xml": lambda text: (
        f"<urlset><url><loc>https://example.org/{text}</loc></url></urlset>"
    ),
    "hsds/services.json": lambda text: json.dumps([{"description": text}]),
    "services/index.0a1b.js": lambda text: f'services("en",{json.dumps(text)})',
    "hsds/services.csv": table,
    "due.ics": lambda text: f"BEGIN:VEVENT\r\nSUMMARY:{text}\r\nEND:VEVENT\r\n",
    "icon.svg": lambda text: f"<svg xmlns='http://www.w3.org/2000/svg'><title>{text}</title></svg>",
    "style.css": lambda text: f'p::before{{content:"{text}"}}',
    "head.html": lambda text: f'<meta name="description" content="{text}">',
}

# Files that pack a text, or keep it beside what is seen.
PACKED: dict[str, Callable[[str], bytes]] = {
    "page.html.gz": lambda text: gzip.compress(page(text).encode()),
    "index.pf_fragment": lambda text: gzip.compress(gzip.compress(json.dumps(text).encode())),
    "page.html.bz2": lambda text: bz2.compress(page(text).encode()),
    "page.html.xz": lambda text: lzma.compress(page(text).encode()),
    "page.html.lzma": lambda text: lzma.compress(page(text).encode(), format=lzma.FORMAT_ALONE),
    "icon.svgz": lambda text: gzip.compress(f"<svg><desc>{text}</desc></svg>".encode()),
    "sheet.docx": zipped,
    "named.zip": lambda text: zipped("", f"{text.replace('/', ' ')}.txt"),
    "twice.zip": lambda text: zipped(base64.b64encode(zipped(text)).decode()),
    "words.pdf": pdf_words,
    "plain.pdf": lambda text: pdf(b"(" + text.encode("cp1252", "replace") + b") Tj", packed=False),
    "hex.pdf": lambda text: pdf(b"<" + text.encode("cp1252", "replace").hex().encode() + b"> Tj"),
    "title.pdf": pdf_title,
    "letters.pdf": letter_by_letter,
    "brackets.pdf": lambda text: pdf(
        b"(The house (" + text.encode("cp1252", "replace") + b") is open) Tj"
    ),
    "apple.pdf": lambda text: pdf(b"(" + text.encode("mac-roman", "replace") + b") Tj"),
    "xmp.pdf": lambda text: pdf(xmp(text)),
    "attached.pdf": lambda text: pdf(zipped(text)),
    "attached-bare.pdf": lambda text: pdf(zipped(text), packed=False),
    "picture.pdf": lambda text: pdf(png_note(text, packed=True), packed=False),
    "form.rtf": rtf,
    "old.csv": lambda text: table(text).encode("cp1252", "replace"),
    "wide.txt": lambda text: text.encode("utf-16"),
    "wide-odd.txt": lambda text: b"x" + text.encode("utf-16-be"),
    "note.png": lambda text: png_note(text, packed=False),
    "packed-note.png": lambda text: png_note(text, packed=True),
    "exif.jpg": lambda text: exif(0x010E, text.encode()),
    "exif.webp": lambda text: exif(0x010E, text.encode(), "WEBP"),
    "exif.tiff": lambda text: exif(0x010E, text.encode(), "TIFF"),
    "exif.avif": lambda text: exif(0x010E, text.encode(), "AVIF"),
    "windows.jpg": lambda text: exif(0x9C9B, text.encode("utf-16-le")),
    "comment.jpg": lambda text: picture("JPEG", comment=text.encode()),
    "user-comment.jpg": user_comment,
    "xmp.jpg": lambda text: picture("JPEG", xmp=xmp(text)),
    "xmp.webp": lambda text: picture("WEBP", xmp=xmp(text)),
    "iptc.jpg": lambda text: segment(iptc(text)),
    "iptc.png": lambda text: profile(iptc(text)),
    "note-behind.png": lambda text: png_chunk_behind(
        b"iTXt", b"Comment\0\1\0\0\0" + zlib.compress(text.encode())
    ),
    "exif.png": lambda text: exif(0x010E, text.encode(), "PNG"),
    "xmp.png": lambda text: png_note(xmp(text).decode(), packed=True),
    "comment.gif": lambda text: picture("GIF", comment=text.encode()),
    "no-suffix": lambda text: exif(0x010E, text.encode()),
    "letters.html": lambda text: in_letters(text.encode() + b" is the place", "text/plain"),
    "letters-of-a-page.html": lambda text: in_letters(page(text).encode(), "text/html"),
    "picture-in-letters.html": lambda text: in_letters(png_note(text, packed=True), "image/png"),
    "letters.eml": lambda text: base64.encodebytes(page(text).encode() * 3),
    "address.json": lambda text: json.dumps(
        {"token": base64.urlsafe_b64encode(f"at {text} here".encode()).decode()}
    ).encode(),
}
