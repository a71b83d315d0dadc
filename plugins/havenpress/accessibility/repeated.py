# SPDX-License-Identifier: AGPL-3.0-or-later
"""What pages have in common, as far as one page tells, and the ways past it.

Source: ACT rules, definitions of "block of repeated content", "non-repeated content after repeated
content" and "perceivable content"; WCAG 2.2, 2.4.1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import unquote

from ..tree import Document, Element, in_order
from .css.visibility import REPLACED, shows_text
from .lookup import with_content
from .page import Page

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
COMMON = frozenset({"banner", "complementary", "contentinfo", "navigation"})
CONTENT = ("main", "region", "form")  # landmarks that hold what the page is about


def common_parts(page: Page) -> list[Element]:
    """Return the menus, headers and the like that can be seen and are read out, in order."""
    found = page.with_role(*COMMON)
    return in_order(e for e in found if page.is_exposed(e) and page.is_visible(e))


def repeats_nothing(page: Page) -> bool:
    """Tell whether a page leads to no other, or only to files that have nothing in common with it.

    Files are read for it: it is for a page that has no way past what it may repeat.
    """
    if next(page.tagged("form", "script"), None) is not None or page.having("onclick"):
        return False
    said = _contents(page.document)
    return all(other is not None and said.isdisjoint(_contents(other)) for other in _others(page))


def is_told_only_here(page: Page, *roles: str) -> bool:
    """Tell whether behind the first common part stands one of some roles with words of its own.

    That is known where all pages that the page leads to are files, and none has anything of it.
    """
    common, others = common_parts(page), [*_others(page)]
    known = [other for other in others if other is not None]
    if not common or not known or len(known) < len(others):
        return False
    shared = set[tuple[str, bool]]().union(*map(_contents, known))
    behind = (e for e in page.exposed(*roles) if e.index > common[0].index)
    return any(page.shows_anything(e) and shared.isdisjoint(_contents_of([e])) for e in behind)


def _others(page: Page) -> Iterator[Document | None]:
    """Yield the pages that a page leads to, None for one that is not known."""
    addresses = [e.get("href") or "" for e in page.tagged("a", "area")]
    return map(page.document_of, filter(_is_elsewhere, addresses))


def _is_elsewhere(href: str) -> bool:
    address = href.strip().lower()
    return bool(address) and not address.startswith(("#", "mailto:", "tel:", "sms:", "javascript:"))


@lru_cache(maxsize=32)  # a page's own and those of the files that all pages of a site lead to
def _contents(document: Document) -> set[tuple[str, bool]]:
    return _contents_of(document.by_tag.get("body", ()))


def _contents_of(elements: Iterable[Element]) -> set[tuple[str, bool]]:
    """Return the texts and the addresses of pictures in elements, each with whether it is a heading.

    Apart from that the tag does not count: what links to a page is plain text on that page itself.
    """
    inside = [e for element in elements for e in (element, *element.descendants)]
    texts = {(" ".join(text.split()), e.tag in HEADINGS) for e in inside for text in e.own_texts}
    pictures = {(e.get("src") or "", False) for e in inside}
    return {each for each in texts | pictures if each[0]}


def is_in_common(element: Element, page: Page) -> bool:
    """Tell whether an element is, or stands in, what pages have in common."""
    return any(page.role(e) in COMMON for e in (element, *element.ancestors))


def parts_before_content(page: Page) -> list[Element]:
    """Return the outermost common parts that content of the page's own comes behind, in order."""
    if page.repeated is None:
        page.repeated = [*_outermost_before_content(page)]
    return page.repeated


def is_content_first(page: Page) -> bool:
    """Tell whether a page has common parts, and no content of its own behind the first of them."""
    return bool(common_parts(page)) and not parts_before_content(page)


def _outermost_before_content(page: Page) -> Iterator[Element]:
    common = common_parts(page)
    last = _last_content(common, page) if common else -1
    end = 0
    for part in common:
        if end <= part.index < last:
            end = part.document.ends[part.index]
            yield part


def _last_content(common: list[Element], page: Page) -> int:
    """Return the index of the last thing on a page that is in no common part, -1 for none."""
    inside = with_content(common)
    for element in reversed(page.elements):
        if element not in inside and _is_perceivable(element, page):
            return element.index
    return -1


def _is_perceivable(element: Element, page: Page) -> bool:
    """Tell whether an element is itself something that is seen or read out."""
    if element.tag not in REPLACED and _is_blank(element):
        return False
    return page.is_perceived(element)


def heads_content(heading: Element, common: list[Element], page: Page) -> bool:
    """Tell whether a heading stands after the first common part, in none of them."""
    if common and heading.index < common[0].index:
        return False
    if any(above in common for above in heading.ancestors):
        return False
    if not page.is_exposed(heading):
        return False
    inside = (heading, *heading.descendants)
    return any(shows_text(e, page) for e in inside) or page.shows_anything(heading)


def content_landmarks(page: Page) -> Iterator[Element]:
    """Yield the exposed landmarks that begin with content of the page's own."""
    for landmark in page.exposed(*CONTENT):
        if page.role(landmark) == "form" and not page.name(landmark):
            continue  # only a form with a name is a landmark
        if not begins_with_common(landmark, page) and not is_empty(landmark, page):
            yield landmark


def is_empty(landmark: Element, page: Page) -> bool:
    """Tell whether nothing is in a landmark of a page with links, and no script may fill it."""
    if landmark.children or landmark.text.strip():
        return False
    return next(page.tagged("script"), None) is None and next(page.tagged("a"), None) is not None


def begins_with_common(landmark: Element, page: Page) -> bool:
    """Tell whether the first thing in a landmark is what pages have in common.

    Where such a part stands before the landmark, one inside is taken to belong to the page, as
    the way to it or its table of contents does.
    """
    end = landmark.document.ends[landmark.index]
    if not any(landmark.index < e.index < end for e in page.with_role(*COMMON)):
        return False
    for inner in landmark.descendants:
        if page.role(inner) in COMMON and inner in (common := common_parts(page)):
            return common[0].index > landmark.index
        if not page.is_hidden(inner) and (inner.tag in REPLACED or not _is_blank(inner)):
            return False
    return False


def _is_blank(element: Element) -> bool:
    return not any(text.strip() for text in element.own_texts)


def leads_to_content(link: Element, page: Page) -> bool:
    """Tell whether a link leads to a part of the page that is its own."""
    target = _find(_fragment(link), page)
    if target is None:
        return _leads_to_top(link)
    return not is_in_common(target, page) and _is_before_content(target, page)


def leads_past(link: Element, parts: list[Element], page: Page) -> bool:
    """Tell whether a link that can be followed leads to content behind the first common part."""
    if not (link.get("href") or "").startswith("#") or not page.is_rendered(link):
        return False
    target = _find(_fragment(link), page)
    if target is None or target.index < parts[0].index or not page.is_rendered(target):
        return False
    if is_in_common(target, page) or begins_with_common(target, page):
        return False
    return _is_before_content(target, page)


def _is_before_content(target: Element, page: Page) -> bool:
    """Tell whether what one meets first from a place on is content of the page's own.

    What is met inside of the place is taken for it, and a main element for content.
    """
    if page.role(target) == "main":
        return True
    here = page.elements[target.index :]
    first = next((e for e in here if _is_perceivable(e, page)), None)
    if first is None or first.index < target.document.ends[target.index]:
        return first is not None
    return not is_in_common(first, page)


def leads_into_common(link: Element, page: Page) -> bool:
    """Tell whether a link leads to what pages have in common."""
    target = _find(_fragment(link), page)
    return target is not None and is_in_common(target, page)


def has_target(link: Element, page: Page) -> bool:
    """Tell whether the part of the page that a link leads to exists."""
    return _find(_fragment(link), page) is not None or _leads_to_top(link)


def _leads_to_top(link: Element) -> bool:
    return _fragment(link).lower() == "top"


def _fragment(link: Element) -> str:
    return unquote((link.get("href") or "")[1:])


def _find(name: str, page: Page) -> Element | None:
    anchors = (anchor for anchor in page.tagged("a") if anchor.get("name") == name)
    return page.by_id(name) or next(anchors, None)
