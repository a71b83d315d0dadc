# SPDX-License-Identifier: AGPL-3.0-or-later
"""A service as schema.org sees it, for search engines, where the organisation wants that."""

from __future__ import annotations

import json
from typing import Any

from ..entries import UNKNOWN, Address, Phone, Service
from ..hours import Hours
from .edition import Edition
from .facts import area_names

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def json_ld_of(service: Service, edition: Edition) -> str:
    """Return JSON-LD that is safe inside a ``script`` element."""
    record = {"@context": "https://schema.org", **_service(service, edition)}
    text = json.dumps(_without_empty(record), ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {name: _without_empty(each) for name, each in value.items()}
        return {name: each for name, each in kept.items() if each not in ("", [], {}, None)}
    return [_without_empty(each) for each in value] if isinstance(value, list) else value


def _service(service: Service, edition: Edition) -> dict[str, Any]:
    organization = edition.catalogue.organizations.get(service.organization)
    kind = str(organization.type) if organization else "NGO"
    reachable = service.reachable
    return {
        "@type": "GovernmentService" if kind == "GovernmentOrganization" else "Service",
        "name": str(edition.phrase(service.name) or service.id),
        "description": " ".join(str(edition.phrase(service.description) or "").split()),
        "url": str(reachable.url or ""),
        "areaServed": list(map(str, area_names(service, edition))),
        "provider": {
            "@type": kind,
            "name": str(edition.phrase(organization.name) or "") if organization else "",
            "url": str(organization.website or "") if organization else "",
        },
        "availableChannel": {
            "@type": "ServiceChannel",
            "availableLanguage": [str(language.code) for language in service.languages],
            "servicePhone": _phones(reachable),
            "serviceUrl": str(reachable.chat or ""),
            "serviceLocation": _places(service),
        },
        "hoursAvailable": _hours(service.hours),
    }


def _phones(service: Service) -> list[dict[str, Any]]:
    return [
        {
            "@type": "ContactPoint",
            "telephone": phone.number.e164 or str(phone.number.typed),
            "contactOption": "TollFree" if _is_free(phone) else "",
        }
        for phone in service.phones
        if phone.type in {"voice", "tty"}
    ]


def _is_free(phone: Phone) -> bool:
    """Return whether a call costs nothing; of a short code only who runs it can say so."""
    if phone.free_to_call == UNKNOWN:
        return phone.number.free and bool(phone.number.e164)
    return phone.free_to_call == "yes"


def _places(service: Service) -> list[dict[str, Any]]:
    """Return the places that everybody may know."""
    addresses = [each.address for each in service.locations if isinstance(each.address, Address)]
    return [
        {
            "@type": "Place",
            "address": {
                "@type": "PostalAddress",
                "streetAddress": str(address.address_1),
                "addressLocality": str(address.city),
                "postalCode": str(address.postal_code),
                "addressCountry": str(address.country),
            },
        }
        for address in addresses
    ]


def _hours(hours: Hours | None) -> list[dict[str, Any]]:
    if hours is None:
        return []
    if hours.always:
        return [_opening(list(DAYS), 0, 24 * 60 - 1)]
    spans: dict[tuple[int, int], list[str]] = {}
    for name, day in zip(DAYS, hours.week, strict=True):
        for span in day.spans if day else ():
            spans.setdefault(span, []).append(name)
    return [_opening(days, *span) for span, days in sorted(spans.items())]


def _opening(days: list[str], start: int, end: int) -> dict[str, Any]:
    end = min(end, 24 * 60 - 1) if end <= 24 * 60 else end % (24 * 60)
    return {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": days,
        "opens": f"{start // 60:02}:{start % 60:02}",
        "closes": f"{end // 60:02}:{end % 60:02}",
    }
