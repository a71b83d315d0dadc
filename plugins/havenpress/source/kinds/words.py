# SPDX-License-Identifier: AGPL-3.0-or-later
"""Kinds of text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from ...findings import closest, did_you_mean
from ..nodes import Node, Sequence, Text, noun
from ..reading import SHAPELESS, Reading
from .plain_text import check_plain

# What people put between words of a list, commas of other scripts too; no hyphen inside a word.
BETWEEN_WORDS = re.compile(r"(?:[\s,;/|&+，、،]|(?<=\s)(?:-|and|or|y|et|und)(?=\s))+")
EACH_AN_ITEM = (
    "make an item of each: behind a hyphen on a line of its own, or between commas in [ ]"
)
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_VALUE = 2_000  # characters of what is no sentence, such as an address of the web
ANY_LENGTH = float("inf")
MOST_COMPARED = 1000  # ids, a microsecond each
LONGEST_SLUG = 100  # a file system takes 255 bytes, and people read addresses aloud
ALSO_MEANT = {
    "true": "yes", "y": "yes", "on": "yes", "always": "yes",
    "false": "no", "n": "no", "off": "no", "never": "no",
    **dict.fromkeys(("not_known", "unsure", "not_sure", "don't_know", "don’t_know", "dont_know"), "unknown"),
}  # fmt: skip


def read_scalar(
    node: Node, reading: Reading, wanted: str, most: float = LONGEST_VALUE
) -> Text | None:
    """Return a node that is text, of so many characters at most, or None after saying what it is."""
    if isinstance(node, Text) and len(node) <= most:
        return node
    if isinstance(node, Text):
        message = f"this has {len(node)} characters, where {wanted} belongs"
        reading.fault(node, "value-text", message, "look for pasted text in it")
        return None
    message = f"there is {noun(node)} here, where {wanted} belongs"
    alone = ", without brackets or hyphens" if isinstance(node, Sequence) else ""
    reading.fault(node, "value-kind", message, f"write {wanted}{alone}", mistake=SHAPELESS)
    return None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, at most ``most`` characters long."""

    most: int = 0
    pattern: str = ""
    looks_like: str = ""

    def read(self, node: Node, reading: Reading) -> Text | None:
        """Return the value, or None after reporting what is wrong with it."""
        text = read_scalar(node, reading, "one line of text", ANY_LENGTH)
        if text is None or not check_plain(text, reading):
            return None
        if "\n" in text.strip():
            message = "this goes over several lines"
            reading.fault(text, "value-text", message, "write it in one line")
            return None
        if self.most and len(text) > self.most:
            message = f"this has {len(text)} characters, and {self.most} are the most"
            reading.fault(text, "value-text", message, "say it in fewer words")
        if self.pattern and not re.fullmatch(self.pattern, text):
            message = f"“{text}” is not {self.looks_like}"
            reading.fault(text, "value-text", message, f"write {self.looks_like}")
            return None
        return text

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        schema: dict[str, Any] = {"type": "string"}
        if self.most:
            schema["maxLength"] = self.most
        if self.pattern:
            schema["pattern"] = f"^(?:{self.pattern})$"
        return schema


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text over any number of lines, at most ``most`` words long."""

    most: int = 0

    def read(self, node: Node, reading: Reading) -> Text | None:
        """Return the value, or None after reporting what is wrong with it."""
        text = read_scalar(node, reading, "text", ANY_LENGTH)
        if text is None or not check_plain(text, reading):
            return None
        words = len(text.split())
        if self.most and words > self.most:
            message = f"this has {words} words, and {self.most} are the most"
            reading.fault(text, "value-text", message, "say it in fewer words")
        return text

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"type": "string"}


@dataclass(frozen=True, slots=True, init=False)
class Choice:
    """One of a fixed set of words."""

    words: tuple[str, ...]
    meant: Mapping[str, str]

    def __init__(self, *words: str, **meant: str) -> None:
        """Take the words, and by other words that people write the one that they mean."""
        object.__setattr__(self, "words", words)
        object.__setattr__(self, "meant", {**ALSO_MEANT, **meant})

    def read(self, node: Node, reading: Reading) -> Text | None:
        """Return the value, or None after reporting what is wrong with it."""
        text = read_scalar(node, reading, "one word")
        if text is None or text in self.words:
            return text
        message = f"“{text}” is not one of: {', '.join(self.words)}"
        close = self.meant_by(text) or closest(text, self.words)
        remedy = did_you_mean(close, "write one of these")
        reading.fault(text, "value-choice", message, remedy, instead=close)
        return None

    def meant_by(self, text: str) -> str | None:
        """Return the word that a text names in other capitals or by another word, or None."""
        word = re.sub(r"[ -]", "_", text.lower())
        named = (each for each in self.words if re.sub(r"[ -]", "_", each) == word)
        meant = next(named, None) or self.meant.get(word)
        return meant if meant in self.words else None

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"enum": list(self.words)}


@dataclass(frozen=True, slots=True)
class Known:
    """A word that the site declares elsewhere, such as a category: ``what`` names the group.

    Where a site declares nothing of the group, every slug is taken. ``beside`` is a group that
    people take for it. ``reading.known["labels"]``
    may have the ids by what readers see, which is what people write at first.
    """

    group: str
    what: str
    declared_in: str = ""
    beside: str = ""

    def read(self, node: Node, reading: Reading) -> Text | None:
        """Return the value, or None after reporting what is wrong with it."""
        text = read_scalar(node, reading, f"the id of {self.what}")
        if text is None:
            return None
        known = reading.known.get(self.group)
        if known is None or text in known:
            return text
        several = [word for word in BETWEEN_WORDS.split(text) if word]
        if len(several) > 1 and all(word in known for word in several):
            self._report_several(text, several, reading)
            return None
        labels = reading.known.get("labels", {}).get(self.group, {})
        close = labels.get(text.casefold()) or closest(text, _comparable(text, known))
        beside = reading.known.get(self.beside) or ()
        remedy = did_you_mean(close, self._list(known))
        if not close and text in beside:
            remedy = f"it is one of “{self.beside}”; write it there"
        message = f"there is no {self.what.split(' ', 1)[-1]} “{text}”"
        reading.fault(text, "value-known", message, remedy, instead=close)
        return None

    def _report_several(self, text: Text, several: list[str], reading: Reading) -> None:
        if " - " in text:
            message = (
                f"“{text}” are {len(several)} ids, whose hyphens do not stand below each other"
            )
            remedy = "start each item of the list in the same column"
            reading.fault(text, "value-known", message, remedy)
            return
        if "," in text or reading.is_whole_item(text):
            message = f"“{text}” are {len(several)} ids in one item of the list"
            reading.fault(text, "value-known", message, EACH_AN_ITEM)
            return
        message = f"“{text}” are {len(several)} ids, and no comma parts them"
        remedy = "put a comma between them"
        reading.fault(text, "value-known", message, remedy, instead=", ".join(several))

    def _list(self, known: Any) -> str:
        names = ", ".join(sorted(known)[:12])
        where = f"; they are declared in {self.declared_in}" if self.declared_in else ""
        return f"write one of: {names}{where}" if names else f"declare it first{where}"

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"type": "string"}


def _comparable(text: str, known: Collection[str]) -> Collection[str]:
    """Return the ids to look for the one that was meant among: of very many, those that start alike.

    A file may have thousands of wrong ids, and each is compared with all of these.
    """
    if len(known) <= MOST_COMPARED:
        return known
    alike = (each for each in known if each[:1] == text[:1].lower())
    return list(islice(alike, MOST_COMPARED))


@dataclass(frozen=True, slots=True)
class Slug:
    """Small letters, digits and single hyphens: the last part of an address."""

    def read(self, node: Node, reading: Reading) -> Text | None:
        """Return the value, or None after reporting what is wrong with it."""
        text = read_scalar(node, reading, "one word")
        if text is None or (SLUG.fullmatch(text) and len(text) <= LONGEST_SLUG):
            return text
        if len(text) > LONGEST_SLUG:
            message = f"this has {len(text)} letters, and an address {LONGEST_SLUG} at most"
            reading.fault(text, "value-slug", message, "give it a shorter name")
            return None
        message = f"“{text}” cannot stand in an address"
        remedy = "use small letters, digits and hyphens only"
        name = text.rstrip("/").rpartition("/")[2] if "://" in text else text
        meant = slugify(re.sub(r"\.(?:ya?ml|html?|md)$", "", name))
        reading.fault(text, "value-slug", message, remedy, instead=meant or None)
        return None

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"type": "string", "pattern": f"^{SLUG.pattern}$"}


# Letters that are no plain letter with a mark.
LETTERS = str.maketrans(
    {"ß": "ss", "đ": "d", "ð": "d", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"}
)


def without_marks(text: str) -> str:
    """Return text in small letters without marks: “Đường Lê Lợi” is “duong le loi”."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    return "".join(char for char in text if not unicodedata.combining(char))


def slugify(text: str) -> str:
    """Return text as a slug; empty where it has no Latin letter or digit."""
    plain = without_marks(text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
