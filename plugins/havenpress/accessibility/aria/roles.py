# SPDX-License-Identifier: AGPL-3.0-or-later
"""The role that an element has by itself, before anybody writes ``role``.

Source: HTML-AAM 1.0, section 3.5 (element mappings); SVG-AAM 1.0; HTML standard 4.9.12 (tables).
An empty string stands for "no corresponding role".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ...tree import HTML, MATHML, SVG, Element
from ..tokens import integer

if TYPE_CHECKING:
    from ..page import Page

SIMPLE = {
    "abbr": "", "address": "group", "article": "article", "audio": "", "b": "generic",
    "bdi": "generic", "bdo": "generic", "blockquote": "blockquote", "body": "generic",
    "button": "button", "canvas": "", "caption": "caption", "cite": "", "code": "code",
    "data": "generic", "datalist": "listbox", "dd": "definition", "del": "deletion",
    "details": "group", "dfn": "term", "dialog": "dialog", "dir": "list", "div": "generic",
    "dl": "", "dt": "term", "em": "emphasis", "embed": "", "fieldset": "group",
    "figcaption": "", "figure": "figure", "h1": "heading", "h2": "heading", "h3": "heading",
    "h4": "heading", "h5": "heading", "h6": "heading", "hgroup": "group", "hr": "separator",
    "html": "document", "i": "generic", "iframe": "", "ins": "insertion", "kbd": "",
    "label": "", "legend": "", "main": "main", "map": "", "mark": "mark", "menu": "list",
    "meter": "meter", "nav": "navigation", "noscript": "", "object": "", "ol": "list",
    "optgroup": "group", "option": "option", "output": "status", "p": "paragraph",
    "picture": "", "pre": "generic", "progress": "progressbar", "q": "generic", "rp": "",
    "rt": "", "ruby": "", "s": "deletion", "samp": "generic", "search": "search", "slot": "",
    "small": "generic", "span": "generic", "strong": "strong", "sub": "subscript",
    "summary": "", "sup": "superscript", "table": "table", "tbody": "rowgroup",
    "textarea": "textbox", "tfoot": "rowgroup", "thead": "rowgroup", "time": "time",
    "tr": "row", "u": "generic", "ul": "list", "var": "", "video": "", "wbr": "",
}  # fmt: skip

INPUTS = {
    "button": "button", "checkbox": "checkbox", "color": "", "date": "", "datetime-local": "",
    "email": "textbox", "file": "", "hidden": "", "image": "button", "month": "",
    "number": "spinbutton", "password": "", "radio": "radio", "range": "slider",
    "reset": "button", "search": "searchbox", "submit": "button", "tel": "textbox",
    "text": "textbox", "time": "", "url": "textbox", "week": "",
}  # fmt: skip
LISTED = frozenset({"text", "search", "tel", "url", "email"})
LISTS = frozenset({"dir", "menu", "ol", "ul"})
SECTIONING = ("article", "aside", "main", "nav", "section")
SECTIONING_ROLES = frozenset({"article", "complementary", "main", "navigation", "region"})
NONE = ("none", "presentation")
TABLES = frozenset({"grid", "table", "treegrid"})
PARTS_OF_TABLES = frozenset({"caption", "tbody", "thead", "tfoot", "tr", "td", "th"})


def input_type(element: Element) -> str:
    """Return the state of an input's type attribute; a word that is none counts as text."""
    kind = (element.get("type") or "text").lower()
    return kind if kind in INPUTS else "text"


def plain_role(element: Element) -> str | None:
    """Return the role of an element without ``role``, None where more has to be asked."""
    if element.namespace != HTML:
        return _svg_role(element) if element.namespace == SVG else None
    read = PLAIN.get(element.tag)
    return read(element) if read else None


def _plain_link(element: Element) -> str:
    return "link" if "href" in element else "generic"


def _plain_item(element: Element) -> str | None:
    parent = element.parent
    plain = parent is not None and parent.tag in LISTS and "role" not in parent
    return "listitem" if plain else None


PLAIN: dict[str, Callable[[Element], str | None]] = {"a": _plain_link, "li": _plain_item}


def implicit_role(element: Element, page: Page) -> str:
    """Return the role that the markup gives an element."""
    if page.has_foreign:
        if element.namespace == SVG:
            return _svg_role(element)
        if element.namespace == MATHML:
            return "math" if element.tag == "math" else ""
    tag = element.tag
    if tag in PARTS_OF_TABLES and not _is_in_exposed_table(element, page):
        alone = "generic" if tag in {"td", "th", "caption"} else ""
        return _inherited(element, element.closest("table"), page) or alone
    by_context = BY_CONTEXT.get(tag)
    if by_context:
        return by_context(element, page)
    return SIMPLE.get(tag, "")


def _link(element: Element, page: Page) -> str:
    return "generic" if element.get("href") is None else "link"


def _image(element: Element, page: Page) -> str:
    return "presentation" if element.get("alt") == "" else "img"


def _input(element: Element, page: Page) -> str:
    kind = input_type(element)
    if kind in LISTED and _has_suggestions(element, page):
        return "combobox"
    return INPUTS[kind]


def _has_suggestions(element: Element, page: Page) -> bool:
    listed = element.get("list")
    found = page.by_id(listed) if listed else None
    return found is not None and found.tag == "datalist"


def _select(element: Element, page: Page) -> str:
    many = element.get("multiple") is not None or (integer(element.get("size")) or 0) > 1
    return "listbox" if many else "combobox"


def _list_item(element: Element, page: Page) -> str:
    parent = next((e for e in element.ancestors if e.tag != "slot"), None)
    if parent is None or parent.tag not in LISTS:
        return "generic"
    if page.role(parent) in NONE:
        return _inherited(element, parent, page)
    return "listitem"


def _inherited(element: Element, whole: Element | None, page: Page) -> str:
    """Return ``none`` where the list or table that an element is part of is mere decoration.

    Source: WAI-ARIA 1.2, the role presentation (owned elements inherit it).
    """
    inherits = whole is not None and page.role(whole) in NONE
    return "none" if inherits and not page.has_conflict(element) else ""


def _is_in_section(element: Element, page: Page) -> bool:
    for above in element.ancestors:
        if above.namespace != HTML:
            continue
        explicit = page.explicit_role(above)
        if above.tag in SECTIONING or explicit in SECTIONING_ROLES:
            return True
    return False


def _header(element: Element, page: Page) -> str:
    return "generic" if _is_in_section(element, page) else "banner"


def _footer(element: Element, page: Page) -> str:
    return "generic" if _is_in_section(element, page) else "contentinfo"


def _aside(element: Element, page: Page) -> str:
    nested = element.parent is not None and any(
        above.tag in {"article", "aside", "nav", "section"} for above in element.ancestors
    )
    return "generic" if nested and not has_author_name(element, page) else "complementary"


def _section(element: Element, page: Page) -> str:
    return "region" if has_author_name(element, page) else "generic"


def _form(element: Element, page: Page) -> str:
    return "form"


def has_author_name(element: Element, page: Page) -> bool:
    """Tell whether aria-labelledby, aria-label or title gives the element a name."""
    named = ("aria-label", "aria-labelledby", "title")
    return any(element.get(name) is not None for name in named) and bool(page.name(element))


def _is_in_exposed_table(element: Element, page: Page) -> bool:
    table = element.closest("table")
    return table is not None and page.role(table) in TABLES


def _cell(element: Element, page: Page) -> str:
    table = element.closest("table")
    role = page.role(table) if table else "table"
    if role in {"grid", "treegrid"}:
        return "gridcell"
    return "cell"


def _header_cell(element: Element, page: Page) -> str:
    scope = (element.get("scope") or "").strip().lower()
    if scope in {"row", "rowgroup"}:
        return "rowheader"
    if scope in {"col", "colgroup"}:
        return "columnheader"
    return page.header_role(element) or _cell(element, page)


BY_CONTEXT: dict[str, Callable[[Element, Page], str]] = {
    "a": _link,
    "area": _link,
    "aside": _aside,
    "footer": _footer,
    "form": _form,
    "header": _header,
    "img": _image,
    "input": _input,
    "li": _list_item,
    "section": _section,
    "select": _select,
    "td": _cell,
    "th": _header_cell,
}

VARIABLE = PARTS_OF_TABLES.union(BY_CONTEXT)
"""Tags whose role depends on more than the tag."""

SVG_ROLES = {
    "svg": "graphics-document",
    "a": "link",
    "image": "img",
    "symbol": "graphics-object",
    "foreignObject": "group",
    "text": "group",
    "textPath": "group",
    "tspan": "group",
}
_SVG_SHAPES = frozenset({"circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "g"})


def _svg_role(element: Element) -> str:
    if element.tag == "a":
        linked = element.get("href") is not None or element.get("xlink:href") is not None
        return "link" if linked else "group"
    if element.tag in _SVG_SHAPES:
        group = "graphics-object" if element.tag == "g" else "graphics-symbol"
        return group if _is_noticed(element) else "none"
    return SVG_ROLES.get(element.tag, "")


def _is_noticed(element: Element) -> bool:
    """Tell whether a shape has a name, a description or the focus. Source: SVG-AAM 1.0, 5.1.2."""
    get = element.get
    if get("aria-label") or get("aria-labelledby") or get("tabindex"):
        return True
    inside = element.children
    return bool(inside) and any(e.tag in {"title", "desc"} and e.text.strip() for e in inside)
