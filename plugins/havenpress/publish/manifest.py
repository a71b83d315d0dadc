# SPDX-License-Identifier: AGPL-3.0-or-later
"""The list of every published file: what it is, and the hash that says whether it changed."""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from pathlib import Path

from ..findings import ContentError, Finding
from .media import ASSET, PAGE, cache_class, media_type
from .paths import name_fault

FORMAT = 1
TITLE = re.compile(rb"<title[^>]*>(.*?)</title>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One file. ``size`` in bytes; ``modified`` in seconds since 1970, 0 where not yet known.

    ``carried`` marks a file of the release before, kept for readers whose page still asks for it.
    """

    sha256: str
    size: int
    type: str
    cache: str
    title: str = ""
    modified: int = 0
    carried: bool = False


@dataclass(frozen=True)
class Manifest:
    """Every file of a site by its posix path, in the order of the paths.

    ``follows`` is the sequence number of the release that was live before, ``restores`` of the
    one whose files these are again; 0 where there is none.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    follows: int = 0
    restores: int = 0

    @cached_property
    def identity(self) -> str:
        """A hash of what was built: paths and bytes, nothing of when or where."""
        built = ((path, entry) for path, entry in self.items() if not entry.carried)
        lines = (f"{entry.sha256}  {path}\n" for path, entry in built)
        return hashlib.sha256("".join(lines).encode()).hexdigest()

    def items(self) -> Iterator[tuple[str, Entry]]:
        """Yield path and entry in the order of the paths."""
        return iter(sorted(self.entries.items()))

    def pages(self) -> dict[str, Entry]:
        """Return the files that people read as pages."""
        return {path: entry for path, entry in self.items() if entry.cache == PAGE}

    def total_size(self) -> int:
        """Return the bytes of all files together."""
        return sum(entry.size for entry in self.entries.values())

    def without(self, paths: Iterable[str]) -> Manifest:
        """Return the manifest without some paths."""
        gone = set(paths)
        kept = {path: entry for path, entry in self.items() if path not in gone}
        return replace(self, entries=kept)

    def as_built(self) -> Manifest:
        """Return the manifest without what was only carried from the release before."""
        return self.without(path for path, entry in self.items() if entry.carried)

    def assets_for_readers(self) -> dict[str, Entry]:
        """Return the hashed assets of this build that a page already loaded may still ask for."""
        kept = (pair for pair in self.items() if pair[1].cache == ASSET and not pair[1].carried)
        return {path: replace(entry, carried=True) for path, entry in kept}

    def following(self, previous: Manifest, today: int) -> Manifest:
        """Return the manifest as the successor of another.

        A file that did not change keeps its time. One that did gets a later time than it ever
        had, whatever the clock says: servers compare times to tell a browser that its copy is
        still good. Hashed assets of the previous build stay for one release.
        """
        entries = previous.assets_for_readers() | dict(self.entries)
        dated = {p: _dated(e, previous.entries.get(p), today) for p, e in entries.items()}
        return replace(self, entries=dated)

    def to_json(self) -> str:
        """Return the manifest as a JSON document."""
        files = {path: asdict(entry) for path, entry in self.items()}
        record = {
            "format": FORMAT,
            "identity": self.identity,
            "follows": self.follows,
            "restores": self.restores,
            "files": files,
        }
        return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _dated(entry: Entry, before: Entry | None, today: int) -> Entry:
    if before is None:
        return replace(entry, modified=today)
    if before.sha256 == entry.sha256:
        return replace(entry, modified=before.modified)
    return replace(entry, modified=max(today, before.modified + 1))


def read_manifest(text: str) -> Manifest:
    """Return the manifest in a JSON document; raise ValueError where it is none of ours."""
    record = json.loads(text)
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        raise ValueError("not a manifest of this format")
    try:
        entries = {path: Entry(**fields) for path, fields in record["files"].items()}
        manifest = Manifest(entries, int(record["follows"]), int(record["restores"]))
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError("a field is missing or unknown") from error
    bad = [path for path in entries if name_fault(path)]
    if bad:
        raise ValueError(f"it names “{bad[0]}”, which is no path in a site")
    return manifest


def scan(site: Path) -> Manifest:
    """Return the manifest of a finished site; raise ContentError on what must not be published."""
    findings: list[Finding] = []
    entries: dict[str, Entry] = {}
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        fault = _fault(path, name)
        if fault:
            findings.append(_not_plain(name, fault))
        elif path.is_file():
            entries[name] = describe(name, path.read_bytes())
    findings.extend(_clashes(entries))
    if findings:
        raise ContentError(findings)
    return Manifest(entries)


def describe(path: str, content: bytes) -> Entry:
    """Return the entry of a file with this content."""
    kind = cache_class(path)
    return Entry(
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        type=media_type(path),
        cache=kind,
        title=_title(content) if kind == PAGE else "",
    )


def _title(content: bytes) -> str:
    found = TITLE.search(content)
    text = html.unescape(found.group(1).decode("utf-8", "replace")) if found else ""
    return "".join(char if char.isprintable() else " " for char in " ".join(text.split()))


def _fault(path: Path, name: str) -> str | None:
    if path.is_symlink():
        return "it is a link to another file"
    if not path.is_file() and not path.is_dir():
        return "it is neither a file nor a folder"
    return name_fault(name)


def _clashes(entries: Mapping[str, Entry]) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for path in entries:
        other = first.setdefault(path.casefold(), path)
        if other != path:
            yield _not_plain(path, f"on many servers it is the same file as “{other}”")


def _not_plain(path: str, fault: str) -> Finding:
    return Finding(
        rule="publish-plain-files",
        message=f"“{path}” cannot be published: {fault}",
        remedy="take it out of the site, or give it another name",
        page=path,
    )
