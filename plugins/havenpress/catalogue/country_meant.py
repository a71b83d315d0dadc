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
    """Report the country in place of the numbers, where none is one of it and most of another."""
    misfits: list[Text] = run.known.get("misfits", [])
    if not misfits or not isinstance(settings.country, Text) or _has_a_fit(services, misfits):
        return
    for meant in _likely(settings, services):
        theirs = [each for each in misfits if meant != settings.country and _is_of(meant, each)]
        if len(theirs) * FEW_STRAY >= len(misfits) * (FEW_STRAY - 1):
            _report_instead(settings.country, meant, theirs, run)
            return


def _has_a_fit(services: Mapping[str, Service], misfits: list[Text]) -> bool:
    """Return whether a number is one of the catalogue’s country; a short one is of many."""
    wrong = {_place_of(each) for each in misfits}
    numbers = (phone.number for each in services.values() for phone in each.phones)
    at_home = (each for each in numbers if each.e164 and not each.typed.startswith("+"))
    return any(_place_of(each.typed) not in wrong for each in at_home)


def _likely(settings: Settings, services: Mapping[str, Service]) -> Iterator[str]:
    """Yield the countries that other lines of the catalogue speak of."""
    from babel.core import get_global

    yield get_global("zone_territories").get(str(settings.timezone), "")
    places = (place.address for each in services.values() for place in each.locations)
    yield from {str(place.country): None for place in places if isinstance(place, Address)}


def _is_of(country: str, number: Text) -> bool:
    try:
        parsed = phonenumbers.parse(number, country or None)
    except phonenumbers.NumberParseException:
        return False
    form = phonenumbers.PhoneNumberFormat.E164
    is_real = phonenumbers.is_valid_number(parsed)
    return is_real or DRAMA.fullmatch(phonenumbers.format_number(parsed, form)) is not None


def _place_of(text: Text) -> Place:
    return text.file, text.line, text.column


def _report_instead(country: Text, meant: str, theirs: list[Text], run: Run) -> None:
    places, names = {_place_of(each) for each in theirs}, countries()
    told = [each for each in run.findings if _is_about(each, places)]
    run.findings[:] = [each for each in run.findings if not _is_about(each, places)]
    are = "1 is a number" if len(theirs) == 1 else f"{len(theirs)} are numbers"
    message = (
        f"“{country}” is {names[country]}, and no number here is one of it: {are} of {names[meant]}"
    )
    reading = Reading(country.file, run.settings_lines)
    remedy = f"did you mean “{meant}”?"
    level = ERROR if any(each.level == ERROR for each in told) else WARNING
    reading.fault(country, "value-country", message, remedy, instead=meant, level=level)
    run.findings += reading.findings


def _is_about(finding: Finding, places: set[Place]) -> bool:
    where = finding.file, finding.line, finding.column
    return finding.rule in ABOUT_NUMBERS and where in places
