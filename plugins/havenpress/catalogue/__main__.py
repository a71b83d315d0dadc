# SPDX-License-Identifier: AGPL-3.0-or-later
"""``python -m havenpress.catalogue FOLDER``: a catalogue is checked with no site around it."""

from __future__ import annotations

import sys

from .command import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
