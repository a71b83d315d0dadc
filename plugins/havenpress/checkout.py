# SPDX-License-Identifier: AGPL-3.0-or-later
"""The checkout that this package lies in: its settings files, its theme, its own folders."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
