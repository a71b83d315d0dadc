# SPDX-License-Identifier: AGPL-3.0-or-later
"""The one style sheet of all pages, and the hashes that allow it and the exit's script.

Each page carries the same two inline blocks, so that it is one request; a policy in a ``meta``
element names them by hash (CSP Level 3, §2.3.1) and allows nothing else.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from pathlib import Path

import rcssmin

from ..quick_exit.assets import source_hash
from .component import Component
from .palette import Palette

BUDGET = 6_000  # bytes, gzipped
POLICY = (
    "default-src 'none'; style-src {style}; script-src {script}; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'; upgrade-insecure-requests"
)


def stylesheet(palette: Palette, layers: Path, components: Iterable[Component], *more: str) -> str:
    """Return tokens, base layers, components' styles and ``more``, minified, in that order."""
    base = [path.read_text(encoding="utf-8") for path in sorted(layers.glob("*.css"))]
    styles = [component.style for component in components]
    return rcssmin.cssmin("\n".join([palette.tokens, *base, *styles, *more]))


def weight(text: str) -> int:
    """Return the size of a text as it travels: bytes after gzip -9."""
    return len(gzip.compress(text.encode(), 9, mtime=0))


def policy(style: str, script: str, *, own_scripts: bool = False) -> str:
    """Return the content security policy of a page with these two inline blocks."""
    scripts = f"{source_hash(script)} 'self'" if own_scripts else source_hash(script)
    return POLICY.format(style=source_hash(style), script=scripts)
