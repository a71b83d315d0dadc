# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the templates of the catalogue get: plain objects, all words already in the page's language.

A template gets one object, ``view``, and needs no logic of its own beyond loops:

``services.html``        a ServicesPage: all services, one category or one area
``service.html``         a ServicePage: one service
``organization.html``    an OrganizationPage
``service-moved.html``   a MovedPage, at the address that a renamed service had

Every ``url`` is relative to the root of the site and has no slash in front
(``es/services/riverbend-clinic/``), for Jinja's ``url()``. A ``Phrase`` is text that a person
wrote: print it with ``{{ src(phrase) }}`` on its element, and with ``lang="{{ phrase.lang }}"``
where ``phrase.lang`` is not empty, for then the text is not in the page's language.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..source import Text


class Phrase(Text):
    """A text with its place in the YAML; ``lang`` is empty where it is the page's language."""

    __slots__ = ("lang",)

    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A named page of the site; ``count`` is how many services are behind it, if that is known."""

    label: str
    url: str
    slug: str = ""
    count: int = 0
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One way to make contact.

    ``kind`` is voice, text, tty, fax, whatsapp, signal, video, bsl, email, url or chat;
    ``action`` is the verb (“Call”), ``value`` what people read, ``href`` the link, empty where
    none can be made. ``notes`` are whole sentences: what it costs, whether it shows on the
    bill, in the call history, whether voicemail is safe, how they call back, languages.
    """

    kind: str
    action: str
    value: str
    href: str
    label: Phrase | None = None
    notes: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A question with its answer, for ``dl``; ``known`` is false where nobody has told us."""

    term: str
    texts: tuple[str, ...]
    known: bool = True
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursRow:
    """Days and their times as people say them: “Monday to Friday”, “9am to 12.30pm”."""

    days: str
    times: str
    closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Opening hours; ``summary`` is one sentence, ``changes`` the near days that are different."""

    summary: str
    rows: tuple[HoursRow, ...] = ()
    notes: tuple[str, ...] = ()
    changes_heading: str = ""
    changes: tuple[HoursRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place of a service; ``lines`` is the address, empty where it is confidential."""

    name: Phrase | None = None
    lines: tuple[str, ...] = ()
    confidential: bool = False
    sentence: str = ""  # what to say instead of an address
    accessibility: tuple[str, ...] = ()
    transport: Phrase | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyBox:
    """What to know before making contact; an unknown answer is a sentence as well."""

    heading: str
    facts: tuple[Fact, ...]
    notes: Phrase | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """When the entry was checked; ``state`` is fresh, stale, hidden or closed."""

    state: str
    sentence: str
    date: str = ""  # ISO 8601, for <time datetime>
    warning: str = ""  # the label of a stale entry, the reason of a hidden or closed one


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceCard:
    """A service in a list, on the home page and inside posts.

    The filter goes by ``tokens`` (``n:`` need, ``a:`` area, ``l:`` language, ``c:`` channel,
    ``p:`` price, ``k:`` category), which stand on the card as ``codes``, by the filter’s own
    table; ``open`` (minutes by day, ``01234:540-1020``, empty where the hours are not known) and
    ``shut`` (days that are different: ``2026-12-25`` is closed, ``2026-12-24=540-720`` has these
    minutes of that day).
    """

    id: str
    name: Phrase
    url: str
    organization: Phrase
    summary: Phrase
    categories: tuple[Link, ...] = ()
    areas: str = ""
    languages: str = ""
    cost: str = ""
    free: bool = False
    hours: str = ""
    contact: Contact | None = None
    contacts: tuple[Contact, ...] = ()
    confidential: str = ""
    crisis: bool = False
    closed: str = ""
    freshness: Freshness | None = None
    tokens: str = ""
    codes: str = ""  # empty where no filter stands over the list
    open: str = ""
    shut: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A category of a list page with its services, in the order of their names."""

    slug: str
    heading: str
    url: str
    cards: tuple[ServiceCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One choice of the filter; a card fits where it has one of the tokens in ``value``."""

    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """One group of the filter: ``name`` is need, area, language, channel or cost.

    Where ``many`` is true a reader can take several at once, and a card fits if it has one.
    """

    name: str
    legend: str
    options: tuple[Option, ...]
    many: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a card that the index fills in: hours, areas, languages or cost."""

    name: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What the filter of a list page offers, and its words; ``counts`` and ``words`` are JSON.

    ``words`` has what else people call each token, ``ignored`` the words that say nothing about
    a service (“I need a …”). ``index`` is true where the filter searches an index of all
    services instead of the cards of its page; ``rows`` are then the labels of a card.
    """

    heading: str
    choices: tuple[Choices, ...]
    search_label: str
    search_hint: str
    open_label: str
    clear_label: str
    any_label: str
    more_label: str
    none_found: str
    counts: str
    words: str
    time_zone: str
    tokens: tuple[str, ...] = ()  # the table for codes: the first is 0, the eleventh a
    ignored: str = ""
    index: bool = False
    start: str = ""  # what to do first, on a page that searches the index
    results: str = ""  # the heading over what was found
    show_more: str = ""
    call: str = ""
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What every page of the catalogue has, for the base template.

    ``paper`` is true where the organisation wants print without the name of its site.
    """

    title: str
    description: str
    lang: str
    url: str
    alternates: tuple[tuple[str, str], ...]  # (language, url), this page's among them
    breadcrumbs: tuple[Link, ...] = ()
    fallback: str = ""  # a sentence where some of the page is in another language
    paper: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicesPage(View):
    """A list of services: all of them, those of one category, or those of one area.

    ``crisis`` stands first and outside the filter. ``groups`` repeat no service: each is in the
    group of its first category. ``order`` says in which order they stand. A list too long for
    one page is cut into ``total`` pages. The page of everything then has no groups: its filter
    searches an index, and without JavaScript ``areas`` and ``categories`` lead on.
    """

    heading: str
    intro: str = ""
    free: str = ""  # a sentence, since cards do not say of each service that it costs nothing
    crisis_heading: str = ""
    crisis: tuple[ServiceCard, ...] = ()
    groups: tuple[Group, ...] = ()
    order: str = ""
    count: str = ""
    categories_heading: str = ""
    categories: tuple[Link, ...] = ()
    areas_heading: str = ""
    areas: tuple[Link, ...] = ()
    number: int = 1
    total: int = 1
    previous: str = ""
    next: str = ""
    previous_label: str = ""
    next_label: str = ""
    pages: str = ""  # “page 2 of 5”
    everything: Link | None = None  # the page of all services, where this one is a part
    sheet: str = ""  # how to print the list
    filter: Filter | None = None
    helpline: str = ""  # whom to ask where nothing is found
    helpline_href: str = ""
    hidden: str = ""  # a sentence about entries that are too old to be shown


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicePage(View):
    """One service. ``hidden`` is a sentence that stands in place of everything below it."""

    id: str
    name: Phrase
    alternate_name: Phrase | None
    organization: Phrase
    organization_url: str
    summary: Phrase
    paragraphs: tuple[Phrase, ...]
    alert: Phrase | None
    closed: str
    hidden: str
    crisis: bool
    categories: tuple[Link, ...]
    contacts: tuple[Contact, ...]
    hours: Hours
    facts: tuple[Fact, ...]
    places: tuple[Place, ...]
    safety: SafetyBox
    freshness: Freshness
    headings: dict[str, str]  # contact, hours, facts, places, safety, report
    card: str  # how to print it as a small card; empty where there is nothing to print
    report: str  # a sentence that asks to tell us what is wrong
    report_care: str  # what not to write there
    report_href: str
    json_ld: str = ""  # text for <script type="application/ld+json">, already escaped for it


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationPage(View):
    """One organisation with its services."""

    id: str
    name: Phrase
    paragraphs: tuple[Phrase, ...]
    website: str
    services_heading: str
    cards: tuple[ServiceCard, ...]
    contacts: tuple[Contact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedPage(View):
    """The page at the former address of a service that got another id."""

    sentence: str
    target: Link
