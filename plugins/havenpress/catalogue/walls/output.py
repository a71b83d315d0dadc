# SPDX-License-Identifier: AGPL-3.0-or-later
"""The third wall around a confidential place: no byte of the output tells where it is.

Staff keep a private list of what must never appear, outside the repository, in the file that
``CATALOGUE_PRIVATE_TERMS`` names, one entry a line. No message ever repeats an entry: the log of
a build is often as public as the site.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ...findings import Finding, SettingsError
from ..places.disguises import with_our_letters
from .escapes import readings, with_plain_digits
from .spellings import spellings
from .unpacking import IMAGES, unpack

VARIABLE = "CATALOGUE_PRIVATE_TERMS"
SHORTEST = 5  # letters and digits of an entry; shorter ones would be found in any page
LONG_LIST = 20  # entries
SHORTEST_PART = 6  # of what we make of an entry: “NT1 2AB”
TAG = re.compile(r"<[^<>]*>")
# Latitude and longitude in degrees; digits beyond the fourth are below ten metres.
POSITION = re.compile(r"-?(\d{1,3})\.(\d{4})\d*\s*[,;\s]\s*-?(\d{1,3})\.(\d{4})\d*")
NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Term:
    """One entry of the private list: its line, and what is left when signs are dropped.

    ``others`` are other ways to write it, and its parts that are a place by themselves.
    """

    line: int
    folded: str
    others: tuple[tuple[str, tuple[str, ...]], ...] = ()  # by a word that all of a kind have
    position: tuple[str, ...] = ()  # latitude and longitude, which a file may keep apart

    @cached_property
    def starts(self) -> frozenset[str]:
        """The first letters of all that is looked for; where none is there, nothing is."""
        ways = (way for _, ways in self.others for way in ways)
        return frozenset(each[:SHORTEST] for each in (self.folded, *self.position, *ways))

    def is_in(self, haystack: str) -> bool:
        """Return whether folded text holds the entry."""
        apart = bool(self.position) and all(part in haystack for part in self.position)
        return apart or self.folded in haystack or self._is_in_other_words(haystack)

    def _is_in_other_words(self, haystack: str) -> bool:
        named = (ways for name, ways in self.others if name in haystack)
        return any(way in haystack for ways in named for way in ways)


def scan_output(folder: Path, terms: Iterable[str]) -> list[Finding]:
    """Return a finding for each file below a folder that holds one of the terms.

    Packed files (gzip, zip, PDF, image metadata) are looked into. Also reported is a picture
    that carries a position, whatever the list says.
    """
    wanted = fold_terms(terms)
    findings: list[Finding] = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and (wanted or path.suffix.lower() in IMAGES):
            findings += _scan_file(path, path.relative_to(folder).as_posix(), wanted)
    return findings


def read_private_terms(root: Path, environ: Mapping[str, str] = os.environ) -> list[str]:
    """Return the private list; empty where there is none. Raises SettingsError for a bad one.

    ``root`` is the repository, in which the list must not lie.
    """
    name = environ.get(VARIABLE)
    if not name:
        return []
    path = Path(name)
    if not path.is_file():
        raise _mistake("the private list is not there", "correct the path, or unset the variable")
    if path.resolve().is_relative_to(root.resolve()):
        raise _mistake("the private list lies in the repository", "move it out, and out of history")
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError:
        message = "the private list is not saved as UTF-8, so its letters cannot be known"
        raise _mistake(message, "save it as “UTF-8” in your editor’s “Save as” window") from None
    except OSError as error:
        message = (
            f"the private list cannot be read ({(error.strerror or 'unknown reason').lower()})"
        )
        raise _mistake(message, "let this account read it") from None


def _mistake(message: str, remedy: str) -> SettingsError:
    return SettingsError(
        Finding(rule="confidential-list", message=message, remedy=remedy, file=VARIABLE)
    )


def fold_terms(terms: Iterable[str]) -> list[Term]:
    """Return the entries as they are searched; raises SettingsError for one that is too short."""
    folded = [
        Term(number, fold(term), _others(term), _position(term))
        for number, term in enumerate(terms, 1)
    ]
    for term in folded:
        if 0 < len(term.folded) < SHORTEST:
            message = f"line {term.line} of the private list is too short to search for"
            raise _mistake(message, f"give at least {SHORTEST} letters or digits")
    return [term for term in folded if term.folded]


def _others(term: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the other ways to write an entry and its parts, folded, each group by its name."""
    return tuple((fold(name), _shortest(map(fold, ways))) for name, ways in spellings(term))


def _shortest(ways: Iterable[str]) -> tuple[str, ...]:
    """Return the texts that have none of the others in them: “12millst” is in “12millstreet”."""
    kept: list[str] = []
    for each in sorted(set(ways), key=len):
        if len(each) >= SHORTEST_PART and not any(map(each.__contains__, kept)):
            kept.append(each)
    return tuple(kept)


def _position(term: str) -> tuple[str, ...]:
    """Return the digits of a latitude and a longitude down to some ten metres, if it is that."""
    match = POSITION.fullmatch(term.strip())
    return (match[1] + match[2], match[3] + match[4]) if match else ()


def fold(text: str) -> str:
    """Return text without case, accents, spaces and signs."""
    if not text.isascii():
        text = with_our_letters(with_plain_digits(unicodedata.normalize("NFKD", text)))
    return NOT_WORD.sub("", text.casefold())


def _scan_file(path: Path, name: str, terms: list[Term]) -> list[Finding]:
    unpacked = unpack(path.read_bytes(), path.suffix.lower())
    findings = [_finding(name, *note) for note in dict.fromkeys(unpacked.notes)]
    haystack = "\n".join(_variants(name, *unpacked.texts)) if terms else ""
    for term in _likely(terms, haystack):
        if term.is_in(haystack):
            message = f"this file holds what line {term.line} of the private list forbids"
            remedy = "take it out of the sources; if it was published, treat the place as known"
            findings.append(_finding(name, "confidential-output", message, remedy))
    return findings


def _likely(terms: Sequence[Term], haystack: str) -> Sequence[Term]:
    """Return the entries of a long list whose first letters are in a text, which is soon known."""
    if len(terms) < LONG_LIST:
        return terms
    starts = {haystack[place : place + SHORTEST] for place in range(len(haystack))}
    return [term for term in terms if not term.starts.isdisjoint(starts)]


def _variants(*texts: str) -> Iterable[str]:
    """Yield each text folded: without its escapes, and without its tags."""
    for text in texts:
        tags = text.count("<")
        for plain in readings(text):
            yield fold(plain)
            if "<" in plain:
                yield fold(TAG.sub("", plain))
            if 0 < tags < plain.count("<"):  # what was no tag may swallow words now
                yield from map(fold, readings(TAG.sub("", text)))


def _finding(name: str, rule: str, message: str, remedy: str) -> Finding:
    return Finding(rule=rule, message=message, remedy=remedy, page=name)
