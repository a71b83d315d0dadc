# SPDX-License-Identifier: AGPL-3.0-or-later
"""Links of a body: found in the source, checked, and led to their targets.

A link to a source file follows it wherever its address goes. What leads nowhere is reported at
its line and loses its address, so that nothing later repeats the message.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from ...findings import closest, did_you_mean
from ...source.tracking import Problem, find_tracking
from ..document import Place
from .addresses import find_cost, find_problem, find_silence, plain_address
from .cards import make_cards
from .headings import collect
from .pictures import ENDINGS, treat_picture
from .scope import ROOT, Scope
from .sightings import place_of_address, with_places

TOKENS = ("{filename}", "{static}", "{attach}")
SERVICE = "{service}"
WAY_BACK = re.compile(r"#fnref(\d+)-")
SOURCE_ENDINGS = {"", ".markdown", ".md", ".txt", ".html", ".htm"}


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
                treat_picture(element, place, scope)
            elif element.get("href") is not None and id(element) not in made:
                _treat_link(element, place, scope)
        make_cards(root)


def _treat_link(element: Element, place: Place, scope: Scope) -> None:
    href = plain_address(element.get("href", ""))
    place = place_of_address(element.get("href", ""), place, scope)
    classes = element.get("class", "")
    if "footnote" in classes:
        _name_way_back(element)
        return
    if href.startswith(SERVICE):
        _lead_to_service(element, href.removeprefix(SERVICE), place, scope)
        return
    problem = find_problem(href, "".join(element.itertext()))
    if problem:
        _report(problem, href, "link-address", place, scope)
        _drop(element)
    elif cost := find_cost(href, "".join(element.itertext()), scope.country):
        _report(cost, href, "phone-cost", place, scope)
    elif silence := find_silence(href, scope.country):
        _report(silence, href, "phone-number", place, scope)
    elif urlsplit(href).scheme == "https":
        element.set("rel", "noreferrer")
        if tracking := find_tracking(href):
            _report(tracking, href, "link-tracking", place, scope)
    elif href.startswith(("{", "|")) and not href.startswith(TOKENS):
        _report_token(element, href, place, scope)
    elif not urlsplit(href).scheme and not href.startswith("#"):
        _lead_to_file(element, href, place, scope)


def _name_way_back(element: Element) -> None:
    """Name the arrow behind a footnote; a note that is cited twice has two, to two places."""
    title = element.get("title")
    if title is None:
        return
    again = WAY_BACK.match(element.get("href", ""))
    if again:
        title = f"{title.removesuffix(')')}, {again[1]})"
        element.set("title", title)
    element.set("aria-label", title)


def _report(problem: Problem, href: str, rule: str, place: Place, scope: Scope) -> None:
    write = scope.replaced(place[0], href, problem.instead) if problem.instead else ""
    scope.fault(rule, place, problem.message, problem.remedy, write=write, level=problem.level)


def _report_token(element: Element, href: str, place: Place, scope: Scope) -> None:
    """Report a word in curly brackets that is none of ours; “{{” has a rule of its own."""
    if not href.startswith(("{{", "{%")):
        token, _, rest = href[1:].partition("}")
        close = closest(token, [SERVICE[1:-1], *(name[1:-1] for name in TOKENS)])
        write = scope.replaced(place[0], href, f"{{{close}}}{rest}") if close else ""
        message = f"“{{{token}}}” names no part of this site"
        remedy = "write {service} and an id, or the name of a file"
        scope.fault("link-address", place, message, remedy, write=write)
    _drop(element)


def _drop(element: Element) -> None:
    element.tag = "span"
    for name in ("href", "title"):
        element.attrib.pop(name, None)


def _lead_to_file(element: Element, href: str, place: Place, scope: Scope) -> None:
    parts = urlsplit(href)
    path = unquote(parts.path)
    token = next((token for token in TOKENS if path.startswith(token)), "")
    path = path.removeprefix(token)
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    if path.lower().endswith(ENDINGS):
        _report_picture(element, path, place, scope)
    elif path.endswith(".md"):
        _lead_to_text(element, path, fragment, place, scope)
    elif _means_text(path, scope):
        _report_missing(element, path, place, scope)
    else:
        # An address of the site: the rule of the whole site knows whether it is there.
        element.set("href", ROOT + path.lstrip("/") + fragment if path.startswith("/") else href)


def _means_text(path: str, scope: Scope) -> bool:
    """Return whether a relative address is that of a text of ours, but for its ending."""
    if path.startswith("/") or path.endswith("/") or scope.library is None:
        return False
    stem, ending = posixpath.splitext(posixpath.basename(path))
    known = scope.library.names(scope.document)
    return ending.lower() in SOURCE_ENDINGS and f"{stem}.md" in known


def _report_picture(element: Element, path: str, place: Place, scope: Scope) -> None:
    message = f"“{path}” is a picture, and no page to go to"
    write = scope.replaced(place[0], "! [", "![") or scope.replaced(place[0], "[", "![")
    scope.fault("link-target", place, message, "write ! before the bracket", write=write)
    _drop(element)


def _lead_to_text(element: Element, path: str, fragment: str, place: Place, scope: Scope) -> None:
    library = scope.library
    if library is None:
        return
    target = library.find(path, scope.document)
    if target is None:
        _report_missing(element, path, place, scope)
    elif not target.is_public and scope.document.is_public and not library.drafts:
        message = f"“{path}” is not published, so readers would find nothing there"
        scope.fault("link-published", place, message, "publish it, or take the link out")
        _drop(element)
    else:
        element.set("href", ROOT + library.address(target) + fragment)


def _report_missing(element: Element, path: str, place: Place, scope: Scope) -> None:
    names = scope.library.names(scope.document) if scope.library else {}
    close = names.get(closest(posixpath.basename(path), names))
    remedy = did_you_mean(close, "write the name of a file in content/")
    write = scope.replaced(place[0], path, close) if close else ""
    scope.fault("link-target", place, f"there is no file “{path}”", remedy, write=write)
    _drop(element)


def _lead_to_service(element: Element, service: str, place: Place, scope: Scope) -> None:
    services = scope.library.services if scope.library else None
    if services is None:
        message = "this site has no services to link to"
        scope.fault("link-service", place, message, "write an ordinary link")
        _drop(element)
        return
    if service not in services:
        _report_unknown_service(service, services, place, scope)
        _drop(element)
        return
    if not services[service]:
        message = f"the service “{service}” is closed"
        scope.fault("link-service", place, message, "name one that is open, or take the link out")
    element.set("href", ROOT + scope.library.service_address(service, scope.document.lang))
    element.set("class", "service")


def _report_unknown_service(
    service: str, services: Iterable[str], place: Place, scope: Scope
) -> None:
    close = closest(service, services)
    remedy = did_you_mean(close, "write an id from content/catalogue/services")
    write = scope.replaced(place[0], SERVICE + service, f"{SERVICE}{close}") if close else ""
    scope.fault("link-service", place, f"there is no service “{service}”", remedy, write=write)
