# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a YAML parser's complaint means to the person who typed the line, and how to read on."""

from __future__ import annotations

import re

import yaml

from ..findings import Finding

FIELD = re.compile(r"^(?P<head>\s*(?:- +)?[\w-]+:[ ]+)(?P<value>\S.*?)\s*$")
NO_SPACE = re.compile(r"^(?P<head>\s*(?:- +)?[A-Za-z_]\w*):(?P<value>[^\s/].*)$")
ITEM = re.compile(r"^(?P<head>\s*-[ ]+)(?P<value>\S.*?)\s*$")
LOOSE_LINE = re.compile(r"[^\W_][^:]*$|[\w-]+\s*[=：]")  # at the left edge, without a colon
OTHER_SIGN = re.compile(r"([A-Za-z_][\w-]*)\s*[=：]\s*(\S.*)")
NOTE_MARK = re.compile(r"(?<=[\[\s])#(?=\w)")
FIELD_START = re.compile(r"^\s*(?:- +)?[\w-]+:(?:\s|$)")

Diagnosis = tuple[int, int, str, str, str, str]  # line, column, rule, message, remedy, write


def diagnose(
    text: str, error: yaml.YAMLError, file: str, first_line: int
) -> tuple[str | None, Finding]:
    """Return the text with the fault mended, or None where it cannot be, and the finding.

    The place is where a person would look, which is not always where the parser gave up: an
    open quote is reported on the line that opens it.
    """
    lines = text.split("\n")
    mark = _mark_of(error)
    stop = min(mark.line, len(lines) - 1) if mark else 0
    column = mark.column if mark else 0
    for find in (
        _note_in_list,
        _no_field_above,
        _open_quote,
        _quote_in_brackets,
        _open_bracket,
        _odd_indentation,
        _left_of_all,
        _colon_in_value,
        _value_starts_badly,
        _no_space_after_colon,
    ):
        diagnosis = find(lines, stop, column)
        if diagnosis:
            break
    else:
        diagnosis = _bracket_of(error, lines) or _by_words(lines, stop, column, error)
    line, column, rule, message, remedy, write = diagnosis
    finding = Finding(
        rule=rule,
        message=message,
        remedy=remedy,
        file=file,
        line=line + first_line,
        column=column + 1,
        write=write,
    )
    if not write or lines[line] == write:
        return None, finding
    return "\n".join([*lines[:line], write, *lines[line + 1 :]]), finding


def _note_in_list(lines: list[str], stop: int, column: int) -> Diagnosis | None:
    """Find a list with “#” in it, which makes a note of the rest of the line."""
    for number in range(stop, max(stop - 3, -1), -1):
        match = FIELD.match(lines[number])
        mark = NOTE_MARK.search(match["value"]) if match and match["value"][0] == "[" else None
        if match and mark:
            message = "everything behind “#” is taken for a note and left out"
            write = match["head"] + NOTE_MARK.sub("", match["value"])
            place = match.start("value") + mark.start()
            return number, place, "yaml-hash", message, "take the # out", write
    return None


def _no_field_above(lines: list[str], stop: int, column: int) -> Diagnosis | None:
    """Find a line at the left edge, near the stop, that is no field and belongs to none."""
    message = "this line is neither a field nor part of one"
    for number in range(stop, max(stop - 2, -1), -1):
        line = lines[number]
        if not LOOSE_LINE.match(line) or FIELD_START.match(line) or NO_SPACE.match(line):
            continue
        if other := OTHER_SIGN.match(line):
            remedy = "write a colon and a space behind the name"
            return number, 0, "yaml-syntax", message, remedy, f"{other[1]}: {other[2]}"
        above = next((text for text in reversed(lines[:number]) if text.strip()), "")
        field = FIELD.match(above)
        if field and field["value"][0] not in "[{\"'|>":
            return number, 0, "yaml-syntax", message, "indent it under the field above", f"  {line}"
        if not above:
            return number, 0, "yaml-syntax", message, "write a name, a colon and a value", ""
        return None
    return None


def _left_of_all(lines: list[str], stop: int, column: int) -> Diagnosis | None:
    """Find a field at the left edge below fields that are all indented."""
    first = next((line for line in lines if line.strip()), "")
    if not FIELD_START.match(lines[stop]) or _indent(lines[stop]) >= _indent(first):
        return None
    message = "this field starts further left than those above it"
    remedy = "start every field at the left edge"
    return stop, _indent(lines[stop]), "yaml-indentation", message, remedy, ""


def _mark_of(error: yaml.YAMLError) -> yaml.Mark | None:
    """Return the place where a person would look: for what never ends, where it begins."""
    problem, context = (getattr(error, f"{name}_mark", None) for name in ("problem", "context"))
    if context is None or problem is None or "while scanning a" not in str(error.context):
        return problem or context
    return problem if "block scalar" in error.context else context


def _open_quote(lines: list[str], stop: int, column: int) -> Diagnosis | None:
    for number in range(stop, -1, -1):
        match = FIELD.match(lines[number]) or ITEM.match(lines[number])
        if match is None or match["value"][0] not in "\"'":
            continue
        quote, value = match["value"][0], match["value"]
        if _closed(value, quote):
            continue
        if any(_closing(line, quote) for line in lines[number + 1 : stop]):
            continue
        place = match.start("value")
        if quote in value[1:]:
            message = f"the quote {quote} closes in the middle of the value"
            remedy = "put the whole value in double quotes, with \\ before each inside"
            write = match["head"] + _quoted(_unwrap(value, quote))
        else:
            message = f"the quote {quote} that opens here is not closed"
            remedy = "close it at the end of the line"
            write = match["head"] + value + quote
        return number, place, "yaml-quotes", message, remedy, write
    return None


def _quote_in_brackets(lines: list[str], stop: int, column: int) -> Diagnosis | None:
    """Find an apostrophe that ends a quoted text between brackets too early."""
    line = lines[stop]
    quote = line[column - 1 : column]
    if quote not in {"'", '"'} or FIELD.match(line) is None:
        return None
    start = max(line.rfind(before + quote, 0, column - 1) for before in (" ", "{", "[")) + 1
    if not start:
        return None
    message = f"the quote {quote} closes in the middle of the text"
    remedy = "put the whole text in double quotes, with \\ before each inside"
    end = re.compile(rf"{quote}(?=\s*[,}}\]])").search(line, column)
    write = ""
    if end is not None:
        write = line[:start] + _quoted(line[start + 1 : end.start()]) + line[end.end() :]
    return stop, column - 1, "yaml-quotes", message, remedy, write


def _open_bracket(lines: list[str], stop: int, column: int) -> Diagnosis | None:
    """Find a bracket that opens a value, closes nowhere on its line, and is followed by a field."""
    for number in range(min(stop, len(lines) - 1), max(stop - 3, -1), -1):
        match = FIELD.match(lines[number])
        if match is None or match["value"][0] not in "[{":
            continue
        opening, value = match["value"][0], match["value"]
        closing = {"[": "]", "{": "}"}[opening]
        below = next((line for line in lines[number + 1 :] if line.strip()), "a:")
        if value.count(opening) <= value.count(closing):
            continue
        if not FIELD_START.match(below):
            return None
        message = f"the bracket {opening} that opens here is not closed"
        missing = value.count(opening) - value.count(closing)
        write = match["head"] + value.rstrip(", ") + closing * missing
        return number, match.start("value"), "yaml-quotes", message, "close it", write
    return None


def _unwrap(value: str, quote: str) -> str:
    ends = value.endswith(quote) and len(value) > 2
    return value[1:-1] if ends else value


def _closed(value: str, quote: str) -> bool:
    body = value[1:].split(" #", 1)[0].rstrip()
    if quote == '"':
        return re.fullmatch(r'(?:[^"\\]|\\.)*"', body) is not None
    return re.fullmatch(r"(?:[^']|'')*'", body) is not None


def _closing(line: str, quote: str) -> bool:
    return line.rstrip().endswith(quote) and not FIELD.match(line)


def _odd_indentation(lines: list[str], stop: int, column: int) -> Diagnosis | None:
    if not FIELD_START.match(lines[stop]):
        return None
    above = next((n for n in range(stop - 1, -1, -1) if lines[n].strip()), None)
    match = FIELD.match(lines[above]) if above is not None else None
    if match is None or match["value"][0] in "|>":
        return None
    expected = _key_column(lines[above])
    if _indent(lines[stop]) <= expected and not lines[above].lstrip().startswith("- "):
        return None
    if _indent(lines[stop]) == expected or lines[stop].lstrip().startswith("- "):
        return None
    message = "this line does not line up with the field above"
    remedy = "start it in the same column"
    write = " " * expected + lines[stop].lstrip()
    return stop, _indent(lines[stop]), "yaml-indentation", message, remedy, write


def _key_column(line: str) -> int:
    return len(re.match(r"\s*(?:- +)?", line)[0])


def _colon_in_value(lines: list[str], stop: int, column: int) -> Diagnosis | None:
    match = FIELD.match(lines[stop])
    if match is None or match["value"][0] in "\"'[{|>":
        return None
    colon = re.search(r":(?=\s|$)", match["value"])
    if colon is None:
        return None
    message = "a colon and a space inside a value start a new field"
    write = match["head"] + _quoted(match["value"])
    place = match.start("value") + colon.start()
    return stop, place, "yaml-colon", message, "put the value in quotes", write


def _value_starts_badly(lines: list[str], stop: int, column: int) -> Diagnosis | None:
    match = FIELD.match(lines[stop]) or ITEM.match(lines[stop])
    if match is None:
        return None
    value = match["value"]
    if value[0] in "@`%&*!|>":
        message = f"a value cannot start with {value[0]}"
    elif value[0] in "\"'" and not _closed(value, value[0]):
        message = "there is text behind the closing quote"
    else:
        return None
    write = match["head"] + _quoted(value)
    place = match.start("value")
    return stop, place, "yaml-quotes", message, "put the whole value in quotes", write


def _no_space_after_colon(lines: list[str], stop: int, column: int) -> Diagnosis | None:
    for number in (stop, stop - 1):
        match = NO_SPACE.match(lines[number]) if number >= 0 else None
        if match:
            message = "a space is missing behind the colon"
            write = f"{match['head']}: {match['value']}"
            place = match.end("head")
            return number, place, "yaml-syntax", message, "put one space there", write
    return None


def _bracket_of(error: yaml.YAMLError, lines: list[str]) -> Diagnosis | None:
    """Find the bracket that was opened lines above the one at which the parser gave up."""
    if "while parsing a flow" not in str(getattr(error, "context", "")):
        return None
    line, column = error.context_mark.line, error.context_mark.column
    if line == error.problem_mark.line or line >= len(lines):
        return None
    bracket = lines[line][column : column + 1]
    message = f"the bracket {bracket} that opens here is not closed"
    remedy = "close it with ] or }, and write nothing with a hyphen inside it"
    return line, column, "yaml-quotes", message, remedy, ""


WORDS: tuple[tuple[str, str, str], ...] = (
    (
        "could not find expected ':'",
        "this line is neither a field nor part of one",
        "write a name, a colon, a space and a value, or indent it under its field",
    ),
    (
        "did not find expected key",
        "this line does not line up with the lines around it",
        "start it in the same column as the fields beside it",
    ),
    (
        "mapping values are not allowed",
        "this line is indented as if it belonged to the line above",
        "start it in the same column as the fields beside it",
    ),
    (
        "did not find expected '-' indicator",
        "this line does not line up with the items of the list above",
        "start every item with “- ” in the same column",
    ),
    (
        "did not find expected ',' or",
        "a bracket that was opened is not closed before here",
        "close it with ] or }",
    ),
    (
        "did not find expected node content",
        "a value is missing between the commas or brackets here",
        "write the value, or take out the comma",
    ),
    (
        "found unexpected end of stream",
        "a quote that opens here is not closed",
        "close it at the end of the text",
    ),
    (
        "YAML document",
        "a line that starts with % speaks to programs, and is not read here",
        "delete it, and the line of three hyphens below it",
    ),
    (
        "escape",
        "a backslash starts a code here that does not exist",
        "write two backslashes for one, or use single quotes",
    ),
    (
        "hexdecimal",
        "a backslash starts a code here that does not exist",
        "write two backslashes for one, or use single quotes",
    ),
    (
        "did not find expected <document start>",
        "what is read ends above this line, by three dots, a bracket or a quote, and there is more",
        "delete what ends it, and write fields as “name: value”",
    ),
    (
        "control characters are not allowed",
        "there is a character here that no text has",
        "delete it, or type the line anew",
    ),
)


def _by_words(lines: list[str], stop: int, column: int, error: yaml.YAMLError) -> Diagnosis:
    problem = str(getattr(error, "problem", "") or error)
    line = _last_line_with_text(lines, stop)
    column = column if line == stop else _indent(lines[line])
    if lines[line].lstrip().startswith(":"):
        message = "there is no name in front of the colon"
        return line, column, "yaml-syntax", message, "write the name of the field", ""
    for words, message, remedy in WORDS:
        if words in problem:
            return line, column, "yaml-syntax", message, remedy, ""
    message = "this line cannot be read"
    remedy = "look for a missing quote, bracket or colon here or in the line above"
    return line, column, "yaml-syntax", message, remedy, ""


def _last_line_with_text(lines: list[str], stop: int) -> int:
    filled = (number for number in range(stop, -1, -1) if lines[number].strip())
    return next(filled, stop)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _quoted(value: str, quote: str = '"') -> str:
    if quote == "'":
        return "'" + value + "'"
    inner = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inner}"'
