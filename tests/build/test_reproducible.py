# SPDX-License-Identifier: AGPL-3.0-or-later
"""The same content gives the same bytes, on whatever machine and in whatever order of files."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUILD = """
import datetime, os, pathlib, sys
sys.path.insert(0, {plugins!r})
if {shuffle!r}:
    import random
    names = os.listdir, os.scandir
    def listdir(path="."):
        found = names[0](path)
        random.Random(7).shuffle(found)
        return found
    class Shuffled(list):
        def __enter__(self): return self
        def __exit__(self, *error): return None
        def __next__(self):
            if not self: raise StopIteration
            return self.pop()
        def __iter__(self): return self
        def close(self): self.clear()
    def scandir(path="."):
        with names[1](path) as entries:
            found = Shuffled(entries)
        random.Random(11).shuffle(found)
        return found
    os.listdir, os.scandir = listdir, scandir
os.umask({umask})
from havenpress.build import build
from havenpress.findings import render
outcome = build(pathlib.Path({content!r}), pathlib.Path({output!r}), today=datetime.date(2026, 11, 23))
if not outcome.swapped:
    sys.exit(render(outcome.report))
"""


def digests(folder: Path) -> dict[str, tuple[str, int]]:
    """Return the hash and the mode of each file."""
    return {
        path.relative_to(folder).as_posix(): (
            hashlib.sha256(path.read_bytes()).hexdigest(),
            path.stat().st_mode & 0o777,
        )
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def build_elsewhere(
    content: Path, output: Path, *, shuffle: bool = False, umask: int = 0o022, **environ: str
) -> dict[str, tuple[str, int]]:
    code = BUILD.format(
        plugins=str(ROOT / "plugins"),
        content=str(content),
        output=str(output),
        shuffle=shuffle,
        umask=umask,
    )
    env = {**os.environ, **environ}
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=output.parent, env=env, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return digests(output)


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, int]]:
    folder = tmp_path_factory.mktemp("reference")
    return build_elsewhere(ROOT / "content", folder / "output", PYTHONHASHSEED="1", TZ="UTC")


def test_site_is_not_empty(reference: dict[str, tuple[str, int]]) -> None:
    assert len(reference) > 40
    assert {"index.html", "404.html", "feeds/all.atom.xml"} <= set(reference)


@pytest.mark.parametrize(
    "differs",
    [
        {"PYTHONHASHSEED": "4711"},
        {"TZ": "Pacific/Auckland"},
        {"LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8"},
        {"shuffle": True, "PYTHONHASHSEED": "99"},
        {"umask": 0o077},
    ],
    ids="-".join,
)
def test_circumstances_change_no_byte(
    differs: dict, reference: dict[str, tuple[str, int]], tmp_path: Path
) -> None:
    assert build_elsewhere(ROOT / "content", tmp_path / "output", **differs) == reference


def test_another_folder_with_other_file_times_changes_no_byte(
    reference: dict[str, tuple[str, int]], tmp_path: Path
) -> None:
    content = tmp_path / "a very/long way" / "content"
    shutil.copytree(ROOT / "content", content, copy_function=shutil.copyfile)
    for path in content.rglob("*"):
        os.utime(path, (1, 1))
    assert build_elsewhere(content, tmp_path / "output") == reference
