# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether an address or a MIME type is that of a picture, a sound or a film."""

from __future__ import annotations

from urllib.parse import urlsplit

ENDINGS = frozenset(
    [
        "apng",
        "avif",
        "bmp",
        "cur",
        "gif",
        "ico",
        "jfif",
        "jpeg",
        "jpg",
        "png",
        "svg",
        "tif",
        "tiff",
        "webp",
        "aac",
        "flac",
        "m4a",
        "mid",
        "mp3",
        "oga",
        "ogg",
        "opus",
        "wav",
        "weba",
        "avi",
        "m4v",
        "mkv",
        "mov",
        "mp4",
        "mpeg",
        "mpg",
        "ogv",
        "webm",
        "3gp",
    ]
)
MEDIA = frozenset({"image", "audio", "video"})


def is_media(kind: str | None, address: str | None) -> bool:
    """Tell whether a resource is an image, audio or video, by its type or else its ending."""
    if kind and kind.strip():
        essence = kind.split(";", 1)[0].strip().lower()
        return essence.split("/", 1)[0] in MEDIA or essence == "application/ogg"
    address = (address or "").strip()
    if address.lower().startswith("data:"):
        return address[5:].lower().split("/", 1)[0] in MEDIA
    try:
        path = urlsplit(address).path
    except ValueError:
        return False
    _, dot, ending = path.rpartition(".")
    return bool(dot) and ending.lower() in ENDINGS
