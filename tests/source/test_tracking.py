# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the end of an address tells about whoever follows it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import havenpress
import pytest
from havenpress.source.tracking import find_tracking

ENVIRONMENT = os.environ | {"PYTHONPATH": str(Path(havenpress.__file__).parents[1])}
LONG = """
from havenpress.source.tracking import find_tracking
assert find_tracking("https://example.org/?" + "utm_" * 100_000) is None
"""


@pytest.mark.parametrize("query", ["from_utm_id=1", "thisigsh=1"])
def test_the_end_of_another_name_tells_nothing(query: str) -> None:
    assert find_tracking(f"https://example.org/?{query}") is None


def test_a_very_long_address_comes_to_an_end() -> None:
    command = [sys.executable, "-c", LONG]
    assert subprocess.run(command, env=ENVIRONMENT, timeout=60, check=False).returncode == 0
