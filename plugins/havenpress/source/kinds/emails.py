# SPDX-License-Identifier: AGPL-3.0-or-later
"""E-mail addresses, and the hosts that everybody can reach."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from ..nodes import Node, Text
from ..reading import Reading
from .words import read_scalar

# A host name’s parts (RFC 1123, section 2.1), in letters of any script (RFC 5890).
HOST = re.compile(r"(?:[^\W_](?:(?:[^\W_]|-){0,61}[^\W_])?\.)+[^\W\d_](?:[^\W_]|-){0,61}[^\W_]")
HERE_ONLY = re.compile(
    r"(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|invalid|onion)$"
)
EMAIL = re.compile(r"[^\s@<>,;:\"]+@[^\s@.<>,;:\"]+(?:\.[^\s@.<>,;:\"]+)+")
# The signs that the HTML standard allows in an address, without those that a link would read
# otherwise (“?” and “%” in mailto:, RFC 6068), each part between dots.
LOCAL_PART = re.compile(r"[\w!#$&'*+/=^`{|}~-]+(?:\.[\w!#$&'*+/=^`{|}~-]+)*")
LONGEST_LOCAL = 64  # RFC 5321, section 4.5.3.1.1
LONGEST = 1_000  # characters of what is no address that are looked at, to say what it is
NO_ADDRESS = set("none no nothing null ~ - n/a na tbc tbd unknown ?".split())


@dataclass(frozen=True, slots=True)
class Email:
    """An e-mail address."""

    def read(self, node: Node, reading: Reading) -> Text | None:
        """Return the value, or None after reporting what is wrong with it."""
        text = read_scalar(node, reading, "an e-mail address")
        if text is None or is_email(text):
            return text
        typed, text = text, text[:LONGEST]
        message = f"“{text}” is not an e-mail address"
        remedy = "write it as in “help@example.org”"
        if mixes_alphabets(text.rpartition("@")[2]):
            message, remedy = f"“{text}” has letters of two alphabets", "type it anew, by hand"
        if _is_web_address(text):
            remedy = "give it as “url: …”"
        if len({each.strip("[]()") for each in EMAIL.findall(text)}) > 1 and "](" not in text:
            message, remedy = (
                f"“{text}” holds two addresses",
                "give one, the one that is read daily",
            )
        if text.lower() in NO_ADDRESS:
            remedy = "take the line out where there is none"
        meant = _meant_email(text) if text == typed else None
        reading.fault(typed, "value-email", message, remedy, instead=meant)
        return None

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"type": "string", "format": "email"}


def is_email(text: str) -> bool:
    """Return whether a text is one e-mail address at a host that everybody can reach."""
    local, at, host = text.rpartition("@")
    if (
        not at
        or len(local) > LONGEST_LOCAL
        or LOCAL_PART.fullmatch(local) is None
        or HOST.fullmatch(host) is None
    ):
        return False
    return HERE_ONLY.search(host) is None and not mixes_alphabets(host)


def mixes_alphabets(host: str) -> bool:
    """Return whether a part of a host has letters of two alphabets that look alike (UTS 39)."""
    return not host.isascii() and any(
        len(_alphabets(part) & {"LATIN", "CYRILLIC", "GREEK"}) > 1 for part in host.split(".")
    )


def _alphabets(word: str) -> set[str]:
    return {unicodedata.name(char, "").partition(" ")[0] for char in word if char.isalpha()}


def _is_web_address(text: str) -> bool:
    return (
        "@" not in text and re.match(r"(?:https?://|www\.)\S+$|[\w.-]+\.\w+/\S", text) is not None
    )


def _meant_email(text: str) -> str | None:
    """Return the one address that stands in “Clinic <clinic@example.org>” and the like."""
    linked = re.fullmatch(r"\[[^\]]*\]\(([^()\s]+)\)", text.strip())  # as in a post
    plain = unicodedata.normalize("NFKC", linked[1] if linked else text.strip(" “”‘’\"'"))
    plain = re.sub(r"\s*[(\[]\s*at\s*[)\]]\s*", "@", plain, flags=re.IGNORECASE)
    plain = re.sub(r"\s*[(\[]\s*dot\s*[)\]]\s*", ".", plain, flags=re.IGNORECASE)
    plain = re.sub(r"^mailto:/*", "", plain.strip(), flags=re.IGNORECASE).split("?")[0]
    if re.search(r"\w\s+[\w.-]+@", plain):  # a space in it, or a word in front of it
        return None
    found = [each.strip(".") for each in EMAIL.findall(plain)]
    one = found[0] if len(found) == 1 and " @" not in plain else _without_slips(plain)
    return one if one != text and is_email(one) else None


def _without_slips(text: str) -> str:
    """Return an address without spaces around its @, and with one dot for a comma or for two dots."""
    name, _, host = text.partition("@")
    return f"{name.rstrip()}@{re.sub(r'[,.]+', '.', host.strip())}"
