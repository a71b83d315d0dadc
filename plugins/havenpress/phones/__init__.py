# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the numbering plans of all countries say of a number (``phonenumbers``, libphonenumber)."""
