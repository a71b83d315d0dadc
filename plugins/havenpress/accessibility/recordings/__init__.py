# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sounds and films: what is one, and what starts by itself."""
