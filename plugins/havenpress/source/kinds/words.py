# SPDX-License-Identifier: AGPL-3.0-or-later
"""Kinds of text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from ..model import Reading, closest
from ..nodes import Node, Text, noun
from .plain_text import check_plain

# A host name’s parts (RFC 1123, section 2.1), in letters of any script (RFC 5890).
HOST = re.compile(r"(?:[^\W_](?:(?:[^\W_]|-){0,61}[^\W_])?\.)+[^\W\d_](?:[^\W_]|-){0,61}[^\W_]")
HERE_ONLY = re.compile(
    r"(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|invalid|onion)$"
)
UNSAFE_IN_URL = re.compile(r"[\x00-\x20\x7f-\xa0\"<>\\^`{|}\u2028\u2029“”‘’]")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?")
EMAIL = re.compile(r"[^\s@<>,;:\"]+@[^\s@.<>,;:\"]+(?:\.[^\s@.<>,;:\"]+)+")
# The signs that the HTML standard allows in an address, without those that a link would read
# otherwise (“?” and “%” in mailto:, RFC 6068), each part between dots.
LOCAL_PART = re.compile(r"[\w!#$&'*+/=^`{|}~-]+(?:\.[\w!#$&'*+/=^`{|}~-]+)*")
ALSO_MEANT = {"true": "yes", "y": "yes", "on": "yes", "false": "no", "n": "no", "off": "no"}
# Tags that name no one language, or another than people think.
NO_LANGUAGE = {"mul", "und", "zxx", "mis", "root"}
SLIPS = {
    "cn": "zh", "jp": "ja", "gr": "el", "cz": "cs", "dk": "da", "ua": "uk", "kr": "ko", "vn": "vi",
    "farsi": "fa", "dari": "fa-AF", "mandarin": "zh", "cantonese": "yue", "flemish": "nl",
    "castilian": "es", "bsl": "bfi", "british sign language": "bfi", "bahasa": "id",
}  # fmt: skip
# Sign languages that services offer and CLDR does not name (ISO 639-3), by what signers call them.
SIGN_LANGUAGES = {
    "asf": "Auslan",
    "bfi": "British Sign Language (BSL)",
    "csl": "Chinese Sign Language",
    "fsl": "Langue des signes française (LSF)",
    "gsg": "Deutsche Gebärdensprache (DGS)",
    "ins": "Indian Sign Language",
    "ise": "Lingua dei segni italiana (LIS)",
    "isg": "Irish Sign Language (ISL)",
    "jsl": "Japanese Sign Language",
    "mfs": "Lengua de señas mexicana (LSM)",
    "nzs": "New Zealand Sign Language",
    "psr": "Língua gestual portuguesa (LGP)",
    "rsl": "Russian Sign Language",
    "ssp": "Lengua de signos española (LSE)",
    "swl": "Svenskt teckenspråk",
    "tsm": "Türk İşaret Dili",
    "ukl": "Ukrainian Sign Language",
}


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
        """Return the value, or None after reporting what is wrong with it."""
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
        text = read_scalar(node, reading, "text")
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
        meant = self.meant.get(re.sub(r"[ -]", "_", text.lower()))
        close = meant if meant in self.words else closest(text, self.words)
        remedy = f"did you mean “{close}”?" if close else "write one of these"
        reading.fault(text, "value-choice", message, remedy, instead=close)
        return None

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
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
        """Return the value, or None after reporting what is wrong with it."""
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
        """Return the JSON Schema of the value."""
        return {"type": "string"}


@dataclass(frozen=True, slots=True)
class Slug:
    """Small letters, digits and single hyphens: the last part of an address."""

    def read(self, node: Node, reading: Reading) -> Text | None:
        """Return the value, or None after reporting what is wrong with it."""
        text = read_scalar(node, reading, "one word")
        if text is None or SLUG.fullmatch(text):
            return text
        message = f"“{text}” cannot stand in an address"
        remedy = "use small letters, digits and hyphens only"
        reading.fault(text, "value-slug", message, remedy, instead=slugify(text) or None)
        return None

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"type": "string", "pattern": f"^{SLUG.pattern}$"}


def slugify(text: str) -> str:
    """Return text as a slug; empty where it has no Latin letter or digit."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


@dataclass(frozen=True, slots=True)
class Url:
    """A web address that starts with https://, without a user name in it."""

    def read(self, node: Node, reading: Reading) -> Text | None:
        """Return the value, or None after reporting what is wrong with it."""
        text = read_scalar(node, reading, "a web address")
        if text is None:
            return None
        problem = _url_problem(text)
        if problem is None:
            return text
        message, remedy = problem
        reading.fault(text, "value-url", f"“{text}” {message}", remedy, instead=_meant_url(text))
        return None

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"type": "string", "format": "uri", "pattern": "^https://"}


AS_IN = "start it with https://, as in “https://example.org/”"


def _url_problem(text: str) -> tuple[str, str] | None:
    """Return what is wrong with a web address, and what to do about it."""
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return "is not a web address", AS_IN
    if parts.scheme != "https":
        if EMAIL.fullmatch(text.removeprefix("mailto:")):
            return "is an e-mail address", "give it as “email: …”"
        return "is not a web address that starts with https://", AS_IN
    if "@" in parts.netloc:
        return "has a user name in it", "take out what stands before the @"
    return _host_problem(text, host)


def _host_problem(text: str, host: str) -> tuple[str, str] | None:
    if len(text.split()) != 1:
        return "is not a whole web address", "give one address, without spaces"
    if UNSAFE_IN_URL.search(text):
        return "has a sign in it that no web address has", "copy it from the browser’s address bar"
    if HERE_ONLY.search(host) or re.fullmatch(r"[\d.]+|.*:.*|0x[\da-f.]+", host):
        if "." in host or ":" in host:
            return (
                "leads to one machine or network only",
                "write the address that everybody can open",
            )
        return "is not a whole web address", AS_IN
    if HOST.fullmatch(host) is None:
        return "is not a whole web address", AS_IN
    return None


def _meant_url(text: str) -> str | None:
    """Return a good address in place of a bad one where no doubt is left."""
    bare = text.strip("<>,;. ")
    if bare.startswith("http://"):
        bare = "https" + bare[4:]
    elif "://" not in bare and "@" not in bare and not re.match(r"[a-z]+:", bare):
        bare = f"https://{bare}"
    return bare if bare != text and _url_problem(bare) is None else None


@dataclass(frozen=True, slots=True)
class Email:
    """An e-mail address."""

    def read(self, node: Node, reading: Reading) -> Text | None:
        """Return the value, or None after reporting what is wrong with it."""
        text = read_scalar(node, reading, "an e-mail address")
        if text is None or is_email(text):
            return text
        message = f"“{text}” is not an e-mail address"
        remedy = "write it as in “help@example.org”"
        if len(EMAIL.findall(text)) > 1:
            message, remedy = (
                f"“{text}” holds two addresses",
                "give one, the one that is read daily",
            )
        reading.fault(text, "value-email", message, remedy, instead=_meant_email(text))
        return None

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"type": "string", "format": "email"}


def is_email(text: str) -> bool:
    """Return whether a text is one e-mail address at a host that everybody can reach."""
    local, at, host = text.rpartition("@")
    if not at or LOCAL_PART.fullmatch(local) is None or HOST.fullmatch(host) is None:
        return False
    return HERE_ONLY.search(host) is None


def _meant_email(text: str) -> str | None:
    """Return the one address that stands in “Clinic <clinic@example.org>” and the like."""
    plain = re.sub(r"\s*[(\[]\s*at\s*[)\]]\s*", "@", text, flags=re.IGNORECASE)
    plain = re.sub(r"^mailto:", "", plain.strip(), flags=re.IGNORECASE).split("?")[0]
    found = [each.strip(".") for each in EMAIL.findall(plain)]
    one = found[0] if len(found) == 1 else ""
    return one if one != text and is_email(one) else None


@dataclass(frozen=True, slots=True)
class Language:
    """A language tag (BCP 47); with ``declared`` only one that the site is written in."""

    declared: bool = False

    def read(self, node: Node, reading: Reading) -> Text | None:
        """Return the value, or None after reporting what is wrong with it."""
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
        """Return the JSON Schema of the value."""
        return {"type": "string", "pattern": f"^{LANGUAGE.pattern}$"}


@cache
def is_language(tag: str) -> bool:
    """Return whether a tag is well formed and its language has a name (CLDR, by Babel)."""
    from babel import Locale

    if not LANGUAGE.fullmatch(tag):
        return False
    english = Locale("en")
    first, *rest = tag.split("-")
    if first in NO_LANGUAGE or not (first in english.languages or first in SIGN_LANGUAGES):
        return False
    return all(part in english.territories or part in english.scripts for part in rest)


def language_code(text: str) -> str | None:
    """Return the code that was meant by a name or by other capitals: “English” is ``en``."""
    from babel import Locale
    from babel.core import get_global

    word = text.strip().lower()
    if word in SLIPS:
        return SLIPS[word]
    names = Locale("en").languages
    first, *rest = re.split("[-_]", word)
    first = get_global("language_aliases").get(first, first)
    tag = "-".join(
        [first, *({2: part.upper(), 4: part.title()}.get(len(part), part) for part in rest)]
    )
    if is_language(tag):
        return tag
    if is_language(tag.replace("-UK", "-GB")):
        return tag.replace("-UK", "-GB")
    named = next((code for code, name in names.items() if name.lower() == word), None)
    return named or _by_own_name(word)


# Languages in which European, American and Asian helplines answer most.
COMMON = (
    "ar am bg bn cs da de el es et fa fi fr gu he hi hr hu hy id it ja ka km ko ku lt lv mk my ne nl"
    " no pa pl ps pt ro ru sk sl so sq sr sv sw ta th ti tl tr uk ur uz vi zh"
).split()


@cache
def _own_names() -> dict[str, str]:
    from babel import Locale, UnknownLocaleError

    found = {}
    for code in COMMON:
        try:
            name = Locale.parse(code).get_language_name()
        except (UnknownLocaleError, ValueError):
            continue
        found[(name or code).lower()] = code
    return found


def _by_own_name(word: str) -> str | None:
    """Return the code of a language by what its speakers call it: “español” is ``es``."""
    return _own_names().get(word)
