# SPDX-License-Identifier: AGPL-3.0-or-later
"""The command itself, on a copy of a small site."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from havenpress.build import build
from havenpress.commands import run

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests/sites/small/content"
Asker = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def ask(tmp_path: Path, content: Path, target: Path) -> Asker:
    """Runs the command in a process of its own, and returns what came of it."""
    fixed = ["--content", content, "--output", tmp_path / "output", "--today", "2026-11-23"]

    def ask(*options: str | Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, ROOT / "tasks.py", "publish", target, *fixed, *options]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    return ask


def test_site_is_built_and_published(ask: Asker, target: Path) -> None:
    done = ask()
    assert done.returncode == 0, done.stdout + done.stderr
    assert "plan: " in done.stdout
    assert (target / "current/index.html").is_file()


def test_faulty_content_is_not_published(ask: Asker, content: Path, target: Path) -> None:
    (content / "posts/broken.md").write_text("---\ntitel: x\n---\n", encoding="utf-8")
    done = ask()
    assert done.returncode == 1
    assert "content/posts/broken.md:2" in done.stdout
    assert "Nothing was published" in done.stdout
    assert not target.exists()


@pytest.fixture
def closed() -> Iterator[Path]:
    """A folder that everybody may read and nobody may write to."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.fixture
def stranger(tmp_path: Path, closed: Path) -> Iterator[None]:
    """Somebody without rights, also where the tests run as root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        if not os.access(__file__, os.R_OK, effective_ids=True):
            pytest.skip("this checkout lies where only root can read, as below /root")
        yield
    finally:
        os.seteuid(0)


@pytest.mark.usefixtures("stranger")
@pytest.mark.parametrize("name", ["", "site", "far/below/site"])
def test_closed_folder_is_refused_before_the_build(
    name: str, closed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # There is no such content, so that a build would be a fault of its own.
    command = ["publish", str(closed / name), "--content", str(tmp_path / "none")]
    assert run([*command, "--today", "2026-11-23"]) == 2
    said = "".join(capsys.readouterr())
    assert f"{closed / name}: error publish-target" in said
    assert f"“{closed}” is not open to you" in said
    assert "site-settings" not in said


def test_file_in_the_place_of_a_folder_is_refused_before_the_build(
    tmp_path: Path, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "note").write_text("a file where a folder would be", encoding="utf-8")
    output = tmp_path / "output"
    fixed = ["--content", str(content), "--output", str(output), "--today", "2026-11-23"]
    assert run(["publish", str(tmp_path / "note" / "site"), *fixed]) == 2
    assert "cannot be made" in "".join(capsys.readouterr())
    assert not output.exists()


def test_dry_run_tells_and_does_nothing(ask: Asker, target: Path) -> None:
    done = ask("--dry-run", "--format", "json")
    record = json.loads(done.stdout)
    assert (done.returncode, record["changed"]) == (0, False)
    assert "index.html" in [change["path"] for change in record["plan"]["added"]]
    assert not target.exists()


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of the small site, to copy."""
    output = tmp_path_factory.mktemp("once") / "output"
    build(SMALL, output, today=date(2026, 11, 23))
    return output


@pytest.fixture
def output(built_once: Path, tmp_path: Path) -> Path:
    """The output of an earlier build."""
    return shutil.copytree(built_once, tmp_path / "output")


def test_damaged_output_does_not_pass_the_gate(ask: Asker, output: Path, target: Path) -> None:
    page = output / "index.html"
    page.write_text(
        page.read_text(encoding="utf-8").replace("data-quick-exit", ""), encoding="utf-8"
    )
    done = ask("--built")
    assert done.returncode == 1
    assert "error output-exit" in done.stdout
    assert not target.exists()


def test_output_of_the_last_build_can_be_published(ask: Asker, output: Path, target: Path) -> None:
    done = ask("--built")
    assert done.returncode == 0, done.stdout
    assert (target / "current/404.html").is_file()


def test_post_that_was_taken_down_stays_down(ask: Asker, content: Path, target: Path) -> None:
    first = json.loads(ask("--format", "json").stdout)["release"]
    (content / "posts/when-you-call.md").unlink()
    (content / "tombstones.yaml").write_text("- /posts/when-you-call/\n", encoding="utf-8")
    for options in ((), ("--rollback", first)):
        done = ask(*options)
        assert done.returncode == 0, done.stdout
        assert (target / "current/posts/safety-plan/index.html").is_file()
        assert not list(target.glob("releases/*/posts/when-you-call/*"))


def test_rollback_without_releases_is_a_mistake_in_the_command(ask: Asker) -> None:
    done = ask("--rollback")
    assert done.returncode == 2
    assert "publish-rollback" in done.stdout


def test_target_on_another_machine_is_not_known_yet(tmp_path: Path) -> None:
    command = [sys.executable, ROOT / "tasks.py", "publish", "ssh://example.org/srv/site"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.returncode, "publish-target" in done.stdout) == (2, True)
