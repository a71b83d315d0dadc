# SPDX-License-Identifier: AGPL-3.0-or-later
"""The same content gives the same pages, in whatever order the disk names its files.

Pelican keeps files in a set, so the order of translations, and of posts of one day, changes from
run to run with the hash seed (specifications of publishing, finding 2).
"""

from __future__ import annotations

from typing import Any


def order_articles(generator: Any) -> None:
    """Put posts, translations and the posts of each category and tag into one order."""
    for name in ("articles", "translations", "drafts", "hidden_articles"):
        getattr(generator, name, []).sort(key=_newest_first)
    for post in [*generator.articles, *generator.translations]:
        post.translations.sort(key=_by_language)
    for groups in (generator.categories, generator.tags):
        pairs = groups.items() if isinstance(groups, dict) else groups
        for _, posts in pairs:
            posts.sort(key=_newest_first)
    generator.tags = dict(sorted(generator.tags.items(), key=lambda pair: pair[0].slug))
    generator.context["tags"] = list(generator.tags.items())


def order_pages(generator: Any) -> None:
    """Put pages and their translations into one order."""
    for name in ("pages", "translations", "hidden_pages"):
        getattr(generator, name, []).sort(key=_by_language)
    for page in [*generator.pages, *generator.translations]:
        page.translations.sort(key=_by_language)


def _newest_first(post: Any) -> tuple[object, ...]:
    return (-post.date.toordinal(), post.slug, post.lang)


def _by_language(content: Any) -> tuple[object, ...]:
    return (content.lang, content.slug)
