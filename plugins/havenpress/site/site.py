# SPDX-License-Identifier: AGPL-3.0-or-later
"""The organisation's settings as the templates and the build see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

Texts = Mapping[str, str]  # a text by language


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to reach the organisation."""

    type: str
    number: str = ""
    url: str = ""
    email: str = ""
    hours: Texts = field(default_factory=dict)
    note: Texts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Emergency:
    """One number for immediate danger."""

    name: Texts
    number: str
    note: Texts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One link of a menu; ``page`` is home, services, posts or the slug of a page."""

    page: str
    label: Texts

    @property
    def path(self) -> str:
        """The path below the site, or below a language’s folder, with a slash at its end."""
        return "" if self.page == "home" else f"{self.page}/"


@dataclass(frozen=True, slots=True)
class Category:
    """One category of posts."""

    slug: str
    name: Texts
    description: Texts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Home:
    """The first block of the home page."""

    heading: Texts
    lead: Texts
    promises: tuple[Texts, ...] = ()


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours that all others are made from, as ``#rrggbb``; alert may be empty."""

    brand: str
    lamp: str
    alert: str = ""


@dataclass(frozen=True, slots=True)
class QuickExit:
    """What the organisation decides about leaving; texts fall back to the theme's."""

    destination: str
    safety_page: str
    label: Texts = field(default_factory=dict)
    hint: Texts = field(default_factory=dict)
    texts: Mapping[str, Texts] = field(default_factory=dict)
    escape: bool = False
    discreet_titles: bool = False
    discreet_navigation: bool = False


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that ``content/site.yaml`` says, checked."""

    name: Texts
    description: Texts
    url: str
    languages: tuple[str, ...]
    timezone: str
    country: str
    quick_exit: QuickExit
    contact: tuple[Channel, ...]
    emergency: tuple[Emergency, ...]
    colours: Colours
    home: Home
    categories: Mapping[str, Category]
    menu: tuple[MenuItem, ...] = ()
    footer_menu: tuple[MenuItem, ...] = ()
    footer: Texts = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)
    required_pages: tuple[str, ...] = ()
    feedback_page: str = ""
    plain_addresses: tuple[str, ...] = ()

    @property
    def language(self) -> str:
        """The language that every text has."""
        return self.languages[0]

    @property
    def base_path(self) -> str:
        """The path of the site on its host, with a slash at both ends."""
        folder = urlsplit(self.url).path.strip("/")
        return f"/{folder}/" if folder else "/"

    @property
    def host(self) -> str:
        """The host of the site."""
        return urlsplit(self.url).hostname or ""

    def folder(self, language: str) -> str:
        """Return the folder of a language’s pages, with a slash; "" for the first language."""
        return "" if language == self.language else f"{language}/"

    @classmethod
    def from_values(cls, values: Mapping[str, Any]) -> Site:
        """Return the site from the values that the model has read without a fault."""
        plain = dict(values)
        plain["url"] = values["url"].rstrip("/") + "/"
        plain["languages"] = tuple(values["languages"])
        plain["quick_exit"] = QuickExit(**values["quick_exit"])
        plain["contact"] = tuple(Channel(**channel) for channel in values["contact"])
        plain["emergency"] = tuple(Emergency(**number) for number in values["emergency"])
        plain["colours"] = Colours(**values["colours"])
        plain["home"] = _home(values["home"])
        plain["categories"] = {
            slug: Category(slug=slug, **category) for slug, category in values["categories"].items()
        }
        for menu in ("menu", "footer_menu"):
            plain[menu] = tuple(MenuItem(**item) for item in values.get(menu, ()))
        plain["plain_addresses"] = tuple(values.get("plain_addresses", ()))
        plain["required_pages"] = tuple(values.get("required_pages", ()))
        return cls(**plain)


def _home(values: Mapping[str, Any]) -> Home:
    promises = tuple(values.get("promises", ()))
    return Home(heading=values["heading"], lead=values["lead"], promises=promises)
