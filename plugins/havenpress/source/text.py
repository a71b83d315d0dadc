# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading a file that a person wrote: encoding, line ends, unfinished merges, hidden characters.

Whatever is wrong is a finding, and the text comes back all the same where it can, so that the
rest of the file is checked in the same run. The number of lines never changes.
"""

from __future__ import annotations

import re
from pathlib import Path

from ..findings import Finding

BOM = "\ufeff"
CONFLICT_START = re.compile(r"<{7}( .*)?$")
CONFLICT_BASE = re.compile(r"\|{7}( .*)?$")
CONFLICT_MIDDLE = re.compile(r"={7}$")
CONFLICT_END = re.compile(r">{7}( .*)?$")
WHOLE = "a block that starts with “<<<<<<<”"
HALF = "the end of a block, “=======” to “>>>>>>>”"
# Overrides and isolates reorder what a reviewer sees (CVE-2021-42574); joiners (U+200C, U+200D)
# and the marks U+200E and U+200F are ordinary in Persian, Arabic and emoji.
HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff\u00ad\x00-\x08\x0b-\x1f\x7f]")


def read_text(path: Path, file: str) -> tuple[str | None, list[Finding]]:
    """Return the text of a file with ``\\n`` line ends, and what is wrong with it.

    The text is None only where nothing can be read. A byte order mark and CRLF are no fault.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        return None, [_fault(file, "text-readable", f"the file cannot be read ({reason})", "", 0)]
    return decode(data, file)


def decode(data: bytes, file: str) -> tuple[str | None, list[Finding]]:
    """Return the text of the bytes of a file, and what is wrong with it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        remedy = "save it as “UTF-8” in your editor’s “Save as” window"
        return None, [_fault(file, "text-encoding", "the file is saved as UTF-16", remedy, 1)]
    findings: list[Finding] = []
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        findings.append(_encoding_fault(data, error.start, file))
        text = data.decode("utf-8", errors="replace")
    text = text.removeprefix(BOM).replace("\r\n", "\n").replace("\r", "\n")
    text, conflicts = settle_conflicts(text, file)
    return text, [*findings, *conflicts, *_find_hidden(text, file)]


def settle_conflicts(text: str, file: str) -> tuple[str, list[Finding]]:
    """Return the text with the first side of every unfinished merge kept, and a finding for each.

    Markers and the other side become empty lines. A line of seven ``=`` alone is a heading's
    underline in Markdown, and no marker.
    """
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return text, []
    findings, lines, side = [], text.split("\n"), ""
    for number, line in enumerate(lines, 1):
        if CONFLICT_START.match(line):
            findings.append(_conflict_fault(file, number))
            side, lines[number - 1] = "ours", ""
        elif side and CONFLICT_END.match(line):
            side, lines[number - 1] = "", ""
        elif side and (CONFLICT_MIDDLE.match(line) or CONFLICT_BASE.match(line)):
            side, lines[number - 1] = "theirs", ""
        elif side == "theirs":
            lines[number - 1] = ""
        elif not side and CONFLICT_END.match(line):
            findings.append(_conflict_fault(file, _middle_above(lines, number), HALF))
            lines[number - 1] = ""
    return "\n".join(lines), findings


def _middle_above(lines: list[str], end: int) -> int:
    """Return the line of the ``=======`` that a half-settled merge has left, made empty, or its end."""
    for number in range(end - 1, 0, -1):
        if CONFLICT_MIDDLE.match(lines[number - 1]):
            lines[number - 1] = ""
            return number
    return end


def _conflict_fault(file: str, line: int, part: str = WHOLE) -> Finding:
    message = f"this file has an unfinished merge ({part})"
    remedy = "keep one of the two versions and delete the lines with <<<<<<<, ======= and >>>>>>>"
    return _fault(file, "text-conflict", message, remedy, line, 1)


def _encoding_fault(data: bytes, offset: int, file: str) -> Finding:
    before = data[:offset].decode("utf-8-sig")
    line_start = data.rfind(b"\n", 0, offset) + 1
    line_end = data.find(b"\n", offset)
    raw = data[line_start : line_end if line_end >= 0 else len(data)]
    meant = raw.decode("cp1252", errors="replace").strip("\r\n")
    return Finding(
        rule="text-encoding",
        message="this letter is not stored as UTF-8, so readers would see a wrong sign",
        remedy="save the whole file as “UTF-8” in your editor’s “Save as” window",
        file=file,
        line=before.count("\n") + 1,
        column=len(before) - (before.rfind("\n") + 1) + 1,
        write=meant if "\ufffd" not in meant else "",
    )


def _find_hidden(text: str, file: str) -> list[Finding]:
    if HIDDEN.search(text) is None:
        return []
    return [
        _hidden_fault(file, number, match, line)
        for number, line in enumerate(text.split("\n"), 1)
        for match in list(HIDDEN.finditer(line))[:1]
    ]


def _hidden_fault(file: str, number: int, match: re.Match[str], line: str) -> Finding:
    return Finding(
        rule="text-visible",
        message=f"there is a character here that nobody can see (U+{ord(match[0]):04X})",
        remedy="delete it, or type the line anew",
        file=file,
        line=number,
        column=match.start() + 1,
        write=HIDDEN.sub("", line).strip(),
    )


def _fault(file: str, rule: str, message: str, remedy: str, line: int, column: int = 0) -> Finding:
    return Finding(rule=rule, message=message, remedy=remedy, file=file, line=line, column=column)
