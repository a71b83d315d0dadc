# SPDX-License-Identifier: AGPL-3.0-or-later
"""What finished files must and must not have; one module a rule, named as the rule."""
