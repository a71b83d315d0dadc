# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of the catalogue in one language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from ..entries import Organization, Service
from ..freshness import CLOSED, HIDDEN, state_of
from ..views import (
    Group,
    Link,
    MovedPage,
    OrganizationPage,
    Phrase,
    ServiceCard,
    ServicePage,
    ServicesPage,
    View,
)
from .cards import (
    card_of,
    category_link,
    category_links,
    name_of,
    organization_name,
    service_path,
)
from .contacts import contacts_of, organization_contacts
from .edition import Edition, collation, phrase_of
from .facts import facts_of, freshness_of, places_of, safety_of, summary_of
from .filter import areas_around, filter_of
from .hours import hours_of

HEADINGS = ("contact", "hours", "facts", "places", "safety", "report", "description")

Page = tuple[str, View]  # the template’s name and what it gets


def pages_of(edition: Edition) -> Iterator[Page]:
    """Yield every page of one language."""
    yield "services", services_page(edition)
    for slug, services in _by_category(edition).items():
        yield "services", category_page(slug, services, edition)
    for slug, services in _by_area(edition).items():
        yield "services", area_page(slug, services, edition)
    for service in edition.catalogue.services.values():
        yield "service", service_page(service, edition)
    for organization in edition.catalogue.organizations.values():
        yield "organization", organization_page(organization, edition)
    for old, service in edition.catalogue.renamed.items():
        yield "service-moved", moved_page(old, service, edition)


def listed(edition: Edition) -> list[Service]:
    """Return the services that lists show, in the order of their names."""
    shown = [
        service
        for service in edition.catalogue.services.values()
        if state_of(service, edition.catalogue.settings, edition.today) != HIDDEN
    ]
    return sorted(shown, key=lambda service: (collation(name_of(service, edition)), service.id))


def _by_category(edition: Edition) -> dict[str, list[Service]]:
    found = {
        slug: [service for service in listed(edition) if slug in service.categories]
        for slug in edition.catalogue.categories
    }
    return {slug: services for slug, services in found.items() if services}


def _by_area(edition: Edition) -> dict[str, list[Service]]:
    found = {}
    for area in edition.catalogue.settings.areas:
        around = set(areas_around(area, edition))
        services = [each for each in listed(edition) if around.intersection(each.areas)]
        if services:
            found[area] = services
    return found


def category_overview(edition: Edition, current: str = "") -> tuple[Link, ...]:
    """Return the categories that have services, in the order of the taxonomy."""
    return tuple(
        category_link(slug, edition, count=len(services), current=slug == current)
        for slug, services in _by_category(edition).items()
    )


def area_overview(edition: Edition, current: str = "") -> tuple[Link, ...]:
    """Return the areas that have services."""
    return tuple(
        Link(
            label=_area_name(area, edition),
            url=edition.path(f"services/area/{area}/"),
            slug=area,
            count=len(services),
            current=area == current,
        )
        for area, services in _by_area(edition).items()
    )


def _area_name(area: str, edition: Edition) -> str:
    return edition.phrase(edition.catalogue.settings.areas[area].name) or area


def services_page(edition: Edition) -> ServicesPage:
    """Return the list of everything."""
    words = edition.words
    return _list_page(
        "services/",
        words("list.title"),
        listed(edition),
        edition,
        heading=words("list.heading"),
        categories=category_overview(edition),
        areas=area_overview(edition),
        hidden=_hidden_sentence(edition),
    )


def category_page(slug: str, services: list[Service], edition: Edition) -> ServicesPage:
    """Return the list of one category, whatever other categories its services have."""
    term = edition.catalogue.categories[slug]
    name = edition.phrase(term.name) or phrase_of(slug)
    return _list_page(
        f"services/category/{slug}/",
        edition.words("list.category", name=name),
        services,
        edition,
        heading=name,
        intro=edition.phrase(term.description) or "",
        categories=category_overview(edition, slug),
        group=slug,
    )


def area_page(slug: str, services: list[Service], edition: Edition) -> ServicesPage:
    """Return the list of one area, with what serves the areas around it."""
    name = _area_name(slug, edition)
    title = edition.words("list.area", name=name)
    return _list_page(
        f"services/area/{slug}/",
        title,
        services,
        edition,
        heading=title,
        intro=edition.words("list.area_intro", name=name),
        areas=area_overview(edition, slug),
    )


def _list_page(
    path: str,
    title: str,
    services: list[Service],
    edition: Edition,
    *,
    heading: str,
    intro: str = "",
    categories: tuple[Link, ...] = (),
    areas: tuple[Link, ...] = (),
    hidden: str = "",
    group: str = "",
) -> ServicesPage:
    words = edition.words
    crisis = [service for service in services if service.crisis and not service.is_closed]
    others = [service for service in services if service not in crisis]
    return ServicesPage(
        title=title,
        description=words("list.description"),
        lang=edition.language,
        url=edition.path(path),
        alternates=edition.alternates(path),
        breadcrumbs=() if path == "services/" else (_services_link(edition),),
        heading=heading,
        intro=intro,
        crisis_heading=words("list.crisis"),
        crisis=_cards(crisis, edition),
        groups=tuple(_groups(others, edition, group)),
        order="" if group else words("list.order"),
        count=words.count("list.count", len(services)),
        categories=categories,
        areas=areas,
        filter=filter_of(others, edition),
        helpline=edition.helpline_text if edition.helpline else "",
        helpline_href=edition.helpline_href,
        hidden=hidden,
    )


def _services_link(edition: Edition) -> Link:
    return Link(label=edition.words("list.title"), url=edition.path("services/"))


def _cards(services: Iterable[Service], edition: Edition) -> tuple[ServiceCard, ...]:
    return tuple(card_of(service, edition) for service in services)


def _groups(services: list[Service], edition: Edition, only: str) -> Iterator[Group]:
    """Each service stands in the group of its first category; closed ones come last."""
    running = [service for service in services if not service.is_closed]
    for slug in [only] if only else edition.catalogue.categories:
        chosen = [each for each in running if only or each.categories[:1] == [slug]]
        if chosen:
            link = category_link(slug, edition)
            cards = _cards(chosen, edition)
            yield Group(slug=slug, heading=link.label, url=link.url, cards=cards)
    closed = [service for service in services if service.is_closed]
    if closed:
        heading = edition.words("list.closed_group")
        yield Group(slug="closed", heading=heading, url="", cards=_cards(closed, edition))


def _hidden_sentence(edition: Edition) -> str:
    hidden = [each for each in edition.catalogue.services if edition.is_hidden(each)]
    if not hidden:
        return ""
    counted = edition.words.count("list.hidden", len(hidden))
    return f"{counted} {edition.words('list.hidden_help', helpline=edition.helpline_text)}"


def service_page(service: Service, edition: Edition) -> ServicePage:
    """Return the page of one service."""
    words, freshness = edition.words, freshness_of(service, edition)
    hidden = freshness.state == HIDDEN
    lines = edition.lines(service.description)
    path = f"services/{service.id}/"
    return ServicePage(
        title=name_of(service, edition),
        description=summary_of(service, edition),
        lang=edition.language,
        url=edition.path(path),
        alternates=edition.alternates(path),
        breadcrumbs=_breadcrumbs(service, edition),
        fallback=_fallback_note(service, edition),
        id=service.id,
        name=name_of(service, edition),
        alternate_name=edition.phrase(service.alternate_name),
        organization=organization_name(service, edition),
        organization_url=edition.path(f"organizations/{service.organization}/"),
        summary=lines[0] if lines else phrase_of(""),
        paragraphs=lines[1:],
        alert=edition.phrase(service.alert),
        closed=freshness.warning if freshness.state == CLOSED else "",
        hidden=words("freshness.hidden", helpline=edition.helpline_text) if hidden else "",
        crisis=service.crisis,
        categories=category_links(service, edition),
        contacts=() if hidden else contacts_of(service, edition),
        hours=hours_of(service.hours, edition),
        facts=facts_of(service, edition),
        places=places_of(service, edition),
        safety=safety_of(service.safety, edition),
        freshness=freshness,
        headings={name: words(f"headings.{name}") for name in HEADINGS},
        report=words("report.text"),
        report_href=_report_href(service, edition),
        json_ld=_json_ld(service, edition) if not hidden else "",
    )


def _json_ld(service: Service, edition: Edition) -> str:
    """Return data for search engines, where the organisation publishes open data."""
    from ..exports.jsonld import json_ld_of

    return json_ld_of(service, edition) if edition.catalogue.settings.open_data else ""


def _breadcrumbs(service: Service, edition: Edition) -> tuple[Link, ...]:
    return (_services_link(edition), *category_links(service, edition)[:1])


def _fallback_note(service: Service, edition: Edition) -> str:
    """Return a sentence where a part of the page is not in its language."""
    texts = [service.name, service.description, service.eligibility_description, service.alert]
    texts += [service.application_process, service.safety.notes, service.safety.first_contact]
    foreign = (phrase.lang for phrase in map(edition.phrase, texts) if phrase and phrase.lang)
    language = next(foreign, "")
    name = edition.words.language_name(language) if language else ""
    return edition.words("fallback", language=name) if language else ""


def _report_href(service: Service, edition: Edition) -> str:
    report = edition.catalogue.settings.report
    if report.url is not None:
        return str(report.url)
    if report.email is None:
        return edition.path(edition.feedback) if edition.feedback else ""
    subject = edition.words("report.subject", name=service.id)
    return f"mailto:{report.email}?subject={quote(subject)}"


def organization_page(organization: Organization, edition: Edition) -> OrganizationPage:
    """Return the page of one organisation."""
    path = f"organizations/{organization.id}/"
    lines = edition.lines(organization.description)
    own = [each for each in listed(edition) if each.organization == organization.id]
    name: Phrase = edition.phrase(organization.name) or phrase_of(organization.id)
    return OrganizationPage(
        title=name,
        description=lines[0] if lines else name,
        lang=edition.language,
        url=edition.path(path),
        alternates=edition.alternates(path),
        breadcrumbs=(_services_link(edition),),
        id=organization.id,
        name=name,
        paragraphs=lines,
        website=str(organization.website or ""),
        services_heading=edition.words("list.services"),
        cards=_cards(own, edition),
        contacts=organization_contacts(organization, edition),
    )


def moved_page(old: str, service: Service, edition: Edition) -> MovedPage:
    """Return the page at an address that a service had before."""
    path = f"services/{old}/"
    name = name_of(service, edition)
    return MovedPage(
        title=edition.words("moved.title"),
        description=edition.words("moved.sentence"),
        lang=edition.language,
        url=edition.path(path),
        alternates=edition.alternates(path),
        breadcrumbs=(_services_link(edition),),
        sentence=edition.words("moved.sentence"),
        target=Link(label=name, url=service_path(service, edition), slug=service.id),
    )
