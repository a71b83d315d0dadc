# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a catalogue holds once it has been read: organisations, services and their parts.

Field names are HSDS 3.1's where it has the field. Everything has a default, so that a file with
faults still gives an entry to check the rest of the catalogue against. Three-way answers are
``yes``, ``no`` or ``unknown``; what was left out is unknown.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ..source import Text
from .hours import Hours
from .kinds.phones import Number

Texts = Mapping[str, Text]  # a text by language
UNKNOWN = "unknown"
CONFIDENTIAL = "confidential"
ACTIVE = "active"
CLOSED = ("inactive", "defunct", "temporarily closed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """One number and what happens when somebody uses it."""

    number: Number
    type: str = "voice"
    extension: str | None = None
    description: Texts = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    free_to_call: str = UNKNOWN
    shows_on_bill: str = UNKNOWN
    shows_in_call_history: str = UNKNOWN
    voicemail: str = UNKNOWN
    call_back: str = UNKNOWN
    cost_warning: Texts = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language in which the service is regularly there, and when."""

    code: str = ""
    note: Texts = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What it costs."""

    type: str = UNKNOWN
    description: Texts = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A place that may be known to everybody."""

    address_1: str = ""
    address_2: str = ""
    city: str = ""
    region: str = ""
    state_province: str = ""
    postal_code: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accessibility:
    """What a building has for disabled people."""

    step_free: str = UNKNOWN
    accessible_toilet: str = UNKNOWN
    hearing_loop: str = UNKNOWN
    parking: str = UNKNOWN
    quiet_room: str = UNKNOWN
    description: Texts = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A place; where ``address`` is the word confidential, nothing else is known of it."""

    address: Address | str | None = None
    name: Texts = field(default_factory=dict)
    accessibility: Accessibility | None = None
    transportation: Texts = field(default_factory=dict)
    latitude: str = ""
    longitude: str = ""

    @property
    def is_confidential(self) -> bool:
        """Whether the place is kept out of the catalogue."""
        return self.address == CONFIDENTIAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Safety:
    """What people need to know before they make contact."""

    asks_for_id: str = UNKNOWN
    asks_immigration_status: str = UNKNOWN
    shares_with_police: str = UNKNOWN
    mandatory_reporting: str = UNKNOWN
    first_contact: Texts = field(default_factory=dict)
    notes: Texts = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """When somebody last made sure that the entry is right, and how."""

    last_verified: datetime.date | None = None
    verified_by: str = ""
    method: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One service; ``id`` is the name of its file, ``place`` the first line of its entry."""

    id: str
    place: Text
    organization: str = ""
    name: Texts = field(default_factory=dict)
    alternate_name: Texts = field(default_factory=dict)
    description: Texts = field(default_factory=dict)
    status: str = ACTIVE
    alert: Texts = field(default_factory=dict)
    crisis: bool = False
    formerly: tuple[Text, ...] = ()
    categories: tuple[Text, ...] = ()
    needs: tuple[Text, ...] = ()
    eligibility_description: Texts = field(default_factory=dict)
    minimum_age: int | None = None
    maximum_age: int | None = None
    serves: tuple[str, ...] = ()
    languages: tuple[Language, ...] = ()
    interpretation_services: Texts = field(default_factory=dict)
    application_process: Texts = field(default_factory=dict)
    required_documents: tuple[Texts, ...] | None = None
    accreditations: Texts = field(default_factory=dict)
    cost: Cost = Cost()
    phones: tuple[Phone, ...] = ()
    email: Text | None = None
    url: Text | None = None
    chat: Text | None = None
    hours: Hours | None = None
    areas: tuple[Text, ...] = ()
    locations: tuple[Location, ...] = ()
    not_the_place: tuple[Text, ...] = ()
    safety: Safety = Safety()
    verification: Verification = Verification()
    review_after_days: int | None = None

    @property
    def is_closed(self) -> bool:
        """Whether nobody can use the service now."""
        return self.status in CLOSED

    @property
    def reachable(self) -> Service:
        """The service as people may make contact with it: a closed one has no ways to do that."""
        if not self.is_closed:
            return self
        return replace(self, phones=(), email=None, url=None, chat=None)

    @property
    def is_confidential(self) -> bool:
        """Whether one of its places must not be known."""
        return any(location.is_confidential for location in self.locations)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """Who runs services."""

    id: str
    place: Text
    name: Texts = field(default_factory=dict)
    description: Texts = field(default_factory=dict)
    website: Text | None = None
    email: Text | None = None
    type: str = "NGO"
    not_the_place: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A category or a need; ``words`` are other words that people search it by."""

    id: str = ""
    name: Texts = field(default_factory=dict)
    description: Texts = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    openeligibility: str = ""
    hsis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A named area; what serves ``within``, the area around it, serves it as well."""

    id: str = ""
    name: Texts = field(default_factory=dict)
    within: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """Days after which an entry is labelled, and after which it is hidden."""

    warn_after_days: int = 180
    hide_after_days: int = 540


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Where readers tell what is wrong."""

    email: Text | None = None
    url: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What holds for the whole catalogue."""

    default_language: str = "en"
    languages: tuple[str, ...] = ("en",)
    country: str = ""
    timezone: str = "UTC"
    id_namespace: str = ""
    review_after_days: int = 180
    stale: Stale = Stale()
    areas: Mapping[str, Area] = field(default_factory=dict)
    report: Report = Report()
    open_data: bool = False
    print_card: bool = False
    example: bool = False
