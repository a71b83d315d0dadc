# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is refused before the first write."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from havenpress.findings import ContentError, SettingsError
from havenpress.publish import Plan, Wishes, connect, publish

Writer = Callable[[Path, dict[str, str]], Path]
Putter = Callable[[Wishes], str]


def rules(refusal: pytest.ExceptionInfo) -> set[str]:
    return {finding.rule for finding in refusal.value.findings}


def drop_posts(site: Path, count: int) -> None:
    for number in range(count):
        shutil.rmtree(site / f"posts/p{number}")


def test_empty_build_is_refused_and_nothing_is_written(
    tmp_path: Path, target: Path, wishes: Wishes
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(ContentError) as refusal:
        publish(empty, connect(str(target)), replace(wishes, yes=True))
    assert rules(refusal) == {"publish-needed-pages"}
    assert not target.exists()


def test_build_without_a_404_page_is_refused(site: Path, put: Putter, wishes: Wishes) -> None:
    (site / "404.html").unlink()
    with pytest.raises(ContentError) as refusal:
        put(replace(wishes, yes=True))
    assert rules(refusal) == {"publish-needed-pages"}


def test_loss_of_a_fifth_of_the_pages_needs_a_yes(site: Path, put: Putter, wishes: Wishes) -> None:
    first = put(wishes)
    drop_posts(site, 3)
    with pytest.raises(ContentError) as refusal:
        put(wishes)
    assert rules(refusal) == {"publish-large-loss"}
    assert put(replace(wishes, yes=True)) != first


def test_pages_are_not_outweighed_by_pictures(site: Path, put: Putter, wishes: Wishes) -> None:
    for number in range(50):
        (site / f"photo{number}.jpg").write_bytes(b"photo")
    put(wishes)
    drop_posts(site, 3)
    with pytest.raises(ContentError, match="3 of 10 pages"):
        put(wishes)


def test_files_are_counted_without_those_kept_for_readers(
    site: Path, put: Putter, wishes: Wishes
) -> None:
    for number in range(10):
        (site / f"photo{number}.jpg").write_bytes(b"photo")
    old, new = (site / "theme" / f"all.{name}.js" for name in ("0123abcd", "4567abcd"))
    old.parent.mkdir()
    old.write_text("1", encoding="utf-8")
    put(wishes)
    old.rename(new)  # readers whose page is open still ask for the old name
    put(wishes)
    for photo in site.glob("*.jpg"):
        photo.unlink()
    with pytest.raises(ContentError, match="10 of 21 files"):
        put(wishes)


def test_loss_of_one_page_of_ten_is_ordinary(site: Path, put: Putter, wishes: Wishes) -> None:
    first = put(wishes)
    drop_posts(site, 1)
    assert put(wishes) != first


def test_loss_of_four_pages_of_many_needs_a_yes(
    site: Path, write: Writer, put: Putter, wishes: Wishes
) -> None:
    write(site, {f"pages/q{number}/index.html": f"Page {number}" for number in range(90)})
    put(wishes)
    drop_posts(site, 4)
    with pytest.raises(ContentError, match="4 of 100 pages"):
        put(wishes)


def test_pages_that_lost_their_text_need_a_yes(
    site: Path, write: Writer, put: Putter, wishes: Wishes
) -> None:
    put(wishes)
    for page in site.rglob("*.html"):
        page.write_text("<title>x</title>", encoding="utf-8")
    with pytest.raises(ContentError, match="less than half"):
        put(wishes)


def test_refused_build_leaves_the_target_as_it_was(
    site: Path, target: Path, put: Putter, wishes: Wishes
) -> None:
    put(wishes)
    before = sorted(str(path) for path in target.rglob("*"))
    drop_posts(site, 8)
    with pytest.raises(ContentError):
        put(wishes)
    assert sorted(str(path) for path in target.rglob("*")) == before


def test_dry_run_writes_nothing(site: Path, target: Path, wishes: Wishes) -> None:
    plans: list[Plan] = []
    result = publish(site, connect(str(target)), replace(wishes, dry_run=True), plans.append)
    assert (result.changed, len(plans[0].added)) == (False, 10)
    assert not target.exists()


def test_plan_names_pages_by_their_titles(
    site: Path, target: Path, write: Writer, put: Putter, wishes: Wishes
) -> None:
    put(wishes)
    drop_posts(site, 1)
    write(site, {"index.html": "Help &amp; hope", "posts/new/index.html": "New post"})
    plan = publish(site, connect(str(target)), wishes).plan
    assert plan.as_text().splitlines() == [
        "plan: 1 added, 1 changed, 1 removed; 10 pages now, 10 afterwards",
        "  + /posts/new/  New post",
        "  ~ /  Help & hope",
        "  - /posts/p0/  Post 0",
    ]
    record = json.loads(json.dumps(plan.as_json()))
    assert record["removed"][0]["title"] == "Post 0"


def test_plan_shows_no_control_characters(site: Path, target: Path, wishes: Wishes) -> None:
    (site / "index.html").write_text("<title>a\x1b[31m\u202eb</title>" * 9, encoding="utf-8")
    text = publish(site, connect(str(target)), wishes).plan.as_text()
    assert "\x1b" not in text
    assert "\u202e" not in text


@pytest.mark.parametrize("name", [".htaccess", ".git/HEAD", "a\\b", "new\nline", "a:b"])
def test_names_that_servers_read_otherwise_are_refused(
    site: Path, put: Putter, wishes: Wishes, name: str
) -> None:
    (site / name).parent.mkdir(exist_ok=True)
    (site / name).write_text("x", encoding="utf-8")
    with pytest.raises(ContentError) as refusal:
        put(wishes)
    assert rules(refusal) == {"publish-plain-files"}


def test_well_known_folder_is_published(
    site: Path, target: Path, put: Putter, wishes: Wishes
) -> None:
    (site / ".well-known").mkdir()
    (site / ".well-known/security.txt").write_text("Contact: …", encoding="utf-8")
    put(wishes)
    assert (target / "current/.well-known/security.txt").is_file()


def test_two_names_that_differ_in_case_only_are_refused(
    site: Path, put: Putter, wishes: Wishes
) -> None:
    (site / "About.txt").write_text("a", encoding="utf-8")
    (site / "about.txt").write_text("b", encoding="utf-8")
    with pytest.raises(ContentError, match="same file"):
        put(wishes)


def test_link_in_the_build_is_refused(site: Path, put: Putter, wishes: Wishes) -> None:
    (site / "passwords.txt").symlink_to("/etc/passwd")
    with pytest.raises(ContentError, match="a link to another file"):
        put(wishes)


@pytest.mark.parametrize("name", ["releases", "manifests", ".lock"])
def test_link_in_the_target_is_refused(
    tmp_path: Path, target: Path, put: Putter, wishes: Wishes, name: str
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    target.mkdir(parents=True)
    (target / name).symlink_to(elsewhere)
    with pytest.raises(SettingsError) as refusal:
        put(wishes)
    assert rules(refusal) == {"publish-target"}
    assert not list(elsewhere.iterdir())


@pytest.mark.parametrize("link", ["..", "../../output", "releases/../..", "releases/000009-none"])
def test_current_must_point_at_a_release(
    target: Path, put: Putter, wishes: Wishes, link: str
) -> None:
    target.mkdir(parents=True)
    (target / "current").symlink_to(link)
    with pytest.raises(SettingsError) as refusal:
        put(wishes)
    assert rules(refusal) == {"publish-target"}
    assert (target / "current").readlink() == Path(link)


def test_folder_named_current_is_left_alone(target: Path, put: Putter, wishes: Wishes) -> None:
    (target / "current").mkdir(parents=True)
    (target / "current/precious.html").write_text("mine", encoding="utf-8")
    with pytest.raises(SettingsError):
        put(wishes)
    assert (target / "current/precious.html").read_text(encoding="utf-8") == "mine"


def test_manifest_that_names_a_path_outside_is_refused(
    target: Path, put: Putter, wishes: Wishes
) -> None:
    put(wishes)
    manifest = next((target / "manifests").iterdir())
    text = manifest.read_text(encoding="utf-8").replace('"index.html"', '"../../index.html"')
    manifest.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as refusal:
        put(wishes)
    assert rules(refusal) == {"publish-target"}


def test_linked_folder_in_an_old_release_is_not_followed(
    tmp_path: Path, site: Path, target: Path, write: Writer, put: Putter, wishes: Wishes
) -> None:
    put(wishes)
    outside = shutil.move(target / "current/posts", tmp_path / "outside")
    (target / "current/posts").symlink_to(outside)
    write(site, {"index.html": "Get help now"})
    put(wishes)
    posts = target / "current/posts"
    assert not posts.is_symlink()
    assert not (posts / "p0/index.html").samefile(Path(outside) / "p0/index.html")


@pytest.mark.parametrize("where", ["output", "output/public", "."])
def test_target_that_overlaps_the_site_is_refused(tmp_path: Path, site: Path, where: str) -> None:
    with pytest.raises(SettingsError, match="overlap"):
        connect(str(tmp_path / where), [site])


@pytest.mark.parametrize("target", ["/", "~", "s3://bucket/site", "ssh://host/srv/site"])
def test_target_that_is_no_folder_of_its_own_is_refused(target: str) -> None:
    with pytest.raises(SettingsError) as refusal:
        connect(target)
    assert rules(refusal) == {"publish-target"}


def test_target_that_cannot_be_made_is_said(tmp_path: Path, site: Path, wishes: Wishes) -> None:
    tmp_path.joinpath("note").write_text("a file where a folder would be", encoding="utf-8")
    with pytest.raises(SettingsError) as refused:
        publish(site, connect(str(tmp_path / "note" / "site"), []), wishes)
    (finding,) = refused.value.findings
    assert finding.rule == "publish-target"
    assert "cannot be made" in finding.message
