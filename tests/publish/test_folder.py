# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a publication to a folder leaves behind."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from havenpress.publish import Wishes, connect, publish

Writer = Callable[[Path, dict[str, str]], Path]
Putter = Callable[[Wishes], str]


def test_first_publication(put: Putter, site: Path, target: Path, wishes: Wishes) -> None:
    name = put(wishes)
    assert (target / "current").readlink() == Path("releases", name)
    assert name.startswith("000001-")
    assert (target / "current/index.html").read_bytes() == (site / "index.html").read_bytes()


def test_same_site_is_not_published_twice(
    put: Putter, site: Path, target: Path, wishes: Wishes
) -> None:
    first = put(wishes)
    result = publish(site, connect(str(target)), wishes)
    assert (result.release, result.changed) == (first, False)
    assert len(list((target / "releases").iterdir())) == 1


def test_unchanged_files_are_shared_between_releases(
    put: Putter, write: Writer, site: Path, target: Path, wishes: Wishes
) -> None:
    first = put(wishes)
    write(site, {"index.html": "Get help now"})
    second = put(wishes)
    old, new = target / "releases" / first, target / "releases" / second
    assert (old / "404.html").samefile(new / "404.html")
    assert not (old / "index.html").samefile(new / "index.html")


def test_nothing_is_shared_with_the_build(
    put: Putter, site: Path, target: Path, wishes: Wishes
) -> None:
    put(wishes)
    (site / "index.html").write_text("scribble", encoding="utf-8")
    assert "Get help" in (target / "current/index.html").read_text(encoding="utf-8")


def test_damaged_old_file_is_not_shared(
    put: Putter, write: Writer, site: Path, target: Path, wishes: Wishes
) -> None:
    put(wishes)
    (target / "current/404.html").write_text("damaged", encoding="utf-8")
    write(site, {"index.html": "Get help now"})
    put(wishes)
    assert (target / "current/404.html").read_bytes() == (site / "404.html").read_bytes()


def test_modes_do_not_depend_on_the_umask(
    put: Putter, site: Path, target: Path, wishes: Wishes
) -> None:
    (site / "index.html").chmod(0o600)
    before = os.umask(0o077)
    try:
        put(wishes)
    finally:
        os.umask(before)
    files = {p.stat().st_mode & 0o777 for p in target.glob("current/**/*") if p.is_file()}
    folders = {p.stat().st_mode & 0o777 for p in [target, *target.glob("releases/**/")]}
    assert (files, folders) == ({0o644}, {0o755})


def test_times_say_the_day_of_publication(
    put: Putter, site: Path, target: Path, wishes: Wishes
) -> None:
    os.utime(site / "index.html", (1, 1))
    put(wishes)
    changed = datetime.fromtimestamp((target / "current/index.html").stat().st_mtime, UTC)
    assert changed.date() == wishes.today


def test_changed_file_gets_a_later_time_even_if_the_clock_goes_back(
    put: Putter, write: Writer, site: Path, target: Path, wishes: Wishes
) -> None:
    put(wishes)
    before = (target / "current/index.html").stat().st_mtime
    write(site, {"index.html": "Get hemp"})
    put(replace(wishes, today=date(2020, 1, 1)))
    assert (target / "current/index.html").stat().st_mtime > before


def test_only_the_newest_releases_are_kept(
    put: Putter, write: Writer, site: Path, target: Path, wishes: Wishes
) -> None:
    for number in range(5):
        write(site, {"index.html": f"Get help {number}"})
        put(replace(wishes, keep=3))
    kept = sorted(path.name[:6] for path in (target / "releases").iterdir())
    assert kept == ["000003", "000004", "000005"]
    assert len(list((target / "manifests").iterdir())) == 3


def test_hashed_asset_of_the_release_before_stays_for_one_release(
    put: Putter, site: Path, target: Path, wishes: Wishes
) -> None:
    seen = []
    for number in (1, 2, 3):
        shutil.rmtree(site / "theme", ignore_errors=True)
        (site / "theme").mkdir()
        (site / f"theme/filter.0000000{number}.js").write_text(f"// {number}", encoding="utf-8")
        put(wishes)
        seen.append(sorted(path.name[14:16] for path in target.glob("current/theme/*")))
    assert seen == [["1."], ["1.", "2."], ["2.", "3."]]


def test_identical_builds_have_identical_names(site: Path, tmp_path: Path, wishes: Wishes) -> None:
    other = shutil.copytree(site, tmp_path / "elsewhere")
    first = publish(site, connect(str(tmp_path / "a")), wishes)
    assert first.release == publish(other, connect(str(tmp_path / "b")), wishes).release
