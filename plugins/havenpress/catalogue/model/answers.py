# SPDX-License-Identifier: AGPL-3.0-or-later
"""Answers that several parts of an entry give."""

from __future__ import annotations

from ...source.kinds import Choice

ANSWER = Choice(
    "yes",
    "no",
    "unknown",
    **dict.fromkeys(("sí", "si", "oui", "ja", "sim", "tak", "1", "✓", "✔"), "yes"),
    **dict.fromkeys(("non", "nein", "não", "nie", "nee", "0", "none"), "no"),
    **dict.fromkeys(("?", "n/a", "not_known", "tbc"), "unknown"),
)

OFTEN = Choice(
    "never",
    "sometimes",
    "always",
    "unknown",
    no="never",
    false="never",
    yes="always",
    true="always",
    rarely="sometimes",
    optional="sometimes",
    required="always",
)
