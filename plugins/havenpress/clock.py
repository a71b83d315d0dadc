# SPDX-License-Identifier: AGPL-3.0-or-later
"""One clock for drafts, freshness, “checked 3 weeks ago” and feeds.

Source of the environment variable: reproducible-builds.org, SOURCE_DATE_EPOCH specification.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping

from .findings import Finding, SettingsError


def read_clock(argument: str | None, environ: Mapping[str, str] = os.environ) -> datetime.date:
    """Return the day of this run: ``--today``, else SOURCE_DATE_EPOCH, else the real one (UTC).

    Raises SettingsError where the argument or the variable is not a date.
    """
    if argument:
        return _read_date(argument)
    epoch = environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return _read_epoch(epoch)
    return datetime.datetime.now(datetime.UTC).date()


def _read_date(argument: str) -> datetime.date:
    try:
        day = datetime.datetime.strptime(argument, "%Y-%m-%d").replace(tzinfo=datetime.UTC)
        return day.date()
    except ValueError:
        raise _fault("--today", argument, "write a date as in --today 2026-03-14") from None


def _read_epoch(epoch: str) -> datetime.date:
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        remedy = "give it as seconds since 1970, or unset it"
        raise _fault("SOURCE_DATE_EPOCH", epoch, remedy) from None


def _fault(name: str, value: str, remedy: str) -> SettingsError:
    message = f"“{value}” is not a date"
    return SettingsError(Finding(rule="clock", message=message, remedy=remedy, file=name))
