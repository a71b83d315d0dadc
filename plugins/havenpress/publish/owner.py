# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who holds a target, so that somebody who must wait knows for whom."""

from __future__ import annotations

import getpass
import json
import os
import socket
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Owner:
    """A process that publishes. ``started`` tells it from a later one with the same number."""

    person: str
    host: str
    space: str
    process: int
    started: str
    since: str

    @classmethod
    def here(cls) -> Owner:
        """Return this process as an owner."""
        return cls(
            person=_person(),
            host=socket.gethostname(),
            space=_process_space(),
            process=os.getpid(),
            started=_start_of(os.getpid()),
            since=datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        )

    @classmethod
    def from_json(cls, text: str) -> Owner:
        """Return the owner in a JSON document; one who cannot be read is unknown and elsewhere."""
        try:
            return cls(**json.loads(text))
        except (TypeError, ValueError):
            return cls("somebody", "an unknown machine", "", 0, "", "an unknown time")

    def to_json(self) -> str:
        """Return the owner as a JSON document."""
        return json.dumps(asdict(self), ensure_ascii=False) + "\n"

    def __str__(self) -> str:
        return f"{self.person} on {self.host}, process {self.process}, since {self.since}"

    @property
    def is_on_this_machine(self) -> bool:
        """Whether the numbers of its processes are ours, so that we can tell if it still runs."""
        return (self.host, self.space) == (socket.gethostname(), _process_space())

    @property
    def is_gone(self) -> bool:
        """Whether it surely no longer runs; one on another machine never surely is."""
        if not self.is_on_this_machine or not self.process:
            return False
        return not _is_alive(self.process) or _start_of(self.process) != self.started


def _person() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"user {os.getuid()}"


def _process_space() -> str:
    try:
        return str(Path("/proc/self/ns/pid").readlink())
    except OSError:
        return ""


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _start_of(process: int) -> str:
    """Return the start of a process in clock ticks; empty where the system does not tell."""
    try:
        record = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return ""
    return record.rpartition(")")[2].split()[19]
