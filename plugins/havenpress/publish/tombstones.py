# SPDX-License-Identifier: AGPL-3.0-or-later
"""Addresses that must never be published again: no rollback and no old copy brings them back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ..findings import ContentError, Finding
from ..source import Sequence, Text, read_text, read_yaml
from .paths import name_fault

FILE_NAME = "tombstones.yaml"


@dataclass(frozen=True)
class Tombstones:
    """Retracted addresses, each with the place where it is written, if it is in a file."""

    places: dict[str, Finding | None] = field(default_factory=dict)

    @property
    def addresses(self) -> list[str]:
        """Every address, as a path in the site."""
        return sorted(self.places)

    def covering(self, path: str) -> str | None:
        """Return the address that keeps a file out: its own, or that of a folder above it."""
        above = path
        while above:
            if above in self.places:
                return above
            above = above.rpartition("/")[0]
        return None

    def joined(self, others: Iterable[str]) -> Tombstones:
        """Return these and others; a known place stays."""
        return Tombstones(dict.fromkeys(others) | self.places)

    def lifted(self, addresses: Iterable[str]) -> Tombstones:
        """Return all but those that somebody asked to publish again."""
        lifted = {address_path(address) for address in addresses}
        return Tombstones({path: at for path, at in self.places.items() if path not in lifted})

    def place(self, address: str) -> Finding | None:
        """Return where an address is written, as a finding without words."""
        return self.places.get(address)


def address_path(address: str) -> str:
    """Return the path in the site of an address: ``/posts/hope/`` is ``posts/hope``."""
    return unquote(urlsplit(address.strip()).path).strip("/").removesuffix("/index.html")


def read_tombstones(path: Path, file: str) -> Tombstones:
    """Return the tombstones in a YAML list of addresses; raise ContentError on faults.

    No file is no tombstone. A file that cannot be understood stops the publication: it may
    name the one page that must not appear.
    """
    if not path.exists():
        return Tombstones()
    text, findings = read_text(path, file)
    if text is None:
        raise ContentError(findings)
    node, more = read_yaml(text, file)
    findings = [*findings, *more]
    places = {} if node is None else _places(node, file, findings)
    if findings:
        raise ContentError(findings)
    return Tombstones(places)


def _places(node: object, file: str, findings: list[Finding]) -> dict[str, Finding | None]:
    if not isinstance(node, Sequence):
        findings.append(_not_an_address(node, file))
        return {}
    places: dict[str, Finding | None] = {}
    for item in node:
        path = address_path(item) if isinstance(item, Text) else ""
        finding = _not_an_address(item, file)
        if name_fault(path):
            findings.append(finding)
        places[path] = finding
    return places


def _not_an_address(node: object, file: str) -> Finding:
    return Finding(
        rule="publish-tombstones",
        message="this is not the address of one page or file of the site",
        remedy="write one address on each line after a dash, as in “- /posts/old-story/”",
        file=file,
        line=getattr(node, "line", 1),
        column=getattr(node, "column", 0),
    )
