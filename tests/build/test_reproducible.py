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
if {later!r}:
    import time
    AHEAD = 400 * 86400
    real = {{name: getattr(time, name) for name in ("time", "time_ns", "localtime", "gmtime", "strftime")}}
    time.time = lambda: real["time"]() + AHEAD
    time.time_ns = lambda: real["time_ns"]() + AHEAD * 10**9
    time.localtime = lambda when=None: real["localtime"](time.time() if when is None else when)
    time.gmtime = lambda when=None: real["gmtime"](time.time() if when is None else when)
    time.strftime = lambda form, when=None: real["strftime"](form, when or time.localtime())
    class Later(type):
        def __instancecheck__(cls, value):
            plain = cls.__bases__[0] if "later" in vars(cls) else cls
            return type.__instancecheck__(plain, value)
    class LaterDate(datetime.date, metaclass=Later):
        later = True
        @classmethod
        def today(cls): return cls.fromtimestamp(time.time())
    class LaterDatetime(datetime.datetime, metaclass=Later):
        later = True
        @classmethod
        def now(cls, tz=None): return cls.fromtimestamp(time.time(), tz)
        @classmethod
        def utcnow(cls): return cls.utcfromtimestamp(time.time())
        @classmethod
        def today(cls): return cls.now()
    datetime.date, datetime.datetime = LaterDate, LaterDatetime
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
    content: Path,
    output: Path,
    *,
    shuffle: bool = False,
    later: bool = False,
    umask: int = 0o022,
    **environ: str,
) -> dict[str, tuple[str, int]]:
    code = BUILD.format(
        plugins=str(ROOT / "plugins"),
        content=str(content),
        output=str(output),
        shuffle=shuffle,
        later=later,
        umask=umask,
    )
    env = {**os.environ, **environ}
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=output.parent, env=env, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return digests(output)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with six more posts of one day: their order must be kept as well."""
    folder = shutil.copytree(ROOT / "content", tmp_path_factory.mktemp("site") / "content")
    text = (folder / "posts" / "first-meeting.md").read_text(encoding="utf-8")
    for name in ("one", "two", "three", "four", "five", "six"):
        post = text.replace("slug: ", f"slug: {name}-").replace("title: ", f"title: {name} ", 1)
        (folder / "posts" / f"{name}.md").write_text(post, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def reference(
    content: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[str, int]]:
    folder = tmp_path_factory.mktemp("reference")
    return build_elsewhere(content, folder / "output", PYTHONHASHSEED="1", TZ="UTC")


def test_site_is_not_empty(reference: dict[str, tuple[str, int]]) -> None:
    assert len(reference) > 40
    assert {"index.html", "404.html", "feeds/all.atom.xml"} <= set(reference)


@pytest.fixture(scope="module")
def turkish(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a Turkish machine, whose lower-case I has no dot; empty without locales."""
    folder = tmp_path_factory.mktemp("locales")
    compile_locale = ["localedef", "-i", "tr_TR", "-f", "UTF-8", str(folder / "tr_TR.UTF-8")]
    if shutil.which("localedef") is None or subprocess.run(compile_locale).returncode > 1:
        return {}
    environ = {"LOCPATH": str(folder), "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}
    code = "import locale, time; locale.setlocale(locale.LC_ALL, ''); print(time.strftime('%B'))"
    run = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **environ}, capture_output=True, text=True
    )
    assert run.stdout.strip() in TURKISH_MONTHS, run.stderr
    return environ


TURKISH_MONTHS = (
    "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık".split()
)


@pytest.mark.full
def test_turkish_machine_changes_no_byte(
    content: Path,
    turkish: dict[str, str],
    reference: dict[str, tuple[str, int]],
    tmp_path: Path,
) -> None:
    if not turkish:
        pytest.skip("no locale can be made here: install Debian's package “locales”")
    assert build_elsewhere(content, tmp_path / "output", **turkish) == reference


def test_circumstances_change_no_byte(
    content: Path,
    turkish: dict[str, str],
    reference: dict[str, tuple[str, int]],
    tmp_path: Path,
) -> None:
    differs = {"PYTHONHASHSEED": "99", "TZ": "Pacific/Auckland", **turkish}
    output = tmp_path / "output"
    built = build_elsewhere(content, output, shuffle=True, umask=0o077, later=True, **differs)
    assert built == reference


@pytest.mark.full
@pytest.mark.parametrize(
    "differs",
    [
        {"PYTHONHASHSEED": "4711"},
        {"TZ": "Pacific/Auckland"},
        {"shuffle": True},
        {"umask": 0o077},
        {"later": True},
    ],
    ids="-".join,
)
def test_circumstance_changes_no_byte(
    content: Path, differs: dict, reference: dict[str, tuple[str, int]], tmp_path: Path
) -> None:
    """One by one in the long run, which tells which of them it was."""
    assert build_elsewhere(content, tmp_path / "output", **differs) == reference


@pytest.mark.full
def test_another_folder_with_other_file_times_changes_no_byte(
    content: Path, reference: dict[str, tuple[str, int]], tmp_path: Path
) -> None:
    moved = tmp_path / "a very/long way" / "content"
    shutil.copytree(content, moved, copy_function=shutil.copyfile)
    for path in moved.rglob("*"):
        os.utime(path, (1, 1))
    assert build_elsewhere(moved, tmp_path / "output") == reference
