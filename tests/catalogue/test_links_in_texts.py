# SPDX-License-Identifier: AGPL-3.0-or-later
"""Links to services in posts and pages: where a fault is found, and what becomes a card."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup, Tag
from havenpress.findings import Finding

from .sites import Site

# Every place in which a link can stand; each link is [nN](…), so that it can be found again.
PLACES = """
Words [n1](TARGET) in a paragraph, **bold [n2](TARGET)** and
on [n3](TARGET) its second line.

- An item [n4](TARGET) here
- [n5](TARGET)

    - inner [n6](TARGET) item

1. Loose

    [n7](TARGET)

> A quotation [n8](TARGET)
> and [n9](TARGET) its second line.

> [!NOTE] A title [n10](TARGET)
> Text [n11](TARGET) of a callout
>
> - an item of it [n12](TARGET)

> [!NOTE]- Folded
> Hidden [n13](TARGET) at first

| Thing | Where |
| --- | --- |
| Papers | see [n14](TARGET) |
| [n15](TARGET) | [n16](TARGET) |

Term
:   What [n17](TARGET) is

A note[^1] here.

[^1]: Under [n18](TARGET) the text.

## A heading [n19](TARGET)

[n20](TARGET)

*[n21](TARGET)*

[n22](TARGET "with a title") and [n23](<TARGET>)
"""
COUNT = 23
FAULTS = {
    "{service}harbor-line-helpline": (
        "there is no service “harbor-line-helpline”",
        "did you mean “harbour-line-helpline”?",
    ),
    "{service}northtown-clinic": (
        "the service “northtown-clinic” is closed",
        "name one that is open, or take the link out",
    ),
    "{service}old-clinic": (
        "the service “old-clinic” is closed",
        "name one that is open, or take the link out",
    ),
    "{service}zzz": ("there is no service “zzz”", "write an id from content/catalogue/services"),
}


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site whose clinic had another id and is closed, with every fault at every place."""
    site = Site(tmp_path_factory.mktemp("faulty"))
    clinic = "catalogue/services/northtown-clinic.yaml"
    site.replace(clinic, "status: active", "status: defunct\nformerly: [old-clinic]")
    about = (site.content / "pages" / "about.md").read_text(encoding="utf-8")
    for number, target in enumerate(FAULTS):
        body = PLACES.replace("TARGET", target)
        site.write_post(body, f"post-{number}.md", ("slug: when-you-call", f"slug: post-{number}"))
        page = about.replace("slug: about", f"slug: page-{number}") + body
        (site.content / "pages" / f"page-{number}.md").write_text(page, encoding="utf-8")
    return site.build()


@pytest.mark.parametrize("folder", ["posts/post", "pages/page"])
@pytest.mark.parametrize("number", range(len(FAULTS)))
def test_a_fault_is_found_at_its_line_and_column(faulty: Site, folder: str, number: int) -> None:
    target = list(FAULTS)[number]
    file = f"content/{folder}-{number}.md"
    lines = (faulty.folder / file).read_text(encoding="utf-8").split("\n")
    found = [each for each in faulty.findings if each.file == file and each.rule == "link-service"]
    assert {(each.message, each.remedy) for each in found} == {FAULTS[target]}
    assert [_link_at(lines, each) for each in found] == [f"[n{n}](" for n in range(1, COUNT + 1)]
    assert faulty.status == 1
    assert not faulty.output.exists()


def _link_at(lines: list[str], finding: Finding) -> str:
    text = lines[finding.line - 1][finding.column - 1 :]
    return text[: text.index("(") + 1]


def test_the_line_to_write_is_the_line_with_the_id_that_was_meant(faulty: Site) -> None:
    first = next(each for each in faulty.findings if each.file.endswith("post-0.md"))
    assert first.write == (
        "Words [n1]({service}harbour-line-helpline) in a paragraph, "
        "**bold [n2]({service}harbor-line-helpline)** and"
    )


# What is typed, and whether it becomes a card.
TYPED = {
    "alone": ("[The clinic]({service}northtown-clinic)", True),
    "former-id": ("[The clinic]({service}old-clinic)", True),
    "bold": ("**[The clinic]({service}northtown-clinic)**", True),
    "bold-and-italic": ("***[The clinic]({service}northtown-clinic)***", True),
    "emphasis-inside": ("[The *clinic* and `more`]({service}northtown-clinic)", True),
    "with-a-title": ('[The clinic]({service}northtown-clinic "Open now")', True),
    "reference": ("[The clinic][c]\n\n[c]: {service}northtown-clinic", True),
    "callout": ("> [!NOTE] Where to go\n> [The clinic]({service}northtown-clinic)", True),
    "folded": ("> [!NOTE]- Where to go\n> [The clinic]({service}northtown-clinic)", True),
    "with-a-full-stop": ("[The clinic]({service}northtown-clinic).", False),
    "words-before": ("See [the clinic]({service}northtown-clinic)", False),
    "two-links": (
        "[The clinic]({service}northtown-clinic) [the line]({service}harbour-line-helpline)",
        False,
    ),
    "two-lines": (
        "[The clinic]({service}northtown-clinic)\n[The line]({service}harbour-line-helpline)",
        False,
    ),
    "list": ("- [The clinic]({service}northtown-clinic)\n- more", False),
    "loose-list": ("- more\n\n- [The clinic]({service}northtown-clinic)\n\n    Text", False),
    "list-in-callout": ("> [!NOTE] A\n> - b\n>\n> - [C]({service}northtown-clinic)", False),
    "quotation": ("> [The clinic]({service}northtown-clinic)", False),
    "table": ("| A |\n| --- |\n| [The clinic]({service}northtown-clinic) |", False),
    "definition": ("Term\n:   [The clinic]({service}northtown-clinic)\n\n    More", False),
    "footnote": ("Text[^1]\n\n[^1]: [The clinic]({service}northtown-clinic)", False),
    "heading": ("## [The clinic]({service}northtown-clinic)\n\nText", False),
    "another-site": ("[The clinic](https://clinic.example/)", False),
}


IN_ARABIC = (
    ("lang: en", "lang: ar"),
    ("What happens when you call", "ماذا يحدث عندما تتصل"),
    ("You can hang up at any time. This page says what a call is like.", "كيف تكون المكالمة."),
)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site in English and Arabic with a post for each way to type a link."""
    site = Site(tmp_path_factory.mktemp("good"))
    site.replace("site.yaml", "languages: [en]", "languages: [en, ar]")
    site.replace("catalogue/catalogue.yaml", "languages: [en]", "languages: [en, ar]")
    clinic = "catalogue/services/northtown-clinic.yaml"
    site.replace(clinic, "status: active", "status: active\nformerly: [old-clinic]")
    site.replace(clinic, "name: {en: Northtown clinic}", "name: {en: Northtown clinic, ar: عيادة}")
    for name, (typed, _) in TYPED.items():
        site.write_post(f"{typed}\n", f"{name}.md", *_named(name))
    arabic = "[العيادة]({service}northtown-clinic)\n\nهنا [العيادة]({service}old-clinic) أيضًا.\n"
    site.write_post(arabic, "when-you-call.ar.md", *IN_ARABIC)
    about = (site.content / "pages" / "about.md").read_text(encoding="utf-8")
    page = f"{about}\n{TYPED['alone'][0]}\n\n{TYPED['list'][0]}\n"
    (site.content / "pages" / "about.md").write_text(page, encoding="utf-8")
    names = (
        "services: [harbour-line-helpline]",
        "services: [old-clinic, harbour-line-helpline, northtown-clinic]",
    )
    site.write_post("Text.\n", "named.md", *_named("named"), names)
    site.build()
    assert site.status == 0, [each for each in site.findings if each.level == "error"]
    return site


def _named(name: str) -> tuple[tuple[str, str], ...]:
    """What makes the front matter of one post that of another."""
    return ("slug: when-you-call", f"slug: {name}"), ("What happens when you call", f"On {name}")


def _article(site: Site, address: str) -> Tag:
    html = (site.output / address / "index.html").read_text(encoding="utf-8")
    return BeautifulSoup(html, "html.parser").find("article", class_="flow")


@pytest.mark.parametrize("name", TYPED)
def test_a_link_alone_in_a_paragraph_is_a_card(good: Site, name: str) -> None:
    article = _article(good, f"posts/{name}")
    cards, links = article.select(".card"), article.select("a.service")
    if TYPED[name][1]:
        (card,) = cards
        assert card.select_one(".called a")["href"] == "../../services/northtown-clinic/"
        assert card.select_one(".acts a")["href"] == "tel:+442079460018"
        assert links == []
        return
    assert cards == []
    assert all(link["href"].startswith("../../services/") for link in links)
    assert bool(links) == (name != "another-site")


def test_a_page_has_cards_as_well(good: Site) -> None:
    article = _article(good, "about")
    assert len(article.select(".card")) == 1
    assert [link["href"] for link in article.select("li a")] == ["../services/northtown-clinic/"]


def test_a_translation_has_the_card_of_its_language(good: Site) -> None:
    address = "ar/posts/when-you-call"
    article = _article(good, address)
    (card,) = article.select(".card")
    name, (link,) = card.select_one(".called a"), article.select("a.service")
    assert (name.text, name.get("lang")) == ("عيادة", None)
    assert card.select_one("bdi")["dir"] == "ltr"
    for each in (name, link):
        assert urljoin(f"/{address}/", each["href"]) == "/ar/services/northtown-clinic/"


def test_a_post_that_names_a_former_id_shows_the_service_once(good: Site) -> None:
    html = (good.output / "posts" / "named" / "index.html").read_text(encoding="utf-8")
    cards = BeautifulSoup(html, "html.parser").select(".cards .card")
    assert [card["id"] for card in cards] == ["northtown-clinic", "harbour-line-helpline"]


def test_a_card_in_bold_is_not_asked_whether_it_is_a_heading(good: Site) -> None:
    assert "heading-real" not in {finding.rule for finding in good.findings}
