# SPDX-License-Identifier: AGPL-3.0-or-later
"""How to reach the organisation and the emergency services, as parameters of components."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from ..site import Channel
from .links import telephone
from .listing import in_language
from .page import Page

ACTIONS = {
    "phone": "Call",
    "text": "Text",
    "chat": "Chat online",
    "email": "Email",
    "whatsapp": "WhatsApp",
}
Row = dict[str, Any]


def channels(page: Page) -> list[Row]:
    """Return the organisation's channels in the language of the page."""
    return [_row(page, channel) for channel in page.site.contact]


def _row(page: Page, channel: Channel) -> Row:
    return {
        "kind": channel.type,
        "action": page.say(ACTIONS[channel.type]),
        "value": channel.number or channel.email,
        "href": target(channel),
        "note": _note(page, channel),
    }


def target(channel: Channel) -> str:
    """Return the link that opens a channel."""
    number = telephone(channel.number)
    return {
        "phone": f"tel:{number}",
        "text": f"sms:{number}",
        "email": f"mailto:{channel.email}",
        "whatsapp": channel.url or f"https://wa.me/{number.lstrip('+')}",
    }.get(channel.type, channel.url)


def _note(page: Page, channel: Channel) -> str:
    """Return hours and cost as one line; each is a sentence of the organisation's.

    Where one of them is not there in the language of the page, each has its own, as HTML.
    """
    parts = [part for texts in (channel.note, channel.hours) if (part := page.t(texts))]
    plain = [part.rstrip(". ") for part in parts]
    if not any(in_language(page, part) for part in parts):
        return ". ".join(plain)
    marks = (in_language(page, part) for part in parts)
    return Markup(". ").join(map(Markup("<span{}>{}</span>").format, marks, plain))


def emergency(page: Page) -> list[Row]:
    """Return the emergency numbers, the most important first."""
    return [
        {"name": page.t(each.name), "number": each.number, "note": page.t(each.note)}
        for each in page.site.emergency
    ]
