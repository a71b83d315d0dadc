# SPDX-License-Identifier: AGPL-3.0-or-later
"""Power cuts and full disks: readers have the old site or the new one, never a mixture.

A publication runs in a child that is killed just before its n-th change to the file system, as
Python's audit events count them: no part of the product knows of the test.
"""

from __future__ import annotations

import hashlib
import os
import random
import resource
import select
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from havenpress.findings import SettingsError
from havenpress.publish import Manifest, Wishes, connect, publish
from havenpress.publish.manifest import Entry
from havenpress.publish.owner import Owner
from havenpress.publish.release import Release

Writer = Callable[[Path, dict[str, str]], Path]
Putter = Callable[[Wishes], str]

CHANGES = {"os.mkdir", "os.rename", "os.link", "os.symlink", "os.utime", "os.remove", "os.rmdir"}
DONE, KILLED = 0, -signal.SIGKILL


def tree(folder: Path) -> dict[str, str]:
    """Return the hash of every file that readers can get."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }


def die_before(change: int) -> None:
    """Kill this process just before its n-th change to the file system."""
    seen = 0

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & os.O_CREAT
        if event in CHANGES or writes:
            seen += 1
            if seen == change:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


def run_killed(change: int, put: Putter, wishes: Wishes) -> int:
    """Return how a publication ends that dies before its n-th change."""
    child = os.fork()
    if not child:
        die_before(change)
        try:
            put(wishes)
        finally:
            os._exit(DONE)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.fixture
def edited(site: Path, write: Writer, put: Putter, wishes: Wishes) -> tuple[Wishes, list[object]]:
    """A site published once and edited since; the two trees that readers may see."""
    put(wishes)
    old = tree(site)
    write(site, {"index.html": "Get help now", "posts/new/index.html": "New"})
    shutil.rmtree(site / "posts/p0")
    return replace(wishes, keep=1), [old, tree(site)]


def kill_at(
    changes: Iterator[int], site: Path, target: Path, put: Putter, wishes: Wishes, trees: list
) -> int:
    """Kill publications at many points; return how many, with the last the first to survive."""
    saved = shutil.copytree(target, target.parent / "saved", symlinks=True)
    for count, change in enumerate(changes, start=1):
        shutil.rmtree(target)
        shutil.copytree(saved, target, symlinks=True)
        end = run_killed(change, put, wishes)
        assert tree(target / "current") in trees, f"a mixture after change {change}"
        put(wishes)
        assert tree(target / "current") == trees[1], f"not healed after change {change}"
        assert_tidy(target)
        if end == DONE:
            return count
    return 0


def assert_tidy(target: Path) -> None:
    names = sorted(path.name for path in target.iterdir())
    assert [name for name in names if name != "tombstones.json"] == [
        "current",
        "manifests",
        "releases",
    ]
    assert len(list((target / "releases").iterdir())) == 1


def test_kill_at_every_point(
    site: Path, target: Path, put: Putter, edited: tuple[Wishes, list]
) -> None:
    assert kill_at(iter(range(1, 500)), site, target, put, *edited) > 40


@pytest.mark.full
def test_kill_at_random_moments(site: Path, target: Path, wishes: Wishes) -> None:
    """A larger site, killed from outside while readers look, again and again without healing."""
    moments = random.Random(20261123)
    took = publish_version(0, site, target, wishes)
    killed = 0
    for version in range(1, 60):
        write_version(version, site)
        child = os.fork()
        if not child:
            try:
                publish(site, connect(str(target)), wishes)
            finally:
                os._exit(DONE)
        select.select([], [], [], moments.uniform(0, took))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        killed += os.WIFSIGNALED(status)
        assert len(versions_shown(target)) == 1
    assert killed
    publish_version(60, site, target, wishes)
    assert versions_shown(target) == {"60 " * 500}


def write_version(version: int, site: Path) -> None:
    for number in range(200):
        (site / f"p{number}.html").write_text(f"{version} " * 500, encoding="utf-8")


def publish_version(version: int, site: Path, target: Path, wishes: Wishes) -> float:
    """Publish undisturbed, and return the seconds that it took: the machine may be slow."""
    write_version(version, site)
    began = time.perf_counter()
    publish(site, connect(str(target)), wishes)
    return time.perf_counter() - began


def versions_shown(target: Path) -> set[str]:
    return {page.read_text(encoding="utf-8") for page in target.glob("current/p*.html")}


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """Let the system refuse to write files beyond a size in bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_write_that_fails_half_way_leaves_readers_the_old_site(
    site: Path, target: Path, put: Putter, edited: tuple[Wishes, list]
) -> None:
    (site / "posts/new/large.txt").write_bytes(b"x" * 100_000)
    with largest_file(50_000), pytest.raises(SettingsError) as refusal:
        put(edited[0])
    assert refusal.value.findings[0].rule == "publish-space"
    assert tree(target / "current") == edited[1][0]
    assert_tidy(target)
    (site / "posts/new/large.txt").unlink()
    put(edited[0])
    assert tree(target / "current") == edited[1][1]


def test_too_little_space_is_refused_before_the_first_file(
    target: Path, put: Putter, wishes: Wishes
) -> None:
    put(wishes)
    engine = connect(str(target))
    huge = Manifest({"large.bin": Entry("0" * 64, 1 << 60, "", "file")})
    with engine.lock(Owner.here(), force=False), pytest.raises(SettingsError, match="bytes left"):
        engine.stage(Release(2, huge), target)
    assert_tidy(target)


def test_build_that_changes_while_it_is_copied_is_refused(
    site: Path, target: Path, write: Writer, wishes: Wishes
) -> None:
    with pytest.raises(SettingsError) as refusal:
        publish(
            site,
            connect(str(target)),
            wishes,
            show=lambda plan: write(site, {"index.html": "Changed"}) and None,
        )
    assert refusal.value.findings[0].rule == "publish-verify"
    assert not (target / "current").exists()
    assert not list((target / "releases").iterdir())
