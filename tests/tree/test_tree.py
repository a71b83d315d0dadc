# SPDX-License-Identifier: AGPL-3.0-or-later
"""The tree is the standard's, with positions, for any bytes."""

from __future__ import annotations

import pytest
from havenpress.tree import decode, parse, splice, strip_attribute
from hypothesis import given, settings
from hypothesis import strategies as st

PAGE = '<!doctype html>\r\n<html lang="en">\n<p  class=a>One <b>two</b></p>\n'


def names(html: str | bytes) -> list[str]:
    return [element.tag for element in parse(html).elements]


def test_implied_elements_are_there_without_a_position() -> None:
    body = parse("<p>x").by_tag["body"][0]
    assert (body.line, body.column, body.start_tag) == (0, 0, None)


def test_lines_and_columns_count_from_one_and_cr_lf_is_one_line_end() -> None:
    bold = parse(PAGE).by_tag["b"][0]
    assert (bold.line, bold.column) == (3, 17)


def test_offsets_slice_the_start_tag_out_of_the_source_as_given() -> None:
    document = parse("\ufeff" + PAGE)
    start, end = document.by_tag["p"][0].start_tag
    assert document.source[start:end] == "<p  class=a>"


def test_unclosed_paragraphs_are_siblings() -> None:
    first, second = parse("<p>a<p>b").by_tag["p"]
    assert first.parent is second.parent


def test_inert_content_of_a_template_is_left_out() -> None:
    assert names("<template><p>a</p></template><i>b</i>") == [
        "html",
        "head",
        "template",
        "body",
        "i",
    ]


def test_nodes_are_elements_and_texts_without_comments() -> None:
    paragraph = parse("<p>a<!-- c --><b>x</b>d").by_tag["p"][0]
    assert [node if isinstance(node, str) else node.tag for node in paragraph.nodes] == [
        "a",
        "b",
        "d",
    ]


def test_descendants_stop_at_the_end_of_the_element() -> None:
    document = parse("<div><p><b>x</b></p></div><i>y</i>")
    assert [e.tag for e in document.by_tag["div"][0].descendants] == ["p", "b"]


def test_a_fragment_has_no_implied_page() -> None:
    assert [e.tag for e in parse("<td>a<td>b", fragment=True).elements] == ["td", "td"]


def test_a_selector_finds_its_element_again() -> None:
    document = parse("<ul><li>a<li>b</ul><ul><li id=x>c</ul>")
    for element in document.elements:
        assert document.select(element.selector) == [element]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"\xef\xbb\xbfa\xc3\xa9", "\ufeffaé"),
        ("aé".encode("utf-16"), "aé"),
        (b'<meta charset="windows-1252">\xe9', '<meta charset="windows-1252">é'),
        (b"\xe9", "é"),
    ],
)
def test_bytes_are_decoded_as_the_standard_says(raw: bytes, text: str) -> None:
    assert decode(raw) == text


def test_strip_takes_the_attribute_and_the_space_before_it() -> None:
    html = '<p id=a data-x="1"  class="b">t</p>'
    assert strip_attribute(html, "data-x") == '<p id=a  class="b">t</p>'


@pytest.mark.parametrize(
    "kept",
    [
        "<p>data-x</p>",
        '<pre>&lt;p data-x="1"&gt;</pre>',
        '<!-- <p data-x="1"> -->',
        "<script>'<p data-x=1>'</script>",
        "<p title=' data-x=1 '>t</p>",
        "<p data-xy=1>",
        "<textarea><p data-x=1></textarea>",
    ],
)
def test_strip_keeps_what_is_not_the_attribute(kept: str) -> None:
    assert strip_attribute(kept, "data-x") == kept


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<html data-x=1><html data-x=2>", "<html><html>"),
        ("<p><tr data-x='a>b' id=c>", "<p><tr id=c>"),
        ('<p data-x=1 data-x="2">', "<p>"),
        ("<b data-x=1><p>x</b>y", "<b><p>x</b>y"),
        ("<template><p data-x=1></template>", "<template><p></template>"),
        ("<p\r\n data-x=1\r\n id=a>\r\n<i data-x>", "<p\r\n id=a>\r\n<i>"),
        ("\ufeff<p data-x=1>", "\ufeff<p>"),
        ("<br data-x=1/>", "<br>"),
    ],
)
def test_strip_reaches_every_start_tag(before: str, after: str) -> None:
    assert strip_attribute(before, "data-x") == after


def test_bytes_that_are_not_utf8_stay_as_they_are() -> None:
    raw = b"\xff\xe9\x00<p data-x='\xfe'>\x80"
    assert strip_attribute(raw, "data-x") == b"\xff\xe9\x00<p>\x80"


def test_splice_counts_characters() -> None:
    assert splice("é<p>".encode(), [(1, 4, "<b>")]) == "é<b>".encode()


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_bytes_have_a_tree(raw: bytes) -> None:
    assert parse(raw).root.tag == "html"


@given(st.text(alphabet="<>/ \"'=abx-!\r\n&;\x00é", max_size=200))
@settings(max_examples=300, deadline=None)
def test_stripping_leaves_every_other_element_as_it_was(text: str) -> None:
    html = text + "<i data-x=1>"
    stripped = strip_attribute(html, "data-x")
    assert names(stripped) == names(html)


@pytest.mark.parametrize(
    "html", ["<div>" * 50_000, "<b><p>" * 20_000, "<a>" * 50_000, "<table><b>" * 20_000]
)
def test_deep_pages_are_read_whole(html: str) -> None:
    assert len(parse(html).elements) >= 20_000


def test_attributes_are_as_written() -> None:
    element = parse("<p class=' a  b' hidden rel='x\ty' title=t title=u>").by_tag["p"][0]
    assert element.get("class") == " a  b"
    assert element.get("rel") == "x\ty"
    assert (element.get("hidden"), element.get("title")) == ("", "t")
    assert (element.get("id"), element.get("id", "none")) == (None, "none")
    assert list(element) == ["class", "hidden", "rel", "title"]


@pytest.mark.parametrize(
    ("content", "only", "text"),
    [
        ("", False, ""),
        ("one", True, "one"),
        ("one<!-- -->", False, "one"),
        ("one<!-- -->two", False, "onetwo"),
        ("one<br>", False, "one"),
        ("<b>one</b>", False, "one"),
    ],
)
def test_texts(content: str, only: bool, text: str) -> None:
    element = parse(f"<p>{content}</p>").by_tag["p"][0]
    assert (bool(element.only_text), element.text) == (only, text)


def test_children_are_the_elements_right_inside() -> None:
    document = parse("<ul><li>a<b>c<i>d</i></b></li>x<li><!-- e --></li></ul><p>")
    assert [e.tag for e in document.by_tag["ul"][0].children] == ["li", "li"]
    assert [e.tag for e in document.by_tag["body"][0].children] == ["ul", "p"]
    assert document.by_tag["i"][0].children == []
