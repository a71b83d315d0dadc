# SPDX-License-Identifier: AGPL-3.0-or-later
"""Going back, and what must not come back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from havenpress.findings import ContentError, SettingsError
from havenpress.publish import Result, Wishes, connect, read_tombstones, roll_back

Writer = Callable[[Path, dict[str, str]], Path]
Putter = Callable[[Wishes], str]


def home(target: Path) -> str:
    return (target / "current/index.html").read_text(encoding="utf-8")


def back(target: Path, wishes: Wishes, name: str = "") -> Result:
    return roll_back(connect(str(target)), wishes, name)


@pytest.fixture
def three(site: Path, write: Writer, put: Putter, wishes: Wishes) -> list[str]:
    """Three releases whose start pages say one, two and three."""
    names = []
    for title in ("one", "two", "three"):
        write(site, {"index.html": title})
        names.append(put(wishes))
    return names


def buried(tmp_path: Path, wishes: Wishes, *addresses: str) -> Wishes:
    file = tmp_path / "tombstones.yaml"
    file.write_text("".join(f"- {address}\n" for address in addresses), encoding="utf-8")
    return replace(wishes, tombstones=read_tombstones(file, "content/tombstones.yaml"))


def test_rollback_shows_the_release_before(three: list[str], target: Path, wishes: Wishes) -> None:
    assert back(target, wishes).release.startswith("000004-")
    assert "two" in home(target)


def test_going_back_twice_goes_further(three: list[str], target: Path, wishes: Wishes) -> None:
    back(target, wishes)
    back(target, wishes)
    assert "one" in home(target)


def test_rollback_to_a_named_release(three: list[str], target: Path, wishes: Wishes) -> None:
    back(target, wishes, three[0])
    assert "one" in home(target)


def test_publishing_goes_on_after_a_rollback(
    three: list[str], site: Path, target: Path, write: Writer, put: Putter, wishes: Wishes
) -> None:
    back(target, wishes)
    write(site, {"index.html": "four"})
    put(wishes)
    assert "four" in home(target)
    back(target, wishes)
    assert "two" in home(target)


def test_browsers_see_that_the_restored_page_is_newer(
    three: list[str], target: Path, wishes: Wishes
) -> None:
    before = (target / "current/index.html").stat().st_mtime
    back(target, wishes)
    assert (target / "current/index.html").stat().st_mtime > before


@pytest.mark.parametrize("name", ["000009", "nonsense", "../..", "000001-ffffffffffff"])
def test_rollback_to_what_is_not_there_says_what_is(
    put: Putter, target: Path, wishes: Wishes, name: str
) -> None:
    first = put(wishes)
    with pytest.raises(SettingsError, match="no such release") as refusal:
        back(target, wishes, name)
    assert first in refusal.value.findings[0].remedy


def test_nothing_to_go_back_to(put: Putter, target: Path, wishes: Wishes) -> None:
    put(wishes)
    with pytest.raises(SettingsError, match="no such release"):
        back(target, wishes)


def test_retracted_page_stays_gone_in_a_rollback(
    tmp_path: Path, site: Path, target: Path, put: Putter, wishes: Wishes
) -> None:
    first = put(wishes)
    shutil.rmtree(site / "posts/p1")
    put(buried(tmp_path, wishes, "/posts/p1/"))
    back(target, wishes, first)
    assert not (target / "current/posts/p1").exists()
    assert (target / "current/posts/p2/index.html").is_file()


def test_rollback_obeys_a_tombstone_that_was_never_published(
    tmp_path: Path, three: list[str], target: Path, wishes: Wishes
) -> None:
    back(target, buried(tmp_path, wishes, "/posts/p1/"))
    assert not (target / "current/posts/p1").exists()


def test_target_remembers_tombstones_that_an_old_checkout_lacks(
    tmp_path: Path, site: Path, put: Putter, wishes: Wishes
) -> None:
    put(wishes)
    moved = shutil.move(site / "posts/p1", tmp_path / "p1")
    put(buried(tmp_path, wishes, "/posts/p1/"))
    shutil.move(moved, site / "posts/p1")
    with pytest.raises(ContentError, match="/posts/p1/ was retracted"):
        put(wishes)
    put(replace(wishes, restore=("/posts/p1/",)))
    assert put(wishes)


def test_retracted_page_leaves_every_old_release(
    tmp_path: Path, site: Path, target: Path, put: Putter, wishes: Wishes
) -> None:
    put(wishes)
    shutil.rmtree(site / "posts/p1")
    put(buried(tmp_path, wishes, "/posts/p1/index.html"))
    assert not list(target.glob("releases/*/posts/p1/*"))
    assert "posts/p1" not in "".join(p.read_text() for p in target.glob("manifests/*"))


def test_retracting_many_pages_needs_no_yes(
    tmp_path: Path, site: Path, put: Putter, wishes: Wishes
) -> None:
    first = put(wishes)
    shutil.rmtree(site / "posts")
    assert put(buried(tmp_path, wishes, "/posts/")) != first


def test_retracted_page_in_the_build_is_refused_at_its_line(
    tmp_path: Path, put: Putter, wishes: Wishes
) -> None:
    with pytest.raises(ContentError) as refusal:
        put(buried(tmp_path, wishes, "/images/x.jpg", "https://site.example/posts/p1/"))
    [finding] = refusal.value.findings
    assert (finding.rule, finding.place) == ("publish-tombstones", "content/tombstones.yaml:2")


def test_take_down_carries_no_script_of_the_release_before(
    tmp_path: Path, site: Path, target: Path, put: Putter, wishes: Wishes
) -> None:
    script = site / "index.0123456789.js"
    script.write_text("// words of post 1", encoding="utf-8")
    put(wishes)
    script.unlink()
    shutil.rmtree(site / "posts/p1")
    put(buried(tmp_path, wishes, "/posts/p1/"))
    assert not (target / "current" / script.name).exists()


def test_tombstone_covers_no_neighbour(
    tmp_path: Path, site: Path, target: Path, put: Putter, wishes: Wishes
) -> None:
    put(buried(tmp_path, wishes, "/posts/p"))
    assert (target / "current/posts/p1/index.html").is_file()


@pytest.mark.parametrize("line", ["- /", "- ../x", "- {path: x}", "posts: x", "- a//b"])
def test_tombstones_that_cannot_be_understood_stop_the_publication(
    tmp_path: Path, line: str
) -> None:
    file = tmp_path / "tombstones.yaml"
    file.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(ContentError) as refusal:
        read_tombstones(file, "content/tombstones.yaml")
    assert refusal.value.findings[0].line == 1
