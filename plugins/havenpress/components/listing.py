# SPDX-License-Identifier: AGPL-3.0-or-later
"""Articles, topics and categories in lists, as parameters of components."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from . import language
from .navigation import category_name, category_text
from .page import Page, versions

RELATED = 3
Row = dict[str, Any]
Article = Any  # an article of Pelican, with the front matter that ours have


def post_rows(page: Page, articles: Iterable[Article], *, dated: bool = False) -> list[Row]:
    """Return articles as rows: title, summary, and the day of publication where ``dated``."""
    return [_post_row(page, article, dated=dated) for article in articles]


def _post_row(page: Page, article: Article, *, dated: bool) -> Row:
    text = Markup(article.summary).striptags()
    if dated:
        day = language.date_text(article.date, page.lang, page.site.country)
        text = f"{day} · {text}"
    return {
        "label": Markup(article.title).striptags(),
        "url": page.url(article.url),
        "text": text,
        "lang": "" if article.lang == page.lang else article.lang,
    }


def related(page: Page, article: Article) -> list[Article]:
    """Return the articles of the same language with the most topics in common, then the newest."""
    topics = _slugs(article)
    others = [
        each
        for original in page.context.get("articles") or ()
        for each in versions(original)
        if each.lang == article.lang and each.slug != article.slug
    ]
    close = [each for each in others if topics & _slugs(each)]
    close.sort(key=lambda each: each.slug)
    close.sort(key=lambda each: (len(topics & _slugs(each)), each.date), reverse=True)
    return close[:RELATED]


def _slugs(article: Article) -> set[str]:
    return {tag.slug for tag in getattr(article, "tags", ())}


def reviewers(_page: Page, content: Article) -> list[str]:
    """Return who reviewed a text: “name, role”, or whichever of the two is there."""
    people = getattr(content, "reviewers", None) or ()
    return [", ".join(filter(None, (p.get("name"), p.get("role")))) for p in people]


def tag_links(page: Page, tags: Iterable[Any]) -> list[Row]:
    """Return topics as links; pairs of topic and articles also say how many those are."""
    return sorted((_tag(page, tag) for tag in tags), key=lambda row: row["label"].casefold())


def _tag(page: Page, tag: Any) -> Row:
    if isinstance(tag, tuple):
        return {**_tag(page, tag[0]), "count": len(tag[1])}
    return {"label": str(tag), "url": page.url(tag.url)}


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


def need_rows(page: Page, needs: Iterable[Any]) -> list[Row]:
    """Return links of the catalogue as rows."""
    return [{"label": each.label, "url": page.url(each.url)} for each in needs]


def in_language(_page: Page, phrase: object) -> Markup:
    """Return the attribute for a text that is not in the language of the page, or nothing."""
    code = getattr(phrase, "lang", "")
    if not code:
        return Markup()
    return Markup(' lang="{}" dir="{}"').format(code, language.direction(code))
