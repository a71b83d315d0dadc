# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a publication would change, told before anything changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .manifest import Entry, Manifest

SHOWN = 20  # lines of each kind in the text; the JSON form has them all
MARKS = {"added": "+", "changed": "~", "removed": "-"}


@dataclass(frozen=True)
class Plan:
    """The difference between what readers see now and what they would see."""

    old: Manifest
    new: Manifest

    @property
    def added(self) -> dict[str, Entry]:
        """Files that are not there now."""
        return {path: entry for path, entry in self.new.items() if path not in self.old.entries}

    @property
    def changed(self) -> dict[str, Entry]:
        """Files that have other bytes now."""
        return {path: entry for path, entry in self.new.items() if self._differs(path, entry)}

    @property
    def removed(self) -> dict[str, Entry]:
        """Files that would be gone."""
        return {path: entry for path, entry in self.old.items() if path not in self.new.entries}

    @property
    def is_empty(self) -> bool:
        """Whether readers would see no difference."""
        return self.old.identity == self.new.identity

    def _differs(self, path: str, entry: Entry) -> bool:
        before = self.old.entries.get(path)
        return before is not None and before.sha256 != entry.sha256

    def as_json(self) -> dict[str, object]:
        """Return every change, and how much there is before and after."""
        kinds = {name: _records(getattr(self, name)) for name in MARKS}
        return kinds | {"before": _totals(self.old), "after": _totals(self.new)}

    def as_text(self) -> str:
        """Return the plan for people: pages by their titles, other files by their number."""
        lines = [_summary(self)]
        for name, mark in MARKS.items():
            lines.extend(_listing(getattr(self, name), name, mark))
        return "\n".join(lines) + "\n"


def _records(entries: dict[str, Entry]) -> list[dict[str, object]]:
    return [
        {"path": path, "title": entry.title, "size": entry.size, "type": entry.type}
        for path, entry in entries.items()
    ]


def _totals(manifest: Manifest) -> dict[str, int]:
    return {
        "files": len(manifest.entries),
        "pages": len(manifest.pages()),
        "bytes": manifest.total_size(),
    }


def _summary(plan: Plan) -> str:
    if plan.is_empty:
        return "plan: nothing changes for readers"
    counts = ", ".join(f"{len(getattr(plan, name))} {name}" for name in MARKS)
    before, after = len(plan.old.pages()), len(plan.new.pages())
    return f"plan: {counts}; {before} pages now, {after} afterwards"


def _listing(entries: dict[str, Entry], name: str, mark: str) -> Iterator[str]:
    ordered = sorted(entries.items(), key=lambda pair: (not pair[1].title, pair[0]))
    for path, entry in ordered[:SHOWN]:
        yield f"  {mark} {page_address(path)}  {entry.title}".rstrip()
    if len(ordered) > SHOWN:
        yield f"  {mark} and {len(ordered) - SHOWN} more {name}"


def page_address(path: str) -> str:
    """Return the address of a file as readers see it, such as ``/posts/hope/``."""
    return "/" + path.removesuffix("index.html")
