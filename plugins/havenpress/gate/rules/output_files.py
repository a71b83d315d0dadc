# SPDX-License-Identifier: AGPL-3.0-or-later
"""Only files that readers need are there, and no picture says where it was taken.

What: no link, hidden file or source file; no picture with EXIF, XMP, IPTC or a comment.
Why: source files hold drafts and notes; a photograph taken with a phone holds the place.
Fix: put pictures into content/images and let the build make copies; delete the stray file.
Source: specifications of publishing, fault model (“EXIF/GPS/XMP/IPTC”).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ...findings import Finding
from ..output import Output

RULE = "output-files"
WANTED = {
    ".html",
    ".xml",
    ".txt",
    ".js",
    ".json",
    ".ndjson",
    ".csv",
    ".ics",
    ".svg",
    ".png",
    ".ico",
    ".jpg",
    ".webp",
    ".avif",
    ".gif",
    ".pdf",
}
PICTURES = {".png", ".jpg", ".webp", ".avif", ".gif"}
# What Pillow keeps of a picture that says nothing about who took it, or where.
HARMLESS = {
    "jfif",
    "jfif_version",
    "jfif_unit",
    "jfif_density",
    "dpi",
    "progressive",
    "progression",
    "transparency",
    "gamma",
    "srgb",
    "interlace",
    "background",
    "loop",
    "duration",
    "version",
    "extension",
    "timestamp",
    "chromaticity",
    "aspect",
}


def check_output(output: Output) -> Iterator[Finding]:
    """Yield a finding for each file that must not be published as it is."""
    for name, path in output.files.items():
        problem = _problem(name, path)
        if problem:
            remedy = "see the explanation of this rule"
            yield Finding(rule=RULE, message=problem, remedy=remedy, page=name)


def _problem(name: str, path: Path) -> str | None:
    if path.is_symlink():
        return "this is a link, not a file"
    if any(part.startswith(".") for part in Path(name).parts):
        return "this is a hidden file"
    if path.suffix.lower() not in WANTED:
        return "files of this kind are not published"
    if path.suffix.lower() in PICTURES:
        return _picture_problem(path)
    return None


def _picture_problem(path: Path) -> str | None:
    from PIL import Image

    try:
        with Image.open(path) as picture:
            picture.load()
            left = {str(key).lower() for key in picture.info} - HARMLESS
            has_exif = bool(picture.getexif())
    except (OSError, ValueError, Image.DecompressionBombError):
        return "this picture cannot be read"
    if has_exif or left:
        return f"this picture still holds data about itself ({', '.join(sorted(left)) or 'exif'})"
    return None
