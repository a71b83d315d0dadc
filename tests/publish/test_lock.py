# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two at once, and what a crashed one leaves."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import havenpress
import pytest
from havenpress.findings import SettingsError
from havenpress.publish import Wishes, connect, publish
from havenpress.publish.owner import Owner

PLUGINS = Path(havenpress.__file__).parents[1]
Putter = Callable[[Wishes], str]


def gone_process() -> int:
    """Return the number of a process that has ended."""
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


def leave_lock(target: Path, **traits: object) -> None:
    """Leave the lock of an owner like us but for some traits."""
    (target / ".lock").mkdir(parents=True)
    owner = replace(Owner.here(), **traits)
    (target / ".lock/owner.json").write_text(owner.to_json(), encoding="utf-8")


def test_second_publication_is_told_by_whom(site: Path, target: Path, wishes: Wishes) -> None:
    engine = connect(str(target))
    with engine.lock(Owner.here(), force=False), pytest.raises(SettingsError) as refusal:
        publish(site, connect(str(target)), wishes)
    [finding] = refusal.value.findings
    assert finding.rule == "publish-lock"
    assert f"process {os.getpid()}" in finding.message
    assert not (target / "current").exists()


def test_lock_goes_after_a_publication(target: Path, put: Putter, wishes: Wishes) -> None:
    put(wishes)
    assert not (target / ".lock").exists()


def test_two_at_once_one_wins(site: Path, target: Path, wishes: Wishes) -> None:
    """Somebody publishes after the plan was shown and before anything was written."""
    with pytest.raises(SettingsError, match="somebody else published 000001"):
        publish(
            site,
            connect(str(target)),
            wishes,
            show=lambda plan: publish(site, connect(str(target)), wishes),
        )


def test_lock_of_a_dead_process_is_cleared_and_told(
    site: Path, target: Path, wishes: Wishes
) -> None:
    leave_lock(target, process=gone_process())
    result = publish(site, connect(str(target)), wishes)
    assert result.changed
    assert "stopped half way" in result.notes[0]


def test_lock_of_a_process_whose_number_was_used_again_is_cleared(
    target: Path, put: Putter, wishes: Wishes
) -> None:
    leave_lock(target, started="1")
    assert put(wishes)


@pytest.mark.parametrize("traits", [{"host": "elsewhere"}, {"space": "pid:[1]"}])
def test_lock_from_elsewhere_needs_a_person(
    target: Path, put: Putter, wishes: Wishes, traits: dict[str, str]
) -> None:
    leave_lock(target, process=gone_process(), **traits)
    with pytest.raises(SettingsError, match="somebody else") as refusal:
        put(wishes)
    assert "--unlock" in refusal.value.findings[0].remedy
    assert put(replace(wishes, unlock=True))


def test_unlock_does_not_rob_a_living_process(target: Path, put: Putter, wishes: Wishes) -> None:
    leave_lock(target)
    with pytest.raises(SettingsError) as refusal:
        put(replace(wishes, unlock=True))
    assert "still runs" in refusal.value.findings[0].remedy


def test_lock_that_cannot_be_read_needs_a_person(target: Path, put: Putter, wishes: Wishes) -> None:
    (target / ".lock").mkdir(parents=True)
    (target / ".lock/owner.json").write_text("{", encoding="utf-8")
    with pytest.raises(SettingsError, match="an unknown machine"):
        put(wishes)


RACE = """
import sys
from datetime import date
from pathlib import Path
from havenpress.findings import SettingsError
from havenpress.publish import Wishes, connect, publish
print("ready", flush=True)
sys.stdin.readline()
try:
    publish(Path(sys.argv[1]), connect(sys.argv[2]), Wishes(today=date(2026, 11, 23)))
except SettingsError as error:
    sys.exit(str(error))
"""


def test_race_of_processes_leaves_one_whole_site(site: Path, target: Path) -> None:
    command = [sys.executable, "-c", RACE, str(site), str(target)]
    env = os.environ | {"PYTHONPATH": str(PLUGINS)}
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    racers = [subprocess.Popen(command, env=env, text=True, **pipes) for _ in range(4)]
    assert {racer.stdout.readline() for racer in racers} == {"ready\n"}
    for racer in racers:
        racer.stdin.write("go\n")
        racer.stdin.flush()
    told = [racer.communicate()[1] for racer in racers]
    assert 0 in [racer.returncode for racer in racers]
    assert all("somebody else" in text for text in told if text)
    assert len(list(target.glob("releases/*"))) == 1
    assert not list(target.glob(".lock*"))
