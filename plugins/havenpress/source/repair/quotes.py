# SPDX-License-Identifier: AGPL-3.0-or-later
"""Quotes and brackets that do not close, or close too early."""

from __future__ import annotations

import re

import yaml

from .stop import FIELD, FIELD_START, ITEM, Diagnosis, Stop, quoted


def open_quote(at: Stop) -> Diagnosis | None:
    """Find a quote that closes nowhere, or in the middle of its value, also lines above."""
    ended: set[str] = set()  # the quotes that end a line between this one and the stop
    for number in at.upwards(at.line + 1):
        line = at.lines[number]
        match = FIELD.match(line) or ITEM.match(line)
        quote = match["value"][0] if match else ""
        if match and quote in {'"', "'"} - ended and not is_closed(match["value"]):
            return _unclosed(number, match)
        if number < at.line and _is_end(line):
            ended.add(line.rstrip()[-1])
    return None


def _unclosed(number: int, match: re.Match[str]) -> Diagnosis:
    head, value, place = match["head"], match["value"], match.start("value")
    quote = value[0]
    if quote in value[1:]:
        message = f"the quote {quote} closes in the middle of the value"
        remedy = "put the whole value in double quotes, with \\ before each inside"
        write = head + quoted(_unwrapped(value, quote))
    else:
        message = f"the quote {quote} that opens here is not closed"
        remedy, write = "close it at the end of the line", head + value + quote
        if value[-1] in QUOTES and len(value) > 2:
            message = f"the quote {quote} that opens here is closed by another, {value[-1]}"
            remedy, write = "use the same at both ends", head + value[:-1] + quote
    return Diagnosis(number, place, "yaml-quotes", message, remedy, write)


def _unwrapped(value: str, quote: str) -> str:
    ends = value.endswith(quote) and len(value) > 2
    return value[1:-1] if ends else value


def is_closed(value: str) -> bool:
    """Tell whether the quote that a value starts with ends it."""
    body = value[1:].split(" #", 1)[0].rstrip()
    if value[0] == '"':
        return re.fullmatch(r'(?:[^"\\]|\\.)*"', body) is not None
    return re.fullmatch(r"(?:[^']|'')*'", body) is not None


def _is_end(line: str) -> bool:
    return line.rstrip().endswith(('"', "'")) and not FIELD.match(line)


QUOTES = "\"'“”„‘’«»"
NEXT_FIELD = re.compile(r", *[\w-]{2,12}: *$")  # “, es: ”, and the quote that opens behind it


def quote_in_brackets(at: Stop) -> Diagnosis | None:
    """Find an apostrophe that ends a quoted text between brackets too early."""
    line, column = at.lines[at.line], at.column
    quote = line[column - 1 : column]
    if quote not in {"'", '"'} or FIELD.match(line) is None:
        return None
    start = max(line.rfind(before + quote, 0, column - 1) for before in (" ", "{", "[")) + 1
    if not start:
        return None
    if field := NEXT_FIELD.search(line, start + 1, column - 1):
        end = field.start()
        message = f"the quote {quote} that opens here is not closed"
        remedy, write = "close it in front of the comma", line[:end] + quote + line[end:]
        return Diagnosis(at.line, start, "yaml-quotes", message, remedy, write)
    message = f"the quote {quote} closes in the middle of the text"
    remedy = "put the whole text in double quotes, with \\ before each inside"
    end = re.compile(rf"{quote}(?=\s*[,}}\]])").search(line, column)
    write = ""
    if end is not None:
        write = line[:start] + quoted(line[start + 1 : end.start()]) + line[end.end() :]
    return Diagnosis(at.line, column - 1, "yaml-quotes", message, remedy, write)


LONGEST_LINE = 5_000  # characters that are looked at for a text between brackets
# One text of “{en: …, es: …}”, and what may not stand in it without quotes.
IN_BRACES = re.compile(
    r"(?P<key>[\w-]+): +(?P<text>[^\s\"'{\[](?:[^\"']|(?<=\w)')*?)(?:(?=, *[\w-]{2,12}: )|(?<![}\]\s])(?=[}\]\s]*$))"
)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
BAD_START = "@`%|>&*!"
BAD_INSIDE = re.compile(r":(?= |$)|[\[\]{}]")


def text_in_braces(at: Stop) -> Diagnosis | None:
    """Find a text between brackets with a sign in it that only quotes keep from meaning something."""
    line = at.lines[at.line]
    opening = line.find("{") if len(line) <= LONGEST_LINE else -1
    for match in IN_BRACES.finditer(line, opening + 1) if opening >= 0 else ():
        start, text = match.start("text"), match["text"].rstrip()
        inside = BAD_INSIDE.search(text)
        place = start if text[0] in BAD_START else start + inside.start() if inside else -1
        if place < 0 or not start <= at.column <= match.end():
            continue
        if parted := re.search(r"(?<!\s)\s*;\s*(?=[a-z]{2}: )", text):
            place = start + parted.start()
            message = "a semicolon does not part two texts between brackets"
            write = f"{line[:place]}, {line[start + parted.end() :]}"
            return Diagnosis(at.line, place, "yaml-syntax", message, "write a comma", write)
        if parted := re.search(r"(?<=\S)\s+(?=[a-z]{2}: \S)", text):
            place = start + parted.start()
            message = "a comma is missing in front of the text of another language"
            write = f"{line[:place]}, {line[start + parted.end() :]}"
            return Diagnosis(at.line, place, "yaml-syntax", message, "write a comma", write)
        if link := LINK.search(text):
            place = start + link.start()
            message = "a link as in a post would be shown to readers as it stands"
            remedy = "write plain text; links have fields of their own"
            write = line[:place] + link[1] + line[start + link.end() :]
            return Diagnosis(at.line, place, "value-text", message, remedy, write)
        message = f"“{line[place]}” has a meaning of its own in a text between brackets"
        write = line[:start] + quoted(text) + line[start + len(text) :]
        return Diagnosis(
            at.line, place, "yaml-quotes", message, "put the whole text in double quotes", write
        )
    return None


def link_as_value(at: Stop) -> Diagnosis | None:
    """Find “url: [Our page](https://…)”: the value is a link as in a post."""
    match = FIELD.match(at.lines[at.line])
    link = LINK.fullmatch(match["value"]) if match else None
    if match is None or link is None:
        return None
    target = re.search(r"\((?:mailto:|tel:)?([^)]*)\)", match["value"])[1]
    message = "this is a link as in a post"
    write, place = match["head"] + target, match.start("value")
    return Diagnosis(at.line, place, "yaml-quotes", message, "write the address alone", write)


def wrong_bracket(at: Stop) -> Diagnosis | None:
    """Find a value that one kind of bracket opens and the other closes."""
    for number in at.upwards(3):
        match = FIELD.match(at.lines[number])
        value = match["value"] if match else ""
        if match and re.fullmatch(r"\[[^\[\]{}]*\}|\{[^\[\]{}]*\]", value):
            closing = {"[": "]", "{": "}"}[value[0]]
            message = f"the bracket {value[0]} that opens here is closed by {value[-1]}"
            write, place = match["head"] + value[:-1] + closing, match.start("value")
            return Diagnosis(
                number, place, "yaml-quotes", message, f"close it with {closing}", write
            )
    return None


CLOSED_EARLY = re.compile(r"(?:\[[^\[\]]*\]|\{(?:[^{}]|\{[^{}]*\})*\}) *(?P<behind>[^\s#,\]}].*)")


def text_behind_bracket(at: Stop) -> Diagnosis | None:
    """Find “title: [Draft] What to do”: a bracket starts a text, which makes a list of its start."""
    for number in at.upwards(2):
        match = FIELD.match(at.lines[number]) or ITEM.match(at.lines[number])
        closed = CLOSED_EARLY.fullmatch(match["value"]) if match else None
        if match is None or closed is None:
            continue
        place = match.start("value")
        message = f"a value that starts with {match['value'][0]} ends where that bracket closes"
        is_block = re.match(r"\{\s*[\w-]+: ", match["value"]) is not None
        is_sentence = " " in closed["behind"].strip() and not is_block
        remedy = "put the whole value in quotes" if is_sentence else "put all of it in the brackets"
        write = match["head"] + quoted(match["value"]) if is_sentence else ""
        return Diagnosis(number, place, "yaml-quotes", message, remedy, write)
    return None


def one_bracket_too_many(at: Stop) -> Diagnosis | None:
    """Find a closing bracket that nothing opens, or a comma behind the last one, at a line’s end."""
    line, column = at.lines[at.line], at.column
    if line[column:].strip() not in {"]", "}", ","} or not re.search(r"[\]}]\s*$", line[:column]):
        return None
    if line[column] == ",":
        message = "the comma behind the bracket has nothing to part"
    else:
        message = f"there is one bracket {line[column]} more than was opened"
    return Diagnosis(at.line, column, "yaml-quotes", message, "take it out", line[:column].rstrip())


def no_comma_at_end(at: Stop) -> Diagnosis | None:
    """Find a line of a block in brackets over several lines that lacks the comma behind it."""
    before = [number for number in range(at.line) if at.lines[number].strip()]
    if not before or not FIELD_START.match(at.lines[at.line]):
        return None
    line = at.lines[before[-1]].rstrip()
    if line.endswith((",", "{", "[")) or not FIELD_START.match(line):
        return None
    opened = next((text for text in map(at.lines.__getitem__, before[::-1]) if "{" in text), "")
    if not opened.rstrip().endswith("{"):
        return None
    message, place = "a comma is missing at the end of this line, inside brackets", len(line)
    return Diagnosis(before[-1], place, "yaml-syntax", message, "write one", f"{line},")


NO_COLON = re.compile(r"(?P<head>\s*(?:- +)?[\w-]+) +(?P<value>[{\[].*)")


def no_colon_before_bracket(at: Stop) -> Diagnosis | None:
    """Find “name {en: Clinic}”, whose colon is missing."""
    match = NO_COLON.fullmatch(at.lines[at.line])
    if match is None:
        return None
    write, place = f"{match['head']}: {match['value']}", match.end("head")
    message = "a colon is missing behind the name of this field"
    return Diagnosis(at.line, place, "yaml-syntax", message, "write it", write)


def open_bracket(at: Stop) -> Diagnosis | None:
    """Find a bracket that opens a value, closes nowhere on its line, and is followed by a field."""
    for number in at.upwards(3):
        match = FIELD.match(at.lines[number])
        if match is None or match["value"][0] not in "[{":
            continue
        opening, value = match["value"][0], match["value"]
        closing = {"[": "]", "{": "}"}[opening]
        missing = value.count(opening) - value.count(closing)
        if missing <= 0:
            continue
        below = next((line for line in at.lines[number + 1 :] if line.strip()), "a:")
        if not FIELD_START.match(below):
            return None
        message = f"the bracket {opening} that opens here is not closed"
        write = match["head"] + value.rstrip(", ") + closing * missing
        return Diagnosis(number, match.start("value"), "yaml-quotes", message, "close it", write)
    return None


def bracket_above(at: Stop, error: yaml.YAMLError) -> Diagnosis | None:
    """Find the bracket that was opened lines above the one at which the parser gave up."""
    if "while parsing a flow" not in str(getattr(error, "context", "")):
        return None
    line, column = error.context_mark.line, error.context_mark.column
    if line == error.problem_mark.line or line >= len(at.lines):
        return None
    bracket = at.lines[line][column : column + 1]
    message = f"the bracket {bracket} that opens here is not closed"
    remedy = "close it with ] or }, and write nothing with a hyphen inside it"
    return Diagnosis(line, column, "yaml-quotes", message, remedy)
