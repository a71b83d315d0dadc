# SPDX-License-Identifier: AGPL-3.0-or-later
"""What can take the focus, and what the Tab key reaches.

Source: HTML standard, section 6.6 (focus), 4.10.18.5 (disabled), 6.3 (inert); ACT rules,
definition of "focusable".
"""

from __future__ import annotations

from ...tree import SVG, Element
from ..aria.roles import input_type
from ..tokens import integer

DISABLEABLE = frozenset({"button", "fieldset", "input", "optgroup", "option", "select", "textarea"})
CONTROLS = frozenset({"button", "input", "select", "textarea"})
WITHOUT_CARET = frozenset(
    {"button", "checkbox", "color", "file", "hidden", "image", "radio", "range", "reset", "submit"}
)
# Nothing without one of these tags or attributes takes the focus, see takes_focus.
TAGS = (*CONTROLS, "audio", "details", "summary", "video")
ATTRIBUTES = ("contenteditable", "href", "tabindex", "xlink:href")


def tab_index(element: Element) -> int | None:
    """Return the number that an element's tabindex gives, None where it gives none."""
    return integer(element.get("tabindex"))


def is_disabled(element: Element) -> bool:
    """Tell whether the browser takes a control, or a fieldset around it, out of use."""
    if element.tag not in DISABLEABLE:
        return False
    if element.get("disabled") is not None:
        return True
    inner = element
    for above in element.ancestors:
        if above.tag == "fieldset" and above.get("disabled") is not None:
            legends = [child for child in above.children if child.tag == "legend"]
            if not legends or inner is not legends[0]:
                return True
        if (
            above.tag == "optgroup"
            and element.tag == "option"
            and above.get("disabled") is not None
        ):
            return True
        inner = above
    return False


def is_native(element: Element) -> bool:
    """Tell whether the browser gives the element the focus without a tabindex."""
    tag = element.tag
    if element.namespace == SVG:
        return tag == "a" and ("href" in element or "xlink:href" in element)
    if tag in {"a", "area"} and "href" in element:
        return True
    if is_editable(element):
        return True
    if tag in CONTROLS:
        return not (tag == "input" and input_type(element) == "hidden")
    if tag in {"audio", "video"}:
        return element.get("controls") is not None
    if tag == "summary":
        return is_summary_of_details(element)
    # Without a summary the browser supplies one.
    return tag == "details" and all(child.tag != "summary" for child in element.children)


def is_editable(element: Element) -> bool:
    """Tell whether people may write in an element that is no form field."""
    editable = element.get("contenteditable")
    if editable is None or element.tag in CONTROLS:
        return False
    return editable.strip().lower() in {"", "true", "plaintext-only"}


def takes_caret(element: Element) -> bool:
    """Tell whether the focus puts a caret, or the mark of a part, into an element."""
    if element.tag == "input":
        typed = input_type(element) not in WITHOUT_CARET
    else:
        typed = element.tag == "textarea"
    return is_editable(element) or (typed and element.get("readonly") is None)


def is_summary_of_details(element: Element) -> bool:
    """Tell whether a summary is the one that opens its details element."""
    parent = element.parent
    if element.tag != "summary" or parent is None or parent.tag != "details":
        return False
    return all(sibling.tag != "summary" for sibling in element.siblings_before)


def takes_focus(element: Element) -> bool:
    """Tell whether an element that is there and in use can have the focus by any means."""
    return (is_native(element) or tab_index(element) is not None) and not is_disabled(element)
