# SPDX-License-Identifier: AGPL-3.0-or-later
"""Builds in processes of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from havenpress.preview.builder import Builder

HERE = Path(__file__).parent


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "index.txt").write_text("Get help", encoding="utf-8")
    return folder


@pytest.fixture
def builder(tmp_path: Path, content: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Builder]:
    monkeypatch.setenv("PYTHONPATH", str(HERE))
    recipe = {"content": str(content), "output": str(tmp_path / "output")}
    builder = Builder(recipe, tmp_path, build="standin:build")
    yield builder
    builder.cool_down()


def home(tmp_path: Path) -> str:
    return (tmp_path / "output/index.html").read_text(encoding="utf-8")


def test_build_makes_the_site(builder: Builder, tmp_path: Path) -> None:
    assert builder.build().site == tmp_path / "output"
    assert "Get help" in home(tmp_path)


def test_builds_know_nothing_of_each_other(builder: Builder, tmp_path: Path) -> None:
    builder.build()
    builder.build()
    assert "(run 1)" in home(tmp_path)


def test_build_sees_what_was_saved_after_its_process_started(
    builder: Builder, tmp_path: Path, content: Path
) -> None:
    builder.warm_up()
    (content / "index.txt").write_text("Help now", encoding="utf-8")
    builder.build()
    assert "Help now" in home(tmp_path)


def test_every_fault_arrives(builder: Builder, content: Path) -> None:
    for name in ("a", "b"):
        (content / f"{name}.txt").write_text("wrong", encoding="utf-8")
    built = builder.build()
    assert built.site is None
    assert [finding.place for finding in built.findings] == ["content/a.txt:1", "content/b.txt:1"]


@pytest.mark.parametrize(("word", "told"), [("crash", "status 7"), ("raise", "unforeseen case")])
def test_crash_is_a_finding_and_the_next_build_works(
    builder: Builder, content: Path, word: str, told: str
) -> None:
    (content / "index.txt").write_text(word, encoding="utf-8")
    [finding] = builder.build().findings
    assert (finding.rule, told in finding.message) == ("preview-build", True)
    (content / "index.txt").write_text("Get help", encoding="utf-8")
    assert builder.build().site


def test_generator_that_does_not_import_is_a_finding(tmp_path: Path) -> None:
    builder = Builder({}, tmp_path, build="no_such_module:build")
    [finding] = builder.build().findings
    builder.cool_down()
    assert "no_such_module" in finding.message
