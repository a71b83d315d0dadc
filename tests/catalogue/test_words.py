# SPDX-License-Identifier: AGPL-3.0-or-later
"""The catalogue's own sentences: each is used, and a language without them is told to the writers."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from havenpress.catalogue.site import editions_of
from havenpress.catalogue.wording import FOLDER, Wording
from havenpress.site import Project

from .samples import ROOT, TODAY
from .test_views import flat, read_words

SMALL = ROOT / "tests" / "sites" / "small" / "content"


@pytest.mark.parametrize(("language", "warnings"), [("ar", 0), ("es-MX", 0), ("fr", 0), ("de", 1)])
def test_a_language_without_sentences_is_a_warning(
    tmp_path: Path, language: str, warnings: int
) -> None:
    content = Path(shutil.copytree(SMALL, tmp_path / "content"))
    site = content / "site.yaml"
    text = site.read_text(encoding="utf-8").replace("[en]", f"[en, {language}]")
    site.write_text(text, encoding="utf-8")
    project = Project.read(content, tmp_path / "output", TODAY)
    editions_of(project)
    editions_of(project)
    found = [each for each in project.report if each.rule == "catalogue-language"]
    assert len(found) == warnings
    assert all(each.level == "warning" and language in each.message for each in found)


PLURAL = re.compile(r"\.(?:zero|one|two|few|many|other)$")


def _patterns(tree: ast.AST) -> Iterator[str]:
    """Yield the texts of a module as patterns; what is filled into one is one part of a key."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield re.escape(node.value)
        elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
            parts = (getattr(part, "value", "") for part in node.values)
            yield "".join(re.escape(part) if isinstance(part, str) else "[^.]+" for part in parts)


def test_every_sentence_is_used() -> None:
    modules = [path.read_text(encoding="utf-8") for path in FOLDER.parent.rglob("*.py")]
    asked = re.compile("|".join({each for text in modules for each in _patterns(ast.parse(text))}))
    keys = {PLURAL.sub("", key) for key in flat(read_words("en"))}
    assert {key for key in keys if not asked.fullmatch(key)} == set()


def test_a_sentence_for_every_service_fits_one_without_a_place_or_a_phone() -> None:
    groups = ("cost.", "facts.", "hours.", "freshness.stale")
    told = [text for key, text in flat(read_words("en")).items() if key.startswith(groups)]
    assert not [text for text in told if re.search(r"\b[Cc]all\b|before you go", text)]


@pytest.mark.parametrize("age", [5, 16])
def test_an_age_is_right_in_arabic_whatever_its_number(age: int) -> None:
    """The word for years has another form from three to ten."""
    assert "سن" not in Wording("ar")("facts.ages.from", low=age)
