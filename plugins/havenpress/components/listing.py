# SPDX-License-Identifier: AGPL-3.0-or-later
"""Articles, topics and categories in lists, as parameters of components."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from ..catalogue.presentation.cards import card_of
from ..catalogue.presentation.lists import category_overview
from ..source.nodes import Text
from ..writing.topics import TOPICS, topic_text
from . import language
from .navigation import category_name, category_text
from .page import Page, versions

RELATED, MANY, GUIDES = 3, 100, 3
HEADING = re.compile(r'<h2\b[^>]*\bid="(?P<id>[^"]+)"[^>]*>(?P<title>.*?)</h2>', re.DOTALL)
# A paragraph that the writing part has marked as a card.
SERVICE = re.compile(
    r'<p\b[^>]*\bclass="service-card"[^>]*>\s*<a\b[^>]*\bhref="[^"]*services/(?P<id>[^/"]+)/"[^>]*>'
    r"(?:(?!</p>).)*</a>\s*</p>",
    re.DOTALL,
)
# The roles that front matter can name; a team speaks for itself.
ROLES = {
    "lived-experience": "lived experience",
    "advocate": "advocate",
    "writer": "writer",
    "editor": "editor",
    "health": "health worker",
    "legal": "legal adviser",
    "social-work": "social worker",
    "translator": "translator",
}
Row = dict[str, Any]
Article = Any  # an article of Pelican, with the front matter that ours have


def post_rows(page: Page, articles: Iterable[Article], *, dated: bool = False) -> list[Row]:
    """Return articles as rows: title, summary, and the day of publication where ``dated``."""
    return [_post_row(page, article, dated=dated) for article in articles]


def _in_place_of(old: str, new: str) -> str:
    """Return a text with the place of the one that it is made of, where that has one."""
    if not isinstance(old, Text):
        return new
    return Text.at(new, old.file, old.line, old.column, plain=False)


def _post_row(page: Page, article: Article, *, dated: bool) -> Row:
    text = article.summary
    if dated:
        day = language.date_text(article.date, page.lang, page.site.country)
        text = _in_place_of(text, f"{day} · {text}")
    return {
        "label": article.title,
        "url": page.url(article.url),
        "text": text,
        "lang": "" if article.lang == page.lang else article.lang,
    }


def guides(_page: Page, articles: Iterable[Article]) -> list[Article]:
    """Return what a survivor may want to read first: the newest of the articles for them."""
    ranked = sorted(articles, key=lambda each: getattr(each, "audience", "survivor") != "survivor")
    return ranked[:GUIDES]


def page_rows(page: Page) -> list[Row]:
    """Return the home page and Pelican's pages of this language, by title."""
    everything = [each for one in page.context.get("pages") or () for each in versions(one)]
    rows = [_page_row(page, each) for each in everything if each.lang == page.lang]
    home = {"label": page.say("Home"), "url": page.url(page.home)}
    return [home, *sorted(rows, key=lambda row: row["label"].casefold())]


def _page_row(page: Page, content: Any) -> Row:
    return {"label": content.title, "url": page.url(content.url)}


def related(page: Page, article: Article) -> list[Article]:
    """Return the articles of the same language with the most topics in common, then the newest.

    Of a topic with very many articles only the newest count: what else is about it is far away.
    """
    topics = {tag.slug for tag in getattr(article, "tags", ())}
    shared: Counter[str] = Counter()
    close: dict[str, Article] = {}
    for tag, originals in page.context.get("tags") or ():
        if tag.slug not in topics:
            continue
        newest = originals[:MANY]
        for each in (
            v for original in newest for v in versions(original) if v.lang == article.lang
        ):
            shared[each.slug] += 1
            close[each.slug] = each
    close.pop(article.slug, None)
    ranked = sorted(close.values(), key=lambda each: each.slug)
    return sorted(ranked, key=lambda each: (shared[each.slug], each.date), reverse=True)[:RELATED]


def reviewers(page: Page, content: Article) -> list[str]:
    """Return who reviewed a text: “name, role”, or whichever of the two is there."""
    people = getattr(content, "reviewers", None) or ()
    return [", ".join(filter(None, (p["name"], _role(page, p.get("role", ""))))) for p in people]


def _role(page: Page, role: str) -> str:
    return "" if role == "team" else page.say(ROLES.get(role, role))


def content_topics(page: Page, content: Article) -> list[str]:
    """Return what a text mentions, in the words of its language."""
    topics = getattr(content, "content_notes", None) or ()
    return [topic_text(each, page.lang) if each in TOPICS else each for each in topics]


def headings(_page: Page, content: Article) -> list[Row]:
    """Return the main headings of a text that can be jumped to."""
    known = getattr(content, "toc", None)
    if known is not None:
        return known
    return [
        {"id": found["id"], "title": Markup(found["title"]).striptags()}  # noqa: S704
        for found in HEADING.finditer(str(content.content))
    ]


def service_cards(page: Page, content: Article) -> list[Any]:
    """Return the services that a text is about, as the catalogue shows them in lists."""
    edition = (page.context.get("catalogue") or {}).get(page.lang)
    if edition is None:
        return []
    wanted = getattr(content, "services", None) or ()
    found = {service.id: service for each in wanted if (service := edition.catalogue.lookup(each))}
    return [card_of(service, edition) for service in found.values()]


def body_parts(page: Page, content: Article) -> list[Row]:
    """Return a text cut where a link to a service is a paragraph of its own, which is a card."""
    text, edition = str(content.content), (page.context.get("catalogue") or {}).get(page.lang)
    parts, start = [], 0
    for found in SERVICE.finditer(text) if edition else ():
        card = _card(found["id"], edition)
        if card is not None:
            parts.append({"html": Markup(text[start : found.start()]), "card": card})  # noqa: S704
            start = found.end()
    return [*parts, {"html": Markup(text[start:]), "card": None}]  # noqa: S704


def _card(service_id: str, edition: Any) -> Any:
    service = edition.catalogue.lookup(service_id)
    return card_of(service, edition) if service else None


def tag_links(page: Page, tags: Iterable[Any]) -> list[Row]:
    """Return topics as links; pairs of topic and articles also say how many those are."""
    return sorted((_tag(page, tag) for tag in tags), key=lambda row: row["label"].casefold())


def _tag(page: Page, tag: Any) -> Row:
    if isinstance(tag, tuple):
        return {**_tag(page, tag[0]), "count": len(tag[1])}
    return {"label": topic_name(page, tag), "url": page.url(tag.url)}


def topic_name(_page: Page, tag: object) -> str:
    """Return a topic as words; in front matter it is a slug."""
    return str(tag).replace("-", " ")


def category_rows(page: Page, categories: Iterable[tuple[Any, Any]]) -> list[Row]:
    """Return the categories of posts as rows, in the order of ``site.yaml``."""
    order = list(page.site.categories)
    ranked = sorted(categories, key=lambda pair: order.index(pair[0].slug))
    return [
        {
            "label": category_name(page, category),
            "url": page.url(category.url),
            "text": category_text(page, category),
        }
        for category, _ in ranked
    ]


def need_rows(page: Page) -> list[Row]:
    """Return the kinds of help that the catalogue has, as rows."""
    edition = (page.context.get("catalogue") or {}).get(page.lang)
    needs = category_overview(edition) if edition else page.context.get("needs") or ()
    return [{"label": each.label, "url": page.url(each.url)} for each in needs]


def in_language(_page: Page, phrase: object) -> Markup:
    """Return the attribute for a text that is not in the language of the page, or nothing."""
    code = getattr(phrase, "lang", "")
    if not code:
        return Markup()
    return Markup(' lang="{}" dir="{}"').format(code, language.direction(code))
