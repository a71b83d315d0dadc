# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading a file that a person wrote: encoding, line ends, hidden characters.

Whatever is wrong is a finding, and the text comes back all the same where it can, so that the
rest of the file is checked in the same run. The number of lines never changes.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from ..findings import Finding
from .merges import settle_conflicts

BOM = "\ufeff"
# Overrides and isolates reorder what a reviewer sees (CVE-2021-42574); joiners (U+200C, U+200D)
# and the marks U+200E and U+200F are ordinary in Persian, Arabic and emoji.
CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"  # also the line ends that only some programs know
HIDDEN = re.compile(
    f"[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff\u00ad\U000e0000-\U000e007f{CONTROLS}]"
)
CONTROL = re.compile(f"[{CONTROLS}]")
ORDINARY = bytes([ord("\t"), ord("\n"), *range(32, 127)])  # ASCII without control characters
# Spaces of another kind, which look like ours: Unicode's category Zs without U+0020.
ODD_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
# Bytes that no text has; a picture or a word processor's file is full of them.
NO_TEXT = bytes([*range(9), *range(14, 32), 127])
MOST_CONTROLS = 0.05
# UTF-8 that was taken for Windows-1252 once: “â€™” for “’”, “Ã©” for “é”. Behind a capital, as in
# “IRMÃ”, the two signs may be meant.
WINDOWS = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
MISREAD = re.compile(f"(?:â€[{WINDOWS}]|ðŸ[{WINDOWS}]{{2}}|(?<![A-ZÀ-Þ])[ÂÃ][{WINDOWS}])+")
LINE_ENDS = "\x0b\x0c\x85\u2028\u2029"
# Two fields with such a line end between them, in place of the one that all programs know.
ODD_LINE_END = re.compile(
    rf"^ *(?:- +)?[\w-]+:.*?(?P<sign>[{LINE_ENDS}]) *(?:- +)?[\w-]+:(?=\s|$)", re.MULTILINE
)
LOST = "\ufffd"
# A soft hyphen between digits was a hyphen before a PDF was copied: 2026\u00ad11\u00ad02.
HYPHEN_IN_NUMBER = re.compile("(?<=[0-9])\u00ad(?=[0-9])")
REPLACE = "put a file in its place"


def read_text(path: Path, file: str) -> tuple[str | None, list[Finding]]:
    r"""Return the text of a file with ``\n`` line ends, and what is wrong with it.

    The text is None only where nothing can be read. A byte order mark and CRLF are no fault.
    Characters that no page may hold are spaces in it.
    """
    try:
        if not _is_ordinary(path):
            return None, [_unread(file, "this is no ordinary file, and cannot be read", REPLACE)]
        data = path.read_bytes()
    except IsADirectoryError:
        return None, [_unread(file, "this is a folder, not a file", REPLACE)]
    except OSError as error:
        message = f"the file cannot be read ({(error.strerror or 'unknown reason').lower()})"
        return None, [_unread(file, message, "look whether it is there and may be read")]
    return decode(data, file)


def _unread(file: str, message: str, remedy: str) -> Finding:
    return _fault(file, "text-readable", message, remedy, 0)


def _is_ordinary(path: Path) -> bool:
    """Whether reading comes to an end: a pipe may wait for ever, and a device have no end."""
    mode = path.stat().st_mode
    return S_ISREG(mode) or S_ISDIR(mode)


def decode(data: bytes, file: str) -> tuple[str | None, list[Finding]]:
    """Return the text of the bytes of a file, and what is wrong with it."""
    wide = _wide_encoding(data)
    if wide is None and _is_no_text(data):
        remedy = "put a picture into content/images; write a text in a plain text editor"
        return None, [_fault(file, "text-encoding", "this file holds no text", remedy, 1, 1)]
    text, findings = _decode_wide(data, wide, file) if wide else _decode_utf8(data, file)
    text, conflicts = settle_conflicts(text, file)
    hidden = _find_hidden(text, file, {finding.line for finding in findings})
    if hidden and (odd := ODD_LINE_END.search(text)):  # what a line is, nobody can say then
        return None, [*findings, *conflicts, _odd_line_end(text, odd.start("sign"), file)]
    findings += [*conflicts, *hidden]
    # Every control character is a finding; without one there is nothing to replace.
    return CONTROL.sub(" ", text) if findings else text, findings


def _wide_encoding(data: bytes) -> str | None:
    """Return the name of the encoding where a character takes two or four bytes."""
    for mark, name in ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32")):
        if data.startswith(mark):
            return name
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if 0 not in data:
        return None
    for first, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        if data[first::2].count(0) > len(data) / 4 and not data[1 - first :: 2].count(0):
            return name
    return None


def _is_no_text(data: bytes) -> bool:
    return len(data) - len(data.translate(None, NO_TEXT)) > MOST_CONTROLS * len(data)


def _decode_wide(data: bytes, encoding: str, file: str) -> tuple[str, list[Finding]]:
    message = f"the file is saved as {encoding[:6].upper()}"
    remedy = "save it as “UTF-8” in your editor’s “Save as” window"
    fault = _fault(file, "text-encoding", message, remedy, 1, 1)
    text = data.decode(encoding, errors="replace").removeprefix(BOM)
    return text.replace("\r\n", "\n").replace("\r", "\n"), [fault]


def _decode_utf8(data: bytes, file: str) -> tuple[str, list[Finding]]:
    data = data.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        fault = _encoding_fault(data, error.start, file)
        return data.decode("utf-8", errors="replace"), [fault]
    return text, _find_misread(text, file)


def _encoding_fault(data: bytes, offset: int, file: str) -> Finding:
    before = data[:offset].decode()
    line_start = data.rfind(b"\n", 0, offset) + 1
    line_end = data.find(b"\n", offset)
    raw = data[line_start : line_end if line_end >= 0 else len(data)]
    meant = raw.decode("cp1252", errors="replace")
    return Finding(
        rule="text-encoding",
        message="this letter is not stored as UTF-8, so readers would see a wrong sign",
        remedy="save the whole file as “UTF-8” in your editor’s “Save as” window",
        file=file,
        line=before.count("\n") + 1,
        column=len(before) - (before.rfind("\n") + 1) + 1,
        write=meant if "\ufffd" not in meant else "",
    )


def _find_misread(text: str, file: str) -> list[Finding]:
    """Return a finding for each line with letters that another program has spoilt."""
    # The first signs alone are looked for first: that takes a hundredth of the time.
    if LOST not in text and not (any(map(text.__contains__, "ÂÃâð")) and MISREAD.search(text)):
        return []
    lines = enumerate(text.split("\n"), 1)
    found = (_misread_fault(file, number, line) for number, line in lines)
    return [fault for fault in found if fault]


def _misread_fault(file: str, number: int, line: str) -> Finding | None:
    lost = line.find(LOST)
    if lost >= 0:
        message = "there was a letter here that another program has lost"
        return _fault(file, "text-encoding", message, "type the word anew", number, lost + 1)
    match = MISREAD.search(line)
    meant = MISREAD.sub(lambda found: _as_utf8(found[0]), line)
    if match is None or meant == line:
        return None
    message = f"another program has made “{match[0]}” of “{_as_utf8(match[0])}”"
    fault = _fault(file, "text-encoding", message, "type it anew", number, match.start() + 1)
    return replace(fault, write=_in_its_column(meant, line))


def _as_utf8(misread: str) -> str:
    """Return the text whose UTF-8 bytes somebody took for Windows-1252, or the text as it is."""
    single = bytes(ord(c) if ord(c) < 256 else c.encode("cp1252")[0] for c in misread)
    return single.decode("utf-8", errors="ignore") or misread


def _find_hidden(text: str, file: str, told: Collection[int]) -> list[Finding]:
    """Return a finding for each line with hidden signs; half a spoilt letter may be one, and is told."""
    # ASCII, of which most texts are made, is taken out first: that leaves a third of the work.
    odd = text.encode().translate(None, ORDINARY).decode()
    if odd.isprintable() or HIDDEN.search(text) is None:
        return []
    return [
        _hidden_fault(file, number, match, line)
        for number, line in enumerate(text.split("\n"), 1)
        for match in list(HIDDEN.finditer(line))[:1]
        if number not in told
    ]


def _hidden_fault(file: str, number: int, match: re.Match[str], line: str) -> Finding:
    return Finding(
        rule="text-visible",
        message=f"there is a character here that nobody can see (U+{ord(match[0]):04X})",
        remedy="delete it, or type the line anew",
        file=file,
        line=number,
        column=match.start() + 1,
        write=_in_its_column(without_hidden(line), line),
    )


def _odd_line_end(text: str, place: int, file: str) -> Finding:
    message = (
        f"this line ends with a sign that is no end to most programs (U+{ord(text[place]):04X})"
    )
    remedy = "press Enter in its place; if every line has it, choose “LF” in your editor and save"
    line, column = text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)
    return _fault(file, "text-visible", message, remedy, line, column)


def _in_its_column(text: str, line: str) -> str:
    """Return what a line should be, as far from the edge as it was."""
    return line[: len(line) - len(line.lstrip(" "))] + text.strip()


def without_hidden(text: str) -> str:
    """Return text without hidden signs, and what they stand for: a space, or a hyphen in a number."""
    text = HYPHEN_IN_NUMBER.sub("-", text)
    return HIDDEN.sub(lambda sign: " " if sign[0] in LINE_ENDS else "", text)


def _fault(file: str, rule: str, message: str, remedy: str, line: int, column: int = 0) -> Finding:
    return Finding(rule=rule, message=message, remedy=remedy, file=file, line=line, column=column)
