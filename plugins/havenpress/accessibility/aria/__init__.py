# SPDX-License-Identifier: AGPL-3.0-or-later
"""Roles, names and states, as WAI-ARIA, HTML-AAM and accname give them."""
