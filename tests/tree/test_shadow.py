# SPDX-License-Identifier: AGPL-3.0-or-later
"""Shadow trees stand where they are shown."""

from __future__ import annotations

import pytest
from havenpress.tree import Element, parse

FILLED = "<script>const h = document.querySelector('#h'); "
OPEN = "h.attachShadow({mode: 'open'})"


def shown(html: str) -> str:
    """Return the body of the flat tree in short: tags with ids, texts, hidden elements starred."""
    body = parse(html).flat.by_tag["body"][0]
    return " ".join(brief(node) for node in body.nodes if brief(node))


def brief(node: Element | str) -> str:
    if isinstance(node, str):
        return node.strip()
    if node.tag in {"script", "template"}:
        return ""
    name = node.tag + "*" * (node.get("hidden") is not None)
    inner = " ".join(filter(None, map(brief, node.nodes)))
    return f"{name}({inner})"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p><template shadowrootmode=open><b>a</b></template>c</p>", "p(b(a))"),
        ("<p><template shadowrootmode=CLOSED>a<slot>b</slot></template>c</p>", "p(a slot(c))"),
        ("<p><template SHADOWROOTMODE=open><b>a</b></template>c</p>", "p(b(a))"),
        ("<p><template shadowRootMode=open><b>a</b></template>c</p>", "p(b(a))"),
        ("<p><template shadowrootmode=open><slot>b</slot></template></p>", "p(slot(b))"),
        ("<x-y><template shadowrootmode=open>a</template></x-y>", "x-y(a)"),
        (
            "<p><template shadowrootmode=open><slot name=x></slot>|<slot></slot></template>"
            "<b slot=x>a</b>c<i slot=y>d</i><u>e</u></p>",
            "p(slot(b(a)) | slot(c u(e)) i*(d))",
        ),
        (
            "<p><template shadowrootmode=open><slot></slot><slot></slot></template>a</p>",
            "p(slot(a) slot())",
        ),
        (
            "<div><template shadowrootmode=open><div><template shadowrootmode=open>a<slot></slot>"
            "</template><slot></slot></div></template>b</div>",
            "div(div(a slot(slot(b))))",
        ),
        # only some elements take one, only one, and only of two kinds
        ("<ul><template shadowrootmode=open><b>a</b></template>c</ul>", "ul(c)"),
        ("<p><template shadowrootmode=yes><b>a</b></template>c</p>", "p(c)"),
        ("<p><template><b>a</b></template>c</p>", "p(c)"),
        (
            "<p><template shadowrootmode=open>a</template>"
            "<template shadowrootmode=open>b</template></p>",
            "p(a)",
        ),
    ],
)
def test_a_shadow_tree_in_the_markup(html: str, expected: str) -> None:
    assert shown(html) == expected


@pytest.mark.parametrize(
    "script",
    [
        f"{FILLED} const r = {OPEN}; r.innerHTML = '<b>a</b>'",
        f'{FILLED} let r={OPEN}\nr.innerHTML =\n  "<b>a</b>";',
        f"{FILLED} {OPEN}.innerHTML = `<b>a</b>`",
        f"{FILLED} {OPEN}; h.shadowRoot.innerHTML = '<b>a</b>'",
        "<script>document.getElementById('h').attachShadow({mode:'open'}).innerHTML='<b>\\a</b>'",
        "<script>const r = document.querySelector('div').attachShadow({ mode: 'closed' });"
        "r.innerHTML = '<b>a</b>'",
        f"<template><b>a</b></template>{FILLED} const t = document.querySelector('template');"
        f"const r = {OPEN}; r.append(t.content)",
        f"<template id=t><b>a</b></template>{FILLED} const t = document.getElementById('t');"
        f"{OPEN}.appendChild(document.importNode(t.content, true))",
        f"<template id=t><b>a</b></template>{FILLED} const t = document.getElementById('t');"
        f"{OPEN}.appendChild(t.content.cloneNode(true))",
        f"<template id=t><b>a</b></template>{FILLED}"
        f"{OPEN}.append(document.getElementById('t').content.cloneNode(true))",
        f"<template id=t><b>a</b></template>{FILLED} const inner = t.content;"
        f"const r = {OPEN}; r.appendChild(inner.cloneNode(true))",
        f"<script>{OPEN}.innerHTML = '<b>a</b>'",
        f"<script>{OPEN}.innerHTML = '<b>' +\n `a` + \"</b>\"",
        f"<script>const r = {OPEN}; r.innerHTML += '<b>a</b>'",
        f"{FILLED} const r = {OPEN}; r.setHTMLUnsafe('<b>a</b>')",
        f"<script>const r = {OPEN}; r.insertAdjacentHTML('beforeend', '<b>a</b>')",
        "<script>document.body.querySelector('#h').attachShadow({mode:'open'}).innerHTML='<b>a</b>'",
    ],
)
def test_a_script_that_writes_a_shadow_tree_down(script: str) -> None:
    assert shown(f"<div id=h>c</div>{script}</script>") == "div(b(a))"


OF_CLASS = "extends HTMLElement { constructor() { super(); this.attachShadow({mode: 'open'})"


@pytest.mark.parametrize(
    "script",
    [
        f"customElements.define('x-y', class {OF_CLASS}.innerHTML = '<b>a</b>' }} }})",
        f"class Y {OF_CLASS}; this.shadowRoot.innerHTML = '<b>a</b>' }} }}"
        "customElements.define('x-y', Y)",
        f"class A {OF_CLASS}.innerHTML = 'c' }} }} class Y {OF_CLASS}; }} f() {{"
        "this.shadowRoot.innerHTML = '<b>a</b>' } }"
        "customElements.define('x-a', A); customElements.define('x-y', Y, {})",
        f"const t = document.querySelector('template'); window.customElements.define('x-y', "
        f"class Y {OF_CLASS}.append(t.content.cloneNode(true)) }} }})",
    ],
)
def test_each_of_a_custom_element_has_the_shadow_tree_of_its_class(script: str) -> None:
    html = f"<template><b>a</b></template><x-y>c</x-y><x-y></x-y><x-z>c</x-z><script>{script}"
    assert shown(html) == "x-y(b(a)) x-y(b(a)) x-z(c)"


def test_a_class_does_not_fill_the_root_of_another() -> None:
    script = f"class Y {OF_CLASS} }} }} class Z {OF_CLASS}; this.shadowRoot.innerHTML = 'b' }} }}"
    assert shown(f"<x-y>c</x-y><script>{script} customElements.define('x-y', Y)") == "x-y(c)"


def test_a_script_may_write_a_text() -> None:
    script = f"{FILLED} {OPEN}.textContent = '<b>'</script>"
    assert shown(f"<div id=h>c</div>{script}") == "div(<b>)"


@pytest.mark.parametrize(
    "script",
    [
        f"{FILLED} {OPEN}.innerHTML = `<b>${{x}}</b>`",
        f"{FILLED} {OPEN}.innerHTML = x",
        f"{FILLED} {OPEN}.innerHTML = '<b>' + x",
        f"{FILLED} {OPEN}.append(h)",
        f"{FILLED} const inner = h.content; {OPEN}.append(inner)",
        f"{FILLED} {OPEN}; other.innerHTML = '<b>a</b>'",
        f"{FILLED} const r = {OPEN}; r.append(t.content)",
        f"{FILLED} h.innerHTML = '<b>a</b>'",
        "<script>document.querySelector('???').attachShadow({mode:'open'}).innerHTML='a'",
        "<script>x.attachShadow({mode:'open'}).innerHTML='a'",
    ],
)
def test_what_a_script_works_out_is_not_known(script: str) -> None:
    assert shown(f"<div id=h>c</div>{script}</script>") == "div(c)"


def test_ids_count_within_their_tree() -> None:
    html = "<p id=a><template shadowrootmode=open><b id=a></b><i aria-owns='a b'></i></template>"
    document = parse(html).flat
    outer, inner = document.by_attribute["id"]
    assert [outer.get("id"), outer.tag, inner.tag] == ["a", "p", "b"]
    assert document.by_tag["i"][0].get("aria-owns").split()[0] == inner.get("id") != "a"


def test_a_title_in_a_shadow_tree_is_not_that_of_the_page() -> None:
    html = "<body><template shadowrootmode=open><title>a</title><svg><title>b</title></svg>"
    assert [title.namespace for title in parse(html).flat.by_tag["title"]] == ["svg"]


def test_a_page_without_shadow_trees_is_its_own_flat_tree() -> None:
    document = parse("<p>a<template>b</template>")
    assert document.flat is document


def test_what_stands_in_a_shadow_tree_keeps_its_place() -> None:
    document = parse("<p>\n<template shadowrootmode=open>\n <b>a</b></template>").flat
    bold = document.by_tag["b"][0]
    assert (bold.line, bold.column) == (3, 2)
    start, end = bold.start_tag
    assert document.source[start:end] == "<b>"
