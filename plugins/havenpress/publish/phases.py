# SPDX-License-Identifier: AGPL-3.0-or-later
"""The one way to publish, the same for every engine: plan, guard, lock, stage, verify, switch."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from ..findings import ContentError, Finding, SettingsError
from .engines import Engine
from .guards import large_losses, missing_pages, retracted_pages
from .manifest import Manifest, scan
from .owner import Owner
from .plan import Plan
from .release import Release
from .tombstones import Tombstones, address_path

KEPT_RELEASES = 5


@dataclass(frozen=True)
class Wishes:
    """What the person who publishes asked for. ``restore`` lifts tombstones by address."""

    today: date
    tombstones: Tombstones = field(default_factory=Tombstones)
    yes: bool = False
    dry_run: bool = False
    unlock: bool = False
    keep: int = KEPT_RELEASES
    restore: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    """What came of it. ``release`` is what readers see now, also where nothing had to change."""

    plan: Plan
    release: str
    changed: bool
    notes: tuple[str, ...] = ()


def publish(
    site: Path, engine: Engine, wishes: Wishes, show: Callable[[Plan], None] = lambda plan: None
) -> Result:
    """Publish a finished site; raise before the first write, or leave readers what they have.

    ``show`` is called with the plan before anything changes.
    """
    return _Publication(engine, wishes, show).run(scan(site), site)


def roll_back(
    engine: Engine,
    wishes: Wishes,
    name: str = "",
    show: Callable[[Plan], None] = lambda plan: None,
) -> Result:
    """Publish the files of an earlier release again, without what was retracted since.

    It becomes a new release: no old one changes, and servers tell browsers that it is newer.
    """
    release = _chosen(engine, name)
    publication = _Publication(engine, wishes, show)
    manifest = replace(release.manifest.as_built(), restores=release.sequence)
    return publication.run(publication.without_retracted(manifest), None)


def _chosen(engine: Engine, name: str) -> Release:
    releases = {release.sequence: release for release in engine.releases()}
    sequence = _number(name) if name else _one_before(engine.current(), releases)
    release = releases.get(sequence)
    if release and ("-" not in name or release.name == name):
        return release
    known = ", ".join(release.name for release in releases.values()) or "none"
    raise SettingsError(
        Finding(
            rule="publish-rollback",
            message="there is no such release to go back to",
            remedy=f"name one with --rollback RELEASE; kept are: {known}",
        )
    )


def _number(name: str) -> int:
    """Return the sequence number in a release's name, whole or only its digits."""
    digits = name.partition("-")[0]
    return int(digits) if digits.isdecimal() else 0


def _one_before(current: Release | None, releases: dict[int, Release]) -> int:
    """Return the number of the release that readers saw before; going back twice goes further."""
    if current is None:
        return 0
    shown = releases.get(current.manifest.restores, current)
    return shown.manifest.follows


class _Publication:
    """One run through the phases."""

    def __init__(self, engine: Engine, wishes: Wishes, show: Callable[[Plan], None]) -> None:
        self.engine = engine
        self.wishes = wishes
        self.show = show
        self.before = engine.current()
        self.remembered = set(engine.tombstones())
        remembered = wishes.tombstones.joined(self.remembered)
        lifted = [
            one for one in wishes.restore if address_path(one) not in wishes.tombstones.places
        ]
        self.tombstones = remembered.lifted(lifted)

    def without_retracted(self, manifest: Manifest) -> Manifest:
        paths = [path for path, _ in manifest.items() if self.tombstones.covering(path)]
        return manifest.without(paths)

    def run(self, built: Manifest, site: Path | None) -> Result:
        plan = self._plan(built)
        self.show(plan)
        self._guard(plan, built)
        if self.wishes.dry_run:
            return Result(plan, self._live_name(), changed=False)
        with self.engine.lock(Owner.here(), force=self.wishes.unlock) as notes:
            self._demand_no_change_meanwhile()
            self.engine.remember(self.tombstones.addresses)
            if not plan.is_empty:
                self._put(self._numbered(plan.new), site)
            self.engine.tidy(self.wishes.keep, self.tombstones.addresses)
        return Result(plan, self._live_name(), changed=not plan.is_empty, notes=tuple(notes))

    def _plan(self, built: Manifest) -> Plan:
        old = self.before.manifest if self.before else Manifest()
        follows = self.before.sequence if self.before else 0
        midnight = datetime.combine(self.wishes.today, time(), UTC)
        new = built.following(old, int(midnight.timestamp()) + follows)
        return Plan(old, replace(self._without_retracted_carry(new), follows=follows))

    def _without_retracted_carry(self, manifest: Manifest) -> Manifest:
        """Carry nothing that was retracted; on the day of a take-down, nothing at all.

        A script may hold words of a page that is taken down.
        """
        if set(self.tombstones.addresses) - self.remembered:
            return manifest.as_built()
        carried = [path for path, entry in manifest.items() if entry.carried]
        return manifest.without(path for path in carried if self.tombstones.covering(path))

    def _guard(self, plan: Plan, built: Manifest) -> None:
        findings = [*missing_pages(built), *retracted_pages(built, self.tombstones)]
        if not findings and not self.wishes.yes:
            findings = list(large_losses(plan, self.tombstones))
        _refuse(findings)

    def _numbered(self, manifest: Manifest) -> Release:
        last = max((release.sequence for release in self.engine.releases()), default=0)
        return Release(last + 1, manifest)

    def _demand_no_change_meanwhile(self) -> None:
        now, before = self._live_name(), self.before.name if self.before else ""
        if now != before:
            raise SettingsError(_overtaken(now))

    def _live_name(self) -> str:
        current = self.engine.current()
        return current.name if current else ""

    def _put(self, release: Release, site: Path | None) -> None:
        self.engine.stage(release, site)
        wrong = self.engine.verify(release)
        if wrong:
            raise SettingsError([_not_as_built(path) for path in wrong])
        self.engine.switch(release)


def _refuse(findings: Iterable[Finding]) -> None:
    found = list(findings)
    if found:
        raise ContentError(found)


def _overtaken(name: str) -> Finding:
    return Finding(
        rule="publish-lock",
        message=f"while you looked at the plan somebody else published {name}",
        remedy="publish again, and read the new plan",
    )


def _not_as_built(path: str) -> Finding:
    return Finding(
        rule="publish-verify",
        message=f"“{path}” arrived with other bytes than the build had",
        remedy="check that no build is running and that the disk is sound, then publish again",
        page=path,
    )
