# SPDX-License-Identifier: AGPL-3.0-or-later
"""``python -m havenpress.catalogue FOLDER``: a catalogue is checked with no site around it."""

from __future__ import annotations

import sys

from ..program import run_program
from .command import main

if __name__ == "__main__":
    sys.exit(run_program(lambda: main(sys.argv[1:])))
