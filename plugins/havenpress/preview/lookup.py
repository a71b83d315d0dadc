# SPDX-License-Identifier: AGPL-3.0-or-later
"""From the path in a request to a file of the site, as a plain static server does it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

MISSING_PAGE = "404.html"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to send and its status; or, with ``redirect``, the address to ask for instead."""

    path: Path | None
    status: int = 200
    redirect: str = ""


def look_up(site: Path, target: str) -> Found:
    """Return what a request's target means in a site.

    Nothing outside of the site is ever found: neither by dots, nor by a link on the disk.
    """
    try:
        return _look_up(site, target)
    except (OSError, ValueError):  # a name that no file system can hold
        return _missing(site)


def _look_up(site: Path, target: str) -> Found:
    parts = _parts(urlsplit(target).path)
    path = site.joinpath(*parts) if parts is not None else None
    if path is None or not path.resolve().is_relative_to(site.resolve()):
        return _missing(site)
    if path.is_dir() and (path / "index.html").is_file():
        if parts and not urlsplit(target).path.endswith("/"):
            return Found(None, 301, "/" + quote("/".join(parts)) + "/")
        return Found(path / "index.html")
    return Found(path) if path.is_file() else _missing(site)


def _parts(path: str) -> list[str] | None:
    parts = [part for part in unquote(path, errors="replace").split("/") if part]
    unfit = any(part in {".", ".."} or "\\" in part or "\0" in part for part in parts)
    return None if unfit else parts


def _missing(site: Path) -> Found:
    page = site / MISSING_PAGE
    return Found(page if page.is_file() else None, 404)
