# SPDX-License-Identifier: AGPL-3.0-or-later
"""The fields of a post and of a page; docs/front-matter.md is made from this."""

from __future__ import annotations

from ..source.kinds import (
    Choice,
    Date,
    Flag,
    Known,
    Language,
    Line,
    ListOf,
    Paragraph,
    Record,
    Slug,
    Url,
    Whole,
)
from ..source.model import Field, Model
from .topics import TOPICS

ROLES = (
    "lived-experience",
    "advocate",
    "writer",
    "editor",
    "health",
    "legal",
    "social-work",
    "translator",
    "team",
)

PERSON = Model(
    "a person",
    Field(
        "name",
        Line(pattern="[^@_]+", looks_like="a public name, as in “Advice team”"),
        "A public name or a team, never a login",
        required=True,
        example="Advice team",
    ),
    Field("role", Choice(*ROLES), "What they know about this", required=True, example="advocate"),
)
SOURCE = Model(
    "a source",
    Field("title", Line(), "What it is called", required=True, example="Concept of trauma"),
    Field("url", Url(), "Where it is"),
    Field("year", Whole(1900, 2100), "When it was published", required=True, example="2014"),
    Field("publisher", Line(), "Who published it"),
    Field("accessed", Date(), "When it was last looked at"),
)
IMAGE = Model(
    "an image",
    Field("src", Line(), "The file in content/images", required=True, example="door.jpg"),
    Field("alt", Line(), "What it shows, for people who do not see it"),
    Field("decorative", Flag(), "Yes, if it adds nothing to the text; then it needs no alt"),
    Field("credit", Line(), "Who made it"),
    Field("depicts", Line(), "Whom it shows, for your own records; never published"),
)
CONSENT = Model(
    "consent",
    Field("on", Date(), "The day on which the person agreed", required=True, example="2026-03-14"),
    Field("scope", Line(), "What they agreed to", required=True, example="this site, no name"),
    Field(
        "withdraw_by",
        Date(),
        "The day after which the story is no longer shown",
        required=True,
        example="2027-03-14",
    ),
)
CHANGE = Model(
    "a change",
    Field("on", Date(), "The day", required=True, example="2026-03-14"),
    Field("what", Line(), "What changed, for readers", required=True),
)

COMMON = (
    Field(
        "title",
        Line(most=65),
        "What the page is called; sentence case, no full stop",
        required=True,
        example="What happens when you call",
        also=("headline", "name"),
    ),
    Field(
        "summary",
        Paragraph(most=50),
        "The answer in a sentence or two",
        required=True,
        example="You decide what happens next.",
        also=("description", "excerpt", "abstract", "subtitle", "teaser", "intro", "lead"),
    ),
    Field(
        "slug",
        Slug(),
        "The last part of the address; it stays in the history, so no word that tells what was read",
        required=True,
        example="when-you-call",
        also=("permalink", "url", "path", "address"),
    ),
    Field(
        "lang",
        Language(declared=True),
        "The language it is written in",
        required=True,
        example="en",
        also=("language", "locale"),
    ),
    Field(
        "reviewed",
        Date(),
        "When somebody other than the author last checked it",
        required=True,
        example="2026-11-02",
        also=("last_reviewed", "reviewed_on", "checked", "last_checked", "last_verified"),
    ),
    Field(
        "review_by",
        Date(),
        "When it will be checked again, at most twelve months later",
        required=True,
        example="2027-11-02",
        also=("next_review", "review_date", "expires", "expiry_date"),
    ),
    Field(
        "reviewers",
        ListOf(Record(PERSON), least=1, unique=False),
        "Who checked it",
        required=True,
        example="[{name: Survivor panel, role: lived-experience}]",
        also=("reviewer", "reviewed_by", "checked_by"),
    ),
    Field(
        "formerly",
        ListOf(Slug()),
        "The slugs it had before; their addresses lead here",
        example="[old-name]",
        also=("aliases", "alias", "redirect_from", "old_slugs"),
    ),
    Field(
        "translation_of",
        Line(),
        "The file of the original, if this is a translation",
        example="when-you-call.md",
        also=("translation", "translated_from", "original"),
    ),
    Field("source_hash", Line(), "Kept by the translation tools; leave it as it is"),
    Field(
        "changes",
        ListOf(Record(CHANGE), unique=False),
        "What changed and when, for readers",
        also=("changelog", "history"),
    ),
    Field(
        "status",
        Choice("draft", "published", "withdrawn"),
        "draft: only in the preview; withdrawn: a notice stands in its place; published if left out",
        also=("state",),
    ),
    Field("draft", Flag(), "yes is the same as “status: draft”"),
    Field("published", Flag(), "no is the same as “status: draft”"),
)

POST = Model(
    "a post",
    *COMMON,
    Field(
        "date",
        Date(),
        "The day on which it is published; before that it is held",
        required=True,
        example="2026-11-02",
        also=("published_on", "publish_date", "publishdate", "pubdate", "pub_date", "created"),
    ),
    Field(
        "authors",
        ListOf(Record(PERSON), least=1, unique=False),
        "Who wrote it",
        required=True,
        example="[{name: Advice team, role: advocate}]",
        also=("author", "by", "writer", "writers", "byline"),
    ),
    Field(
        "audience",
        Choice("survivor", "ally", "professional"),
        "For whom it is: survivor, ally or professional",
        required=True,
        example="survivor",
        also=("for", "audiences", "readers"),
    ),
    Field(
        "category",
        Known("categories", "a category", "content/site.yaml"),
        "One of the categories in content/site.yaml",
        required=True,
        example="getting-help",
        also=("categories", "section"),
    ),
    Field(
        "tags",
        ListOf(Slug()),
        "Topics, in small letters with hyphens",
        example="[money, papers]",
        also=("tag", "keywords", "topics"),
    ),
    Field(
        "kind",
        Choice("article", "story", "news", "guide"),
        "article (also if left out), story, news or guide",
        also=("type",),
    ),
    Field(
        "content_notes",
        ListOf(Choice(*TOPICS)),
        "What the text mentions that a reader may want to know first",
        also=(
            "content_note",
            "content_warning",
            "content_warnings",
            "trigger_warning",
            "trigger_warnings",
            "warnings",
        ),
    ),
    Field(
        "services",
        ListOf(Known("services", "a service", "content/catalogue")),
        "The services that the text is about; at least one if it is for survivors",
        example="[harbour-line-helpline]",
        also=("service",),
    ),
    Field(
        "sources",
        ListOf(Record(SOURCE), unique=False),
        "Where facts and numbers come from",
        also=("source", "references"),
    ),
    Field(
        "image",
        Record(IMAGE),
        "A picture above the text",
        also=("picture", "photo", "cover", "thumbnail", "featured_image", "hero"),
    ),
    Field(
        "consent",
        Record(CONSENT),
        "For a story: what the person agreed to",
        also=("permission",),
    ),
    Field("comments", Choice("none", "moderated"), "none (also if left out) or moderated"),
)

PAGE = Model("a page", *COMMON)

# What a published text needs and a draft does not.
NOT_FOR_DRAFTS = {
    "summary",
    "date",
    "reviewed",
    "review_by",
    "reviewers",
    "authors",
    "audience",
    "category",
}
