# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page as the preview sends it: the published bytes, and what only the writer sees."""

from __future__ import annotations

import re
from html import escape

from ..findings import Sources
from .banner import PREFIX, render_banner, summary
from .desk import View
from .policy import open_policies

BODY = re.compile(rb"<body\b[^>]*>", re.IGNORECASE)
END = re.compile(rb"</body\s*>", re.IGNORECASE)


def dress(page: bytes, view: View, sources: Sources) -> bytes:
    """Return a page with the banner at its top and the script that reloads it at its end."""
    banner = render_banner(view, sources).encode()
    return _insert(_insert(open_policies(page), BODY, banner, after=True), END, _script(view))


def bare_page(view: View, sources: Sources) -> bytes:
    """Return a page for when there is no site to show: the first build runs, or it failed."""
    title = "The site is being built" if view.waiting else summary(view)
    hint = f'<p class="waiting">{escape(title)} …</p>' if view.waiting else ""
    return dress(
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">'
        f'<title>{escape(title)}</title><link rel="stylesheet" href="{PREFIX}banner.css">'
        f"</head><body>{hint}</body></html>".encode(),
        view,
        sources,
    )


def _script(view: View) -> bytes:
    return (
        f'<script src="{PREFIX}client.js" data-version="{escape(view.version)}"></script>'.encode()
    )


def _insert(page: bytes, mark: re.Pattern[bytes], addition: bytes, *, after: bool = False) -> bytes:
    """Return a page with something beside the first body tag, or the last end of the body."""
    places = list(mark.finditer(page))
    if not places:
        return page + addition
    at = places[0].end() if after else places[-1].start()
    return page[:at] + addition + page[at:]
