# SPDX-License-Identifier: AGPL-3.0-or-later
"""The entry of a service: services/ID.yaml, or one of the list in services.yaml."""

from __future__ import annotations

from ...source.kinds import Choice, Date, Either, Email, Flag, Known, Line, ListOf, Slug, Url, Whole
from ...source.kinds import Language as LanguageTag
from ...source.model import Field, Model
from ..entries import Cost, Language, Location, Phone, Safety, Verification
from ..kinds.hours import HoursKind
from ..kinds.locations import LocationKind
from ..kinds.phones import PhoneKind
from ..kinds.records import Made
from ..kinds.texts import TITLE, WORDS, Role
from .locations import LOCATION
from .names_abroad import with_names_abroad
from .organization import MOST_EXCUSES
from .phones import PHONE
from .safety import SAFETY
from .settings import AREA_ID

SERVES = (
    "women",
    "men",
    "non-binary",
    "trans",
    "lgbtq",
    "girls",
    "boys",
    "children",
    "families",
    "everyone",
)

LANGUAGE = Model(
    "a language",
    Field(
        "code",
        LanguageTag(),
        "Its code",
        required=True,
        example="es",
        also=("lang", "language", "id"),
    ),
    Field("note", WORDS, "When it is spoken, as in “Tuesdays only”"),
)

COST = Model(
    "cost",
    Field(
        "type",
        Choice(
            "free",
            "sliding-scale",
            "fee",
            "insurance",
            "unknown",
            none="free",
            no="free",
            no_cost="free",
            charge="fee",
            paid="fee",
            **dict.fromkeys(("gratis", "gratuit", "gratuito", "kostenlos", "no_charge"), "free"),
        ),
        "How it is paid",
        required=True,
        example="free",
        also=("kind",),
    ),
    Field("description", WORDS, "How much, and for whom"),
)

VERIFICATION = Model(
    "verification",
    Field(
        "last_verified",
        Date(),
        "The day",
        required=True,
        example="2026-11-02",
        also=("date", "verified", "last_checked", "assured_date"),
    ),
    Field(
        "verified_by",
        Role(),
        "The team or role",
        required=True,
        example="Directory team",
    ),
    Field(
        "method",
        Choice(
            "phone",
            "email",
            "visit",
            "website",
            "letter",
            **dict.fromkeys(("call", "called", "by_phone"), "phone"),
            **dict.fromkeys(("in_person", "visited", "face_to_face"), "visit"),
            **dict.fromkeys(("web", "online", "internet", "web_site"), "website"),
            **dict.fromkeys(("post", "by_post"), "letter"),
        ),
        "How",
    ),
)

SERVICE_FIELDS = (
    Field(
        "organization",
        Known("organizations", "an organisation", "organizations/"),
        "Who runs it: the name of a file in organizations/",
        required=True,
        example="riverbend-advocacy",
        also=("organisation", "provider", "agency", "org"),
    ),
    Field(
        "name",
        TITLE,
        "Its name",
        required=True,
        example="{en: Riverbend walk-in clinic}",
        also=("title",),
    ),
    Field("alternate_name", TITLE, "Another name that people know it by"),
    Field("description", WORDS, "What people get there, in plain words", required=True),
    Field(
        "status",
        Choice(
            "active",
            "inactive",
            "defunct",
            "temporarily closed",
            open="active",
            running="active",
            operational="active",
            paused="temporarily closed",
            suspended="temporarily closed",
            permanently_closed="defunct",
            closed_permanently="defunct",
            closed_for_good="defunct",
        ),
        "Whether it is running",
        required=True,
        example="active",
    ),
    Field("alert", WORDS, "News that readers need first, such as a move"),
    Field("crisis", Flag(), "Yes for a crisis line: it stands first in every list"),
    Field("formerly", ListOf(Slug()), "The ids it had before; their addresses lead here"),
    Field(
        "categories",
        ListOf(Known("categories", "a category", "taxonomy.yaml", "needs"), least=1),
        "What kind of help it is; the first one is its place in lists",
        required=True,
        example="[medical]",
        also=("category", "type", "services"),
    ),
    Field(
        "needs",
        ListOf(Known("needs", "a need", "taxonomy.yaml", "categories")),
        "What people come for",
        also=("need",),
    ),
    Field(
        "eligibility_description",
        WORDS,
        "Who can use it, and who cannot",
        also=("eligibility", "who"),
    ),
    Field("minimum_age", Whole(most=120), "The lowest age", also=("min_age", "age_min")),
    Field("maximum_age", Whole(most=120), "The highest age", also=("max_age", "age_max")),
    Field(
        "serves",
        ListOf(
            Choice(
                *SERVES,
                **dict.fromkeys(("all", "anyone", "anybody", "everybody"), "everyone"),
                **dict.fromkeys(("female", "females", "ladies"), "women"),
                **dict.fromkeys(("male", "males"), "men"),
                **dict.fromkeys(("kids", "minors"), "children"),
                **dict.fromkeys(("lgbt", "lgbtqi", "lgbtqia+"), "lgbtq"),
            )
        ),
        "Whom it is for",
    ),
    Field(
        "languages",
        ListOf(Either(LanguageTag(), Made(LANGUAGE, Language, needs="code")), least=1, name="code"),
        "The languages that are regularly spoken",
        required=True,
        also=("language",),
        example="[en, es]",
    ),
    Field("interpretation_services", WORDS, "What interpreters there are"),
    Field("application_process", WORDS, "How to start: walk in, call, be referred"),
    Field(
        "required_documents",
        ListOf(WORDS, unique=False),
        "Documents to bring; an empty list says that none are needed",
        also=("documents", "documents_required"),
    ),
    Field("accreditations", WORDS, "Who has approved it"),
    Field("cost", Made(COST, Cost), "What it costs", also=("fees", "fee", "price", "costs")),
    Field(
        "phones",
        ListOf(PhoneKind(PHONE, Phone), unique=False),
        "Numbers, the best to use first",
        also=("phone", "telephone", "tel", "numbers"),
    ),
    Field(
        "email",
        Email(),
        "The e-mail address of the service, not of a person",
        also=("mail", "e_mail"),
    ),
    Field("url", Url(), "Its web page", also=("website", "web", "link", "homepage")),
    Field(
        "chat",
        Url(),
        "The address of its online chat",
        also=("live_chat", "online_chat", "web_chat", "webchat", "chat_url", "chat_link"),
    ),
    Field(
        "hours",
        HoursKind(),
        "When it is open",
        example="24/7",
        also=("opening_hours", "opening_times", "schedule", "schedules"),
    ),
    Field(
        "areas",
        ListOf(AREA_ID, least=1),
        "Where it helps",
        required=True,
        example="[northtown]",
        also=("area", "service_areas"),
    ),
    Field(
        "locations",
        ListOf(LocationKind(LOCATION, Location), unique=False),
        "Its places",
        also=("location", "address", "place", "places"),
    ),
    Field(
        "not_the_place",
        ListOf(Line(), most=MOST_EXCUSES),
        "Words that may look like the confidential place and are not",
    ),
    Field(
        "safety",
        Made(SAFETY, Safety),
        "What to know before making contact",
        required=True,
        example="{asks_for_id: unknown}",
    ),
    Field(
        "verification",
        Made(VERIFICATION, Verification),
        "When it was last checked, and by whom",
        required=True,
        example="{last_verified: 2026-11-02, verified_by: Directory team}",
        also=("verified",),
    ),
    Field("review_after_days", Whole(1, 3650, "days"), "Days until it should be checked again"),
)

SERVICE = Model("a service", *map(with_names_abroad, SERVICE_FIELDS))
LISTED_SERVICE = Model(
    "a service",
    Field(
        "id",
        Slug(),
        "Its id, part of its web address",
        required=True,
        example="walk-in-clinic",
    ),
    *map(with_names_abroad, SERVICE_FIELDS),
)
