# SPDX-License-Identifier: AGPL-3.0-or-later
"""No mark of the build is left in any file.

What: no byte of any file has ``data-hp-src``, which says from which source line a piece came.
Why: it would publish the names of source files, and it belongs to no reader.
Fix: this is a fault of the build, not of the content: please report it.
Source: the way of a page, docs/architecture.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding
from ..output import Output

RULE = "output-annotations"
MARK = b"data-hp-src"  # written out again: the gate leans on nothing of what it watches


def check_output(output: Output) -> Iterator[Finding]:
    """Yield a finding for each file with a mark in it."""
    for name, path in output.files.items():
        if MARK in path.read_bytes():
            message = "a mark of the build is left in this file"
            yield Finding(rule=RULE, message=message, remedy="please report this", page=name)
