# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files that their writers believe to be on the site, and that nothing reads.

Only texts that end in ``.md`` below ``posts`` and ``pages`` are read; every other generator, too,
passes over the rest without a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..findings import Finding
from ..source.kinds.words import slugify

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


def _is_text(path: Path) -> bool:
    hidden = path.name.startswith((".", "#", "~")) or path.name.endswith("~")
    return not hidden and path.suffix.lower() in TEXTS


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
