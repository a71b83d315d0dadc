# SPDX-License-Identifier: AGPL-3.0-or-later
"""What people need to know before they make contact."""

from __future__ import annotations

from ...source.kinds import Choice
from ...source.model import Field, Model
from ..kinds.texts import WORDS
from .answers import OFTEN

LAW = (
    "if_required_by_law", "required_by_law", "when_required_by_law", "when_law_requires",
    "if_the_law_requires", "only_if_required_by_law", "by_law", "legal_duty", "if_law_requires_it",
)  # fmt: skip
CONSENT = (
    "consent", "only_with_consent", "by_consent", "if_you_agree", "with_permission", "if_you_consent",
)  # fmt: skip

SAFETY = Model(
    "safety",
    Field("asks_for_id", OFTEN, "Whether they ask for proof of identity"),
    Field("asks_immigration_status", OFTEN, "Whether they ask about immigration status"),
    Field(
        "shares_with_police",
        Choice(
            "never",
            "with-consent",
            "if-law-requires",
            "unknown",
            no="never",
            false="never",
            **dict.fromkeys(LAW, "if-law-requires"),
            **dict.fromkeys(CONSENT, "with-consent"),
        ),
        "Whether they tell the police",
    ),
    Field(
        "mandatory_reporting",
        Choice(
            "none",
            "under-18",
            "everyone",
            "unknown",
            no="none",
            never="none",
            always="everyone",
            children="under-18",
            all="everyone",
        ),
        "About whom the law makes them tell the authorities",
    ),
    Field("first_contact", WORDS, "What happens when somebody makes contact, step by step"),
    Field("notes", WORDS, "What else to know before making contact"),
)
