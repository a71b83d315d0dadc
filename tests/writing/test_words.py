# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words that the reading of texts adds: in every language that the theme’s words are in."""

from __future__ import annotations

import pytest
from havenpress.components.theme import ROOT
from havenpress.components.translations import theme_languages
from havenpress.writing.markdown.callouts import SKIP, TITLES
from havenpress.writing.markdown.converter import FOOTNOTE_TITLES
from havenpress.writing.markdown.tables import NAMES
from havenpress.writing.topics import TOPICS, topic_text

from .texts import read_body

LANGUAGES = set(theme_languages(ROOT / "translations"))
BODY = """> [!NOTE]
> Un mot[^1].

> [!CONTENT-NOTE]
> Autre chose.

## La suite

{table}

| Quoi | Où |
| --- | --- |
| Clés | Porte |

[^1]: Une note.
"""


@pytest.mark.parametrize(
    "words", [*TITLES.values(), *TOPICS.values(), SKIP, NAMES, FOOTNOTE_TITLES]
)
def test_no_language_of_the_theme_is_missing(words: dict[str, str]) -> None:
    assert set(words) == LANGUAGES


def test_a_kind_of_a_language_has_its_words() -> None:
    assert topic_text("police", "fr-CA") == TOPICS["police"]["fr"]


@pytest.mark.parametrize(
    ("table", "name"),
    [
        ("", "Tableau 1"),
        ("Tableau : À garder", "À garder"),
        ("Tableau\u00a0: À garder", "À garder"),
        ("Table: À garder", "À garder"),
    ],
)
def test_a_french_text_has_french_words_around_it(table: str, name: str) -> None:
    soup, findings = read_body(BODY.replace("{table}", table), "fr")
    assert findings == []
    titles = [title.get_text() for title in soup.select(".callout-title")]
    assert titles == ["Bon à savoir", "Note de contenu"]
    assert soup.select_one(".content-note a").get_text() == "Aller à «\u00a0La suite\u00a0»"
    assert soup.select_one("[role=region]")["aria-label"] == name
    assert soup.select_one(".footnote-backref")["title"] == "Revenir au texte (1)"


def test_a_note_that_is_cited_twice_has_two_named_ways_back() -> None:
    soup, findings = read_body("One[^a]. Two[^a]. Three[^b].\n\n[^a]: First.\n\n[^b]: Second.\n")
    names = [link["aria-label"] for link in soup.select(".footnote-backref")]
    assert names == ["Back to the text (1)", "Back to the text (1, 2)", "Back to the text (2)"]
    assert findings == []
