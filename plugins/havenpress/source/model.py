# SPDX-License-Identifier: AGPL-3.0-or-later
"""Declared models of what a file may say: one declaration reads, explains and documents it.

A model reads a whole mapping and reports every fault at its place. What is wrong is left out of
the result, so that whoever asked can go on with a placeholder and find the faults behind it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass
from typing import Any, Protocol

from ..findings import Finding, closest, did_you_mean
from .nodes import Mapping, Node, Sequence, Text, is_empty, noun, says_nothing
from .reading import MISSING, OUTSIDE, SHAPELESS, Reading

NO_NOTE = re.compile(r"#[^\s#]")
MOST_MISSING = 3  # fields that are named one by one
GLUED = re.compile(r"([\w-]+)\s*[:=]\s*(\S.*)")
FEWEST_WRAPPED = 2  # fields below an unknown name by which they are known


def _no_strays(node: Node) -> set[str]:
    return set()


def _fields_inside(kind: Kind) -> AbstractMapping[str, Any] | set[str]:
    """Return the names of the fields of the block, or of each of the blocks, that a kind reads."""
    inner = getattr(getattr(kind, "kind", kind), "model", None)
    return inner.fields if isinstance(inner, Model) else getattr(kind, "names", set())


def _belongs_around(key: Text, reading: Reading) -> bool:
    """Return whether a key names a field of the block around this one that is not there."""
    return key in reading.around and key not in reading.block


def _without_glue(key: Text, node: Mapping) -> tuple[str, str]:
    """Return name and value of “type:free”, which is a name without a value to YAML."""
    glued = GLUED.fullmatch(key) if is_empty(node.get(key)) else None
    return (glued[1], glued[2]) if glued else (key, "")


class Kind(Protocol):
    """How one value is read and described."""

    def read(self, node: Node, reading: Reading) -> Any:
        """Return the value, or None after reporting what is wrong with it."""

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value, for editors."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a model: its kind, whether it must be there, and what it is for."""

    name: str
    kind: Kind
    doc: str
    required: bool = False
    example: str = ""
    also: tuple[str, ...] = ()  # other names that people give it

    @property
    def advice(self) -> str:
        """What to write where the field is missing."""
        if self.example:
            return f"write it, as in “{self.name}: {self.example}”"
        return f"write it: {self.doc[:1].lower()}{self.doc[1:]}"

    def lacks(self, node: Node) -> bool:
        """Return whether nothing is said; “[]” says that there is none, where none need be there."""
        must_hold_some = self.required and getattr(self.kind, "least", 1)
        return says_nothing(node) if must_hold_some else is_empty(node)


class Model:
    """The fields that a mapping may have."""

    def __init__(self, name: str, *fields: Field, closed: bool = True) -> None:
        self.name = name
        self.fields = {field.name: field for field in fields}
        self.closed = closed
        self.required = [field.name for field in fields if field.required]

    def read(
        self,
        node: Node | None,
        file: str,
        *,
        text: str = "",
        known: AbstractMapping[str, Any] | None = None,
        optional: Iterable[str] = (),
    ) -> tuple[dict[str, Any], list[Finding]]:
        """Return the values that are right, by field, and a finding for each that is not.

        ``text`` is the file's whole text, for quoting corrected lines. ``optional`` names
        fields that need not be there this time.
        """
        reading = Reading(file, text, known or {})
        if node is None:
            node = _empty(file)
        return self.read_node(node, reading, optional), reading.findings

    def read_node(
        self, node: Node, reading: Reading, optional: Iterable[str] = ()
    ) -> dict[str, Any]:
        """Return the values of a mapping inside a file that is being read."""
        if not isinstance(node, Mapping):
            message = f"{self.name} is {noun(node)}; it has to be a block of fields"
            first = next(iter(self.fields))
            remedy = f"write the fields on lines of their own, as in “{first}: …”"
            if isinstance(node, Sequence) and any(isinstance(item, Mapping) for item in node):
                remedy += ", without hyphens"
            instead = self.as_block(node, reading) if isinstance(node, Text) else None
            reading.fault(node, "value-kind", message, remedy, instead=instead, mistake=SHAPELESS)
            return {}
        self._report_missing(node, reading, optional)
        fields, outer = self.fields, (reading.around, reading.block)
        reading.around, reading.block = fields, node
        values, unknown = {}, []
        for key, value_node in node.items():
            field = fields.get(key)
            if field is None:
                unknown.append(key)
            elif (
                value_node and (type(value_node) is not Text or not value_node.isspace())
            ) or not field.lacks(value_node):
                value = field.kind.read(value_node, reading)
                if value is not None:
                    values[field.name] = value
            elif not field.required:
                self._report_swallowed(key, reading)
        reading.around, reading.block = outer
        if unknown and self.closed:
            self._report_unknown(unknown, node, reading)
        return values

    def unwrapped(self, node: Node, reading: Reading) -> Node:
        """Return the block that holds the fields where one name stands above all of them."""
        if not isinstance(node, Mapping) or len(node) != 1:
            return node
        key, inner = next(iter(node.items()))
        if key in self.fields or not isinstance(inner, Mapping):
            return node
        if len(self.fields.keys() & inner.keys()) < FEWEST_WRAPPED:
            return node
        message = f"“{key}” is not a field here, and all fields stand below it"
        remedy = "delete this line, and start the fields at the left edge"
        reading.fault(key, "field-name", message, remedy)
        return inner

    def as_block(self, text: Text, reading: Reading) -> str | None:
        """Return text as a block of one field, where it is that field’s: “free” is “{type: free}”."""
        name = self._field_of(text, reading)
        return f"{{{name}: {text}}}" if name else None

    def _field_of(self, text: Text, reading: Reading) -> str | None:
        """Return the only field that takes a text, where no other has to be there."""
        fitting = []
        for each in self.fields.values():
            trial = Reading(reading.file, reading.text, reading.known)
            if self.required in ([], [each.name]) and each.kind.read(text, trial) is not None:
                fitting += [] if trial.findings else [each.name]
        return fitting[0] if len(fitting) == 1 else None

    def _field_left_out(self, key: Text, node: Mapping) -> str | None:
        """Return the field whose value stands without its name: “type” of “{free}”."""
        name = self._field_of(key, Reading(key.file)) if is_empty(node.get(key)) else None
        is_misspelt = name and (self.meant_by(key) or closest(key, self.fields))
        return None if is_misspelt or name in node else name

    def _report_missing(self, node: Mapping, reading: Reading, optional: Iterable[str]) -> None:
        for name in self.required:
            if says_nothing(node.get(name)):
                break
        else:
            return  # as in nearly every block of a long catalogue
        left_out = self.misspelt(node).union(optional)
        wanted = [f for f in self.fields.values() if f.required and f.name not in left_out]
        self._report_absent([f for f in wanted if f.name not in node], node, reading)
        for each in wanted:
            if each.name in node and each.lacks(node[each.name]):
                self._report_empty(node.key(each.name), node[each.name], each, reading)

    def _report_empty(self, key: Text, value: Node, field: Field, reading: Reading) -> None:
        message, remedy = f"“{key}” is empty", field.advice
        if _behind(key, reading).startswith("#"):
            message = _only_a_note(key)
            remedy = "put the value in quotes, or write one in front of the note"
        place = key if isinstance(value, Text) else value
        reading.fault(place, "field-required", message, remedy)

    def _report_swallowed(self, key: Text, reading: Reading) -> None:
        """Report a value that YAML takes for a note, as “#money”; a note has a space behind its #."""
        behind = _behind(key, reading)
        if NO_NOTE.match(behind):
            message = _only_a_note(key)
            remedy = (
                "take the # out, or put the value in quotes; for a note, leave a space behind it"
            )
            reading.fault(key, "yaml-hash", message, remedy)

    def misspelt(self, node: Mapping) -> set[str | None]:
        """Return the fields that are there under a wrong name, which is a fault of its own."""
        unknown = [key for key in node if key not in self.fields]
        owners = self._owners(unknown, node)
        misspelt = {self._stands_for(key, owners.get(key), node) for key in unknown}
        return misspelt | self._indented_too_far(node)

    def _stands_for(self, key: Text, owner: Field | None, node: Mapping) -> str | None:
        """Return the field that an unknown key was meant as, or to be a part of."""
        meant = _without_glue(key, node)[0]
        named = self.meant_by(meant) or (owner and owner.name) or self._field_left_out(key, node)
        return named or closest(meant, self.fields)

    def _owners(self, unknown: list[Text], node: Mapping) -> dict[Text, Field]:
        """Return, by unknown key, the field that should hold what stands beside it."""
        if not unknown:
            return {}
        owners, above = self._texts_above(node), None
        for key in node:
            if key in self.fields:
                above = self.fields[key]
                continue
            inside = [each for each in self.fields.values() if key in _fields_inside(each.kind)]
            if inside:  # a name that several blocks have is of the one above
                owners[key] = above if above in inside else inside[0]
        return owners

    def _texts_above(self, node: Mapping) -> dict[Text, Field]:
        """Return the fields without a value above languages that stand in their column, by language.

        Where nothing but languages stands in a block, they are those of the text that it must have.
        """
        first = next((self.fields[name] for name in self.required if name not in node), None)
        if first and all(map(_taking(first), node)):
            return dict.fromkeys(node, first)
        above, found = None, {}
        for key in node:
            if key in self.fields:
                above = self.fields[key] if is_empty(node[key]) else None
            elif above and _taking(above)(key):
                found[key] = above
        return found

    def _indented_too_far(self, node: Mapping) -> set[str]:
        """Return the fields that stand inside the field above them, and are reported there."""
        kinds = [
            (self.fields[name].kind, child) for name, child in node.items() if name in self.fields
        ]
        strays = {
            stray for kind, child in kinds for stray in getattr(kind, "strays", _no_strays)(child)
        }
        return strays | {
            str(key)
            for kind, child in kinds
            if (inside := _fields_inside(kind))
            for key in child
            if isinstance(child, Mapping) and key not in inside and key in self.fields
        }

    def _report_absent(self, absent: list[Field], node: Mapping, reading: Reading) -> None:
        if len(absent) > MOST_MISSING:
            names = ", ".join(f"“{each.name}”" for each in absent)
            reading.fault(node, "field-required", f"{names} are missing", "write each of them")
            return
        for each in absent:
            message = f"“{each.name}” is missing"
            reading.fault(
                node, "field-required", message, each.advice, mistake=MISSING, names=[each.name]
            )

    def _report_unknown(self, unknown: list[Text], node: Mapping, reading: Reading) -> None:
        owners = self._owners(unknown, node)
        outside: dict[str, list[Text]] = {}
        for key in unknown:
            if owner := owners.get(key):
                outside.setdefault(owner.name, []).append(key)
            else:
                self._report_stranger(key, node, reading)
        for name, keys in outside.items():
            self._report_outside(keys, name, node, reading)

    def _report_stranger(self, key: Text, node: Mapping, reading: Reading) -> None:
        """Report a key that is no field of any block here: misspelt, of another block, or unheard of."""
        message = f"“{key}” is not a field here"
        if _belongs_around(key, reading):
            remedy = "it belongs to the block around this one; start it further left"
            reading.fault(key, "field-name", message, remedy)
            return
        name, glued = _without_glue(key, node)
        if glued and (self.meant_by(name) or name in self.fields):
            message = f"a colon and a space are missing in “{key}”"
            remedy = f"write “{name}: {glued}”"
            reading.fault(key, "field-name", message, remedy, instead=f"{name}: {glued}")
            return
        if left_out := self._field_left_out(key, node):
            message = f"the name of the field is missing in front of “{key}”"
            instead = f"{left_out}: {key}"
            reading.fault(key, "field-name", message, f"write “{instead}”", instead=instead)
            return
        meant = self.meant_by(key)
        if meant is not None and meant in node:
            remedy = (
                f"“{meant}” is already given on line {node.key(meant).line}; delete one of them"
            )
            reading.fault(key, "field-name", message, remedy)
            return
        free = [name for name in self.fields if name not in node and not _is_opposite(key, name)]
        close = meant or closest(key, free)
        remedy = did_you_mean(close, f"the fields are: {', '.join(self.fields)}")
        fits = close and isinstance(node[key], Text) != hasattr(self.fields[close].kind, "kind")
        reading.fault(key, "field-name", message, remedy, instead=close if fits else None)

    def _report_outside(self, keys: list[Text], name: str, node: Mapping, reading: Reading) -> None:
        """Report fields beside their block, or all of them together where there is no such block."""
        if len(keys) == 1 or isinstance(node.get(name), Mapping):
            remedy = f"it belongs inside “{name}”; write it below “{name}:”, further right"
            for key in keys:
                message = f"“{key}” is not a field here"
                reading.fault(key, "field-name", message, remedy, mistake=OUTSIDE, names=[key])
            return
        names = ", ".join(f"“{each}”" for each in keys)
        above = "" if name in node else f"write “{name}:” above them, and "
        if isinstance(value := node.get(name), Text) and value:
            above = f"take out “{value}” there, and "
        message = f"{names} are not fields here"
        remedy = f"they belong inside “{name}”; {above}start them further right"
        reading.fault(keys[0], "field-name", message, remedy, mistake=OUTSIDE, names=keys)

    def meant_by(self, key: str) -> str | None:
        """Return the field that a key names in other capitals or by another word, or None."""
        word = key.strip().lower().replace("-", "_").replace(" ", "_")
        named = (name for name in self.fields if word == name.lower())
        also = (name for name, known in self.fields.items() if word in known.also)
        return next(named, None) or next(also, None)

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the mapping (2020-12)."""
        properties = {
            field.name: {"description": field.doc, **field.kind.schema()}
            for field in self.fields.values()
        }
        required = [field.name for field in self.fields.values() if field.required]
        schema: dict[str, Any] = {"type": "object", "properties": properties}
        if required:
            schema["required"] = required
        if self.closed:
            schema["additionalProperties"] = False
        return schema


def _taking(field: Field) -> Callable[[str], bool]:
    """Return what says whether a key may stand in the block of a field: a language, in a text’s."""
    return getattr(field.kind, "takes", _never)


def _never(_key: str) -> bool:
    return False


def _only_a_note(key: Text) -> str:
    return f"everything behind “#” is a note, so “{key}” is empty"


def _is_opposite(key: str, name: str) -> bool:
    """Return whether a word says the contrary of a field, as “unpublished” of “published”."""
    return key.lower().startswith("un") != name.startswith("un")


def _behind(key: Text, reading: Reading) -> str:
    """Return what stands behind a field’s name and colon on its line."""
    line = reading.lines[key.line - 1] if 0 < key.line <= len(reading.lines) else ""
    return line[key.column - 1 + len(key) :].lstrip(": ")


def _empty(file: str) -> Mapping:
    node = Mapping()
    node.file, node.line, node.column = file, 1, 1
    return node
