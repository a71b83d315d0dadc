# SPDX-License-Identifier: AGPL-3.0-or-later
"""Links and pictures of a body: found in the source, checked, and led to their targets.

A link to a source file follows it wherever its address goes. What leads nowhere is reported at
its line and loses its address, so that nothing later repeats the message.
"""

from __future__ import annotations

import posixpath
import re
from html import unescape
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from ...source.model import closest
from .addresses import Problem, find_problem, find_tracking
from .headings import collect
from .scope import ROOT, Scope
from .sightings import with_places

TOKENS = ("{filename}", "{static}", "{attach}")
SERVICE = "{service}"
ESCAPED = re.compile("\x02(\\d+)\x03")  # Python-Markdown’s mark for a sign behind a backslash
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".heic")
NO_CARDS = {"ul", "ol", "dl", "blockquote", "table"}
EMPHASIS = {"strong", "em"}
# Descriptions that say no more than that there is a picture.
NO_DESCRIPTION = {"image", "picture", "photo", "photograph", "img", "screenshot", "alt text"}
NO_DESCRIPTION |= {"imagen", "foto", "fotografía", "captura"}


class Links(Treeprocessor):
    """Checks every link and picture; runs after headings have their ids."""

    md: Markdown

    def run(self, root: Element) -> None:
        """Rewrite the tree in place."""
        scope: Scope = self.md.havenpress
        for link, heading in scope.skips:
            link.set("href", f"#{heading.get('id', '')}")
        collect(root, scope)
        made = {id(link) for link, _ in scope.skips}
        for element, place in with_places(root, scope):
            if element.tag == "img":
                _treat_picture(element, place, scope)
            elif element.get("href") is not None and id(element) not in made:
                _treat_link(element, place, scope)
        _make_cards(root)


def _treat_link(element: Element, place: tuple[int, int], scope: Scope) -> None:
    href = plain_address(element.get("href", ""))
    classes = element.get("class", "")
    if "footnote" in classes:
        return
    if href.startswith(SERVICE):
        _lead_to_service(element, href.removeprefix(SERVICE), place, scope)
        return
    problem = find_problem(href, "".join(element.itertext()))
    if problem:
        _report(problem, href, "link-address", place, scope)
        _drop(element)
    elif urlsplit(href).scheme == "https":
        element.set("rel", "noreferrer")
        if tracking := find_tracking(href):
            _report(tracking, href, "link-tracking", place, scope)
    elif href.startswith(("{", "|")) and not href.startswith(TOKENS):
        _report_token(element, href, place, scope)
    elif not urlsplit(href).scheme and not href.startswith("#"):
        _lead_to_file(element, href, place, scope)


def _report(problem: Problem, href: str, rule: str, place: tuple[int, int], scope: Scope) -> None:
    write = scope.replaced(place[0], href, problem.instead) if problem.instead else ""
    scope.fault(rule, place, problem.message, problem.remedy, write=write, level=problem.level)


def _report_token(element: Element, href: str, place: tuple[int, int], scope: Scope) -> None:
    """Report a word in curly brackets that is none of ours; “{{” has a rule of its own."""
    if not href.startswith(("{{", "{%")):
        token, _, rest = href[1:].partition("}")
        close = closest(token, [SERVICE[1:-1], *(name[1:-1] for name in TOKENS)])
        write = scope.replaced(place[0], href, f"{{{close}}}{rest}") if close else ""
        message = f"“{{{token}}}” names no part of this site"
        remedy = "write {service} and an id, or the name of a file"
        scope.fault("link-address", place, message, remedy, write=write)
    _drop(element)


def plain_address(address: str) -> str:
    """Return an address as a browser will read it: without entities and Markdown's own marks."""
    address = address.replace(AMP_SUBSTITUTE, "&")  # stands in the codes of an e-mail address
    return unescape(ESCAPED.sub(lambda match: chr(int(match[1])), address)).strip()


def _drop(element: Element) -> None:
    element.tag = "span"
    for name in ("href", "title"):
        element.attrib.pop(name, None)


def _lead_to_file(element: Element, href: str, place: tuple[int, int], scope: Scope) -> None:
    parts = urlsplit(href)
    path = unquote(parts.path)
    token = next((token for token in TOKENS if path.startswith(token)), "")
    path = path.removeprefix(token)
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    if path.lower().endswith(PICTURES):
        message = f"“{path}” is a picture, and no page to go to"
        write = scope.replaced(place[0], "! [", "![") or scope.replaced(place[0], "[", "![")
        scope.fault("link-target", place, message, "write ! before the bracket", write=write)
        _drop(element)
        return
    if not path.endswith(".md"):
        # An address of the site: the rule of the whole site knows whether it is there.
        element.set("href", ROOT + path.lstrip("/") + fragment if path.startswith("/") else href)
        return
    if scope.library is None:
        return
    target = scope.library.find(path, scope.document)
    if target is None:
        _report_missing(element, path, place, scope)
    elif not target.is_public and scope.document.is_public and not scope.library.drafts:
        message = f"“{path}” is not published, so readers would find nothing there"
        scope.fault("link-published", place, message, "publish it, or take the link out")
        _drop(element)
    else:
        element.set("href", ROOT + scope.library.address(target) + fragment)


def _report_missing(element: Element, path: str, place: tuple[int, int], scope: Scope) -> None:
    names = scope.library.names(scope.document) if scope.library else {}
    close = closest(posixpath.basename(path), names)
    remedy = f"did you mean “{names[close]}”?" if close else "write the name of a file in content/"
    write = scope.replaced(place[0], path, names[close]) if close else ""
    scope.fault("link-target", place, f"there is no file “{path}”", remedy, write=write)
    _drop(element)


def _lead_to_service(element: Element, service: str, place: tuple[int, int], scope: Scope) -> None:
    services = scope.library.services if scope.library else None
    if services is None:
        message = "this site has no services to link to"
        scope.fault("link-service", place, message, "write an ordinary link")
        _drop(element)
        return
    if service not in services:
        close = closest(service, services)
        remedy = (
            f"did you mean “{close}”?" if close else "write an id from content/catalogue/services"
        )
        write = scope.replaced(place[0], SERVICE + service, f"{SERVICE}{close}") if close else ""
        scope.fault("link-service", place, f"there is no service “{service}”", remedy, write=write)
        _drop(element)
        return
    if not services[service]:
        message = f"the service “{service}” is closed"
        scope.fault("link-service", place, message, "name one that is open, or take the link out")
    element.set("href", ROOT + scope.library.service_address(service, scope.document.lang))
    element.set("class", "service")


def _make_cards(parent: Element) -> None:
    """A link to a service that is a paragraph of its own becomes a card.

    In a list, a quotation, a table or a definition it stays a link: there it stands in a row
    with others, or in somebody else's words.
    """
    for element in parent:
        if element.tag == "p":
            _make_card(element)
        elif element.tag not in NO_CARDS:
            _make_cards(element)


def _make_card(paragraph: Element) -> None:
    link = _only(paragraph)
    while link is not None and link.tag in EMPHASIS:
        link = _only(link)
    if link is not None and link.get("class") == "service":
        paragraph[:] = [link]  # without stars around it
        paragraph.set("class", "service-card")


def _only(element: Element) -> Element | None:
    """Return what an element has inside, if that is one element and no text."""
    inside = list(element)
    texts = (element.text, *(each.tail for each in inside))
    return (
        inside[0] if len(inside) == 1 and not any((text or "").strip() for text in texts) else None
    )


def _treat_picture(element: Element, place: tuple[int, int], scope: Scope) -> None:
    source = plain_address(element.get("src", ""))
    alt = element.get("alt", "").strip()
    if not alt:
        write = scope.replaced(place[0], "![]", "![what the picture shows]")
        message = "the picture has no description"
        remedy = "write what it shows between the square brackets"
        scope.fault(
            "image-description", place, message, remedy, write=write, wcag=(("1.1.1", "A"),)
        )
        element.set("alt", source)
    elif alt.lower().strip(".") in NO_DESCRIPTION or alt.lower().endswith(PICTURES):
        message = f"“{alt}” does not say what the picture shows"
        remedy = "write it between the square brackets, as you would on the phone"
        scope.fault("image-description", place, message, remedy, wcag=(("1.1.1", "A"),))
    elsewhere = _elsewhere(source)
    if elsewhere:
        scope.fault("image-file", place, elsewhere, "put the file into content/images")
        _replace_by_text(element)
        return
    attributes = scope.picture(source, place, scope) if scope.picture else None
    if attributes is None:
        if scope.picture:
            _replace_by_text(element)
        return
    for name, value in attributes.items():
        element.set(name, value)


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
