# SPDX-License-Identifier: AGPL-3.0-or-later
"""Questions that readers have before they make contact, with answers, known or not."""

from __future__ import annotations

from ...source import Text
from ..entries import UNKNOWN, Address, Location, Safety, Service
from ..freshness import CLOSED, HIDDEN, STALE, state_of
from ..views import Fact, Freshness, Place, SafetyBox
from .edition import Edition, capital, phrase_of

ANSWERS = ("asks_for_id", "asks_immigration_status", "shares_with_police", "mandatory_reporting")
PREMISES = ("step_free", "accessible_toilet", "hearing_loop")
SOMETIMES_TOLD = ("parking", "quiet_room")  # shown only where somebody has told us


def safety_of(safety: Safety, edition: Edition) -> SafetyBox:
    """Return the safety box; what nobody has told us is a sentence in it."""
    facts = [_answer(name, getattr(safety, name), edition) for name in ANSWERS]
    return SafetyBox(
        heading=edition.words("safety.heading"),
        facts=(*facts, _first_contact(safety, edition)),
        notes=edition.phrase(safety.notes),
    )


def _answer(name: str, value: str, edition: Edition) -> Fact:
    words = edition.words
    text = words(f"answers.{name}.{value}")
    return Fact(
        term=words(f"answers.{name}.question"), texts=(text,), known=value != UNKNOWN, name=name
    )


def _first_contact(safety: Safety, edition: Edition) -> Fact:
    key = "answers.first_contact"
    texts = edition.lines(safety.first_contact)
    unknown = (edition.words(f"{key}.unknown"),)
    return Fact(
        term=edition.words(f"{key}.question"),
        texts=texts or unknown,
        known=bool(texts),
        name="first_contact",
    )


def facts_of(service: Service, edition: Edition) -> tuple[Fact, ...]:
    """Return who can use a service, how to start, what to bring, what it costs, and so on."""
    return (
        _eligibility(service, edition),
        *_optional("start", edition.lines(service.application_process), edition),
        _documents(service, edition),
        _cost(service, edition),
        _languages(service, edition),
        _areas(service, edition),
        *_optional("accreditations", edition.lines(service.accreditations), edition),
    )


def _fact(name: str, texts: tuple[str, ...], unknown: str, edition: Edition) -> Fact:
    return Fact(
        term=edition.words(f"facts.{name}"),
        texts=texts or ((edition.words(f"facts.{unknown}"),) if unknown else ()),
        known=bool(texts),
        name=name,
    )


def _optional(name: str, texts: tuple[str, ...], edition: Edition) -> list[Fact]:
    return [_fact(name, texts, "", edition)] if texts else []


def _eligibility(service: Service, edition: Edition) -> Fact:
    texts: list[str] = list(edition.lines(service.eligibility_description))
    ages = ages_text(service, edition)
    if ages:
        texts.append(ages)
    if service.serves:
        groups = edition.words.join(edition.words(f"serves.{group}") for group in service.serves)
        texts.append(edition.words("facts.serves", groups=groups))
    return _fact("eligibility", tuple(texts), "eligibility_unknown", edition)


def ages_text(service: Service, edition: Edition) -> str:
    """Return the ages in a sentence; empty where there is no limit."""
    low, high = service.minimum_age or 0, service.maximum_age
    if not low and high is None:
        return ""
    if high is None:
        return edition.words("facts.ages.from", low=low)
    if not low:
        return edition.words("facts.ages.to", high=high)
    form = "exactly" if low == high else "between"
    return edition.words(f"facts.ages.{form}", low=low, high=high)


def _documents(service: Service, edition: Edition) -> Fact:
    if service.required_documents is None:
        return _fact("documents", (), "documents_unknown", edition)
    names = tuple(filter(None, map(edition.phrase, service.required_documents)))
    return _fact("documents", names or (edition.words("facts.documents_none"),), "", edition)


def _cost(service: Service, edition: Edition) -> Fact:
    cost = service.cost
    texts = (edition.words(f"cost.{cost.type}"), *edition.lines(cost.description))
    term = edition.words("cost.question")
    return Fact(term=term, texts=texts, known=cost.type != UNKNOWN, name="cost")


def _languages(service: Service, edition: Edition) -> Fact:
    texts = [text for each in service.languages for text in _language(each, edition)]
    texts += edition.lines(service.interpretation_services)
    return _fact("languages", tuple(texts), "languages_unknown", edition)


def _language(language: object, edition: Edition) -> tuple[str, ...]:
    """Return a language with its note; a note in another language stands by itself."""
    name = edition.words.language_name(language.code)
    note = edition.phrase(language.note)
    if note and note.lang:
        return capital(name), note
    return (capital(f"{name} ({note})" if note else name),)


def _areas(service: Service, edition: Edition) -> Fact:
    names = area_names(service, edition)
    return _fact("areas", (edition.words.join(names),) if names else (), "", edition)


def area_names(service: Service, edition: Edition) -> list[str]:
    """Return the names of the areas of a service."""
    areas = edition.catalogue.settings.areas
    names = (edition.phrase(areas[area].name) for area in service.areas if area in areas)
    return [name for name in names if name]


def places_of(service: Service, edition: Edition) -> tuple[Place, ...]:
    """Return the places; of a confidential one nothing but that it is."""
    return tuple(_place(location, edition) for location in service.locations)


def _place(location: Location, edition: Edition) -> Place:
    if location.is_confidential:
        return Place(confidential=True, sentence=edition.words("place.confidential"))
    address = location.address if isinstance(location.address, Address) else Address()
    return Place(
        name=edition.phrase(location.name),
        lines=tuple(phrase_of(line) for line in _address_lines(address, edition) if line),
        accessibility=_premises(location, edition),
        transport=edition.phrase(location.transportation),
    )


def _address_lines(address: Address, edition: Edition) -> tuple[str, ...]:
    """The country is said where it is another one than the catalogue's."""
    abroad = address.country != edition.catalogue.settings.country
    return (
        address.address_1,
        address.address_2,
        address.city,
        address.region,
        address.state_province,
        address.postal_code,
        edition.words.country_name(address.country) if abroad else "",
    )


def _premises(location: Location, edition: Edition) -> tuple[str, ...]:
    premises = location.accessibility
    values = {name: getattr(premises, name, UNKNOWN) for name in (*PREMISES, *SOMETIMES_TOLD)}
    texts: list[str] = [
        edition.words(f"place.{name}.{value}")
        for name, value in values.items()
        if name in PREMISES or value != UNKNOWN
    ]
    if premises is not None:
        texts += edition.lines(premises.description)
    return tuple(texts)


def freshness_of(service: Service, edition: Edition) -> Freshness:
    """Return when an entry was checked and what readers should know about that."""
    words, checked = edition.words, service.verification.last_verified
    state = state_of(service, edition.catalogue.settings, edition.today)
    if checked is None:
        return Freshness(state=state, sentence=words("freshness.unchecked"))
    method = service.verification.method
    key = f"freshness.by.{method}" if method else "freshness.checked"
    return Freshness(
        state=state,
        sentence=words(key, date=words.date(checked)),
        date=checked.isoformat(),
        warning=_warning(service, state, edition),
    )


def _warning(service: Service, state: str, edition: Edition) -> str:
    if state == CLOSED:
        return edition.words(f"status.{service.status}")
    if state == HIDDEN:
        return edition.words("freshness.hidden_short")
    return edition.words("freshness.stale") if state == STALE else ""


def first_sentence(text: str) -> str:
    """Return the first sentence of a text, for a card."""
    plain = " ".join(text.split())
    for end in (". ", "? ", "! "):
        head, mark, _ = plain.partition(end)
        if mark and len(head) > 20:
            return head + mark.strip()
    return plain


def summary_of(service: Service, edition: Edition) -> Text:
    """Return the first sentence of the description."""
    lines = edition.lines(service.description)
    if not lines:
        return phrase_of("")
    first = lines[0]
    return phrase_of(
        Text.at(first_sentence(first), first.file, first.line, first.column), first.lang
    )
