# SPDX-License-Identifier: AGPL-3.0-or-later
"""What runs on a code host: pinned, with the fewest rights, by the commands of the README."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from havenpress.commands import load_commands

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
HOSTS = [*WORKFLOWS, ROOT / ".gitlab-ci.yml", ROOT / ".ci" / "run"]
PUBLISHING = {"id-token": "write", "pages": "write"}


def read(path: Path) -> dict:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


def jobs() -> Iterator[tuple[str, dict]]:
    for path in WORKFLOWS:
        for name, job in read(path)["jobs"].items():
            yield f"{path.name} {name}", job


def steps() -> list[dict]:
    return [step for _, job in jobs() for step in job["steps"]]


def test_there_are_workflows() -> None:
    assert [path.name for path in WORKFLOWS] == ["site.yml", "tests.yml"]


def test_actions_are_pinned_and_say_their_version() -> None:
    lines = [line for path in WORKFLOWS for line in path.read_text("utf-8").splitlines()]
    uses = [line.split("uses:")[1].strip() for line in lines if "uses:" in line]
    assert uses
    for line in uses:
        assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)


def test_no_expression_reaches_a_shell() -> None:
    assert [step["run"] for step in steps() if "${{" in step.get("run", "")] == []


def test_workflows_have_no_rights_but_those_of_their_jobs() -> None:
    assert [read(path)["permissions"] for path in WORKFLOWS] == [{}] * len(WORKFLOWS)
    for name, job in jobs():
        expected = PUBLISHING if name == "site.yml publish" else {"contents": "read"}
        assert job["permissions"] == expected, name


def test_job_that_publishes_runs_nothing_and_only_from_main() -> None:
    job = read(ROOT / ".github" / "workflows" / "site.yml")["jobs"]["publish"]
    assert not any("run" in step for step in job["steps"])
    assert "github.ref == 'refs/heads/main'" in job["if"]
    assert "github.event_name != 'pull_request'" in job["if"]
    assert job["needs"] == "build"


def test_checkout_leaves_no_credentials_behind() -> None:
    checkouts = [step for step in steps() if "checkout" in step.get("uses", "")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] == "false" for step in checkouts)


def test_gitlab_publishes_only_what_was_checked_and_only_from_the_default_branch() -> None:
    site = read(ROOT / ".gitlab-ci.yml")["site"]
    pages = read(ROOT / ".gitlab-ci.yml")["pages"]
    assert site["artifacts"]["reports"] == {"codequality": "findings.json"}
    assert pages["needs"] == ["site"]
    assert pages["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]


@pytest.mark.parametrize("path", HOSTS, ids=lambda path: path.name)
def test_hosts_run_our_own_commands(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    called = set(re.findall(r"tasks\.py ([a-z]+)", text))
    assert called <= set(load_commands())
    assert called or "bash .ci/run" in text
