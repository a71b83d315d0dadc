# SPDX-License-Identifier: AGPL-3.0-or-later
"""Kinds of values that only a catalogue has, a module for each subject."""
