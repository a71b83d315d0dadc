# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every language that the site declares has a text of its own."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding
from ..site import SITE_FILE
from ..source.nodes import position
from .library import Library

RULE = "site-language"


def check_languages(library: Library) -> Iterator[Finding]:
    """Yield a finding for each declared language in which readers get no text."""
    spoken = {document.lang for document in library.shown}
    for language in library.known["languages"]:
        if spoken and language not in spoken:
            yield Finding(
                rule=RULE,
                message=f"no text is in “{language}”, so its pages would be in another language",
                remedy="translate a page first (its fields: lang, translation_of), or take "
                f"“{language}” out until then",
            ).at(library.name(library.content / SITE_FILE), *position(language))
