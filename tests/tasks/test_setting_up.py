# SPDX-License-Identifier: AGPL-3.0-or-later
"""Setting up, with a lock of one small package from an index of the test's own."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from .running import finish, start, tasks

WHEEL = "lantern-1.0-py3-none-any.whl"
INFO = {
    "lantern.py": "",
    "lantern-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: lantern\nVersion: 1.0\n",
    "lantern-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    "lantern-1.0.dist-info/RECORD": "",
}
RULE = ("explain", "image-alt")
SAID = "Setting up once"


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """A package index in a folder."""
    folder = tmp_path / "index" / "lantern"
    folder.mkdir(parents=True)
    with zipfile.ZipFile(folder / WHEEL, "w") as wheel:
        for name, text in INFO.items():
            wheel.writestr(name, text)
    (folder / "index.html").write_text(f'<a href="{WHEEL}">{WHEEL}</a>', encoding="utf-8")
    return folder.parent


@pytest.fixture
def small(checkout: Path, index: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout whose lock has only the small package; pip is set up with that index."""
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_INDEX_URL", index.as_uri())
    digest = hashlib.sha256((index / "lantern" / WHEEL).read_bytes()).hexdigest()
    lock = f"lantern==1.0 --hash=sha256:{digest}\n"
    (checkout / "requirements.txt").write_text(lock, encoding="utf-8")
    return checkout


def installed(checkout: Path) -> bool:
    return any(checkout.glob(".venv/lib/python*/site-packages/lantern.py"))


@pytest.fixture
def bare_python(tmp_path: Path) -> str:
    """The same Python with all of its library but ensurepip and pip, as Debian ships it."""
    program = Path(sys._base_executable).resolve()
    copy = tmp_path / "bare" / "bin" / program.name
    library = tmp_path / "bare" / "lib" / Path(os.__file__).parent.name
    for folder in (copy.parent, library):
        folder.mkdir(parents=True)
    shutil.copy2(program, copy)
    for path in Path(os.__file__).parent.iterdir():
        if path.name not in {"ensurepip", "site-packages"}:
            (library / path.name).symlink_to(path)
    return str(copy)


def test_python_without_ensurepip_and_pip_is_enough(small: Path, bare_python: str) -> None:
    for module in ("ensurepip", "pip"):
        assert (
            subprocess.run(
                [bare_python, "-c", f"import {module}"], stderr=subprocess.DEVNULL
            ).returncode
            == 1
        )
    run = tasks(small, *RULE, python=bare_python)
    assert (run.returncode, installed(small)) == (0, True), run.stderr


@pytest.mark.full
def test_second_run_does_nothing(small: Path, index: Path) -> None:
    tasks(small, *RULE)
    shutil.rmtree(index)
    before = (small / ".venv").stat().st_mtime_ns
    second = tasks(small, *RULE)
    assert (second.returncode, second.stderr) == (0, "")
    assert (small / ".venv").stat().st_mtime_ns == before


@pytest.mark.full
def test_two_at_once_set_up_once(small: Path) -> None:
    runs = [finish(process) for process in [start(small, *RULE), start(small, *RULE)]]
    assert [run.returncode for run in runs] == [0, 0]
    assert sorted(SAID in run.stderr for run in runs) == [False, True]


def test_killed_set_up_is_made_anew(small: Path) -> None:
    killed = start(small, *RULE)
    while not (small / ".venv" / "bin" / "python").exists():
        assert killed.poll() is None
        time.sleep(0.01)
    os.killpg(killed.pid, signal.SIGKILL)
    finish(killed)
    run = tasks(small, *RULE)
    assert (run.returncode, installed(small)) == (0, True)
    assert SAID in run.stderr


@pytest.mark.full
def test_copied_checkout_does_not_use_the_other_ones_packages(small: Path, tmp_path: Path) -> None:
    tasks(small, *RULE)
    copy = shutil.copytree(small, tmp_path / "copy", symlinks=True)
    run = tasks(copy, *RULE)
    assert SAID in run.stderr
    assert str(copy) in (copy / ".venv" / "ready").read_text(encoding="utf-8")


@pytest.mark.full
def test_changed_lock_is_installed(small: Path) -> None:
    tasks(small, *RULE)
    lock = small / "requirements.txt"
    lock.write_text("# another\n" + lock.read_text(encoding="utf-8"), encoding="utf-8")
    assert SAID in tasks(small, *RULE).stderr


def test_package_with_another_hash_is_refused(small: Path, index: Path) -> None:
    wheel = index / "lantern" / WHEEL
    with zipfile.ZipFile(wheel, "a") as changed:
        changed.writestr("more.py", "")
    run = tasks(small, *RULE)
    assert (run.returncode, installed(small)) == (2, False)
    assert "HASHES" in run.stderr
    assert "Traceback" not in run.stderr
    wheel.unlink()
    assert SAID in tasks(small, *RULE).stderr  # what failed is not taken for ready


def test_package_without_a_hash_is_refused(small: Path) -> None:
    (small / "requirements.txt").write_text("lantern==1.0\n", encoding="utf-8")
    run = tasks(small, *RULE)
    assert (run.returncode, installed(small)) == (2, False)


def test_interrupt_leaves_without_a_traceback(small: Path) -> None:
    stopped = start(small, *RULE)
    while not (small / ".venv" / "bin" / "python").exists():
        assert stopped.poll() is None
        time.sleep(0.01)
    os.killpg(stopped.pid, signal.SIGINT)
    run = finish(stopped)
    assert run.returncode == 130
    assert "Traceback" not in run.stderr


def test_packages_come_from_the_index_of_pip_and_who_may_not_write_here_can_use_them(
    small: Path,
) -> None:
    """A folder in the place of the lock file stops even root from writing it."""
    lock = small / ".set-up.lock"
    lock.mkdir()
    run = tasks(small, *RULE)
    assert run.returncode == 2
    assert "cannot be written to" in run.stderr
    assert "so nothing was set up" in run.stderr
    lock.rmdir()
    run = tasks(small, *RULE)
    assert (run.returncode, installed(small)) == (0, True)
    assert SAID in run.stderr
    lock.unlink()
    lock.mkdir()
    assert tasks(small, *RULE).returncode == 0
