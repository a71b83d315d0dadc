# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who checked a text, when, and until when that holds.

Source: NHS digital service manual, “Know that a page is up to date”; NHS standard for creating
health content. Passing time alone is never an error: an overdue review warns.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from ..findings import REVIEW, WARNING, Finding
from .document import DRAFT, PUBLISHED, Document

RULE = "post-review"
LONGEST_INTERVAL = datetime.timedelta(days=366)


def check_dates(document: Document, today: datetime.date) -> Iterator[Finding]:
    """Yield what is wrong with the review, the consent and the picture of one text."""
    values = document.values
    yield from _check_reviewed(document, values, today)
    yield from _check_people(document, values)
    yield from _check_consent(document, values, today)
    yield from _check_image(document, values)
    yield from _check_services(document, values)


def _check_reviewed(
    document: Document, values: dict[str, Any], today: datetime.date
) -> Iterator[Finding]:
    reviewed, until = values.get("reviewed"), values.get("review_by")
    if reviewed and reviewed > today:
        message = f"the review is said to be on {reviewed}, which is still to come"
        yield document.finding(
            RULE, document.place("reviewed"), message, "write the day of the last review"
        )
    elif reviewed and until and not reviewed < until <= reviewed + LONGEST_INTERVAL:
        message = f"the next review ({until}) is not within twelve months of the last ({reviewed})"
        yield document.finding(
            RULE, document.place("review_by"), message, "write a day in those twelve months"
        )
    elif until and until < today:
        message = f"the review was due on {until}"
        remedy = "read the text again, mend it, and write the new dates"
        yield document.finding(RULE, document.place("review_by"), message, remedy, level=WARNING)


def _check_people(document: Document, values: dict[str, Any]) -> Iterator[Finding]:
    authors = {str(person.get("name", "")).casefold() for person in values.get("authors", ())}
    names = {str(person.get("name", "")).casefold() for person in values.get("reviewers", ())}
    if authors and names and names <= authors:
        message = "the reviewer is the author"
        remedy = "let somebody else read it, and write their name or team"
        yield document.finding(RULE, document.place("reviewers"), message, remedy)


def _check_consent(
    document: Document, values: dict[str, Any], today: datetime.date
) -> Iterator[Finding]:
    if values.get("kind") != "story":
        return
    consent = values.get("consent")
    if consent is None:
        message = "a person’s story needs their consent on record"
        remedy = "write “consent: {on: …, scope: …, withdraw_by: …}”"
        yield document.finding(RULE, document.place("kind"), message, remedy)
    elif consent.get("withdraw_by") and consent["withdraw_by"] < today:
        message = f"the consent for this story ended on {consent['withdraw_by']}; it is held"
        yield document.finding(
            RULE, document.place("consent"), message, "ask the person again", level=REVIEW
        )


def _check_image(document: Document, values: dict[str, Any]) -> Iterator[Finding]:
    image = values.get("image")
    if image and not image.get("alt") and not image.get("decorative"):
        message = "the picture has no description"
        remedy = "write “alt: what it shows”, or “decorative: yes” if it adds nothing"
        yield document.finding("image-description", document.place("image"), message, remedy)


def _check_services(document: Document, values: dict[str, Any]) -> Iterator[Finding]:
    if values.get("audience") == "survivor" and not values.get("services"):
        typed = (document.node or {}).get("services")
        if document.status == DRAFT or typed:  # what is wrong with those is said there
            return
        message = "a text for survivors names no service"
        remedy = "write at least one id from content/catalogue, as in “services: [the-id]”"
        yield document.finding("post-services", document.place("audience"), message, remedy)


def closed_services(document: Document, services: Mapping[str, bool]) -> Iterator[Finding]:
    """Yield a finding for each service of a text that has closed; ``services`` says which is open."""
    for service in document.values.get("services", ()):
        if services.get(service, True) or document.status != PUBLISHED:
            continue
        message = f"the service “{service}” is closed"
        remedy = "name one that is open, or take it out"
        yield document.finding("link-service", document.place("services"), message, remedy)
