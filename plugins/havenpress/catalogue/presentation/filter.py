# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the filter of a list page knows: tokens on each card, and choices that some card has."""

from __future__ import annotations

import json
import string
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from ..entries import Service
from ..views import Choices, Filter, Option, Row
from .contacts import channels_of
from .edition import Edition, capital, collation

FEWEST = 5  # services below which a list needs no filter
ROWS = ("hours", "areas", "languages", "cost")  # what a card of the index says
MANY = ("need", "channel", "cost")  # groups of which readers can take several at once


def tokens_of(service: Service) -> str:
    """Return everything that a choice of the filter can ask of a service."""
    groups = {
        "n": service.needs,
        "a": service.areas,
        "l": [language.code for language in service.languages],
        "c": channels_of(service),
        "p": [service.cost.type],
        "k": service.categories,
    }
    return " ".join(f"{name}:{value}" for name, values in groups.items() for value in values)


def filter_of(services: Iterable[Service], edition: Edition) -> Filter | None:
    """Return the filter of a list; None where the list is short."""
    services = list(services)
    return _filter(services, edition) if len(services) >= FEWEST else None


def search_of(edition: Edition) -> Filter:
    """Return the filter of the page that searches the index of all services."""
    words = edition.words
    return replace(
        _filter(edition.listed, edition),
        index=True,
        words="{}",  # the index has them
        tokens=(),
        start=words("filter.start"),
        results=words("filter.results"),
        show_more=words("filter.show_more"),
        call=words("contact.actions.voice"),
        rows=tuple(Row(name=name, label=words(f"filter.rows.{name}")) for name in ROWS),
    )


def _filter(services: Iterable[Service], edition: Edition) -> Filter:
    words = edition.words
    counts = Counter(token for each in services for token in tokens_of(each).split())
    present = [token for token, _ in counts.most_common()]
    groups = (
        ("need", _needs(present, edition)),
        ("area", _areas(present, edition)),
        ("language", _languages(present, edition)),
        ("channel", _labelled(present, "c", "channels", edition)),
        ("cost", _labelled(present, "p", "cost.short", edition)),
    )
    return Filter(
        heading=words("filter.heading"),
        choices=tuple(
            Choices(name=name, legend=words(f"filter.{name}"), options=options, many=name in MANY)
            for name, options in groups
            if len(options) > 1
        ),
        search_label=words("filter.search"),
        search_hint=words("filter.hint"),
        open_label=words("filter.open"),
        clear_label=words("filter.clear"),
        any_label=words("filter.any"),
        more_label=words("filter.more"),
        none_found=words("filter.none"),
        counts=_json(words.plurals("filter.counts")),
        words=_json(_other_words(present, edition)),
        tokens=tuple(present),
        ignored=words("filter.ignored"),
        time_zone=edition.catalogue.settings.timezone,
    )


def codes_of(tokens: str, table: Filter) -> str:
    """Return tokens as their numbers in the table of a filter, in base 36 to save bytes."""
    numbers = {token: number for number, token in enumerate(table.tokens)}
    return " ".join(_base36(numbers[token]) for token in tokens.split())


def _base36(number: int) -> str:
    high, low = divmod(number, 36)
    return (_base36(high) if high else "") + (string.digits + string.ascii_lowercase)[low]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _values(present: Iterable[str], prefix: str) -> list[str]:
    return [token[2:] for token in present if token.startswith(f"{prefix}:")]


def _needs(present: Iterable[str], edition: Edition) -> tuple[Option, ...]:
    found = set(_values(present, "n"))
    return tuple(
        Option(value=f"n:{slug}", label=edition.phrase(term.name) or slug)
        for slug, term in edition.catalogue.needs.items()
        if slug in found
    )


def _areas(present: Iterable[str], edition: Edition) -> tuple[Option, ...]:
    """What serves an area around a town serves the town."""
    found = set(_values(present, "a"))
    return tuple(
        Option(
            value=" ".join(f"a:{each}" for each in edition.areas_around(slug)),
            label=edition.phrase(area.name) or slug,
        )
        for slug, area in edition.catalogue.settings.areas.items()
        if found.intersection(edition.areas_around(slug))
    )


def _languages(present: Iterable[str], edition: Edition) -> tuple[Option, ...]:
    options = [
        Option(value=f"l:{code}", label=capital(edition.words.language_name(code)))
        for code in _values(present, "l")
    ]
    return tuple(sorted(options, key=lambda option: collation(option.label)))


def _labelled(
    present: Iterable[str], prefix: str, key: str, edition: Edition
) -> tuple[Option, ...]:
    return tuple(
        Option(value=f"{prefix}:{value}", label=edition.words(f"{key}.{value}"))
        for value in sorted(_values(present, prefix))
    )


def _other_words(present: Iterable[str], edition: Edition) -> dict[str, str]:
    """Return what people call what a card does not say in words, by its token."""
    found = {token: words_for(token, edition) for token in present if token[0] in "kn"}
    if "p:free" in present:
        found["p:free"] = words_for("p:free", edition)
    return found


def words_for(token: str, edition: Edition) -> str:
    """Return the name of a token and what else people call it: “Drugs and alcohol rehab detox”."""
    prefix, slug = token.split(":", 1)
    if prefix == "l":
        return edition.words.language_name(slug)
    if prefix == "c":
        return edition.words(f"channels.{slug}")
    if prefix == "p":
        return edition.words(f"cost.short.{slug}")
    if prefix == "a":
        area = edition.catalogue.settings.areas.get(slug)
        return (area and edition.phrase(area.name)) or slug
    known = edition.catalogue.categories if prefix == "k" else edition.catalogue.needs
    term = known.get(slug)
    if term is None:
        return ""
    return " ".join([edition.phrase(term.name) or "", *term.words.get(edition.language, ())])
