# SPDX-License-Identifier: AGPL-3.0-or-later
"""Language tags, and the language that a text is in."""
