# SPDX-License-Identifier: AGPL-3.0-or-later
"""The telephone numbers of a service."""

from __future__ import annotations

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
            records.answer(key, name, getattr(phone, name), "phone")
            for name in PHONE_ANSWERS
            if getattr(phone, name) != UNKNOWN
        ],
    }
    return without_empty(record)
