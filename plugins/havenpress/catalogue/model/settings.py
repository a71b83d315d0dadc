# SPDX-License-Identifier: AGPL-3.0-or-later
"""What holds for the whole catalogue: catalogue.yaml."""

from __future__ import annotations

from ...source.kinds import Country, Email, Flag, Known, ListOf, MapOf, Slug, Url, Whole
from ...source.kinds import Language as LanguageTag
from ...source.model import Field, Model
from ..entries import Area, Report, Stale
from ..kinds.records import Made
from ..kinds.settings import Uuid, Zone
from ..kinds.texts import TITLE

AREA_ID = Known("areas", "an area", "catalogue.yaml")

AREA = Model(
    "an area",
    Field(
        "name",
        TITLE,
        "Its name",
        required=True,
        example="{en: Northtown}",
        also=("label", "title"),
    ),
    Field("within", AREA_ID, "The area around it, whose services serve it as well"),
)

SETTINGS = Model(
    "catalogue.yaml",
    Field(
        "default_language",
        LanguageTag(),
        "The language that every text has",
        required=True,
        example="en",
        also=("language", "lang"),
    ),
    Field(
        "languages",
        ListOf(LanguageTag(), least=1),
        "All languages",
        required=True,
        example="[en, es]",
    ),
    Field(
        "country",
        Country(),
        "The country, for phone numbers without +",
        required=True,
        example="GB",
    ),
    Field(
        "timezone",
        Zone(),
        "The time zone of opening hours",
        required=True,
        example="Europe/London",
    ),
    Field("id_namespace", Uuid(), "A UUID made once, from which ids in exports are made"),
    Field(
        "review_after_days",
        Whole(1, 3650, "days"),
        "Days after which an entry should be checked",
    ),
    Field(
        "stale",
        Made(
            Model(
                "stale",
                Field("warn_after_days", Whole(1, 3650, "days"), "Days until an entry is labelled"),
                Field("hide_after_days", Whole(1, 36500, "days"), "Days until it is hidden"),
            ),
            Stale,
        ),
        "What happens to entries that nobody has checked",
    ),
    Field(
        "areas",
        MapOf(Slug(), Made(AREA, Area), "northtown: {name: {en: Northtown}}", least=1),
        "The areas, by id",
        required=True,
        example="{northtown: {name: {en: Northtown}}}",
    ),
    Field(
        "report",
        Made(
            Model(
                "report",
                Field("email", Email(), "An address that staff read"),
                Field("url", Url(), "A form"),
            ),
            Report,
        ),
        "Where readers tell what is wrong in an entry",
    ),
    Field("open_data", Flag(), "Yes publishes the catalogue as HSDS and CSV files too"),
    Field(
        "print_card",
        Flag(),
        "Yes makes an entry print as a small card without our name",
    ),
    Field(
        "example",
        Flag(),
        "Yes for a made-up catalogue: numbers kept for films are no fault",
    ),
)
