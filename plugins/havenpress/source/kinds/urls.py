# SPDX-License-Identifier: AGPL-3.0-or-later
"""Addresses of the web."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from ...findings import ERROR
from ..nodes import Node, Text
from ..reading import Reading
from ..tracking import find_tracking
from .emails import EMAIL, HERE_ONLY, HOST, NO_ADDRESS, mixes_alphabets
from .words import read_scalar

UNSAFE_IN_URL = re.compile(
    r"[\x00-\x20\x7f-\xa0\"<>\\^`{|}“”‘’\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
    r"|%(?![0-9A-Fa-f]{2})"
)
NUMBERED = re.compile(r"[\d.]+|.*:.*|0x[\da-f.]+")  # a host by its number on the network


@dataclass(frozen=True, slots=True)
class Url:
    """A web address that starts with https://, without a user name in it.

    ``is_followed`` says whether readers go there from a link, and should meet nobody on the way.
    """

    is_followed: bool = True

    def read(self, node: Node, reading: Reading) -> Text | None:
        """Return the value, or None after reporting what is wrong with it."""
        text = read_scalar(node, reading, "a web address")
        if text is None:
            return None
        problem = _url_problem(text)
        if problem is None:
            return text if not self.is_followed or _tells_nobody(text, reading) else None
        message, remedy = problem
        reading.fault(text, "value-url", f"“{text}” {message}", remedy, instead=_meant_url(text))
        return None

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"type": "string", "format": "uri", "pattern": "^https://"}


def _tells_nobody(text: Text, reading: Reading) -> bool:
    """Return whether an address may stand, after reporting who learns of those who follow it."""
    tracking = find_tracking(text)
    if tracking is None:
        return True
    message, remedy, instead, level = tracking
    reading.fault(text, "link-tracking", message, remedy, instead=instead or None, level=level)
    return level != ERROR


WHOLE = "write the whole address, as in “https://example.org/”"
AS_IN = "start it with https://, as in “https://example.org/”"


def _url_problem(text: str) -> tuple[str, str] | None:
    """Return what is wrong with a web address, and what to do about it."""
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return "is not a web address", "copy it from the browser’s address bar"
    if text.lower() in NO_ADDRESS:
        return "is no web address", "take the line out where there is none"
    if parts.scheme == "tel":
        return "is a telephone number", "give it as “- number: …” under “phones”"
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
    if mixes_alphabets(host):
        return "has letters of two alphabets that look alike", "type it anew, by hand"
    if HERE_ONLY.search(host) or NUMBERED.fullmatch(host):
        if "." in host or ":" in host:
            return (
                "leads to one machine or network only",
                "write the address that everybody can open",
            )
        return "is not a whole web address", WHOLE
    if HOST.fullmatch(host) is None:
        return "is not a whole web address", WHOLE
    return None


def _meant_url(text: str) -> str | None:
    """Return a good address in place of a bad one where no doubt is left."""
    linked = re.fullmatch(r"\[[^\]]*\]\(([^()\s]+)\)", text.strip())  # as in a post
    bare = linked[1] if linked else text.strip("<>,;. “”‘’\"'")
    if bare.startswith("(") and bare.endswith(")"):
        bare = bare[1:-1]
    bare = re.sub(
        r"^(?:(?:h?t?tps?|https?)(?:[:;]/{1,3}|//)|//)(?:https?(?::/{0,2}|/{1,2}))?",
        "https://",
        bare,
    )
    if "://" not in bare and "@" not in bare and not re.match(r"[a-z]+:", bare):
        bare = f"https://{bare}"
    return bare if bare != text and _url_problem(bare) is None else None
