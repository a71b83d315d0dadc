# SPDX-License-Identifier: AGPL-3.0-or-later
"""The body of a text as templates get it: markup, with its links led from the page at hand."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup

from ..findings import ANNOTATION
from .markdown.scope import ROOT

PLACES = re.compile(rf'\s{ANNOTATION}="[^"]*"')


def wrap_body(content: Any) -> None:
    """Make a content's body Markup, once and for all templates: none of them says ``|safe``."""
    if not hasattr(content, "translation_key"):
        return
    original = content.get_content
    is_ours = "HAVENPRESS" in content.settings

    def get_content(siteurl: str) -> Markup:
        root = f"{siteurl}/" if siteurl else "/"
        html = original(siteurl).replace(ROOT, root)
        # Our build takes the places out once the page is checked; elsewhere nobody would.
        return Markup(html if is_ours else PLACES.sub("", html))  # noqa: S704 (by our reader)

    content.get_content = get_content
