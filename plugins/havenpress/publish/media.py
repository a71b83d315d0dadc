# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a file is to a browser and to a cache, from its name alone, the same on every machine."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

TYPES = {
    ".atom.xml": "application/atom+xml",
    ".avif": "image/avif",
    ".css": "text/css",
    ".csv": "text/csv",
    ".gif": "image/gif",
    ".html": "text/html",
    ".ico": "image/x-icon",
    ".ics": "text/calendar",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".vtt": "text/vtt",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
UNKNOWN = "application/octet-stream"
TEXTUAL = ("text/", "application/json", "application/xml", "application/atom+xml")

PAGE, FEED, ASSET, FILE = "page", "feed", "asset", "file"
HASHED = re.compile(r"[.-][0-9a-f]{8,64}\.(?:css|js|woff2)$")


def media_type(path: str) -> str:
    """Return the media type of a file; one that we do not know is bytes, never a guess."""
    name = PurePosixPath(path).name.lower()
    if name.endswith(".atom.xml"):
        return TYPES[".atom.xml"]
    return TYPES.get(PurePosixPath(name).suffix, UNKNOWN)


def content_type(path: str) -> str:
    """Return the media type as a Content-Type header states it."""
    kind = media_type(path)
    return f"{kind}; charset=utf-8" if kind.startswith(TEXTUAL) else kind


def cache_class(path: str) -> str:
    """Return which of four rules of caching a file falls under.

    Only an ``asset``, whose name changes with its content and which no writer made, may be kept
    by a browser: what a reader looked at must not stay on a shared device.
    """
    kind = media_type(path)
    if kind == "text/html":
        return PAGE
    if kind == "application/atom+xml":
        return FEED
    return ASSET if HASHED.search(path) else FILE
