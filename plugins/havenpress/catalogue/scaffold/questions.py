# SPDX-License-Identifier: AGPL-3.0-or-later
"""What has to be asked about a service, in plain words, and how an answer becomes YAML."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ...source.kinds.languages import language_code
from ..kinds.typed_hours import meant_week

LONGEST_CHOICE = 20
UNSURE = {
    "?",
    "i don't know",
    "don't know",
    "dont know",
    "i do not know",
    "not sure",
    "no idea",
    "idk",
}
UNSURE |= {"unsure", "dunno", "skip", "n/a"}
NEVER = {"no": "never", "n": "never"}

Writer = Callable[[str, str], Any]  # the answer and the language → a tree of texts


@dataclass(frozen=True, slots=True)
class Question:
    """One question; ``path`` is the field that the answer fills, ``why`` what it is asked for.

    An answer left out is allowed unless ``required``. ``offers`` names the group of ids that
    the catalogue declares. ``default`` is taken for an empty answer. ``means`` has other words
    for a choice, where they leave no doubt: nobody “never”s a question about ID. ``whole`` says
    what belongs to an answer that makes a block of its own, so that no part may be missing.
    """

    key: str
    path: tuple[str, ...]
    text: str
    write: Writer
    required: bool = False
    offers: str = ""
    default: str = ""
    after: str = ""  # asked only where that key has an answer
    means: Mapping[str, str] = field(default_factory=dict)
    whole: str = ""

    @property
    def takes_one_line(self) -> bool:
        """Whether the answer stands in the file as it was typed, so that a line can correct it."""
        return self.write in (_plain, _choice)

    def understood(self, answer: str) -> str:
        """Return an answer in the words of the field; where nobody knows it, what an empty one means."""
        word = answer.casefold().strip(" .!").replace("’", "'")
        return self.default if word in UNSURE else self.means.get(word, answer)


def _text(answer: str, language: str) -> Any:
    return {language: answer}


def _plain(answer: str, language: str) -> Any:
    return answer


def _list(answer: str, language: str) -> Any:
    return [part.strip() for part in re.split(r"[,;]", answer) if part.strip()]


def _choice(answer: str, language: str) -> Any:
    return answer.lower() if len(answer) < LONGEST_CHOICE else answer


def _languages(answer: str, language: str) -> Any:
    """“English and Spanish” → the codes; what is no language stays, for the check to name."""
    parts = re.split(r"[,;/&]|\band\b", answer)
    return [language_code(part.strip()) or part.strip() for part in parts if part.strip()]


def _documents(answer: str, language: str) -> Any:
    if answer.lower() in {"none", "no", "nothing"}:
        return []
    return [{language: part} for part in _list(answer, language)]


def _hours(answer: str, language: str) -> Any:
    """``Mon-Fri 9am-5pm; sat 10:00-14:00`` → a block of days in our form."""
    if re.fullmatch(r"24\s*/\s*7", answer):
        return "24/7"
    return meant_week(answer)


HIDDEN = {"confidential", "secret", "private", "hidden", "not public", "nobody may know"}


def _place(answer: str, language: str) -> Any:
    """``Street and number, town, postcode`` → an address; a word for a hidden place stays alone."""
    if answer.casefold().strip(" .!") in HIDDEN:
        return [{"address": "confidential"}]
    parts = [part.strip() for part in answer.split(",")]
    names = {
        2: ("address_1", "city"),
        3: ("address_1", "city", "postal_code"),
        4: ("address_1", "address_2", "city", "postal_code"),
    }.get(len(parts), ("address_1",))
    return [{"address": dict(zip(names, parts, strict=False))}]


SAFETY = "Write never, sometimes, always or unknown"
QUESTIONS: tuple[Question, ...] = (
    Question(
        "organization",
        ("organization",),
        "Which organisation runs it?",
        _plain,
        required=True,
        offers="organizations",
    ),
    # Asked before any text, so that a text that tells a hidden place is asked again at once.
    Question(
        "address",
        ("locations",),
        "Where is it? Street and number, town, postcode. If nobody may know, write confidential",
        _place,
        whole="write street and number, a comma and the town, as in 118 Example Street, Riverbend",
    ),
    Question(
        "description",
        ("description",),
        "What do people get there? One or two sentences",
        _text,
        required=True,
    ),
    Question(
        "status",
        ("status",),
        "Is it running? Write active, inactive, defunct or temporarily closed",
        _choice,
        default="active",
        means={"yes": "active", "y": "active", "running": "active", "open": "active"},
    ),
    Question(
        "categories",
        ("categories",),
        "What kind of help is it? The first is its place in lists",
        _list,
        required=True,
        offers="categories",
    ),
    Question("needs", ("needs",), "What do people come for?", _list, offers="needs"),
    Question("eligibility", ("eligibility_description",), "Who can use it, and who cannot?", _text),
    Question(
        "languages",
        ("languages",),
        "Which languages are regularly spoken? As in English, Spanish",
        _languages,
        required=True,
    ),
    Question(
        "documents",
        ("required_documents",),
        "What do people need to bring? Write none if nothing",
        _documents,
    ),
    Question(
        "cost",
        ("cost", "type"),
        "What does it cost? Write free, sliding-scale, fee, insurance or unknown",
        _choice,
        default="unknown",
        means=dict.fromkeys(("nothing", "it is free", "it's free", "no", "0"), "free"),
    ),
    Question("phone", ("phones", "number"), "Which number do people call?", _plain),
    Question(
        "phone-type",
        ("phones", "type"),
        "Is the number for voice, text, whatsapp, tty?",
        _choice,
        default="voice",
        after="phone",
    ),
    Question(
        "free-to-call",
        ("phones", "free_to_call"),
        "Is the call free? Write yes, no or unknown",
        _choice,
        default="unknown",
        after="phone",
    ),
    Question(
        "shows-on-bill",
        ("phones", "shows_on_bill"),
        "Does the number show on the phone bill? Write yes, no or unknown",
        _choice,
        default="unknown",
        after="phone",
    ),
    Question(
        "voicemail",
        ("phones", "voicemail"),
        "Is it all right to leave a message? Write safe, not-safe, none or unknown",
        _choice,
        default="unknown",
        means={"yes": "safe", "no": "not-safe", "not safe": "not-safe"},
        after="phone",
    ),
    Question(
        "call-back",
        ("phones", "call_back"),
        "How do they call back? Write never, withheld-number, visible-number or unknown",
        _choice,
        default="unknown",
        means={**NEVER, "withheld number": "withheld-number", "visible number": "visible-number"},
        after="phone",
    ),
    Question("email", ("email",), "Which e-mail address does the service have?", _plain),
    Question("url", ("url",), "Which web page does it have? It starts with https://", _plain),
    Question(
        "hours",
        ("hours",),
        "When is it open? 24/7, or as in mon-fri 09:00-17:00; sat 10:00-14:00",
        _hours,
    ),
    Question("areas", ("areas",), "Where does it help?", _list, required=True, offers="areas"),
    Question(
        "asks-for-id",
        ("safety", "asks_for_id"),
        f"Do they ask for ID? {SAFETY}",
        _choice,
        default="unknown",
        means=NEVER,
    ),
    Question(
        "asks-immigration-status",
        ("safety", "asks_immigration_status"),
        f"Do they ask about immigration status? {SAFETY}",
        _choice,
        default="unknown",
        means=NEVER,
    ),
    Question(
        "shares-with-police",
        ("safety", "shares_with_police"),
        "Do they tell the police? Write never, with-consent, if-law-requires or unknown",
        _choice,
        default="unknown",
        means={**NEVER, "with consent": "with-consent", "if law requires": "if-law-requires"},
    ),
    Question(
        "mandatory-reporting",
        ("safety", "mandatory_reporting"),
        "Does the law make them report? Write none, under-18, everyone or unknown",
        _choice,
        default="unknown",
        means={"no": "none", "nobody": "none", "under 18": "under-18", "children": "under-18"},
    ),
    Question(
        "first-contact",
        ("safety", "first_contact"),
        "What happens when somebody makes contact?",
        _text,
    ),
    Question(
        "verified-by",
        ("verification", "verified_by"),
        "Which team has checked all this? A team or role, not a person",
        _plain,
        required=True,
    ),
    Question(
        "method",
        ("verification", "method"),
        "How? Write phone, email, visit, website or letter",
        _choice,
        means={"by phone": "phone", "by email": "email", "by letter": "letter", "call": "phone"},
    ),
)
