# SPDX-License-Identifier: AGPL-3.0-or-later
"""From entries to what readers see: one edition of the catalogue for each language."""

from .edition import Edition, Helpline

__all__ = ["Edition", "Helpline"]
