# SPDX-License-Identifier: AGPL-3.0-or-later
"""One picture, made anew in the widths that the theme can show.

A picture taken with a phone holds the place, the time and the phone; re-encoding from pixels
leaves all of it behind (EXIF, XMP, IPTC, comments, thumbnails).
"""

from __future__ import annotations

import hashlib
import io
import warnings
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

from ..source.kinds.words import slugify

WIDTHS = (552, 1104)  # CSS px of the text column (34.5rem), and for two pixels in one
MOST_PIXELS = 60_000_000
FORMATS = {"JPEG", "PNG", "WEBP", "AVIF", "GIF", "TIFF", "BMP"}
QUALITY = 80


class UnusablePictureError(Exception):
    """A picture that cannot be shown, with the message and the remedy."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Rendition:
    """One width of a picture; width and height in CSS px."""

    name: str
    width: int
    height: int
    data: bytes


def make_renditions(source: Path) -> list[Rendition]:
    """Return the widths of a picture, the narrowest first; raises UnusablePictureError."""
    data = source.read_bytes()
    picture = _upright(_open(source, data))
    stem = slugify(source.stem) or "picture"
    digest = hashlib.sha256(data).hexdigest()[:8]
    widths = sorted({min(width, picture.width) for width in WIDTHS})
    return [_rendition(picture, width, f"{stem}-{digest}") for width in widths]


def _open(source: Path, data: bytes) -> Image.Image:
    """Return a picture from its bytes: a file that Pillow opens stays open where it is refused."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # we have our own limit
            picture = Image.open(io.BytesIO(data))
        _check(picture, source)
        picture.load()
    except Image.DecompressionBombError as error:
        raise _too_large("more points than any page can show") from error
    except (OSError, ValueError, SyntaxError) as error:
        raise _unusable_kind(source) from error
    return picture


def _check(picture: Image.Image, source: Path) -> None:
    if picture.format not in FORMATS:
        raise _unusable_kind(source)
    if picture.width * picture.height > MOST_PIXELS:
        raise _too_large(f"{picture.width} × {picture.height} points")
    if getattr(picture, "n_frames", 1) > 1:
        message = "this picture moves, which can make people ill or draw a watcher’s eye"
        raise UnusablePictureError(message, "use a still picture")


def _too_large(size: str) -> UnusablePictureError:
    most = f"{MOST_PIXELS // 1_000_000} million"
    return UnusablePictureError(
        f"this picture has {size}", f"make it smaller, at most {most} in all"
    )


def _unusable_kind(source: Path) -> UnusablePictureError:
    if source.suffix.lower() == ".svg":
        message = "drawings as SVG can hold scripts and are not used in texts"
        return UnusablePictureError(message, "save it as PNG")
    return UnusablePictureError(
        "this file is not a picture that can be read", "save it as JPEG or PNG"
    )


def _upright(picture: Image.Image) -> Image.Image:
    """Return a picture as it is meant to be seen: turned by its EXIF, in sRGB, without data."""
    turned = ImageOps.exif_transpose(picture)
    turned = _to_srgb(turned)
    mode = "RGBA" if _has_transparency(turned) else "RGB"
    bare = Image.new(mode, turned.size)
    bare.paste(turned.convert(mode))
    return bare


def _has_transparency(picture: Image.Image) -> bool:
    if "transparency" in picture.info:
        return True
    return picture.mode in {"RGBA", "LA", "PA"} and picture.getchannel("A").getextrema()[0] < 255


def _to_srgb(picture: Image.Image) -> Image.Image:
    profile = picture.info.get("icc_profile")
    if not profile:
        return picture
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = picture.mode if picture.mode in {"RGB", "RGBA"} else "RGB"
        converted = ImageCms.profileToProfile(
            picture, own, ImageCms.createProfile("sRGB"), outputMode=mode
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture  # a profile that cannot be read is left out
    return converted or picture


def _rendition(picture: Image.Image, width: int, stem: str) -> Rendition:
    height = max(1, round(picture.height * width / picture.width))
    scaled = picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    data = io.BytesIO()
    if picture.mode == "RGBA":
        scaled.save(data, "PNG", optimize=True)
        suffix = "png"
    else:
        scaled.save(data, "JPEG", quality=QUALITY, optimize=True, progressive=True)
        suffix = "jpg"
    return Rendition(f"{stem}-{width}.{suffix}", width, height, data.getvalue())
