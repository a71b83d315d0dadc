# SPDX-License-Identifier: AGPL-3.0-or-later
"""Values that browsers drop, so that what was declared before them counts.

Only properties whose values are short words or single lengths are looked at.

Source: CSS Syntax 3, section 9 (invalid declarations); CSS Values 4; CSS Color 4, sections 6 and 9.1
(names); CSS Box Sizing 4; CSS Display 3; CSS Fonts 4; CSS Transforms 2, section 3 (rotate).
"""

from __future__ import annotations

import re
from functools import lru_cache

from .shorthands import GLOBAL_WORDS

_COLOURS = """
    aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue
    blueviolet brown burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk
    crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki
    darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen
    darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue
    dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite
    gold goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki
    lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan
    lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen
    lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime limegreen linen
    magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen
    mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream
    mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid
    palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum
    powderblue purple rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown
    seagreen seashell sienna silver skyblue slateblue slategray slategrey snow springgreen
    steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow yellowgreen
    accentcolor accentcolortext activetext buttonborder buttonface buttontext canvas canvastext
    currentcolor field fieldtext graytext highlight highlighttext linktext mark marktext
    selecteditem selecteditemtext transparent visitedtext
    activeborder activecaption appworkspace background buttonhighlight buttonshadow captiontext
    inactiveborder inactivecaption inactivecaptiontext infobackground infotext menu menutext
    scrollbar threeddarkshadow threedface threedhighlight threedlightshadow threedshadow window
    windowframe windowtext
"""
_NUMBER = r"(?:\d*\.)?\d+(?:e[+-]?\d+)?"
_UNIT = (
    r"(?:px|in|[cm]m|q|p[tc]|r?(?:em|ex|ch|cap|ic|lh)|[sld]?v(?:w|h|i|b|min|max)|cq(?:w|h|i|b|min|max)"
    r"|%)"
)
_ZERO = r"[+-]?(?:0*\.)?0+"
_LENGTH = rf"(?:[+-]?{_NUMBER}{_UNIT}|{_ZERO})"
_SIZE = rf"(?:\+?{_NUMBER}{_UNIT}|-(?:0*\.)?0+{_UNIT}|{_ZERO})"  # not below nothing
_ANGLE = rf"[+-]?{_NUMBER}(?:deg|grad|rad|turn)"
_AXIS = rf"(?:[xyz]|[+-]?{_NUMBER}(?:\s+[+-]?{_NUMBER}){{2}})"
_COLOUR = "|".join((*_COLOURS.split(), "#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})"))
_SIZE_WORDS = r"(?:xx?-small|small|medium|large|x{1,3}-large|smaller|larger|math)"
_BOX_WORDS = r"(?:min-content|max-content|fit-content|stretch|-webkit-fill-available)"
_LINES = r"(?:none|dotted|dashed|solid|double|groove|ridge|inset|outset)"
_DISPLAY = (
    r"(?:block|flow|flow-root|list-item|math|(?:inline-)?(?:block|flex|grid|table)"
    r"|inline|(?:table|ruby)(?:-[a-z-]+)?|-webkit-(?:inline-)?(?:box|flex))"
)
_SIDES = ("top", "right", "bottom", "left")
_PATTERNS = {
    "background-color": _COLOUR,
    "color": _COLOUR,
    "content-visibility": "visible|hidden|auto",
    "display": rf"none|contents|{_DISPLAY}(?:\s+{_DISPLAY})*",
    "float": "none|left|right|inline-start|inline-end",
    "font": (
        rf"(?s:(?:.*\s)?(?:{_SIZE}|{_SIZE_WORDS})(?:\s*/\s*\S+)?\s+[^\d\s].*)"
        r"|caption|icon|menu|message-box|small-caption|status-bar"
    ),
    "font-size": rf"{_SIZE}|{_SIZE_WORDS}",
    "font-weight": r"normal|bold|bolder|lighter|[1-9]\d{0,2}(?:\.\d+)?|1000",
    "letter-spacing": rf"normal|{_LENGTH}",
    "line-height": rf"normal|{_SIZE}|\+?{_NUMBER}",
    "opacity": rf"[+-]?{_NUMBER}%?",
    "outline-style": rf"auto|{_LINES}",
    "outline-width": rf"thin|medium|thick|(?!.*%){_SIZE}",
    "position": "static|relative|absolute|fixed|sticky",
    "rotate": rf"none|(?:{_AXIS}\s+)?{_ANGLE}|{_ANGLE}\s+{_AXIS}",
    "visibility": "visible|hidden|collapse",
    "word-spacing": rf"normal|{_LENGTH}",
    **dict.fromkeys(("transform", "-webkit-transform"), "none"),  # all others are functions
    **dict.fromkeys(("overflow-x", "overflow-y"), "visible|hidden|clip|scroll|auto|overlay"),
    **dict.fromkeys(("height", "width", "min-height", "min-width"), rf"auto|{_BOX_WORDS}|{_SIZE}"),
    **dict.fromkeys(("max-height", "max-width"), rf"none|{_BOX_WORDS}|{_SIZE}"),
    **dict.fromkeys((*_SIDES, *map("margin-{}".format, _SIDES)), rf"auto|{_LENGTH}"),
    **dict.fromkeys(map("padding-{}".format, _SIDES), _SIZE),
}
VALID = {name: re.compile(pattern) for name, pattern in _PATTERNS.items()}
LONGEST = 100  # characters of a value that are looked at


@lru_cache(maxsize=8192)
def is_taken(name: str, value: str) -> bool:
    """Tell whether browsers may take a value for a property; functions are not looked into."""
    pattern = VALID.get(name)
    if pattern is None or "(" in value or len(value) > LONGEST:
        return True
    word = value.strip().lower()
    return word in GLOBAL_WORDS or bool(pattern.fullmatch(word))
