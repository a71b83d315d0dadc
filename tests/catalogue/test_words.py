# SPDX-License-Identifier: AGPL-3.0-or-later
"""A language in which the catalogue's own sentences are not written: said to the writers."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from havenpress.catalogue.site import editions_of
from havenpress.site import Project

from .samples import ROOT, TODAY

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
