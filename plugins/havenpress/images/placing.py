# SPDX-License-Identifier: AGPL-3.0-or-later
"""From ``![A door](door.jpg)`` to the attributes of ``img``."""

from __future__ import annotations

import posixpath
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from ..findings import closest, did_you_mean
from .rendition import WIDTHS, Rendition, UnusablePictureError, make_renditions

if TYPE_CHECKING:
    from ..writing.markdown import Scope

FOLDER = "images"
TOKENS = ("{static}", "{attach}", "{filename}")
SIZES = f"(min-width: {WIDTHS[0]}px) {WIDTHS[0]}px, 100vw"


class Placing:
    """Puts pictures into one output folder, each file once."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self.content = Path(settings["PATH"]).resolve()
        self.output = Path(settings["OUTPUT_PATH"])

    def place(self, source: str, place: tuple[int, int], scope: Scope) -> dict[str, str] | None:
        """Write the widths of a picture and return its attributes, or report why not."""
        path = self._find(source, scope.document.path)
        if path is None:
            self._report_missing(source, place, scope)
            return None
        try:
            renditions = renditions_of(path, path.stat().st_mtime_ns)
        except UnusablePictureError as unusable:
            scope.fault("image-file", place, unusable.message, unusable.remedy)
            return None
        for rendition in renditions:
            self._write(rendition)
        return attributes(renditions, scope.root)

    def _find(self, source: str, text: Path) -> Path | None:
        name = unquote(source)
        for token in TOKENS:
            name = name.removeprefix(token)
        bases = [text.parent, self.content, self.content / FOLDER]
        for base in bases[1:] if name.startswith("/") else bases:
            path = Path(posixpath.normpath((base / name.lstrip("/")).as_posix()))
            if path.is_file() and path.resolve().is_relative_to(self.content):
                return path
        return None

    def _report_missing(self, source: str, place: tuple[int, int], scope: Scope) -> None:
        found = sorted((self.content / FOLDER).rglob("*"))
        names = [path.name for path in found if path.is_file() and not path.is_symlink()]
        close = closest(posixpath.basename(source), names)
        remedy = did_you_mean(close, "put the file into content/images")
        write = scope.replaced(place[0], source, close) if close else ""
        scope.fault("image-file", place, f"there is no picture “{source}”", remedy, write=write)

    def _write(self, rendition: Rendition) -> None:
        target = self.output / FOLDER / rendition.name
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.exists():
            target.write_bytes(rendition.data)


@cache
def renditions_of(path: Path, changed: int) -> list[Rendition]:
    """Return the widths of a picture, made once for each version of the file."""
    return make_renditions(path)


def attributes(renditions: list[Rendition], root: str) -> dict[str, str]:
    """Return what an ``img`` needs so that the page does not jump when it loads."""
    widest = renditions[-1]
    shown = min(widest.width, WIDTHS[0])
    found = {
        "src": f"{root}{FOLDER}/{renditions[0].name}",
        "width": str(shown),
        "height": str(max(1, round(widest.height * shown / widest.width))),
        "loading": "lazy",
        "decoding": "async",
    }
    if len(renditions) > 1:
        candidates = [f"{root}{FOLDER}/{each.name} {each.width}w" for each in renditions]
        found |= {"srcset": ", ".join(candidates), "sizes": SIZES}
    return found
