# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where the front matter ends and the text begins."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..findings import Finding

FENCE = "---"
FIELD = re.compile(r"[A-Za-z_][\w-]*:(\s|$)")
NEARLY_FENCE = re.compile(r"\s*(?:-\s*){2,}$|\s*[—–]+\s*$|\s*\+\+\+\s*$|\s*={3,}\s*$")
INDENTED_FENCE = re.compile(r"\s+-{3,}\s*$")
TOML = "write them as “name: value” between two lines “---”"
EXAMPLE = "title: What happens when you call"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The two parts of a file; ``head`` starts on ``head_line``, ``body`` on ``body_line``."""

    head: str
    body: str
    body_line: int
    is_readable: bool = True
    findings: list[Finding] = field(default_factory=list)
    head_line: int = 2


def split(text: str, file: str) -> FrontMatter:
    """Return the parts of a text, and what is wrong with the lines that separate them."""
    lines = text.split("\n")
    if not text.strip():
        return _unreadable(file, text, "this file is empty", _how_to_start())
    if lines[0].rstrip() != FENCE:
        return _without_fence(lines, text, file)
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() == FENCE:
            head = "\n".join(lines[1 : number - 1])
            second = _second_block(lines, number, file)
            return FrontMatter(head, "\n".join(lines[number:]), number + 1, findings=second)
    return _without_end(lines, file)


def _second_block(lines: list[str], start: int, file: str) -> list[Finding]:
    """Return a finding where the text begins with fields once more, as after a paste."""
    first = next((n for n in range(start, len(lines)) if lines[n].strip()), len(lines))
    inside = lines[first + 1 : first + 2]
    if first == len(lines) or lines[first].rstrip() != FENCE or not inside:
        return []
    if FIELD.match(inside[0]) is None:
        return []
    message = "fields start here for a second time, and readers would see them"
    return [_fault(file, first + 1, message, "move them into the block above")]


def _how_to_start() -> str:
    return f"start it with a line “---”, the fields (“{EXAMPLE}” …) and a second line “---”"


def _unreadable(file: str, text: str, message: str, remedy: str) -> FrontMatter:
    finding = _fault(file, 1, message, remedy)
    return FrontMatter("", text, 1, is_readable=False, findings=[finding])


def _without_fence(lines: list[str], text: str, file: str) -> FrontMatter:
    first = next((n for n, line in enumerate(lines, 1) if line.strip()), 1)
    line = lines[first - 1]
    if FIELD.match(line):
        message = "the fields at the top have no line “---” above them"
        remedy = "write --- on a line of its own above the first field and below the last"
        finding = _fault(file, first, message, remedy, write=f"{FENCE}\n{line}")
        end = _end_of_fields(lines, first - 1)
        head, body = "\n".join(lines[first - 1 : end]), "\n".join(lines[end:])
        return FrontMatter(head, body, end + 1, findings=[finding], head_line=first)
    if line.strip() == "+++":
        return _unreadable(file, text, "the fields are written as another tool has them", TOML)
    if line.strip() == FENCE or NEARLY_FENCE.match(line):
        message = "the first line of the file has to be three hyphens and nothing else"
        finding = _fault(file, first, message, "write --- there", write=FENCE)
        if first == 1:
            return _with_first_line(lines, finding)
        return FrontMatter("", text, 1, is_readable=False, findings=[finding])
    return _unreadable(file, text, "this file does not start with its fields", _how_to_start())


def _with_first_line(lines: list[str], finding: Finding) -> FrontMatter:
    rest = split("\n".join([FENCE, *lines[1:]]), finding.file)
    return FrontMatter(
        rest.head, rest.body, rest.body_line, rest.is_readable, [finding, *rest.findings]
    )


def _without_end(lines: list[str], file: str) -> FrontMatter:
    """Take the fields up to where they obviously end, so that they are checked all the same."""
    end = _end_of_fields(lines, 1)
    line = end + 1 if end < len(lines) else end
    typed = lines[line - 1] if line <= len(lines) else ""
    message = "the fields that start on line 1 have no line “---” below them"
    write = FENCE if not typed.strip() or NEARLY_FENCE.match(typed) else f"{FENCE}\n{typed}"
    stands = "here" if write == FENCE else "above this one"
    finding = _fault(file, line, message, f"write --- on a line of its own {stands}", write=write)
    after = end + 1 if NEARLY_FENCE.match(typed) else end
    body = "\n".join(lines[after:])
    return FrontMatter("\n".join(lines[1:end]), body, after + 1, findings=[finding])


def _end_of_fields(lines: list[str], start: int) -> int:
    """Return the index of the first line that can belong to no field."""
    for index in range(start, len(lines)):
        line = lines[index]
        if INDENTED_FENCE.match(line):
            return index
        indented = line[:1].isspace() and line.strip()
        if not (indented or FIELD.match(line) or line.startswith(("- ", "#", "]", "}"))):
            return index
    return len(lines)


def _fault(file: str, line: int, message: str, remedy: str, write: str = "") -> Finding:
    return Finding(
        rule="front-matter",
        message=message,
        remedy=remedy,
        file=file,
        line=line,
        column=1,
        write=write.split("\n")[0],
    )
