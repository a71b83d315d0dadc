# SPDX-License-Identifier: AGPL-3.0-or-later
"""A planted address is found in every kind of file, and never repeated in a message."""

from __future__ import annotations

import functools
import gzip
import io
import json
import struct
import zipfile
import zlib
from pathlib import Path
from urllib.parse import quote

import pytest
from havenpress.catalogue.walls import unpacking
from havenpress.catalogue.walls.output import VARIABLE, read_private_terms, scan_output
from havenpress.findings import SettingsError
from PIL import Image, PngImagePlugin

PLACE = "12 Mill Lane, Élan"
TERMS = ["", "77 Other Street", PLACE]


def zipped(text: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:t>{text}</w:t>")
    return buffer.getvalue()


def pdf(content: bytes, *, packed: bool = True) -> bytes:
    stream = zlib.compress(content) if packed else content
    return b"%PDF-1.4\n1 0 obj<<>>stream\n" + stream + b"\nendstream endobj\n%%EOF"


def picture(**given: object) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (4, 4)).save(buffer, **given)
    return buffer.getvalue()


def png_note(text: str) -> bytes:
    note = PngImagePlugin.PngInfo()
    note.add_itxt("Comment", text, zip=True)
    return picture(format="PNG", pnginfo=note)


def exif(tag: int, value: object) -> bytes:
    data = Image.Exif()
    data[tag] = value
    return picture(format="JPEG", exif=data)


def exif_position() -> bytes:
    data = Image.Exif()
    data.get_ifd(0x8825)[1] = "N"
    data[0x8825] = {1: "N", 2: (54.0, 58.0, 42.0)}
    return picture(format="JPEG", exif=data)


FILES = {
    "page.html": f"<p>{PLACE}</p>".encode(),
    "tags.html": "<p>12 <b>Mill</b> Lane, <i>É</i>lan</p>".encode(),
    "entities.html": b"<p>12&nbsp;Mill&#32;Lane, &Eacute;lan</p>",
    "twice.xml": b"<content>12 Mill Lane, &amp;Eacute;lan</content>",
    "attribute.html": f'<img alt="{PLACE.upper()}">'.encode(),
    "data.json": json.dumps({"a": PLACE}).encode(),
    "script.js": b'const a="12 Mill Lane, \\u00c9lan"',
    "link.html": f'<a href="?q={quote(PLACE)}">'.encode(),
    "signs.txt": b"12, MILL-LANE (Elan)",
    "decomposed.txt": "12 Mill Lane, E\u0301lan".encode(),
    "page.html.gz": gzip.compress(f"<p>{PLACE}</p>".encode()),
    "index.pf_fragment": gzip.compress(gzip.compress(json.dumps(PLACE).encode())),
    "sheet.docx": zipped(PLACE),
    "packed.pdf": pdf(b"BT [(12 Mi) -20 (ll Lane, )] TJ (\\311lan) Tj ET"),
    "plain.pdf": pdf(b"(12 Mill Lane, \\311lan) Tj", packed=False),
    "hex.pdf": pdf(b"<" + "12 Mill Lane, Élan".encode("cp1252").hex().encode() + b"> Tj"),
    "title.pdf": pdf(b"/Title <feff" + PLACE.encode("utf-16-be").hex().encode() + b">"),
    "note.png": png_note(PLACE),
    "exif.jpg": exif(0x010E, PLACE.encode()),
    "wide.txt": PLACE.encode("utf-16"),
    "12-mill-lane-elan.html": b"<p>the name of the file</p>",
}


@pytest.mark.parametrize("name", FILES)
def test_a_place_is_found(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    (finding,) = scan_output(tmp_path, TERMS)
    assert (finding.rule, finding.page) == ("confidential-output", name)
    assert "line 3" in finding.message
    assert "mill" not in f"{finding.message} {finding.remedy}".lower()


ANOTHER_WAY = (
    "Mill Street 12",
    "12 Mill St",
    "12, Mill St., Harpertown",
    "at number 12 Mill Str.",
    "twelve Mill Street",
    "MILL ST, NO. 12",
    "12 Мill Strеet",
    "her postcode is nt1-2ab",
    '{"address_1": "12 Mill Street", "address_2": "Flat 3", "city": "Northtown"}',
    "<td>12</td><td>Mill Street</td>",
)


@pytest.mark.parametrize("text", ANOTHER_WAY)
def test_a_part_of_an_entry_and_another_way_to_write_it_are_found(
    text: str, tmp_path: Path
) -> None:
    (tmp_path / "page.html").write_text(f"<p>See {text} here</p>", encoding="utf-8")
    (finding,) = scan_output(tmp_path, ["", "12 Mill Street, Northtown, NT1 2AB"])
    assert "line 2 of" in finding.message


@pytest.mark.parametrize("text", [*ANOTHER_WAY, "51.50735 and -0.12775", "filled.count.soap"])
def test_an_entry_of_a_long_list_is_found_as_one_of_a_short_list(text: str, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(f"<p>See {text} here</p>", encoding="utf-8")
    others = [f"{number} Wexbrook Hollow, Southtown" for number in range(50)]
    last = ["12 Mill Street, Northtown, NT1 2AB", "51.50735, -0.12775", "filled.count.soap"]
    assert len(scan_output(tmp_path, [*others, *last])) == 1


@pytest.mark.parametrize(
    "text", ["A house in Northtown", "12 Mill Road", "Mill Street 13", "1 2 Mills", "112 St Mill"]
)
def test_another_place_of_the_same_town_is_no_part_of_it(text: str, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(f"<p>See {text} here</p>", encoding="utf-8")
    assert scan_output(tmp_path, ["12 Mill Street, Northtown, NT1 2AB"]) == []


def test_what_is_not_on_the_list_is_no_finding(tmp_path: Path) -> None:
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    assert scan_output(tmp_path, ["12 Mill Road", "Mill Lane 13"]) == []


def test_a_position_in_a_picture_is_found_without_any_list(tmp_path: Path) -> None:
    (tmp_path / "garden.jpg").write_bytes(exif_position())
    assert [finding.rule for finding in scan_output(tmp_path, [])] == ["image-position"]


def spoilt() -> bytes:
    """Return a zip file whose entry has other bytes in it than LZMA makes."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.txt", "hello " * 200)
    packed = bytearray(data.getvalue())
    packed[50:62] = b"\xff" * 12
    return bytes(packed)


def png_of(width: int, height: int) -> bytes:
    """Return the start of a picture that says how large it is."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    checked = struct.pack(">I", len(head) - 4) + head + struct.pack(">I", zlib.crc32(head))
    return b"\x89PNG\r\n\x1a\n" + checked + b"\0\0\0\0IDAT\x35\xaf\x06\x1e"


UNREADABLE = {
    "locked.pdf": b"%PDF-1.7 /Encrypt 3 0 R",
    "broken.gz": b"\x1f\x8b\x08broken",
    "broken.zip": b"PK\x03\x04broken",
    "spoilt.docx": zipped(PLACE).replace(b"word/document.xml", b"word/document.htm", 1),
    "spoilt-by-lzma.zip": spoilt(),
    "huge.png": png_of(30_000, 30_000),
    "sealed.7z": b"7z\xbc\xaf\x27\x1c",
    "sheet.br": b"\x0b\x02\x80",
    "deep.gz": functools.reduce(lambda data, _: gzip.compress(data), range(5), b"x"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_said(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(UNREADABLE[name])
    assert [finding.rule for finding in scan_output(tmp_path, TERMS)] == ["confidential-readable"]


@pytest.mark.parametrize(
    "pack", [lambda text: gzip.compress(text.encode()), zipped], ids=["gzip", "zip"]
)
def test_what_is_too_large_to_look_at_is_said(pack, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(unpacking, "LARGEST", 1_000)
    (tmp_path / "small.bin").write_bytes(pack("x" * 900))
    (tmp_path / "large.bin").write_bytes(pack("x" * 1_001))
    (finding,) = scan_output(tmp_path, TERMS)
    assert (finding.rule, finding.page) == ("confidential-readable", "large.bin")


def test_an_entry_that_is_too_short_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError):
        scan_output(tmp_path, ["12 M"])


def test_the_list_is_read_from_outside_the_repository(tmp_path: Path) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text(f"{PLACE}\n")
    assert read_private_terms(tmp_path / "repo", {VARIABLE: str(listed)}) == [PLACE]
    assert read_private_terms(tmp_path / "repo", {}) == []


@pytest.mark.parametrize("name", ["list.txt", "missing.txt"])
def test_a_list_in_the_repository_or_nowhere_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text(PLACE)
    with pytest.raises(SettingsError):
        read_private_terms(tmp_path, {VARIABLE: str(tmp_path / name)})


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_a_list_that_is_not_utf8_is_refused_and_not_repeated(encoding: str, tmp_path: Path) -> None:
    listed = tmp_path / "list.txt"
    listed.write_bytes("12 Rue de l’Église, Northtown\n".encode(encoding))
    with pytest.raises(SettingsError) as refused:
        read_private_terms(tmp_path / "repo", {VARIABLE: str(listed)})
    assert "UTF-8" in str(refused.value)
    assert "glise" not in str(refused.value)
