# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the filter of a list page knows: tokens on each card, and choices that some card has."""

from __future__ import annotations

import json
from collections.abc import Iterable

from ..entries import Service
from ..views import Choices, Filter, Option
from .contacts import channels_of
from .edition import Edition, capital, collation

FEWEST = 5  # services below which a list needs no filter
SEPARATOR = ":"


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
    if len(services) < FEWEST:
        return None
    words = edition.words
    present = dict.fromkeys(token for each in services for token in tokens_of(each).split())
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
            Choices(name=name, legend=words(f"filter.{name}"), options=options)
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
        time_zone=edition.catalogue.settings.timezone,
    )


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
            value=" ".join(f"a:{each}" for each in areas_around(slug, edition)),
            label=edition.phrase(area.name) or slug,
        )
        for slug, area in edition.catalogue.settings.areas.items()
        if found.intersection(areas_around(slug, edition))
    )


def areas_around(area: str, edition: Edition) -> list[str]:
    """Return an area and all areas that it lies within."""
    areas, chain, at = edition.catalogue.settings.areas, [], area
    while at is not None and at in areas and at not in chain:
        chain.append(str(at))
        at = areas[at].within
    return chain


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
    """Return what people call a category or a need, by its token, its name among them."""
    terms = {"k": edition.catalogue.categories, "n": edition.catalogue.needs}
    found = {}
    for prefix, known in terms.items():
        for slug in _values(present, prefix):
            term = known.get(slug)
            name = [edition.phrase(term.name) or ""] if term else []
            spoken = [*name, *(term.words.get(edition.language, ()) if term else ())]
            found[f"{prefix}:{slug}"] = " ".join(spoken)
    return found
