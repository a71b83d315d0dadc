# SPDX-License-Identifier: AGPL-3.0-or-later
"""One text in several languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from ...findings import WARNING, did_you_mean
from ..model import Kind
from ..nodes import Mapping, Node, Text, is_empty, noun
from ..reading import SHAPELESS, Reading
from .languages import is_language, language_code
from .plain_text import ONE_TEXT, is_block_as_text

GLUED = re.compile(r"([a-z]{2,3}(?:-\w+)?):(\S.*)")  # “{en:Call us}”
EQUALS = re.compile(r"([a-z]{2,3}(?:-\w+)?)\s*=\s*(\S.*)")  # “{en = Call us}”
SPACED = re.compile(r"([a-z]{2,3}(?:-\w+)?) +(\S.*)")  # “{en Call us}”
LANGUAGE_LINE = re.compile(r"[a-z]{2,3}(?:-\w+)?: .*")


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
            reading.fault(node, "value-kind", message, remedy, mistake=SHAPELESS)
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
        values, empty = {}, []
        for language, value_node in node.items():
            code = str(language)
            if is_empty(value_node):
                empty.append(language)
            elif not is_language(code):
                self._report_stray(language, node, reading)
            elif (value := self.kind.read(value_node, reading)) is not None:
                values[code] = value
        if empty:
            curly = any(sign in str(node) for sign in "“‘")  # of a text that they should hold
            for key in empty:
                self._report_empty(key, node, reading, curly=curly)
        return values

    def _report_empty(self, key: Text, node: Mapping, reading: Reading, *, curly: bool) -> None:
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
            if curly:
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
        meant |= {re.match(r"[^\s:=]*", key)[0] for key in node}
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
