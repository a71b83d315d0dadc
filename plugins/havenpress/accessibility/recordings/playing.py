# SPDX-License-Identifier: AGPL-3.0-or-later
"""Recordings that start by themselves.

Source: HTML standard, section 4.8.11 (media elements); Media Fragments URI 1.0, section 4.2.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from ...tree import Element
from ..page import Page
from ..scripts import said_at_once, said_by_scripts

SHORT = 3.0  # seconds of sound that WCAG 2.2, 1.4.2 allows
_FRAGMENT = re.compile(r"#(?:[^#]*&)?t=(?:npt:)?([\d.:]*)(?:,([\d.:]+))?(?:&|$)")
_STOPS = re.compile(r"\.\s*(?:(?:pause|stop|remove)\s*\(|(?:muted|volume|src)\b)|['\"`]pause['\"`]")
_SILENCES = re.compile(r"\.\s*(?:pause\s*\(|muted\s*=\s*true\b|volume\s*=\s*0\b)")


def autoplaying(page: Page) -> Iterator[Element]:
    """Yield audio and video elements that play a source with sound unasked."""
    for element in page.having("autoplay"):
        if element.tag not in {"audio", "video"} or element.get("muted") is not None:
            continue
        sources = sources_of(element)
        if sources and not all(_is_short(source) for source in sources):
            yield element


def has_controls(element: Element, page: Page) -> bool:
    """Tell whether everybody meets the browser's own buttons on a recording."""
    if element.get("controls") is None:
        return False
    return page.is_visible(element) and page.is_exposed(element)


def has_buttons(page: Page) -> bool:
    """Tell whether the page has something that a script may use to stop a recording.

    A script from elsewhere may do anything; one in the page does what it says.
    """
    elsewhere = page.document.fragment or any(e.get("src") for e in page.tagged("script"))
    if not elsewhere and not _STOPS.search(said_by_scripts(page)):
        return False
    stopping = (e for e in page.having("onclick") if _STOPS.search(e.get("onclick") or ""))
    return any(
        page.is_exposed(e) and page.is_visible(e) and page.name(e)
        for e in chain(page.with_role("button"), stopping)
    )


def may_be_silenced(page: Page) -> bool:
    """Tell whether a script pauses or mutes something as soon as it runs, not when asked to."""
    scripts = (script.text for script in page.tagged("script"))
    return any(_SILENCES.search(said) for text in scripts for said in said_at_once(text))


def sources_of(element: Element) -> list[str]:
    """Return the addresses of what an audio or video element plays."""
    inner = [child.get("src") or "" for child in element.children if child.tag == "source"]
    return [source for source in (element.get("src") or "", *inner) if source]


def _is_short(source: str) -> bool:
    """Tell whether a media fragment cuts a recording short; one without an end may run on."""
    found = _FRAGMENT.search(source)
    if not found:
        return False
    try:
        start = _seconds(found[1] or "0")
        return _seconds(found[2]) - start <= SHORT if found[2] else start > 0
    except ValueError:
        return False


def _seconds(time: str) -> float:
    """Return the seconds of a time, as in 90, 1:30 or 0:01:30; raises ValueError."""
    seconds = 0.0
    for part in time.split(":"):
        seconds = seconds * 60 + float(part)
    return seconds
