# SPDX-License-Identifier: AGPL-3.0-or-later
"""Accessible names, step by step of accname-1.2 section 4.3.2, and HTML-AAM section 4.1."""

from __future__ import annotations

from pathlib import Path

import pytest
from havenpress.accessibility.aria.names import DEEPEST, describe, generated_text
from havenpress.accessibility.page import Page
from havenpress.tree import parse


def name(html: str) -> str:
    """Return the name of the element with the id ``x``."""
    page = Page(parse(html))
    return page.name(page.by_id("x"))


PLACEHOLDING = ("email", "number", "password", "search", "tel", "text", "url")
NAMES = [
    # 2A: what is hidden gives nothing, unless it is referred to directly
    ("<a href=/ id=x>a<span hidden>b</span></a>", "a"),
    ("<a href=/ id=x>a<span aria-hidden=true>b</span></a>", "a"),
    ("<a href=/ id=x>a<span style='visibility:hidden'>b</span></a>", "a"),
    (
        "<a href=/ id=x>a<i style='visibility:hidden'>b<u style='visibility:visible'>c</u></i></a>",
        "ac",
    ),
    ("<a href=/ id=x>a<i style='visibility:hidden' hidden><u>c</u></i></a>", "a"),
    ("<a href=/ id=x aria-labelledby=l></a><p id=l hidden>b <i>c</i></p>", "b c"),
    ("<a href=/ id=x aria-labelledby=l></a><p id=l>b <i hidden>c</i></p>", "b"),
    ("<label for=x hidden>a</label><input id=x>", "a"),
    # 2B: aria-labelledby, in its own order, not followed twice
    ("<a href=/ id=x aria-labelledby='m l'>t</a><p id=l>b</p><p id=m>c</p>", "c b"),
    ("<a href=/ id=x aria-labelledby=l></a><p id=l aria-labelledby=m>b</p><p id=m>c", "b"),
    ("<a href=/ id=x aria-label=d aria-labelledby='x l'></a><p id=l>f</p>", "d f"),
    ("<a href=/ id=x aria-labelledby=nobody>t</a>", "t"),
    ("<p id=l>Read <a href=/ id=x aria-labelledby=l>more</a> now</p>", "Read more now"),
    ("<p id=l>Say <b role=checkbox id=x aria-labelledby=l>yes</b> or no</p>", "Say yes or no"),
    ("<p id=l>At <input id=x aria-labelledby=l value=3> sharp</p>", "At sharp"),
    ("<p id=l>a <a href=/ id=x aria-labelledby=l aria-owns=l>b</a></p>", "a b"),
    ("<p id=l>a <a href=/ id=x aria-labelledby='l x'>b</a></p>", "a b b"),
    # 2C: a control inside a label gives its value
    (
        "<label for=x>Flash <input value=3> times</label><input type=checkbox id=x>",
        "Flash 3 times",
    ),
    (
        "<label for=x>In <select><option>one<option selected>two</select> days</label>"
        "<input type=checkbox id=x>",
        "In two days",
    ),
    (
        "<label>At <span role=slider aria-valuenow=4 aria-valuetext=noon></span>"
        "<input type=checkbox id=x></label>",
        "At noon",
    ),
    ("<h2 id=x><input aria-label=a value=3> b</h2>", "3 b"),
    ("<h2 id=x><input aria-label=a> b</h2>", "a b"),
    ("<h2 id=x><select multiple title=a><option>c</select> b</h2>", "a b"),
    # 2D: aria-label, unless blank
    ("<button id=x aria-label=' a '>b</button>", "a"),
    ("<button id=x aria-label=' '>b</button>", "b"),
    # 2E: what HTML itself gives
    ("<img id=x alt=a title=b>", "a"),
    ("<img id=x alt='' title=b role=img>", "b"),
    ("<fieldset id=x><legend>a</legend>b</fieldset>", "a"),
    ("<table id=x><caption>a</caption></table>", "a"),
    ("<figure id=x><img alt=b><figcaption>a</figcaption></figure>", "a"),
    ("<input type=submit id=x>", "Submit"),
    ("<input type=submit id=x value=Go>", "Go"),
    ("<input type=button id=x value=Go title=t>", "Go"),
    ("<input type=image id=x>", "Submit Query"),
    ("<svg id=x role=img><title>a</title></svg>", "a"),
    ("<label for=x>a</label><label for=x>b</label><input id=x>", "a b"),
    ("<map name=m><area id=x href=/ alt=a></map>", "a"),
    ("<label for=x>a</label><button id=x>b</button>", "a"),
    ("<label for=x>a</label><button id=x><b>b</b></button>", "a"),
    ("<label for=x></label><button id=x>b</button>", "b"),
    # 2F: content, for roles that are named by it
    ("<h2 id=x>a<img alt=b src=c>d</h2>", "abd"),
    ("<div id=x role=button>a <b>b</b></div>", "a b"),
    ("<div id=x role=group>a</div>", ""),
    ("<button id=x><div>a</div><div>b</div></button>", "a b"),
    ("<button id=x>a<br>b</button>", "a b"),
    ("<details><summary id=x>a</summary></details>", "a"),
    ("<style>#x::before{content:'a '}</style><a href=/ id=x>b</a>", "a b"),
    ("<style>#x::after{content:url(i.png) / 'a'}</style><a href=/ id=x>b</a>", "ba"),
    ("<a href=/ id=x aria-owns=o>a</a><span id=o>b</span>", "a b"),
    # 2I: the tooltip, and HTML-AAM's placeholder after it
    ("<a href=/ id=x title=a></a>", "a"),
    ("<h2 id=x>b <b title=a></b></h2>", "b a"),
    ("<h2 id=x>b <b title=a>c</b></h2>", "b c"),
    ("<h2 id=x>b <b title=a><i></i></b></h2>", "b a"),
    ("<h2 id=x>b <b title=a><i hidden>c</i></b></h2>", "b a"),
    ("<input id=x placeholder=a>", "a"),
    ("<input id=x type=button placeholder=a>", ""),
    ("<input id=x type=checkbox placeholder=a>", ""),
    ("<input id=x placeholder=a title=b>", "b"),
    ("<iframe id=x title=a></iframe>", "a"),
    # white space is flattened
    ("<button id=x> a \n b&nbsp;</button>", "a b"),
    # more of 2B to 2I, and HTML-AAM 4.1
    ("<button id=x aria-labelledby='x l' aria-label=a></button><i id=l>b</i>", "a b"),
    ("<input id=x value=v aria-labelledby='x l' aria-label=a><i id=l>b</i>", "a b"),
    (
        "<div role=group id=x aria-labelledby=a></div><p id=a aria-labelledby=b>c</p><p id=b>d",
        "c",
    ),
    ("<a href=/ id=x aria-labelledby='gone l'>t</a><i id=l>b</i>", "b"),
    ("<a href=/ id=x aria-labelledby=gone>t</a>", "t"),
    ("<a href=/ id=x aria-labelledby='l l'></a><i id=l>b</i>", "b b"),
    ("<button id=x aria-label=' '>t</button>", "t"),
    (
        "<label for=x>a <select><option>b<option selected>c</select> d</label><input id=x>",
        "a c d",
    ),
    ("<label for=x>a <input value=5 type=number> d</label><input id=x>", "a 5 d"),
    (
        "<label for=x>a <i role=slider aria-valuenow=5 aria-valuetext=five></i></label><input id=x>",
        "a five",
    ),
    ("<h1 id=x>a<img alt=b src=s> <svg><title>c</title></svg></h1>", "ab c"),
    ("<h1 id=x>a<br>b<div>c</div>d</h1>", "a b c d"),
    ("<h1 id=x><b>a</b><i>b</i></h1>", "ab"),
    ("<h1 id=x>a<!-- b --><script>c</script><style>d</style></h1>", "a"),
    ("<h1 id=x>a<template>b</template></h1>", "a"),
    ("<a href=/ id=x><abbr title=b></abbr></a>", "b"),
    ("<p id=x>text</p>", ""),
    ("<li id=x>text</li>", ""),
    ("<table id=x><caption>a</caption><tr><td>b</table>", "a"),
    ("<fieldset id=x><p>z</p><legend>a</legend></fieldset>", "a"),
    ("<figure id=x><figcaption>a</figcaption></figure>", "a"),
    ("<optgroup id=x label=a><option>b</optgroup>", "a"),
    ("<select><option id=x label=a>b</option></select>", "a"),
    ("<input type=reset id=x value=''>", ""),
    ("<input type=image id=x src=s>", "Submit Query"),
    ("<input type=image id=x src=s title=a alt=''>", "a"),
    ("<svg id=x role=img><title>a</title><desc>b</desc></svg>", "a"),
    ("<svg id=x role=img><g><title>a</title></g></svg>", ""),
    (
        "<style>#x::before {content: 'a' / 'b'} #x::after {content: attr(data-c)}</style>"
        "<button id=x data-c=c>t</button>",
        "btc",
    ),
    ("<style>#x::before {content: url('a.png')}</style><button id=x></button>", ""),
    ("<style>#x::before {content: 'a'; display: none}</style><button id=x>b</button>", "b"),
    ("<style>#x::after {content: 'a'; visibility: hidden}</style><button id=x>b</button>", "b"),
    # what stands apart is a word of its own
    ("<style>b {display: block}</style><button id=x>a<i><b>b</b></i>c</button>", "a b c"),
    ("<style>b {display: INLINE-flex}</style><button id=x>a<b>b</b></button>", "ab"),
    ("<style>b {display: revert}</style><button id=x>a<b>b</b></button>", "ab"),
    ("<style>div {display: unset}</style><button id=x>a<div>b</div></button>", "ab"),
    ("<style>div {all: initial}</style><button id=x>a<div>b</div></button>", "ab"),
    ("<style>div {all: revert}</style><button id=x>a<div>b</div></button>", "a b"),
    ("<style>b {float: left}</style><button id=x>a<b>b</b></button>", "a b"),
    ("<style>b {display: INLINE-BLOCK}</style><button id=x>a<b>b</b></button>", "a b"),
    ("<style>b {display: flex}</style><button id=x>a<b>b</b></button>", "a b"),
    # what a browser that plays recordings does not show
    ("<button id=x>a<video>b</video><audio><b>c</b></audio></button>", "a"),
    ("<button id=x>a<canvas>b</canvas></button>", "ab"),
    ("<style>#x::before {content: 'a'; display: none}</style><button id=x></button>", ""),
    # more of each step
    ("<a href=/ id=x style='visibility:hidden'><b style='visibility:visible'>c</b></a>", ""),
    ("<a id=x href=/ aria-labelledby=l></a><p id=l hidden>a<style>c</style></p>", "a"),
    ("<a id=x href=/ aria-labelledby=l></a><p id=l hidden>a<noscript>c</noscript></p>", "a"),
    ("<a id=x href=/ aria-labelledby=l></a><p id=l hidden>a <b inert>c</b></p>", "a c"),
    ("<a id=x href=/>a<b inert>c</b></a>", "a"),
    ("<section id=x aria-labelledby=x title=t>b</section>", "b"),
    ("<a id=x href=/ aria-labelledby=l></a><section id=l title=t>b</section>", "b"),
    ("<h2 id=x>a <i aria-labelledby=l>b</i></h2><p id=l>c</p>", "a c"),
    (
        "<label for=x>Say <textarea>a b</textarea> now</label><input type=checkbox id=x>",
        "Say a b now",
    ),
    ("<h2 id=x>In <input list=l value=a><datalist id=l><option>b</datalist></h2>", "In a"),
    ("<h2 id=x>In <select><option>a<option>b</select></h2>", "In a"),
    ("<h2 id=x>In <div role=listbox><b role=option>a</b></div></h2>", "In"),
    ("<h2 id=x>In <div role=listbox><b role=option aria-selected=true>a</b></div></h2>", "In a"),
    ("<h2 id=x>In <div role=listbox><i aria-selected=true>a</i></div></h2>", "In"),
    ("<h2 id=x>In <div role=combobox><b role=option>a</b></div></h2>", "In"),
    ("<h2 id=x>At <meter title=t>b</meter>c</h2>", "At tc"),
    ("<h2 id=x>At <span role=slider>b</span></h2>", "At b"),
    ("<a href=/ id=x><slot aria-label=b>c</slot></a>", "c"),
    ("<svg><a id=x href=/ xlink:title=b><text></text></a></svg>", "b"),
    ("<svg id=x role=img xlink:title=b></svg>", ""),
    ("<svg id=x role=img title=b></svg>", ""),
    ("<iframe id=x role=none title=t></iframe>", "t"),
    ("<summary id=x><div hidden>a</div></summary>", ""),
    ("<button id=x><i aria-hidden=true>a</i></button>", ""),
    ("<button id=x><b inert>a</b></button>", ""),
    ("<button id=x><meter>a</meter></button>", ""),
    ("<button id=x><section><h2>a</h2></section></button>", "a"),
    ("<section id=x>a</section>", ""),
    ("<meter id=x role=switch>a</meter>", ""),
    ("<a href=/ id=x hidden>a</a>", ""),
    # a reference starts anew, with what was read before and with what refers, its values apart
    ("<h2 id=x><a href=/ id=l><b>c</b>e</a> <b aria-labelledby=l>d</b></h2>", "ce ce"),
    ("<p id=l>a <input type=button id=x aria-labelledby=l value=b> c</p>", "a b c"),
    ("<p id=l>a <img id=x alt=b aria-labelledby=l src=s> c</p>", "a b c"),
    ("<div id=l>a <section id=x aria-labelledby=l>b</section> c</div>", "a b c"),
    ("<p id=l>a <select id=x aria-labelledby=l><option>b</select> c</p>", "a c"),
    ("<p id=l>a <textarea id=x aria-labelledby=l>b</textarea> c</p>", "a c"),
    ("<p id=l>a <input type=search id=x aria-labelledby=l value=b> c</p>", "a c"),
    ("<p id=l>a <input type=number id=x aria-labelledby=l value=3> c</p>", "a c"),
    ("<p id=l>a <meter id=x value=3 aria-labelledby=l>b</meter> c</p>", "a c"),
    ("<p id=l>a <b role=listbox id=x aria-labelledby=l><i role=option>b</i></b> c</p>", "a c"),
    ("<button id=x aria-labelledby='l m'>t</button><i id=l> </i><i id=m> </i>", "t"),
    # a label is read once, by whatever way it is come to; an empty field says what it is called
    ("<h2 id=x><input id=y> <label for=y>a</label></h2>", "a"),
    ("<h2 id=x><button id=y>b</button> <label for=y>a</label></h2>", "a"),
    ("<h2 id=x>a <label>b <input></label></h2>", "a b"),
    ("<h2 id=x>a <input id=y title=c></h2><label for=y>b</label>", "a b"),
    ("<h2 id=x>a <textarea id=y></textarea></h2><label for=y>b</label>", "a b"),
    ("<h2 id=x>a <input type=number id=y></h2><label for=y>b</label>", "a b"),
    ("<label for=x> </label><label for=x> </label><button id=x>b</button>", "b"),
    # the value of every kind of field, and of nothing else
    ("<h2 id=x>a <input type=search value=b aria-label=c></h2>", "a b"),
    ("<h2 id=x>a <textarea aria-label=c>b</textarea></h2>", "a b"),
    ("<h2 id=x>a <b role=meter aria-valuenow=3>c</b></h2>", "a 3"),
    ("<h2 id=x>a <b role=progressbar aria-valuenow=3>c</b></h2>", "a 3"),
    ("<h2 id=x>a <b role=scrollbar aria-valuenow=3>c</b></h2>", "a 3"),
    ("<h2 id=x>a <button value=c>b</button></h2>", "a b"),
    *((f"<input type={kind} id=x placeholder=a>", "a") for kind in PLACEHOLDING),
    ("<input type=date id=x placeholder=a>", ""),
    ("<button id=x placeholder=a></button>", ""),
    # what is blank names nothing
    ("<input id=x placeholder=a title=' '>", "a"),
    ("<a href=/ id=x title=a> <i> </i> </a>", "a"),
    ("<img id=x alt=' ' title=b src=s>", "b"),
    ("<input type=button value=' ' title=b id=x>", "b"),
    ("<svg><a id=x href=/ xlink:title=' '><text>b</text></a></svg>", "b"),
    ("<svg><a id=x href=/><title> </title><text>b</text></a></svg>", "b"),
    ("<svg id=x role=img><title></title><title>a</title></svg>", ""),
    # what is hidden of itself is read in no reference, and a long text to its end
    ("<a href=/ id=x aria-labelledby=l></a><p id=l hidden>a<script>c</script></p>", "a"),
    ("<a href=/ id=x aria-labelledby=l></a><p id=l hidden>a<template>c</template></p>", "a"),
    (f"<h2 id=x>{'<img alt src=s>' * (DEEPEST + 1)}<img alt=a src=s></h2>", "a"),
    ("<details><summary id=x role=group>a</summary></details>", ""),
    # the same tags, where their content does not name them
    ("<a id=x>a</a>", ""),
    ("<a id=x><b>a</b></a>", ""),
    ("<a href=/ id=x role=group>a</a>", ""),
    ("<h2 id=x role=none>a</h2>", ""),
    ("<a href=/ id=x aria-labelledby=l></a><a id=l>a</a>", "a"),
    ("<svg><a id=x xlink:href=/><text>a</text></a></svg>", "a"),
]


@pytest.mark.parametrize(("html", "expected"), NAMES)
def test_the_first_step_that_gives_something_names(html: str, expected: str) -> None:
    assert name(html) == expected


@pytest.mark.parametrize(("html", "expected"), NAMES)
def test_whether_there_is_a_name_is_told_without_it(html: str, expected: str) -> None:
    page = Page(parse(html))
    assert page.has_name(page.by_id("x")) == bool(expected)


def test_a_long_text_is_read_to_its_end() -> None:
    gone = "<i style=visibility:hidden>b</i>" * (DEEPEST + 1)
    shown = "<i style=visibility:hidden><input value=a style=visibility:visible></i>"
    assert name(f"<h2 id=x>{gone}{shown}</h2>") == "a"


def test_elements_of_all_rules_have_a_name_where_it_is_not_empty(root: Path) -> None:
    for file in sorted(root.glob("tests/rules/*/*/*.html")):
        document = parse(file.read_bytes()).flat
        asked, named = Page(document), Page(document)
        for element in document.elements:
            assert asked.has_name(element) == bool(named.name(element)), f"{file}: {element}"


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("<a href=/ id=x aria-describedby='gone d' title=t>a</a>", "b"),
        ("<a href=/ id=x aria-describedby=gone aria-description=c title=t>a</a>", "c"),
        ("<a href=/ id=x aria-description=' ' title=t>a</a>", "t"),
        ("<a href=/ id=x title=t></a>", ""),
    ],
)
def test_a_description_comes_from_its_own_attribute_or_the_tooltip(
    link: str, expected: str
) -> None:
    page = Page(parse(f"<p id=d>b</p>{link}"))
    assert describe(page.by_id("x"), page) == expected


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("'a' 'b'", "ab"),
        ("none", ""),
        ('"\\201C" "x"', "“x"),
        ('url(a.png) / "alt"', "alt"),
        ("counter(c) '. '", ". "),
        ("url('a.png')", ""),
        ("url(a/b.png) 'x'", "x"),
        ("attr(data-x) '!'", "why!"),
        ("attr(DATA-X string, 'none')", "why"),
        ("attr(data-y)", ""),
        ('"a / b"', "a / b"),
        ('"a\\"b"', 'a"b'),
        ("'open", "open"),
        ("'a\\\nb'", "ab"),
        ("'\\0 a'", "\ufffda"),
        ("'\\d800 a'", "\ufffda"),
        ("'\\110000 a'", "\ufffda"),
    ],
)
def test_generated_content_is_read(content: str, text: str) -> None:
    element = parse("<p data-x=why>", fragment=True).elements[0]
    assert generated_text(content, element) == text
