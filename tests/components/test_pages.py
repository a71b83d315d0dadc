# SPDX-License-Identifier: AGPL-3.0-or-later
"""One page of every kind: what each must have, and how it holds up in a browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from havenpress import tree
from havenpress.accessibility import check
from havenpress.components.theme import ROOT
from havenpress.findings import ERROR
from havenpress.quick_exit import source_hash
from jinja2 import Environment

from .conftest import DAY, PAGES, Named, article

every_page = pytest.mark.parametrize("name", PAGES)
INLINE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def soup(html: str) -> BeautifulSoup:
    """A page to ask."""
    return BeautifulSoup(html, "html.parser")


@every_page
def test_html_is_well_formed(pages: dict[str, str], name: str) -> None:
    assert tree.parse(pages[name]).errors == []


@every_page
def test_our_own_rules_find_no_error(pages: dict[str, str], name: str) -> None:
    assert [each for each in check(pages[name]) if each.level == ERROR] == []


@every_page
def test_a_page_has_what_every_page_needs(pages: dict[str, str], name: str) -> None:
    page = soup(pages[name])
    assert page.html["lang"] == "en"
    assert page.html["dir"] == "ltr"
    assert page.title.string.endswith("Harbour Line")
    assert len(page.find_all("h1")) == 1
    assert page.find("meta", attrs={"name": "description"})["content"]
    assert page.find("meta", attrs={"name": "referrer"})["content"] == "no-referrer"
    assert page.find("link", rel="icon")["href"].endswith("theme/icon.svg")
    assert page.find("footer").find("a", href="tel:999")
    footer = [a.string for a in page.find("footer").find_all("a")]
    assert "How to stay safer online" in footer
    assert len(page.find_all("nav", attrs={"aria-label": "Main menu"})) == 1


@every_page
def test_the_first_stop_is_the_skip_link_and_the_second_leaves(
    pages: dict[str, str], name: str
) -> None:
    first, second = soup(pages[name]).body.find_all("a")[:2]
    assert first["href"] == "#main"
    assert second.has_attr("data-quick-exit")
    assert soup(pages[name]).find(id="main").name == "main"


DATA = "application/ld+json"  # no browser runs it, and no policy asks about it


@every_page
def test_nothing_is_on_a_page_that_its_policy_refuses(pages: dict[str, str], name: str) -> None:
    page = soup(pages[name])
    assert page.find_all(style=True) == []
    assert not [a for each in page.find_all() for a in each.attrs if a.startswith("on")]
    assert len(page.find_all("style")) == 1
    scripts = [each for each in page.find_all("script") if each.get("type") != DATA]
    assert len([each for each in scripts if not each.get("src")]) == 1
    policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
    assert source_hash(INLINE.search(pages[name])[1]) in policy
    assert source_hash(page.script.string) in policy


@every_page
def test_one_surface_is_lit_and_it_reaches_a_person(pages: dict[str, str], name: str) -> None:
    lamps = soup(pages[name]).select(".lamp")
    assert len(lamps) == 1
    assert lamps[0].find("a", href=re.compile("^tel:"))


def test_all_pages_carry_the_same_style(pages: dict[str, str]) -> None:
    assert len({INLINE.search(html)[1] for html in pages.values()}) == 1


def test_links_of_the_page_for_lost_ways_work_at_any_address(pages: dict[str, str]) -> None:
    links = [a["href"] for a in soup(pages["404.html"]).find_all(["a", "link"], href=True)]
    assert [each for each in links if not re.match(r"/|#|https:|tel:|sms:", each)] == []


def test_the_menu_marks_where_one_is(pages: dict[str, str]) -> None:
    def current(name: str) -> list[tuple[str, str]]:
        menu = soup(pages[name]).find("nav", attrs={"aria-label": "Main menu"})
        return [
            (a.string, a["aria-current"]) for a in menu.find_all("a", attrs={"aria-current": True})
        ]

    assert current("home.html") == [("Get help", "page")]
    assert current("article.html") == [("Guides", "true")]
    assert current("tag.html") == [("Guides", "true")]
    assert current("page.html") == [("Safety", "page")]


def test_an_article_has_its_parts(pages: dict[str, str]) -> None:
    page = soup(pages["article.html"])
    assert (
        page.find("link", rel="canonical")["href"]
        == "https://harbour-line.example/posts/first-call/"
    )
    assert [a.string for a in page.select(".crumbs a")] == ["Home", "Guides", "Getting help"]
    assert "Reviewed on 12 March 2026 by Dr Amara Okafor, health worker." in page.get_text()
    assert [a.string for a in page.select(".tag")] == ["first contact", "phones"]
    assert [a["href"] for a in page.select("nav.toc a")] == ["#s1", "#s2", "#s3", "#s4"]
    assert [a.get_text() for a in page.select("[aria-labelledby=related] b")] != []
    assert page.find("link", type="application/atom+xml")["href"] == "../../feeds/all.atom.xml"


def test_a_hostile_title_is_text(render: Callable[..., str]) -> None:
    hostile = article("hope", "<script>alert(1)</script>", summary='"><img src=x onerror=y>')
    html = render("article.html", article=hostile, articles=[hostile])
    assert "<script>alert" not in html
    assert "<img" not in html


def test_arabic_is_written_from_right_to_left(arabic: str) -> None:
    page = soup(arabic)
    assert (page.html["lang"], page.html["dir"]) == ("ar", "rtl")
    assert page.select_one(".lit").string == "احصل على المساعدة"
    assert page.find("bdi")["dir"] == "ltr"


def test_no_template_switches_escaping_off() -> None:
    templates = sorted((ROOT / "templates").rglob("*.html"))
    said = [
        path.name
        for path in templates
        if re.search(r"\|\s*safe|autoescape", path.read_text("utf-8"))
    ]
    assert said == []


def test_an_unknown_parameter_names_template_and_component(environment: Environment) -> None:
    from havenpress.findings import SettingsError

    template = environment.from_string("\n{{ component('danger-card', nummer='999') }}")
    with pytest.raises(SettingsError, match=r"danger-card.*nummer") as raised:
        template.render(output_file="index.html")
    assert raised.value.findings[0].line == 2


OVERFLOW = """() => {
  const width = document.documentElement.clientWidth, reach = document.documentElement.scrollWidth;
  if (reach <= width) return [];
  const wide = e => !e.closest('.scroll') && (e.scrollWidth > e.clientWidth + 1
    || e.getBoundingClientRect().right > width + 0.5);
  return [`${reach} px`, ...[...document.querySelectorAll('main *, header *, footer *')].filter(wide)
    .map(e => `${e.tagName}.${e.className}: ${e.textContent.trim().slice(0, 40)}`)];
}"""
SMALL = """() => [...document.querySelectorAll('a[href], summary, button, input, select')]
  .filter(e => e.checkVisibility() && !e.matches('.skip, .quick-exit p a'))
  .filter(e => getComputedStyle(e).display != 'inline')
  .filter(e => { const b = e.getBoundingClientRect(); return b.height < 43.9 || b.width < 43.9; })
  .map(e => e.outerHTML.slice(0, 90))"""


# Width of the window and size of the text: a small phone, the same with text twice as large,
# a usual phone, and a desktop at 200 %.
SIZES = [(320, 100), (320, 200), (390, 100), (1280, 200), (1280, 100)]


@pytest.mark.browser
@every_page
def test_axe_finds_nothing(
    pages: dict[str, str], tab: Any, violations: Callable[[str], list[str]], name: str
) -> None:
    tab.set_content(pages[name])
    for width in (390, 1280):
        tab.set_viewport_size({"width": width, "height": 844})
        assert violations("light") + violations("dark") == []


@pytest.mark.browser
@every_page
def test_nothing_leaves_the_page_sideways(pages: dict[str, str], tab: Any, name: str) -> None:
    tab.set_content(pages[name])
    for width, text in SIZES:
        tab.set_viewport_size({"width": width, "height": 568})
        tab.evaluate(f"document.documentElement.style.fontSize = '{text}%'")
        assert (width, text, tab.evaluate(OVERFLOW)) == (width, text, [])


@pytest.mark.browser
@every_page
def test_targets_are_large_enough_for_a_shaking_hand(
    pages: dict[str, str], tab: Any, name: str
) -> None:
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.set_content(pages[name])
    assert tab.evaluate(SMALL) == []


LINES = """() => [...document.querySelectorAll('.way b bdi')].map(e => {
  const range = document.createRange(); range.selectNodeContents(e);
  return new Set([...range.getClientRects()].map(r => Math.round(r.top))).size; })"""


@pytest.mark.browser
@every_page
def test_numbers_stand_in_one_line_on_a_small_phone(
    pages: dict[str, str], tab: Any, name: str
) -> None:
    tab.set_viewport_size({"width": 320, "height": 568})
    tab.set_content(pages[name])
    assert set(tab.evaluate(LINES)) <= {1}


FOOT_OF_NUMBER = """() => {
  const shown = [...document.querySelectorAll('main [href^="tel:"] bdi')].filter(e => e.checkVisibility());
  return shown[0].getBoundingClientRect().bottom; }"""
# The same on a usual phone and on the smallest; texts of a service and an article may be longer.
FIRST_SCREENS = [(390, 844, name) for name in ("home", "services", "404", "service", "article")]
FIRST_SCREENS += [(320, 568, name) for name in ("home", "services", "404")]


@pytest.mark.browser
@pytest.mark.parametrize(("width", "height", "name"), FIRST_SCREENS)
def test_the_way_out_and_a_number_are_on_the_first_screen(
    pages: dict[str, str], chromium: Any, width: int, height: int, name: str
) -> None:
    size = {"width": width, "height": height}
    context = chromium.new_context(viewport=size, is_mobile=True, has_touch=True)
    page = context.new_page()
    page.set_content(pages[f"{name}.html"])
    assert page.locator("[data-quick-exit]").bounding_box()["y"] == 0
    assert page.evaluate(FOOT_OF_NUMBER) <= height
    context.close()


@pytest.mark.browser
def test_what_a_card_says_begins_at_one_edge(pages: dict[str, str], tab: Any) -> None:
    tab.set_content(pages["services.html"])
    edges = """tag => [...document.querySelectorAll('.card .facts')].map(list =>
      new Set([...list.querySelectorAll(tag)].map(e => Math.round(e.getBoundingClientRect().left))).size)"""
    below = """[...document.querySelectorAll('.card dd')].filter(e => e.checkVisibility() &&
      e.getClientRects()[0].top > e.previousElementSibling.getBoundingClientRect().top + 4).length"""
    tab.set_viewport_size({"width": 1280, "height": 900})
    assert set(tab.evaluate(edges, "dt") + tab.evaluate(edges, "dd")) == {1}
    assert tab.evaluate(below) == 0
    tab.set_viewport_size({"width": 320, "height": 568})
    assert set(tab.evaluate(edges, "dt")) == {1}
    assert tab.evaluate(below) == 0


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
def test_what_one_does_in_a_card_is_said_in_one_line(
    pages: dict[str, str], tab: Any, width: int
) -> None:
    tab.set_content(pages["services.html"])
    tab.set_viewport_size({"width": width, "height": 844})
    high = "[...document.querySelectorAll('.acts .btn')].map(e => Math.round(e.offsetHeight))"
    assert max(tab.evaluate(high)) < 52


@pytest.mark.browser
def test_a_phone_shows_one_step_back_and_a_desktop_the_way(pages: dict[str, str], tab: Any) -> None:
    tab.set_content(pages["article.html"])
    steps = """[...document.querySelectorAll('.crumbs a')].filter(e => e.checkVisibility())
        .map(e => e.textContent + ' ' + getComputedStyle(e).textDecorationLine)"""
    tab.set_viewport_size({"width": 390, "height": 844})
    assert tab.evaluate(steps) == ["Getting help underline"]
    tab.set_viewport_size({"width": 1280, "height": 844})
    assert [each.split()[0] for each in tab.evaluate(steps)] == ["Home", "Guides", "Getting"]


@pytest.mark.browser
def test_a_question_stands_above_its_answer_on_a_phone(pages: dict[str, str], tab: Any) -> None:
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.set_content(pages["service.html"])
    beside = """[...document.querySelectorAll('main .lined dt')].filter(e =>
        e.getBoundingClientRect().bottom > e.nextElementSibling.getBoundingClientRect().top + 1
        || getComputedStyle(e).fontWeight < 700).map(e => e.textContent)"""
    assert tab.evaluate("document.querySelectorAll('main .lined dt').length") > 3
    assert tab.evaluate(beside) == []


def test_an_address_stands_below_what_one_does(pages: dict[str, str]) -> None:
    rows = soup(pages["service.html"]).select("a.way[href^=mailto], a.way[href^=http]")
    assert rows
    assert [row.b.find("bdi") for row in rows] == [None] * len(rows)
    assert all(row.small.bdi.string for row in rows)


def test_what_not_to_write_is_no_part_of_the_link_that_asks(pages: dict[str, str]) -> None:
    line = soup(pages["service.html"]).select_one(".review")
    assert line.a.string.endswith("tell us.")
    assert line.get_text().endswith("Please do not write about what happened to you.")


def test_the_number_of_a_service_comes_before_who_runs_it(pages: dict[str, str]) -> None:
    text = soup(pages["service.html"]).main.get_text()
    assert 0 < text.index("020 7946 0018") < text.index("Run by")


def test_the_hint_is_read_before_the_field(pages: dict[str, str]) -> None:
    field = soup(pages["services.html"]).find(id="f-words")
    assert field.find_previous(id=field["aria-describedby"])


@pytest.mark.browser
def test_arabic_pages_hold_up(
    arabic: str, tab: Any, violations: Callable[[str], list[str]]
) -> None:
    tab.set_viewport_size({"width": 320, "height": 568})
    tab.set_content(arabic)
    assert tab.evaluate(OVERFLOW) == []
    assert violations("light") == []


@pytest.mark.browser
@every_page
def test_the_first_tab_skips_and_the_second_leaves(
    pages: dict[str, str], tab: Any, name: str
) -> None:
    tab.set_content(pages[name])
    stops = []
    for _ in range(2):
        tab.keyboard.press("Tab")
        stops.append(tab.evaluate("document.activeElement.getAttribute('href')"))
    assert stops == ["#main", "https://www.weather.gov/"]


@pytest.mark.browser
def test_paper_gets_no_menu_and_no_colour(pages: dict[str, str], tab: Any) -> None:
    tab.set_content(pages["article.html"])
    tab.emulate_media(media="print", color_scheme="dark")
    shown = "s => [...document.querySelectorAll(s)].filter(e => e.checkVisibility()).length"
    assert tab.evaluate(shown, "[data-quick-exit], .skip, .nav .lit, .toc, .langs") == 0
    assert (
        tab.evaluate("getComputedStyle(document.querySelector('.lamp')).backgroundImage") == "none"
    )
    tab.emulate_media(media="screen", color_scheme="light")


def test_related_articles_share_topics_and_the_language(render: Callable[..., str]) -> None:
    def named(slug: str, day: int, tags: str, lang: str = "en") -> Any:
        date = DAY.replace(day=day)
        return article(slug, slug, tags, date=date, lang=lang)

    both, old, new = named("both", 1, "a,b"), named("old", 2, "a"), named("new", 3, "a")
    other = named("other", 4, "c")
    here = named("here", 5, "a,b")
    translated = named("translated", 6, "a,b", "es")
    translated.translations, here.translations = [here], [translated]
    tags = [
        (Named("a"), [here, new, old, both]),
        (Named("b"), [here, both]),
        (Named("c"), [other]),
    ]
    page = soup(render("article.html", article=here, tags=tags))
    assert [a.string for a in page.select("[aria-labelledby=related] b")] == ["both", "new", "old"]


def test_the_home_page_shows_what_is_written_for_survivors(render: Callable[..., str]) -> None:
    readers = ["professional", "survivor", "ally", "survivor", "survivor"]
    articles = [article(f"a{n}", f"a{n}", audience=each) for n, each in enumerate(readers)]
    page = soup(render("home.html", articles=articles))
    assert [a.string for a in page.select("[aria-labelledby=guides] b")] == ["a1", "a3", "a4"]


def test_a_house_number_stays_in_front_of_its_street_in_arabic(example: Path) -> None:
    """Signs before the first letter go to the other side where that letter runs the other way."""
    page = (example / "services" / "riverbend-clinic" / "index.html").read_text(encoding="utf-8")
    assert re.search(r"<bdi[^>]*>118 Example Street</bdi>", page)
