# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands between a confidential place and readers, behind the model, which has no field for it."""
