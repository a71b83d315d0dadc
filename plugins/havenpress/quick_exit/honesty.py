# SPDX-License-Identifier: AGPL-3.0-or-later
"""What readers are told about leaving: the limits on every page, and no promise that fails."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from urllib.parse import urlsplit

from ..findings import WARNING, Finding
from ..tree import Document, Element, parse
from .injection import page_language
from .settings import ExitSettings
from .texts import PROMISES, base_language

# The sections of the safety page by their ids, in this order, and what each must say.
SECTIONS: Mapping[str, str] = MappingProxyType(
    {
        "cannot": "what leaving cannot do: history, watched devices, calls and downloads",
        "does": "what leaving does: it clears this page, opens another site, covers Back",
        "no-script": "what happens without JavaScript and in older browsers: Back shows the page",
        "history": "how to remove one page from the history, in each major browser",
        "device": "another device, a private window, and that an empty history may be noticed",
    }
)
NEGATIONS = re.compile(
    r"\b(not|no|never|cannot|nobody|none|nothing|without|n[o’']t|nunca|ningun\w*|nadie|sin"
    r"|ne|pas|jamais|aucun\w*|nicht|kein\w*|nie|niemand\w*|لا|لن|لم|ليس\w*)\b|n[’']t\b",
    re.IGNORECASE,
)


def check_promises(settings: ExitSettings) -> Iterator[Finding]:
    """Yield each word of the site's own texts that promises what nobody can keep."""
    for lang, own in settings.texts.items():
        for key, text in own.items():
            for word, reason in _promised(text or "", lang):
                yield _promise(word, reason, f"the exit’s text “{key}” ({lang}) says", "error")


def check_safety_link(page: Document, settings: ExitSettings) -> Iterator[Finding]:
    """Yield a fault where a page does not link to the page that tells the limits."""
    wanted = {_tail(settings.safety_url(lang)) for lang in (page_language(page), "")}
    links = {_tail(link.get("href") or "") for link in page.select("a[href]")}
    if not links & wanted and not _is_safety_page(page):
        message = "the page does not say where its readers learn what leaving cannot do"
        remedy = f"link to {settings.safety_url()}"
        yield Finding(rule="safety-link", message=message, remedy=remedy)


def check_safety_page(html: bytes | str, page: str, *, level: str = "error") -> list[Finding]:
    """Return what the safety page lacks: sections by id, limits first, no false promise."""
    document = parse(html)
    ids = [element.get("id") for element in document.elements if element.get("id") in SECTIONS]
    findings = [
        Finding(
            rule="safety-page",
            message=f"the safety page has no section “{name}”",
            remedy=f"add a heading with the id “{name}” and say {SECTIONS[name]}",
            level=level,
        )
        for name in SECTIONS
        if name not in ids
    ]
    if ids and ids[0] != "cannot":
        message = "the safety page does not begin with what leaving cannot do"
        remedy = "move the section “cannot” before the others"
        findings.append(Finding(rule="safety-page", message=message, remedy=remedy, level=level))
    findings += _check_claims(document)
    return [replace(finding, page=page) for finding in findings]


def _check_claims(document: Document) -> Iterator[Finding]:
    lang = page_language(document)
    main = next(iter(document.select("main")), document.root)
    for sentence in _sentences(main):
        for word, reason in _promised(sentence, lang):
            yield _promise(word, reason, "the safety page says", WARNING)


def _sentences(element: Element | None) -> list[str]:
    return re.split(r"(?<=[.!?…])\s+|\n{2,}", element.text) if element else []


def _promised(text: str, lang: str) -> Iterator[tuple[str, str]]:
    for word, reason in PROMISES.get(base_language(lang or "en"), {}).items():
        rest, times = re.subn(rf"(?<!\w){word}(?!\w)", "", text, flags=re.IGNORECASE)
        if times and not NEGATIONS.search(rest):
            yield word, reason


def _promise(word: str, reason: str, where: str, level: str) -> Finding:
    message = f"{where} “{word}”, which nobody can promise: {reason}"
    return Finding(
        rule="exit-promise", message=message, remedy="say what happens instead", level=level
    )


def _is_safety_page(page: Document) -> bool:
    return bool(page.select("#cannot") and page.select("#history"))


def _tail(url: str) -> str:
    """The last part of a path, by which a link to it is known however the link is written."""
    path = urlsplit(url).path
    parts = [part for part in path.split("/") if part not in {"", ".", "..", "index.html"}]
    return parts[-1] if parts else ""
