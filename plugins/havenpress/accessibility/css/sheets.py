# SPDX-License-Identifier: AGPL-3.0-or-later
"""Style sheets as lists of rules, read far enough to know what is shown and in what colour.

Source: CSS Syntax 3, CSS Cascade 5, CSS Nesting 1, Selectors 4 (section 17, specificity).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ...tree import is_selector

COMMENT = re.compile(r"/\*.*?(\*/|\Z)", re.DOTALL)
_IGNORED = re.compile(rf"{COMMENT.pattern}|<!--|-->", re.DOTALL)  # the last two are of old pages
_STOP = re.compile(r"""["'()\[\]{};]""")
_CLOSING = {"(": ")", "[": "]", "{": "}"}
_IMPORTANT = re.compile(r"\s*!\s*important\s*$", re.IGNORECASE)
_PSEUDO_ELEMENT = re.compile(
    r"::?(before|after|marker|first-letter|first-line|placeholder)\s*$", re.IGNORECASE
)
_GROUPS = {"@media", "@supports", "@layer", "@container", "@scope", "@starting-style"}
REGISTERED = "@property"  # gives a variable a first value. Source: CSS Properties and Values 1
AS_A_CLASS = (
    ":nth-child(n)"  # adds to how specific a selector is, and matches whatever it stands at
)
_NESTING = re.compile(r"&(?![\w-])")  # before a name it is no selector
_GAP = re.compile(r"\A\s*,|,\s*(?:,|\Z)")
_FOREIGN = re.compile(r"::?-(?:khtml|moz|ms|o)-", re.IGNORECASE)
_PSEUDO = re.compile(r"::?[\w-]+")
_BRACKETS = re.compile(r"\([^()]*\)")
_ESCAPED = re.compile(r"\\(?:[0-9a-fA-F]{1,6}\s?|.)", re.DOTALL)
_ROOT_OF_SCOPE = re.compile(r":scope(?![\w-])|&", re.IGNORECASE)
NOTHING = ":not(*)"
LONGEST = 10_000  # characters of the selectors of one rule that are taken apart
DEEPEST = 30  # nested blocks; more is not a style sheet that a person wrote


class Scope(NamedTuple):
    """Selectors of where a scope starts, of all that is in it, and of what is not behind its limit."""

    root: str
    within: str
    inner: str

    def named(self, sign: re.Match[str]) -> str:
        """Return the root where a selector says it: ``:scope`` counts as a class, ``&`` as nothing."""
        return self.root if sign[0] == "&" else self.root + AS_A_CLASS


@dataclass(frozen=True, slots=True)
class StyleRule:
    """One selector with its declarations.

    ``conditions`` are the preludes of the at-rules around it, the outermost first; ``pseudo`` is
    the name of a pseudo-element that the selector ends in.
    """

    selector: str
    pseudo: str
    specificity: tuple[int, int, int]
    declarations: tuple[tuple[str, str, bool], ...]
    conditions: tuple[str, ...]


@lru_cache(maxsize=64)
def parse_sheet(text: str) -> tuple[StyleRule, ...]:
    """Return the rules of a style sheet in source order, nested ones spread out.

    What only names cascade layers, as ``@layer base, theme;``, is a rule without a selector.
    """
    return tuple(_rules(_IGNORED.sub(" ", text), (), ""))


@lru_cache(maxsize=4096)
def parse_declarations(text: str) -> tuple[tuple[str, str, bool], ...]:
    """Return (property, value, important) for each declaration of a block or style attribute."""
    found = []
    for kind, prelude, _body in _pieces(COMMENT.sub(" ", text)):
        if kind == ";" and ":" in prelude:
            found.append(_declaration(prelude))
    return tuple(found)


def _declaration(text: str) -> tuple[str, str, bool]:
    name, _, value = text.partition(":")
    important = _IMPORTANT.search(value)
    value = value[: important.start()] if important else value
    name = name.strip()
    return (
        name if name.startswith("--") else name.lower(),
        value.strip(),
        bool(important),
    )


def _rules(
    text: str, conditions: tuple[str, ...], outer: str, depth: int = 0, scope: Scope | None = None
) -> Iterator[StyleRule]:
    own = outer or (scope.root if scope else "")
    declarations: list[tuple[str, str, bool]] = []
    for kind, prelude, body in _pieces(text):
        if kind == ";" and ":" in prelude and not prelude.startswith("@"):
            declarations.append(_declaration(prelude))
            continue
        if own and declarations:  # what stands behind a nested rule comes after it
            yield from _one_rule(own, tuple(declarations), conditions)
            declarations = []
        if kind == ";" and prelude[:7].lower() == "@layer ":
            for name in split_list(prelude[7:]):
                yield StyleRule("", "", (0, 0, 0), (), (*conditions, f"@layer {name}"))
        elif kind == "{" and depth < DEEPEST:
            yield from _block(prelude, body, conditions, outer, depth + 1, scope)
    if own and declarations:
        yield from _one_rule(own, tuple(declarations), conditions)


def _block(
    prelude: str,
    body: str,
    conditions: tuple[str, ...],
    outer: str,
    depth: int,
    scope: Scope | None,
) -> Iterator[StyleRule]:
    """Yield the rules of one block, by what stands before it."""
    if not prelude.startswith("@"):
        selectors = _within(scope, prelude) if scope and not outer else _nest(outer, prelude)
        yield from _rules(body, conditions, selectors, depth)
    elif prelude[:10].lower() == REGISTERED + " ":
        yield _first_value(prelude[10:].strip(), body, conditions)
    elif prelude.split(None, 1)[0].split("(")[0].lower() in _GROUPS:
        within = _scope_of(prelude, scope) or scope
        yield from _rules(body, (*conditions, prelude), outer, depth, within)


def _first_value(name: str, body: str, conditions: tuple[str, ...]) -> StyleRule:
    """Return what ``@property`` gives a variable as a rule for the root, weaker than any other."""
    given = [
        (name, value, False) for n, value, _ in parse_declarations(body) if n == "initial-value"
    ]
    return StyleRule(":root", "", (0, 0, 0), tuple(given), (*conditions, REGISTERED))


def _one_rule(
    selectors: str,
    declarations: tuple[tuple[str, str, bool], ...],
    conditions: tuple[str, ...],
) -> Iterator[StyleRule]:
    parts = split_list(selectors)
    if "," in selectors and (_GAP.search(selectors) or not all(map(may_be_selector, parts))):
        return  # for one that they do not understand browsers drop the whole rule
    for selector in parts:
        pseudo = _PSEUDO_ELEMENT.search(selector)
        base = selector[: pseudo.start()] if pseudo else selector
        if pseudo and (base.endswith((" ", ">", "+", "~")) or not base):
            base += "*"
        name = pseudo[1].lower() if pseudo else ""
        yield StyleRule(base, name, specificity(base), declarations, conditions)


@lru_cache(maxsize=4096)
def may_be_selector(text: str) -> bool:
    """Tell whether browsers of today may understand a selector: any pseudo-class but foreign ones."""
    if len(text) > LONGEST:
        return True
    plain, count = _ESCAPED.sub("x", text), 1
    while count:
        plain, count = _BRACKETS.subn("", plain)
    return not _FOREIGN.search(plain) and is_selector(_PSEUDO.sub("[x]", plain))


def _grows_too_long(text: str, around: str) -> bool:
    """Tell whether selectors that may each say others, once or often, would come out too long.

    Thirty levels of ``& &`` in one another would be a thousand million names.
    """
    often = 1 + text.count(",") + len(_ROOT_OF_SCOPE.findall(text))
    return len(text) + len(around) * often > LONGEST


def _nest(outer: str, inner: str) -> str:
    """Return the selectors of a rule inside of another, which may each name that many times."""
    if not outer:
        return inner
    whole = f":is({outer})"
    if _grows_too_long(inner, whole):
        return NOTHING
    around = whole if "," in outer else outer

    def named(sign: re.Match[str]) -> str:
        return around if sign.start() == 0 or sign.string[sign.start() - 1] in " >+~(" else whole

    parts = [
        _NESTING.sub(named, part) if "&" in part else f"{around} {part}"
        for part in split_list(inner)
    ]
    return ", ".join(parts)


def _scope_of(prelude: str, around: Scope | None) -> Scope | None:
    """Return the scope that ``@scope (root) to (limit)`` begins.

    There is none for another at-rule, and where the place of the sheet is the root. A selector
    that does not name the root matches what is inside of it. Source: CSS Cascade 6, section 2.5.
    """
    if prelude[:6].lower() != "@scope":
        return None
    root, rest = _bracketed(prelude[6:])
    limit, _ = _bracketed(rest.strip()[2:])
    if not root:
        return None
    root = _within(around, root) if around else root
    if _grows_too_long(limit, f":is({root})"):
        return Scope(NOTHING, NOTHING, "")
    limit = _ROOT_OF_SCOPE.sub(lambda _: f":is({root})", limit)
    inner = f":not(:where({limit}, :is({limit}) *))" if limit else ""
    return Scope(f":where({root})", f":where({root}, :is({root}) *){inner}", inner)


def _bracketed(text: str) -> tuple[str, str]:
    """Return what stands in the brackets that a text starts with, and what follows them."""
    text = text.strip()
    if not text.startswith("("):
        return "", text
    end = _end_of_block(text, 1, "(")
    return text[1 : end - 1].strip(), text[end:]


def _within(scope: Scope, selectors: str) -> str:
    """Return selectors that match in a scope alone."""
    if _grows_too_long(selectors, scope.within):
        return NOTHING
    found = []
    for selector in split_list(selectors):
        is_relative = selector[0] in ">+~" or not _ROOT_OF_SCOPE.search(selector)
        whole = _ROOT_OF_SCOPE.sub(scope.named, f"& {selector}" if is_relative else selector)
        pseudo = _PSEUDO_ELEMENT.search(whole)
        end = pseudo.start() if pseudo else len(whole)
        test = scope.inner if is_relative else scope.within
        found.append(f"{whole[:end]}{test}{whole[end:]}")
    return ", ".join(found)


def _pieces(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield (";", declaration, "") and ("{", prelude, body) for what stands at the top level."""
    at = start = 0
    while found := _STOP.search(text, at):
        sign, at = found[0], found.end()
        if sign in "\"'":
            at = _end_of_string(text, at, sign)
        elif sign in "([":
            at = _end_of_block(text, at, sign)
        elif sign == "{":
            end = _end_of_block(text, at, sign)
            body = text[at:end].removesuffix("}")  # a sheet may end within a block
            yield "{", text[start : found.start()].strip(), body
            at = start = end
        elif sign == ";":
            yield ";", text[start : found.start()].strip(), ""
            start = at
    yield ";", text[start:].strip(), ""


def _end_of_string(text: str, at: int, quote: str) -> int:
    while at < len(text) and text[at] != quote:
        at += 2 if text[at] == "\\" else 1
    return min(at + 1, len(text))


def _end_of_block(text: str, at: int, opening: str) -> int:
    waiting = [_CLOSING[opening]]
    while waiting and (found := _STOP.search(text, at)):
        sign, at = found[0], found.end()
        if sign in "\"'":
            at = _end_of_string(text, at, sign)
        elif sign in _CLOSING:
            waiting.append(_CLOSING[sign])
        elif sign == waiting[-1]:
            waiting.pop()
    return len(text) if waiting else at


def split_list(text: str, separator: str = ",") -> list[str]:
    """Split at a separator outside of strings and brackets; blank parts are dropped."""
    parts, start, depth, quote = [], 0, 0, ""
    for index, char in enumerate(text):
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'":
            quote = char
        elif char in "([":
            depth += 1
        elif char in ")]":
            depth -= 1
        elif depth == 0 and (char == separator or (separator == " " and char.isspace())):
            parts.append(text[start:index])
            start = index + 1
    parts.append(text[start:])
    return [part.strip() for part in parts if part.strip()]


_FUNCTION = re.compile(r":(is|not|has|where|nth-child|nth-last-child)\(", re.IGNORECASE)
_ID = re.compile(r"#[\w-]+")
_CLASS = re.compile(r"\.[\w-]+|\[\]|(?<!:):(?!:)[\w-]+")
_TYPE = re.compile(r"(?:^|[\s>+~])[a-zA-Z][\w-]*|::[\w-]+")
_VALUES = re.compile(r"\[[^\]]*\]")


@lru_cache(maxsize=4096)
def specificity(selector: str, depth: int = 0) -> tuple[int, int, int]:
    """Return how specific a selector is: ids, classes, types."""
    ids = classes = types = 0
    if depth > DEEPEST:
        return ids, classes, types
    while found := _FUNCTION.search(selector):
        end = _end_of_block(selector, found.end(), "(")
        inside = selector[found.end() : end - 1]
        selector = selector[: found.start()] + selector[end:]
        kind = found[1].lower()
        if kind.startswith("nth"):
            classes, inside = classes + 1, inside.partition(" of ")[2]
        if kind != "where":
            inner = (specificity(part, depth + 1) for part in split_list(inside))
            most = max(inner, default=(0, 0, 0))
            ids, classes, types = ids + most[0], classes + most[1], types + most[2]
    rest = _BRACKETS.sub("", _VALUES.sub("[]", _ESCAPED.sub("x", selector)))
    return (
        ids + len(_ID.findall(rest)),
        classes + len(_CLASS.findall(rest)),
        types + len(_TYPE.findall(rest)),
    )
