# SPDX-License-Identifier: AGPL-3.0-or-later
"""The parts of shorthand properties that rules ask about.

Source: CSS Backgrounds 3, Box 4, Fonts 4; CSS Logical Properties 1, section 4.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .sheets import split_list

SHORTHANDS = {
    "all": (  # of all properties, those that make text what it is, or take it away
        "background-color",
        "background-image",
        "color",
        "display",
        "font-size",
        "font-weight",
        "letter-spacing",
        "line-height",
        "opacity",
        "text-shadow",
        "visibility",
        "word-spacing",
    ),
    "background": ("background-color", "background-image"),
    "overflow": ("overflow-x", "overflow-y"),
    "font": ("font-size", "font-weight", "line-height", "font-family"),
    "outline": ("outline-style", "outline-width", "outline-color"),
    "inset": ("top", "right", "bottom", "left"),
    "margin": ("margin-top", "margin-right", "margin-bottom", "margin-left"),
    "padding": ("padding-top", "padding-right", "padding-bottom", "padding-left"),
}
LOGICAL = {  # as in a line of Latin script, which most pages are written in
    "block-size": ("height",),
    "inline-size": ("width",),
    "max-block-size": ("max-height",),
    "max-inline-size": ("max-width",),
    "inset-block-start": ("top",),
    "inset-inline-start": ("left",),
    "margin-inline-start": ("margin-left",),
    "margin-block-start": ("margin-top",),
    "padding-inline-start": ("padding-left",),
    "padding-block-start": ("padding-top",),
}
SHORTHANDS.update(LOGICAL)
_IMAGE = re.compile(r"url\(|gradient\(|image\(|image-set\(|element\(", re.IGNORECASE)
_SIZE = re.compile(
    r"(?:^|\s)((?:[\d.]+(?:[a-z%]+)|0(?=[\s/])|(?:calc|clamp|min|max)\(.*?\))|[a-z-]*small|medium|[a-z-]*large"
    r"|larger|smaller)(?:\s*/\s*(\S+))?(?=\s)",
    re.IGNORECASE,
)
_WEIGHT = re.compile(r"(?:^|\s)(bold(?:er)?|[1-9]\d\d|lighter)(?=\s)", re.IGNORECASE)
_NOT_A_COLOUR = frozenset(
    [
        "auto",
        "border-box",
        "bottom",
        "center",
        "contain",
        "content-box",
        "cover",
        "fixed",
        "left",
        "local",
        "no-repeat",
        "none",
        "padding-box",
        "repeat",
        "repeat-x",
        "repeat-y",
        "right",
        "round",
        "scroll",
        "space",
        "text",
        "top",
    ]
)
_WIDTHS = frozenset({"thin", "medium", "thick"})
_LINES = frozenset(
    [
        "auto",
        "dashed",
        "dotted",
        "double",
        "groove",
        "hidden",
        "inset",
        "none",
        "outset",
        "ridge",
        "solid",
    ]
)
GLOBAL_WORDS = frozenset({"inherit", "initial", "unset", "revert", "revert-layer"})
_INITIAL = frozenset({"initial", "unset"})  # one and the same where nothing is inherited


@lru_cache(maxsize=8192)
def longhand(shorthand: str, name: str, value: str) -> str:
    """Return the value that a declaration gives to one property."""
    if name == "display" and value.lower() in _INITIAL:
        return "inline"
    if shorthand == name or shorthand in LOGICAL or value.lower() in GLOBAL_WORDS:
        return value
    if "var(" in value and shorthand != "background":
        return value
    if shorthand == "overflow":
        words = value.split() or [""]
        return words[-1] if name == "overflow-y" else words[0]
    if shorthand in {"inset", "margin", "padding"}:
        return _side(SHORTHANDS[shorthand].index(name), value)
    if shorthand == "font":
        return _font_part(name, value)
    if shorthand == "outline":
        return _outline_part(name, value)
    if name == "background-image":
        return _background_image(value)
    return _background_colour(value)


def _side(at: int, value: str) -> str:
    parts = split_list(value, " ")
    return four_sides(parts)[at] if 1 <= len(parts) <= 4 else "auto"


def four_sides(parts: list[str]) -> tuple[str, str, str, str]:
    """Return what one to four parts say of the top, right, bottom and left side."""
    top = parts[0]
    right = parts[1] if len(parts) > 1 else top
    bottom = parts[2] if len(parts) > 2 else top
    return top, right, bottom, parts[3] if len(parts) > 3 else right


def _background_colour(value: str) -> str:
    layers = split_list(value)
    words = split_list(layers[-1] if layers else "", " ")
    colours = [word for word in words if not _is_no_colour(word)]
    return colours[0] if colours else "transparent"


def _background_image(value: str) -> str:
    """Return the images alone where they fill the box, else all that is written."""
    if not _IMAGE.search(value):
        return "none"
    layers = [split_list(layer, " ") for layer in split_list(value)]
    images = [word for words in layers for word in words if _is_image(word)]
    others = [word for words in layers for word in words if not _is_image(word)]
    return value if any(map(_is_no_colour, others)) else ", ".join(images)


def _is_image(word: str) -> bool:
    return bool(_IMAGE.match(word)) or "gradient(" in word


def _is_no_colour(word: str) -> bool:
    if _is_image(word) or word == "/":
        return True
    return word.lower() in _NOT_A_COLOUR or bool(re.match(r"[\d.+-]|calc\(", word))


def _font_part(name: str, value: str) -> str:
    size = _SIZE.search(value + " ")
    if name == "font-size":
        return size[1] if size else "medium"
    if name == "line-height":
        return (size[2] or "normal") if size else "normal"
    if name == "font-family":
        return value[size.end() :].strip() if size else ""
    weight = _WEIGHT.search(value)
    return weight[1] if weight else "normal"


def _outline_part(name: str, value: str) -> str:
    for word in split_list(value, " "):
        kind = _kind_of(word.lower())
        if kind == name:
            return word
    return {"outline-style": "none", "outline-width": "medium"}.get(name, "auto")


def _kind_of(word: str) -> str:
    if word in _LINES:
        return "outline-style"
    if word in _WIDTHS or re.match(r"[\d.+-]", word):
        return "outline-width"
    return "outline-color"
