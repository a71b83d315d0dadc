# SPDX-License-Identifier: AGPL-3.0-or-later
"""The lists of one language: everything, each category, each area.

A page has at most 300 services. Longer lists are cut into pages, which work without JavaScript;
the page of everything then searches an index that comes with it, in ``search.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..entries import Service
from ..views import Filter, Group, Link, ServiceCard, ServicesPage
from .cards import card_of, category_link
from .edition import Edition, phrase_of
from .filter import codes_of, filter_of, search_of

LARGEST = 300  # services on one page


def list_pages(edition: Edition) -> Iterator[ServicesPage]:
    """Yield every list: all services, then each category and each area that has some."""
    yield from services_pages(edition)
    for slug in edition.by_category:
        yield from category_pages(slug, edition)
    for slug in edition.by_area:
        yield from area_pages(slug, edition)


def is_long(edition: Edition) -> bool:
    """Whether there are too many services for one page, so that an index is needed."""
    return len(edition.listed) > LARGEST


def services_pages(edition: Edition) -> Iterator[ServicesPage]:
    """Yield the page of everything: the list itself, or a search where it would be too long."""
    words, path = edition.words, "services/"
    page = replace(
        _frame(path, words("list.title"), edition.listed, edition, heading=words("list.heading")),
        categories=category_overview(edition),
        areas=area_overview(edition),
        hidden=_hidden_sentence(edition),
        breadcrumbs=(),
    )
    if is_long(edition):
        yield replace(page, filter=search_of(edition), intro=words("list.long"), order="", sheet="")
    else:
        yield from _fill(page, path, edition.listed, edition)


def category_pages(slug: str, edition: Edition) -> Iterator[ServicesPage]:
    """Yield the list of one category, whatever other categories its services have."""
    term, services = edition.catalogue.categories[slug], edition.by_category[slug]
    name = edition.phrase(term.name) or phrase_of(slug)
    path = f"services/category/{slug}/"
    page = replace(
        _frame(path, edition.words("list.category", name=name), services, edition, heading=name),
        intro=edition.phrase(term.description) or "",
        categories=category_overview(edition, slug),
        order="",
    )
    yield from _fill(page, path, services, edition, slug)


def area_pages(slug: str, edition: Edition) -> Iterator[ServicesPage]:
    """Yield the list of one area, with what serves the areas around it."""
    services, name = edition.by_area[slug], _area_name(slug, edition)
    title, path = edition.words("list.area", name=name), f"services/area/{slug}/"
    page = replace(
        _frame(path, title, services, edition, heading=title),
        intro=edition.words("list.area_intro", name=name),
        areas=area_overview(edition, slug),
    )
    yield from _fill(page, path, services, edition)


def category_overview(edition: Edition, current: str = "") -> tuple[Link, ...]:
    """Return the categories that have services, in the order of the taxonomy."""
    return tuple(
        category_link(slug, edition, count=len(services), current=slug == current)
        for slug, services in edition.by_category.items()
    )


def area_overview(edition: Edition, current: str = "") -> tuple[Link, ...]:
    """Return the areas that have services; none where there is only one to choose."""
    if len(edition.by_area) < 2:
        return ()
    return tuple(
        Link(
            label=_area_name(area, edition),
            url=edition.path(f"services/area/{area}/"),
            slug=area,
            count=len(services),
            current=area == current,
        )
        for area, services in edition.by_area.items()
    )


def services_link(edition: Edition) -> Link:
    """Return the page of everything as a link."""
    return Link(label=edition.words("list.title"), url=edition.path("services/"))


def cards_of(services: Iterable[Service], edition: Edition) -> tuple[ServiceCard, ...]:
    """Return services as cards."""
    return tuple(card_of(service, edition) for service in services)


def _area_name(area: str, edition: Edition) -> str:
    return edition.phrase(edition.catalogue.settings.areas[area].name) or area


def _frame(
    path: str, title: str, services: Sequence[Service], edition: Edition, *, heading: str
) -> ServicesPage:
    """Return what every list page has, without its services."""
    words = edition.words
    crisis = [service for service in services if _is_first(service)]
    return ServicesPage(
        title=title,
        description=words("list.description"),
        lang=edition.language,
        url=edition.path(path),
        alternates=edition.alternates(path),
        breadcrumbs=(services_link(edition),),
        heading=heading,
        fallback=edition.fallback_note(
            text for each in services for text in (each.name, each.description)
        ),
        paper=edition.catalogue.settings.print_card,
        free=words("list.free") if any(each.cost.type == "free" for each in services) else "",
        crisis_heading=_crisis_heading(services, edition),
        crisis=cards_of(crisis, edition),
        order=words("list.order"),
        count=words.count("list.count", len(services)),
        categories_heading=words("list.by_category"),
        areas_heading=words("list.by_area"),
        sheet=words("print.sheet"),
        helpline=edition.helpline_text if edition.helpline else "",
        helpline_href=edition.helpline_href,
    )


def _crisis_heading(services: Sequence[Service], edition: Edition) -> str:
    """Return what stands above crisis lines; two parts of a page must not have the same name."""
    named = {str(edition.phrase(each.name)) for each in edition.catalogue.categories.values()}
    heading = edition.words("list.crisis")
    is_taken = heading in named and not all(map(_is_first, services))
    return edition.words("list.crisis_lines") if is_taken else heading


def _is_first(service: Service) -> bool:
    return service.crisis and not service.is_closed


def _fill(
    page: ServicesPage,
    path: str,
    services: Sequence[Service],
    edition: Edition,
    category: str = "",
) -> Iterator[ServicesPage]:
    """Yield a list with its services, on as many pages as they need."""
    others = [service for service in services if not _is_first(service)]
    placed = list(_placed(others, edition, category))
    room = max(LARGEST - len(page.crisis), LARGEST // 2)
    if len(placed) <= room:
        choices = filter_of(others, edition)
        groups = tuple(_groups(placed, edition, choices))
        yield replace(page, groups=groups, filter=choices)
        return
    parts = [placed[start : start + room] for start in range(0, len(placed), room)]
    for number, part in enumerate(parts, 1):
        yield _part(page, path, number, len(parts), tuple(_groups(part, edition)), edition)


def _part(
    page: ServicesPage,
    path: str,
    number: int,
    total: int,
    groups: tuple[Group, ...],
    edition: Edition,
) -> ServicesPage:
    """Return one page of a long list; a filter of one part would hide what the others have."""
    here = _numbered(path, number)
    pages = edition.words("list.pages", number=number, total=total)
    return replace(
        page,
        title=f"{page.title} ({pages})" if number > 1 else page.title,
        url=edition.path(here),
        alternates=edition.alternates(here),
        groups=groups,
        number=number,
        total=total,
        previous=edition.path(_numbered(path, number - 1)) if number > 1 else "",
        next=edition.path(_numbered(path, number + 1)) if number < total else "",
        previous_label=edition.words("list.previous"),
        next_label=edition.words("list.next"),
        pages=pages,
        everything=replace(services_link(edition), label=edition.words("list.all")),
    )


def _numbered(path: str, number: int) -> str:
    return path if number == 1 else f"{path}{number}/"


def _placed(
    services: Sequence[Service], edition: Edition, category: str
) -> Iterator[tuple[str, Service]]:
    """Yield each service with its group: that of its first category; closed ones come last."""
    running = [service for service in services if not service.is_closed]
    for slug in [category] if category else edition.catalogue.categories:
        for service in running:
            if category or service.categories[:1] == [slug]:
                yield slug, service
    yield from (("", service) for service in services if service.is_closed)


def _groups(
    placed: Sequence[tuple[str, Service]], edition: Edition, choices: Filter | None = None
) -> Iterator[Group]:
    for slug in dict.fromkeys(slug for slug, _ in placed):
        cards = cards_of((service for at, service in placed if at == slug), edition)
        if choices:
            cards = tuple(replace(card, codes=codes_of(card.tokens, choices)) for card in cards)
        if not slug:
            heading = edition.words("list.closed_group")
            yield Group(slug="closed", heading=heading, url="", cards=cards)
            continue
        link = category_link(slug, edition)
        yield Group(slug=slug, heading=link.label, url=link.url, cards=cards)


def _hidden_sentence(edition: Edition) -> str:
    hidden = len(edition.catalogue.services) - len(edition.listed)
    if not hidden:
        return ""
    counted = edition.words.count("list.hidden", hidden)
    return f"{counted} {edition.words('list.hidden_help', helpline=edition.helpline_text)}"
