# SPDX-License-Identifier: AGPL-3.0-or-later
"""Block quotes that start with ``[!KIND]`` are callouts; a content note carries its way round.

The quotes extension has made ``div`` or ``details`` of them; here they get the theme's classes, a
name for assistive technology, and, for a content note, a link to the next heading.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from .annotate import first_place
from .scope import Scope

TITLES: dict[str, dict[str, str]] = {
    "note": {
        "en": "Good to know",
        "es": "Conviene saber",
        "fr": "Bon à savoir",
        "ar": "من المفيد أن تعرف",
    },
    "content-note": {
        "en": "Content note",
        "es": "Nota de contenido",
        "fr": "Note de contenu",
        "ar": "تنبيه عن المحتوى",
    },
    "urgent": {"en": "Urgent", "es": "Urgente", "fr": "Urgent", "ar": "عاجل"},
    "grounding": {
        "en": "A moment to pause",
        "es": "Un momento de pausa",
        "fr": "Un moment de pause",
        "ar": "لحظة هدوء",
    },
}
SKIP = {
    "en": "Skip to “{}”",
    "es": "Ir a «{}»",
    "fr": "Aller à «\u00a0{}\u00a0»",
    "ar": "انتقل إلى «{}»",
}
HEADINGS = {"h2", "h3", "h4", "h5", "h6"}


class Callouts(Treeprocessor):
    """Turns the quotes extension's output into the theme's callouts."""

    md: Markdown

    def run(self, root: Element) -> None:
        """Rewrite the tree in place."""
        scope: Scope = self.md.havenpress
        found = [element for element in root.iter() if _kind(element)]
        for number, element in enumerate(found, 1):
            kind = _kind(element) or ""
            if kind not in TITLES:
                _report_unknown(kind, element, scope)
                kind = "note"
            if element.tag == "details":
                _dress_fold(element, kind, scope)
            else:
                _dress_callout(element, kind, scope, number)
            if kind == "content-note":
                _add_way_round(element, root, scope)


def _kind(element: Element) -> str | None:
    classes = element.get("class", "").split()
    if element.tag == "div" and classes[:1] == ["admonition"]:
        return classes[1] if len(classes) > 1 else "note"
    if element.tag == "details":
        return classes[0] if classes else "note"
    return None


def _report_unknown(kind: str, element: Element, scope: Scope) -> None:
    names = ", ".join(name.upper() for name in TITLES)
    line = _line_of_marker(kind, first_place(element)[0], scope)
    message = f"there is no callout “{kind.upper()}”"
    scope.fault("callout-kind", (line, 1), message, f"write one of: {names}")


def _line_of_marker(kind: str, near: int, scope: Scope) -> int:
    for line in range(min(near, len(scope.lines)), 0, -1):
        if f"[!{kind}]" in scope.lines[line - 1].lower():
            return line
    return near


def _words(texts: dict[str, str], scope: Scope) -> str:
    return texts.get(scope.document.lang.split("-")[0], texts["en"])


def _dress_fold(element: Element, kind: str, scope: Scope) -> None:
    element.set("class", "fold")
    summary = element.find("summary")
    if summary is not None and (summary.text or "").strip().lower() in {"", kind}:
        summary.text = _words(TITLES[kind], scope)


def _dress_callout(element: Element, kind: str, scope: Scope, number: int) -> None:
    element.tag = "section"
    element.set("class", "callout" if kind == "note" else f"callout {kind}")
    name = f"callout-{number}"
    element.set("aria-labelledby", name)
    title = element.find("p[@class='admonition-title']")
    if title is None:
        title = Element("p")
        element.insert(0, title)
    if (title.text or "").strip().lower().replace(" ", "-") in {"", kind}:
        title.text = _words(TITLES[kind], scope)
    title.set("class", "callout-title")
    title.set("id", name)


def _add_way_round(element: Element, root: Element, scope: Scope) -> None:
    heading = _next_heading(element, root)
    if heading is None:
        message = "there is no heading behind this content note to skip to"
        remedy = "write a heading where the part that the note is about ends"
        scope.fault("content-note-skip", first_place(element), message, remedy)
        return
    way = SubElement(SubElement(element, "p"), "a")
    way.text = _words(SKIP, scope).format("".join(heading.itertext()))
    scope.skips.append((way, heading))


def _next_heading(element: Element, root: Element) -> Element | None:
    seen = False
    for other in root.iter():
        if other is element:
            seen = True
        elif seen and other.tag in HEADINGS:
            return other
    return None
