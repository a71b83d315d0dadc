# SPDX-License-Identifier: AGPL-3.0-or-later
"""Findings stand at the line that somebody wrote, and any input gives findings or none."""

from __future__ import annotations

import gc

import pytest
from havenpress.accessibility import check
from havenpress.tree import Element, parse
from hypothesis import given, settings
from hypothesis import strategies as st

PICTURE = '<img src="a.jpg">'


def one(html: str | bytes, **options: object):
    found = check(html, select={"image-alt"}, **options)
    assert len(found) == 1
    return found[0]


def test_without_an_annotation_the_page_is_named() -> None:
    found = one(f"<p>x</p>\n<p>{PICTURE}", file="out/index.html")
    assert (found.file, found.line, found.column) == ("out/index.html", 2, 4)
    assert (found.page, found.snippet) == ("out/index.html", PICTURE)
    assert found.wcag == (("1.1.1", "A"),)
    assert found.act == ("23a2a8",)


@pytest.mark.parametrize(
    ("annotation", "place"),
    [
        ("content/posts/a.md:7", ("content/posts/a.md", 7, 0)),
        ("content/posts/a.md:7:3", ("content/posts/a.md", 7, 3)),
        ("content/odd:name.md:12", ("content/odd:name.md", 12, 0)),
    ],
)
def test_an_annotation_around_it_names_the_source(annotation: str, place: tuple) -> None:
    found = one(f'<div data-hp-src="{annotation}"><p>{PICTURE}', file="out/a.html")
    assert (found.file, found.line, found.column) == place
    assert found.page == "out/a.html"


def test_the_nearest_annotation_wins() -> None:
    html = f'<div data-hp-src="a.md:1"><p data-hp-src="b.md:2">{PICTURE}'
    assert one(html).file == "b.md"


def test_columns_are_those_of_the_page_without_annotations() -> None:
    html = f'<p data-hp-src="a.md:1">x</p>{PICTURE}'
    assert one(html, file="a.html").column == len("<p>x</p>") + 1


def test_the_snippet_has_no_annotation() -> None:
    assert one('<img data-hp-src="a.md:1" src="a.jpg">').snippet == PICTURE


def test_a_fragment_needs_no_title_and_no_language() -> None:
    assert check("<p>Hello</p>", fragment=True) == []
    assert {found.rule for found in check("<p>Hello</p>")} >= {
        "html-lang",
        "page-title",
    }


def test_rules_are_selected_and_ignored() -> None:
    assert {f.rule for f in check("<p>x", select={"html-lang"})} == {"html-lang"}
    assert "html-lang" not in {f.rule for f in check("<p>x", ignore={"html-lang"})}


def test_style_sheets_of_the_site_count() -> None:
    html = f'<p class="gone">{PICTURE}</p>'
    assert check(html, select={"image-alt"}, stylesheets=[".gone { display: none }"]) == []
    assert one(html, stylesheets=["@media print { .gone { display: none } }"])


@pytest.mark.parametrize(
    "html",
    [
        b"",
        b"\x00",
        b"\xff\xfe\xff",
        b"<",
        b"<svg><title>x",
        b"<frameset><frame src=x></frameset>",
        b"<template><img></template>",
        "<div>" * 50_000,
        "<span>" * 50_000 + "</div>" * 50_000,
        "<button><p>" * 20_000,
        "<ul><li><a href=x>" * 20_000,
        "<a href=x>A</a><a href=y>A</a>" * 5_000,
        "<b><a href=a.pdf>x" * 10_000,
        "<a href=a.pdf>x</a>" * 10_000,
        "<table><tr><th>" * 5_000,
        "<details><summary>x</summary>" * 20_000,
        "<p lang=es>hola" * 20_000,
        "<div lang=es>hola" * 20_000,
        "<p data-hp-src='a.md:3:1'>" + "<img src=x>" * 20_000,
        "<!-- allow image-alt until 2999-01-31: why --><img src=q>" * 10_000,
        "<label for=a><input type=checkbox id=a></label>" * 5_000,
        "".join(f"<label for=i{n}><input type=checkbox id=i{n + 1}></label>" for n in range(3000)),
        '<p id=a aria-labelledby=a><a href=x aria-labelledby="a a b" id=b>',
        "<h2><i style='visibility:hidden'>" + "<b>" * 5_000,
        "".join(
            f"<label for=i{n}>{f'<b aria-labelledby=i{n + 1}></b>' * 2}</label><button id=i{n}></button>"
            for n in range(300)
        ),
        "<style>" + "a{" * 20_000 + "</style>",
        "<style>" + ":is(" * 5_000 + "</style><a style='color:var(--a)'>",
        "<p style='--a:var(--b);--b:var(--a);color:var(--a)'>x",
        "<td colspan=99999999 rowspan=99999999>x",
        "<table><tr><td colspan=1000 rowspan=60000>" * 300,
        "<p lang='" + "a-" * 50_000 + "'>x",
        "<select size=²><option>x</select><table><tr><td colspan=²>x",
        f"<p tabindex={'9' * 5_000} data-hp-src='a:{'9' * 5_000}'><img src=x>",
        "<p style='font-weight:²;color:#999'>xx",
        "<p style='position:absolute;clip:rect(1.2.3px, 0, 0, ..)'>x",
        "<div><template shadowrootmode=open><slot></slot>" * 5_000,
        "<div><template shadowrootmode=open><slot></slot></template>" * 5_000,
        f"<p>x</p><script>{'a.attachShadow({' * 6_000}</script>",
        f"<p>x</p><script>{'a' * 99_000}.attachShadow</script>",
    ],
    ids=lambda html: repr(html[:30]),
)
def test_hard_pages_give_findings_and_no_traceback(html: str | bytes) -> None:
    assert isinstance(check(html), list)


@given(st.binary(max_size=400))
@settings(max_examples=100, deadline=None)
def test_any_bytes(raw: bytes) -> None:
    assert isinstance(check(raw), list)


@pytest.mark.parametrize(
    ("html", "level"),
    [
        ("<p>Our houses: <a href=/a>House</a> <b><a href=/b>House</a></b>.</p>", "review"),
        ("<p><a href=/a>House</a> by the sea, <a href=/b>House</a></p>", "warning"),
        ("<p><a href=/a>House</a>, <b><a href=/b>House</a> by the sea</b></p>", "warning"),
        ("<p><i><a href=/a>House</a></i> old, <a href=/b>House</a></p>", "warning"),
        ("<p><img src=a alt=''><br><a href=/a>House</a> <a href=/b>House</a></p>", "warning"),
        ("<p><a href=/a>House</a> (1), <a href=/b>House</a> (2)</p>", "warning"),
        ("<p><a href=/a><img alt=House></a> <a href=/b><img alt=House></a></p>", "warning"),
        (
            "<p><img alt=x usemap='#m'><map name=m><area href=/a alt=x><area href=/b alt=x>",
            "warning",
        ),
        ("<ul><li><a href=/a>House</a> <a href=/b>House</a></ul>", "warning"),
        ("<ul><li><a href=/a>House</a> <a href=/b title=Oslo>House</a></ul>", "review"),
        (
            "<ul><li><a href=/a title=Bergen>House</a> <a href=/b title=Oslo>House</a></ul>",
            "review",
        ),
        (
            "<ul><li><a href=/a title='a house'>House</a> <a href=/b title=' a  house'>House</a></ul>",
            "warning",
        ),
        (
            "<p><a href=/a aria-label=House>Bergen</a> <a href=/b aria-label=House>Oslo</a></p>",
            "warning",
        ),
        (
            "<p><a href=/a aria-label=House>Room 1</a> <a href=/b aria-label=House>Room 2</a></p>",
            "warning",
        ),
        (
            "<p><a href=/a aria-label=House>Our Room</a> <a href=/b aria-label=House>our<br>room»</a></p>",
            "review",
        ),
        ("<p><a href=/a>House</a> <a href=/b aria-label=House></a></p>", "review"),
        (
            "<style>a {background: url(a)}</style><a href=/a>House</a> <a href=/b>House</a>",
            "warning",
        ),
    ],
)
def test_links_that_nobody_or_only_a_title_tells_apart_are_for_review(
    html: str, level: str
) -> None:
    found = check(f"<div>{html}</div>", select={"same-link-same-target"})
    assert [f.level for f in found] == [level]


@pytest.mark.parametrize(
    ("script", "levels"),
    [
        ("", ["error", "error"]),
        ("document.title = 'Shelters'", ["error", "review"]),
        ("if (document.title == '') x()", ["error", "error"]),
        ("document.documentElement.lang = 'en'", ["review", "error"]),
        ("document.documentElement.setAttribute('lang', 'en')", ["review", "error"]),
        ("if (document.documentElement.lang === 'en') x()", ["error", "error"]),
    ],
)
def test_a_title_or_language_that_a_script_gives_is_for_review(script: str, levels: list) -> None:
    pages = (f"<p>x</p><script>{script}</script>", f"<title></title><script>{script}</script>")
    for page in pages:
        found = [check(page, select={rule}) for rule in ("html-lang", "page-title")]
        assert [finding.level for (finding,) in found] == levels


@pytest.mark.parametrize(
    ("terms", "level"),
    [("<dt>House<dd>To stay<dt>Bed", "warning"), ("<dt>House<dt>Bed", "error")],
)
def test_one_term_of_which_nothing_is_said_is_less_than_a_list_of_them(
    terms: str, level: str
) -> None:
    found = check(f"<dl>{terms}</dl>", select={"list-content"})
    assert [f.level for f in found] == [level]


def test_content_in_another_landmark_than_main_is_for_review() -> None:
    menu = "<title>x</title><nav><a href=/x>Help</a></nav>"
    where = {
        "without": "<div>",
        "named": "<section aria-label=Shelters>",
        "form": "<form>",
        "named form": "<form aria-label=Shelters>",
    }
    levels = {
        kind: [f.level for f in check(f"{menu}{part}<p>Three beds", select={"landmark-main"})]
        for kind, part in where.items()
    }
    assert levels == {
        "without": ["warning"],
        "named": ["review"],
        "form": ["warning"],
        "named form": ["review"],
    }


@pytest.mark.parametrize(
    ("html", "level"),
    [
        ("<p>Three beds</p><nav><a href=/x>Help</a></nav>", "review"),
        ("<nav><a href='#beds'>Beds</a> <a href=tel:112>Call</a></nav><p id=beds>Three", "review"),
        ("<nav><a href='#beds'>Beds</a></nav><p onclick='go()' id=beds>Three", "warning"),
        ("<nav><a href=''>Beds</a> <map><area href=/x></map></nav><p>Three beds", "warning"),
    ],
)
def test_a_page_with_nothing_to_be_bypassed_is_for_review(html: str, level: str) -> None:
    found = check(f"<title>x</title>{html}", select={"landmark-main"})
    assert [f.level for f in found] == [level]


@pytest.mark.parametrize(
    ("control", "level"),
    [
        ("", "error"),
        ("<button hidden>Pause</button>", "error"),
        ("<a href='#' onclick='count()'>Pause</a>", "error"),
        ("<a href='#' onclick='v.pause()'></a>", "error"),
        ("<button>Pause</button>", "error"),
        ("<button>Pause</button><script>count()</script>", "error"),
        ("<button>Pause</button><script src=x.js></script>", "review"),
        ("<button id=b>Pause</button><script>b.onclick = () =>\n v.pause()</script>", "review"),
        ("<script>v.onplay = function () { v.pause() }</script>", "error"),
        ("<script>const v = find('v');\nv.muted = true</script>", "review"),
        ("<a href='#' onclick='v.pause()'>Pause</a>", "review"),
        ("<label><input type=checkbox onclick='v.muted = true'>Mute</label>", "review"),
    ],
)
def test_a_recording_that_the_page_may_stop_is_for_review(control: str, level: str) -> None:
    page = f"<title>x</title><video id=v autoplay src=a.mp4></video>{control}"
    assert [f.level for f in check(page, select={"autoplay-control"})] == [level]


def test_a_button_in_a_part_of_a_page_may_stop_a_recording() -> None:
    part = "<video autoplay src=a.mp4></video><button>Pause</button>"
    found = check(part, fragment=True, select={"autoplay-control"})
    assert [f.level for f in found] == ["review"]


@pytest.mark.parametrize(
    ("script", "level"),
    [
        ("v.pause()", "review"),
        ("v.muted = false", "warning"),
        ("b.onclick = () => v.pause()", "warning"),
        ("b.addEventListener('click', function () { if (v) { v.pause() } })", "warning"),
    ],
)
def test_a_recording_that_a_script_silences_at_once_is_for_review(script: str, level: str) -> None:
    page = f"<title>x</title><video id=v autoplay src=a.mp4></video><script>{script}</script>"
    assert [f.level for f in check(page, select={"autoplay-none"})] == [level]


UNMARKED = {
    "<textarea></textarea>": "review",
    "<input type=date>": "review",
    "<p contenteditable>x</p>": "review",
    "<a href=/x>x</a><script>menu.addEventListener('focusin', mark)</script>": "review",
    "<input readonly>": "error",
    "<input type=range>": "error",
    "<style>input { caret-color: transparent }</style><input>": "error",
    "<a href=/x>x</a><script>menu.addEventListener('click', mark)</script>": "error",
}


@pytest.mark.parametrize("html", UNMARKED)
def test_a_focus_that_a_caret_or_a_script_may_mark_is_for_review(html: str) -> None:
    page = f"<style>:focus {{ outline: none }}</style>{html}"
    assert [f.level for f in check(page, select={"focus-visible"})] == [UNMARKED[html]]


@pytest.mark.parametrize(("cells", "levels"), [(1, ["warning"]), (2, ["error", "error"])])
def test_a_lone_header_cell_heads_nothing(cells: int, levels: list[str]) -> None:
    page = f"<table><tr>{'<th>Town</th>' * cells}</tr></table>"
    assert [f.level for f in check(page, select={"table-header-cells"})] == levels


@pytest.mark.parametrize(("script", "level"), [("dialog.showModal()", "review"), ("x()", "error")])
def test_a_frame_that_a_dialog_may_make_inert_is_for_review(script: str, level: str) -> None:
    frame = "<iframe tabindex=-1 srcdoc='<a href=/x>Help</a>'></iframe>"
    found = check(f"{frame}<script>{script}</script>", select={"iframe-focus"})
    assert [f.level for f in found] == [level]


def test_a_page_in_a_frame_is_judged_at_the_place_of_the_frame() -> None:
    found = one(f"<p>x</p>\n<iframe title=a srcdoc='{PICTURE}'></iframe>", file="a.html")
    assert (found.file, found.line, found.column) == ("a.html", 2, 1)
    assert found.message == "in this frame the picture has no description"


def test_a_page_in_a_frame_needs_no_title_and_no_language() -> None:
    rules = {
        found.rule for found in check("<iframe title=a srcdoc='<p>x'></iframe>", fragment=True)
    }
    assert rules == set()


def test_frames_in_frames_have_an_end() -> None:
    html = PICTURE
    for _ in range(6):
        html = f'<iframe title=a srcdoc="{html.replace("&", "&amp;").replace(chr(34), "&quot;")}"></iframe>'
    assert check(html, select={"image-alt"}) == []


def count_elements() -> int:
    return sum(isinstance(known, Element) for known in gc.get_objects())


def test_a_page_is_freed_at_once_without_a_search_for_cycles() -> None:
    gc.collect()
    before = count_elements()
    gc.disable()
    try:
        one(f"<p>x</p>\n<p>{PICTURE}")
        assert count_elements() == before
        assert not gc.isenabled()  # as it was found
    finally:
        gc.enable()
    one(PICTURE)
    assert gc.isenabled()


def test_a_tree_that_is_given_stays_whole() -> None:
    document = parse(PICTURE)
    assert one(document) == one(document)
    assert [element.tag for element in document.elements] == ["html", "head", "body", "img"]


@pytest.mark.parametrize(
    ("more", "level"),
    [
        ("", "error"),
        ("<script src=x.js></script>", "review"),
        ("<style>#on:checked ~ a { left: 0 }</style>", "review"),
    ],
)
def test_a_link_that_a_script_or_a_state_may_show_is_for_review(more: str, level: str) -> None:
    page = f"<style>a {{ position: absolute; left: -999em }}</style>{more}<a href=/x>Help</a>"
    assert [f.level for f in check(page, select={"focus-visible"})] == [level]


@pytest.mark.parametrize("part", ["<li>Monday</li>", "<div><dt>Day</dt><dd>Monday</dd></div>"])
def test_of_items_in_a_part_of_a_page_nobody_knows_the_list(part: str) -> None:
    assert check(part, fragment=True) == []
    assert {f.rule for f in check(f"<section>{part}</section>", fragment=True)} == {
        "list-item-place"
    }


def test_of_a_custom_element_in_a_part_of_a_page_nobody_knows_the_script() -> None:
    part = "<my-thing aria-label=a>b</my-thing>"
    assert check(part, fragment=True, select={"aria-attribute-prohibited"}) == []
