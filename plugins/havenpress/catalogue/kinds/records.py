# SPDX-License-Identifier: AGPL-3.0-or-later
"""A block of fields that becomes an object."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ...source import Node
from ...source.model import Model
from ...source.reading import Reading


@dataclass(frozen=True, slots=True)
class Made:
    """A mapping with the fields of a model that becomes an object."""

    model: Model
    make: Callable[..., Any]
    needs: str = ""

    def read(self, node: Node, reading: Reading) -> Any:
        """Return the value, or None after reporting what is wrong with it."""
        values = self.model.read_node(node, reading)
        if self.needs and self.needs not in values:
            return None
        return self.make(**values)

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return self.model.schema()
