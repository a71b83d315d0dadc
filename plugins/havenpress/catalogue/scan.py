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
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..findings import Finding, SettingsError
from .escapes import readings, with_plain_digits
from .unpacking import IMAGES, unpack

VARIABLE = "CATALOGUE_PRIVATE_TERMS"
SHORTEST = 5  # letters and digits of an entry; shorter ones would be found in any page
TAG = re.compile(r"<[^<>]*>")
# Latitude and longitude in degrees; digits beyond the fourth are below ten metres.
POSITION = re.compile(r"-?(\d{1,3})\.(\d{4})\d*\s*[,;\s]\s*-?(\d{1,3})\.(\d{4})\d*")
NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of the private list: its line, and what is left when signs are dropped."""

    line: int
    folded: str
    position: tuple[str, ...] = ()  # latitude and longitude, which a file may keep apart

    def is_in(self, haystack: str) -> bool:
        """Return whether folded text holds the entry."""
        apart = bool(self.position) and all(part in haystack for part in self.position)
        return apart or self.folded in haystack


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
    return path.read_text(encoding="utf-8-sig").splitlines()


def _mistake(message: str, remedy: str) -> SettingsError:
    return SettingsError(
        Finding(rule="confidential-list", message=message, remedy=remedy, file=VARIABLE)
    )


def fold_terms(terms: Iterable[str]) -> list[Term]:
    """Return the entries as they are searched; raises SettingsError for one that is too short."""
    folded = [Term(number, fold(term), _position(term)) for number, term in enumerate(terms, 1)]
    for term in folded:
        if 0 < len(term.folded) < SHORTEST:
            message = f"line {term.line} of the private list is too short to search for"
            raise _mistake(message, f"give at least {SHORTEST} letters or digits")
    return [term for term in folded if term.folded]


def _position(term: str) -> tuple[str, ...]:
    """Return the digits of a latitude and a longitude down to some ten metres, if it is that."""
    match = POSITION.fullmatch(term.strip())
    return (match[1] + match[2], match[3] + match[4]) if match else ()


def fold(text: str) -> str:
    """Return text without case, accents, spaces and signs."""
    if not text.isascii():
        text = with_plain_digits(unicodedata.normalize("NFKD", text))
    return NOT_WORD.sub("", text.casefold())


def _scan_file(path: Path, name: str, terms: list[Term]) -> list[Finding]:
    unpacked = unpack(path.read_bytes(), path.suffix.lower())
    findings = [_finding(name, *note) for note in dict.fromkeys(unpacked.notes)]
    haystack = "\n".join(_variants(name, *unpacked.texts)) if terms else ""
    for term in terms:
        if term.is_in(haystack):
            message = f"this file holds what line {term.line} of the private list forbids"
            remedy = "take it out of the sources; if it was published, treat the place as known"
            findings.append(_finding(name, "confidential-output", message, remedy))
    return findings


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
