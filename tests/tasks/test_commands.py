# SPDX-License-Identifier: AGPL-3.0-or-later
"""The commands that writers use, run as they run them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from havenpress.commands import run as run_command

ROOT = Path(__file__).resolve().parents[2]
DAY = ("--today", "2026-11-23")


def tasks(folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    command = [sys.executable, str(ROOT / "tasks.py"), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


def break_post(content: Path) -> None:
    post = content / "posts" / "safety-plan.md"
    text = post.read_text(encoding="utf-8")
    post.write_text(text.replace("## Share it", "#### Share it"), encoding="utf-8")


def test_build_says_where_the_site_is_and_with_a_fault_what_is_kept(content: Path) -> None:
    run = tasks(content.parent, "build", *DAY)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "The site is in output/" in run.stdout
    assert "2026-11-23" in run.stdout
    break_post(content)
    run = tasks(content.parent, "build", *DAY)
    assert run.returncode == 1
    assert "content/posts/safety-plan.md:33:1: error heading-level" in run.stdout
    assert "the last good site is still there" in run.stdout


def test_build_elsewhere(content: Path) -> None:
    content.rename(content.parent / "ours")
    run = tasks(content.parent, "build", "--content", "ours", "--output", "out", *DAY)
    assert run.returncode == 0
    assert (content.parent / "out" / "404.html").is_file()


def test_missing_content_is_a_mistake_in_the_command(tmp_path: Path) -> None:
    run = tasks(tmp_path, "build")
    assert run.returncode == 2
    assert "content: error site-settings: there is no such folder" in run.stderr
    assert "Traceback" not in run.stderr


def run_of(checkout: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    """Run a command of another checkout with the packages of this one."""
    code = "import sys; from havenpress.commands import run; sys.exit(run(sys.argv[1:]))"
    environ = {**os.environ, "PYTHONPATH": str(checkout / "plugins")}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, cwd=folder, env=environ, capture_output=True, text=True)


def test_below_the_checkout_its_own_site_is_meant(checkout: Path, content: Path) -> None:
    shutil.rmtree(checkout / "content")
    posts = content.rename(checkout / "content") / "posts"
    run = run_of(checkout, posts, "check", "safety-plan.md", *DAY)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "Checked 1 file: good." in run.stdout


def test_findings_as_json_are_alone_on_the_output(content: Path) -> None:
    break_post(content)
    run = tasks(content.parent, "build", "--format", "json", *DAY)
    (record,) = json.loads(run.stdout)
    assert (record["rule"], record["line"]) == ("heading-level", 33)
    assert "content/posts/safety-plan.md:33:1: error heading-level" in run.stderr


@pytest.mark.parametrize("command", ["build", "check"])
def test_settings_that_stop_a_command_are_findings_in_that_form_too(
    command: str, content: Path
) -> None:
    site = content / "site.yaml"
    text = site.read_text(encoding="utf-8")
    site.write_text(text.replace("timezone:", "timezne:", 1), encoding="utf-8")
    run = tasks(content.parent, command, "--format", "json", *DAY)
    assert run.returncode == 2
    assert "field-name" in {record["rule"] for record in json.loads(run.stdout)}
    assert "error field-name: “timezne” is not a field here" in run.stderr


def test_check_of_one_file_says_only_what_concerns_it(content: Path) -> None:
    break_post(content)
    bad = tasks(content.parent, "check", "content/posts/safety-plan.md", *DAY)
    good = tasks(content.parent, "check", "content/posts/when-you-call.md", *DAY)
    assert (bad.returncode, good.returncode) == (1, 0)
    assert "heading-level" not in good.stdout
    assert not (content.parent / "output").exists()


def test_check_of_a_file_that_is_not_there(content: Path) -> None:
    run = tasks(content.parent, "check", "content/posts/nowhere.md", *DAY)
    assert run.returncode == 2


@pytest.mark.parametrize("date", ["2026-02-31", "tomorrow"])
def test_wrong_day_is_a_mistake_in_the_command(date: str, content: Path) -> None:
    run = tasks(content.parent, "build", "--today", date)
    assert run.returncode == 2
    assert "Traceback" not in run.stderr


def test_explain_works_for_rules_of_every_part(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for rule in ("image-alt", "yaml-colon", "output-exit", "confidential-address"):
        assert run_command(["explain", rule]) == 0
        assert "Why:" in capsys.readouterr().out
    assert "did you mean" in tasks(content.parent, "explain", "image-alts").stderr


def test_new_post_is_a_valid_draft(content: Path) -> None:
    run = tasks(content.parent, "new", "post", "Coming home: what “safe” means", *DAY)
    path = content / "posts" / "coming-home-what-safe-means.md"
    assert run.returncode == 0, run.stderr
    assert path.is_file()
    check = tasks(content.parent, "check", str(path.relative_to(content.parent)), *DAY)
    assert check.returncode == 0, check.stdout
    assert tasks(content.parent, "new", "post", "Coming home: what safe means").returncode == 2


def test_trap_of_pelican_that_is_set_ends_with_2_and_keeps_the_site(checkout: Path) -> None:
    (checkout / "output").mkdir()
    conf = checkout / "pelicanconf.py"
    text = conf.read_text(encoding="utf-8")
    assert "OUTPUT_SOURCES = False" in text
    conf.write_text(text.replace("OUTPUT_SOURCES = False", "OUTPUT_SOURCES = True"), "utf-8")
    line = text[: text.index("OUTPUT_SOURCES")].count("\n") + 1
    run = run_of(checkout, checkout, "build")
    assert run.returncode == 2, run.stderr
    assert f"pelicanconf.py:{line}: error settings-traps: OUTPUT_SOURCES" in run.stderr
    assert "Traceback" not in run.stderr
    assert list((checkout / "output").iterdir()) == []
