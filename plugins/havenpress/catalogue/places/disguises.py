# SPDX-License-Identifier: AGPL-3.0-or-later
"""Places that a person reads and a pattern does not: in parts, letter by letter, in look-alike letters.

Nobody need mean to hide one: a link on the name of a street, a title in letters set apart, a tag
for a photo site (“#12MillLane”), a word pasted from a Russian page.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator

from .streets import STREETS

COMMENT = re.compile(r"<!--(.{0,500}?)-->", re.DOTALL)
TAG = re.compile(r"</?[A-Za-z][^<>]*>")
IN_QUOTES = re.compile(r"[\"']([^\"'<>]*)[\"']")
LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
ESCAPED = re.compile(r"\\(?=[^\w\s]|[ _])")
IN_LETTERS = re.compile(r"data:[\w/+.-]*(?:;[\w=-]+)*;base64,([A-Za-z0-9+/]{8,}={0,2})")
# “M i l l  L a n e”, “M.i.l.l”
ONE_BY_ONE = re.compile(r" \w \w |\.\w\.\w")  # soon looked for
SPELT = re.compile(r"(?<![^\W_])(?:[^\W_][ .]){3,60}[^\W_](?![^\W_])")
# “12MillLane”, “MillLane12”: capitals part the words.
HUMP = re.compile(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Z][a-z])")
HUMPED = re.compile(r"\d{1,4}(?:[A-Z][a-z]+){2,4}|(?:[A-Z][a-z]+){2,4}\d{1,4}(?!\d)")
# “12milllane”, as in the name of a mailbox or of a site.
GLUED = re.compile(rf"\b(\d{{1,4}}[a-z]?)([a-z]{{3,}}?)({STREETS})\b", re.IGNORECASE)
# What may stand between the parts of an address that stand in a table, a title or a quotation.
SIGN_BETWEEN = re.compile(r"[—·•|“”„«»\"()~]")
BETWEEN = re.compile(r"\s{0,9}[—·•|“”„«»\"()~]+\s{0,9}")
DIGIT = re.compile(r"\d")
DOT = re.compile(r"(?<=\w) dot (?=\w)", re.IGNORECASE)
# Letters of other alphabets that look like ours (Unicode Technical Standard 39, confusables).
LOOK_ALIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТХУаеѕіјкорсухһԁΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABESIJKMHOPCTXYaesijkopcyxhdABEZHIKMNOPTYXo"
)
MIXED = re.compile(r"[a-zA-Z][Ͱ-ӿ]|[Ͱ-ӿ][a-zA-Z]")
WORD = re.compile(r"\w+")


def without_tags(text: str) -> str:
    """Return a text without tags, but with what stands in quotes inside of these; comments come last."""
    parts = (COMMENT.sub("", text), *COMMENT.findall(text))
    return " … ".join(TAG.sub(_what_it_says, part) for part in parts)


def _what_it_says(tag: re.Match[str]) -> str:
    if "://" in tag[0].partition(" ")[0]:
        return f" {tag[0][1:-1]} "  # an address of the web between its signs
    if "=" not in tag[0] and " " in tag[0].strip("</> "):
        return f" {tag[0][1:-1]} "  # words between signs, and no attributes
    said = "".join(f' "{each}"' for each in IN_QUOTES.findall(tag[0]))
    return f"{said} "  # in quotes still, so that it ends where it does


def with_our_letters(text: str) -> str:
    """Return a text in whose words no letter of another alphabet stands among ours."""
    if MIXED.search(text) is None:
        return text
    return WORD.sub(_in_our_letters, text)


def _in_our_letters(word: re.Match[str]) -> str:
    return word[0].translate(LOOK_ALIKE) if MIXED.search(word[0]) else word[0]


def other_readings(text: str) -> Iterator[str]:
    """Yield a text as it reads where its parts are put together, for each way they may be parted."""
    if "](" in text:
        yield LINK.sub(r"\1", text)
    if ONE_BY_ONE.search(text) and SPELT.search(text):
        yield HUMP.sub(" ", SPELT.sub(lambda run: re.sub("[ .]", "", run[0]), text))
    if DIGIT.search(text):
        if HUMPED.search(text):
            yield HUMP.sub(" ", text)
        if GLUED.search(text):
            yield GLUED.sub(r"\1 \2 \3", text)
        if SIGN_BETWEEN.search(text):
            yield BETWEEN.sub(" ", text)
    if " dot " in text or " DOT " in text or " Dot " in text:
        yield DOT.sub(".", text)
    if "base64," in text:
        yield from map(_from_letters, IN_LETTERS.findall(text))


def _from_letters(letters: str) -> str:
    whole = letters.rstrip("=")
    whole = whole[: len(whole) - (len(whole) % 4 == 1)]
    return base64.b64decode(whole + "=" * (-len(whole) % 4)).decode("utf-8", errors="replace")
