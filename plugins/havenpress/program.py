# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every command owes the terminal, the pipe and the job that it runs in."""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Callable

CLOSED = 141  # as a shell names the end by SIGPIPE: whoever reads a part has not seen the rest
INTERRUPTED = 130
MISTAKE = 2


def run_program(main: Callable[[], int]) -> int:
    """Return the exit status of a command, whatever becomes of its output or of itself.

    The output takes any text. Ctrl-C, a cancelled job and a closed window let the command take
    its unfinished work away.
    """
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    _end_as_by_ctrl_c()
    try:
        status = _status_of(main)
        sys.stdout.flush()
    except BrokenPipeError:
        _say_no_more()
        return CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        if not is_of_output(error):
            raise
        _say_no_more()
        print("there is no room for what this command says; nothing is known", file=sys.stderr)
        return MISTAKE
    return status


def _status_of(main: Callable[[], int]) -> int:
    try:
        return main()
    except SystemExit as ended:  # as argparse ends after its help
        return int(ended.code or 0)


def is_of_output(error: Exception) -> bool:
    """Whether an error says that nobody reads what a command prints, or that it has no room."""
    full = isinstance(error, OSError) and error.errno == errno.ENOSPC and not error.filename
    return full or isinstance(error, BrokenPipeError)


def _end_as_by_ctrl_c() -> None:
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) != signal.SIG_IGN:  # as nohup has it
            signal.signal(number, signal.default_int_handler)


def _say_no_more() -> None:
    """Python writes what is left in the buffer at its end, and would fail once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
