# SPDX-License-Identifier: AGPL-3.0-or-later
"""The picture that front matter names, above the text.

Whom it shows (``depicts``) is for the organisation's records and never reaches a template.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, tostring

from ..findings import ANNOTATION
from .markdown.scope import Scope


def lead_picture(scope: Scope) -> str:
    """Return the HTML of the picture; empty where there is none or it cannot be shown."""
    image = scope.document.values.get("image") or {}
    source = image.get("src")
    if source is None or scope.picture is None:
        return ""
    attributes = scope.picture(str(source), (source.line, source.column), scope)
    if attributes is None:
        return ""
    figure = Element("figure", {ANNOTATION: f"{scope.document.file}:{source.line}:{source.column}"})
    alt = "" if image.get("decorative") else str(image.get("alt", ""))
    SubElement(figure, "img", {**attributes, "alt": alt, "loading": "eager"})
    if image.get("credit"):
        SubElement(figure, "figcaption").text = str(image["credit"])
    html = tostring(figure, encoding="unicode", method="html")
    # Pelican takes alt="" for a mistake; the bare attribute means the same to browsers.
    return html.replace(' alt=""', " alt", 1) + "\n"
