# SPDX-License-Identifier: AGPL-3.0-or-later
"""Kinds of values that a model can ask for."""

from .countries import Country
from .emails import Email
from .groups import Either, ListOf, MapOf, Record
from .languages import Language
from .numbers import Date, Flag, Whole
from .translated import Translated
from .urls import Url
from .words import Choice, Known, Line, Paragraph, Slug

__all__ = [
    "Choice",
    "Country",
    "Date",
    "Either",
    "Email",
    "Flag",
    "Known",
    "Language",
    "Line",
    "ListOf",
    "MapOf",
    "Paragraph",
    "Record",
    "Slug",
    "Translated",
    "Url",
    "Whole",
]
