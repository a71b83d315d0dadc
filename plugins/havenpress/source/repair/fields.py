# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lines that are no field, stand in the wrong column, or have a sign that means something else."""

from __future__ import annotations

import re

from ..layout import BLOCK_START
from .quotes import is_closed
from .stop import FIELD, FIELD_START, ITEM, Diagnosis, Stop, indent, quoted

ROUND = re.compile(r"\(([a-z]{2}: [^()]*)\)\s*")
TWO_FIELDS = re.compile(r"[\w.@/:-]+,? +([a-z][a-z_]{2,}):\s")
JSON_LINE = re.compile(r"""(?P<line>\s*"?[\w-]+"?: *(?:"[^"]*"|'[^']*')),\s*""")
NO_SPACE = re.compile(r"^(?P<head>\s*(?:- +)?[A-Za-z_]\w*):(?P<value>[^\s/].*)$")
GLUED_ITEM = re.compile(r"^(?P<head>\s*-)(?=[A-Za-z_]\w*:(?:\s|$))")
GLUED_WORD = re.compile(r"^(?P<head>\s*-)(?=[^\W_][\w-]*\s*$)")
OTHER_BULLET = re.compile(r"^(?P<head>\s*)(?P<sign>[–—•·▪◦‣●○*])(?P<gap>\s+)(?=\S)")
LOOSE_LINE = re.compile(
    r"[^\W_][^:]*$|[\w-]+\s*(?:[=-]>|[=：])"
)  # at the left edge, without a colon
OTHER_SIGN = re.compile(r"([A-Za-z_][\w-]*)\s*(?:[=-]>|[=：])\s*(\S.*)")
LANGUAGE = re.compile(r"\s*[a-z]{2}(?:-[A-Za-z]+)?:\s")
NOTE_MARK = re.compile(r"(?<=[\[\s])#(?=\w)")


def no_space_after_hyphen(at: Stop) -> Diagnosis | None:
    """Find an item of a list whose hyphen stands directly before its first field."""
    for number in at.upwards(2):
        line = at.lines[number]
        if match := GLUED_ITEM.match(line):
            write = f"{match['head']} {line[match.end() :]}"
            message = "a space is missing behind the hyphen that starts this item"
            place = match.end() - 1
            return Diagnosis(number, place, "yaml-syntax", message, "put one space there", write)
    return None


def no_space_in_list(at: Stop) -> Diagnosis | None:
    """Find an item of one word whose hyphen touches it, below an item that is right."""
    line, above = at.lines[at.line], at.above(at.line)
    match = GLUED_WORD.match(line)
    if match is None or not above.startswith(f"{match['head']} "):
        return None
    write = f"{match['head']} {line[match.end() :]}"
    message = "a space is missing behind the hyphen that starts this item"
    return Diagnosis(at.line, indent(line), "yaml-syntax", message, "put one space there", write)


def other_bullet(at: Stop) -> Diagnosis | None:
    """Find an item of a list that starts with a long dash or a dot, as other programs type them."""
    for number in at.upwards(3):
        match = OTHER_BULLET.match(at.lines[number])
        above = at.above(number).rstrip()
        if match and (above.endswith(":") or above.lstrip().startswith("- ")):
            write = f"{match['head']}- {at.lines[number][match.end() :]}"
            message = f"an item of a list starts with a hyphen, and here stands “{match['sign']}”"
            remedy = "write an ordinary hyphen and one space"
            place = match.end("head")
            return Diagnosis(number, place, "yaml-syntax", message, remedy, write)
    return None


def left_of_its_text(at: Stop) -> Diagnosis | None:
    """Find a line that belongs to a text over several lines, and starts further left than it."""
    for number in at.upwards(2):
        line = at.lines[number]
        if not line.strip() or FIELD_START.match(line) or line.lstrip().startswith("- "):
            continue
        start = _text_above(at.lines, number)
        if start is None:
            continue
        first = at.lines[start + 1] if start + 1 < number else ""
        meant = indent(first) if first.strip() else indent(at.lines[start]) + 2
        if indent(line) >= meant:
            continue
        message = "this line belongs to the text above, and starts further left than it"
        remedy = "start every line of a text in the same column, further right than its name"
        write = " " * meant + line.lstrip()
        return Diagnosis(number, indent(line), "yaml-indentation", message, remedy, write)
    return None


def _text_above(lines: list[str], below: int) -> int | None:
    """Return where “name: |” stands whose text goes on to a line, or None."""
    for number in range(below - 1, -1, -1):
        if BLOCK_START.search(lines[number]):
            return number
        if FIELD_START.match(lines[number]):
            return None
    return None


def note_in_list(at: Stop) -> Diagnosis | None:
    """Find a list with “#” in it, which makes a note of the rest of the line."""
    for number in at.upwards(3):
        match = FIELD.match(at.lines[number])
        mark = NOTE_MARK.search(match["value"]) if match and match["value"][0] == "[" else None
        if match and mark:
            message = "everything behind “#” is taken for a note and left out"
            write = match["head"] + NOTE_MARK.sub("", match["value"])
            place = match.start("value") + mark.start()
            return Diagnosis(number, place, "yaml-hash", message, "take the # out", write)
    return None


def no_field_above(at: Stop) -> Diagnosis | None:
    """Find a line at the left edge, near the stop, that is no field and belongs to none."""
    for number in at.upwards(2):
        line = at.lines[number]
        if LOOSE_LINE.match(line) and not FIELD_START.match(line) and not NO_SPACE.match(line):
            return _loose(number, line, at.lines[:number])
    return None


def _loose(number: int, line: str, before: list[str]) -> Diagnosis | None:
    message = "this line is neither a field nor part of one"

    def diagnosis(remedy: str, write: str = "") -> Diagnosis:
        return Diagnosis(number, 0, "yaml-syntax", message, remedy, write)

    if other := OTHER_SIGN.match(line):
        return diagnosis("write a colon and a space behind the name", f"{other[1]}: {other[2]}")
    above = next((text for text in reversed(before) if text.strip()), "")
    field = FIELD.match(above)
    if field and field["value"][0] not in "[{\"'|>":
        write = " " * (indent(above) + 2) + line
        return diagnosis("indent it under the field above", write)
    return None if above else diagnosis("write a name, a colon and a value")


def left_of_all(at: Stop) -> Diagnosis | None:
    """Find a field at the left edge below fields that are all indented, or the only one above it."""
    first, line = next((line for line in at.lines if line.strip()), ""), at.lines[at.line]
    if not FIELD_START.match(line) or indent(line) >= indent(first):
        return None
    above = [number for number in range(at.line) if at.lines[number].strip()]
    if len(above) == 1 and not indent(line):
        return _right_of_all(above[0], first)
    message = "this field starts further left than those above it"
    remedy = "start every field at the left edge"
    return Diagnosis(at.line, indent(line), "yaml-indentation", message, remedy)


def _right_of_all(number: int, line: str) -> Diagnosis:
    message = "this field starts further right than those below it"
    remedy = "start every field at the left edge"
    return Diagnosis(number, indent(line), "yaml-indentation", message, remedy, line.lstrip())


def odd_indentation(at: Stop) -> Diagnosis | None:
    """Find a field that does not start in the column of the field above."""
    line = at.lines[at.line]
    if not FIELD_START.match(line):
        return None
    above = next((text for text in reversed(at.lines[: at.line]) if text.strip()), None)
    match = FIELD.match(above) if above is not None else None
    if above is None or match is None or match["value"][0] in "|>":
        return None
    expected = key_column(above)
    if indent(line) <= expected and not above.lstrip().startswith("- "):
        return None
    if indent(line) == expected or line.lstrip().startswith("- "):
        return None
    if line.lstrip()[:1].isupper() and " " in match["value"]:
        return _colon_in_text(at.line, line)
    message = "this line does not line up with the field above"
    remedy, write = "start it in the same column", " " * expected + line.lstrip()
    return Diagnosis(at.line, indent(line), "yaml-indentation", message, remedy, write)


def _colon_in_text(number: int, line: str) -> Diagnosis:
    """“Note: …” in the second line of a text: a colon is read as that of a field."""
    colon = line.index(":")
    message = "a colon and a space inside a text start a new field"
    remedy = "write a dash, or put “|” behind the name of the text, and all of it on lines below"
    write = f"{line[:colon]} –{line[colon + 1 :]}"
    return Diagnosis(number, colon, "yaml-colon", message, remedy, write)


def right_of_both(at: Stop) -> Diagnosis | None:
    """Find a field that stands one blank further right than the fields before and after it."""
    line, typed = at.lines[at.line], indent(at.lines[at.line])
    below = next((text for text in at.lines[at.line + 1 :] if text.strip()), "")
    if not FIELD_START.match(line) or not FIELD_START.match(below):
        return None
    meant, before = indent(below), at.lines[: at.line]
    beside = any(FIELD_START.match(text) and indent(text) == meant for text in before)
    if not beside or typed - meant != 1 or line.lstrip().startswith("- "):
        return None
    message = "this line does not line up with the lines around it"
    remedy, write = "start it in the same column as the fields beside it", line[1:]
    above = at.above(at.line)
    are_languages = LANGUAGE.match(line) and LANGUAGE.match(above) and indent(above) > typed
    if are_languages or (meant and indent(above) == typed + 1):
        write = " " * indent(above) + line.lstrip()
    return Diagnosis(at.line, typed, "yaml-indentation", message, remedy, write)


def moved_along(
    below: list[str], typed: int, meant: int, *, is_text: bool = False, opens: bool = False
) -> list[str]:
    """Return the lines below a wrongly indented one, with those that share its fault moved too.

    ``opens`` says that the line itself opens a block, whose lines move with it wherever they are.
    """
    if not typed and not is_text:  # at the left edge the next field is right
        return below
    moved = list(below)
    for number, line in enumerate(below):
        opens = opens and (not line.strip() or indent(line) > typed)
        is_right = typed < meant <= indent(line) and not opens
        if line.strip() and (indent(line) < typed or is_right):
            break
        if is_text and FIELD_START.match(line):
            break
        moved[number] = (
            " " * (indent(line) + meant - typed) + line.lstrip() if line.strip() else line
        )
    return moved


def key_column(line: str) -> int:
    """Return where the name of a field starts, behind the hyphen of an item if there is one."""
    return len(re.match(r"\s*(?:- +)?", line)[0])


def three_dots(at: Stop) -> Diagnosis | None:
    """Find the line “...” that ends what is read, above a line with more."""
    for number in at.upwards(at.line + 1):
        if at.lines[number].rstrip() == "...":
            message = "three dots alone on a line end what is read, and there is more below them"
            return Diagnosis(number, 0, "yaml-syntax", message, "delete this line")
        if number < at.line and at.lines[number].strip():
            return None
    return None


def comma_of_json(at: Stop) -> Diagnosis | None:
    """Find a field that ends with a comma behind a quote, as in JSON."""
    match = JSON_LINE.fullmatch(at.lines[at.line])
    if match is None:
        return None
    message = "a comma at the end of a line belongs to JSON, and parts nothing here"
    place, write = match.end("line"), match["line"]
    return Diagnosis(at.line, place, "yaml-syntax", message, "take it out", write)


def round_brackets(at: Stop) -> Diagnosis | None:
    """Find “name: (en: Clinic, es: Clínica)”: the brackets of a block are curly ones."""
    match = FIELD.match(at.lines[at.line])
    inside = ROUND.fullmatch(match["value"]) if match else None
    if match is None or inside is None:
        return None
    write, place = f"{match['head']}{{{inside[1]}}}", match.start("value")
    message = "round brackets hold no texts together"
    return Diagnosis(at.line, place, "yaml-syntax", message, "write curly ones, { and }", write)


def colon_in_value(at: Stop) -> Diagnosis | None:
    """Find a colon that makes a field of the rest of a value."""
    match = FIELD.match(at.lines[at.line])
    if match is None or match["value"][0] in "\"'[{|>":
        return None
    colon = re.search(r":(?=\s|$)", match["value"])
    if colon is None:
        return None
    if not match["value"][colon.end() :]:
        message = "a colon at the end of a value starts a new field"
        write, place = match["head"] + match["value"][:-1], match.start("value") + colon.start()
        return Diagnosis(at.line, place, "yaml-colon", message, "take it out", write)
    message = "a colon and a space inside a value start a new field"
    if two := TWO_FIELDS.match(match["value"]):
        message = f"“{two[1]}:” starts a field in the middle of this line"
        place, write = match.start("value") + two.start(1), match["head"] + quoted(match["value"])
        remedy = "put it on a line of its own; if all of it is one text, put the text in quotes"
        return Diagnosis(at.line, place, "yaml-colon", message, remedy, write, two[1])
    write, place = match["head"] + quoted(match["value"]), match.start("value") + colon.start()
    return Diagnosis(at.line, place, "yaml-colon", message, "put the value in quotes", write)


def value_starts_badly(at: Stop) -> Diagnosis | None:
    """Find a value whose first sign means something to YAML."""
    match = FIELD.match(at.lines[at.line]) or ITEM.match(at.lines[at.line])
    if match is None:
        return None
    value, place = match["value"], match.start("value")
    if value[0] in "@`%&*!|>" or re.match(r"[-?]\s", value):
        message = f"a value cannot start with {value[0]}"
    elif value[0] in "\"'" and not is_closed(value):
        message = "there is text behind the closing quote"
    else:
        return None
    write = match["head"] + quoted(value)
    remedy = "put the whole value in quotes"
    return Diagnosis(at.line, place, "yaml-quotes", message, remedy, write)


def no_space_after_colon(at: Stop) -> Diagnosis | None:
    """Find a name and a value with nothing but a colon between them."""
    for number in at.upwards(2):
        match = NO_SPACE.match(at.lines[number])
        if match:
            if match["value"].strip() == ",":
                message, remedy = "the comma behind the colon has nothing to part", "take it out"
                place, write = match.start("value"), f"{match['head']}:"
                return Diagnosis(number, place, "yaml-syntax", message, remedy, write)
            message = "a space is missing behind the colon"
            write = f"{match['head']}: {match['value']}"
            place = match.end("head")
            return Diagnosis(number, place, "yaml-syntax", message, "put one space there", write)
    return None


def stray_hyphen(at: Stop) -> Diagnosis | None:
    """Find a field that starts with the hyphen of an item, below a field in the same column."""
    line = at.lines[at.line]
    match = re.match(r"(?P<indent>\s*)- +(?P<name>[\w-]+:)(?= |$)", line)
    above = at.above(at.line)
    if match is None or not FIELD.match(above) or above.lstrip().startswith("- "):
        return None
    if indent(above) != indent(line):
        return None
    column = _column_of_item(at, match["name"])
    if column is not None:
        message = "the hyphen of this item stands further right than that of the item above"
        remedy, write = "start both in the same column", " " * column + line.lstrip()
        return Diagnosis(at.line, indent(line), "yaml-indentation", message, remedy, write)
    message = "this line starts with a hyphen, as an item of a list does, and stands among fields"
    remedy, write = "take the hyphen out", match["indent"] + line[match.start("name") :]
    return Diagnosis(at.line, indent(line), "yaml-indentation", message, remedy, write)


def _column_of_item(at: Stop, name: str) -> int | None:
    """Return where the item above starts that has the same first field, in this line’s column."""
    typed = indent(at.lines[at.line])
    for line in reversed(at.lines[: at.line]):
        if indent(line) < typed and line.strip():
            is_alike = key_column(line) == typed and line[typed:].startswith(name)
            return indent(line) if is_alike else None
    return None


def item_without_hyphen(at: Stop) -> Diagnosis | None:
    """Find a line of one word that stands among the items of a list, in the column of the hyphens."""
    for number in at.upwards(2):
        line, above = at.lines[number], at.above(number)
        is_word = re.fullmatch(r"\s*[\w-]+\s*", line) is not None
        if is_word and ITEM.match(above) and indent(above) == indent(line):
            message = "this line has no hyphen, as the items of the list above have"
            write = " " * indent(line) + "- " + line.lstrip()
            remedy = "start every item with “- ” in the same column"
            return Diagnosis(number, indent(line), "yaml-syntax", message, remedy, write)
    return None
