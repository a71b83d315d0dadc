# SPDX-License-Identifier: AGPL-3.0-or-later
"""What YAML would misread: tabs, odd spaces and colons, “? ”, “ #” inside a value, half a merge."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..findings import Finding

FIELD = re.compile(r"(?P<head>\s*(?:- +)?)[\w-]+: ")
SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
ODD_INDENT = re.compile(rf"^[ ]*[\t{SPACES}][ \t{SPACES}]*(?=\S)", re.MULTILINE)
# A plain value, one blank, and a hash with something directly behind it: “Room #4”.
HASH_IN_VALUE = re.compile(
    r"^(?P<head>\s*(?:(?:- +)?[\w-]+: +|- +(?![\w-]+: )))"
    r"(?P<value>[^\s\"'#|>\[{&*!%@`][^\"#]*?) #(?P<tail>[^\s#].*)$"
)
HASH_IN_BRACKETS = re.compile(r"^\s*(?:- +)?(?:[\w-]+: +)?[\[{][^\"'#]*? #(?=\S)")
EXPLICIT_KEY = re.compile(r"^\s*\?(?=\s+[\w\"'][^:]*$)")
ODD_COLON = re.compile(rf"^(?P<head>\s*(?:- +)?[\w-]+)(?P<colon>：|:(?=[{SPACES}]))[{SPACES} ]*")
HALF_MERGE = re.compile(r"^={7}$")
BLOCK_START = re.compile(r"(?:^|[:-])\s+[|>][+-]?\d?[+-]?\s*(?: #.*)?$")


def scan_layout(text: str, file: str, first_line: int) -> tuple[str, list[Finding]]:
    """Return the text with odd indentation made into spaces, and a finding for each odd line."""
    text, findings = _scan_lines(text, file, first_line)
    if not _has_odd_space(text) or ODD_INDENT.search(text) is None:
        return text, findings
    lines = text.split("\n")
    for number, line in enumerate(lines):
        match = ODD_INDENT.match(line)
        if match is None:
            continue
        above = next((other for other in reversed(lines[:number]) if other.strip()), "")
        lines[number] = " " * _expected_indent(match[0], above) + line[match.end() :]
        findings.append(_indent_fault(match[0], lines[number], file, number + first_line))
    return "\n".join(lines), findings


def _has_odd_space(text: str) -> bool:
    return "\t" in text or (not text.isascii() and any(space in text for space in SPACES))


def _is_suspect(text: str) -> bool:
    """Return whether a text may hold what the passes over lines are for; false costs next to nothing."""
    if " #" in text or "?" in text or "=======" in text:
        return True
    return not text.isascii() and ("：" in text or any(f":{space}" in text for space in SPACES))


def _expected_indent(indent: str, above: str) -> int:
    """Return the column that was meant: the field's above, or two further where that opens."""
    column = len(above) - len(above.lstrip(" "))
    if above.rstrip().endswith(":"):
        return column + 2
    if FIELD.match(above):
        return FIELD.match(above).end("head")
    return len(re.sub(rf"[\t{SPACES}]", "  ", indent))


def _indent_fault(indent: str, write: str, file: str, line: int) -> Finding:
    kind = "a tab" if "\t" in indent else "a space of another kind (it looks the same)"
    return Finding(
        rule="yaml-indentation",
        message=f"this line is indented with {kind}",
        remedy="use ordinary spaces, two for each level",
        file=file,
        line=line,
        column=1,
        write=write,
    )


def _scan_lines(text: str, file: str, first_line: int) -> tuple[str, list[Finding]]:
    """Return the text with what can be mended for reading on, and a finding for each odd line."""
    if not _is_suspect(text):
        return text, []
    findings, lines = [], text.split("\n")
    for number in _outside_blocks(lines):
        line = lines[number]
        for find in (_hash, _hash_in_brackets, _explicit_key, _odd_colon, _half_merge):
            found = find(line, file, number + first_line)
            if found is not None:
                lines[number], finding = found
                findings.append(finding)
                break
    return "\n".join(lines), findings


def _outside_blocks(lines: list[str]) -> Iterator[int]:
    """Yield the numbers of the suspect lines that are not inside a text over several lines."""
    block: int | None = None  # the indentation of the field whose text it is
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip())
        if block is not None and (not line.strip() or indent > block):
            continue
        block = indent if BLOCK_START.search(line) else None
        if _is_suspect(line):
            yield number


Found = tuple[str, Finding]  # the line to read on with, and what is wrong with it


def _hash(line: str, file: str, number: int) -> Found | None:
    match = HASH_IN_VALUE.match(line)
    return None if match is None else (line, _hash_fault(match, file, number))


def _hash_in_brackets(line: str, file: str, number: int) -> Found | None:
    match = HASH_IN_BRACKETS.match(line)
    if match is None:
        return None
    place = match.end()
    finding = Finding(
        rule="yaml-hash",
        message="everything behind “ #” is taken for a note and left out",
        remedy="put the text that it stands in into double quotes",
        file=file,
        line=number,
        column=place,
    )
    return f"{line[: place - 2]}-{line[place - 1 :]}", finding


def _explicit_key(line: str, file: str, number: int) -> Found | None:
    match = EXPLICIT_KEY.match(line)
    if match is None:
        return None
    finding = Finding(
        rule="yaml-key",
        message="a question mark at the start of a line opens a field in a way not read here",
        remedy="write a name, a colon and a value on one line",
        file=file,
        line=number,
        column=match.end(),
    )
    return line, finding


def _odd_colon(line: str, file: str, number: int) -> Found | None:
    match = ODD_COLON.match(line)
    if match is None:
        return None
    write = f"{match['head']}: {line[match.end() :]}"
    what = (
        "the colon is of another kind"
        if match["colon"] == "："
        else ("the space behind the colon is of another kind (it looks the same)")
    )
    finding = Finding(
        rule="yaml-syntax",
        message=what,
        remedy="type an ordinary colon and an ordinary space",
        file=file,
        line=number,
        column=match.start("colon") + 1,
        write=write,
    )
    return write, finding


def _half_merge(line: str, file: str, number: int) -> Found | None:
    if HALF_MERGE.match(line) is None:
        return None
    finding = Finding(
        rule="text-conflict",
        message="this file has an unfinished merge (a line “=======”)",
        remedy="keep one of the two versions and delete the line",
        file=file,
        line=number,
        column=1,
    )
    return "", finding


def _hash_fault(match: re.Match[str], file: str, line: int) -> Finding:
    whole = f"{match['value']} #{match['tail']}".replace("\\", "\\\\")
    return Finding(
        rule="yaml-hash",
        message="everything behind “ #” is taken for a note and left out",
        remedy="put the value in quotes; for a real note, leave a space behind the #",
        file=file,
        line=line,
        column=match.end("value") + 2,
        write=f'{match["head"]}"{whole}"',
    )
