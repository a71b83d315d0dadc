# SPDX-License-Identifier: AGPL-3.0-or-later
"""The list of pages for search engines.

It holds the pages that name themselves as the canonical one: no notice at a former address, no
404, and nothing that asks not to be listed. Source: sitemaps.org, protocol 0.9.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import urljoin
from xml.sax.saxutils import escape

from ..site import Site
from .facts import Facts

MOST = 50_000  # addresses in one file, by the protocol
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


def write_sitemap(folder: Path, facts: Iterable[Facts], site: Site) -> None:
    """Write sitemap.xml, and robots.txt that names it where the site has a host of its own.

    Longer lists are cut into files of 50,000, and sitemap.xml is the list of these.
    """
    if not site.url:
        return
    addresses = sorted(page.canonical for page in facts if page.canonical == page.address(site))
    parts = [addresses[at : at + MOST] for at in range(0, len(addresses), MOST)] or [[]]
    if len(parts) == 1:
        _write(folder / "sitemap.xml", "urlset", "url", parts[0])
    else:
        _write_parts(folder, parts, site.url)
    if site.base_path == "/":
        _write_robots(folder / "robots.txt", site.url)


def _write_parts(folder: Path, parts: Sequence[Sequence[str]], url: str) -> None:
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        _write(folder / name, "urlset", "url", part)
    whole = [urljoin(url, name) for name in names]
    _write(folder / "sitemap.xml", "sitemapindex", "sitemap", whole)


def _write(path: Path, root: str, each: str, addresses: Sequence[str]) -> None:
    lines = "".join(f"<{each}><loc>{escape(address)}</loc></{each}>\n" for address in addresses)
    text = f'{_HEAD}<{root} xmlns="{_SCHEMA}">\n{lines}</{root}>\n'
    path.write_text(text, encoding="utf-8", newline="\n")


def _write_robots(path: Path, url: str) -> None:
    text = f"User-agent: *\nAllow: /\n\nSitemap: {urljoin(url, 'sitemap.xml')}\n"
    path.write_text(text, encoding="utf-8", newline="\n")
