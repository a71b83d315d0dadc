# SPDX-License-Identifier: AGPL-3.0-or-later
"""Kinds made of other kinds: lists, maps, records, and texts in several languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from ...findings import WARNING, did_you_mean
from ..model import Kind, Model
from ..nodes import Mapping, Node, Sequence, Text, is_empty, noun
from ..reading import Reading
from .languages import is_language, language_code

GLUED = re.compile(r"([a-z]{2,3}(?:-\w+)?):(\S.*)")  # “{en:Call us}”
EQUALS = re.compile(r"([a-z]{2,3}(?:-\w+)?)\s*=\s*(\S.*)")  # “{en = Call us}”
SPACED = re.compile(r"([a-z]{2,3}(?:-\w+)?) +(\S.*)")  # “{en Call us}”
NOTHING = {"none", "no", "nothing", "null", "~", "-", "n/a", "false"}
NOT_KNOWN = {"unknown", "?", "tbc", "tbd", "yes", "true", "not known", "varies"}
LANGUAGE_LINE = re.compile(r"[a-z]{2,3}(?:-\w+)?: .*")
ONE_TEXT = "“|” or “>” makes one text of the fields below it"
SIGN_OF_ITEM = re.compile(r"(?:[–—•·▪◦‣●○*]|\d+[.)])\s+")


def is_block_as_text(text: Text, field: re.Pattern[str]) -> bool:
    """Return whether a text over several lines is fields, with “|” or “>” in front of them."""
    lines = text.strip().split("\n")
    return len(lines) > 1 and all(map(field.fullmatch, lines))


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of one kind, at least ``least`` long, without repeats where ``unique``."""

    kind: Kind
    least: int = 0
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
        values = []
        for item in node:
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
        reading.fault(second, "value-list", message, remedy)

    def _not_a_list(self, node: Node, reading: Reading) -> None:
        message = f"there is {noun(node)} here, where a list belongs"
        remedy, instead = self._way_out(node, reading)
        reading.fault(node, "value-list", message, remedy, instead=instead)

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


def _of_catalogue(code: str | None, reading: Reading) -> str | None:
    """Return the language that a code was meant as: “en-GB” is “en” where that is read."""
    languages = reading.known.get("languages") or ()
    short = (code or "").partition("-")[0]
    return short if code not in languages and short in languages else code


def _is_missing(language: str, node: Mapping, languages: list[str]) -> bool:
    return language in languages and language not in node


def _mistaken(node: Mapping, reading: Reading, languages: list[str]) -> dict[str, str]:
    """Return the one language that is missing by the one that nobody sees: “fr” typed for “es”."""
    if not reading.known.get("languages") or reading.known.get("in doubt"):
        return {}
    missing = [language for language in languages if language not in node]
    unseen = [
        key
        for key in node
        if key not in languages and is_language(key) and _of_catalogue(key, reading) == key
    ]
    return {unseen[0]: missing[0]} if len(missing) == len(unseen) == 1 else {}


@dataclass(frozen=True, slots=True)
class Translated:
    """One text in the languages of the site: ``{en: Housing, es: Vivienda}``.

    The default language (the first of ``reading.known["languages"]``) must be there; another
    that is missing warns. Plain text is refused unless ``plain``: then it is the default
    language's.
    """

    kind: Kind
    plain: bool = False
    complete: bool = True

    def read(self, node: Node, reading: Reading) -> dict[str, Any] | None:
        """Return the value, or None after reporting what is wrong with it."""
        languages = reading.known.get("languages") or ["en"]
        if isinstance(node, Text):
            return self._read_plain(node, reading, languages[0])
        if not isinstance(node, Mapping):
            message = f"there is {noun(node)} here, where text belongs"
            remedy = f"write “{languages[0]}: …”, without brackets or hyphens around it"
            reading.fault(node, "value-kind", message, remedy)
            return None
        values = self._read_each(node, reading)
        if len(node) != len(languages) or not all(map(node.__contains__, languages)):
            self._report_missing(node, reading, languages)
            if reading.known.get("languages"):
                self._report_unused(node, reading, languages)
        return values or None

    def _read_plain(self, node: Text, reading: Reading, default: str) -> dict[str, Any] | None:
        if not self.plain:
            if is_block_as_text(node, LANGUAGE_LINE):
                reading.fault(node, "value-language", ONE_TEXT, "take the sign out")
                return None
            message = "this text does not say which language it is in"
            remedy = f"write {{{default}: …}} with the text behind the colon"
            instead = None if "," in node or ":" in node else f"{{{default}: {node}}}"
            reading.fault(node, "value-language", message, remedy, instead=instead)
            return None
        value = self.kind.read(node, reading)
        return None if value is None else {default: value}

    def _read_each(self, node: Mapping, reading: Reading) -> dict[str, Any]:
        values = {}
        for language, value_node in node.items():
            code = str(language)
            if is_empty(value_node):
                self._report_empty(language, node, reading)
            elif not is_language(code):
                self._report_stray(language, node, reading)
            elif (value := self.kind.read(value_node, reading)) is not None:
                values[code] = value
        return values

    def _report_empty(self, key: Text, node: Mapping, reading: Reading) -> None:
        languages = reading.known.get("languages") or ["en"]
        if glued := GLUED.fullmatch(key):
            self._report_glued(key, glued, reading)
        elif equals := EQUALS.fullmatch(key):
            message = "a colon belongs between a language and its text, and here stands “=”"
            instead = f"{equals[1]}: {equals[2]}"
            reading.fault(key, "yaml-syntax", message, "write a colon", instead=instead)
        elif (spaced := SPACED.fullmatch(key)) and _is_missing(spaced[1], node, languages):
            message = f"a colon is missing behind “{spaced[1]}”"
            instead = f"{spaced[1]}: {spaced[2]}"
            reading.fault(key, "yaml-syntax", message, "write it", instead=instead)
        elif is_language(key):
            message = f"the {key} text is empty"
            remedy = "write it" if key == languages[0] else "write it or take it out"
            reading.fault(key, "field-required", message, remedy)
        else:
            message = f"the comma before “{key}” ends the text in front of it"
            remedy = "put a text that has a comma in double quotes"
            if "“" in str(node) or "‘" in str(node):
                remedy += ', straight ones as in "…": curly quotes hold nothing together'
            reading.fault(key, "value-language", message, remedy)

    def _report_glued(self, key: Text, glued: re.Match[str], reading: Reading) -> None:
        message = "a space is missing behind the colon, so this names no language"
        instead = f"{glued[1]}: {glued[2]}"
        reading.fault(key, "yaml-syntax", message, "put one space there", instead=instead)

    def takes(self, key: str) -> bool:
        """Return whether a key may stand in such a block."""
        return is_language(key)

    def strays(self, node: Node) -> set[str]:
        """Return the keys that name no language: fields of the block around, indented too far."""
        keys = node if isinstance(node, Mapping) else ()
        return {str(key) for key in keys if not is_language(key)}

    def _report_stray(self, key: Text, node: Mapping, reading: Reading) -> None:
        if key in reading.around:
            message = f"“{key}” is indented as if it belonged to the text above"
            remedy = (
                "it is a field of its own; start it further left, in line with the other fields"
            )
            reading.fault(key, "yaml-indentation", message, remedy)
            return
        meant = _of_catalogue(language_code(key), reading)
        message = f"“{key}” is not a language code"
        if meant in node:
            remedy = (
                f"“{meant}” is already given on line {node.key(meant).line}; delete one of them"
            )
            reading.fault(key, "value-language", message, remedy)
            return
        remedy = did_you_mean(meant, "use a code such as en, es or zh-Hans")
        reading.fault(key, "value-language", message, remedy, instead=meant)

    def _report_missing(self, node: Mapping, reading: Reading, languages: list[str]) -> None:
        if all(language in node for language in languages):
            return
        meant = {_of_catalogue(language_code(key), reading) for key in node if key not in languages}
        # Where a space or a colon is missing behind it.
        meant |= {re.split(r"\s*[:=]| ", key)[0] for key in node}
        meant |= set(_mistaken(node, reading, languages).values())
        missing = [each for each in languages if each not in node and each not in meant]
        if len(missing) == 1 and sum(not is_language(key) for key in node) == 1 < len(node):
            return  # the name that is none was meant for it
        for index, language in enumerate(languages):
            if language in node or language in meant:
                continue
            message = f"there is no {language} text yet"
            if index == 0:
                remedy = f"write “{language}: …”; it is the site’s first language"
                reading.fault(node, "translation-default", message, remedy)
                if not node:
                    return
            elif self.complete:
                remedy = f"write “{language}: …”; until then readers see the first language"
                reading.fault(node, "translation-missing", message, remedy, level=WARNING)

    def _report_unused(self, node: Mapping, reading: Reading, languages: list[str]) -> None:
        mistaken = _mistaken(node, reading, languages)
        for language in node:
            if language in languages or not is_language(language) or reading.known.get("in doubt"):
                continue
            meant = _of_catalogue(language, reading)
            if language in mistaken:
                self._report_mistaken(language, mistaken[language], reading, languages)
            elif meant != language and meant not in node:
                message = (
                    f"“{language}” is not a language of this catalogue ({', '.join(languages)})"
                )
                remedy = f"did you mean “{meant}”?"
                reading.fault(language, "value-language", message, remedy, instead=meant)
            else:
                message = (
                    f"nobody sees the {language} text: the languages are {', '.join(languages)}"
                )
                remedy = "take it out, or add the language"
                reading.fault(language, "translation-unused", message, remedy, level=WARNING)

    def _report_mistaken(
        self, key: Text, missing: str, reading: Reading, languages: list[str]
    ) -> None:
        message = (
            f"there is no {missing} text, and nobody sees the {key} text: "
            f"the languages are {', '.join(languages)}"
        )
        remedy = f"write “{missing}: …” if that is its language; else take it out, or add {key}"
        reading.fault(key, "value-language", message, remedy)

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        texts = {"type": "object", "additionalProperties": self.kind.schema()}
        return {"anyOf": [self.kind.schema(), texts]} if self.plain else texts
