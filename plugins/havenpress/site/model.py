# SPDX-License-Identifier: AGPL-3.0-or-later
"""What ``content/site.yaml`` may say; the docs and the editors' schema are made from this."""

from __future__ import annotations

from ..quick_exit.texts import PURPOSES
from ..source.kinds import (
    Choice,
    Country,
    Email,
    Flag,
    Language,
    Line,
    ListOf,
    MapOf,
    Record,
    Slug,
    Translated,
    Url,
)
from ..source.model import Field, Model

TEXT = Translated(Line(), plain=True, complete=False)
COLOUR = Line(pattern="#[0-9a-fA-F]{6}", looks_like="a colour as in “#22564b”")
NUMBER = Line(pattern=r"\+?[0-9][0-9 ]*", looks_like="a phone number in digits and spaces")

EXIT_TEXTS = Model(
    "the quick exit’s texts",
    *(Field(name, TEXT, purpose.capitalize()) for name, purpose in PURPOSES.items()),
)

QUICK_EXIT = Model(
    "quick_exit",
    Field(
        "destination",
        Url(is_followed=False),  # it has a rule of its own
        "Where “Leave this site” goes: an ordinary site that shows nothing personal",
        required=True,
        example="https://www.weather.gov/",
    ),
    Field(
        "safety_page",
        Slug(),
        "The slug of the page that says what leaving can and cannot do",
        required=True,
        example="safety",
    ),
    Field("label", TEXT, "The words on the control, at most about 18 characters"),
    Field("hint", TEXT, "The line beside the control on wide screens"),
    Field(
        "texts",
        Record(EXIT_TEXTS),
        "Its other words; needed for languages other than English, Spanish, French, German, Arabic",
    ),
    Field("escape", Flag(), "Whether pressing Esc three times leaves as well; off unless yes"),
    Field(
        "discreet_titles",
        Flag(),
        "Whether all pages share one neutral title in tabs and history; off unless yes",
    ),
    Field(
        "discreet_navigation",
        Flag(),
        "Whether links inside the site replace the page in history; off unless yes",
    ),
)

CHANNEL = Model(
    "a contact channel",
    Field(
        "type",
        Choice("phone", "text", "chat", "email", "whatsapp"),
        "How people reach you",
        required=True,
        example="phone",
    ),
    Field("number", NUMBER, "The number, for phone, text and whatsapp", example="0808 157 0142"),
    Field("url", Url(), "The address of the chat"),
    Field("email", Email(), "The e-mail address"),
    Field("hours", TEXT, "When somebody answers", example="All day, every day"),
    Field("note", TEXT, "What it costs, or how soon you reply", example="Free call"),
)

EMERGENCY = Model(
    "an emergency number",
    Field(
        "name",
        TEXT,
        "Who answers",
        required=True,
        example="Police, ambulance, fire",
    ),
    Field("number", NUMBER, "The number to call", required=True, example="999"),
    Field("note", TEXT, "What to do if you cannot speak"),
)

MENU_ITEM = Model(
    "a menu item",
    Field(
        "page",
        Line(),
        "What it opens: home, services, posts, or the slug of a page",
        required=True,
        example="services",
    ),
    Field("label", TEXT, "The words in the menu", required=True, example="Find a service"),
)

CATEGORY = Model(
    "a category",
    Field("name", TEXT, "Its name", required=True, example="Guides"),
    Field("description", TEXT, "What is in it, in one sentence"),
)

COLOURS = Model(
    "colours",
    Field("brand", COLOUR, "The colour of links and buttons", required=True, example='"#22564b"'),
    Field("lamp", COLOUR, "The warm colour of the block that holds the helpline", required=True),
    Field("alert", COLOUR, "The colour of immediate danger; only its hue is used"),
)

PAGES = Model(
    "pages",
    Field(
        "for_survivors",
        Slug(),
        "Where a survivor starts",
        required=True,
        example="for-you",
    ),
    Field(
        "for_friends",
        Slug(),
        "What friends and family can do",
        required=True,
        example="for-friends",
    ),
    Field(
        "for_professionals",
        Slug(),
        "What professionals need to know, and how to refer",
        required=True,
        example="for-professionals",
    ),
    Field(
        "about",
        Slug(),
        "Who you are, who pays for your work, and that you are not the police",
        required=True,
        example="about",
    ),
    Field(
        "privacy",
        Slug(),
        "What stays in a history, what your host logs, what you do not use",
        required=True,
        example="privacy",
    ),
    Field(
        "accessibility",
        Slug(),
        "What works for whom, the gaps that you know, and the day of the statement",
        required=True,
        example="accessibility",
    ),
    Field(
        "how_we_write",
        Slug(),
        "Who writes, who reviews, and how a mistake is mended",
        required=True,
        example="how-we-write",
    ),
    Field(
        "contact",
        Slug(),
        "How to reach you, and how people tell you a safe way to reply",
        required=True,
        example="contact",
    ),
    Field(
        "emergency_numbers",
        Slug(),
        "Whom to call in danger, by country, with the day each number was checked",
        required=True,
        example="emergency-numbers",
    ),
    Field(
        "glossary",
        Slug(),
        "Words that readers may not know",
        required=True,
        example="glossary",
    ),
)

HOME = Model(
    "home",
    Field("heading", TEXT, "The heading of the first block", required=True),
    Field("lead", TEXT, "The sentence below it", required=True),
    Field("promises", ListOf(TEXT, unique=False), "What people can rely on, a sentence each"),
)

SITE = Model(
    "site.yaml",
    Field(
        "name",
        TEXT,
        "The organisation’s name, as readers know it",
        required=True,
        example="Harbour Line",
    ),
    Field("description", TEXT, "What you do, in one sentence", required=True),
    Field(
        "url",
        Url(is_followed=False),
        "Where the site will be, with https:// and a slash at the end",
        required=True,
        example="https://harbour-line.example/",
    ),
    Field(
        "languages",
        ListOf(Language(), least=1),
        "The languages of the site; the first is the one that every text must have",
        required=True,
        example="[en, es]",
    ),
    Field(
        "timezone",
        Line(),
        "The time zone of the dates, by its IANA name",
        required=True,
        example="Europe/London",
    ),
    Field(
        "country",
        Country(),
        "The country, for phone numbers without +",
        required=True,
        example="GB",
    ),
    Field("quick_exit", Record(QUICK_EXIT), "The way out on every page", required=True),
    Field(
        "contact",
        ListOf(Record(CHANNEL), least=1, unique=False),
        "How to reach you; the first stands out on every page",
        required=True,
    ),
    Field(
        "emergency",
        ListOf(Record(EMERGENCY), least=1, unique=False),
        "Numbers for immediate danger; the first is on the home page, all at every page’s end",
        required=True,
    ),
    Field(
        "colours",
        Record(COLOURS),
        "Two or three colours; all others are made from them",
        required=True,
    ),
    Field("home", Record(HOME), "The first block of the home page", required=True),
    Field("menu", ListOf(Record(MENU_ITEM), unique=False), "The menu; “Get help” comes first"),
    Field(
        "footer_menu",
        ListOf(Record(MENU_ITEM), unique=False),
        "The links at the end of every page",
    ),
    Field("footer", TEXT, "A sentence at the end of every page: who you are"),
    Field(
        "categories",
        MapOf(Slug(), Record(CATEGORY)),
        "The categories of posts, by slug",
        required=True,
    ),
    Field(
        "pages",
        Record(PAGES),
        "The pages that every site needs, by slug; one page may serve several of these ends",
        required=True,
    ),
    Field(
        "required_pages",
        ListOf(Slug()),
        "More pages without which nothing is published, by slug",
    ),
    Field("feedback_page", Slug(), "The page that tells how to report a mistake"),
    Field(
        "plain_addresses",
        ListOf(Slug()),
        "Words that addresses may have although they tell others what was read",
        example="[survivor]",
    ),
)
