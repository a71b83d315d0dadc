# SPDX-License-Identifier: AGPL-3.0-or-later
"""The index of all services, for the page that searches them where a list would be too long.

It comes as a script with the page, the same for everybody: nobody learns what is searched. It
holds what cards show and nothing else, so it can say no more about a place than they do.

    {"tokens": [[token, label, words], …], "hours": [[text, spans, changes], …],
     "services": [[id, name, summary, [token, …], hours, shown, href, closed, language], …]}

``tokens`` and ``hours`` are numbered by their place; a service names them by number. Empty ends
of a service are left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from ..entries import Service
from ..views import ServiceCard
from .cards import card_of
from .edition import Edition, capital
from .filter import words_for
from .lists import is_long

NAME = "havenpressServices"


class Numbering:
    """Things in the order of their first use, each with its number."""

    def __init__(self) -> None:
        self.numbers: dict[object, int] = {}

    def __call__(self, thing: object) -> int:
        """Return the number of a thing; a new one gets the next."""
        return self.numbers.setdefault(thing, len(self.numbers))


def index_of(edition: Edition) -> str:
    """Return the index as a script; empty where one page has every service."""
    if not is_long(edition):
        return ""
    tokens, hours = Numbering(), Numbering()
    services = [_row(each, tokens, hours, edition) for each in _searched(edition)]
    data = {
        "tokens": [[token, *_label(str(token), edition)] for token in tokens.numbers],
        "hours": list(hours.numbers),
        "services": services,
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"self.{NAME}={_script_safe(text)};\n"


def _script_safe(text: str) -> str:
    """JSON is JavaScript but for two line ends (ECMA-262, before its tenth edition)."""
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _searched(edition: Edition) -> Iterable[Service]:
    """Crisis lines stand on the page already."""
    return (each for each in edition.listed if not each.crisis or each.is_closed)


def _label(token: str, edition: Edition) -> tuple[str, str]:
    """Return how a card shows a token (empty where it does not), and the words that find it."""
    kind, words = token.partition(":")[0], words_for(token, edition)
    if kind == "a":
        return words, words
    if kind == "l" or (kind == "p" and words != words_for("p:free", edition)):
        return capital(words), words
    return "", "" if kind == "c" else words


def _row(service: Service, tokens: Numbering, hours: Numbering, edition: Edition) -> list[object]:
    card = card_of(service, edition)
    first = next((each for each in card.contacts if each.href.startswith(("tel:", "sms:"))), None)
    row: list[object] = [
        card.id,
        card.name,
        card.summary,
        [tokens(token) for token in card.tokens.split()],
        hours((card.hours, card.open, card.shut)),
        first.value if first else "",
        first.href if first else "",
        _warning(card),
        card.name.lang or card.summary.lang,
    ]
    while row and row[-1] == "":
        row.pop()
    return row


def _warning(card: ServiceCard) -> str:
    return card.closed or (card.freshness.warning if card.freshness else "")
