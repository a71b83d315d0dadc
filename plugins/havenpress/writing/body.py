# SPDX-License-Identifier: AGPL-3.0-or-later
"""The body of a text as templates get it: markup, with its links led from the page at hand."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from .markdown.scope import ROOT


def wrap_body(content: Any) -> None:
    """Make a content's body Markup, once and for all templates: none of them says ``|safe``."""
    if not hasattr(content, "translation_key"):
        return
    original = content.get_content

    def get_content(siteurl: str) -> Markup:
        root = f"{siteurl}/" if siteurl else "/"
        return Markup(original(siteurl).replace(ROOT, root))  # noqa: S704 (made by our reader)

    content.get_content = get_content
