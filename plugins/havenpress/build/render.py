# SPDX-License-Identifier: AGPL-3.0-or-later
"""Running Pelican on a project, and making findings of everything that it only logs.

Pelican fails open: it logs an error and goes on. Here each of its messages counts.
"""

from __future__ import annotations

import contextlib
import io
import logging
import runpy
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..checkout import ROOT
from ..findings import ERROR, ContentError, Finding, SettingsError
from ..site import Project
from ..site.traps import refuse_open_traps
from .faults import describe, named
from .staging import is_disk_full

CONFIGURATION = ROOT / "publishconf.py"
GENERATORS = "pelican.generators"  # the logger of those that read texts


def render(project: Project, staging: Path) -> None:
    """Write the annotated site into the staging folder.

    Raises SettingsError for a plugin that does not import and for a broken template, and whatever
    made Pelican give up on a text: our reader reports what a writer can mend, so that is no fault
    of theirs.
    """
    settings = read_settings(project, staging)
    with _messages_kept() as kept, contextlib.redirect_stdout(io.StringIO()):
        _run(settings, project)
    if kept.given_up and not project.report.has_errors:
        raise kept.given_up[0]
    project.report.extend(_finding(record, project) for record in kept.records)


def read_settings(project: Project, staging: Path) -> dict[str, Any]:
    """Return Pelican's settings for a project, complete and checked by Pelican and by us."""
    from pelican.settings import DEFAULT_CONFIG, configure_settings

    try:
        names = runpy.run_path(str(CONFIGURATION), init_globals={"PROJECT": project})
    except SettingsError:
        raise
    except Exception as error:
        raise SettingsError(describe(error, project, rule="settings-import")) from error
    settings = {name: value for name, value in names.items() if name.isupper()}
    settings = {**DEFAULT_CONFIG, **settings, "OUTPUT_PATH": str(staging)}
    settings = configure_settings(settings)
    refuse_open_traps(settings)
    return settings


def _run(settings: dict[str, Any], project: Project) -> None:
    from pelican import Pelican

    _forget_earlier_runs()
    try:
        Pelican(settings).run()
    except SettingsError as error:
        raise SettingsError(named(finding, project) for finding in error.findings) from error
    except Exception as error:  # whatever a template or a plugin raises is theirs to mend
        if is_disk_full(error):
            raise
        fault = describe(error, project, rule="template")
        if project.report.has_errors and not fault.file.startswith(f"{project.content.name}/"):
            # A fault that is known already has met code or a template of ours: that one is to mend.
            raise ContentError(()) from error
        raise SettingsError(fault) from error


def _forget_earlier_runs() -> None:
    """Let a message be logged although an earlier build of this process has logged it."""
    from pelican.log import LimitFilter

    LimitFilter._raised_messages.clear()
    LimitFilter._group_count.clear()


class _Keeper(logging.Handler):
    """Keeps every record from a warning upward, and what made Pelican give up on a text."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []
        self.given_up: list[BaseException] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)
        # The record itself has it only with the setting DEBUG, which prints tracebacks as well.
        error = sys.exc_info()[1]
        if error is not None and record.name == GENERATORS:
            self.given_up.append(error)


@contextlib.contextmanager
def _messages_kept() -> Iterator[_Keeper]:
    logger, keeper = logging.getLogger("pelican"), _Keeper()
    propagate = logger.propagate
    logger.addHandler(keeper)
    logger.propagate = False
    try:
        yield keeper
    finally:
        logger.removeHandler(keeper)
        logger.propagate = propagate


def _finding(record: logging.LogRecord, project: Project) -> Finding:
    message = " ".join(record.getMessage().split())
    return Finding(
        rule="pelican",
        level=ERROR,
        message=message.replace(str(project.content), project.content.name).rstrip("."),
        remedy="mend what it names; Pelican would have gone on without it",
        file=_named_file(message, project),
    )


def _named_file(message: str, project: Project) -> str:
    for word in message.replace("'", " ").replace('"', " ").split():
        path = Path(word.strip(",.:;()"))
        if path.suffix and not path.is_absolute() and (project.content / path).is_file():
            return project.name(project.content / path)
        if path.is_absolute() and path.is_file() and path.is_relative_to(project.content):
            return project.name(path)
    return ""
