# SPDX-License-Identifier: AGPL-3.0-or-later
"""One JSON list of all findings, each sighting of a fault on its own."""

from __future__ import annotations

import json
from collections.abc import Sequence

from ..finding import Finding
from ..sources import Sources


def render(findings: Sequence[Finding], sources: Sources) -> str:
    """Return a JSON array; an empty one where nothing was found."""
    records = [finding.as_json() for finding in findings]
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"
