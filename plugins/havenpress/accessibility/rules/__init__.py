# SPDX-License-Identifier: AGPL-3.0-or-later
"""One module a rule; its name, with hyphens, is the rule's id."""
