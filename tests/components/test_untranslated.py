# SPDX-License-Identifier: AGPL-3.0-or-later
"""A text that is not there in the language of the page says which one it is in.

The example organisation loses its Spanish; every text that is left is marked.
"""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup
from bs4.element import NavigableString
from havenpress.build import build

CONTENT = Path(__file__).resolve().parents[2] / "content"
TODAY = datetime.date(2026, 11, 23)
MARK = "Zz"
# What the example does not use: each is a text of one language, too.
MORE = """
alert: {en: We move in May.}
hours:
  note: {en: Ring the lower bell.}
"""


def _only_english(node: Any) -> Any:
    if isinstance(node, list):
        return [_only_english(each) for each in node]
    if not isinstance(node, dict):
        return node
    if "en" in node:
        text = node["en"]
        marked = [f"{MARK} {each}" for each in text] if isinstance(text, list) else f"{MARK} {text}"
        return {"en": marked}
    return {key: _only_english(value) for key, value in node.items()}


def _strip(path: Path) -> None:
    """Leave the English of a file; names of places and of organisations stay as they are."""
    fields = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    kept = {"name": fields.get("name")} if path.parent.name == "organizations" else {}
    kept |= {"areas": fields["areas"]} if path.name == "catalogue.yaml" else {}
    text = yaml.safe_dump({**_only_english(fields), **kept}, allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Spanish pages of the example with nothing of its own in Spanish but the posts."""
    folder = tmp_path_factory.mktemp("untranslated")
    content = Path(shutil.copytree(CONTENT, folder / "content"))
    entry = content / "catalogue" / "services" / "stillwater-counselling.yaml"
    text = entry.read_text(encoding="utf-8").replace("\nhours:\n", MORE, 1)
    cost = "type: voice\n    cost_warning: {en: Calls cost 10p a minute.}"
    text = text.replace("languages: [en,", "languages: [{code: en, note: {en: Fridays}},", 1)
    entry.write_text(text.replace("type: voice", cost, 1), encoding="utf-8")
    for path in (content / "site.yaml", *(content / "catalogue").rglob("*.yaml")):
        _strip(path)
    assert build(content, folder / "output", today=TODAY).swapped
    return folder / "output" / "es"


def _marked(pages: Path) -> Iterator[tuple[str, NavigableString]]:
    for path in sorted(pages.rglob("*.html")):
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for text in soup.body.find_all(string=lambda text: text and MARK in text):
            yield path.relative_to(pages).parent.as_posix(), text


def test_every_text_in_another_language_says_so(pages: Path) -> None:
    found = list(_marked(pages))
    assert len(found) > 500
    silent = {
        f"{page}: {text.parent.name}: {str(text).strip()[:60]}"
        for page, text in found
        if not text.find_parents(lambda tag: tag.get("lang") == "en" and tag.get("dir") == "ltr")
    }
    assert silent == set()


def test_all_kinds_of_text_are_among_them(pages: Path) -> None:
    page = (pages / "services" / "stillwater-counselling" / "index.html").read_text("utf-8")
    for text in ("We move", "Ring the lower", "Calls cost", "Fridays", "Call or email"):
        assert f"{MARK} {text}" in page
