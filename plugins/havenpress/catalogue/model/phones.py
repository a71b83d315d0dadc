# SPDX-License-Identifier: AGPL-3.0-or-later
"""A telephone number, and what happens when somebody uses it."""

from __future__ import annotations

from ...source.kinds import Choice, Country, Line, ListOf
from ...source.kinds import Language as LanguageTag
from ...source.model import Field, Model
from ..kinds.phones import PhoneNumber
from ..kinds.texts import WORDS
from .answers import ANSWER

PHONE_TYPES = ("voice", "text", "tty", "fax", "whatsapp", "signal", "video", "bsl")
PHONE_TYPE_SLIPS = {
    **dict.fromkeys(
        ("phone", "mobile", "landline", "call", "telephone", "tel", "cell", "helpline", "hotline"),
        "voice",
    ),
    **dict.fromkeys(("sms", "text_message", "texts"), "text"),
    **dict.fromkeys(("minicom", "textphone", "relay", "tdd", "tty/tdd", "tdd/tty"), "tty"),
    **dict.fromkeys(("videophone", "zoom"), "video"),
}

NUMBER_ABROAD = (
    "número",
    "numero",
    "numéro",
    "nummer",
    "rufnummer",
    "numer",
    "teléfono",
    "telefon",
)

EXTENSION = Line(pattern="[0-9]{1,8}", looks_like="an extension in digits, as in 23")

PHONE = Model(
    "a phone",
    Field(
        "number",
        PhoneNumber(),
        "The number",
        required=True,
        example="020 7946 0018",
        also=("phone", "tel", "telephone", *NUMBER_ABROAD),
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
    Field(
        "country",
        Country(),
        "Whose number it is, for a short one of another country, such as 988",
    ),
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
