# SPDX-License-Identifier: AGPL-3.0-or-later
"""One type and one reporter for every check: what is wrong, where, and what to write instead."""

from .errors import ContentError, HavenpressError, SettingsError
from .finding import ERROR, LEVELS, REVIEW, WARNING, Finding
from .formats import format_names, render
from .meant import closest, did_you_mean
from .report import Report
from .rules import explain, known_rules
from .sources import ANNOTATION, Sources

__all__ = [
    "ANNOTATION",
    "ERROR",
    "LEVELS",
    "REVIEW",
    "WARNING",
    "ContentError",
    "Finding",
    "HavenpressError",
    "Report",
    "SettingsError",
    "Sources",
    "closest",
    "did_you_mean",
    "explain",
    "format_names",
    "known_rules",
    "render",
]
