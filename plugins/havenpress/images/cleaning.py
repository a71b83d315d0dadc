# SPDX-License-Identifier: AGPL-3.0-or-later
"""Cleaning the pictures that a site has already written, for sites that copy their originals."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageOps

FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".avif": "AVIF"}


def clean_folder(folder: Path) -> list[Path]:
    """Write every picture below a folder anew where it holds data about itself."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in FORMATS)
    return [path for path in paths if _clean(path)]


def _clean(path: Path) -> bool:
    with Image.open(path) as picture:
        if not tells(picture):
            return False
        upright = ImageOps.exif_transpose(picture)
        bare = Image.new(upright.mode, upright.size)
        if upright.mode == "P":
            bare.putpalette(upright.getpalette() or [])
        bare.paste(upright)
    data = io.BytesIO()
    bare.save(data, FORMATS[path.suffix.lower()], quality=90)
    path.write_bytes(data.getvalue())
    return True


def tells(picture: Image.Image) -> bool:
    """Return whether a picture holds data about who made it, when, where or with what."""
    keys = {str(key).lower() for key in picture.info}
    telling = {"exif", "xmp", "photoshop", "comment", "xml:com.adobe.xmp", "author", "software"}
    return bool(picture.getexif()) or bool(keys & telling) or bool(getattr(picture, "text", None))
