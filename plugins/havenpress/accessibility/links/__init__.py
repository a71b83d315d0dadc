# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where links lead, and link texts that say nothing."""
