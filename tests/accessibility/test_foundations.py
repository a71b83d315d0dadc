# SPDX-License-Identifier: AGPL-3.0-or-later
"""Languages, autofill words, focus, labels, tables, tags: each against its standard."""

from __future__ import annotations

import random

import pytest
from havenpress.accessibility import check
from havenpress.accessibility.aria.label_text import label_is_in_name
from havenpress.accessibility.autofill import is_valid_autocomplete
from havenpress.accessibility.css.lengths import to_pixels
from havenpress.accessibility.frames import inner_html
from havenpress.accessibility.languages.detection import contradicts, foreign_script
from havenpress.accessibility.languages.tags import is_known
from havenpress.accessibility.page import Page
from havenpress.accessibility.refresh import refresh_delay
from havenpress.accessibility.tables.grid import form_grid
from havenpress.accessibility.tokens import is_blank, tokens
from havenpress.accessibility.viewport import forbids_zoom
from havenpress.accessibility.wellformed import pair_up, tag_faults
from havenpress.tree import parse


@pytest.mark.parametrize("tag", ["en", "EN-gb", "zh-Hant-TW", "de-hello", "prs", "qab", "tlh"])
def test_a_known_language_begins_with_a_subtag_of_the_registry(tag: str) -> None:
    assert is_known(tag)


@pytest.mark.parametrize(
    "tag",
    ["", "xx", "eng", "i-klingon", "en_GB", "x-private", "english", " en", "en ", "-en", "#1"],
)
def test_other_tags_name_no_language(tag: str) -> None:
    assert not is_known(tag)


@pytest.mark.parametrize(
    "value",
    ["email", "section-a email", "shipping street-address", "home tel", "billing work tel-local"],
)
def test_autofill_words_in_order(value: str) -> None:
    assert is_valid_autocomplete(value)


@pytest.mark.parametrize(
    "value", ["", "mail", "email section-a", "home name", "webauthn", "email tel", "section-a"]
)
def test_autofill_words_out_of_order(value: str) -> None:
    assert not is_valid_autocomplete(value)


@pytest.mark.parametrize(
    ("content", "delay"),
    [
        ("5", 5),
        (" 5;url=x", 5),
        ("5,url=x", 5),
        ("5;", 5),
        ("; 5", None),
        ("+5", None),
        ("", None),
        ("5.9 url", 5),
        (".5", 0),
        ("x", None),
        ("5x", None),
        ("-1", None),
        ("\u0663\u0660", None),  # digits, but not those of ASCII
    ],
)
def test_refresh_delays_are_read_as_html_says(content: str, delay: int | None) -> None:
    assert refresh_delay(content) == delay


@pytest.mark.parametrize(
    "html",
    [
        "<a id=x href=/>a</a>",
        "<button id=x>a</button>",
        "<p id=x tabindex=0>a</p>",
        "<svg inert><a id=x href=/><text>a</text></a></svg>",
        "<audio id=x controls></audio>",
        "<details><summary id=x>a</summary></details>",
        "<p id=x contenteditable>a</p>",
        "<fieldset disabled><legend><input id=x></legend></fieldset>",
        "<svg><a id=x href=/><text>a</text></a></svg>",
        "<a id=x href=/ onfocus='show()'>a</a>",
        "<a id=x href=/>a</a><script>document.getElementById('x').addEventListener('focus', "
        "show); document.getElementById('y').addEventListener('focus', e => z.focus())</script>",
        "<a id=x href=/>a</a><script>document.getElementById('x').addEventListener('click', "
        "() => z.focus())</script>",
        "<a id=x href=/>a</a><script type=text/template>"
        "document.getElementById('x').onfocus = () => z.focus()</script>",
    ],
)
def test_the_tab_key_reaches(html: str) -> None:
    page = Page(parse(html))
    assert page.is_tabbable(page.by_id("x"))


@pytest.mark.parametrize(
    "html",
    [
        "<a id=x>a</a>",
        "<a id=x href=/ tabindex=-1>a</a>",
        "<button id=x disabled>a</button>",
        "<fieldset disabled><input id=x></fieldset>",
        "<input id=x type=hidden>",
        "<a id=x href=/ hidden>a</a>",
        "<video controls><a id=x href=/>a</a></video>",
        "<div inert><a id=x href=/>a</a></div>",
        "<p id=x tabindex=x>a</p>",
        "<p id=x tabindex=99999999999>a</p>",
        "<details><summary>b</summary><summary id=x>a</summary></details>",
        "<a id=x href=/ style='visibility:hidden'>a</a>",
        # what passes the focus on at once does not keep it
        "<a id=x href=/ onfocus='this.blur()'>a</a>",
        "<a id=x href=/ onfocus='document.getElementById(\"z\").focus()'>a</a>",
        "<a id=x href=/>a</a><script>document.getElementById('x').addEventListener('focus', "
        "() => { document.getElementById('z').focus() })</script>",
        "<a id=x href=/>a</a><script>document.querySelector('#x').onfocus = () => z.focus()"
        "</script>",
    ],
)
def test_the_tab_key_passes_by(html: str) -> None:
    page = Page(parse(html))
    assert not page.is_tabbable(page.by_id("x"))


@pytest.mark.parametrize(
    ("label", "name", "contained"),
    [
        ("Download", "Download the leaflet", True),
        ("Download it", "Download the leaflet", False),
        ("Search (optional)", "search", True),
        ("Café", "cafe\u0301 menu", True),
        ("»", "Next", True),
        ("11 × 3", "11 times 3", False),
        ("Wed. visits", "Wednesday visits", True),
        ("Wed visits", "Wednesday visits", True),
        ("10 min", "Ten minutes", True),
        ("Wed visits", "Wed and other visits", False),
        ("W3C", "World Wide Web Consortium", True),
        ("FAQs", "Frequently asked questions", True),
        ("USA", "United States of America", True),
        ("DoB", "Date of birth", True),
        ("cat team", "contact a team", False),
        ("CALL", "Calling", False),
        ("T&Cs", "Terms and conditions", True),
        ("Appt with the mgr", "Appointment with the manager", True),
        ("Pay by cheque", "Pay by check today", True),
        ("Tyre pressures", "Tire pressures", True),
        ("Practise now", "Practice now", True),
        ("Enrolled", "Enroll", False),
        ("TV", "Television", True),
        ("A11y statement", "Accessibility statement", True),
        ("A11y statement", "Access statement", False),
        ("W C A G", "WCAG", False),
        ("re(-)enter", "reenter", True),
        ("Open e.g. today", "Open for example today", True),
        ("Open e.g. today", "Open e.g. tomorrow", False),
        ("Close X", "Close", True),
        ("× Close", "Close", True),
        ("x close", "Close", True),
        ("X-ray", "Ray", False),
        ("Plan X and Y", "Plan and Y", False),
        ("2", "two", False),
        ("B", "Bold", True),
        ("A+", "Larger text", True),
        ("𝕏", "Follow us", True),
        ("5+", "More than five", False),
        ("ℹ️", "Information", True),
        ("2️⃣ Call", "Call", True),
        ("Haven™", "Haven", True),
    ],
)
def test_labels_are_found_in_names(label: str, name: str, contained: bool) -> None:
    assert label_is_in_name(label, name) is contained


def test_spans_cover_their_slots() -> None:
    html = "<table id=x><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d</table>"
    grid = form_grid(parse(html).by_tag["table"][0])
    assert (grid.width, grid.height) == (3, 2)
    assert grid.slots[1, 0].element.text == "a"
    assert grid.slots[1, 2].element.text == "d"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The house is open to all of the people who need help and there is no charge.", "en"),
        ("La casa está abierta para todas las personas que necesitan ayuda en la ciudad.", "es"),
        ("Das Haus ist für alle offen, die Hilfe brauchen, und es kostet nichts.", "de"),
        ("Dom jest otwarty dla wszystkich, którzy potrzebują pomocy, i nie jest to płatne.", "pl"),
        ("La casa és oberta a tothom qui ho vulgui, i no us caldrà pagar per res.", "ca"),
        ("A casa está aberta para todas as persoas que o precisen, e non hai que pagar.", "gl"),
        ("Namai atviri visiems, kas tik nori, ir už tai nereikia mokėti.", "lt"),
        ("Māja ir atvērta visiem, kas to vēlas, un par to nav jāmaksā.", "lv"),
        ("Menu", ""),
    ],
)
def test_a_language_is_told_by_its_small_words(text: str, language: str) -> None:
    assert contradicts("fr", text) == language


def test_a_script_speaks_against_a_language() -> None:
    assert foreign_script("Русский язык") == "CYRILLIC"
    assert contradicts("en", "Русский язык") == "cyrillic"
    assert contradicts("ru", "Русский язык") == ""
    assert contradicts("eu", "Русский") == ""
    assert contradicts("en", "ཨ་མའི་ཁྱིམ") == "tibetan"
    assert contradicts("dz", "ཨ་མའི་ཁྱིམ") == ""


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Bu cümle Türkçe yazılmıştır.", "ü ı ş"),
        ("de", "Bu cümle Türkçe yazılmıştır.", "ı ş"),
        ("en", "Kočka spí na pohovce, nechce jíst.", "í"),
        ("en", "Bonne année", "fr"),
        ("en", "Onnea äiti", "ä"),
        ("fr", "Bonne année", ""),
        # names, loans among words of its own, and a word that stands alone
        ("en", "Gerardo Núñez, Żubrówka", ""),
        ("en", "My crème brûlée", ""),
        ("en", "jalapeño", ""),
        ("en", "crème brûlée, salade verte, soupe, poisson, gratin, tarte, sorbet, fromage", ""),
        # a language close to it, one with few words that we know, one without letters here
        ("cs", "Mačka spí na gauči a nechce jesť, ale je to jej vec.", ""),
        ("sw", "chakula cha señor", ""),
        ("vi", "łóżko śpi", ""),
    ],
)
def test_letters_speak_against_a_language(language: str, text: str, found: str) -> None:
    assert contradicts(language, text) == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("uk", "Сегодня мы открыты, это бесплатно", "ы э"),
        ("ru", "Сьогодні ми відчинені, це безкоштовно і без черги", "і"),
        ("sr", "Сегодня мы открыты, это бесплатно", "ы э я"),
        ("ar", "امروز باز هستیم و کمک رایگان است", "ک گ ی"),
        ("fa", "إذا كنت بحاجة إلى مساعدة فنحن هنا", "إ ة"),
        ("ja", "我们今天开门，你们可以来这里", "们 你 开 这 门"),
        ("zh", "図書館は本日午前九時開館、電話相談を受付中です", "す で は を"),
        # its own signs, names and loans among them
        ("uk", "Сьогодні ми відчинені, виступає гурт «Ыэ» і Ёлкін", ""),
        ("ru", "Мы открыты на вулиці Київська, это рядом", ""),
        ("ar", "نحن في شارع چرچل قرب فندق پارك", ""),
        ("ja", "東京都庁は新宿区にあり、毛沢東の本「你好」も読めます", ""),
        ("zh", "我们今天开门，店名是「の」", ""),
        ("ja", "東京都新宿区", ""),
        ("hi", "आज हम खुले हैं", ""),
    ],
)
def test_signs_tell_languages_of_one_script_apart(language: str, text: str, found: str) -> None:
    assert contradicts(language, text) == found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Tänään olemme täällä kaikki yhdessä lasten kanssa", "fi"),
        ("Şimdi size kim yardım edebilir, sadece bizi arayın", "tr"),
        ("Všechny služby jsou zde pouze pro vás", "cs"),
        ("Rydyn ni yma bob amser i chi, heb gost", "cy"),
        ("De appel valt niet ver van de boom", "nl"),
        ("Pourquoi nos enfants à l'école", "fr"),
        ("fn.svadd_n_s16_z.html in src/v/s/z, k=v, a@z", ""),
    ],
)
def test_small_words_tell_a_language(text: str, language: str) -> None:
    assert contradicts("sv", text) == language


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("ro", "Te ajutăm când ai nevoie. Sună-ne astăzi la orice oră.", ""),
        # names, and letters that both languages have
        ("ro", "Le prix est donné à Gheorghiță, à Brașov et dans les villes", "fr"),
        ("ro", "Elle est là, avec ses enfants et son âne", "fr"),
    ],
)
def test_letters_speak_for_a_language(language: str, text: str, found: str) -> None:
    assert contradicts(language, text) == found


@pytest.mark.parametrize(
    ("html", "faults"),
    [
        ("<p>a<p>b<ul><li>c<li>d</ul>", []),
        ("<b><i>x</b></i>", [("unclosed", "i")]),
        ("<div><span></div>", [("unclosed", "span")]),
        ("</div>", [("stray", "div")]),
        ("<p>a<div>b</div></p>", [("stray", "p")]),
        ("<br></br>", [("stray", "br")]),
        ("<svg><path/><g></g></svg>", []),
        ("<table><tr><td>a<td>b</table>", []),
        ("<button><p>a</button>", []),
        ("<p><button><div>a</div></button></p>", []),
        ("<p><select><option><div>a</div></option></select></p>", []),
        ("<svg><foreignObject><div>a<br>b</div></foreignObject><path/></svg>", []),
        ("<svg><desc>a<br>b<svg><g/></svg><img></desc></svg><br>", []),
        ("<math><mtext>a<br>b</mtext></math>", []),
        ("<svg><foreignObject><p>a<p>b</foreignObject><path></svg>", [("unclosed", "path")]),
        ("<svg><foreignObject><div></foreignObject></svg>", [("unclosed", "div")]),
        ("<svg><br></svg>", [("unclosed", "br")]),
    ],
)
def test_tags_pair_up(html: str, faults: list) -> None:
    found = tag_faults(parse(html, fragment=True).tags)
    assert [(fault.kind, fault.tag.name) for fault in found] == faults


NAMES = "p div li b ul a svg math table tr td tbody dt dd h1 template button title style".split()
LEAVES = [
    "x",
    "<br>",
    "<img alt='a b' src=x>",
    "<!-- a -->",
    "<path d='M'/>",
    "</p>",
    "<td>",
    "<li>",
]
LEAVES += ["</b>", "<script>a<b</script>", "<a b='<i>'>", "<svg/>", "<title><b></title>", "</br>"]


def random_markup(chance: random.Random, depth: int = 0) -> str:
    """Return elements in one another, now and then with a tag that has no partner."""
    if depth > 5 or chance.random() < 0.25:
        return chance.choice(LEAVES)
    name = chance.choice(NAMES)
    start = name + chance.choice(["", "", " a", " a='<'", " a=1/", "/"])
    inside = "".join(random_markup(chance, depth + 1) for _ in range(chance.randint(0, 3)))
    return f"<{start}>{inside}</{name}>"


def test_pages_that_are_not_read_tag_by_tag_have_no_fault_when_they_are() -> None:
    chance, paired = random.Random(7), 0
    for _ in range(4_000):
        document = parse(random_markup(chance))
        if pair_up(document.tokens):
            paired += 1
            assert not list(tag_faults(document.tags)), document.source
    assert paired > 400


@pytest.mark.parametrize(
    "content",
    [
        "user-scalable=no", "USER-SCALABLE = NO", "user-scalable=0", "user-scalable=0.5",
        "maximum-scale=1", "maximum-scale=1.9", "maximum-scale=yes", "maximum-scale=x",
        "width=device-width;maximum-scale=1.0", "width=1 user-scalable=no",
    ],
)  # fmt: skip
def test_a_viewport_that_forbids_zoom(content: str) -> None:
    assert forbids_zoom(content)


@pytest.mark.parametrize(
    "content",
    [
        "", "user-scalable=yes", "user-scalable=1", "user-scalable", "user-scalable=",
        "maximum-scale=2", "maximum-scale=-1", "maximum-scale=device-width", "maximum-scale",
        "x-user-scalable=no", "minimum-scale=1",
    ],
)  # fmt: skip
def test_a_viewport_that_lets_zoom(content: str) -> None:
    assert not forbids_zoom(content)


@pytest.mark.parametrize(
    ("text", "pixels"),
    [
        ("calc(1px + 2em)", 33), ("calc(2 * (1em - 3px))", 26), ("min(10px, 1em)", 10),
        ("clamp(1rem, 5px, 3rem)", 16), ("max(1px, calc(3px))", 3), ("calc(1px - -2px)", 3),
        ("calc(50% - 20px)", 30), ("calc(1px / 0)", None), ("calc(1px", None), ("calc()", None),
        ("clamp(1px, 2px)", None), ("calc(1px-2px)", None), ("env(x)", None), ("calc(1foo)", None),
    ],
)  # fmt: skip
def test_calculations_come_to_pixels(text: str, pixels: float | None) -> None:
    assert to_pixels(text, 16, 100) == pixels


TURNS = [
    ("transform: rotate(90deg)", True), ("transform: rotate(100grad)", True),
    ("transform: rotate(-0.25TURN)", True), ("transform: ROTATEZ(1.5708rad)", True),
    ("transform: rotate3d(0, 0, -1, 90deg)", True), ("transform: rotate3d(1, 0, 0, 90deg)", False),
    ("transform: matrix(0, 2, -2, 0, 0, 0)", True), ("transform: matrix(-1, 0, 0, -1, 0, 0)", False),
    ("transform: rotateX(90deg)", False), ("transform: rotate(45deg) rotate(45deg)", True),
    ("transform: rotate(calc(45deg * 2))", True), ("transform: rotate(180deg)", False),
    ("-webkit-transform: rotate(90deg)", True), ("rotate: 90deg", True), ("rotate: 90deg z", True),
    ("rotate: x 90deg", False), ("rotate: 0 0 1 0.25turn", True), ("rotate: none", False),
    ("transform: rotate(90deg); display: none", False),
    ("transform: rotate(90deg); visibility: hidden", False),
]  # fmt: skip


@pytest.mark.parametrize(("style", "turned"), TURNS)
def test_a_quarter_turn_by_one_orientation(style: str, turned: bool) -> None:
    html = f"<style>@media (ORIENTATION: portrait) {{p {{{style}}}}}</style><p>x"
    assert bool(check(html, select={"orientation-free"})) == turned
    html = f'<style media="(orientation: landscape)">p {{{style}}}</style><p>x'
    assert bool(check(html, select={"orientation-free"})) == turned


@pytest.mark.parametrize(
    ("css", "turned"),
    [
        ("p {transform: rotate(90deg)}", False),
        ("p {transform: rotate(90deg)} @media (orientation: portrait) {p {transform: none}}", True),
        ("@media (max-width: 700px) {p {transform: rotate(90deg)}}", False),
        ("@media print and (orientation: portrait) {p {transform: rotate(90deg)}}", False),
        ("@media (orientation: portrait) and (max-width: 900px) {p {rotate: 90deg}}", True),
        ("@media not (orientation: landscape) {p {rotate: 90deg}}", True),
        ("p {@media (orientation: portrait) {rotate: 90deg}}", True),
        ("@media (orientation: landscape) and (pointer: coarse) {p {rotate: 90deg}}", True),
        ("@media (orientation: landscape) and (max-height: 320px) {p {rotate: 90deg}}", True),
        ("@media (pointer: coarse) {p {rotate: 90deg}} .orientation {}", False),
        (":root {--r: 0deg} @media (orientation: portrait) {:root {--r: 90deg}} "
         "p {rotate: var(--r)}", True),
    ],
)  # fmt: skip
def test_only_the_orientation_counts(css: str, turned: bool) -> None:
    found = check(f"<style>{css}</style><p>x", select={"orientation-free"})
    assert bool(found) == turned


@pytest.mark.parametrize(
    ("frame", "html"),
    [
        ('<iframe srcdoc="<p>x" src="data:text/html,y">', "<p>x"),
        ('<iframe src="data:text/html,%3Cp%3Ex">', b"<p>x"),
        ('<iframe src="DATA:text/html;charset=utf-8;base64,PHA+eA==">', b"<p>x"),
        ('<iframe src="data:text/plain,x">', None),
        ('<iframe src="data:text/html;base64,x">', None),
        ('<iframe src="data:text/html">', None),
        ('<iframe src="/x.html">', None),
        ("<iframe>", None),
    ],
)
def test_a_frame_may_carry_its_document(frame: str, html: str | bytes | None) -> None:
    assert inner_html(parse(frame, fragment=True).elements[0]) == html


def test_only_ascii_white_space_parts_words() -> None:
    assert tokens(" a\tb\n\f\rc\u00a0d ") == ["a", "b", "c\u00a0d"]
    assert tokens(None) == tokens(" ") == []
    assert [is_blank(value) for value in (" \t", None, "\u00a0")] == [True, True, False]


EXPOSED = [
    ("<button><b id=x>a</b></button>", False),
    ("<button><b id=x tabindex=0>a</b></button>", True),
    ("<a href=/><b id=x>a</b></a>", True),
    ("<div role=tab><p><b id=x>a</b></p></div>", False),
    ("<div inert><b id=x>a</b></div>", False),
    ("<div aria-hidden=true><b id=x tabindex=0>a</b></div>", False),
    ("<div aria-hidden=false><b id=x>a</b></div>", True),
    ("<div hidden><b id=x>a</b></div>", False),
    ("<div hidden style='display: block'><b id=x>a</b></div>", True),
    ("<div style='visibility: hidden'><b id=x style='visibility: visible'>a</b></div>", True),
    ("<style>@media (width > 1px) {b {display: none}}</style><b id=x>a</b>", False),
    ("<style>@media print {b {display: none}}</style><b id=x>a</b>", True),
    ("<b id=x role=none>a</b>", False),
    ("<b id=x role=none aria-live=off>a</b>", True),
    ("<img id=x alt=''>", False),
    ("<img id=x alt='' tabindex=-1>", True),
    ("<dialog><b id=x>a</b></dialog>", False),
    ("<div popover><b id=x>a</b></div>", False),
    ("<svg><defs><circle id=x></circle></defs></svg>", False),
    ("<input id=x type=HIDDEN>", False),
    ("<b id=x style='display: NONE'>a</b>", False),
    ("<svg hidden id=x role=img><title>a</title></svg>", True),
    ("<svg><g display=' none '><text id=x>a</text></g></svg>", False),
    ("<svg visibility=hidden><text id=x visibility=' visible '>a</text></svg>", True),
    ("<svg></svg><b id=x visibility=hidden>a</b>", True),
    ("<div style='visibility: hidden'><b id=x style='visibility: VISIBLE'>a</b></div>", True),
]


@pytest.mark.parametrize(("html", "exposed"), EXPOSED)
def test_what_is_in_the_accessibility_tree(html: str, exposed: bool) -> None:
    page = Page(parse(html))
    assert page.is_exposed(page.by_id("x")) == exposed
