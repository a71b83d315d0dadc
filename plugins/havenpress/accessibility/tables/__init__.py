# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tables: their grid, and which header cells speak for which cells."""
