# SPDX-License-Identifier: AGPL-3.0-or-later
"""The tree of an HTML page with positions, and changes by position; only this knows the parser."""

from .document import END_TAG, HTML, MATHML, SVG, Document, Element, Tag, Token, in_order, parse
from .parser import decode, is_selector
from .shadow import is_host
from .splicing import attribute_spans, splice, strip_attribute

__all__ = [
    "END_TAG",
    "HTML",
    "MATHML",
    "SVG",
    "Document",
    "Element",
    "Tag",
    "Token",
    "attribute_spans",
    "decode",
    "in_order",
    "is_host",
    "is_selector",
    "parse",
    "splice",
    "strip_attribute",
]
