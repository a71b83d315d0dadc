# SPDX-License-Identifier: AGPL-3.0-or-later
"""Other ways to write an entry of the private list: “12 Mill Street” is “Mill St 12”, and “twelve”.

Staff write a whole address on one line; a page may have its street alone. Only parts that are a
place by themselves are taken, for a town alone is on many pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product

from ..places import found_place

# Words for streets, and others in addresses, by the ways in which they are written.
ALIKE = (
    ("street", "st", "str"), ("road", "rd"), ("avenue", "ave", "av"), ("lane", "ln", "la"),
    ("drive", "dr"), ("close", "cl"), ("court", "ct"), ("crescent", "cres"), ("square", "sq"),
    ("gardens", "gdns"), ("terrace", "ter", "terr"), ("boulevard", "blvd", "bd"), ("place", "pl"),
    ("parkway", "pkwy"), ("highway", "hwy"), ("mount", "mt"), ("saint", "st"), ("fort", "ft"),
    ("north", "n"), ("south", "s"), ("east", "e"), ("west", "w"), ("apartment", "apt", "flat"),
    ("calle", "c"), ("avenida", "avda", "av"), ("plaza", "pza"), ("straße", "strasse", "str"),
    ("rue", "r"), ("ulica", "ul"),
)  # fmt: skip
FRONT = re.compile(r"(\d{1,5}[a-zA-Z]?)[\s,]+(\S.*)")
BEHIND = re.compile(r"(\S.*?)[\s,]+(?:(?:no|nr|number)\.?\s*)?(\d{1,5}[a-zA-Z]?)", re.IGNORECASE)
SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
MOST = 64  # ways to write one part; more are no address


def spellings(entry: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each part of an entry that tells a place, by a word that all ways to write it have."""
    parts = [part for part in map(str.strip, entry.split(",")) if _tells(part)]
    for part in parts or filter(_tells, [entry]):
        yield _name_in(part), [part, *islice(_written(part), MOST)]


def _name_in(part: str) -> str:
    """Return the longest word that is written in one way only, as “Mill”; else nothing."""
    words = (word.strip(".,") for word in part.split())
    names = [word for word in words if word.isalpha() and len(_ways(word)) == 1]
    return max(names, key=len, default="")


def _tells(part: str) -> bool:
    has_both = any(map(str.isdecimal, part)) and any(map(str.isalpha, part))
    return has_both and found_place(part) is not None


def _written(part: str) -> Iterator[str]:
    for turned in _turned(part):
        choices = [_ways(word) for word in turned.split()]
        yield from (" ".join(words) for words in product(*choices))


def _turned(part: str) -> Iterator[str]:
    """Yield an address with its number in front, behind, and in words."""
    front, behind = FRONT.fullmatch(part), BEHIND.fullmatch(part)
    number, street = front.groups() if front else behind.groups()[::-1] if behind else ("", part)
    yield part
    if number:
        yield f"{number} {street}"
        yield from (f"{street} {behind}{number}" for behind in ("", "no ", "number "))
    if number.isascii() and number.isdecimal() and int(number) < 1000:
        yield f"{in_words(int(number))} {street}"
        yield f"{in_words(int(number)).replace(' and ', ' ')} {street}"


def _ways(word: str) -> tuple[str, ...]:
    bare = word.strip(".,").casefold()
    found = [each for ways in ALIKE if bare in ways for each in ways]
    return tuple(dict.fromkeys([bare, *found])) if found else (word,)


def in_words(number: int) -> str:
    """Return a number below a thousand as it is read aloud in English."""
    if number < len(SMALL):
        return SMALL[number]
    if number < 100:
        tens, rest = divmod(number, 10)
        return TENS[tens - 2] + (f" {SMALL[rest]}" if rest else "")
    hundreds, rest = divmod(number, 100)
    return f"{SMALL[hundreds]} hundred" + (f" and {in_words(rest)}" if rest else "")
