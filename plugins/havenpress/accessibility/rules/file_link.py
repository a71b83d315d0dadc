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
    "pdf": ("pdf", "بي دي إف", "بي دي اف"), "doc": ("doc", "word"), "docx": ("doc", "word"),
    "odt": ("odt", "opendocument"), "xls": ("xls", "excel"), "xlsx": ("xls", "excel"),
    "ods": ("ods", "opendocument"), "ppt": ("ppt", "powerpoint"), "pptx": ("ppt", "powerpoint"),
    "zip": ("zip",), "epub": ("epub",),
}  # fmt: skip


NEXT_TO = 40  # characters
HIGHEST = 5  # elements around a link that are looked behind
FARTHEST = 200  # elements behind a link that are looked through for another one
ENDING = frozenset({"article", "dd", "li", "main", "section", "tr"})


def check(page: Page) -> Iterator[Fault]:
    """Yield exposed links to files whose name does not say what kind they are."""
    beside = _Beside()
    for element in page.tagged("a"):
        kind = _kind(element.get("href") or "")
        if kind not in KINDS or not page.is_exposed(element):
            continue
        said = f"{page.name(element)} {element.get('title') or ''}"
        if not _names(kind, said) and not _names(kind, _said_around(element, beside, page)):
            yield Fault(
                element,
                f"the link opens a {kind.upper()} file and does not say so",
                f"write it, as in “{page.name(element)} ({kind.upper()})”",
            )


def _names(kind: str, text: str) -> bool:
    said = text.casefold()
    return any(word in said for word in KINDS[kind])


class _Beside:
    """What stands before and behind elements; a list may have thousands of links."""

    def __init__(self) -> None:
        self.known: dict[Element, tuple[list[Element | str], dict[Element | str, int]]] = {}

    def before(self, element: Element) -> str:
        """Return the text right before an element, empty where another element is."""
        nodes, place = self._nodes(element)
        node = nodes[place - 1] if place else ""
        return node if isinstance(node, str) else ""

    def behind(self, element: Element) -> Iterator[Element | str]:
        """Yield the elements and texts behind an element, in the same parent."""
        nodes, place = self._nodes(element)
        return (nodes[behind] for behind in range(place + 1, len(nodes)))

    def _nodes(self, element: Element) -> tuple[list[Element | str], int]:
        around = element.parent
        if around is None:
            return [], 0
        if around not in self.known:
            nodes = around.nodes
            self.known[around] = nodes, {node: place for place, node in enumerate(nodes)}
        nodes, places = self.known[around]
        return nodes, places[element]


def _said_around(link: Element, beside: _Beside, page: Page) -> str:
    """Return what describes a link, and the words next to it."""
    behind = _text_behind(link, beside)[:NEXT_TO]
    return f"{describe(link, page)} {beside.before(link)[-NEXT_TO:]} {behind}"


def _text_behind(link: Element, beside: _Beside) -> str:
    """Return the text behind a link, as far as another link or the end of its item, row or part."""
    text = ""
    for here in (link, *islice(link.ancestors, HIGHEST)):
        if here.tag in ENDING:
            break
        for node in beside.behind(here):
            if len(text) >= NEXT_TO or (not isinstance(node, str) and _holds_link(node)):
                return text
            text += f" {(node if isinstance(node, str) else node.text).strip()}"
    return text


def _holds_link(element: Element) -> bool:
    return any(e.tag == "a" for e in chain((element,), islice(element.descendants, FARTHEST)))


@lru_cache(maxsize=4096)  # of the links that all pages of a site have
def _kind(address: str) -> str:
    path = address.split("#", 1)[0].split("?", 1)[0]
    return path.rpartition(".")[2].lower() if "." in path.rpartition("/")[2] else ""
