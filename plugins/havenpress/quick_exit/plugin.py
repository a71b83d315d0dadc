# SPDX-License-Identifier: AGPL-3.0-or-later
"""The quick exit on a foreign Pelican site.

Pages get it as they are written; what was copied as it is gets it at the end. Then every page is
read again from the disk: a page without the exit, or with two, ends the run with an error.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pelican import signals

from ..findings import WARNING, Finding, Report, SettingsError, render
from .checks import check_page, check_safety_page, check_settings
from .injection import inject
from .settings import ExitSettings, read_settings

SETTING = "HAVENPRESS_QUICK_EXIT"


def connect() -> None:
    """Connect the handlers; which of two runs first never matters, since both may run twice."""
    signals.initialized.connect(_check_settings)
    signals.content_written.connect(_finish_page)
    signals.finalized.connect(_finish_site)


def _check_settings(pelican: Any) -> None:
    if not _is_ours(pelican.settings):
        _settings(pelican.settings)


def _finish_page(path: str, context: dict[str, Any]) -> None:
    if not _is_ours(context) and path.lower().endswith((".html", ".htm")):
        _finish(Path(path), _settings(context), Path(context["OUTPUT_PATH"]))


def _finish_site(pelican: Any) -> None:
    if _is_ours(pelican.settings):
        return
    settings = _settings(pelican.settings)
    output = Path(pelican.settings["OUTPUT_PATH"])
    for path in _pages(output, settings):
        _finish(path, settings, output)
    report = Report(_check_safety_pages(output, settings))
    for path in _pages(output, settings):
        page = path.read_bytes()
        report.extend(check_page(page, _name(path, output), settings, residue=WARNING))
    _print(report)
    if report.has_errors:
        raise SettingsError(report)


def _check_safety_pages(output: Path, settings: ExitSettings) -> Iterator[Finding]:
    """Yield what is wrong with the safety page of each language; elsewhere it is not ours."""
    pages = settings.safety_page
    addresses = [pages] if isinstance(pages, str) else list(pages.values())
    for address in dict.fromkeys(addresses):
        parts, own = urlsplit(address), urlsplit(settings.site_url)
        if parts.netloc and parts.netloc != own.netloc:
            continue
        name = parts.path.removeprefix(own.path.rstrip("/")).strip("/")
        places = [output / name, output / name / "index.html", output / f"{name}.html"]
        found = next((place for place in places if place.is_file()), None)
        if found is None:
            message = f"the safety page {address} is not there"
            remedy = f"write it, or name another in {SETTING}"
            yield Finding(rule="safety-page", message=message, remedy=remedy, file="pelicanconf.py")
        else:
            yield from check_safety_page(found.read_bytes(), _name(found, output), level=WARNING)


def _is_ours(settings: dict[str, Any]) -> bool:
    """Havenpress's own build finishes and checks its pages itself."""
    return "HAVENPRESS" in settings


def _settings(settings: dict[str, Any]) -> ExitSettings:
    language, url = settings.get("DEFAULT_LANG", "en"), settings.get("SITEURL", "")
    values = settings.get(SETTING) or {}
    found, findings = read_settings(values, language=language, site_url=url)
    if found is not None:
        findings = check_settings(found)
    findings = [finding.at("pelicanconf.py") for finding in findings]
    if found is None or Report(findings).has_errors:
        _print(findings)
        raise SettingsError(findings)
    return found


def _finish(path: Path, settings: ExitSettings, output: Path) -> None:
    if _name(path, output) in settings.skip:
        return
    before = path.read_bytes()
    try:
        after = inject(before, settings)
    except KeyError as missing:
        text, page = str(missing.args[0]), _name(path, output)
        remedy = f"add them to “texts” in {SETTING}"
        findings = [Finding(rule="exit-settings", message=text, remedy=remedy, page=page)]
        _print(findings)
        raise SettingsError(findings) from None
    if after != before:
        path.write_bytes(after)


def _pages(output: Path, settings: ExitSettings) -> Iterator[Path]:
    for path in sorted(output.rglob("*")):
        is_page = path.suffix.lower() in {".html", ".htm"} and path.is_file()
        if is_page and _name(path, output) not in settings.skip:
            yield path


def _name(path: Path, output: Path) -> str:
    return path.relative_to(output).as_posix() if path.is_relative_to(output) else path.as_posix()


def _print(findings: Iterable[Finding]) -> None:
    text = render(findings)
    if text.strip():
        print(text, file=sys.stderr)
