# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the files of a catalogue may say; the docs and the editors' schemas are made from this."""

from __future__ import annotations

from ..source.kinds import (
    Choice,
    Date,
    Either,
    Email,
    Flag,
    Known,
    Line,
    ListOf,
    MapOf,
    Slug,
    Url,
    Whole,
)
from ..source.kinds import (
    Language as LanguageTag,
)
from ..source.model import Field, Model
from .entries import (
    Accessibility,
    Area,
    Cost,
    Language,
    Location,
    Phone,
    Report,
    Safety,
    Stale,
    Term,
    Verification,
)
from .hours_kind import HoursKind
from .kinds.countries import Country
from .kinds.locations import AddressKind, Coordinate, LocationKind
from .kinds.records import Made
from .kinds.settings import Uuid, Zone
from .kinds.texts import TITLE, WORDS, Role
from .phones import PhoneNumber, check_promises

ANSWER = Choice("yes", "no", "unknown")
OFTEN = Choice(
    "never",
    "sometimes",
    "always",
    "unknown",
    no="never",
    false="never",
    yes="always",
    true="always",
    rarely="sometimes",
    optional="sometimes",
    required="always",
)
PHONE_TYPES = ("voice", "text", "tty", "fax", "whatsapp", "signal", "video", "bsl")
PHONE_TYPE_SLIPS = {
    **dict.fromkeys(("phone", "mobile", "landline", "call", "telephone", "cell"), "voice"),
    **dict.fromkeys(("sms", "text_message", "texts"), "text"),
    **dict.fromkeys(("minicom", "textphone", "relay"), "tty"),
    **dict.fromkeys(("videophone", "zoom"), "video"),
}
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
LABEL = TITLE
EXTENSION = Line(pattern="[0-9]{1,8}", looks_like="an extension in digits, as in 23")
AREA_ID = Known("areas", "an area", "catalogue.yaml")

PHONE = Model(
    "a phone",
    Field(
        "number",
        PhoneNumber(),
        "The number",
        required=True,
        example="020 7946 0018",
        also=("phone", "tel", "telephone"),
    ),
    Field(
        "type",
        Choice(*PHONE_TYPES, **PHONE_TYPE_SLIPS),
        "What it is for",
        required=True,
        example="voice",
        also=("kind",),
    ),
    Field("extension", EXTENSION, "The extension, in digits", also=("ext",)),
    Field("description", WORDS, "Who answers, in a few words"),
    Field("languages", ListOf(LanguageTag()), "The languages of this number"),
    Field("free_to_call", ANSWER, "Whether calling costs nothing"),
    Field("shows_on_bill", ANSWER, "Whether the number shows on the phone bill"),
    Field("shows_in_call_history", ANSWER, "Whether it shows in the phone’s list of calls"),
    Field(
        "voicemail",
        Choice("safe", "not-safe", "none", "unknown", unsafe="not-safe"),
        "Whether it is safe to leave a message",
    ),
    Field(
        "call_back",
        Choice(
            "never",
            "withheld-number",
            "visible-number",
            "unknown",
            no="never",
            visible="visible-number",
            withheld="withheld-number",
            private="withheld-number",
            hidden="withheld-number",
        ),
        "How they call back",
    ),
    Field("cost_warning", WORDS, "What the call costs, for numbers that cost extra"),
)

LANGUAGE = Model(
    "a language",
    Field("code", LanguageTag(), "Its code", required=True, example="es"),
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
        ),
        "How it is paid",
        required=True,
        example="free",
    ),
    Field("description", WORDS, "How much, and for whom"),
)

ADDRESS = Model(
    "an address",
    Field(
        "address_1",
        Line(),
        "Street and number",
        required=True,
        example="118 Example Street",
        also=("street", "address1", "line1", "line_1", "street_address", "address"),
    ),
    Field("address_2", Line(), "Building or floor"),
    Field("city", Line(), "Town", required=True, example="Riverbend", also=("town", "locality")),
    Field("region", Line(), "Region"),
    Field(
        "state_province",
        Line(),
        "State, province or county",
        also=("state", "county", "province"),
    ),
    Field("postal_code", Line(), "Postcode", also=("postcode", "zip", "zip_code", "zipcode")),
    Field("country", Country(), "Country code", required=True, example="GB"),
)

ACCESSIBILITY = Model(
    "accessibility",
    Field("step_free", ANSWER, "Whether there is a way in without steps"),
    Field("accessible_toilet", ANSWER, "Whether there is an accessible toilet"),
    Field("hearing_loop", ANSWER, "Whether there is a hearing loop"),
    Field("parking", ANSWER, "Whether there is parking for disabled people"),
    Field("quiet_room", ANSWER, "Whether there is a quiet place to wait"),
    Field("description", WORDS, "What else helps to know"),
)

LOCATION = Model(
    "a place",
    Field("name", WORDS, "What stands on the door"),
    Field(
        "address",
        AddressKind(ADDRESS),
        "The address, or the one word confidential",
        required=True,
        example="confidential",
    ),
    Field("latitude", Coordinate(90), "Degrees north"),
    Field("longitude", Coordinate(180), "Degrees east"),
    Field("transportation", WORDS, "How to get there"),
    Field(
        "accessibility",
        Made(ACCESSIBILITY, Accessibility),
        "What there is for disabled people",
    ),
)

SAFETY = Model(
    "safety",
    Field("asks_for_id", OFTEN, "Whether they ask for proof of identity"),
    Field("asks_immigration_status", OFTEN, "Whether they ask about immigration status"),
    Field(
        "shares_with_police",
        Choice("never", "with-consent", "if-law-requires", "unknown", no="never", false="never"),
        "Whether they tell the police",
    ),
    Field(
        "mandatory_reporting",
        Choice(
            "none",
            "under-18",
            "everyone",
            "unknown",
            no="none",
            never="none",
            always="everyone",
            children="under-18",
            all="everyone",
        ),
        "About whom the law makes them tell the authorities",
    ),
    Field("first_contact", WORDS, "What happens when somebody makes contact, step by step"),
    Field("notes", WORDS, "What else to know before making contact"),
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
    Field("method", Choice("phone", "email", "visit", "website", "letter"), "How"),
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
            paused="temporarily closed",
            suspended="temporarily closed",
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
        ListOf(Known("categories", "a category", "taxonomy.yaml"), least=1),
        "What kind of help it is; the first one is its place in lists",
        required=True,
        example="[medical]",
        also=("category", "type", "services"),
    ),
    Field(
        "needs",
        ListOf(Known("needs", "a need", "taxonomy.yaml")),
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
    Field("serves", ListOf(Choice(*SERVES)), "Whom it is for"),
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
        ListOf(Made(PHONE, Phone, check_promises, needs="number"), unique=False),
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
    Field("chat", Url(), "The address of its online chat"),
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
        ListOf(Line()),
        "Words that may look like the confidential place and are not",
    ),
    Field(
        "safety",
        Made(SAFETY, Safety),
        "What to know before making contact",
        required=True,
    ),
    Field(
        "verification",
        Made(VERIFICATION, Verification),
        "When it was last checked, and by whom",
        required=True,
        also=("verified", "last_verified"),
    ),
    Field("review_after_days", Whole(1, 3650), "Days until it should be checked again"),
)

SERVICE = Model("a service", *SERVICE_FIELDS)
LISTED_SERVICE = Model(
    "a service",
    Field(
        "id",
        Slug(),
        "Its id, part of its web address",
        required=True,
        example="walk-in-clinic",
    ),
    *SERVICE_FIELDS,
)

ORGANIZATION = Model(
    "an organisation",
    Field("name", TITLE, "Its name", required=True, example="{en: Riverbend Advocacy}"),
    Field("description", WORDS, "What it does, in a sentence", required=True),
    Field("website", Url(), "Its web site", also=("url", "web", "site")),
    Field("email", Email(), "Its e-mail address"),
    Field(
        "type", Choice("NGO", "GovernmentOrganization", charity="NGO"), "What it is (schema.org)"
    ),
    Field(
        "not_the_place",
        ListOf(Line()),
        "Words that may look like the confidential place and are not",
    ),
)

TERM_FIELDS = (
    Field(
        "name",
        LABEL,
        "What readers see",
        required=True,
        example="{en: A place to stay}",
    ),
    Field("description", WORDS, "What belongs here, in a sentence"),
    Field(
        "words",
        MapOf(LanguageTag(), ListOf(Line())),
        "Other words that people use for it, by language, as in {en: [rehab, detox]}",
    ),
    Field("openeligibility", Line(), "Its code in Open Eligibility"),
    Field("211hsis", Line(), "Its code in the 211 Human Services Indexing System"),
)


def _make_term(**values: object) -> Term:
    values["hsis"] = values.pop("211hsis", "")
    return Term(**values)


TERM = Made(Model("an entry of taxonomy.yaml", *TERM_FIELDS), _make_term)
TAXONOMY = Model(
    "taxonomy.yaml",
    Field(
        "categories",
        MapOf(Slug(), TERM),
        "Kinds of help, in the order of lists",
        required=True,
    ),
    Field("needs", MapOf(Slug(), TERM), "What people come for, in their words"),
)

AREA = Model(
    "an area",
    Field("name", LABEL, "Its name", required=True, example="{en: Northtown}"),
    Field("within", AREA_ID, "The area around it, whose services serve it as well"),
)

SETTINGS = Model(
    "catalogue.yaml",
    Field(
        "default_language",
        LanguageTag(),
        "The language that every text has",
        required=True,
        example="en",
    ),
    Field(
        "languages",
        ListOf(LanguageTag(), least=1),
        "All languages",
        required=True,
        example="[en, es]",
    ),
    Field(
        "country",
        Country(),
        "The country, for phone numbers without +",
        required=True,
        example="GB",
    ),
    Field(
        "timezone",
        Zone(),
        "The time zone of opening hours",
        required=True,
        example="Europe/London",
    ),
    Field("id_namespace", Uuid(), "A UUID made once, from which ids in exports are made"),
    Field(
        "review_after_days",
        Whole(1, 3650),
        "Days after which an entry should be checked",
    ),
    Field(
        "stale",
        Made(
            Model(
                "stale",
                Field("warn_after_days", Whole(1, 3650), "Days until an entry is labelled"),
                Field("hide_after_days", Whole(1, 36500), "Days until it is hidden"),
            ),
            Stale,
        ),
        "What happens to entries that nobody has checked",
    ),
    Field("areas", MapOf(Slug(), Made(AREA, Area)), "The areas, by id", required=True),
    Field(
        "report",
        Made(
            Model(
                "report",
                Field("email", Email(), "An address that staff read"),
                Field("url", Url(), "A form"),
            ),
            Report,
        ),
        "Where readers tell what is wrong in an entry",
    ),
    Field("open_data", Flag(), "Yes publishes the catalogue as HSDS and CSV files too"),
    Field(
        "print_card",
        Flag(),
        "Yes makes an entry print as a small card without our name",
    ),
    Field(
        "example",
        Flag(),
        "Yes for a made-up catalogue: numbers kept for films are no fault",
    ),
)
