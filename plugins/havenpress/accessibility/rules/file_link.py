# SPDX-License-Identifier: AGPL-3.0-or-later
"""A link to a file says so.

What: the name of a link to a PDF or another file to open outside the browser names its kind, or
what stands next to the link does: in its sentence, its item or its row, and before another link.

Why: a download is a surprise: it costs money on a phone and leaves a trace on the device.

Fix: write the kind, and the size if it is large: [Opening times (PDF, 90 KB)](times.pdf).

Source: WCAG 2.2, 3.2.5; technique G201
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice

from ...findings import WARNING
from ...tree import Element
from ..aria.names import describe
from ..page import Page
from ..rule import Fault

LEVEL = WARNING
WCAG = (("3.2.5", "AAA"),)
SOURCE = "https://www.w3.org/TR/WCAG22/#change-on-request"


KINDS = {
    "pdf": ("pdf", "بي دي إف", "بي دي اف"), "doc": ("doc", "word"), "docx": ("docx", "doc", "word"),
    "odt": ("odt", "opendocument"), "xls": ("xls", "excel"), "xlsx": ("xlsx", "xls", "excel"),
    "ods": ("ods", "opendocument"), "ppt": ("ppt", "powerpoint"),
    "pptx": ("pptx", "ppt", "powerpoint"), "zip": ("zip",), "epub": ("epub",),
}  # fmt: skip


NEXT_TO = 40  # characters
HIGHEST = 5  # elements around a link that are looked behind
FARTHEST = 200  # elements and texts that are looked through
ENDING = frozenset({"article", "body", "dd", "li", "main", "section", "tr"})


def check(page: Page) -> Iterator[Fault]:
    """Yield exposed links to files whose name does not say what kind they are."""
    for element in page.tagged("a"):
        kind = _kind(element.get("href") or "")
        if kind not in KINDS or not page.is_exposed(element):
            continue
        said = f"{page.name(element)} {element.get('title') or ''}"
        if not _names(kind, said) and not _names(kind, _said_around(element, page)):
            yield Fault(
                element,
                f"the link opens a {kind.upper()} file and does not say so",
                f"write it, as in “{page.name(element)} ({kind.upper()})”",
            )


def _names(kind: str, text: str) -> bool:
    said = text.casefold()
    return any(word in said for word in KINDS[kind])


def _said_around(link: Element, page: Page) -> str:
    """Return what describes a link, and the words next to it."""
    words = [describe(link, page)] if link.get("aria-describedby") else []
    before = _nodes_beside(link)[0]
    if before and isinstance(before[-1], str):
        words.append(before[-1][-NEXT_TO:])
    return " ".join((*words, _text_behind(link)[:NEXT_TO]))


def _text_behind(link: Element) -> str:
    """Return the text behind a link, as far as another link or the end of its item, row or part."""
    text = ""
    for here in (link, *islice(link.ancestors, HIGHEST)):
        if here.tag in ENDING or len(text) >= NEXT_TO:
            break
        for node in _nodes_beside(here)[1]:
            if not isinstance(node, str) and _holds_link(node):
                return text
            text += f" {(node if isinstance(node, str) else node.text).strip()}"
    return text


def _holds_link(element: Element) -> bool:
    return any(e.tag == "a" for e in chain((element,), islice(element.descendants, FARTHEST)))


def _nodes_beside(element: Element) -> tuple[list[Element | str], list[Element | str]]:
    """Return the elements and texts before and behind an element, where those are not too many."""
    around = element.parent
    if around is None or around.document.ends[around.index] - around.index > FARTHEST:
        return [], []
    nodes = around.nodes
    place = nodes.index(element)
    return nodes[:place], nodes[place + 1 :]


@lru_cache(maxsize=4096)  # of the links that all pages of a site have
def _kind(address: str) -> str:
    path = address.split("#", 1)[0].split("?", 1)[0]
    return path.rpartition(".")[2].lower() if "." in path.rpartition("/")[2] else ""
