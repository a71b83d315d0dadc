# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a site decides about leaving it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from ..findings import Finding, closest, did_you_mean
from .texts import PURPOSES, TEXTS, base_language, texts_for

OPTIONS = ("escape", "discreet_titles", "discreet_navigation")


@dataclass(frozen=True, kw_only=True, slots=True)
class ExitSettings:
    """Where the exit leads and what it says.

    ``safety_page`` is the address of the page that tells what leaving can and cannot do: one for
    all languages, or one by language. ``texts`` holds own words by language and key, before the
    built-in ones. ``language`` is for pages that declare none. ``site_url`` is only for telling
    whether the destination is another site. ``skip`` names output files that are no pages.
    """

    destination: str
    safety_page: str | Mapping[str, str]
    language: str = "en"
    site_url: str = ""
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    escape: bool = False
    discreet_titles: bool = False
    discreet_navigation: bool = False
    skip: tuple[str, ...] = ()

    def texts_for(self, lang: str = "") -> dict[str, str]:
        """Return every text in a language; raises KeyError where one is missing."""
        return texts_for(lang or self.language, self.texts)

    def safety_url(self, lang: str = "") -> str:
        """Return the address of the safety page in a language."""
        if isinstance(self.safety_page, str):
            return self.safety_page
        wanted = lang or self.language
        for known in (wanted, base_language(wanted), self.language):
            if known in self.safety_page:
                return self.safety_page[known]
        return next(iter(self.safety_page.values()), "")


def settings_of(site: Any) -> ExitSettings:
    """Return the exit's settings from ``content/site.yaml`` as ``havenpress.site`` reads it."""
    own = site.quick_exit
    return ExitSettings(
        destination=own.destination,
        safety_page={lang: _address(site, own.safety_page, lang) for lang in site.languages},
        language=site.language,
        site_url=site.url,
        texts=_own_texts(own, site.languages),
        **{option: getattr(own, option) for option in OPTIONS},
    )


def _address(site: Any, slug: str, lang: str) -> str:
    folder = "" if lang == site.language else f"{lang}/"
    return f"{site.base_path}{folder}{slug}/"


def _own_texts(own: Any, languages: tuple[str, ...]) -> dict[str, dict[str, str]]:
    short = {"label": own.label, "limits": own.hint}
    texts = {**own.texts, **{k: {**own.texts.get(k, {}), **words} for k, words in short.items()}}
    return {
        lang.lower(): {key: words.get(lang, "") for key, words in texts.items()}
        for lang in languages
    }


def read_settings(
    values: Mapping[str, Any], *, language: str = "en", site_url: str = ""
) -> tuple[ExitSettings | None, list[Finding]]:
    """Return the settings in ``HAVENPRESS_QUICK_EXIT`` and every fault in them, all at once."""
    findings = [*_check_keys(values), *_check_texts(values.get("texts", {}), language)]
    if findings:
        return None, findings
    given = {"language": language, "site_url": site_url, **values}
    given["skip"] = tuple(given.get("skip", ()))
    return ExitSettings(**given), []


def _check_keys(values: Mapping[str, Any]) -> list[Finding]:
    known = [part.name for part in fields(ExitSettings)]
    findings = [
        _fault(f"there is no “{name}” for it", f"write it as in {example}")
        for name, example in (
            ("destination", "“destination”: “https://www.weather.gov/”"),
            ("safety_page", "“safety_page”: “/pages/safety.html”"),
        )
        if not values.get(name)
    ]
    findings += [
        _fault(f"“{name}” is not one of its settings", _nearest(name, known))
        for name in values
        if name not in known
    ]
    findings += [
        _fault(f"“{name}” is neither on nor off", "write True or False")
        for name in OPTIONS
        if not isinstance(values.get(name, False), bool)
    ]
    return findings


def _check_texts(texts: Mapping[str, Mapping[str, str]], language: str) -> list[Finding]:
    findings = []
    for lang, own in texts.items():
        for key in own:
            if key not in PURPOSES:
                message = f"“{key}” is not one of its texts ({lang})"
                findings.append(_fault(message, _nearest(key, list(PURPOSES))))
    for lang in dict.fromkeys([language, *texts]):
        try:
            texts_for(lang, texts)
        except KeyError as missing:
            known = ", ".join(TEXTS)
            remedy = f"add them to “texts”; built in are {known}"
            findings.append(_fault(str(missing.args[0]), remedy))
    return findings


def _nearest(name: str, known: list[str]) -> str:
    return did_you_mean(closest(name, known), f"there are {', '.join(known)}")


def _fault(message: str, remedy: str) -> Finding:
    return Finding(rule="exit-settings", message=f"the quick exit: {message}", remedy=remedy)
