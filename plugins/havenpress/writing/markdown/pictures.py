# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pictures of a body: what describes them, and which file of the site they are."""

from __future__ import annotations

import posixpath
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement

from ..document import Place
from .addresses import plain_address
from .scope import Scope
from .sightings import place_of_address

ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".heic")
# Descriptions that say no more than that there is a picture.
NO_DESCRIPTION = {"image", "picture", "photo", "photograph", "img", "screenshot", "alt text"}
NO_DESCRIPTION |= {"imagen", "foto", "fotografía", "captura", "photographie", "capture d’écran"}
NO_DESCRIPTION |= {"bild", "صورة"}
CRITERIA = (("1.1.1", "A"),)


def treat_picture(element: Element, place: Place, scope: Scope) -> None:
    """Check a picture and make it one of ours; without a file its description stands there."""
    source = plain_address(element.get("src", ""))
    _check_description(element, source, place, scope)
    place = place_of_address(element.get("src", ""), place, scope)
    elsewhere = _elsewhere(source)
    if elsewhere:
        scope.fault("image-file", place, elsewhere, "put the file into content/images")
        _replace_by_text(element)
        return
    if scope.picture is None:
        return
    attributes = scope.picture(source, place, scope)
    if attributes is None:
        _replace_by_text(element)
        return
    for name, value in attributes.items():
        element.set(name, value)


def _check_description(element: Element, source: str, place: Place, scope: Scope) -> None:
    alt = element.get("alt", "").strip()
    if not alt:
        write = scope.replaced(place[0], "![]", "![what the picture shows]")
        message = "the picture has no description"
        remedy = "write what it shows between the square brackets"
        scope.fault("image-description", place, message, remedy, write=write, wcag=CRITERIA)
        element.set("alt", source)
    elif _says_nothing(alt.lower(), source.lower()):
        message = f"“{alt}” does not say what the picture shows"
        remedy = "write it between the square brackets, as you would on the phone"
        scope.fault("image-description", place, message, remedy, wcag=CRITERIA)


def _says_nothing(alt: str, source: str) -> bool:
    """Return whether a description only says that there is a picture, or what its file is called."""
    if not any(sign.isalnum() for sign in alt):
        return True
    name = posixpath.basename(source)
    is_file_name = alt.endswith(ENDINGS) or ("-" in alt and alt == posixpath.splitext(name)[0])
    return is_file_name or alt.strip(".") in NO_DESCRIPTION


def _elsewhere(source: str) -> str:
    """Return why a picture cannot be a file of this site; empty where it can."""
    scheme = urlsplit(source).scheme
    if len(scheme) == 1 or scheme == "file" or "\\" in source:
        return "this picture is on your own computer, where readers cannot come"
    if scheme == "data":
        return "this picture is in the text itself"
    if scheme or source.startswith("//"):
        return "this picture is on another site, which would learn of every reader"
    return ""


def _replace_by_text(element: Element) -> None:
    text, tail = element.get("alt", ""), element.tail
    element.clear()
    element.tag, element.tail = "span", tail
    SubElement(element, "em").text = text
