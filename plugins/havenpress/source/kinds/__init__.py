# SPDX-License-Identifier: AGPL-3.0-or-later
"""Kinds of values that a model can ask for."""

from .groups import Either, ListOf, MapOf, Record, Translated
from .numbers import Date, Flag, Whole
from .words import Choice, Email, Known, Language, Line, Paragraph, Slug, Url

__all__ = [
    "Choice",
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
