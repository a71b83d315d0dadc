# SPDX-License-Identifier: AGPL-3.0-or-later
"""Services of others into a catalogue: HSDS JSON or a table in, YAML and a report out.

Everything passes the checks that any entry passes. What does not pass is left out, and the report
says what and why; nothing that is there already is changed.
"""

from .importing import import_file
from .intake import Wishes

__all__ = ["Wishes", "import_file"]
