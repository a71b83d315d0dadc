# SPDX-License-Identifier: AGPL-3.0-or-later
"""The way from a content folder to finished files: read, render, finish, check, swap."""

from .build import Outcome, build
from .finish import Finished, finish

__all__ = ["Finished", "Outcome", "build", "finish"]
