# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the files of a catalogue may say; the docs and the editors’ schemas are made from this."""
