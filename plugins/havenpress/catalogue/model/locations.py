# SPDX-License-Identifier: AGPL-3.0-or-later
"""A place: its address, how to get there, and what is there for disabled people."""

from __future__ import annotations

from ...source.kinds import Country, Line
from ...source.model import Field, Model
from ..entries import Accessibility
from ..kinds.locations import AddressKind, Coordinate
from ..kinds.records import Made
from ..kinds.texts import WORDS
from .answers import ANSWER

ADDRESS = Model(
    "an address",
    Field(
        "address_1",
        Line(),
        "Street and number",
        required=True,
        example="118 Example Street",
        also=("street", "address1", "line1", "line_1", "street_address", "address"),
    ),
    Field("address_2", Line(), "Building or floor"),
    Field("city", Line(), "Town", required=True, example="Riverbend", also=("town", "locality")),
    Field("region", Line(), "Region"),
    Field(
        "state_province",
        Line(),
        "State, province or county",
        also=("state", "county", "province"),
    ),
    Field("postal_code", Line(), "Postcode", also=("postcode", "zip", "zip_code", "zipcode")),
    Field("country", Country(), "Country code", required=True, example="GB"),
)

ACCESSIBILITY = Model(
    "accessibility",
    Field(
        "step_free",
        ANSWER,
        "Whether there is a way in without steps",
        also=("wheelchair", "wheelchair_access", "wheelchair_accessible", "ramp", "level_access"),
    ),
    Field(
        "accessible_toilet",
        ANSWER,
        "Whether there is an accessible toilet",
        also=("toilet", "disabled_toilet", "accessible_toilets", "wheelchair_toilet"),
    ),
    Field("hearing_loop", ANSWER, "Whether there is a hearing loop"),
    Field("parking", ANSWER, "Whether there is parking for disabled people"),
    Field("quiet_room", ANSWER, "Whether there is a quiet place to wait"),
    Field("description", WORDS, "What else helps to know"),
)

LOCATION = Model(
    "a place",
    Field("name", WORDS, "What stands on the door"),
    Field(
        "address",
        AddressKind(ADDRESS),
        "The address, or the one word confidential",
        required=True,
        example="confidential",
    ),
    Field("latitude", Coordinate(90), "Degrees north", also=("lat",)),
    Field("longitude", Coordinate(180), "Degrees east", also=("lng", "lon", "long")),
    Field("transportation", WORDS, "How to get there"),
    Field(
        "accessibility",
        Made(ACCESSIBILITY, Accessibility),
        "What there is for disabled people",
    ),
)
