# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pass over the finished files, which decides whether they may be published.

It knows nothing of the parts that made them: a part that was never loaded leaves a page without
an exit, and here that page is found. A rule is one module in ``rules``, found by its name.
"""

from .inspect import inspect_output
from .output import Declared, Output, Page, Withheld

__all__ = ["Declared", "Output", "Page", "Withheld", "inspect_output"]
