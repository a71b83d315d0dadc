# SPDX-License-Identifier: AGPL-3.0-or-later
"""Kinds of elements: which are never drawn, stand apart, take a label, or are named by their text.

Source: HTML standard, sections 3.2.5 (content models) and 15.3 (non-replaced elements); SVG 2.
"""

from __future__ import annotations

from .wellformed import ENDS_PARAGRAPH

NOT_RENDERED = frozenset(
    "area base basefont datalist head link meta noembed noframes param rp script style template"
    " title".split()
)
NO_NODE = frozenset({"br", "col", "colgroup", "noscript", "source", "track", "wbr"})
# What a browser draws itself never shows what stands between its tags.
NEVER_SHOWN = ("audio", "iframe", "meter", "progress", "video")
NOT_DRAWN = frozenset(
    "clipPath defs desc filter linearGradient marker mask metadata pattern radialGradient script"
    " style symbol title".split()
)
MAY_BE_MISSING = NOT_RENDERED | NOT_DRAWN | {"audio", "dialog", "input"}
LABELABLE = frozenset({"button", "input", "meter", "output", "progress", "select", "textarea"})
# What ends a paragraph stands apart as well; these do besides.
BLOCKS = ENDS_PARAGRAPH | {
    "body",
    "br",
    "caption",
    "html",
    "legend",
    "optgroup",
    "option",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
}
# Nothing is left of these without their box. Source: CSS Display 3, appendix B.
BOXES = frozenset(
    "audio br canvas embed iframe img input meter object progress select svg textarea video"
    " wbr".split()
)
INLINE_DISPLAY = ("inline", "contents", "ruby")
OUT_OF_LINE = {
    "float": frozenset({"left", "right", "inline-start", "inline-end"}).__contains__,
    "position": frozenset({"absolute", "fixed"}).__contains__,
}
NAMED_BY_TEXT = frozenset({"a", "button", "h1", "h2", "h3", "h4", "h5", "h6", "summary"})
INLINE_TEXT = frozenset(
    "a abbr b bdi bdo cite code em i kbd mark q s small span strong sub sup time u var".split()
)
# Whose text, as it stands, is part of the name of what is around them.
PASSING_TEXT = INLINE_TEXT.union("article div h1 h2 h3 h4 h5 h6 header p pre section".split())
