# SPDX-License-Identifier: AGPL-3.0-or-later
"""Kinds made of other kinds: lists, maps and records."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from ..model import Kind, Model
from ..nodes import Mapping, Node, Sequence, Text, is_empty, noun
from ..reading import SHAPELESS, Reading
from .translated import Translated

NOTHING = {"none", "no", "nothing", "null", "~", "-", "n/a", "false"}
NOT_KNOWN = {"unknown", "?", "tbc", "tbd", "yes", "true", "not known", "varies"}
SIGN_OF_ITEM = re.compile(r"(?:[–—•·▪◦‣●○*]|\d+[.)])\s+")


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of one kind, at least ``least`` long and ``most`` at most, without repeats where ``unique``."""

    kind: Kind
    least: int = 0
    most: int = 0  # items; 0 for any number
    unique: bool = True
    name: str = ""  # the field that tells the items apart where they are blocks

    def read(self, node: Node, reading: Reading) -> list[Any] | None:
        """Return the value, or None after reporting what is wrong with it."""
        if not isinstance(node, Sequence):
            self._not_a_list(node, reading)
            return None
        if self._is_one_block(node):
            self._report_one_block(node, reading)
            return None
        if len(node) == 1 and type(self.kind) is Translated and self._is_nothing(node[0]):
            remedy = "write [] for an empty list"
            reading.fault(node[0], "value-list", f"“{node[0]}” is no item", remedy)
            return None
        if self.most and len(node) > self.most:
            message = f"this list has {len(node)} items, and {self.most} are the most"
            reading.fault(node, "value-list", message, "take some out")
        values = []
        for item in node[: self.most] if self.most else node:
            if is_empty(item):
                reading.fault(item, "value-list", "an item of this list is empty", "take it out")
            elif (value := self.kind.read(item, reading)) is not None:
                values.append(value)
        if len(node) < self.least:
            message = "this list is empty"
            reading.fault(node, "value-list", message, f"write at least {self.least}")
        if self.unique:
            self._report_repeats(node, reading)
        return values

    def _is_nothing(self, item: Node) -> bool:
        """Return whether a lone item says that there is none."""
        return not self.least and isinstance(item, Text) and item.lower() in NOTHING

    def _is_one_block(self, node: Sequence) -> bool:
        """Return whether each item has one field, not always the same: several are one item."""
        if len(node) < 2 or not all(isinstance(item, Mapping) and len(item) == 1 for item in node):
            return False
        fields = getattr(getattr(self.kind, "model", None), "fields", {})
        keys = [next(iter(item)) for item in node]
        return len(set(keys)) > 1 and all(key in fields for key in keys)

    def _report_one_block(self, node: Sequence, reading: Reading) -> None:
        second = node[1]
        message = (
            f"“{next(iter(second))}” starts an item of its own here, and belongs to the one above"
        )
        remedy = "put a hyphen in front of the first line only, or {…} around one item in brackets"
        reading.fault(second, "value-list", message, remedy, mistake=SHAPELESS)

    def _not_a_list(self, node: Node, reading: Reading) -> None:
        message = f"there is {noun(node)} here, where a list belongs"
        remedy, instead = self._way_out(node, reading)
        reading.fault(node, "value-list", message, remedy, instead=instead, mistake=SHAPELESS)

    def _way_out(self, node: Node, reading: Reading) -> tuple[str, str | None]:
        """Return how to write what is not a list, and the line for it where that is certain."""
        model = getattr(self.kind, "model", None)
        if isinstance(node, Mapping) and type(self.kind) is Translated:
            return "put a hyphen in front of each text, as in “- en: …”", None
        if isinstance(node, Mapping) and model is None:
            return "put the words in square brackets, as in [one, two]", None
        if isinstance(node, Mapping):
            first = next(iter(node), "name")
            if not model.fields.keys() & node.keys():
                first = next(iter(model.required), first)
                return f"write each as an item of its own, as in “- {first}: …”", None
            return f"start its first line with a hyphen, as in “- {first}: …”", None
        if node.lower() in NOTHING:
            wanted = (
                "name at least one, or leave the field out"
                if self.least
                else "write [] for an empty list"
            )
            return wanted, None if self.least else "[]"
        if node.lower() in NOT_KNOWN:
            return "write what there is in square brackets; if nobody knows, leave it out", None
        if node.startswith("-"):
            return "put a space behind each hyphen", None
        if SIGN_OF_ITEM.match(node):
            return "start each line with an ordinary hyphen and a space, as in “- one”", None
        if model is not None and (block := model.as_block(node, reading)):
            return "make it an item of a list", f"[{block}]"
        if model is not None:
            first = next((name for name in model.fields if name in model.required), "name")
            return f"start an item below it, as in “- {first}: …”", None
        if node.startswith("[") and node.endswith("]"):
            return "take the quotes away, which make one text of the list", str(node)
        return "put it in square brackets, as in [one, two]", f"[{node.strip('()')}]"

    def _report_repeats(self, node: Sequence, reading: Reading) -> None:
        seen: dict[str, Text] = {}
        for each in node:
            item = each.get(self.name) if isinstance(each, Mapping) else each
            if isinstance(item, Text) and seen.setdefault(item, item) is not item:
                message = f"“{item}” stands twice in this list"
                reading.fault(item, "value-list", message, "take one of them out")

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        schema: dict[str, Any] = {"type": "array", "items": self.kind.schema()}
        if self.least:
            schema["minItems"] = self.least
        if self.most:
            schema["maxItems"] = self.most
        return schema


@dataclass(frozen=True, slots=True)
class MapOf:
    """A mapping from names, each read by ``keys``, to values of one kind."""

    keys: Kind
    kind: Kind
    example: str = "name: value"
    least: int = 0

    def read(self, node: Node, reading: Reading) -> dict[Text, Any] | None:
        """Return the value, or None after reporting what is wrong with it."""
        if not isinstance(node, Mapping):
            message = f"there is {noun(node)} here, where a block of names and values belongs"
            remedy = f"write “{self.example}” on lines of their own"
            reading.fault(node, "value-kind", message, remedy)
            return None
        if not node and self.least:
            remedy = f"write at least one, as in “{self.example}”"
            reading.fault(node, "value-kind", "this block is empty", remedy)
            return None
        values = {}
        for key, value_node in node.items():
            if self.keys.read(key, reading) is None:
                continue
            value = None if is_empty(value_node) else self.kind.read(value_node, reading)
            if is_empty(value_node):
                reading.fault(key, "field-required", f"“{key}” is empty", "write its value")
            if value is not None:
                values[key] = value
        return values

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"type": "object", "additionalProperties": self.kind.schema()}


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with the fields of a model."""

    model: Model

    def read(self, node: Node, reading: Reading) -> dict[str, Any] | None:
        """Return the value, or None after reporting what is wrong with it."""
        return self.model.read_node(node, reading) or None

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return self.model.schema()


@dataclass(frozen=True, slots=True)
class Either:
    """Text of one kind, or a mapping of another: ``en`` or ``{code: en, note: …}``."""

    text: Kind
    mapping: Kind

    def read(self, node: Node, reading: Reading) -> Any:
        """Return the value, or None after reporting what is wrong with it."""
        kind = self.mapping if isinstance(node, Mapping) else self.text
        return kind.read(node, reading)

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"anyOf": [self.text.schema(), self.mapping.schema()]}
