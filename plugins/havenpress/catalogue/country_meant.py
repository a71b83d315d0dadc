# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers that are all of another country: then the country of the catalogue is what is wrong.

“country: NO” may have been meant as a no, and “US” may have come with an example. Each number
would be “too long”, and nobody would look at the one line that makes them so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import phonenumbers

from ..findings import ERROR, WARNING, Finding
from ..source import Text
from ..source.kinds.countries import countries
from ..source.reading import Reading
from .entries import Address, Service, Settings
from .kinds.phones import DRAMA
from .run import Run

ABOUT_NUMBERS = {"phone-number", "phone-cost", "confidential-phone"}
FEW_STRAY = 5  # one number in five may be wrong by itself
Place = tuple[str, int, int]


def blame_country(settings: Settings, services: Mapping[str, Service], run: Run) -> None:
    """Report the country in place of the numbers, where none is surely one of it, and most of another."""
    misfits: list[Text] = run.known.get("misfits", [])
    told = {_place_of(each) for each in run.findings if _is_about(each)}
    if not isinstance(settings.country, Text) or not (misfits or told):
        return
    fits = _fits(settings.country, services, misfits)
    doubtful = [each for each in fits if _place_of(each) in told]
    for meant in _likely(settings, services) if misfits or doubtful else ():
        if meant == settings.country or not all(_is_of(meant, each) for each in fits):
            continue
        theirs = [each for each in misfits if _is_of(meant, each)]
        theirs += [each for each in doubtful if _is_otherwise(meant, each, settings.country)]
        if len(theirs) * FEW_STRAY >= len(misfits + doubtful) * (FEW_STRAY - 1):
            _report_instead(settings.country, meant, theirs, run)
            return


def _fits(country: str, services: Mapping[str, Service], misfits: list[Text]) -> list[Text]:
    """Return the numbers that may be those of the catalogue’s country; a short one is of many."""
    wrong, code = set(map(_place_of, misfits)), phonenumbers.country_code_for_region(country)
    numbers = (phone.number for each in services.values() for phone in each.phones)
    at_home = (each.typed for each in numbers if each.e164.startswith(f"+{code}"))
    return [each for each in at_home if each[0] != "+" and _place_of(each) not in wrong]


def _likely(settings: Settings, services: Mapping[str, Service]) -> Iterator[str]:
    """Yield the countries that other lines of the catalogue speak of."""
    from babel.core import get_global

    yield get_global("zone_territories").get(str(settings.timezone), "")
    places = (place.address for each in services.values() for place in each.locations)
    yield from {str(place.country): None for place in places if isinstance(place, Address)}


def _is_of(country: str, number: Text) -> bool:
    parsed = _parsed(country, number)
    if parsed is None:
        return False
    form = phonenumbers.PhoneNumberFormat.E164
    is_real = phonenumbers.is_valid_number(parsed)
    return is_real or DRAMA.fullmatch(phonenumbers.format_number(parsed, form)) is not None


def _is_otherwise(country: str, number: Text, home: str) -> bool:
    """Return whether a number is one of another kind there, such as one that is free to call."""
    kinds = [phonenumbers.number_type(_parsed(each, number)) for each in (country, home)]
    return kinds[0] != kinds[1]


def _parsed(country: str, number: Text) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(number, country or None)
    except phonenumbers.NumberParseException:
        return None


def _place_of(thing: Text | Finding) -> Place:
    return thing.file, thing.line, thing.column


def _report_instead(country: Text, meant: str, theirs: list[Text], run: Run) -> None:
    places, names = {_place_of(each) for each in theirs}, countries()
    told = {each for each in run.findings if _is_about(each) and _place_of(each) in places}
    run.findings[:] = [each for each in run.findings if each not in told]
    are = "1 is a number" if len(theirs) == 1 else f"{len(theirs)} are numbers"
    message = (
        f"“{country}” is {names[country]}, and no number here is plainly one of it: "
        f"{are} of {names[meant]}"
    )
    reading = Reading(country.file, run.settings_text)
    remedy = f"did you mean “{meant}”?"
    level = ERROR if any(each.level == ERROR for each in told) else WARNING
    reading.fault(country, "value-country", message, remedy, instead=meant, level=level)
    run.findings += reading.findings


def _is_about(finding: Finding) -> bool:
    return finding.rule in ABOUT_NUMBERS
