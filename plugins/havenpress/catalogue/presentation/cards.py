# SPDX-License-Identifier: AGPL-3.0-or-later
"""A service as a card, and what the filter knows of it."""

from __future__ import annotations

from ..entries import Service
from ..freshness import CLOSED, HIDDEN
from ..views import Link, Phrase, ServiceCard
from .contacts import contacts_of
from .edition import Edition, capital, phrase_of
from .facts import area_names, freshness_of, summary_of
from .filter import tokens_of
from .hours import changes_text, hours_of, spans_text


def card_of(service: Service, edition: Edition) -> ServiceCard:
    """Return the card of a service; one that is closed or hidden has no way to make contact."""
    words, freshness = edition.words, freshness_of(service, edition)
    shown = freshness.state not in (CLOSED, HIDDEN)
    contacts = contacts_of(service, edition) if shown else ()
    return ServiceCard(
        id=service.id,
        name=name_of(service, edition),
        url=service_path(service, edition),
        organization=organization_name(service, edition),
        summary=summary_of(service, edition),
        categories=category_links(service, edition),
        areas=_areas(service, edition),
        languages=capital(words.join(words.language_name(each.code) for each in service.languages)),
        cost=words(f"cost.short.{service.cost.type}"),
        free=service.cost.type == "free",
        hours=hours_of(service.hours, edition).summary if shown else "",
        contact=contacts[0] if contacts else None,
        contacts=contacts,
        confidential=words("place.short") if service.is_confidential else "",
        crisis=service.crisis,
        closed=freshness.warning if freshness.state == CLOSED else "",
        freshness=freshness,
        tokens=tokens_of(service),
        open=spans_text(service.hours),
        shut=changes_text(service.hours, edition.today),
    )


def _areas(service: Service, edition: Edition) -> Phrase:
    """Return the areas in a list; in another language where all their names are."""
    names = area_names(service, edition)
    languages = {getattr(name, "lang", "") for name in names}
    return phrase_of(edition.words.join(names), languages.pop() if len(languages) == 1 else "")


def name_of(service: Service, edition: Edition) -> Phrase:
    """Return the name of a service, or its id where the name could not be read."""
    return edition.phrase(service.name) or phrase_of(service.id)


def organization_name(service: Service, edition: Edition) -> Phrase:
    """Return the name of who runs a service."""
    organization = edition.catalogue.organizations.get(service.organization)
    name = edition.phrase(organization.name) if organization else None
    return name or phrase_of(str(service.organization))


def service_path(service: Service, edition: Edition) -> str:
    """Return the address of a service."""
    return edition.path(f"services/{service.id}/")


def category_links(service: Service, edition: Edition) -> tuple[Link, ...]:
    """Return the categories of a service."""
    known = edition.catalogue.categories
    return tuple(category_link(slug, edition) for slug in service.categories if slug in known)


def category_link(slug: str, edition: Edition, *, count: int = 0, current: bool = False) -> Link:
    """Return a category as a link to its list."""
    return Link(
        label=edition.phrase(edition.catalogue.categories[slug].name) or slug,
        url=edition.path(f"services/category/{slug}/"),
        slug=slug,
        count=count,
        current=current,
    )
