# SPDX-License-Identifier: AGPL-3.0-or-later
"""Ways to make contact, each with what happens when it is used."""

from __future__ import annotations

from collections.abc import Iterator

from ...source import Text
from ..entries import Organization, Phone, Service
from ..views import Contact
from .edition import Edition, phrase_of

APPS = ("whatsapp", "signal")
FIELDS = {
    "voice": ("free", "bill", "history", "voicemail", "call_back"),
    "text": ("free", "bill", "history", "call_back"),
    "app": ("history",),
}
ATTRIBUTES = {
    "free": "free_to_call",
    "bill": "shows_on_bill",
    "history": "shows_in_call_history",
    "voicemail": "voicemail",
    "call_back": "call_back",
}


def contacts_of(service: Service, edition: Edition) -> tuple[Contact, ...]:
    """Return all ways to make contact with a service, in the order of the file."""
    reachable = service.reachable
    phones = [_phone(phone, edition) for phone in reachable.phones]
    return (*phones, *_links(reachable, edition))


def organization_contacts(organization: Organization, edition: Edition) -> tuple[Contact, ...]:
    """Return the ways to make contact with an organisation."""
    if organization.email is None:
        return ()
    return (_email(organization.email, edition),)


def _phone(phone: Phone, edition: Edition) -> Contact:
    words = edition.words
    shown = _shown(phone, edition)
    if phone.extension is not None:
        shown = f"{shown}, {words('contact.extension', number=phone.extension)}"
    return Contact(
        kind=phone.type,
        action=words(f"contact.actions.{phone.type}"),
        value=phrase_of(Text.at(shown, *_place(phone.number.typed))),
        href=_href(phone),
        label=edition.phrase(phone.description),
        notes=tuple(_notes(phone, edition)),
        place=phone.number.typed.place,
    )


def _shown(phone: Phone, edition: Edition) -> str:
    shown = phone.number.shown(edition.catalogue.settings.country)
    if not phone.number.only_in:
        return shown
    country = edition.words.country_name(phone.number.only_in)
    return f"{shown} ({edition.words('contact.only_in', country=country)})"


def _place(text: Text) -> tuple[str, int, int]:
    return text.file, text.line, text.column


def _href(phone: Phone) -> str:
    number = phone.number.href
    if phone.type in {"fax", "video", "bsl"}:
        return ""
    if phone.type == "text":
        return f"sms:{number}"
    if phone.type == "whatsapp":
        return f"https://wa.me/{number.removeprefix('+')}"
    if phone.type == "signal":
        return f"https://signal.me/#p/{number}"
    return f"tel:{number}" + (f";ext={phone.extension}" if phone.extension is not None else "")


def _notes(phone: Phone, edition: Edition) -> Iterator[str]:
    group = "app" if phone.type in APPS else "text" if phone.type == "text" else "voice"
    if phone.type == "fax":
        return
    cost = edition.phrase(phone.cost_warning)
    if cost:
        yield cost
    for name in FIELDS[group]:
        if name == "free" and cost:
            continue
        yield edition.words(f"contact.{group}.{name}.{getattr(phone, ATTRIBUTES[name])}")
    if phone.languages:
        names = edition.words.join(map(edition.words.language_name, phone.languages))
        yield edition.words("contact.languages", languages=names)


def _links(service: Service, edition: Edition) -> Iterator[Contact]:
    if service.chat is not None:
        yield _link("chat", service.chat, edition, edition.words("contact.chat_note"))
    if service.email is not None:
        yield _email(service.email, edition)
    if service.url is not None:
        yield _link("url", service.url, edition)


def _email(address: Text, edition: Edition) -> Contact:
    return Contact(
        kind="email",
        action=edition.words("contact.actions.email"),
        value=phrase_of(address),
        href=f"mailto:{address}",
        notes=(edition.words("contact.email_note"),),
        place=address.place,
    )


def _link(kind: str, url: Text, edition: Edition, *notes: str) -> Contact:
    shown = url.removeprefix("https://").removesuffix("/")
    return Contact(
        kind=kind,
        action=edition.words(f"contact.actions.{kind}"),
        value=phrase_of(Text.at(shown, *_place(url))),
        href=str(url),
        notes=notes,
        place=url.place,
    )


def channels_of(service: Service) -> list[str]:
    """Return the channels of a service for the filter, ``in-person`` among them."""
    kinds = [phone.type for phone in service.phones if phone.type != "fax"]
    kinds += [name for name in ("chat", "email") if getattr(service, name) is not None]
    if any(not location.is_confidential for location in service.locations):
        kinds.append("in-person")
    return list(dict.fromkeys(str(kind) for kind in kinds))
