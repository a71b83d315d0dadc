# SPDX-License-Identifier: AGPL-3.0-or-later
"""The process of one build: ``python -m havenpress.preview.worker MODULE:FUNCTION``.

It imports everything, waits for a recipe on its standard input, builds once and prints the
outcome. What a build prints goes to standard error, so that it cannot mix with the outcome.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

from ..findings import HavenpressError
from .builder import Built, to_json

Build = Callable[[dict[str, Any]], Built]


def main(name: str) -> None:
    """Build once, as the recipe on standard input says."""
    outcome = os.dup(1)
    os.dup2(2, 1)
    module, _, function = name.partition(":")
    build: Build = getattr(import_module(module), function)
    recipe = sys.stdin.buffer.read()
    if not recipe:
        return
    with os.fdopen(outcome, "w", encoding="utf-8") as stream:
        stream.write(to_json(_run(build, json.loads(recipe))))


def _run(build: Build, recipe: dict[str, Any]) -> Built:
    try:
        return build(recipe)
    except HavenpressError as error:
        return Built(tuple(error.findings))


if __name__ == "__main__":
    main(sys.argv[1])
