# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of the catalogue in one language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote

from ..entries import Organization, Service
from ..freshness import CLOSED, HIDDEN
from ..views import Link, MovedPage, OrganizationPage, Phrase, ServicePage, View
from .cards import category_links, name_of, organization_name, service_path
from .contacts import contacts_of, organization_contacts
from .edition import Edition, phrase_of
from .facts import facts_of, freshness_of, places_of, safety_of, summary_of
from .hours import hours_of
from .jsonld import json_ld_of
from .lists import cards_of, list_pages, services_link

HEADINGS = ("contact", "hours", "facts", "places")

Page = tuple[str, View]  # the template’s name and what it gets


def pages_of(edition: Edition) -> Iterator[Page]:
    """Yield every page of one language."""
    for view in list_pages(edition):
        yield "services", view
    for service in edition.catalogue.services.values():
        yield "service", service_page(service, edition)
    for organization in edition.catalogue.organizations.values():
        yield "organization", organization_page(organization, edition)
    for old, service in edition.catalogue.renamed.items():
        yield "service-moved", moved_page(old, service, edition)


def service_page(service: Service, edition: Edition) -> ServicePage:
    """Return the page of one service; what is too old to be trusted gives way to a sentence."""
    page = _whole_page(service, edition)
    if page.freshness.state != HIDDEN:
        return page
    sentence = edition.words("freshness.hidden", helpline=edition.helpline_text)
    return replace(page, hidden=sentence, contacts=(), card="", json_ld="")


def _whole_page(service: Service, edition: Edition) -> ServicePage:
    words, freshness = edition.words, freshness_of(service, edition)
    lines, path = edition.lines(service.description), f"services/{service.id}/"
    settings = edition.catalogue.settings
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
        hidden="",
        crisis=service.crisis,
        categories=category_links(service, edition),
        contacts=contacts_of(service, edition),
        hours=hours_of(service.hours, edition),
        facts=facts_of(service, edition),
        places=places_of(service, edition),
        safety=safety_of(service.safety, edition),
        freshness=freshness,
        headings={name: words(f"headings.{name}") for name in HEADINGS},
        paper=settings.print_card,
        card=words("print.card") if settings.print_card else "",
        report=words("report.text"),
        report_care=words("report.care"),
        report_href=_report_href(service, edition),
        json_ld=json_ld_of(service, edition) if settings.open_data else "",
    )


def _breadcrumbs(service: Service, edition: Edition) -> tuple[Link, ...]:
    return (services_link(edition), *category_links(service, edition)[:1])


def _fallback_note(service: Service, edition: Edition) -> str:
    """Return a sentence where a part of the page is not in its language."""
    texts = [service.name, service.description, service.eligibility_description, service.alert]
    texts += [service.application_process, service.safety.notes, service.safety.first_contact]
    return edition.fallback_note(texts)


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
    own = edition.by_organization.get(organization.id, ())
    name: Phrase = edition.phrase(organization.name) or phrase_of(organization.id)
    return OrganizationPage(
        title=name,
        description=lines[0] if lines else name,
        lang=edition.language,
        url=edition.path(path),
        alternates=edition.alternates(path),
        breadcrumbs=(services_link(edition),),
        fallback=edition.fallback_note(
            [organization.name, organization.description, *(each.name for each in own)]
        ),
        id=organization.id,
        name=name,
        paragraphs=lines,
        website=str(organization.website or ""),
        services_heading=edition.words("list.services"),
        cards=cards_of(own, edition),
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
        breadcrumbs=(services_link(edition),),
        sentence=edition.words("moved.sentence"),
        target=Link(label=name, url=service_path(service, edition), slug=service.id),
    )
