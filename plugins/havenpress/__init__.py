# SPDX-License-Identifier: AGPL-3.0-or-later
"""Havenpress: the parts of a site generator for organisations that support survivors.

Each sub-package is one job. Importing this package imports neither Pelican nor any settings,
so that a foreign site can name one part alone in its ``PLUGINS``.
"""

__version__ = "0.1.0"
