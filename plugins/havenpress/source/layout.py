# SPDX-License-Identifier: AGPL-3.0-or-later
"""What YAML would misread: tabs, odd spaces and colons, “? ”, “ #” inside a value, half a merge."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..findings import Finding
from .text import ODD_SPACES

FIELD = re.compile(r"(?P<head>\s*(?:- +)?)[\w-]+: ")
ODD_INDENT = re.compile(rf"^[ ]*[\t{ODD_SPACES}][ \t{ODD_SPACES}]*(?=\S)", re.MULTILINE)
ODD_BLANK = re.compile(rf"^[ ]*[{ODD_SPACES}][ {ODD_SPACES}]*$", re.MULTILINE)
# A plain value, one blank, and a hash with something directly behind it: “Room #4”.
HASH_IN_VALUE = re.compile(
    r"^(?P<head>\s*(?:(?:- +)?[\w-]+: +|- +(?![\w-]+: )))"
    r"(?P<value>[^\s\"'#|>\[{&*!%@`][^\"#]*?) #(?P<tail>[^\s#].*)$"
)
HASH_IN_BRACKETS = re.compile(r"^\s*(?:- +)?(?:[\w-]+: +)?[\[{][^\"'#]*? #(?=\S)")
EXPLICIT_KEY = re.compile(r"^\s*\?(?=\s+[\w\"'][^:]*$)")
ODD_COLON = re.compile(
    rf"^(?P<head>\s*(?:- +)?[\w-]+)(?P<colon>：|:(?=[{ODD_SPACES}]))[{ODD_SPACES} ]*"
)
LONE_QUESTION = re.compile(
    r"^(?P<head>\s*(?:- +)?[\w-]+: +|\s*- +|[^\"'#]*[\[{,:] *)\?(?=\s*(?:[,\]}]|$))"
)
QUESTION_BEFORE = re.compile(r"(?<=[\[{,:])(?P<gap> *)\?(?= *[,\]}])")  # one more on its line
TWO_BRACES = re.compile(r"^(?P<head>\s*(?:- +)?[\w-]+: *)\{\{")
TAB_IN_ITEM = re.compile(r"^(?P<head>\s*-)\t+\s*(?=\S)")
TOLD = "!told"  # the tag of a value whose fault is told here
FENCE = re.compile(r"^```[\w-]*\s*$")
HALF_MERGE = re.compile(r"^={7}$")
# What a line has that is odd in one of the ways below.
SUSPICIOUS = (
    " #",
    "?",
    "-\t",
    "=======",
    "```",
    "{{",
    "：",
    *(f":{space}" for space in ODD_SPACES),
)
BLOCK_START = re.compile(r"(?:^|[:-])\s+[|>][+-]?\d?[+-]?\s*(?: #.*)?$")


class OddLine(NamedTuple):
    """What is wrong with a line, at a column from 1, and the line to read on with."""

    rule: str
    message: str
    remedy: str
    column: int
    read_on: str
    write: str = ""

    def finding(self, file: str, line: int) -> Finding:
        """Return the finding for a line of a file."""
        return Finding(
            rule=self.rule,
            message=self.message,
            remedy=self.remedy,
            file=file,
            line=line,
            column=self.column,
            write=self.write,
        )


def scan_layout(text: str, file: str, first_line: int) -> tuple[str, list[Finding]]:
    """Return the text with odd indentation made into spaces, and a finding for each odd line."""
    has_odd_space = _has_odd_space(text)
    if has_odd_space:
        text = ODD_BLANK.sub("", text)
    text, findings = _scan_lines(text, file, first_line)
    if not has_odd_space or ODD_INDENT.search(text) is None:
        return text, findings
    lines, above = text.split("\n"), ""
    for number, line in enumerate(lines):
        if ODD_INDENT.match(line):
            odd = _odd_indent(line, above)
            lines[number] = odd.read_on
            findings.append(odd.finding(file, number + first_line))
        above = lines[number] if line.strip() else above
    return "\n".join(lines), findings


def _has_odd_space(text: str) -> bool:
    return "\t" in text or (not text.isascii() and any(map(text.__contains__, ODD_SPACES)))


def _is_suspect(text: str) -> bool:
    """Return whether a text may hold what the passes over lines are for; false costs next to nothing."""
    # Its last sign alone is looked for first: that takes a fortieth of the time.
    return any(sign[-1] in text and sign in text for sign in SUSPICIOUS)


def _odd_indent(line: str, above: str) -> OddLine:
    indent = ODD_INDENT.match(line)[0]
    mended = " " * _expected_indent(indent, above) + line[len(indent) :]
    kind = "a tab" if "\t" in indent else "a space of another kind (it looks the same)"
    message = f"this line is indented with {kind}"
    remedy = "use ordinary spaces, two for each level"
    return OddLine("yaml-indentation", message, remedy, 1, mended, write=mended)


def _expected_indent(indent: str, above: str) -> int:
    """Return the column that was meant: the field's above, or two further where that opens."""
    column = len(above) - len(above.lstrip(" "))
    if above.rstrip().endswith(":"):
        return column + 2
    if FIELD.match(above):
        return FIELD.match(above).end("head")
    return len(re.sub(rf"[\t{ODD_SPACES}]", "  ", indent))


def _scan_lines(text: str, file: str, first_line: int) -> tuple[str, list[Finding]]:
    """Return the text with what can be mended for reading on, and a finding for each odd line."""
    if not _is_suspect(text):
        return text, []
    findings, lines = [], text.split("\n")
    for number in _outside_blocks(lines):
        odd = next((found for find in ODDITIES if (found := find(lines[number]))), None)
        if odd is not None:
            lines[number] = odd.read_on
            findings.append(odd.finding(file, number + first_line))
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


HASH = "everything behind “ #” is taken for a note and left out"


def _hash(line: str) -> OddLine | None:
    match = HASH_IN_VALUE.match(line)
    if match is None:
        return None
    whole = f"{match['value']} #{match['tail']}".replace("\\", "\\\\").replace('"', '\\"')
    remedy = "put the value in quotes; for a real note, leave a space behind the #"
    write = f'{match["head"]}"{whole}"'
    return OddLine("yaml-hash", HASH, remedy, match.end("value") + 2, line, write)


def _hash_in_brackets(line: str) -> OddLine | None:
    match = HASH_IN_BRACKETS.match(line)
    if match is None:
        return None
    place = match.end()
    remedy = "put the text that it stands in into double quotes"
    return OddLine("yaml-hash", HASH, remedy, place, f"{line[: place - 2]}-{line[place - 1 :]}")


def _explicit_key(line: str) -> OddLine | None:
    match = EXPLICIT_KEY.match(line)
    if match is None:
        return None
    message = "a question mark at the start of a line opens a field in a way not read here"
    remedy = "write a name, a colon and a value on one line"
    return OddLine("yaml-key", message, remedy, match.end(), line)


def _lone_question(line: str) -> OddLine | None:
    match = LONE_QUESTION.match(line)
    if match is None:
        return None
    message = "a question mark alone is no value"
    remedy = "if nobody knows, take the line out; some fields have the word “unknown” for it"
    before = QUESTION_BEFORE.search(match["head"])
    place = before.end() if before else match.end("head") + 1
    head = QUESTION_BEFORE.sub(rf"\g<gap>{TOLD} ", match["head"])
    read_on = f"{head}{TOLD} {line[match.end() :]}"
    return OddLine("yaml-quotes", message, remedy, place, read_on)


def _tab_in_item(line: str) -> OddLine | None:
    match = TAB_IN_ITEM.match(line)
    if match is None:
        return None
    write = f"{match['head']} {line[match.end() :]}"
    message = "there is a tab behind the hyphen that starts this item"
    remedy = "put one space there"
    return OddLine("yaml-indentation", message, remedy, match.end("head") + 1, write, write)


def _two_braces(line: str) -> OddLine | None:
    match = TWO_BRACES.match(line)
    if match is None:
        return None
    message = "two brackets {{ open here, which belong to templates of other programs"
    place, inside = match.end("head") + 1, line[match.end() :].strip()
    inside = inside.removesuffix("}").removesuffix("}").strip()
    if ": " not in inside:
        read_on = f"{match['head']}{TOLD} {inside}"
        return OddLine("text-template", message, "write the value itself", place, read_on)
    write = f"{match['head']}{{{inside}}}"
    return OddLine("yaml-syntax", message, "write one { and one }", place, write, write)


def _fence(line: str) -> OddLine | None:
    if FENCE.match(line) is None:
        return None
    message = "three backticks around a text belong to Markdown, and mean nothing here"
    return OddLine("yaml-syntax", message, "delete this line", 1, "")


def _odd_colon(line: str) -> OddLine | None:
    match = ODD_COLON.match(line)
    if match is None:
        return None
    write = f"{match['head']}: {line[match.end() :]}"
    if match["colon"] == "：":
        message = "the colon is of another kind"
    else:
        message = "the space behind the colon is of another kind (it looks the same)"
    remedy = "type an ordinary colon and an ordinary space"
    return OddLine("yaml-syntax", message, remedy, match.start("colon") + 1, write, write)


def _half_merge(line: str) -> OddLine | None:
    if HALF_MERGE.match(line) is None:
        return None
    message = "this file has an unfinished merge (a line “=======”)"
    remedy = "keep one of the two versions and delete the line"
    return OddLine("text-conflict", message, remedy, 1, "")


ODDITIES = (
    _hash,
    _hash_in_brackets,
    _explicit_key,
    _lone_question,
    _tab_in_item,
    _two_braces,
    _fence,
    _odd_colon,
    _half_merge,
)
