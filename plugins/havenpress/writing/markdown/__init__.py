# SPDX-License-Identifier: AGPL-3.0-or-later
"""Markdown with places: Python-Markdown, with our own steps before and after its inline parsing."""

from .converter import Converted, convert
from .scope import Scope

__all__ = ["Converted", "Scope", "convert"]
