# SPDX-License-Identifier: AGPL-3.0-or-later
"""Putting the quick exit into a page of any theme, by splicing: every other byte stays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from ..tree import Document, Element, parse, splice
from .assets import SCRIPT, STYLE, script_hash, style_hash
from .csp import allow_inline, parse_policy, write_policy
from .markup import control_html, script_tag, skip_link, style_tag
from .settings import ExitSettings

Edit = tuple[int, int, str]

# Elements that a Tab stops at, unless an attribute says otherwise.
STOPS = (
    "a[href],area[href],button,input,select,textarea,summary,iframe,audio[controls],"
    "video[controls],[contenteditable],[tabindex]"
)
TARGETS = ("main[id]", '[role="main"][id]', "main", '[role="main"]', "article", "h1")
AFTER_EXIT = "after-quick-exit"
SKIP = "quick-exit-skip"  # what the style keeps clear of the bar


def inject(html: bytes, settings: ExitSettings, *, lang: str = "", safety_url: str = "") -> bytes:
    """Return the page with one control, the script and the style, each added where it is missing.

    The language is the page's own where ``lang`` is empty. A page that has all of it comes back
    as it was. Raises KeyError for a language without texts.
    """
    page = parse(html)
    lang = lang or page_language(page)
    edits = [
        *_head(page, settings, lang),
        *_policies(page),
        *_control(page, settings, lang, safety_url),
        *(_title(page, settings, lang) if settings.discreet_titles else ()),
    ]
    if not _says_utf8(page):
        edits = [(start, end, _in_any_encoding(text)) for start, end, text in edits]
    return bytes(splice(html, edits)) if edits else html  # type: ignore[arg-type]


def _says_utf8(page: Document) -> bool:
    return any(
        (meta.get("charset") or "").lower() == "utf-8" for meta in page.select("head > meta")
    )


def _in_any_encoding(text: str) -> str:
    """Signs beyond ASCII as character references, which read the same whatever the page is in."""
    return text.encode("ascii", "xmlcharrefreplace").decode()


def page_language(page: Document) -> str:
    """Return the language that the html element declares, empty where it declares none."""
    root = page.root
    return (root.get("lang") or "").strip() if root else ""


def controls(page: Document) -> list[Element]:
    """Return everything in a page that is marked as the control."""
    return page.select("[data-quick-exit]")


def scripts(page: Document) -> list[Element]:
    """Return every copy of the script in a page."""
    return [script for script in page.by_tag.get("script", []) if script.text == SCRIPT]


def stops(page: Document) -> Iterator[Element]:
    """Yield what Tab stops at, in order, as far as the source alone can tell."""
    for element in page.select(STOPS):
        if element.get("tabindex", "0").strip().startswith("-"):  # type: ignore[union-attr]
            continue
        if "disabled" in element or element.get("type") == "hidden":
            continue
        if not any(_is_out_of_reach(above) for above in (element, *element.ancestors)):
            yield element


def _is_out_of_reach(element: Element) -> bool:
    return element.tag in {"noscript", "template"} or any(
        name in element for name in ("hidden", "inert")
    )


def _head(page: Document, settings: ExitSettings, lang: str) -> Iterator[Edit]:
    at = _head_offset(page)
    parts = []
    if not page.select('meta[name="referrer" i]'):
        parts.append('<meta name="referrer" content="no-referrer">')
    if not page.select('link[rel~="icon" i]'):
        parts.append('<link rel="icon" href="data:,">')
    if not any(STYLE in style.text for style in page.by_tag.get("style", [])):
        parts.append(style_tag())
    if not scripts(page):
        parts.append(script_tag(settings, lang))
    if parts:
        yield at, at, "".join(parts)


def _head_offset(page: Document) -> int:
    """After the encoding, which stands in the first 1,024 bytes, and after every policy."""
    first = [meta for meta in page.select("head > meta") if _comes_first(meta)]
    tags = [*first[::-1], *page.by_tag.get("head", []), *page.by_tag.get("html", [])]
    for tag in tags:
        if tag.start_tag:
            return tag.start_tag[1]
    doctype = re.match(
        r"\s*(<!--.*?-->\s*)*<!doctype[^>]*>", page.source, re.IGNORECASE | re.DOTALL
    )
    return doctype.end() if doctype else 0


def _comes_first(meta: Element) -> bool:
    equivalent = (meta.get("http-equiv") or "").lower()
    return "charset" in meta or equivalent in {"content-type", "content-security-policy"}


def _policies(page: Document) -> Iterator[Edit]:
    """Let the script and the style into every policy that the page carries itself."""
    for meta in page.select('meta[http-equiv="content-security-policy" i]'):
        before = parse_policy(meta.get("content") or "")
        after = allow_inline(before, "script-src", script_hash())
        if not any(STYLE in style.text for style in page.by_tag.get("style", [])):
            after = allow_inline(after, "style-src", style_hash())
        if after != before and meta.start_tag:
            content = escape(write_policy(after), quote=False).replace('"', "&quot;")
            tag = f'<meta http-equiv="Content-Security-Policy" content="{content}">'
            yield *meta.start_tag, tag


def _control(page: Document, settings: ExitSettings, lang: str, safety_url: str) -> Iterator[Edit]:
    if controls(page):
        return
    control = control_html(settings, lang, safety_url=safety_url)
    if page.select("base[target]"):  # which would open the exit in a tab of its own
        control = control.replace("<a ", '<a target="_self" ', 1)
    skip = _own_skip_link(page)
    if skip:
        at = page.source.index("</a", skip.start_tag[1])  # type: ignore[index]
        at = page.source.index(">", at) + 1
        yield at, at, control
        if "id" not in skip:
            at = skip.start_tag[0] + len("<a")  # type: ignore[index]
            yield at, at, f' id="{SKIP}"'
        return
    target, edits = _skip_target(page)
    yield from edits
    at = _body_offset(page)
    landing = f'<span id="{AFTER_EXIT}" tabindex="-1"></span>' if target == AFTER_EXIT else ""
    yield at, at, skip_link(settings, target, lang) + control + landing


def _own_skip_link(page: Document) -> Element | None:
    """Return the theme's skip link if it is the first stop and stands alone in the body."""
    first = next(stops(page), None)
    if first is None or first.tag != "a" or first.parent is None or first.parent.tag != "body":
        return None
    target = (first.get("href") or "").removeprefix("#")
    if not (first.get("href") or "").startswith("#") or not first.start_tag:
        return None
    return first if any(e.get("id") == target for e in page.elements) else None


def _skip_target(page: Document) -> tuple[str, list[Edit]]:
    """Return the id that the skip link leads to, and the edit that gives it to an element."""
    for selector in TARGETS:
        for element in page.select(f"body {selector}"):
            if element.get("id"):
                return element.get("id") or "", []
            if element.start_tag and "id" not in element:
                at = element.start_tag[0] + 1 + len(element.tag)
                return "main-content", [(at, at, ' id="main-content"')]
    return AFTER_EXIT, []


def _body_offset(page: Document) -> int:
    body = page.by_tag["body"][0] if page.by_tag.get("body") else None
    if body is not None and body.start_tag:
        return body.start_tag[1]
    for element in body.children if body is not None else ():
        if element.start_tag:
            return element.start_tag[0]
    return len(page.source)


def _title(page: Document, settings: ExitSettings, lang: str) -> Iterator[Edit]:
    """Give every page the one neutral title; the headings stay."""
    for title in page.select("head > title"):
        if title.start_tag:
            start = title.start_tag[1]
            end = page.source.lower().find("</title", start)
            yield start, max(start, end), escape(settings.texts_for(lang)["title"])
