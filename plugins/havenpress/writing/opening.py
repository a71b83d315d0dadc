# SPDX-License-Identifier: AGPL-3.0-or-later
"""The library of one run: opened with every check that compares texts, closed with the last word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..findings import ContentError, Finding, render
from .clashes import check_addresses, check_titles
from .discreet import check_discretion
from .former import check_former
from .languages import check_languages
from .library import Library
from .overrides import check_overrides
from .strays import check_strays, check_top
from .translations import check_translations

KEY = "HAVENPRESS_LIBRARY"
# Where Pelican would write drafts, under addresses that anybody can guess.
DRAFTS = [
    f"DRAFT_{kind}{what}"
    for kind in ("", "LANG_", "PAGE_", "PAGE_LANG_")
    for what in ("URL", "SAVE_AS")
]


def open_library(settings: dict[str, Any]) -> Library:
    """Return a new library, kept in Pelican’s settings for the length of one run."""
    library = Library(settings)
    settings[KEY] = library
    if library.project is not None:
        library.project.parts[KEY] = library
    settings.update(dict.fromkeys(DRAFTS, ""))
    library.report.extend(_check_texts(library))
    if library.project is not None:
        library.report.extend(_check_folder(library))
    return library


def _check_texts(library: Library) -> Iterator[Finding]:
    """Yield what texts say against each other; a check may rely on what those before it mended."""
    yield from check_translations(library)
    yield from check_addresses(library)
    yield from check_former(library)
    yield from check_titles(library)
    yield from check_discretion(library)


def _check_folder(library: Library) -> Iterator[Finding]:
    """Yield what is missing or lost in the content folder of a site of ours."""
    content, settings = library.content, library.settings
    folders = (*settings["ARTICLE_PATHS"], *settings["PAGE_PATHS"])
    yield from check_languages(library)
    yield from check_strays(content, folders, content.name)
    yield from check_top(content, folders, content.name)
    yield from check_overrides(content, Path(settings["THEME"]) / "templates", content.name)


def library_of(settings: dict[str, Any]) -> Library:
    """Return the library of a run, made where nobody has yet."""
    return settings.get(KEY) or open_library(settings)


def close_library(settings: dict[str, Any]) -> None:
    """On a foreign site, print what was found and raise where anything is wrong."""
    library = library_of(settings)
    if library.project is None and library.report.has_errors:
        print(render(library.report), end="")
        raise ContentError(library.report)
