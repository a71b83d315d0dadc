# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether the tags of a page plainly pair up, told in one pass over its text.

A yes is certain: every tag is written as most people write it, each start tag has its own end tag
and no attribute stands twice. A no says only that the page has to be read tag by tag.

Source: HTML standard, section 13.2.5 (tokenization).
"""

from __future__ import annotations

import re

from .wellformed import ENDS, ENDS_PARAGRAPH, FOREIGN, VOID

_SPACE = r"[ \t\n\f\r]"
_NAME = r"""[^ \t\n\f\r"'<>/=]+"""
_VALUE = r"""(?:"[^"]*"|'[^']*'|[^ \t\n\f\r"'<>=`]+)"""
_MARKUP = re.compile(
    r"<(?:(?:(script)|(style|title|textarea|iframe)"
    # A frameset, and what a name in no- holds, is read in ways of its own.
    r"|((?!script|style|title|textarea|iframe|frame|no|plaintext|xmp)[a-z][a-z0-9-]*))"
    rf"((?:{_SPACE}+{_NAME}(?:={_VALUE})?)*){_SPACE}*(/?)>"
    r"(?(1)[^<]*(?:<(?!/|!--|script)[^<]*)*</script>)(?(2)[^<]*</\2>)"
    rf"|/([a-z][a-z0-9-]*){_SPACE}*>"
    r"|!--[^>]*-->|!(?i:doctype) html>)"
    r"|(<)"  # anything else
)
_ATTRIBUTE = re.compile(rf"{_SPACE}({_NAME})(?:={_VALUE})?")


def pairs_plainly(source: str) -> bool:
    """Tell whether the tags of a page are plain and pair up."""
    opened: list[str] = []
    for script, text, name, attributes, slash, end, odd in _MARKUP.findall(source):
        if odd or (attributes and _repeats_an_attribute(attributes)):
            return False
        if end:
            if not opened or opened.pop() != end:
                return False
        elif name in VOID or script or text:
            if not FOREIGN.isdisjoint(opened):
                return False
        elif name:
            if _ends_another(name, opened):
                return False
            if not slash or FOREIGN.isdisjoint((name, *opened)):
                opened.append(name)
    return not opened and "\0" not in source


def _ends_another(name: str, opened: list[str]) -> bool:
    """Tell whether a start tag may end an element that is open."""
    if name in ENDS_PARAGRAPH and "p" in opened:
        return True
    return name in ENDS and bool(opened) and opened[-1] in ENDS[name]


def _repeats_an_attribute(attributes: str) -> bool:
    names = _ATTRIBUTE.findall(attributes.lower())
    return len(set(names)) < len(names)
