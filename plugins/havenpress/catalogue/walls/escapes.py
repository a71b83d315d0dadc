# SPDX-License-Identifier: AGPL-3.0-or-later
"""Text as people read it: without the escapes of HTML, JSON, scripts, style sheets and mail."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

# JSON (RFC 8259, section 7), ECMAScript (section 12.9.4), and CSS (Syntax 3, section 4.3.7).
CODE = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))")
STYLE_CODE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
SPACE = re.compile(r"\\[nrtbfvN]")
MAIL = re.compile(r"=(?:\r?\n|([0-9A-F]{2}))")  # quoted-printable (RFC 2045, section 6.7)
MAIL_RUN = re.compile(r"(?:=(?:\r?\n|[0-9A-F]{2}))+")
LAST = 0x10FFFF
DEEPEST = 5  # escapes inside escapes


OTHER_DIGIT = re.compile(r"[^\D0-9]")


def with_plain_digits(text: str) -> str:
    """Return a text with the digits of every script as ordinary ones."""
    return OTHER_DIGIT.sub(lambda match: str(unicodedata.decimal(match[0])), text)


def readings(text: str) -> Iterator[str]:
    r"""Yield a text without its escapes, once for each way in which they can be meant.

    ``\n`` may be the end of a line or a letter, and ``=12`` a letter or a number.
    """
    plain = _unescape(text)
    yield plain
    if "\\" in plain:
        yield SPACE.sub(" ", plain)
        yield STYLE_CODE.sub(_letter, plain)
    if MAIL.search(plain):
        yield MAIL_RUN.sub(_from_mail, plain)


def _unescape(text: str) -> str:
    """Return a text without escapes, and without those that stood in these."""
    for _ in range(DEEPEST):
        plain = html.unescape(text) if "&" in text else text
        plain = CODE.sub(_letter, plain) if "\\" in plain else plain
        plain = unquote(plain) if "%" in plain else plain
        if plain == text:
            break
        text = plain
    return text


def _letter(match: re.Match[str]) -> str:
    code = int(next(filter(None, match.groups())), 16)
    return chr(code) if 0 < code <= LAST else " "


def _from_mail(run: re.Match[str]) -> str:
    return bytes.fromhex("".join(MAIL.findall(run[0]))).decode("utf-8", errors="replace")
