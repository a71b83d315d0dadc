# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a YAML parser's complaint means to the person who typed the line, and how to read on."""

from __future__ import annotations

import yaml

from ...findings import Finding
from ..reading import IN_ONE_LINE
from .complaints import by_words
from .fields import (
    colon_in_value,
    comma_of_json,
    item_without_hyphen,
    key_column,
    left_of_all,
    left_of_its_text,
    moved_along,
    no_field_above,
    no_space_after_colon,
    no_space_after_hyphen,
    no_space_in_list,
    note_in_list,
    odd_indentation,
    other_bullet,
    right_of_both,
    round_brackets,
    stray_hyphen,
    three_dots,
    value_starts_badly,
)
from .quotes import (
    bracket_above,
    link_as_value,
    no_colon_before_bracket,
    no_comma_at_end,
    one_bracket_too_many,
    open_bracket,
    open_quote,
    quote_in_brackets,
    text_behind_bracket,
    text_in_braces,
    wrong_bracket,
)
from .stop import FIELD_START, Diagnosis, Stop, indent

# The slips that people make, those first that would be taken for another one.
SLIPS = (
    three_dots,
    comma_of_json,
    no_space_after_hyphen,
    no_space_in_list,
    other_bullet,
    item_without_hyphen,
    left_of_its_text,
    note_in_list,
    no_field_above,
    open_quote,
    quote_in_brackets,
    link_as_value,
    wrong_bracket,
    text_behind_bracket,
    no_colon_before_bracket,
    one_bracket_too_many,
    text_in_braces,
    no_comma_at_end,
    open_bracket,
    stray_hyphen,
    odd_indentation,
    left_of_all,
    right_of_both,
    round_brackets,
    colon_in_value,
    value_starts_badly,
    no_space_after_colon,
)


def diagnose(
    text: str, error: yaml.YAMLError, file: str, first_line: int
) -> tuple[str | None, Finding]:
    """Return the text with the fault mended, or None where it cannot be, and the finding.

    The place is where a person would look, which is not always where the parser gave up: an
    open quote is reported on the line that opens it.
    """
    at = _stop_of(error, text.split("\n"))
    found = _slip(at) or bracket_above(at, error) or by_words(at, error)
    finding = Finding(
        rule=found.rule,
        message=found.message,
        remedy=found.remedy,
        file=file,
        line=found.line + first_line,
        column=found.column + 1,
        write=found.write,
        mistake=IN_ONE_LINE if found.second else "",
        names=(found.second,) if found.second else (),
    )
    if not found.write or at.lines[found.line] == found.write:
        return None, finding
    return _mended(at.lines, found), finding


def _mended(lines: list[str], found: Diagnosis) -> str:
    """Return the text with the line to write, and with the lines that share its fault moved too."""
    above, below = lines[: found.line], lines[found.line + 1 :]
    if found.rule == "yaml-indentation":
        line = lines[found.line]
        is_text, opens = not FIELD_START.match(line), line.rstrip().endswith(":")
        column = indent if is_text else key_column
        columns = column(line), column(found.write)
        below = moved_along(below, *columns, is_text=is_text, opens=opens)
    return "\n".join([*above, found.write, *below])


def _slip(at: Stop) -> Diagnosis | None:
    return next((found for find in SLIPS if (found := find(at))), None)


def _stop_of(error: yaml.YAMLError, lines: list[str]) -> Stop:
    mark = _mark_of(error)
    return Stop(lines, min(mark.line, len(lines) - 1), mark.column) if mark else Stop(lines, 0, 0)


def _mark_of(error: yaml.YAMLError) -> yaml.Mark | None:
    """Return the place where a person would look: for what never ends, where it begins."""
    problem, context = (getattr(error, f"{name}_mark", None) for name in ("problem", "context"))
    if context is None or problem is None or "while scanning a" not in str(error.context):
        return problem or context
    return problem if "block scalar" in error.context else context
