# SPDX-License-Identifier: AGPL-3.0-or-later
"""Values that browsers drop, so that what was declared before them counts.

Only properties whose values are short words or single lengths are looked at.

Source: CSS Syntax 3, section 9 (invalid declarations); CSS Fonts 4; CSS Color 4; CSS Display 3.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .shorthands import GLOBAL_WORDS

_NUMBER = r"(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?"
_COLOUR = r"[a-z-]+|#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})"
_SIZE_WORDS = r"(?:xx?-small|small|medium|large|x{1,3}-large|smaller|larger|math)"
_DISPLAY = (
    r"(?:none|contents|block|flow|flow-root|list-item|math|run-in|(?:inline-)?(?:block|flex|grid|table)"
    r"|inline|(?:table|ruby)(?:-[a-z-]+)?|-webkit-(?:inline-)?(?:box|flex))"
)
_PATTERNS = {
    "background-color": re.compile(_COLOUR),
    "color": re.compile(_COLOUR),
    "display": re.compile(rf"{_DISPLAY}(?:\s+{_DISPLAY})*"),
    "font": re.compile(
        r".*(?:\d|small|medium|large|caption|icon|menu|message-box|status-bar).*", re.DOTALL
    ),
    "font-size": re.compile(rf"\+?{_NUMBER}(?:[a-z]+|%)|[+-]?0+(?:\.0*)?|{_SIZE_WORDS}"),
    "font-weight": re.compile(rf"normal|bold|bolder|lighter|{_NUMBER}"),
    "opacity": re.compile(rf"[+-]?{_NUMBER}%?"),
    "visibility": re.compile(r"visible|hidden|collapse"),
}
LONGEST = 100  # characters of a value that are looked at


@lru_cache(maxsize=8192)
def is_taken(name: str, value: str) -> bool:
    """Tell whether browsers may take a value for a property; functions are not looked into."""
    pattern = _PATTERNS.get(name)
    if pattern is None or "(" in value or len(value) > LONGEST:
        return True
    word = value.strip().lower()
    return word in GLOBAL_WORDS or bool(pattern.fullmatch(word))
