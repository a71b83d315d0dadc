# SPDX-License-Identifier: AGPL-3.0-or-later
"""Text that readers see: their sentences, and who checked an entry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from ...source import Node, Text
from ...source.kinds import Translated
from ...source.kinds.emails import EMAIL
from ...source.kinds.plain_text import report_curly, report_template
from ...source.kinds.words import ANY_LENGTH, read_scalar
from ...source.reading import Reading
from ...source.text import HIDDEN

# What readers would see as it stands: a tag, a link of Markdown, a word in place of a text.
MARKUP = re.compile(r"\*\*(?=\S)|</?[A-Za-z][^<>]*>|\[[^\[\]]+\]\([^()\s]+\)|&[a-z]+;|&#\d+;")
NO_TEXT = re.compile(
    r"\[[^\[\]]*\]|\W*(?:null|(?-i:TODO)|fixme|tb[acd]|lorem ipsum\b.*|x{3,}|none|n/a|nil)?\W*",
    re.IGNORECASE | re.DOTALL,
)


SHORT_ROLE = 12  # letters; a longer role is no word in place of one
LONGEST_LINE = 200  # of a name; a pasted text is longer


@dataclass(frozen=True, slots=True)
class Prose:
    """Text for readers in which every sign can be seen, on one line or on any number of them."""

    one_line: bool = False

    def read(self, node: Node, reading: Reading) -> Text | None:
        """Return the value, or None after reporting what is wrong with it."""
        text = read_scalar(node, reading, "text", ANY_LENGTH)
        if text is None:
            return None
        # A plain text is all there as it was typed, and was looked at with its file.
        hidden = None if text.plain or text.isprintable() else HIDDEN.search(text)
        if hidden and hidden[0] not in reading.text:  # else told before
            message = f"there is a character here that nobody can see (U+{ord(hidden[0]):04X})"
            reading.fault(text, "text-visible", message, "delete it, or type the text anew")
        if self.one_line and "\n" in text.strip():
            reading.fault(
                text, "value-text", "this goes over several lines", "write it in one line"
            )
        if self.one_line and len(text) > LONGEST_LINE:
            message = f"this has {len(text)} letters, and {LONGEST_LINE} are the most"
            reading.fault(text, "value-text", message, "say it in fewer words")
        _report_what_is_no_text(text, reading)
        return text

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"type": "string"}


def _report_what_is_no_text(text: Text, reading: Reading) -> None:
    if len(text) < 80 and NO_TEXT.fullmatch(text):
        message = f"“{text.strip()}” is not a text for readers"
        reading.fault(text, "value-text", message, "write the text, or leave the field out")
    elif (text[0] in "“‘" or "{" in text or "[" in text or "<" in text) and (
        report_curly(text, reading) or report_template(text, reading)
    ):
        return
    elif ("<" in text or "[" in text or "&" in text or "*" in text) and (
        match := MARKUP.search(text)
    ):
        message = f"“{match[0]}” would be shown to readers as it stands"
        remedy = "write plain text; links have fields of their own"
        reading.fault(text, "value-text", message, remedy, at=match[0])


WORDS = Translated(Prose())
TITLE = Translated(Prose(one_line=True))


@dataclass(frozen=True, slots=True)
class Role:
    """A team or a role: what stands here is published, so it names no person by e-mail."""

    def read(self, node: Node, reading: Reading) -> Text | None:
        """Return the value, or None after reporting what is wrong with it."""
        text = read_scalar(node, reading, "a team or role")
        if text is None:
            return None
        is_email = "@" in text and EMAIL.search(text)
        if is_email or len(re.findall(r"\d", text)) >= 7:
            what = "e-mail" if is_email else "number"
            message = f"write a team or role, not a person’s {what}: this is published"
            reading.fault(text, "verified-by", message, "as in “Directory team”")
            return None
        if len(text) < SHORT_ROLE and NO_TEXT.fullmatch(text):
            message = f"“{text.strip()}” is neither a team nor a role"
            reading.fault(text, "verified-by", message, "write one, as in “Directory team”")
            return None
        return text

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"type": "string"}
