# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a build leaves beside the output when it is ended, killed, or runs out of room."""

from __future__ import annotations

import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from havenpress.build.staging import staging_folder
from havenpress.scratch import scratch_folder

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "sites" / "small" / "content"
START = f"import os, sys; sys.path.insert(0, {str(ROOT / 'plugins')!r}); from pathlib import Path\n"
KILLED = "os.kill(os.getpid(), 9)\n"
MADE_AND_KILLED = f"""{START}
from havenpress.scratch import scratch_folder
with scratch_folder("work-", Path(sys.argv[1])) as folder:
    (folder / "draft.html").write_text("not for anybody")
    {KILLED}"""
KILLED_IN_THE_SWAP = f"""{START}
from havenpress.build.staging import OLD, staging_folder
output = Path(sys.argv[1])
with staging_folder(output) as staging:
    output.rename(staging.parent / OLD)
    {KILLED}"""


def run(script: str, path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", script, path], check=False)
    assert done.returncode == -signal.SIGKILL


def test_scratch_is_for_its_owner_only_and_goes(tmp_path: Path) -> None:
    with scratch_folder("work-", tmp_path) as folder:
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert not folder.exists()


def test_what_a_killed_process_left_goes_with_the_next(tmp_path: Path) -> None:
    run(MADE_AND_KILLED, tmp_path)
    (left,) = tmp_path.glob("work-*")
    assert (left / "draft.html").exists()
    with scratch_folder("work-", tmp_path):
        assert not left.exists()


def test_scratch_in_use_and_folders_of_others_stay(tmp_path: Path) -> None:
    theirs = tmp_path / "work-archived"  # eight letters, as ours have
    theirs.mkdir()
    with scratch_folder("work-", tmp_path) as first, scratch_folder("work-", tmp_path):
        assert first.is_dir()
        assert theirs.is_dir()


def test_the_last_good_site_is_put_back_after_a_kill_in_the_swap(tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.mkdir()
    (output / "index.html").write_text("the last good one", encoding="utf-8")
    run(KILLED_IN_THE_SWAP, output)
    assert not output.exists()
    with staging_folder(output):
        assert (output / "index.html").read_text(encoding="utf-8") == "the last good one"
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


Starter = Callable[..., subprocess.Popen]


@pytest.fixture
def start(content: Path, tmp_path: Path) -> Starter:
    """Start a build of the small site, and return when it is at work."""

    def starter(*before: str) -> subprocess.Popen:
        command = [*before, sys.executable, ROOT / "tasks.py", "build", "--today", "2026-11-23"]
        process = subprocess.Popen(command, cwd=content.parent, stderr=subprocess.PIPE, text=True)
        while not any(tmp_path.glob(".output-*/site/*")):
            assert process.poll() is None
            time.sleep(0.01)
        return process

    return starter


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_build_that_is_ended_leaves_nothing(
    tmp_path: Path, start: Starter, end: signal.Signals
) -> None:
    build = start()
    build.send_signal(end)
    _, errors = build.communicate()
    assert (build.returncode, "Traceback" in errors) == (130, False)
    assert [path.name for path in tmp_path.iterdir()] == ["content"]


@pytest.mark.full
def test_nohup_keeps_a_build_going(tmp_path: Path, start: Starter) -> None:
    build = start("nohup")
    build.send_signal(signal.SIGHUP)
    build.communicate()
    assert build.returncode == 0
    assert (tmp_path / "output" / "index.html").is_file()


def test_full_disk_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    """A disk of 300 kB, in a name space of its own so that nobody has to be root."""
    small = tmp_path / "small"
    small.mkdir()
    mounted = f"mount -t tmpfs -o size=300k none {small} && "
    build = f"{sys.executable} {ROOT}/tasks.py build --content {SMALL} --output {small}/output"
    unshare = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]
    try:
        subprocess.run([*unshare, mounted + "true"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this system lets nobody mount a disk of their own (unshare)")
    command = [*unshare, f"{mounted}{build} --today 2026-11-23; echo $?; ls -A {small}"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert "error output-folder: the site does not fit on this disk" in done.stderr
    assert "make room on it" in done.stderr
    assert done.stdout.split() == ["2"]
