# SPDX-License-Identifier: AGPL-3.0-or-later
"""The organisation's own templates, looked at as files: what is wrong there is said there.

A fault of a template shows on every page that it makes, and no page knows which file that was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..findings import Finding, closest, did_you_mean
from ..source.text import read_text

TEXTS = {".html", ".css", ".js", ".yaml"}
INLINE = re.compile(
    r"<(?P<tag>script|style)\b(?![^>]*\bsrc=)(?![^>]*\btype=[\"']?application/)[^>]*>(?!\s*\{\{)"
    r"|\s(?P<handler>on[a-z]{3,})=(?=[\"'])|<[a-z][^<>{}]*\s(?P<style>style)=(?=[\"'])",
    re.IGNORECASE,
)
FETCHED = re.compile(
    r"<(?:script|iframe|img|embed|source|video|audio)\b[^<>]*?\ssrc=[\"']?(?:https?:)?//(?P<from>[^/\s\"'>]+)"
    r"|<link\b(?=[^<>]*rel=[\"']?(?:stylesheet|preload|preconnect|icon))"
    r"[^<>]*?\shref=[\"']?(?:https?:)?//(?P<linked>[^/\s\"'>]+)",
    re.IGNORECASE,
)
NOTE = re.compile(r"\{#.*?#\}", re.DOTALL)


def check_overrides(content: Path, theme: Path, prefix: str) -> Iterator[Finding]:
    """Yield a finding for each file of ``overrides`` that nothing uses, and for faults in the others.

    A file that another override names, as in an include, is in use.
    """
    folder = content / "overrides"
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and is_seen(path)]
    texts = {path: path.read_bytes().decode("utf-8", errors="replace") for path in files}
    known = {path.relative_to(theme).as_posix() for path in theme.rglob("*") if path.is_file()}
    for path in files:
        name = path.relative_to(folder).as_posix()
        file = f"{prefix}/overrides/{name}"
        if name in known or any(name in texts[other] for other in files if other != path):
            yield from _check_file(path, file)
        else:
            yield _unused(name, known, file)


def is_seen(path: Path) -> bool:
    """Return whether a file is one that somebody wrote, and none that an editor keeps."""
    return not path.name.startswith((".", "#", "~")) and not path.name.endswith("~")


def _unused(name: str, known: set[str], file: str) -> Finding:
    remedy = did_you_mean(closest(name, known), "give it the name that it has there")
    message = f"theme/templates has no “{name}”, so nothing uses this file"
    return _fault(file, (1, 0), "file-name", message, remedy)


def _check_file(path: Path, file: str) -> Iterator[Finding]:
    if path.suffix.lower() not in TEXTS:
        return
    text, findings = read_text(path, file)
    yield from findings
    if text is None or path.suffix.lower() != ".html":
        return
    if not text.strip():
        message = "this template is empty, and so is every page that it makes"
        yield _fault(file, (1, 1), "template", message, "delete it, to have ours again")
    yield from _check_markup(text, file)


def _check_markup(text: str, file: str) -> Iterator[Finding]:
    """Yield what no page may have, at its line; notes of the template reach no page."""
    bare = NOTE.sub(lambda note: re.sub(r"[^\n]", " ", note[0]), text)
    for number, line in enumerate(bare.split("\n"), 1):
        if match := FETCHED.search(line):
            host = match["from"] or match["linked"]
            message = f"this fetches something from {host}, which then knows the readers"
            place = (number, match.start() + 1)
            yield _fault(file, place, "page-requests", message, "keep a copy on this site")
        elif match := INLINE.search(line):
            yield _inline(match, file, number)


def _inline(match: re.Match[str], file: str, line: int) -> Finding:
    place = (line, match.start() + 1 + len(match[0]) - len(match[0].lstrip()))
    if match["tag"]:
        name = "script.js" if match["tag"].lower() == "script" else "style.css"
        message = f"a {match['tag'].lower()} block in a page does nothing: its policy refuses it"
        return _fault(file, place, "output-inline", message, f"write it into a component’s {name}")
    name = match["handler"] or match["style"]
    message = f"an attribute “{name}” does nothing: the policy of the page refuses it"
    return _fault(file, place, "output-inline", message, "take it out")


def _fault(file: str, place: tuple[int, int], rule: str, message: str, remedy: str) -> Finding:
    finding = Finding(rule=rule, message=message, remedy=remedy)
    return finding.at(file, *place)
