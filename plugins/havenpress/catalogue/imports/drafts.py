# SPDX-License-Identifier: AGPL-3.0-or-later
"""An HSDS record as an entry of ours, as far as it says the same thing; the rest is noted.

What HSDS cannot say is not guessed: safety is unknown, and a service without a date of a check
stays hidden until somebody checks it. A place that looks confidential becomes the one word.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Any

from ...source.kinds.languages import language_code
from ...source.kinds.words import slugify
from ..entries import CONFIDENTIAL
from ..model.phones import PHONE_TYPE_SLIPS, PHONE_TYPES
from ..model.service import SERVICE
from ..places import found_place
from .locations import locations_of
from .organizations import organization_of
from .schedules import hours_of
from .values import Record, answers_of, records, text_in, words

NEVER = datetime.date(2000, 1, 1)  # the day of a check that nobody made: the entry stays hidden
LONGEST_ID = 60
TEXTS = (
    "alternate_name", "description", "alert", "eligibility_description", "interpretation_services",
    "application_process", "accreditations",
)  # fmt: skip
SAFETY = ("asks_for_id", "asks_immigration_status", "shares_with_police", "mandatory_reporting")
PHONE_ANSWERS = ("free_to_call", "shows_on_bill", "shows_in_call_history", "voicemail", "call_back")
TAKEN = {
    "id", "slug", "name", "url", "email", "status", "minimum_age", "maximum_age", "assured_date",
    "phones", "schedules", "service_areas", "service_at_locations", "languages", "organization",
    "cost_options", "required_documents", "attributes", "fees_description", "fees", *TEXTS,
}  # fmt: skip


@dataclass(slots=True)
class Draft:
    """One service on its way in: its fields, what it belongs to, and what could not be taken.

    ``notes`` are pairs of a field and why it is not taken. Terms and areas are slugs with names.
    """

    name: str
    id: str
    tree: dict[str, Any] = field(default_factory=dict)
    organization: Record = field(default_factory=dict)
    categories: dict[str, str] = field(default_factory=dict)
    needs: dict[str, str] = field(default_factory=dict)
    areas: dict[str, str] = field(default_factory=dict)
    notes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_confidential(self) -> bool:
        """Whether one of its places must not be known."""
        return any(each.get("address") == CONFIDENTIAL for each in self.tree.get("locations", ()))

    def note(self, name: str, why: str) -> None:
        """Say why a field is not taken, or not as it was."""
        self.notes.append((name, why))


def draft_of(record: Record, language: str, country: str, today: datetime.date) -> Draft:
    """Return the entry that a record makes in the default language and the country of a catalogue."""
    name = words(record.get("name"))
    draft = Draft(name, slug_of(words(record.get("slug")) or name))
    _take_texts(record, draft, language)
    _take_terms(record, draft)
    _take_numbers(record, draft)
    _take_cost(record, draft, language)
    _take_contacts(record, draft, language)
    _take_times(record, draft, language, today)
    draft.tree["locations"] = list(locations_of(record, language, country, draft.note))
    if draft.is_confidential:
        _forget_areas(draft)
    given = record.get("organization")
    draft.organization = organization_of(given if isinstance(given, dict) else {})
    for key in record:
        if key not in TAKEN and record[key] not in EMPTY:
            draft.note(key, "there is no field for it")
    draft.tree = {key: value for key, value in draft.tree.items() if value not in EMPTY}
    return draft


EMPTY: tuple[Any, ...] = (None, "", {}, [])


def _take_texts(record: Record, draft: Draft, language: str) -> None:
    name = draft.name
    draft.tree["name"] = text_in(language, name)
    for key in TEXTS:
        draft.tree[key] = text_in(language, record.get(key))
    if not draft.tree["description"] and name:
        draft.tree["description"] = {language: name}
        draft.note("description", "there is none; the name stands in for it")
    draft.tree["status"] = _status(record, draft)


def _status(record: Record, draft: Draft) -> str:
    """Return the status in HSDS’s word for it, where the file has another that leaves no doubt."""
    text = words(record.get("status")) or "active"
    meant = SERVICE.fields["status"].kind.meant_by(text)
    if meant not in {None, text}:
        draft.note("status", f"“{text}” is taken for “{meant}”")
    return meant or text


def _take_contacts(record: Record, draft: Draft, language: str) -> None:
    draft.tree["required_documents"] = _documents(record, language)
    draft.tree["phones"] = [_phone(each, language) for each in records(record.get("phones"))]
    for key in ("email", "url"):
        draft.tree[key] = _address_of(key, record, draft)


def _take_times(record: Record, draft: Draft, language: str, today: datetime.date) -> None:
    tree = draft.tree
    tree["hours"] = hours_of(records(record.get("schedules")), language, today, draft.note)
    tree["languages"] = _languages(record, draft, language)
    tree["safety"] = answers_of(record, "safety", SAFETY) or {"asks_for_id": "unknown"}
    tree["verification"] = _verification(record, draft, today)


def slug_of(name: str) -> str:
    """Return a name as an id that is not too long for a web address."""
    slug = slugify(name)
    return slug if len(slug) <= LONGEST_ID else slug[:LONGEST_ID].rpartition("-")[0]


def _take_numbers(record: Record, draft: Draft) -> None:
    for key in ("minimum_age", "maximum_age"):
        text = words(record.get(key)).removesuffix(".0")
        if text:
            draft.tree[key] = text


def _take_terms(record: Record, draft: Draft) -> None:
    for attribute in records(record.get("attributes")):
        term, kind = attribute.get("taxonomy_term"), words(attribute.get("link_type"))
        if not isinstance(term, dict) or kind in {"safety", "accessibility", "phone"}:
            continue
        name = words(term.get("name")) or words(term.get("code"))
        if words(term.get("taxonomy")) in {"Open Eligibility", "211 HSIS"} and kind in KINDS:
            continue  # the code of a term of our own, which is beside it
        code = words(term.get("code"))
        slug = code if kind in KINDS and slugify(code) == code else slug_of(name)
        if slug:
            group = draft.needs if kind == "need" else draft.categories
            group.setdefault(slug, name)
    for area in records(record.get("service_areas")):
        name = words(area.get("name")) or words(area.get("description"))
        if slug := slug_of(name):
            draft.areas.setdefault(slug, name)


KINDS = {"category", "need"}


def _forget_areas(draft: Draft) -> None:
    """Take no area that is named like an address: a catalogue publishes its areas."""
    told = [slug for slug, name in draft.areas.items() if found_place(name)]
    for slug in told:
        del draft.areas[slug]
        draft.note("areas", "the name of one tells where the confidential place is")


def _take_cost(record: Record, draft: Draft, language: str) -> None:
    options = records(record.get("cost_options"))
    kinds = {words(option.get("option")) for option in options}
    kind = next(
        (each for each in ("free", "sliding-scale", "fee", "insurance") if each in kinds), ""
    )
    amounts = [
        amount for option in options if (amount := _number(option.get("amount"))) is not None
    ]
    if not kind and amounts:
        kind = "fee" if any(amounts) else "free"
    described = words(record.get("fees_description")) or words(record.get("fees"))
    if kind or described:
        draft.tree["cost"] = {"type": kind or "unknown"}
        if described:
            draft.tree["cost"]["description"] = {language: described}
    for option in options:
        if words(option.get("option")) not in {"", kind}:
            draft.note("cost_options", f"“{words(option['option'])}” has no field of its own")


def _number(value: Any) -> float | None:
    """Return a number; in a table it is text."""
    try:
        return float(value) if isinstance(value, (int, float, str)) else None
    except (ValueError, OverflowError):
        return None


def _documents(record: Record, language: str) -> list[Record]:
    found = (words(each.get("document")) for each in records(record.get("required_documents")))
    return [{language: text} for text in found if text]


def _phone(phone: Record, language: str) -> Record:
    kind = words(phone.get("type")).lower() or "voice"
    kind = PHONE_TYPE_SLIPS.get(kind, kind)
    taken = {
        "number": words(phone.get("number")).strip("\"' "),
        "type": kind if kind in PHONE_TYPES else "voice",
        "extension": words(phone.get("extension")).removesuffix(".0"),
        "description": text_in(language, phone.get("description")),
        "languages": [code for each in records(phone.get("languages")) if (code := _code(each))],
        **answers_of(phone, "phone", (*PHONE_ANSWERS, "country")),
    }
    return {key: value for key, value in taken.items() if value}


def _code(record: Record) -> str:
    for text in (words(record.get("code")), words(record.get("name"))):
        if code := language_code(text) if text else None:
            return code
    return ""


def _languages(record: Record, draft: Draft, language: str) -> list[Any]:
    taken: dict[str, Any] = {}
    for each in records(record.get("languages")):
        code, note = _code(each), words(each.get("note"))
        if not code:
            draft.note("languages", f"“{words(each.get('name'))}” is not a language that we know")
        elif note:
            taken.setdefault(code, {"code": code, "note": {language: note}})
        else:
            taken.setdefault(code, code)
    if not taken:
        draft.note("languages", f"there are none; “{language}” is assumed, so ask them")
    return list(taken.values()) or [language]


def _address_of(key: str, record: Record, draft: Draft) -> str:
    text = words(record.get(key))
    if text.startswith("http://"):
        draft.note(key, "it started with http://; it is taken with https://, so try it")
        return f"https://{text[7:]}"
    return text


def _verification(record: Record, draft: Draft, today: datetime.date) -> Record:
    text = words(record.get("assured_date"))[:10]
    try:
        date = datetime.date.fromisoformat(text)
    except ValueError:
        date = None
    if date is None or date > today or date.year < 2000:
        why = "there is no day of a check; it stays hidden until somebody checks it"
        draft.note("assured_date", why)
        date = NEVER
    return {"last_verified": date.isoformat(), "verified_by": "Imported"}
