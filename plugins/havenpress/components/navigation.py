# SPDX-License-Identifier: AGPL-3.0-or-later
"""Menus, breadcrumbs and languages, as parameters of components."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..site import MenuItem
from . import language
from .page import Page, versions

Link = dict[str, Any]
# What every site has in each of its languages.
EVERYWHERE = ("", "posts/", "map/")


def menu(page: Page, items: Iterable[MenuItem]) -> list[Link]:
    """Return the links of a menu without the home page, which has its own place."""
    return [_menu_link(page, item) for item in items if item.path]


def _menu_link(page: Page, item: MenuItem) -> Link:
    url = page.url(page.local(item.path))
    return {"label": page.t(item.label), "url": url, "current": page.current(item.path)}


def home_crumb(page: Page) -> Link:
    """Return the first breadcrumb."""
    return {"label": page.say("Home"), "url": page.url(page.home)}


def post_crumbs(page: Page, category: Any = None) -> list[Link]:
    """Return the way to an article or to a list of some."""
    crumbs = [home_crumb(page), {"label": posts_label(page), "url": page.url(page.local("posts/"))}]
    if category is not None and has_lists(page):
        crumbs.append({"label": category_name(page, category), "url": page.url(category.url)})
    return crumbs


def has_lists(page: Page) -> bool:
    """Return whether there are lists by category, topic and date in the language of the page.

    Pelican makes them of the originals: in another language a link to one would lead to a page
    that its reader may not understand.
    """
    return page.lang == page.site.language


def view_crumbs(page: Page, view: Any) -> list[Link]:
    """Return the way to a page of the catalogue."""
    way = [{"label": link.label, "url": page.url(link.url)} for link in view.breadcrumbs]
    return [home_crumb(page), *way]


def posts_label(page: Page) -> str:
    """Return what the menu calls the articles."""
    items = (*page.site.menu, *page.site.footer_menu)
    label = next((item.label for item in items if item.page == "posts"), None)
    return page.t(label) if label else page.say("Articles")


def category_name(page: Page, category: Any) -> str:
    """Return the name of a category of posts."""
    declared = page.site.categories.get(category.slug)
    return page.t(declared.name) if declared else str(category)


def category_text(page: Page, category: Any) -> str:
    """Return what is in a category of posts, in a sentence; "" where nobody has said."""
    declared = page.site.categories.get(category.slug)
    return page.t(declared.description) if declared else ""


def language_versions(page: Page) -> list[tuple[str, str]]:
    """Return the versions of this page as (language, path), this one among them."""
    given = page.context.get("alternates") or getattr(page.context.get("view"), "alternates", ())
    if (page.lang, page.here) in given:
        return list(given)
    content = page.context.get("article") or page.context.get("page")
    if content is not None:
        return sorted((each.lang, each.url) for each in versions(content))
    bare = page.here.removeprefix(page.home)
    if bare not in EVERYWHERE:
        return []
    return [(code, page.site.folder(code) + bare) for code in page.site.languages]


def switcher(page: Page) -> list[Link]:
    """Return this page in every language of the site; where it is not, that language's home."""
    if len(page.site.languages) < 2:
        return []
    known = dict(language_versions(page))
    return [
        {
            "code": code,
            "name": language.endonym(code),
            "url": page.url(
                page.here if code == page.lang else known.get(code, page.site.folder(code))
            ),
            "current": code == page.lang,
        }
        for code in page.site.languages
    ]


def feed_path(page: Page) -> str:
    """Return the path of the feed of this language; "" where there is none."""
    if page.lang == page.site.language:
        return page.context.get("FEED_ALL_ATOM") or ""
    pattern = page.context.get("TRANSLATION_FEED_ATOM") or ""
    return pattern.format(lang=page.lang) if _has_posts(page) else ""


def _has_posts(page: Page) -> bool:
    """Return whether any post is in the page’s language: without one Pelican writes no feed."""
    originals = page.context.get("articles") or ()
    return any(each.lang == page.lang for one in originals for each in versions(one))
