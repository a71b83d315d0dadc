# SPDX-License-Identifier: AGPL-3.0-or-later
"""What can take the focus, what marks it, and what passes it on."""
