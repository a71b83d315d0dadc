# SPDX-License-Identifier: AGPL-3.0-or-later
"""Kinds of text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from ..model import Reading, closest
from ..nodes import Node, Text, noun
from .plain_text import check_plain

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?")
EMAIL = re.compile(r"[^\s@<>,;:\"]+@[^\s@.<>,;:\"]+(?:\.[^\s@.<>,;:\"]+)+")


def read_scalar(node: Node, reading: Reading, wanted: str) -> Text | None:
    """Return a node that is text, or None after saying that it should be."""
    if isinstance(node, Text):
        return node
    message = f"there is {noun(node)} here, where {wanted} belongs"
    reading.fault(node, "value-kind", message, f"write {wanted}")
    return None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, at most ``most`` characters long."""

    most: int = 0
    pattern: str = ""
    looks_like: str = ""

    def read(self, node: Node, reading: Reading) -> Text | None:
        text = read_scalar(node, reading, "one line of text")
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
            reading.fault(text, "value-text", message)
            return None
        return text

    def schema(self) -> dict[str, Any]:
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
        text = read_scalar(node, reading, "text")
        if text is None or not check_plain(text, reading):
            return None
        words = len(text.split())
        if self.most and words > self.most:
            message = f"this has {words} words, and {self.most} are the most"
            reading.fault(text, "value-text", message, "say it in fewer words")
        return text

    def schema(self) -> dict[str, Any]:
        return {"type": "string"}


@dataclass(frozen=True, slots=True, init=False)
class Choice:
    """One of a fixed set of words."""

    words: tuple[str, ...]

    def __init__(self, *words: str) -> None:
        object.__setattr__(self, "words", words)

    def read(self, node: Node, reading: Reading) -> Text | None:
        text = read_scalar(node, reading, "one word")
        if text is None or text in self.words:
            return text
        message = f"“{text}” is not one of: {', '.join(self.words)}"
        close = closest(text, self.words)
        remedy = f"did you mean “{close}”?" if close else "write one of these"
        reading.fault(text, "value-choice", message, remedy, instead=close)
        return None

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.words)}


@dataclass(frozen=True, slots=True)
class Known:
    """A word that the site declares elsewhere, such as a category: ``what`` names the group.

    Where a site declares nothing of the group, every slug is taken.
    """

    group: str
    what: str
    declared_in: str = ""

    def read(self, node: Node, reading: Reading) -> Text | None:
        text = read_scalar(node, reading, f"the id of {self.what}")
        if text is None:
            return None
        known = reading.known.get(self.group)
        if known is None or text in known:
            return text
        close = closest(text, known)
        remedy = f"did you mean “{close}”?" if close else self._list(known)
        message = f"there is no {self.what.split(' ', 1)[-1]} “{text}”"
        reading.fault(text, "value-known", message, remedy, instead=close)
        return None

    def _list(self, known: Any) -> str:
        names = ", ".join(sorted(known)[:12])
        where = f"; they are declared in {self.declared_in}" if self.declared_in else ""
        return f"write one of: {names}{where}" if names else f"declare it first{where}"

    def schema(self) -> dict[str, Any]:
        return {"type": "string"}


@dataclass(frozen=True, slots=True)
class Slug:
    """Small letters, digits and single hyphens: the last part of an address."""

    def read(self, node: Node, reading: Reading) -> Text | None:
        text = read_scalar(node, reading, "one word")
        if text is None or SLUG.fullmatch(text):
            return text
        message = f"“{text}” cannot stand in an address"
        remedy = "use small letters, digits and hyphens only"
        reading.fault(text, "value-slug", message, remedy, instead=slugify(text) or None)
        return None

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{SLUG.pattern}$"}


def slugify(text: str) -> str:
    """Return text as a slug; empty where it has no Latin letter or digit."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


@dataclass(frozen=True, slots=True)
class Url:
    """A web address that starts with https://, without a user name in it."""

    def read(self, node: Node, reading: Reading) -> Text | None:
        text = read_scalar(node, reading, "a web address")
        if text is None:
            return None
        problem = _url_problem(text)
        if problem is None:
            return text
        instead = None
        if text.startswith("http://") and _url_problem("https" + text[4:]) is None:
            instead = "https" + text[4:]
        elif "://" not in text and _url_problem(f"https://{text}") is None:
            instead = f"https://{text}"
        remedy = "start it with https://, as in “https://example.org/”"
        reading.fault(text, "value-url", f"“{text}” {problem}", remedy, instead=instead)
        return None

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "uri", "pattern": "^https://"}


def _url_problem(text: str) -> str | None:
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return "is not a web address"
    if parts.scheme != "https":
        return "is not a web address that starts with https://"
    if "." not in host.strip(".") or any(char.isspace() for char in text):
        return "is not a whole web address"
    if "@" in parts.netloc:
        return "has a user name in it"
    return None


@dataclass(frozen=True, slots=True)
class Email:
    """An e-mail address."""

    def read(self, node: Node, reading: Reading) -> Text | None:
        text = read_scalar(node, reading, "an e-mail address")
        if text is None or EMAIL.fullmatch(text):
            return text
        message = f"“{text}” is not an e-mail address"
        reading.fault(text, "value-email", message, "write it as in “help@example.org”")
        return None

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "email"}


@dataclass(frozen=True, slots=True)
class Language:
    """A language tag (BCP 47); with ``declared`` only one that the site is written in."""

    declared: bool = False

    def read(self, node: Node, reading: Reading) -> Text | None:
        text = read_scalar(node, reading, "a language code")
        if text is None:
            return None
        known = reading.known.get("languages") if self.declared else None
        if known is not None and text not in known:
            message = f"“{text}” is not a language of this site ({', '.join(known)})"
            self._fault(text, reading, message, known)
            return None
        if not is_language(text):
            message = f"“{text}” is not a language code"
            self._fault(text, reading, message, ())
            return None
        return text

    def _fault(self, text: Text, reading: Reading, message: str, known: Any) -> None:
        close = language_code(text)
        instead = close if close and (not known or close in known) else None
        remedy = "use a code such as en, es or zh-Hans"
        if known:
            remedy = "use one of these, or add the language to content/site.yaml"
        reading.fault(text, "value-language", message, remedy, instead=instead)

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{LANGUAGE.pattern}$"}


@cache
def is_language(tag: str) -> bool:
    """Return whether a tag is well formed and its language has a name (CLDR, by Babel)."""
    from babel import Locale

    if not LANGUAGE.fullmatch(tag):
        return False
    return tag.split("-")[0] in Locale("en").languages


def language_code(text: str) -> str | None:
    """Return the code that was meant by a name or by other capitals: “English” is ``en``."""
    from babel import Locale

    word = text.strip().lower()
    names = Locale("en").languages
    if word.split("-")[0].split("_")[0] in names and len(word) <= 3:
        return word
    return next((code for code, name in names.items() if name.lower() == word), None)
