# SPDX-License-Identifier: AGPL-3.0-or-later
"""Shadow trees in the place where they are shown: the flat tree of a page.

A shadow tree stands in the markup, as <template shadowrootmode>, or in a script that writes it
down word for word, for one element or for all of a custom element; what a script works out is not
known. Ids count within their own tree: those of
a shadow tree, and what refers to them, get an ending. A style sheet of a shadow tree applies to what
is inside of its host; those of the page apply to shadow trees too, which no browser does.

Source: HTML standard, section 13.2.6.4.4 (declarative shadow roots); DOM, section 4.2.2 (shadow
trees and slots); CSS Scoping 1, section 3 (the flat tree, :host and ::slotted).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from itertools import islice

import turbohtml

Root = turbohtml.Document | turbohtml.Element
Variables = dict[str, turbohtml.Element | None]

HOSTS = frozenset(
    "article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split()
)
REFERRING = (
    "aria-activedescendant",
    "aria-controls",
    "aria-describedby",
    "aria-details",
    "aria-errormessage",
    "aria-flowto",
    "aria-labelledby",
    "aria-owns",
    "for",
    "headers",
    "id",
    "list",
)
LONGEST = 100_000  # characters of a script that are read
SCOPE = "data-hp-shadow"  # an attribute that names the hosts of style sheets
MOST = 100  # shadow trees of a page that are put in their places

_NAME = r"(?<![\w$])[\w$]{1,50}"
_ELEMENT = (
    r"document\s*\.\s*(?:body\s*\.\s*)?(?:getElementById\(\s*['\"`](?P<id>[\w-]+)['\"`]\s*\)"
    r"|querySelector\(\s*['\"`](?P<selector>[^'\"`]+)['\"`]\s*\))"
)
_DECLARED = re.compile(rf"(?P<name>{_NAME})\s*=\s*{_ELEMENT}")
_ATTACHED = re.compile(
    rf"(?:(?P<name>{_NAME})\s*=\s*)?(?:{_ELEMENT}|(?P<host>{_NAME}))"
    r"\s*\.\s*attachShadow\(\s*\{[^{}]{0,200}\}\s*\)"
)
_WRITTEN = re.compile(
    r"\s*\.\s*(?:(?P<what>innerHTML|textContent)\s*\+?=|setHTML(?:Unsafe)?\("
    r"|insertAdjacentHTML\(\s*['\"`](?:afterbegin|beforeend)['\"`]\s*,)"
)
_STRING = re.compile(
    r"\s*(?P<quote>['\"`])(?P<text>(?:\\.|(?!(?P=quote)).)*)(?P=quote)\s*(?P<more>\+)?", re.DOTALL
)
_COPIED = re.compile(
    r"\s*\.\s*append(?:Child)?\(\s*(?:document\s*\.\s*importNode\(\s*)?"
    rf"(?:{_ELEMENT}|(?P<template>{_NAME}))"
)
_CONTENT = re.compile(rf"(?P<name>{_NAME})\s*=\s*(?P<template>{_NAME})\.content\b")
_CLASS = re.compile(  # customElements.define("my-card", class extends HTMLElement {
    r"(?:\bdefine\(\s*['\"`](?P<tag>[\w-]{1,50})['\"`]\s*,\s*)?"
    rf"\bclass\b(?:\s+(?!extends\b)(?P<name>{_NAME}))?"
)
_DEFINED = re.compile(
    rf"\bdefine\(\s*['\"`](?P<tag>[\w-]{{1,50}})['\"`]\s*,\s*(?P<name>{_NAME})(?=\s*[,)])"
)
_HOST = re.compile(r":host(?:\(([^()]*)\))?(?![\w-])")
_SLOTTED = re.compile(r"::slotted\(([^()]*)\)")
_PARTS = re.compile(r"([{};])")
_ID = re.compile(  # and what speaks of the tree outside, where ids are as they were
    r":host\([^()]*\)|::slotted\([^()]*\)"
    r"|(?:#|\[\s*id\s*=\s*[\"']?)(?P<id>(?:[\w-]|[^\x00-\x7f])+)"
)
_ESCAPE = re.compile(r"\\(\r\n|[\s\S])")


def flatten(tree: Root) -> None:
    """Put every shadow tree of a parsed page in the place of its host's content."""
    taken: set[turbohtml.Element] = set()
    for host, nodes in islice(_shadow_trees(tree), MOST):
        if host in taken or not _may_be_host(host):
            continue
        taken.add(host)
        _fill(host, nodes, len(taken))


def is_host(attributes: Iterable[str]) -> bool:
    """Tell by the names of its attributes whether an element of a flat tree has a shadow tree."""
    return any(name.startswith(SCOPE) for name in attributes)


def _may_be_host(element: turbohtml.Element) -> bool:
    return element.tag in HOSTS or "-" in element.tag


def _shadow_trees(tree: Root) -> Iterator[tuple[turbohtml.Element, list[turbohtml.Node]]]:
    """Yield each host with the nodes of its shadow tree."""
    for template in [e for e in tree.iter_elements() if e.tag == "template"]:
        mode = (template.attr("shadowrootmode") or "").lower()
        host = template.parent
        if mode in {"open", "closed"} and isinstance(host, turbohtml.Element):
            template.extract()
            yield host, _content(template)
    scripts = [e.text[:LONGEST] for e in tree.iter_elements() if e.tag == "script"]
    attaching = [script for script in scripts if "attachShadow" in script]
    named = _by_id(tree) if attaching else {}
    for script in attaching:
        yield from _written_in(script, tree, named)


def _by_id(tree: Root) -> Variables:
    """Return the elements with an id, each of which is a variable of the window too."""
    found: Variables = {}
    for element in tree.iter_elements():
        found.setdefault(element.attr("id") or "", element)
    return found


def _content(template: turbohtml.Element) -> list[turbohtml.Node]:
    return [node for fragment in template.children for node in fragment.children]


def _copied(template: turbohtml.Element) -> list[turbohtml.Node]:
    """Take the nodes out of a template, which know their places, and leave copies to the next."""
    taken = []
    for fragment in template.children:
        for node in list(fragment.children):
            fragment.append(deepcopy(node))
            taken.append(node.extract())
    return taken


def _written_in(
    script: str, tree: Root, named: Variables
) -> Iterator[tuple[turbohtml.Element, list[turbohtml.Node]]]:
    known = named | {m["name"]: _element(m, tree) for m in _DECLARED.finditer(script)}
    for kept in _CONTENT.finditer(script):
        known[kept["name"]] = known.get(kept["template"])
    for found in islice(_ATTACHED.finditer(script), MOST):
        for host in _hosts(found, script, known, tree):
            nodes = _nodes_for(found, script, known, tree)
            if nodes is None:
                break
            yield host, nodes


def _hosts(
    attached: re.Match[str],
    script: str,
    known: Variables,
    tree: Root,
) -> Iterator[turbohtml.Element]:
    """Yield the elements that a script gives a shadow tree at one place."""
    if attached["host"] == "this":
        tag = _custom_tag(script, attached.start())
        yield from islice((e for e in tree.iter_elements() if e.tag == tag), MOST)
        return
    name = attached["host"]
    host = known.get(name) if name else _element(attached, tree)
    if host is not None:
        yield host


def _custom_tag(script: str, at: int) -> str | None:
    """Return the tag of the custom element whose class stands around a place in a script."""
    classes = [*_CLASS.finditer(script, 0, at)]
    if not classes:
        return None
    around = classes[-1]
    defined = (m["tag"] for m in _DEFINED.finditer(script) if m["name"] == around["name"])
    tag = around["tag"] or next(defined, None)
    return tag.lower() if tag else None


def _element(found: re.Match[str], tree: Root) -> turbohtml.Element | None:
    try:
        return tree.select_one(f"#{found['id']}" if found["id"] else found["selector"])
    except ValueError:
        return None


def _nodes_for(
    attached: re.Match[str],
    script: str,
    known: Variables,
    tree: Root,
) -> list[turbohtml.Node] | None:
    """Return the nodes that a script puts into a shadow root, None where it does not say them."""
    if attached["host"] == "this":
        script = _to_end_of_class(script, attached.end())
    for at in _uses(attached, script):
        written = _WRITTEN.match(script, at)
        if written:
            return _nodes(written["what"], script, written.end())
        copied = _COPIED.match(script, at)
        if not copied:
            continue
        name = copied["template"]
        template = known.get(name) if name else _element(copied, tree)
        if template is not None and template.tag == "template":
            return _copied(template)
    return None


def _to_end_of_class(script: str, at: int) -> str:
    """Return a script up to the class after a place: another one has a root of its own."""
    after = _CLASS.search(script, at)
    return script[: after.start()] if after else script


def _uses(attached: re.Match[str], script: str) -> Iterator[int]:
    """Yield the places behind what stands for a shadow root."""
    yield attached.end()
    names = [attached["name"]] if attached["name"] else []
    names += [f"{attached['host']}.shadowRoot"] if attached["host"] else []
    for name in names:
        for use in re.finditer(rf"(?<![\w$.]){re.escape(name)}(?![\w$])", script[attached.end() :]):
            yield attached.end() + use.end()


def _nodes(what: str, script: str, at: int) -> list[turbohtml.Node] | None:
    """Return the nodes that the strings after a place in a script write, None for other values."""
    text = ""
    while string := _STRING.match(script, at):
        if string["quote"] == "`" and "${" in string["text"]:
            return None
        text += _ESCAPE.sub(lambda m: {"n": "\n", "t": "\t"}.get(m[1], m[1]), string["text"])
        if not string["more"]:
            break
        at = string.end()
    if not string:
        return None
    if what == "textContent":
        return [turbohtml.Text(text)]
    return list(turbohtml.parse_fragment(text, "div").children)


def _fill(host: turbohtml.Element, nodes: Iterable[turbohtml.Node], number: int) -> None:
    """Put the nodes of a shadow tree into their host, and what the host held into their slots."""
    light = [node.extract() for node in list(host.children)]
    for node in nodes:
        host.append(node)
    slots: dict[str, turbohtml.Element] = {}
    host.attrs[f"{SCOPE}-{number}"] = ""
    for element in list(_inside(host)):
        ending = f"--shadow-{number}"
        _mark(element, ending)
        if element.tag == "style":
            css = _with_ids(element.text, ending)
            element.set_text(_scoped(css, f"[{SCOPE}-{number}]"))
        if element.tag == "slot":
            slots.setdefault(element.attr("name") or "", element)
        elif element.tag == "title" and element.namespace is turbohtml.Namespace.HTML:
            element.extract()  # the title of a page stands in no shadow tree
    _distribute(light, slots, host)


def _with_ids(css: str, ending: str) -> str:
    """Return a style sheet with the ending of its shadow tree at each id in a selector."""

    def marked(found: re.Match[str]) -> str:
        return f"{found[0]}{ending}" if found["id"] else found[0]

    *parts, last = _PARTS.split(css)
    pieces = zip(parts[::2], parts[1::2], strict=True)
    return "".join((_ID.sub(marked, p) if sign == "{" else p) + sign for p, sign in pieces) + last


def _scoped(css: str, host: str) -> str:
    """Return a style sheet of a shadow tree as one that applies to its host alone."""
    css = _HOST.sub(lambda found: f"&:is({found[1]})" if found[1] else "&", css)
    css = _SLOTTED.sub(r"slot > :is(\1)", css)
    return f"{host} {{ {css} }}"


def _inside(host: turbohtml.Element) -> Iterator[turbohtml.Element]:
    """Yield the elements inside of another in document order, without the content of templates."""
    waiting = [host]
    while waiting:
        element = waiting.pop()
        if element is not host:
            yield element
        inner = [child for child in element.children if isinstance(child, turbohtml.Element)]
        waiting.extend(reversed(inner))


def _distribute(
    light: list[turbohtml.Node], slots: dict[str, turbohtml.Element], host: turbohtml.Element
) -> None:
    """Put nodes into their slots; elements without one stay, hidden, for others to refer to."""
    filled: set[str] = set()
    for node in light:
        name = _slot_of(node)
        if name in slots:
            if name not in filled:
                slots[name].clear()
                filled.add(name)
            slots[name].append(node)
        elif isinstance(node, turbohtml.Element):
            node.attrs["hidden"] = ""
            host.append(node)


def _slot_of(node: turbohtml.Node) -> str | None:
    """Return the name of the slot that a node goes to, None for a comment."""
    if isinstance(node, turbohtml.Element):
        return node.attr("slot") or ""
    return "" if isinstance(node, turbohtml.Text) else None


def _mark(element: turbohtml.Element, ending: str) -> None:
    """Give the ids that an element has and refers to an ending of their own."""
    for name in REFERRING:
        value = element.attr(name)
        if value:
            element.attrs[name] = " ".join(f"{word}{ending}" for word in value.split())
