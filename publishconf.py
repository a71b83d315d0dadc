# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pelican's settings for a site that will be published: what needs the absolute address."""

from __future__ import annotations

import runpy
from pathlib import Path

globals().update(
    {
        name: value
        for name, value in runpy.run_path(
            str(Path(__file__).resolve().parent / "pelicanconf.py"),
            init_globals={"PROJECT": globals().get("PROJECT")},
        ).items()
        if name.isupper()
    }
)

SITE = globals()["SITE"]
SITEURL = SITE.url.rstrip("/")
FEED_DOMAIN = SITEURL
FEED_ALL_ATOM = "feeds/all.atom.xml"
TRANSLATION_FEED_ATOM = "feeds/{lang}.atom.xml"
FEED_MAX_ITEMS = 30
