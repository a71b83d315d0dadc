# SPDX-License-Identifier: AGPL-3.0-or-later
"""The entry of an organisation: organizations/ID.yaml."""

from __future__ import annotations

from ...source.kinds import Choice, Email, Line, ListOf, Url
from ...source.model import Field, Model
from ..kinds.texts import TITLE, WORDS

MOST_EXCUSES = 50  # each is looked for in every text of its entry

ORGANIZATION = Model(
    "an organisation",
    Field("name", TITLE, "Its name", required=True, example="{en: Riverbend Advocacy}"),
    Field("description", WORDS, "What it does, in a sentence", required=True),
    Field("website", Url(), "Its web site", also=("url", "web", "site")),
    Field("email", Email(), "Its e-mail address"),
    Field(
        "type", Choice("NGO", "GovernmentOrganization", charity="NGO"), "What it is (schema.org)"
    ),
    Field(
        "not_the_place",
        ListOf(Line(), most=MOST_EXCUSES),
        "Words that may look like the confidential place and are not",
    ),
)
