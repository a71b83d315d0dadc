# SPDX-License-Identifier: AGPL-3.0-or-later
"""Links of a page: to other pages of the site, to itself from outside, to telephones."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote, urljoin, urlsplit

# Served at any address, so that nothing in it can be relative.
ANYWHERE = ("404.html",)
INDEX = "index.html"


def page_path(output_file: str) -> str:
    """Return the path of a page below the site: ``posts/hope/`` for posts/hope/index.html."""
    path = output_file.replace("\\", "/")
    return path[: -len(INDEX)] if path == INDEX or path.endswith(f"/{INDEX}") else path


def link(path: str, output_file: str, base_path: str = "/") -> str:
    """Return the way from a page to a path of the site; absolute on the page for lost ways."""
    if urlsplit(path).scheme or path.startswith(("#", "//")):
        return path
    path = path.removeprefix("/")
    if output_file in ANYWHERE:
        return base_path + path
    name, mark, rest = _split(path)
    return f"{_way(name, posixpath.dirname(output_file))}{mark}{rest}"


def _split(path: str) -> tuple[str, str, str]:
    match = re.search(r"[?#]", path)
    return (path[: match.start()], match[0], path[match.end() :]) if match else (path, "", "")


@lru_cache(maxsize=10_000)
def _way(target: str, folder: str) -> str:
    """Return the relative way from a folder to a path, both below the same root."""
    start = folder.split("/") if folder else []
    *end, last = target.split("/")
    shared = 0
    while shared < min(len(start), len(end)) and start[shared] == end[shared]:
        shared += 1
    steps = [".."] * (len(start) - shared) + end[shared:]
    return "/".join([*steps, last]) if steps else last or "./"


def absolute(site_url: str, path: str) -> str:
    """Return the address of a page as the whole world knows it; "" for a site without one."""
    return urljoin(site_url, quote(path)) if site_url else ""


def in_language(path: str, language: str, default: str, known: Iterable[str] = ()) -> str:
    """Return a path in a language's folder, or as it is where only the first language has it.

    ``known`` are paths that exist; one that is not listed in either language is taken to exist.
    """
    if language == default or urlsplit(path).scheme:
        return path
    translated, known = f"{language}/{path}", set(known)
    return path if path in known and translated not in known else translated


def telephone(number: str) -> str:
    """Return a number as ``tel:`` takes it (RFC 3966): digits and a plus in front."""
    return re.sub(r"[^0-9+*#]", "", number)
