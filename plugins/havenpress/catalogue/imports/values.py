# SPDX-License-Identifier: AGPL-3.0-or-later
"""The values of an HSDS record, whatever they are: texts, lists of records, answers of ours."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Any

from ...source.kinds.plain_text import ENTITY

Record = dict[str, Any]
# Tags of plain texts; what else is in brackets is left for the check to refuse.
TAG = re.compile(
    r"</?(?:p|br|div|span|b|i|em|strong|u|ul|ol|li|h[1-6]|font)\b[^<>]*>", re.IGNORECASE
)


def words(value: Any) -> str:
    """Return a text without HTML’s signs and odd white space; empty for anything that is no text."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    text = ENTITY.sub(lambda sign: html.unescape(sign[0]), str(value))
    lines = (" ".join(line.split()) for line in text.strip().splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def records(value: Any) -> list[Record]:
    """Return the mappings of a list; nothing for anything else."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def answers_of(record: Record, kind: str, names: Iterable[str]) -> Record:
    """Return the answers that an export of ours keeps as attributes."""
    taken: Record = {}
    for attribute in records(record.get("attributes")):
        term = attribute.get("taxonomy_term")
        name = words(term.get("name")).partition(":")[0] if isinstance(term, dict) else ""
        if attribute.get("link_type") == kind and name in names:
            taken[name] = words(attribute.get("value"))
    return taken


def text_in(language: str, value: Any) -> Record:
    """Return a value as a text in one language, without tags; {} where there are no words in it."""
    text = words(value)
    if TAG.search(text):
        text = words(TAG.sub(" ", text))
    return {language: text} if text else {}
