# SPDX-License-Identifier: AGPL-3.0-or-later
"""The cascade, what it hides, and the colours it gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from havenpress.accessibility.css.colours import contrast, over, read_colour
from havenpress.accessibility.css.lengths import font_size, to_pixels
from havenpress.accessibility.css.media import Screen, holds, media_holds
from havenpress.accessibility.css.painting import HIGHEST, painted_texts
from havenpress.accessibility.css.selection import Selection, is_idle
from havenpress.accessibility.css.sheets import parse_sheet, specificity, split_list
from havenpress.accessibility.css.visibility import inner_text, shows_text
from havenpress.accessibility.page import Page
from havenpress.tree import parse

PARAGRAPH = "<p id=x class=a>t"
_LINES = (Path(__file__).parent / "conditions.txt").read_text(encoding="utf-8").splitlines()
CONDITIONS = [(line[4:], line.startswith("yes")) for line in _LINES if not line.startswith("#")]


def value(css: str, name: str = "color", body: str = PARAGRAPH) -> str | None:
    page = Page(parse(f"<html lang=en><style>{css}</style>{body}"))
    return page.styles.value(page.by_id("x"), name)


CASCADE = [
    ("p{color:red} .a{color:blue}", "blue"),
    (".a{color:blue} p{color:red}", "blue"),
    ("body{color:red} p{color:revert}", "red"),
    ("body{color:red} p{color:initial}", None),
    ("#x{color:green} p.a{color:red}", "green"),
    ("p{color:red!important} #x{color:blue}", "red"),
    ("p{color:red} p{color:blue}", "blue"),
    ("body{color:red}", "red"),
    ("@media print{p{color:red}} p{color:blue}", "blue"),
    ("p{color:blue} @media screen and (min-width:40em){p{color:red}}", "red"),
    ("p{color:blue} @media (prefers-color-scheme:dark){p{color:red}}", "blue"),
    ("p{color:blue} @media (-odd-feature:active){p{color:red}}", "blue"),
    ("@layer b{#x{color:red}} p{color:blue}", "blue"),
    ("@layer a,b; @layer b{p{color:red}} @layer c{p{color:blue}}", "blue"),
    ("@layer a,b; @layer b{p{color:blue}} @layer a{p{color:red}}", "blue"),
    ("@layer a; @media screen{@layer b{p{color:blue}} @layer a{p{color:red}}}", "blue"),
    ("@layer a{p{color:red} @layer b{p{color:blue}}}", "red"),
    ("@layer a{p{x:y}} @layer b{p{color:blue}} @layer a.c{p{color:red}}", "blue"),
    ("@layer a{p{color:red!important} @layer b{p{color:blue!important}}}", "blue"),
    ("p{color:red} @media all{p{color:blue", "blue"),
    ("<!-- p{color:blue} -->", "blue"),
    ("body{& p{color:red} color:blue}", "red"),
    (".a{color:red;&:hover{color:blue}}", "red"),
    (":root{--c:red} p{color:var(--c)}", "red"),
    ("p{color:var(--none, var(--also, blue))}", "blue"),
    (":root{--a:var(--b);--b:var(--a)} p{color:var(--a)}", ""),
    ("p::before{color:red} p{color:blue}", "blue"),
    ("/* p{color:red} */ p{color:blue}", "blue"),
    ("p{content:'}'; color:blue}", "blue"),
    ("p{color:red;;} q{}", "red"),
    ("p{color:red}} p{color:blue} p{top:0}", "red"),
    ("p{color:inherit} body{color:green}", "green"),
    ("p{color:blue} @scope (.b){p{color:red}}", "blue"),
    ("p{color:blue} @scope(body){p{color:red}}", "red"),
    ("p{color:blue} @scope (.b, body) to (p){p{color:red}}", "blue"),
    ("p{color:blue} @scope (body) to (:scope > p){p{color:red}}", "blue"),
    ("p{color:blue} @scope (.a){:scope{color:red}}", "red"),
    ("@scope (.a){color:red}", "red"),
    ("p{color:blue} @scope (#x){.a{color:red}}", "blue"),
    ("p{color:blue} @scope (body){& > p{color:red}}", "red"),
    ("p{color:blue} @scope (body){@media all{p{color:red}}}", "red"),
    ("p{color:blue} @scope (body){@scope (p){:scope{color:red}}}", "red"),
    ("p{color:blue} @scope (p){@scope (p){:scope{color:red}}}", "blue"),
    ("p{color:blue} p:defined{color:red}", "red"),
    ("p{color:blue} p:not(:defined){color:red}", "blue"),
    ("p{color:blue} p >{color:red}", "blue"),
    ("p{color:blue} ,p{color:red}", "blue"),
    ("p{color:blue} p{color:redd}", "blue"),
    ("p{color:blue} @scope (body){div{p{color:red}}}", "blue"),
    ("p{color:blue} @scope (body){> p{color:red}}", "red"),
    ("@scope (body){p{color:red}} p{color:blue}", "red"),
    ("@scope (body){p{color:red}} p.a{color:blue}", "blue"),
    ("p{color:blue} @scope (body){body > p{color:red}}", "blue"),
    ("p{color:blue} @scope (html){body > p{color:red}}", "red"),
    ("p{color:blue} @scope (.a){& {color:red}}", "blue"),
    # a nested rule, and what stands behind it
    ("p{&.a{color:red} color:blue}", "red"),
    ("p{&{color:red} color:blue}", "blue"),
    (".a{color:blue;p&{color:red}}", "red"),
    ("p{color:blue;&p{color:red}}", "blue"),
    (".a{color:blue;&x{color:red}}", "blue"),
    # one selector that nobody understands takes the others with it
    ("p{color:blue} p, *q{color:red}", "blue"),
    ("p{color:blue} p,{color:red}", "blue"),
    ("p{color:blue} p, q::-moz-selection{color:red}", "blue"),
    ("p{color:blue} p, q::-webkit-odd, q:popover-open{color:red}", "red"),
    ("p{color:blue} p, .md\\:hover\\:q{color:red}", "red"),
    ("p{color:blue} p, q:not(:has(> b)) > :hover{color:red}", "red"),
    # how specific
    (".a:not(.b){color:blue} :lang(en){color:red}", "blue"),
    ("p.a{color:blue} :lang(en){color:red}", "blue"),
    ("p:lang(en){color:blue} .a:not(i){color:red}", "red"),
    ("p.a{color:red} .a:nth-child(1 of .a){color:blue}", "blue"),
]


@pytest.mark.parametrize(("css", "expected"), CASCADE)
def test_the_cascade_decides(css: str, expected: str | None) -> None:
    assert value(css) == expected


def test_a_scope_without_a_root_is_taken_to_be_the_page() -> None:
    """As it is in a sheet that is linked; in one of the page it would be what is around that."""
    assert value("p{color:blue} @scope{p{color:red}}") == "red"


def test_a_style_attribute_wins_unless_the_sheet_insists() -> None:
    body = "<p id=x style='color:red'>t"
    assert value("#x{color:blue}", body=body) == "red"
    assert value("#x{color:blue!important}", body=body) == "blue"


@pytest.mark.parametrize(
    ("shorthand", "name", "expected"),
    [
        ("background: red url(a.png) no-repeat", "background-color", "red"),
        ("background: url(a.png)", "background-color", "transparent"),
        ("background: linear-gradient(red, blue)", "background-image", None),
        ("font: bold 12px/1.5 serif", "font-size", "12px"),
        ("font: bold 12px/1.5 serif", "line-height", "1.5"),
        ("font: italic 14pt serif", "font-weight", "normal"),
        ("font: 400 0/0 a", "font-size", "0"),
        ("block-size: 3px", "height", "3px"),
        ("overflow: hidden scroll", "overflow-y", "scroll"),
        ("background: #fff linear-gradient(red, blue)", "background-image", None),
        ("background: url(a) no-repeat #fff", "background-image", "url(a) no-repeat #fff"),
        ("margin: 1px 2px", "margin-left", "2px"),
        ("inset: 1px 2px 3px 4px", "left", "4px"),
        ("inset: 1px 2px 3px", "left", "2px"),
    ],
)
def test_shorthands_are_taken_apart(shorthand: str, name: str, expected: str | None) -> None:
    found = value(f"p{{{shorthand}}}", name)
    assert found == (expected or "linear-gradient(red, blue)")


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ("p", (0, 0, 1)),
        ("#a .b > c:hover", (1, 2, 1)),
        (":is(#a, p) b", (1, 0, 1)),
        (":where(#a) b", (0, 0, 1)),
        ("a:not(.b)::before", (0, 1, 2)),
        ("[type='a.b#c']", (0, 1, 0)),
        ("a:lang(en):nth-of-type(odd)", (0, 2, 1)),
        (".md\\:q", (0, 1, 0)),
        (":nth-child(2 of .a b)", (0, 2, 1)),
    ],
)
def test_specificity_counts_as_selectors_say(selector: str, expected: tuple) -> None:
    assert specificity(selector) == expected


def test_broken_style_sheets_end() -> None:
    for css in ("a{", "a{b:c", "@media", "}}}}", "a{b:'c", "a[", "/*", "@media x{" * 500):
        assert isinstance(parse_sheet(css), tuple)


def test_selectors_inside_of_one_another_end() -> None:
    assert specificity(":is(" * 5_000 + "p" + ")" * 5_000) == (0, 0, 0)
    many = "a," * 500 + "b"
    for css in (
        "p{" + "& &{color:red;" * 14 + "}" * 15,  # each level says the one above it twice
        f"@scope ({many}) to ({'&,' * 500}b){{p{{color:red}}}}",
        f"@scope ({many}){{{'&,' * 500}b{{color:red}}}}",
    ):
        assert all(len(rule.selector) < 10_000 for rule in parse_sheet(css))


def test_lists_are_split_outside_of_brackets_and_strings() -> None:
    assert split_list("a(b, c), 'd,e', f") == ["a(b, c)", "'d,e'", "f"]


OUT_OF_SIGHT = [
    "display:none",
    "visibility:hidden",
    "opacity:0",
    "position:absolute;left:-9999px",
    "position:absolute;clip:rect(0 0 0 0)",
    "position:absolute;width:1px;height:1px;overflow:hidden",
    "clip-path:inset(50%)",
    "clip-path:inset(51% 0)",
    "clip-path:circle(0px)",
    "clip-path:polygon(0 0, 0 0, 0px 0px)",
    "text-indent:-9999px",
    "margin-left:-9999px",
    "margin:-999em 0 0",
    "margin:0 0 0 -9999px",
    "transform:translateX(-9999px)",
    "transform:translate(0, -999em)",
    "translate:-9999px",
    "position:relative;top:-999em",
    "scale:0",
    "content-visibility:hidden",
    "filter:opacity(0)",
    "filter:blur(1px) opacity(0%)",
    "position:relative;left:-9999px",
    "position:fixed;inset:-100vh auto auto",
    "transform:translate(0, calc(-1 * 1000px))",
    "transform:rotate(9deg) scale3d(0, 0, 0)",
    "transform:matrix(0, 0, 0, 0, 0, 0)",
    "translate:-1000px 0",
    "clip-path:inset(0 0 100% 0)",
    "clip-path:circle(0px at 50%)",
    "clip-path:polygon(0 0, 0 0, 0 0)",
    "text-indent:100%;overflow:hidden;white-space:nowrap",
    "overflow-y:hidden;height:0",
    "overflow:hidden;block-size:0",
    "overflow:hidden;max-inline-size:0",
    "margin-inline-start:-9999px",
    "position:absolute;inset-block-start:-9999px",
    "position:absolute;inset-inline-start:-9999px",
    "position:absolute;right:9999px",
    "position:absolute;bottom:9999px",
    "position:fixed;left:9999px",
    "position:fixed;bottom:-9999px",
    "position:absolute;clip:rect(9px 9px 9px 9px)",
    "position:absolute;clip:rect(0, 0, 9999px, 0)",
    "overflow:hidden;height:0;padding:0 2em",
    "overflow:auto;height:0",
    "overflow-y:scroll;max-height:1px",
    "position:fixed;top:100%",
    "position:fixed;left:-100vw",
    "position:fixed;bottom:-150vh",
    "transform:rotateX(90deg)",
    "transform:perspective(9em) rotateY(-90deg)",
    "transform:scale3d(1, 1, 0)",
    "position:fixed;left:-9999px",
    "POSITION:ABSOLUTE;LEFT:-9999PX",
    "margin-left:-9999px;padding-left:1em",
    "text-indent:min(-9999px, 0px)",
    "transform:scaleX(0)",
    "transform:scaleY(0)",
    "transform:scaleZ(0)",
    "transform:rotateX( 90deg )",
    "transform:translateY(-9999px)",
    "transform:translate3d(-9999px, 0, 0)",
    "scale:1 1 0",
    "filter:opacity( 0% )",
    "position:absolute;clip:rect(0, 90px, 0, 0)",
    "position:fixed;clip:rect(0 0 0 0)",
    "clip-path:ellipse(0 50%)",
    "clip-path:ellipse(50% 0)",
    "clip-path:polygon(evenodd, 0 0, 0 0, 0 0)",
    "clip-path:inset(0 50%)",
    "overflow-x:hidden;width:0",
    "overflow-x:hidden;height:0",
    "overflow-x:clip;width:0",
    "overflow-y:clip;height:0",
    "overflow:clip;height:0",
    "overflow:hidden;height:0;min-height:auto",
    "text-indent:100%;overflow-x:hidden;white-space:nowrap",
    "text-indent:100%;overflow-y:hidden;white-space:nowrap",
    "text-indent:100%;overflow:clip;white-space:PRE",
]
IN_SIGHT = [
    "margin-left:-9px",
    "clip-path:inset(10%)",
    "clip-path:circle(50%)",
    "clip-path:polygon(0 0, 100% 0, 0 100%)",
    "clip-path:none",
    "margin:0 -9999px 0 0",
    "margin:0 auto -9999px",
    "transform:translateX(9999px)",
    "transform:translateX(-50%)",
    "transform:rotate(-90deg) translate(-100vh)",
    "translate:0 -50%",
    "left:-9999px",
    "position:absolute;right:-9999px",
    "scale:0.5",
    "content-visibility:auto",
    "filter:opacity(0.5)",
    "opacity:0.1",
    "position:relative;left:-20px",
    "position:static;left:-9999px",
    "margin:-8px",
    "margin:0 -9999rem;padding:.25rem 9999rem",
    "transform:translateZ(-9999px)",
    "transform:scaleX(-1)",
    "transform:matrix(0, 1, -1, 0, 0, 0)",
    "translate:-50% -50%",
    "clip-path:inset(10% round 50%)",
    "text-indent:100%",
    "position:absolute;left:9999px",
    "position:absolute;bottom:900px",
    "position:absolute;clip:rect(0, 90px, 20px, 0)",
    "position:absolute;clip:rect(0, auto, auto, 0)",
    "position:sticky;left:-9999px",
    "overflow:hidden;height:0;padding-bottom:56.25%",
    "overflow:hidden;max-height:0;padding:0 0 3em",
    "overflow:hidden;height:0;min-height:2em",
    "overflow:hidden;width:0;min-width:100%",
    "overflow:hidden;height:0%",
    "overflow:auto;text-indent:100%",
    "position:fixed;top:10%",
    "position:absolute;top:100%",
    "transform:rotateX(30deg)",
    "filter:grayscale(0)",
    "position:absolute;clip:0 0 0 0",
    "position:absolute;clip:rect(0 0 0)",
    "clip-path:circle()",
    "clip-path:inset()",
    "clip-path:inset(0 0 100% 0 0)",
    "clip-path:inset(1foo)",
    "clip-path:none-such(0 0)",
    "clip-path:polygon(evenodd, 0 0, 100% 0, 0 100%)",
    "overflow:hidden;width:0;padding-right:3em",
    "direction:rtl;overflow:hidden;width:0;padding-left:3em",
    "overflow-x:clip;height:0",
    "overflow-y:clip;width:0",
    "text-indent:100%;overflow:hidden",
    "text-indent:101px;overflow:hidden;white-space:nowrap",
    "text-indent:50%;overflow:hidden;white-space:nowrap",
    "text-indent:hanging 5%;overflow:hidden;white-space:nowrap",
]


@pytest.mark.parametrize("style", OUT_OF_SIGHT)
def test_what_styles_hide_cannot_be_seen(style: str) -> None:
    page = Page(parse(f"<p style='{style}'><b id=x>t</b>"))
    assert not page.is_visible(page.by_id("x"))


@pytest.mark.parametrize("style", IN_SIGHT)
def test_what_other_styles_do_can_be_seen(style: str) -> None:
    page = Page(parse(f"<p style='{style}'><b id=x>t</b>"))
    assert page.is_visible(page.by_id("x"))


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("width:0;overflow:hidden", True),
        ("text-indent:-9999px", True),
        ("transform:scale(0)", True),
        ("translate:-9999px", True),
        ("display:inline-block;width:0;overflow:hidden", False),
        ("float:left;text-indent:-9999px", False),
        ("display:block;transform:scale(0)", False),
        ("display:inline-flex;translate:-9999px", False),
        ("display:INLINE-FLEX;transform:scale(0)", False),
        ("margin-left:-9999px", False),
        ("margin-top:-9999px", True),
        ("display:inline-block;margin-top:-9999px", False),
    ],
)
def test_text_in_a_line_has_no_size_and_is_not_turned(style: str, shown: bool) -> None:
    page = Page(parse(f"<p><b id=x style='{style}'>t</b>"))
    assert page.is_visible(page.by_id("x")) == shown


DRAWN_AS_ONE = (
    "button canvas embed iframe img input math meter object progress select svg textarea video"
).split()


@pytest.mark.parametrize("tag", DRAWN_AS_ONE)
def test_what_is_drawn_as_one_piece_can_be_turned_within_a_line(tag: str) -> None:
    page = Page(parse(f"<p>t<{tag} id=x style='transform:scale(0)'></{tag}>"))
    assert not page.is_visible(page.by_id("x"))


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<picture id=x style='transform:scale(0)'><img alt=a></picture>", True),
        ("<svg><text id=x style='transform:scale(0)'>t</text></svg>", False),
        ("<style>b{position:fixed;left:-999em} #x{left:0}</style><b id=x>t", True),
        # what is placed stands in the padding
        (
            "<div style='overflow:hidden;height:0;padding-top:50%;position:relative'>"
            "<b id=x style='position:absolute;top:0'>t</b></div>",
            True,
        ),
    ],
)
def test_a_style_has_its_effect_where_it_applies(html: str, shown: bool) -> None:
    page = Page(parse(f"<p>{html}"))
    assert page.is_visible(page.by_id("x")) == shown


SOMETHING_TO_SEE = [
    *(f"<{tag} controls></{tag}>" for tag in ("audio", *DRAWN_AS_ONE)),
    "<map name=m><area href=/></map>",
    "<i class=before></i>",
    "<i class=after></i>",
    "<i style='background-color:red'></i>",
    "<i style='background-image:url(a)'></i>",
    "<i style='border:1px solid'></i>",
    "<i style='border-bottom:1px solid'></i>",
    "<i style='box-shadow:0 0 1px'></i>",
    "<i>t</i>",
]
NOTHING_TO_SEE = ["<i></i>", "<i hidden>t</i>", "<img hidden>", "<i> </i>", "<picture></picture>"]


@pytest.mark.parametrize("html", [*SOMETHING_TO_SEE, *NOTHING_TO_SEE])
def test_what_is_something_to_see(html: str) -> None:
    css = ".before::before, .after::after {content: 'a'}"
    page = Page(parse(f"<style>{css}</style><img usemap=#m><p><b id=x>{html}</b>"))
    assert page.shows_anything(page.by_id("x")) == (html in SOMETHING_TO_SEE)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a<br>b", "a\nb"),
        ("a<b hidden>c</b>d", "ad"),
        ("a<b style='visibility:hidden'>c</b>d", "a d"),
        ("a<b style='visibility:hidden'> </b>d", "a d"),
        ("a<b style='visibility:hidden'></b>d", "ad"),
        ("a<b style='visibility:hidden'>c<i style='visibility:visible'>e</i></b>d", "aed"),
        ("a<b style='display:block'>c</b>d", "a\nc\nd"),
        ("a<b style='display:INLINE-BLOCK'>c</b>d", "acd"),
        ("a<b style='float:left; display:inline'>c</b>d", "a\nc\nd"),
    ],
)
def test_inner_text_has_the_line_ends_that_are_seen(html: str, text: str) -> None:
    page = Page(parse(f"<p id=x>{html}"))
    assert inner_text(page.by_id("x"), page) == f"\n{text}\n"


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p id=x>t", True),
        ("<p id=x> &nbsp;", False),
        ("<p style='font-size:0'><b id=x>t", False),
        ("<p id=x style='font-size:0px'>t", False),
        ("<p style='font:0/0 a'><b id=x>t", False),
        ("<p style='font-size:0.1em'><b id=x>t", True),
        ("<p style='color:transparent'><b id=x>t", False),
        ("<p id=x style='color:transparent'>t", False),
        ("<p style='color:rgb(0 0 0 / 0)'><b id=x>t", False),
        ("<p style='color:#fff0'><b id=x>t", False),
        ("<p style='color:transparent;background-clip:text'><b id=x>t", True),
        ("<p style='color:transparent;text-shadow:0 0 3px red'><b id=x>t", True),
        ("<p style='color:transparent;-webkit-background-clip:text'><b id=x>t", True),
        ("<p style='color:transparent;-webkit-text-stroke:1px red'><b id=x>t", True),
        ("<p id=x style='-webkit-text-fill-color:transparent'>t", False),
        (
            "<p><i style='-webkit-text-fill-color:red'></i><b id=x style='color:transparent'>t",
            False,
        ),
        ("<p style='color:red'><b id=x>t", True),
        (
            "<p style='font-size:0;color:transparent'>u<i id=x style='font-size:9px;color:red'>t",
            True,
        ),
        ("<video id=x>t</video>", False),
        ("<iframe id=x>t</iframe>", False),
    ],
)
def test_text_may_be_too_small_or_too_clear_to_be_seen(html: str, shown: bool) -> None:
    page = Page(parse(html))
    element = page.by_id("x")
    assert shows_text(element, page) == shown
    assert inner_text(element, page).strip() == ("t" if shown else "")


def test_a_descendant_may_be_visible_again() -> None:
    page = Page(parse("<p style='visibility:hidden'><b id=x style='visibility:visible'>t</b>"))
    assert page.is_visible(page.by_id("x"))
    assert not page.is_hidden(page.by_id("x"))


@pytest.mark.parametrize(
    ("text", "hexadecimal"),
    [
        ("#FfF", (1, 1, 1, 1)),
        ("rgb(255 0 0)", (1, 0, 0, 1)),
        ("hsl(240 100% 50%)", (0, 0, 1, 1)),
        ("color-mix(in srgb, white, black)", (0.5, 0.5, 0.5, 1)),
        ("color-mix(in srgb, 25% #fff, transparent)", (1, 1, 1, 0.25)),
        ("color-mix(in xyz, red 20%, red 30%)", (1, 0, 0, 0.5)),
        ("transparent", (0, 0, 0, 0)),
        ("light-dark(#000, #fff)", (0, 0, 0, 1)),
    ],
)
def test_colours_are_read(text: str, hexadecimal: tuple) -> None:
    assert read_colour(text) == pytest.approx(hexadecimal)


def test_words_that_are_no_colour_are_none() -> None:
    assert read_colour("currentcolor") is None
    assert read_colour("nonsense(1)") is None
    assert read_colour("color-mix(in srgb, currentcolor, red)") is None
    assert read_colour("color-mix(in nonsense, blue, red)") is None
    assert read_colour("color-mix(in srgb, blue 0%, red 0%)") is None
    assert read_colour("light-dark(red, " * 2000 + "red" + ")" * 2000) is None
    assert read_colour("color-mix(in srgb, red, " * 2000 + "red" + ")" * 2000) is None


def test_contrast_is_that_of_wcag() -> None:
    black, white = read_colour("#000"), read_colour("#fff")
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(read_colour("#767676"), white) == pytest.approx(4.54, abs=0.01)
    assert over((0, 0, 0, 0.5), white) == pytest.approx((0.5, 0.5, 0.5, 1))


@pytest.mark.parametrize("text", ["buttontext", "canvastext", "linktext", "marktext"])
@pytest.mark.parametrize("ground", ["buttonface", "canvas", "field", "mark"])
def test_what_a_browser_paints_itself_needs_no_look(text: str, ground: str) -> None:
    assert contrast(read_colour(text), read_colour(ground)) >= HIGHEST


@pytest.mark.parametrize(
    ("length", "pixels"),
    [("1in", 96), ("12pt", 16), ("2em", 40), ("1rem", 16), ("50%", 10), ("0", 0), ("5", None)],
)
def test_lengths_are_pixels(length: str, pixels: float | None) -> None:
    assert to_pixels(length, 20, 20) == pixels


def test_font_sizes_multiply() -> None:
    page = Page(parse("<div style='font-size:2em'><h2>a<small id=x>b"))
    assert font_size(page.by_id("x"), page.styles) == pytest.approx(16 * 2 * 1.5 / 1.2)


@pytest.mark.parametrize(
    ("css", "size"),
    [
        ("html{font-size:62.5%} body{font-size:1.6rem}", 16),
        ("html{font-size:62.5%} p{font-size:calc(2rem + 1px)}", 21),
        ("html{font-size:2rem} p{font-size:1rem}", 32),
        ("body{font-size:50%} p{font-size:1rem}", 16),
        ("body{font-size:30px} p{font-size:initial}", 16),
        ("body{font-size:30px} p{font-size:revert}", 30),
        ("body{font-size:30px} p{font-size:50%; all:unset}", 30),
    ],
)
def test_a_rem_is_the_size_of_the_root(css: str, size: float) -> None:
    page = Page(parse(f"<style>{css}</style><p id=x>a"))
    assert font_size(page.by_id("x"), page.styles) == pytest.approx(size)


def test_controls_do_not_take_over_the_size_of_the_text_around_them() -> None:
    page = Page(parse("<h1>a<button id=x>b</button><input id=y style='font-size:inherit'></h1>"))
    assert font_size(page.by_id("x"), page.styles) == pytest.approx(13.333, abs=0.01)
    assert font_size(page.by_id("y"), page.styles) == 32


@pytest.mark.parametrize(("condition", "result"), CONDITIONS)
def test_conditions_are_judged_on_the_screen(condition: str, result: bool) -> None:
    assert holds(condition, Screen()) is result


@pytest.mark.parametrize(
    ("condition", "result"),
    [
        ("@media (min-width: 1px", True),  # at the end of an attribute all brackets close
        ("@media not ((min-width: 1px) and (hover", False),
        pytest.param(f"@media {'(' * 30}color{')' * 30}", False, id="deeper than anybody writes"),
        pytest.param(f"@media {'(' * 900}", False, id="brackets that nothing closes"),
        pytest.param(f"@media (a:((({'x' * 50_000}", True, id="a longer query than is read"),
        pytest.param(f"@supports (a:((({'x' * 50_000}", True, id="longer than anybody writes"),
        ("@supports (-webkit-touch-callout: none)", False),
        ("@supports ((", False),
        ("@layer a", True),
        ("@container (width > 1px)", False),
        ("@starting-style", False),
    ],
)
def test_conditions_of_no_screen_and_crooked_ones(condition: str, result: bool) -> None:
    assert holds(condition, Screen()) is result


@pytest.mark.parametrize(
    ("query", "screen", "result"),
    [
        ("(hover: none) and (pointer: coarse)", Screen(touched=True), True),
        ("(any-hover)", Screen(touched=True), False),
        ("(orientation: portrait)", Screen(390, 844), True),
        ("(orientation: portrait)", Screen(800, 800), True),
        ("(max-aspect-ratio: 1/2)", Screen(390, 844), True),
        ("(prefers-color-scheme: dark)", Screen(scheme="dark"), True),
        ("(400px <= width < 800px)", Screen(400, 800), True),
    ],
)
def test_other_screens(query: str, screen: Screen, result: bool) -> None:
    assert media_holds(query, screen) is result


MIXED = """<body class="Home page"><DIV id="A" class="x y x"><p class="x">a<b class="a.b" data-k=".q">b</b>
</p><svg><linearGradient class="g"/><foreignObject><p id=z.z>q</p></foreignObject></svg>
<input type=TEXT class=i></div><p id="A">second</p><é-x class="ü">e</é-x><ul><li><li></ul>"""
SELECTORS = """div DIV .x .X #A #a p.x .x.y p:not(.q) :is(.nope,.x) .a\\.b [data-k=".q"] lineargradient
linearGradient .g #z\\.z * div>p .nope,p .ü é-x :root body:has(.x) p:not([data-x=".nope"]) p/*c*/.x p,
li:nth-child(2) .x:hover p::before html>body.Home div>b [data-k] [CLASS].x p:not(:hover)
b:not(:focus).x ul>li body>li"""
NESTED = [
    "div p", "div b", ".x .x", "body .x b", "* p", "div > p", "div\n.x", "html [CLASS]", "svg p",
    "li + li", "ul li + li", "ul > li ~ li", ".x,.y p", ".a\\.b p", "div p:not(.q)", "div > > p",
    "> p", "div >", ":is(div, ul) li", '[data-k="x y"] p', "#A p .x", "nosuch p", "p nosuch",
]  # fmt: skip


@pytest.mark.parametrize("doctype", ["<!doctype html>", "", "<!-- a note --><!DOCTYPE HTML>"])
@pytest.mark.parametrize("selector", [*SELECTORS.split(), *NESTED])
def test_what_is_looked_up_is_what_the_parser_selects(selector: str, doctype: str) -> None:
    """Without a doctype the letters of a class may be small or capital."""
    document = parse(doctype + MIXED)
    try:
        expected = document.select(selector)
    except ValueError:
        expected = []
    assert Selection(document).match(selector) == expected


PAGE_IN_PEACE = (
    """<!doctype html><p title=":hover">Read <a href=/x class="a:hover b:focus">this</a>"""
)


@pytest.mark.parametrize(
    "selector",
    [
        "a:not(:hover)", "a:is(:hover, :link)", "p:not(:has(a:hover)) a", "[title=':hover']",
        ".a\\:hover", ".a\\:hover:not(:focus)", "p > .b\\:focus", "a:any-link",
    ],
)  # fmt: skip
def test_a_selector_that_matches_where_nobody_points_is_not_left_out(selector: str) -> None:
    assert parse(PAGE_IN_PEACE).select(selector)
    assert is_idle(selector)


@pytest.mark.parametrize("selector", ["a:hover", "p:focus-within a", "p a:focus-visible"])
def test_a_selector_that_needs_somebody_is_left_out(selector: str) -> None:
    assert not parse(PAGE_IN_PEACE).select(selector)
    assert not is_idle(selector)


@pytest.mark.parametrize(
    ("css", "schemes"),
    [
        ("p{color:light-dark(#ccc,#222)}", ["light"]),  # a page that knows no dark has one look
        (":root{color-scheme:light dark}p{color:light-dark(#ccc,#222)}", ["light", "dark"]),
        ("p{color:#ccc} @media (prefers-color-scheme:dark){b{color:#222}}", ["light"]),
    ],
)
def test_what_is_the_same_on_two_screens_is_told_once(css: str, schemes: list[str]) -> None:
    page = Page(parse(f"<html><style>{css}</style><body><p>Three houses"))
    assert [text.scheme for text in painted_texts(page)] == schemes


def test_text_is_judged_by_the_size_that_it_has_on_each_screen() -> None:
    """The size is the same declaration on both screens, and its variable is not."""
    css = ":root{--s:30px}@media (prefers-color-scheme:dark){:root{--s:12px}}"
    css += "p{font-size:var(--s);color:#888;background:#fff}"
    page = Page(parse(f"<!doctype html><style>{css}</style><p>Some words"))
    assert [(text.scheme, text.large) for text in painted_texts(page)] == [
        ("light", True),
        ("dark", False),
    ]


@pytest.mark.parametrize(
    ("name", "declared", "value"),
    [
        ("color", "color: #333; color: #12", "#333"),
        ("color", "color: #333; color: #FF00", "#FF00"),
        ("color", "color: #333; color: oklch(50% 0 0)", "oklch(50% 0 0)"),
        ("font-size", "font-size: 2em; font-size: 16", "2em"),
        ("font-size", "font-size: 2em; font-size: -3px", "2em"),
        ("font-size", "font-size: 2em; font-size: 0", "0"),
        ("font-size", "font-size: 2em; font-size: X-Large", "X-Large"),
        ("font-size", "font-size: 2em; font: serif", "2em"),
        ("font-size", "font-size: 2em; font: bold\n9px\nserif", "9px"),
        ("font-weight", "font-weight: bold; font-weight: heavy", "bold"),
        ("opacity", "opacity: 0; opacity: none", "0"),
        ("opacity", "opacity: 0; all: unset", "1"),
        ("display", "display: none; display: nothing", "none"),
        ("display", "display: none; display: -ms-grid", "none"),
        ("display", "display: none; display: Inline Flow-root", "Inline Flow-root"),
        ("display", "display: none; display: -webkit-box", "-webkit-box"),
        ("color", "color: #333; color: red\\9", "#333"),
        ("visibility", "visibility: hidden; visibility: none", "hidden"),
        ("visibility", "visibility: hidden; visibility: var(--shown, visible)", "visible"),
        ("visibility", "visibility: hidden; visibility: initial", "visible"),
    ],
)
@pytest.mark.parametrize("page", ["<style>p {%s}</style><p>t", "<p style='%s'>t"])
def test_a_value_that_is_none_is_dropped(page: str, name: str, declared: str, value: str) -> None:
    found = Page(parse(page % declared))
    assert found.styles.value(next(found.tagged("p")), name) == value


HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
GREY = "color:#bbb;background:#fff"
HINT = "<style>::placeholder {color: #bbb; opacity: 1}</style>"
PALE = [
    f"<p id=x style='{GREY}'>Night line</p>",
    *(
        f"<input type={kind} id=x value='24 beds' style='{GREY}'>"
        for kind in ("email", "number", "search", "tel", "text", "url", "submit")
    ),
    f"<p id=x style='{GREY};text-shadow:NONE'>Night line</p>",
    "<p id=x style='opacity:40%'>Night line</p>",
    "<p>Night line</p><div style='opacity:.4'><p id=x>Night line</p></div>",
    HINT + "<input id=x placeholder='Your town'>",
    HINT + "<textarea id=x placeholder='Your town'></textarea>",
    f"<p disabled id=x style='{GREY}'>Night line</p>",
    f"<p aria-disabled=true id=x style='{GREY}'>Night line</p>",
    f"<div role=group aria-disabled=false><p id=x style='{GREY}'>Night line</p></div>",
]
NOT_PALE = [
    # what a browser draws in a way of its own
    f"<select id=x style='{GREY}'>Night line</select>",
    f"<select><option id=x style='{GREY}'>Night line</select>",
    f"<select><optgroup id=x style='{GREY}'>Night line</select>",
    f"<input id=x placeholder='Your town' style='{GREY}'>",
    *(
        f"<div style='{name}'><p id=x style='{GREY}'>Night line</p></div>"
        for name in (
            "backdrop-filter:blur(1px)",
            "filter:contrast(2)",
            "mix-blend-mode:multiply",
            "-webkit-text-stroke:1px #000",
        )
    ),
    # hints whose colours cannot be told, or that are not there
    HINT + "<input id=x placeholder='Your town' style='filter:contrast(2)'>",
    HINT + "<input id=x placeholder='Your town' style='opacity:.9'>",
    HINT + "<input id=x placeholder='Your town' style='background:url(a)'>",
    HINT + "<input id=x placeholder='Your town' value='Ghent'>",
    HINT + "<input id=x placeholder=' '><input>",
    HINT.replace("#bbb", "currentcolor") + "<input id=x placeholder='Your town'>",
    # colours that cannot be told
    "<p id=x style='color:color-mix(in srgb, currentcolor, #bbb)'>Night line</p>",
    f"<p id=x style='{GREY};text-shadow:0 0 1px device-cmyk(0 0 0 1)'>Night line</p>",
    f"<p id=x style='{GREY};opacity:.9;text-shadow:1px 1px 1px #ccc'>Night line</p>",
    "<div style='opacity:.5;background:url(a)'><p id=x style='color:#bbb'>Night line</p></div>",
    "<div style='background:url(a)'><p id=x style='opacity:.5;background:#fff'>Night line</p></div>",
    # out of use
    f"<button disabled role=heading id=x style='{GREY}'>Night line</button>",
    f"<fieldset disabled role=none><p id=x style='{GREY}'>Night line</p></fieldset>",
    f"<div role=group aria-disabled=TRUE><p id=x style='{GREY}'>Night line</p></div>",
    f"<label id=x for=y style='{GREY}'>Your town</label><input id=y disabled aria-label=' '>",
    f"<label id=x for=y style='{GREY}'>Day</label><input type=date id=y aria-disabled=true>",
    f"<p id=x style='{GREY}'>Day</p><button disabled aria-labelledby='gone x'>Day</button>",
]


@pytest.mark.parametrize("html", [*PALE, *NOT_PALE])
def test_which_texts_are_pale(html: str) -> None:
    page = Page(parse(f"<!doctype html><style>i {{color: red}}</style>{html}"))
    pale = {text.element for text in painted_texts(page) if text.ratio < 4.5}
    assert (page.by_id("x") in pale) == (html in PALE)


@pytest.mark.parametrize(
    ("html", "large"),
    [
        *((f"<{tag} id=x>Night line</{tag}>", True) for tag in ("b", "strong", *HEADINGS)),
        ("<table><tr><th id=x>Night line</table>", True),
        ("<p id=x>Night line", False),
        ("<p id=x style='font-size:24px'>Night line", True),
        ("<p id=x style='font-size:23.9px'>Night line", False),
        ("<b id=x style='font-size:18.6px'>Night line", False),
        ("<p id=x style='font-weight:BOLD'>Night line", True),
        ("<b><i id=x style='font-weight:bolder'>Night line", True),
        ("<p id=x style='font-weight:700'>Night line", True),
        ("<p id=x style='font-weight:600'>Night line", False),
        ("<h2><i id=x style='font-weight:normal'>Night line", False),
        ("<h2><i id=x style='font-weight:inherit'>Night line", True),
        ("<h2><i id=x style='font-weight:unset'>Night line", True),
        ("<div style='font-weight:100'><b id=x style='font-weight:inherit'>Night line", False),
    ],
)
def test_text_is_large_from_eighteen_points_or_fourteen_in_bold(html: str, large: bool) -> None:
    css = "* {font-size: 19px; color: #888; background: #fff}"
    page = Page(parse(f"<!doctype html><style>{css}</style>{html}"))
    found = {text.element: text.large for text in painted_texts(page)}
    assert found[page.by_id("x")] == large
