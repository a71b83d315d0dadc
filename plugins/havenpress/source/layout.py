# SPDX-License-Identifier: AGPL-3.0-or-later
"""What YAML would misread without a word: tabs, odd spaces, and “ #” inside a value."""

from __future__ import annotations

import re

from ..findings import Finding

FIELD = re.compile(r"(?P<head>\s*(?:- +)?)[\w-]+: ")
SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
ODD_INDENT = re.compile(rf"^[ ]*[\t{SPACES}][ \t{SPACES}]*(?=\S)", re.MULTILINE)
# A plain value, one blank, and a hash with something directly behind it: “Room #4”.
HASH_IN_VALUE = re.compile(
    r"^(?P<head>\s*(?:- +)?[\w-]+: +)(?P<value>[^\s\"'#|>\[{&*!%@`][^\"#]*?) #(?P<tail>[^\s#].*)$"
)


def scan_layout(text: str, file: str, first_line: int) -> tuple[str, list[Finding]]:
    """Return the text with odd indentation made into spaces, and a finding for each odd line."""
    findings = [*_find_hashes(text, file, first_line)]
    if ODD_INDENT.search(text) is None:
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


def _find_hashes(text: str, file: str, first_line: int) -> list[Finding]:
    if " #" not in text:
        return []
    return [
        _hash_fault(match, file, number)
        for number, line in enumerate(text.split("\n"), first_line)
        if " #" in line and (match := HASH_IN_VALUE.match(line))
    ]


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
