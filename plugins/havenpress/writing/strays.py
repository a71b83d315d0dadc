# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files that their writers believe to be on the site, and that nothing reads.

Only texts that end in ``.md`` below ``posts`` and ``pages`` are read; every other generator, too,
passes over the rest without a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..findings import WARNING, Finding
from ..site import SITE_FILE
from ..source.kinds.words import slugify
from .overrides import is_seen

TEXTS = {".md", ".markdown", ".mkd", ".mdown", ".txt", ".text", ".rst", ".html", ".htm"}
TEXTS |= {".doc", ".docx", ".odt", ".rtf", ".pages", ".pdf", ""}
NOT_TEXTS = {"catalogue", "overrides"}  # folders with rules of their own


def find_strays(content: Path, folders: tuple[str, ...]) -> Iterator[tuple[Path, str, str]]:
    """Yield (file, message, remedy) for each text that no reader will see.

    ``folders`` are the ones that are read, below the content folder.
    """
    for path in sorted(content.rglob("*")):
        if not path.is_file() or not _is_text(path):
            continue
        top = path.relative_to(content).parts[0]
        if top in folders and path.suffix != ".md":
            yield path, *_wrong_ending(path)
        elif top not in {*folders, *NOT_TEXTS} and _is_lost(path):
            yield path, *_wrong_folder(path, folders)


def check_strays(content: Path, folders: tuple[str, ...], prefix: str) -> Iterator[Finding]:
    """Yield a finding for each stray; ``prefix`` is the content folder as the writer knows it."""
    for path, message, remedy in find_strays(content, folders):
        file = f"{prefix}/{path.relative_to(content).as_posix()}"
        yield Finding(rule="file-name", message=message, remedy=remedy, file=file, line=1)


def check_top(content: Path, folders: tuple[str, ...], prefix: str) -> Iterator[Finding]:
    """Yield a warning for each thing beside the settings that no part of the build reads."""
    known = {*folders, *NOT_TEXTS, "images", SITE_FILE, "tombstones.yaml"}
    for path in sorted(content.iterdir()):
        if path.name in known or not is_seen(path) or path.stem.lower() in {"readme", "license"}:
            continue
        if path.is_file() and path.suffix.lower() == ".md":
            continue  # that is a text in the wrong place, and an error
        yield Finding(
            rule="file-name",
            level=WARNING,
            message=f"“{path.name}” is not part of a site, so nothing of it is published",
            remedy="put texts into posts or pages, and pictures into images",
            file=f"{prefix}/{path.name}",
            line=1,
        )


def find_unusable(content: Path, folders: tuple[str, ...], prefix: str) -> Iterator[Finding]:
    """Yield a finding for each thing below the folders that is neither a file nor a folder.

    A link may lead to anything on this computer, or round in a circle; each generator follows
    it in its own way, so none is followed here.
    """
    for folder in folders:
        for path in sorted((content / folder).rglob("*")):
            message, remedy = _not_usable(path)
            if message and not path.name.startswith("."):
                file = f"{prefix}/{path.relative_to(content).as_posix()}"
                yield Finding(rule="file-name", message=message, remedy=remedy, file=file, line=1)


def _not_usable(path: Path) -> tuple[str, str]:
    if path.is_symlink():
        return "this is a link to another place on this computer", "put the file itself here"
    if path.suffix == ".md" and path.is_dir():
        return "this is a folder, and its name ends in .md", "rename the folder"
    if path.suffix == ".md" and not path.is_file():
        return "this is no ordinary file", "put a file in its place"
    return "", ""


def _is_text(path: Path) -> bool:
    return is_seen(path) and path.suffix.lower() in TEXTS


def _is_lost(path: Path) -> bool:
    return path.suffix.lower() == ".md" and path.stem.lower() != "readme"


def _wrong_ending(path: Path) -> tuple[str, str]:
    message = f"“{path.name}” does not end in .md, so nobody will read it"
    name = f"{slugify(path.name.split('.')[0]) or 'name'}.md"
    if path.suffix.lower() in {".md", ".markdown", ".mkd", ".mdown", ".txt", ".text", ""}:
        return message, f"rename the file to “{name}”"
    return message, f"write its text as Markdown in a file “{name}”, and take this one out"


def _wrong_folder(path: Path, folders: tuple[str, ...]) -> tuple[str, str]:
    places = " or ".join(f"content/{folder}" for folder in folders)
    return (
        f"“{path.name}” is in no folder that is read, so nobody will see it",
        f"put it in {places}",
    )
