# SPDX-License-Identifier: AGPL-3.0-or-later
"""The kinds of help and the needs: taxonomy.yaml."""

from __future__ import annotations

from ...source.kinds import Language as LanguageTag
from ...source.kinds import Line, ListOf, MapOf, Slug
from ...source.model import Field, Model
from ..entries import Term
from ..kinds.records import Made
from ..kinds.texts import TITLE, WORDS

TERM_FIELDS = (
    Field(
        "name",
        TITLE,
        "What readers see",
        required=True,
        example="{en: A place to stay}",
        also=("label", "title"),
    ),
    Field("description", WORDS, "What belongs here, in a sentence"),
    Field(
        "words",
        MapOf(LanguageTag(), ListOf(Line()), "en: [rehab, detox]"),
        "Other words that people use for it, by language, as in {en: [rehab, detox]}",
    ),
    Field("openeligibility", Line(), "Its code in Open Eligibility"),
    Field("211hsis", Line(), "Its code in the 211 Human Services Indexing System"),
)


def _make_term(**values: object) -> Term:
    values["hsis"] = values.pop("211hsis", "")
    return Term(**values)


TERM = Made(Model("an entry of taxonomy.yaml", *TERM_FIELDS), _make_term)
TAXONOMY = Model(
    "taxonomy.yaml",
    Field(
        "categories",
        MapOf(Slug(), TERM, "housing: {name: {en: A place to stay}}", least=1),
        "Kinds of help, in the order of lists",
        required=True,
        example="{housing: {name: {en: A place to stay}}}",
    ),
    Field(
        "needs",
        MapOf(Slug(), TERM, "a-bed: {name: {en: A bed tonight}}"),
        "What people come for, in their words",
    ),
)
