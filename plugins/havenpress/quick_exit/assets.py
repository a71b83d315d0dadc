# SPDX-License-Identifier: AGPL-3.0-or-later
"""The script and the style of the quick exit, each one string for all pages and languages.

They are the readable files beside this module without comments and spare spaces; no name is
changed, so that a reader who meets them in a page finds the same code here.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import rcssmin
import rjsmin

HERE = Path(__file__).parent


def _read(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


SCRIPT: str = rjsmin.jsmin(_read("quick_exit.js")).strip()
STYLE: str = rcssmin.cssmin(_read("quick_exit.css")).strip()
# What a page of another theme needs besides.
FOREIGN_STYLE: str = STYLE + rcssmin.cssmin(_read("foreign.css")).strip()


def source_hash(text: str) -> str:
    """Return the source expression that allows one inline script or style (CSP 3, section 2.3.1)."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def script_hash() -> str:
    """Return what ``script-src`` must name, quotes included."""
    return source_hash(SCRIPT)


def style_hash() -> str:
    """Return what ``style-src`` must name for the style that ``style_tag`` prints."""
    return source_hash(FOREIGN_STYLE)
