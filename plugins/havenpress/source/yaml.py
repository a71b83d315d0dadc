# SPDX-License-Identifier: AGPL-3.0-or-later
"""YAML as text with places: one pass over libyaml's events.

An ordinary loader turns ``0808 157`` numbers into octal, ``10:30`` into 630 and ``NO`` into
False, and keeps the last of two equal keys in silence. Here every scalar stays as it was typed;
what it means is for the model to say. Anchors, tags, merge keys, second documents and deep
nesting are refused: no writer needs them, and each can hurt (YAML 1.2.2, section 3.2.2.2).
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from ..findings import Finding
from .layout import TOLD, scan_layout
from .nodes import Mapping, Node, Refused, Sequence, Text
from .repair import diagnose

DEEPEST = 20
MOST_REPAIRS = 40
CONTENT = (ScalarEvent, MappingStartEvent, SequenceStartEvent, AliasEvent)
# Only the parser is needed; without libyaml it is a loader that brings its own.
PARSER = getattr(yaml.cyaml, "CParser", None) if hasattr(yaml, "cyaml") else None
PARSER = PARSER or yaml.BaseLoader


def read_yaml(text: str, file: str, first_line: int = 1) -> tuple[Node | None, list[Finding]]:
    """Return the one document of a YAML text, and everything that is wrong with it.

    Lines are counted from ``first_line``, for YAML that stands inside another file. A fault
    that has one obvious repair does not stop the reading: the repaired text is read on, so that
    the faults behind it come in the same run. The node is None where nothing could be read.
    """
    text, findings = scan_layout(text, file, first_line)
    told = {finding.line for finding in findings}
    for _ in range(MOST_REPAIRS):
        reader = _Reader(file, first_line, told)
        try:
            return reader.read(text), [*findings, *reader.findings]
        except yaml.YAMLError as error:
            repaired, finding = diagnose(text, error, file, first_line)
            findings.append(finding)
            if repaired is None:
                return None, [*findings, *reader.findings]
            text = repaired
        except _TooDeepError as deep:
            return None, [*findings, *reader.findings, deep.finding]
    return None, findings


class _TooDeepError(Exception):
    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self.finding = finding


class _Reader:
    """Builds nodes from events, without recursion on what the file says its depth is."""

    def __init__(self, file: str, first_line: int, told: Collection[int] = ()) -> None:
        self.file = file
        self.told = told  # the lines with a fault that is told already
        self.first_line = first_line
        self.findings: list[Finding] = []
        self.documents = 0
        self.anew: dict[int, int] = {}  # the finding of a mapping whose first field is there again
        self.next_event: Callable[[], Event]

    def read(self, text: str) -> Node | None:
        parser = PARSER(text)
        self.next_event = parser.get_event
        try:
            return self._read_stream()
        finally:
            parser.dispose()

    def _read_stream(self) -> Node | None:
        root: Node | None = None
        while type(event := self.next_event()) is not StreamEndEvent:
            if type(event) is DocumentStartEvent:
                self.documents += 1
                if event.version or event.tags:
                    self._refuse(event, "yaml-directive")
                if self.documents > 1:
                    self._refuse(event, "yaml-documents")
            elif type(event) in CONTENT:
                node = self._node(event, 1)
                root = node if root is None else self._join(root, node)
        return root

    def _join(self, root: Node, node: Node) -> Node:
        """Read on behind a second document’s start, so that its faults come in the same run."""
        if isinstance(root, Mapping) and isinstance(node, Mapping):
            for key, value in node.items():
                root.setdefault(key, value)
        return root

    def _node(self, event: Event, depth: int) -> Node:
        if type(event) is ScalarEvent:
            return self._scalar(event)
        if type(event) is AliasEvent:
            self._refuse(event, "yaml-plain")
            return self._refused_text("", event)
        if depth > DEEPEST:
            raise _TooDeepError(self._finding(event, "yaml-depth"))
        if event.anchor or event.tag:
            self._refuse(event, "yaml-plain")
        if type(event) is MappingStartEvent:
            node = self._mapping(event, depth + 1)
        else:
            node = self._sequence(event, depth + 1)
        return self._refused_text("", event) if event.tag else node

    def _scalar(self, event: ScalarEvent) -> Text:
        if event.anchor or event.tag:
            return self._refused(event)
        start = event.start_mark
        node = Text(event.value)
        node.file = self.file
        node.line = start.line + self.first_line
        node.column = start.column + 1
        node.plain = not event.style and event.end_mark.line == start.line
        return node

    def _refused(self, event: ScalarEvent) -> Text:
        """Return what stands behind a tag or an anchor; the layout has told what it tagged.

        What a tag makes of it is not known, so that nothing more is said about it.
        """
        if event.tag != TOLD or event.start_mark.line + self.first_line not in self.told:
            self._refuse(event, "yaml-plain")
        if not event.value:
            return self._refused_text("", event)
        marks = event.start_mark, event.end_mark
        plain = ScalarEvent(None, None, event.implicit, event.value, *marks, style=event.style)
        return self._refused_text(event.value, event) if event.tag else self._scalar(plain)

    def _refused_text(self, text: str, event: Event) -> Refused:
        node = self._place(Refused(text), event)
        node.plain = False
        return node

    def _mapping(self, event: Event, depth: int) -> Mapping:
        mapping = self._place(Mapping(), event)
        next_event, scalar, enter = self.next_event, self._scalar, mapping.setdefault
        while type(event := next_event()) is not MappingEndEvent:
            key = scalar(event) if type(event) is ScalarEvent else self._key(event, depth)
            inner = next_event()
            value = scalar(inner) if type(inner) is ScalarEvent else self._node(inner, depth)
            if type(key) is not Text or key == "<<" or enter(key, value) is not value:
                self._enter(mapping, key, value, event)
        return mapping

    def _key(self, event: Event, depth: int) -> Node:
        """Return a key that is no scalar; one behind “*” is known, so that nobody misses it."""
        if type(event) is not AliasEvent:
            return self._node(event, depth)
        message, remedy = "the name of a field cannot start with “*”", f"write “{event.anchor}”"
        finding = self._finding(event, "yaml-plain")
        self.findings.append(replace(finding, message=message, remedy=remedy))
        return self._refused_text(event.anchor, event)

    def _enter(self, mapping: Mapping, key: Node, value: Node, event: Event) -> None:
        """Enter what is no ordinary new key."""
        if type(key) is Refused and not key:
            return
        if not isinstance(key, Text):
            self._refuse(event, "yaml-key")
        elif key == "<<" and key.plain:
            if type(value) is not Refused:
                self._refuse(event, "yaml-plain")
            if isinstance(value, Mapping):  # what it stands for is there
                for name, each in value.items():
                    mapping.setdefault(name, each)
        elif key in mapping:
            self._refuse_duplicate(key, mapping)
        else:
            mapping[key] = value

    def _sequence(self, event: Event, depth: int) -> Sequence:
        sequence = self._place(Sequence(), event)
        next_event, scalar = self.next_event, self._scalar
        while type(event := next_event()) is not SequenceEndEvent:
            item = scalar(event) if type(event) is ScalarEvent else self._node(event, depth)
            sequence.append(item)
        return sequence

    def _place(self, node: Node, event: Event) -> Node:
        start = event.start_mark
        node.file = self.file
        node.line = start.line + self.first_line
        node.column = start.column + 1
        return node

    def _refuse(self, event: Event, rule: str) -> None:
        self.findings.append(self._finding(event, rule))

    def _finding(self, event: Event, rule: str) -> Finding:
        message, remedy = REFUSED[rule]
        return Finding(
            rule=rule,
            message=message,
            remedy=remedy,
            file=self.file,
            line=event.start_mark.line + self.first_line,
            column=event.start_mark.column + 1,
        )

    def _refuse_duplicate(self, key: Text, mapping: Mapping) -> None:
        """Report a field that is there twice; where all start anew, that is one fault."""
        first, start = mapping.key(key), next(iter(mapping))
        anew = self.anew.get(id(mapping))
        message = f"“{key}” is already given on line {first.line}"
        remedy = "keep the right one and delete the other line"
        if anew is not None:
            message = f"“{start}” is already given on line {start.line}, and so are fields below it"
            remedy = "start another item with a hyphen; if it is none, keep the right lines only"
            self.findings[anew] = replace(self.findings[anew], message=message, remedy=remedy)
            return
        if key == start:
            self.anew[id(mapping)] = len(self.findings)
        self.findings.append(
            Finding(
                rule="yaml-duplicate-key",
                message=message,
                remedy=remedy,
                file=self.file,
                line=key.line,
                column=key.column,
            )
        )


REFUSED = {
    "yaml-documents": (
        "a line of three hyphens starts a second document, which would be ignored",
        "delete the line, or make a file of its own for what follows",
    ),
    "yaml-plain": (
        "“&”, “*”, “!” and “<<” are YAML’s shorthand, which is not read here",
        "write the value itself; put it in quotes if it starts with such a sign",
    ),
    "yaml-directive": (
        "a line that starts with % speaks to programs, and is not read here",
        "delete it, and the line of three hyphens below it",
    ),
    "yaml-depth": (
        f"this goes more than {DEEPEST} levels deep",
        "look for brackets that are opened and not closed, and for wrong indentation",
    ),
    "yaml-key": (
        "the name of a field must be one word",
        "write a name, a colon and a value, as in “title: A safe place”",
    ),
}
