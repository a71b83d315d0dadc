# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tables that a phone can scroll and a screen reader can name.

A table goes into a named region that can be focused (the theme scrolls it), its head cells say
what they are the head of, and a paragraph “Table: …” above it becomes its caption.
Source: WAI, Tables Tutorial; WCAG 2.2, 1.3.1 and 2.1.1.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from .annotate import place_of
from .scope import Scope

# “Table :” as French has it, with a blank of either kind in front of the colon.
PREFIX = re.compile(r"(?:Table|Tabla|Tableau|جدول|الجدول)\s?:")
NAMES = {"en": "Table {}", "es": "Tabla {}", "fr": "Tableau {}", "ar": "الجدول {}"}


class Tables(Treeprocessor):
    """Wraps each table."""

    md: Markdown

    def run(self, root: Element) -> None:
        """Rewrite the tree in place."""
        scope: Scope = self.md.havenpress
        number = 0
        for parent in list(root.iter()):
            for table in [child for child in parent if child.tag == "table"]:
                number += 1
                _wrap(parent, table, number, scope)


def _wrap(parent: Element, table: Element, number: int, scope: Scope) -> None:
    for head in table.iter("th"):
        head.set("scope", "col")
    name = _take_caption(parent, table) or _number(number, scope)
    _report_empty_heads(table, scope)
    region = Element("div", {"class": "scroll", "role": "region", "tabindex": "0"})
    region.set("aria-label", name)
    index = list(parent).index(table)
    region.tail, table.tail = table.tail, None
    parent[index] = region
    region.append(table)


def _take_caption(parent: Element, table: Element) -> str:
    index = list(parent).index(table)
    above = parent[index - 1] if index else None
    text = (above.text or "").strip() if above is not None and above.tag == "p" else ""
    prefix = PREFIX.match(text)
    if prefix is None or above is None:
        return ""
    caption = Element("caption", above.attrib)
    caption.text = text[prefix.end() :].strip()
    caption.extend(list(above))
    table.insert(0, caption)
    parent.remove(above)
    return "".join(caption.itertext())


def _number(number: int, scope: Scope) -> str:
    return NAMES.get(scope.document.lang.split("-")[0], NAMES["en"]).format(number)


def _report_empty_heads(table: Element, scope: Scope) -> None:
    for head in list(table.iter("th"))[1:]:
        if not "".join(head.itertext()).strip():
            place = next((place_of(cell) for cell in table.iter("th") if place_of(cell)[0]), (0, 0))
            message = "a column of this table has no heading"
            scope.fault("table-heads", place, message, "write what the column holds")
