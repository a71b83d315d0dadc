# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings of Pelican that would publish what nobody may read, refused whoever sets them.

The settings files hold these traps closed. An organisation may change the files, and plain
``pelican`` takes settings from its command line, so they are looked at once more at the start.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import StrictUndefined
from pelican.paginator import Paginator

from ..checkout import ROOT
from ..findings import Finding, SettingsError

RULE = "settings-traps"
FILES = ("publishconf.py", "pelicanconf.py")  # the later one to be read comes first

Settings = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Trap:
    """A setting, whether it stands open, what would come of it, and what to write."""

    name: str
    is_open: Callable[[Settings], bool]
    message: str
    remedy: str


def refuse_open_traps(settings: Settings, *, started: bool = False) -> None:
    """Raise SettingsError with every trap that stands open, before anything is written.

    Once Pelican has started it holds the names of its plugins in place of the modules.
    """
    known = {"PLUGINS": []} if started else {}
    findings = list(open_traps({**settings, **known}))
    if findings:
        raise SettingsError(findings)


def open_traps(settings: Settings) -> Iterator[Finding]:
    """Yield a finding for each setting that would publish what nobody may read."""
    for trap in TRAPS:
        if trap.is_open(settings):
            file, line = _place(trap.name)
            message = f"{trap.name}: {trap.message}"
            yield Finding(rule=RULE, message=message, remedy=trap.remedy, file=file, line=line)


def _place(name: str) -> tuple[str, int]:
    for file in FILES:
        lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, 1):
            if line.startswith((f"{name} =", f"{name}:")):
                return file, number
    return FILES[-1], 0


def _writes_drafts(settings: Settings) -> bool:
    names = ("DRAFT", "DRAFT_LANG", "DRAFT_PAGE", "DRAFT_PAGE_LANG")
    return any(settings[f"{name}_SAVE_AS"] for name in names)


def _shows_future_posts(settings: Settings) -> bool:
    return bool(settings["WITH_FUTURE_DATES"]) and not settings["HAVENPRESS"].drafts


def _is_lenient(settings: Settings) -> bool:
    jinja = settings["JINJA_ENVIRONMENT"]
    strict = jinja.get("undefined") is StrictUndefined
    return jinja.get("autoescape") is not True or not strict


def _has_names(settings: Settings) -> bool:
    return any(isinstance(plugin, str) for plugin in settings["PLUGINS"])


def _has_feeds_without_address(settings: Settings) -> bool:
    address = settings["SITEURL"].startswith("https://")
    return not address and any(settings.get(name) for name in FEEDS)


def _collides(settings: Settings) -> bool:
    """Whether page 3 of tag “x1” would stand where page 1 of tag “x13” does."""
    first = {_page_of_tag(f"x1{number}", 1, settings) for number in range(2, 10)}
    return any(_page_of_tag("x1", number, settings) in first for number in range(2, 10))


def _page_of_tag(slug: str, number: int, settings: Settings) -> str:
    address = (settings[name].format(slug=slug) for name in ("TAG_SAVE_AS", "TAG_URL"))
    return Paginator(*address, range(10), settings, per_page=1).page(number).save_as


FEEDS = (
    "FEED_ATOM",
    "FEED_RSS",
    "FEED_ALL_ATOM",
    "FEED_ALL_RSS",
    "CATEGORY_FEED_ATOM",
    "CATEGORY_FEED_RSS",
    "TAG_FEED_ATOM",
    "TAG_FEED_RSS",
    "TRANSLATION_FEED_ATOM",
    "TRANSLATION_FEED_RSS",
    "AUTHOR_FEED_ATOM",
    "AUTHOR_FEED_RSS",
)

TRAPS = (
    Trap(
        "OUTPUT_SOURCES",
        lambda settings: bool(settings["OUTPUT_SOURCES"]),
        "the source files would be published beside the pages, with drafts and notes",
        "write OUTPUT_SOURCES = False",
    ),
    Trap(
        "DRAFT_SAVE_AS",
        _writes_drafts,
        "drafts would be written into a folder that anybody can guess",
        "write an empty text for each DRAFT…_SAVE_AS; tasks.py preview --drafts shows them",
    ),
    Trap(
        "WITH_FUTURE_DATES",
        _shows_future_posts,
        "posts would be published before their day",
        "write WITH_FUTURE_DATES = HAVENPRESS.drafts",
    ),
    Trap(
        "JINJA_ENVIRONMENT",
        _is_lenient,
        "a title could put markup into a page, or a misspelt name leave a hole in it",
        'write "autoescape": True and "undefined": StrictUndefined',
    ),
    Trap(
        "PLUGINS",
        _has_names,
        "Pelican goes on without a plugin whose name does not import, and pages have no exit",
        "import each plugin, and write the module without quotes",
    ),
    Trap(
        "FEED_ALL_ATOM",
        _has_feeds_without_address,
        "feeds without an address of the site lead nowhere",
        "write feeds in publishconf.py only, where SITEURL has https://",
    ),
    Trap(
        "PAGINATION_PATTERNS",
        _collides,
        "page 3 of tag “x1” would be written over page 1 of tag “x13”",
        "keep the number in a folder of its own, as in “{base_name}/page/{number}/index.html”",
    ),
)
