# SPDX-License-Identifier: AGPL-3.0-or-later
"""Bodies, converted without a site around them."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup
from havenpress.findings import Finding
from havenpress.writing.document import Document
from havenpress.writing.markdown import Scope, convert
from havenpress.writing.rules import check_body


def read_body(body: str, language: str = "en") -> tuple[BeautifulSoup, list[Finding]]:
    """Return the HTML of a body that starts on line 1 of a.md, and what is wrong with it."""
    document = Document(Path("a.md"), "a.md", is_post=True, language=language, body=body)
    converted = convert(Scope(document))
    findings = [*check_body(document), *converted.findings]
    return BeautifulSoup(converted.html, "html.parser"), findings


def places(body: str) -> dict[str, str]:
    """Return each annotated element's words with its tag and place."""
    soup, _ = read_body(body)
    marked = soup.find_all(attrs={"data-hp-src": True})
    return {
        f"{each.name} {' '.join(each.get_text().split())[:24]}".strip(): each[
            "data-hp-src"
        ].removeprefix("a.md:")
        for each in marked
    }
