# SPDX-License-Identifier: AGPL-3.0-or-later
"""A link to a file says so.

What: the name of a link to a PDF or another file to open outside the browser names its kind.

Why: a download is a surprise: it costs money on a phone and leaves a trace on the device.

Fix: write the kind, and the size if it is large: [Opening times (PDF, 90 KB)](times.pdf).

Source: WCAG 2.2, 3.2.5; technique G201
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ...findings import WARNING
from ..page import Page
from ..rule import Fault

LEVEL = WARNING
WCAG = (("3.2.5", "AAA"),)
SOURCE = "https://www.w3.org/TR/WCAG22/#change-on-request"


KINDS = {
    "pdf": ("pdf",), "doc": ("doc", "word"), "docx": ("docx", "doc", "word"),
    "odt": ("odt", "opendocument"), "xls": ("xls", "excel"), "xlsx": ("xlsx", "xls", "excel"),
    "ods": ("ods", "opendocument"), "ppt": ("ppt", "powerpoint"),
    "pptx": ("pptx", "ppt", "powerpoint"), "zip": ("zip",), "epub": ("epub",),
}  # fmt: skip


def check(page: Page) -> Iterator[Fault]:
    """Yield exposed links to files whose name does not say what kind they are."""
    for element in page.tagged("a"):
        kind = _kind(element.get("href") or "")
        if kind not in KINDS or not page.is_exposed(element):
            continue
        said = f"{page.name(element)} {element.get('title') or ''}".casefold()
        if not any(word in said for word in KINDS[kind]):
            yield Fault(
                element,
                f"the link opens a {kind.upper()} file and does not say so",
                f"write it, as in “{page.name(element)} ({kind.upper()})”",
            )


@lru_cache(maxsize=4096)  # of the links that all pages of a site have
def _kind(address: str) -> str:
    path = address.split("#", 1)[0].split("?", 1)[0]
    return path.rpartition(".")[2].lower() if "." in path.rpartition("/")[2] else ""
