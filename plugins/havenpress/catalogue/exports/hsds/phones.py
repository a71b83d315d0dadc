# SPDX-License-Identifier: AGPL-3.0-or-later
"""The telephone numbers of a service."""

from __future__ import annotations

from collections.abc import Iterator

from ...entries import UNKNOWN, Phone, Service
from .records import Record, Records, without_empty

PHONE_ANSWERS = ("free_to_call", "shows_on_bill", "shows_in_call_history", "voicemail", "call_back")


def phones_of(service: Service, records: Records) -> list[Record]:
    """Return the numbers of a service, each with what happens when somebody uses it."""
    return [_phone(service, phone, at, records) for at, phone in enumerate(service.phones, 1)]


def _phone(service: Service, phone: Phone, at: int, records: Records) -> Record:
    key = ("phone", service.id, at)
    record = {
        "id": records.id_of(*key),
        "number": phone.number.e164 or str(phone.number.typed),
        "extension": int(phone.extension) if phone.extension else None,
        "type": str(phone.type),
        "description": records.text(phone.description),
        "languages": [
            {"id": records.id_of(*key, code), "code": str(code)} for code in phone.languages
        ],
        "attributes": [
            records.answer(key, name, value, "phone") for name, value in _answers(phone)
        ],
    }
    return without_empty(record)


def _answers(phone: Phone) -> Iterator[tuple[str, str]]:
    """Yield what HSDS has no field for; without its country a short code is any country's."""
    if phone.number.only_in:
        yield "country", phone.number.only_in
    for name in PHONE_ANSWERS:
        if getattr(phone, name) != UNKNOWN:
            yield name, getattr(phone, name)
