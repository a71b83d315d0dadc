# SPDX-License-Identifier: AGPL-3.0-or-later
"""The catalogue of a site: of ours through its project, of another through one setting."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..clock import read_clock
from ..findings import WARNING, Finding, SettingsError, closest, did_you_mean
from .catalogue import Catalogue
from .entries import Service
from .loader import load
from .presentation import Edition, Helpline
from .wording import has_words

if TYPE_CHECKING:
    from ..site import Project

SETTING = "HAVENPRESS_CATALOGUE"
KEYS = ("path", "today", "helpline", "number")
FOLDER = "catalogue"


def catalogue_of(project: Project) -> Catalogue | None:
    """Return the catalogue of a project, read once; None where it has no such folder."""
    if FOLDER in project.parts:
        return project.parts[FOLDER]
    folder = project.content / FOLDER
    catalogue = None
    if folder.exists():
        catalogue, findings = load(folder, project.today, project.name)
        project.report.extend(findings)
        project.report.extend(_missing_words(project))
    project.parts[FOLDER] = catalogue
    return catalogue


def _missing_words(project: Project) -> Iterator[Finding]:
    """Yield a warning for each language in which the catalogue's own sentences are not written."""
    languages = project.site.languages
    file = project.name(project.content / "site.yaml")
    line = getattr(languages[0], "line", 0)
    for language in languages:
        if not has_words(language):
            message = f"the catalogue’s own sentences are not in “{language}”; readers get English"
            remedy = (
                f"translate plugins/havenpress/catalogue/words/en.yaml into words/{language}.yaml"
            )
            yield Finding(
                rule="catalogue-language",
                level=WARNING,
                message=message,
                remedy=remedy,
                file=file,
                line=line,
            )


def editions_of(project: Project) -> tuple[Edition, ...]:
    """Return the catalogue in each language of a project; none where it has no catalogue."""
    catalogue = catalogue_of(project)
    if catalogue is None:
        return ()
    site, today = project.site, project.today
    feedback = f"{site.feedback_page}/" if site.feedback_page else ""
    return tuple(
        Edition(catalogue, language, site.languages, today, _helpline(project, language), feedback)
        for language in site.languages
    )


def _helpline(project: Project, language: str) -> Helpline | None:
    channel = next((each for each in project.site.contact if each.type == "phone"), None)
    if channel is None:
        return None
    name = project.site.name
    return Helpline(name.get(language) or name[project.site.language], channel.number)


def first_helpline(catalogue: Catalogue, language: str) -> Helpline | None:
    """Return the first crisis line of a catalogue with a number that people call."""
    country = catalogue.settings.country
    for service in catalogue.services.values():
        called = [phone.number for phone in service.phones if phone.type == "voice"]
        if service.crisis and called and not service.is_closed:
            return Helpline(_name(service, language), called[0].shown(country))
    return None


def _name(service: Service, language: str) -> str:
    return service.name.get(language) or next(iter(service.name.values()), "")


@dataclass(frozen=True, slots=True)
class ForeignSite:
    """What ``HAVENPRESS_CATALOGUE`` says on a site that is not ours."""

    folder: Path
    today: datetime.date
    helpline: Helpline | None

    def read(self) -> tuple[tuple[Edition, ...], list[Finding]]:
        """Return the catalogue in each of its languages, and what is wrong with it."""
        catalogue, findings = load(self.folder, self.today)
        languages = catalogue.settings.languages
        editions = tuple(
            Edition(
                catalogue,
                language,
                languages,
                self.today,
                self.helpline or first_helpline(catalogue, language),
            )
            for language in languages
        )
        return editions, findings


def foreign_site(settings: Mapping[str, Any]) -> ForeignSite:
    """Return what the settings say; raises SettingsError with everything wrong in them."""
    given = settings[SETTING]
    if not isinstance(given, Mapping) or "path" not in given:
        raise _fault("it has to be a dictionary", f'write {SETTING} = {{"path": "catalogue"}}')
    for key in given:
        if key not in KEYS:
            close = closest(str(key), KEYS)
            remedy = did_you_mean(close, f"the keys are {', '.join(KEYS)}")
            raise _fault(f"“{key}” is not a key of it", remedy)
    folder = Path(given["path"])
    _refuse_copies(settings, folder)
    today = given.get("today")
    clock = today if isinstance(today, datetime.date) else read_clock(today)
    number = given.get("number", "")
    if given.get("helpline") and not number:
        raise _fault("“helpline” has no number", 'write it too, as in "number": "0808 157 0142"')
    return ForeignSite(
        folder, clock, Helpline(given.get("helpline", ""), number) if number else None
    )


def _refuse_copies(settings: Mapping[str, Any], folder: Path) -> None:
    """Pelican must not copy the files of the catalogue into the site: notes stand in them."""
    if settings.get("OUTPUT_SOURCES"):
        message = "OUTPUT_SOURCES would publish source files beside the pages"
        raise _fault(message, "set OUTPUT_SOURCES = False")
    root, catalogue = Path(settings.get("PATH") or ".").resolve(), folder.resolve()
    for static in settings.get("STATIC_PATHS") or ():
        if catalogue.is_relative_to((root / static).resolve()):
            message = f"STATIC_PATHS has “{static}”, which would publish the catalogue’s own files"
            raise _fault(message, "take the folder out, or move the catalogue")


def _fault(message: str, remedy: str) -> SettingsError:
    return SettingsError(
        Finding(rule="catalogue-setting", message=message, remedy=remedy, file=SETTING)
    )
