# SPDX-License-Identifier: AGPL-3.0-or-later
"""Elements that pass the focus on as soon as they have it, as far as handlers on the page say.

Handlers are read, not run: one that focuses or blurs something is taken to do so.

Source: ACT rules, definition of "focusable" (exception).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...tree import Document, Element

LONGEST = 100_000  # characters of a script that are read
_SCRIPTS = frozenset({"", "module", "text/javascript", "application/javascript"})
_PASSES_ON = re.compile(r"\.\s*(?:focus|blur)\s*\(")
_LATER = re.compile(r"setTimeout\([^;]*,\s*[1-9]\d{3,}\s*\)")  # after a second or more
_CALLED = re.compile(r"(?<![\w$.])([\w$]{1,50})\s*\(")
_NAME = r"(?<![\w$.])[\w$]{1,50}"
_ELEMENT = (
    r"document\s*\.\s*(?:getElementById\(\s*['\"`](?P<id>[^'\"`]+)['\"`]\s*\)"
    r"|querySelector\(\s*['\"`](?P<selector>[^'\"`]+)['\"`]\s*\))"
)
_DECLARED = re.compile(rf"(?P<name>{_NAME})\s*=\s*{_ELEMENT}")
_LISTENS = re.compile(  # document.getElementById("x").addEventListener("focus", …
    rf"(?:{_ELEMENT}|(?P<name>{_NAME}))\s*\??\.\s*"
    r"(?:addEventListener\(\s*['\"`]focus(?:in)?['\"`]\s*,|onfocus\s*=(?!=))\s*"
    r"(?P<handler>[\w$]{1,50}(?=\s*[,);]))?"
)
_FUNCTION = (
    r"(?:async\s+)?(?:function\b[^(){}]{0,60}\([^()]*\)|\([^()]*\)\s*=>|[\w$]{1,50}\s*=>)\s*"
)
_HEAD = re.compile(_FUNCTION)
_DEFINED = re.compile(rf"(?:function\s+({_NAME})\s*(?=\()|({_NAME})\s*=\s*(?={_FUNCTION}))")
_BRACE = re.compile(r"[{}]")


def passing_on(document: Document) -> frozenset[Element]:
    """Return the elements that a handler on the page has pass the focus on at once."""
    scripts = [*_scripts(document)]
    functions = frozenset[str]().union(*map(_passing_functions, scripts))
    found = set()
    for element in document.by_attribute.get("onfocus", ()):
        if _passes_on(element.get("onfocus") or "", functions):
            found.add(element)
    for script in scripts:
        found.update(_listening(script, functions, document))
    return frozenset(found)


def _scripts(document: Document) -> Iterator[str]:
    for script in document.by_tag.get("script", ()):
        if (script.get("type") or "").strip().lower() in _SCRIPTS:
            text = script.text[:LONGEST]
            if _may_pass_on(text):
                yield text


@lru_cache(maxsize=64)
def _may_pass_on(script: str) -> bool:
    return bool(_PASSES_ON.search(script))


def _passing_functions(script: str) -> Iterator[str]:
    """Yield the names of the functions of a script that move the focus."""
    for defined in _DEFINED.finditer(script):
        declared, assigned = defined.groups()
        body = _body(script, defined.start() if declared else defined.end())
        if _passes_on(body, frozenset()):
            yield declared or assigned


def _passes_on(code: str, functions: frozenset[str]) -> bool:
    if _LATER.search(code):
        return False
    return bool(_PASSES_ON.search(code)) or not functions.isdisjoint(_CALLED.findall(code))


def _body(script: str, at: int) -> str:
    """Return what a function that begins at an offset does."""
    head = _HEAD.match(script, at)
    if not head:
        return ""
    start = head.end()
    if script[start : start + 1] != "{":
        return re.split(r"[;\n]", script[start:], maxsplit=1)[0]
    depth = 0
    for brace in _BRACE.finditer(script, start):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return script[start : brace.end()]
    return script[start:]


def _listening(script: str, functions: frozenset[str], document: Document) -> Iterator[Element]:
    known = {match["name"]: match for match in _DECLARED.finditer(script)}
    for listens in _LISTENS.finditer(script):
        named = known.get(listens["name"], listens)
        handler = listens["handler"]
        passes = (
            handler in functions if handler else _passes_on(_body(script, listens.end()), functions)
        )
        element = _element(named, document) if passes else None
        if element is not None:
            yield element


def _element(named: re.Match[str], document: Document) -> Element | None:
    if not named["selector"]:
        wanted = named["id"] or named["name"]  # each id is a variable of the window too
        having = document.by_attribute.get("id", ())
        return next((e for e in having if e.get("id") == wanted), None)
    try:
        return next(iter(document.select(named["selector"])), None)
    except ValueError:
        return None
