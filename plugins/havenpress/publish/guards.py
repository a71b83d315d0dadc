# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is refused before the first write."""

from __future__ import annotations

from collections.abc import Iterator, Sized

from ..findings import Finding
from .manifest import Manifest
from .plan import Plan, page_address
from .tombstones import FILE_NAME, Tombstones

NEEDED = ("index.html", "404.html")
MOST_REMOVED = 3  # pages
LARGEST_SHARE = 0.2  # of the pages, or of the files, that readers have now
SMALLEST_SIZE = 0.5  # of the bytes in all pages
NAMED = 5


def missing_pages(site: Manifest) -> Iterator[Finding]:
    """Yield a finding for each page without which no site may go live; nothing overrides it."""
    for path in NEEDED:
        entry = site.entries.get(path)
        if entry is None or not entry.size:
            yield Finding(
                rule="publish-needed-pages",
                message=f"the site has no {path}, or an empty one, so it is not a whole site",
                remedy="build the site again and read what the build found",
                page=path,
            )


def retracted_pages(site: Manifest, tombstones: Tombstones) -> Iterator[Finding]:
    """Yield a finding for each file that was retracted and would come back."""
    for path in sorted(site.entries):
        address = tombstones.covering(path)
        if address is None:
            continue
        place = tombstones.place(address)
        yield Finding(
            rule="publish-tombstones",
            message=f"{page_address(path)} was retracted, and this build has it again",
            remedy=(
                "delete what makes it from the content; to publish it again on purpose, take its "
                f"line out of {FILE_NAME} and publish with --restore /{address}"
            ),
            file=place.file if place else "",
            line=place.line if place else 0,
            page=path,
        )


def large_losses(plan: Plan, tombstones: Tombstones) -> Iterator[Finding]:
    """Yield a finding where readers would lose so much that it may be a mistake.

    What was retracted on purpose does not count. A person can answer each with ``--yes``.
    """
    removed = (path for path, entry in plan.removed.items() if not entry.carried)
    lost = [path for path in removed if not tombstones.covering(path)]
    pages = [path for path in lost if path in plan.old.pages()]
    if len(pages) > MOST_REMOVED or _share(pages, plan.old.pages()) > LARGEST_SHARE:
        yield _loss(f"{len(pages)} of {len(plan.old.pages())} pages would be gone", pages)
    elif _share(lost, built := plan.old.as_built().entries) > LARGEST_SHARE:
        yield _loss(f"{len(lost)} of {len(built)} files would be gone", lost)
    elif _page_bytes(plan.new) < SMALLEST_SIZE * _kept_bytes(plan, tombstones):
        yield _loss("the pages would have less than half of the text that they have now", [])


def _share(part: Sized, whole: Sized) -> float:
    return len(part) / len(whole) if len(whole) else 0.0


def _page_bytes(site: Manifest) -> int:
    return sum(entry.size for entry in site.pages().values())


def _kept_bytes(plan: Plan, tombstones: Tombstones) -> int:
    gone = [path for path in plan.removed if tombstones.covering(path)]
    return _page_bytes(plan.old.without(gone))


def _loss(what: str, paths: list[str]) -> Finding:
    named = ", ".join(page_address(path) for path in paths[:NAMED])
    more = f" and {len(paths) - NAMED} more" if len(paths) > NAMED else ""
    listed = f": {named}{more}" if named else ""
    return Finding(
        rule="publish-large-loss",
        message=f"{what}{listed}",
        remedy="look at the plan; if this is what you want, publish again with --yes",
    )
