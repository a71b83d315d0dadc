# SPDX-License-Identifier: AGPL-3.0-or-later
"""The files of a catalogue folder, and every file there that would be left out in silence."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from ..findings import Finding, closest
from ..source import Mapping, Node, read_text, read_yaml
from ..source.kinds.words import LONGEST_SLUG, SLUG, slugify
from ..source.model import Model
from ..source.reading import Reading
from ..source.text import without_hidden

LARGEST = 200_000  # bytes of one file of one service
LARGEST_LIST = 20_000_000
TOP = ("catalogue.yaml", "taxonomy.yaml", "services.yaml", "organizations", "services")
README = "readme.md"  # what those who keep the folder tell each other

# Signs that stop YAML; reading the text has reported them.
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")

NameOf = Callable[[Path], str]


@dataclass(frozen=True, slots=True)
class Document:
    """One file that was read; ``node`` is None where nothing of it can be used."""

    id: str
    file: str
    text: str
    node: Node | None


def read_document(
    path: Path,
    name: NameOf,
    findings: list[Finding],
    model: Model | None = None,
    largest: int = LARGEST,
) -> Document:
    """Return one YAML file; whatever is wrong with it goes to ``findings``.

    ``model`` is what the file should hold: its fields are found below a name of their own, too.
    """
    file = name(path)
    size = path.stat().st_size
    if size > largest:
        message = f"this file has {size:,} bytes, and {largest:,} are the most"
        findings.append(_fault(file, "catalogue-file", message, "look for pasted text in it", 1))
        return Document(path.stem, file, "", None)
    text, faults = read_text(path, file)
    findings += faults
    if text is None:
        return Document(path.stem, file, "", None)
    node, faults = read_yaml(_without_unseen(text) if faults else text, file)
    findings += faults
    if node is None and not faults:
        message = "this file is empty"
        findings.append(
            _fault(file, "catalogue-file", message, "write its fields, or delete it", 1)
        )
    if node is not None and not isinstance(node, Mapping):
        message = "this file does not hold fields"
        remedy = "write fields on lines of their own, as in “name: …”"
        findings.append(_fault(file, "value-kind", message, remedy, 1))
        node = None
    if node is not None and model is not None and len(node) == 1:
        reading = Reading(file, text)
        node = model.unwrapped(node, reading)
        findings += reading.findings
    return Document(path.stem, file, text, node)


def _without_unseen(text: str) -> str:
    """Return the text without signs that are reported already, so that no value is wrong by them too."""
    return without_hidden(CONTROL.sub("", text))


def list_files(folder: Path, name: NameOf, findings: list[Finding]) -> list[Path]:
    """Return the YAML files of a folder by name; anything else in it is a finding."""
    if not folder.is_dir():
        return []
    kept = []
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if _is_of_a_program(entry.name):
            continue
        path = folder / entry.name
        unread = _why_unread(entry, path, folder, name)
        fault = unread or _odd_name(path, name)
        findings += [fault] if fault else []
        kept += [] if unread else [path]
    return kept


def _is_of_a_program(name: str) -> bool:
    """Return whether a file is hidden, or the copy that an editor keeps."""
    return name.startswith(".") or name.endswith("~")


def _why_unread(entry: os.DirEntry[str], path: Path, folder: Path, name: NameOf) -> Finding | None:
    if entry.is_symlink() and not leads_inside(path, folder):
        return link_fault(path, name)
    if entry.is_dir():
        message = f"“{path.name}” is a folder, and nothing in it would be read"
        return _fault(name(path), "catalogue-file", message, "move its files up into this folder")
    return None if entry.name.endswith(".yaml") else _stray(path, name)


def leads_inside(path: Path, folder: Path) -> bool:
    """Return whether a link leads to a file of the folder: messages show lines of what is read."""
    try:
        return path.resolve(strict=True).is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False


def link_fault(path: Path, name: NameOf) -> Finding:
    """Return the finding for a link that is not followed."""
    message, remedy = "this link leads out of the folder, or nowhere", "put the file itself here"
    return _fault(name(path), "catalogue-file", message, remedy)


def find_strays(folder: Path, name: NameOf) -> list[Finding]:
    """Return a finding for each file at the top of a catalogue that nobody would read."""
    present = {path.name for path in folder.iterdir()}
    free = [wanted for wanted in TOP if wanted not in present]
    strays = sorted(path for path in folder.iterdir() if path.name not in TOP)
    found = [
        _stray_at_top(path, free, name)
        for path in strays
        if not _is_of_a_program(path.name) and path.name.lower() != README
    ]
    for path in (folder / "services", folder / "organizations"):
        if path.is_file():
            message, remedy = (
                "this is a file, and has to be a folder",
                "move it away, and make the folder",
            )
            found.append(_fault(name(path), "catalogue-file", message, remedy))
    return found


def _stray_at_top(path: Path, free: Iterable[str], name: NameOf) -> Finding:
    close = closest(path.name, free)
    remedy = f"rename it to “{close}”" if close else f"a catalogue has {', '.join(TOP)}"
    if path.suffix == ".md":
        remedy = "put a text for readers into posts or pages; a note of yours can be README.md"
    return _fault(name(path), "catalogue-file", f"“{path.name}” would not be read", remedy)


def _stray(path: Path, name: NameOf) -> Finding:
    if path.suffix in {".yml", ".YAML", ".YML"}:
        remedy = f"rename it to “{path.stem}.yaml”"
    else:
        remedy = "only files that end in .yaml belong here"
    return _fault(name(path), "catalogue-file", f"“{path.name}” would not be read", remedy)


def _odd_name(path: Path, name: NameOf) -> Finding | None:
    """Return the finding for a name that makes no good address; None where it does."""
    id_ = path.name.removesuffix(".yaml")
    if SLUG.fullmatch(id_):
        if len(id_) <= LONGEST_SLUG:
            return None
        message = f"this name has {len(id_)} letters, and an address {LONGEST_SLUG} at most"
        return _fault(name(path), "value-slug", message, "give it a shorter name")
    message, slug = f"“{id_}” cannot stand in a web address", slugify(id_)
    remedy = f"rename the file to “{slug}.yaml”" if slug else "use small letters and hyphens"
    return _fault(name(path), "value-slug", message, remedy)


def missing(file: str, remedy: str) -> Finding:
    """Return the finding for a file that has to be there."""
    return _fault(file, "catalogue-file", "there is no such file", remedy)


def _fault(file: str, rule: str, message: str, remedy: str, column: int = 0) -> Finding:
    """Return a finding on line 1; without a column it is about the file, as one about its name."""
    return Finding(rule=rule, message=message, remedy=remedy, file=file, line=1, column=column)
