# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the parser's own words mean, where no typical slip explains them."""

from __future__ import annotations

import yaml

from .stop import Diagnosis, Stop, indent

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


def by_words(at: Stop, error: yaml.YAMLError) -> Diagnosis:
    """Return a diagnosis by what the parser said; there is always one."""
    line = _last_line_with_text(at)
    typed = at.lines[line]
    column = at.column if line == at.line else indent(typed)
    message, remedy = _meaning(typed, str(getattr(error, "problem", "") or error))
    return Diagnosis(line, column, "yaml-syntax", message, remedy)


def _meaning(line: str, problem: str) -> tuple[str, str]:
    if line.lstrip().startswith(":"):
        return "there is no name in front of the colon", "write the name of the field"
    for words, message, remedy in WORDS:
        if words in problem:
            return message, remedy
    remedy = "look for a missing quote, bracket or colon here or in the line above"
    return "this line cannot be read", remedy


def _last_line_with_text(at: Stop) -> int:
    filled = (number for number in at.upwards(at.line + 1) if at.lines[number].strip())
    return next(filled, at.line)
