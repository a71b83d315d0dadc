# SPDX-License-Identifier: AGPL-3.0-or-later
"""All rules over one page, and each fault as a finding at the line that somebody wrote."""

from __future__ import annotations

import gc
import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from itertools import islice

from ..findings import ANNOTATION, Finding
from ..tree import Document, Element, parse
from .frames import DEEPEST, framed_pages
from .page import Page
from .rule import Fault, Rule, all_rules
from .suppression import SUPPRESSION, allowed_faults, faults_in, is_suppressed, read_suppressions

OWN = "data-hp-"  # what we put into pages ourselves, ANNOTATION among it
LONGEST_SNIPPET = 120  # characters
_NONE: frozenset[Element] = frozenset()
_PLACE = re.compile(r"(?P<file>.*?):(?P<line>\d{1,9})(?::(?P<column>\d{1,9}))?")


def check(
    html: bytes | str | Document,
    *,
    file: str = "",
    fragment: bool = False,
    stylesheets: Iterable[str] = (),
    select: Collection[str] | None = None,
    ignore: Collection[str] | None = None,
    today: date | None = None,
    content_of: Callable[[str], str | None] | None = None,
    document_of: Callable[[str], Document | None] | None = None,
) -> list[Finding]:
    """Return what is wrong with a page, in the order of lines.

    ``file`` is the page's path, used where no annotation names the source. ``stylesheets`` holds
    texts of CSS that apply besides the page's own style elements. ``select`` and ``ignore`` hold
    rule ids. ``html`` may be a tree that is already there. ``today`` decides which suppressions
    have run out; without it the clock of the run does. ``content_of`` gives, for an address,
    the main text of the page it leads to or what stands for it, None where it is not known, and
    ``document_of`` that page itself, of which names in its frames are held against those here.
    """
    with _without_collection():
        given = html if isinstance(html, Document) else parse(html, fragment=fragment)
        rules = _chosen_for(given, select, ignore)
        # No name holds the page: it has to be gone before cycles are looked for again.
        findings = _findings(
            Page(given.flat, stylesheets, content_of, document_of), rules, file, today
        )
        if given is not html:
            given.release()
        return findings


def _findings(page: Page, rules: list[Rule], file: str, today: date | None) -> list[Finding]:
    suppressions = read_suppressions(page.document, today)
    allowed = allowed_faults(suppressions)
    findings = [
        _finding(rule, fault, page, file)
        for rule, fault in _faults(page, rules)
        if not (allowed and is_suppressed(fault.element, allowed.get(rule.id, _NONE)))
    ]
    findings += [_finding(SUPPRESSION, fault, page, file) for fault in faults_in(suppressions)]
    return sorted(dict.fromkeys(findings), key=lambda finding: finding.sort_key)


@contextmanager
def _without_collection() -> Iterator[None]:
    """Put off the search for cycles, which would walk through one page again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def chosen_rules(
    select: Collection[str] | None = None, ignore: Collection[str] | None = None
) -> list[Rule]:
    """Return the rules to run: those of ``select``, else all but the optional, less ``ignore``.

    The word ``all`` in ``select`` stands for every rule.
    """
    return list(_chosen(None if select is None else frozenset(select), frozenset(ignore or ())))


def _chosen_for(
    document: Document, select: Collection[str] | None, ignore: Collection[str] | None
) -> list[Rule]:
    rules = chosen_rules(select, ignore)
    return [rule for rule in rules if not rule.whole_page] if document.fragment else rules


def _faults(page: Page, rules: list[Rule], depth: int = 0) -> Iterator[tuple[Rule, Fault]]:
    """Yield what is wrong with a page, and with what it holds in frames at the place of the frame.

    There the rules of ACT are asked, as they speak of all documents that readers meet together.
    """
    for rule in rules:
        for fault in rule.check(page):
            yield rule, fault
    if depth == DEEPEST:
        return
    for frame, inner in framed_pages(page):
        asked = [rule for rule in rules if rule.act and not rule.whole_page]
        for rule, fault in _faults(inner, asked, depth + 1):
            yield rule, fault._replace(element=frame, message=f"in this frame {fault.message}")


@lru_cache(maxsize=64)
def _chosen(select: frozenset[str] | None, ignore: frozenset[str]) -> tuple[Rule, ...]:
    return tuple(
        rule
        for rule in all_rules()
        if (not rule.optional if select is None else rule.id in select or "all" in select)
        and rule.id not in ignore
    )


def _finding(rule: Rule, fault: Fault, page: Page, file: str) -> Finding:
    element = fault.element
    source, line, column = _place(fault, page, file)
    return Finding(
        rule=rule.id,
        message=_printable(fault.message),
        remedy=_printable(fault.remedy),
        level=fault.level or rule.level,
        file=source,
        line=line,
        column=column,
        page=file,
        wcag=rule.wcag,
        act=rule.act,
        selector=_printable(element.selector) if element else "",
        snippet=snippet(element) if element else "",
    )


def _place(fault: Fault, page: Page, file: str) -> tuple[str, int, int]:
    element = fault.element
    if element is None:
        return file, fault.line, fault.column
    if not page.is_annotated:
        return file, *_supplied(element)
    here: Element | None = element
    while here is not None:
        found = _PLACE.fullmatch(here.get(ANNOTATION) or "")
        if found:
            return found["file"], int(found["line"]), int(found["column"] or 0)
        here = here.parent
    line, column = _supplied(element)
    return file, line, column - _annotations_before(page, element) if column else column


def _supplied(element: Element) -> tuple[int, int]:
    """Return where an element stands; for one that the parser supplied, the nearest above."""
    here: Element | None = element
    while here is not None:
        line = here.line
        if line:
            return line, here.column
        here = here.parent
    return 0, 0


def _annotations_before(page: Page, element: Element) -> int:
    """Return how many characters of annotations stand before an element on its line."""
    span = element.start_tag
    if span is None:
        return 0
    source = page.document.source
    start_of_line = max(source.rfind("\n", 0, span[0]), source.rfind("\r", 0, span[0])) + 1
    starts, lengths = page.annotations
    return lengths[bisect_left(starts, span[0])] - lengths[bisect_left(starts, start_of_line)]


def snippet(element: Element) -> str:
    """Return an element's start tag as written, without annotations, cut where it is long."""
    shown = "".join(
        f' {name}="{value[:LONGEST_SNIPPET]}"' if value else f" {name}"
        for name, value in islice(element.items(), LONGEST_SNIPPET)
        if not name.startswith(OWN)
    )
    text = _printable(" ".join(f"<{element.tag}{shown}>".split()))
    return text if len(text) <= LONGEST_SNIPPET else text[: LONGEST_SNIPPET - 1] + "…"


def _printable(text: str) -> str:
    """Return text that every encoding of a terminal or a file can carry."""
    if text.isascii():
        return text
    return text.encode("utf-8", errors="replace").decode("utf-8")
