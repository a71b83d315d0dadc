# SPDX-License-Identifier: AGPL-3.0-or-later
"""Signs in a value that mean something elsewhere, and here would only be seen by readers."""

from __future__ import annotations

import html
import re

from ..nodes import Text
from ..reading import Reading

SUSPICIOUS = re.compile(r"[*\]<&“‘~{}%$]|null", re.IGNORECASE)
CURLY = re.compile(r"“[^“”]*”|‘[^‘’]*’")
NOTHING = re.compile(r"~|null", re.IGNORECASE)
MARKUP = re.compile(r"\*\*(?=\S)|\]\(|</?[a-zA-Z][^<>]*>")
# What other tools put a value or a file in for: “{{ name }}”, “{% if %}”, “[[page]]”, “${name}”.
# Between the signs stands a name or a condition, and no page of text.
TEMPLATE = re.compile(
    r"\{\{.*?(?:\}\}|$)|\{%.*?(?:%\}|$)|<%.{0,200}?%>|\[\[.{1,200}?\]\]|[$#]\{\w+\}", re.MULTILINE
)
ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6});")
ONE_TEXT = "“|” or “>” makes one text of the fields below it"


def check_plain(text: Text, reading: Reading) -> bool:
    """Return whether a value is the text that readers should see; report why not."""
    if SUSPICIOUS.search(text) is None:
        return True
    if text.plain and NOTHING.fullmatch(text):
        message = f"“{text}” means “nothing” to other programs, and here it is a word"
        reading.fault(text, "value-text", message, "write the text, or take the line out")
        return False
    if report_curly(text, reading):
        return False
    if report_template(text, reading):
        pass
    elif match := MARKUP.search(text):
        message = f"this field is plain text, so readers would see “{match[0]}”"
        reading.fault(text, "value-text", message, "take the signs out", at=match[0])
    elif match := ENTITY.search(text):
        message = f"this field is plain text, so readers would see “{match[0]}”"
        remedy = "write the sign itself"
        reading.fault(text, "value-text", message, remedy, instead=html.unescape(text))
    return True


def report_curly(text: Text, reading: Reading) -> bool:
    """Report a value in curly quotes, which hold nothing together; return whether it is one."""
    if not text.plain or CURLY.fullmatch(text) is None:
        return False
    message = "curly quotes are part of the text, and readers would see them"
    remedy = "use straight ones; to show the curly ones, put straight ones around them"
    reading.fault(text, "yaml-quotes", message, remedy, instead=f'"{text[1:-1]}"')
    return True


def report_template(text: Text, reading: Reading) -> bool:
    """Report what another tool would put a value in for; return whether there is such a sign."""
    match = TEMPLATE.search(text)
    if match is None:
        return False
    message = f"“{match[0]}” means nothing here, and readers would see it"
    reading.fault(text, "text-template", message, "write what it was meant to show", at=match[0])
    return True


def is_block_as_text(text: Text, field: re.Pattern[str]) -> bool:
    """Return whether a text over several lines is fields, with “|” or “>” in front of them."""
    lines = text.strip().split("\n")
    return len(lines) > 1 and all(map(field.fullmatch, lines))
