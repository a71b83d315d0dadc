# SPDX-License-Identifier: AGPL-3.0-or-later
"""No text of the site says where a confidential service is.

What: no text, name of a file or description of a picture names a confidential service and a place
together.

Why: an entry that keeps the address is no use where a post of last year, or
“safe-house-12-mill-lane.jpg”, tells it.

Fix: take the place out. If it is another place, speak of it in a section of its own. In a sentence
with the name a place is an error; elsewhere in the paragraph, under a heading or a title with the
name, and where it is a landmark only, it is a warning. Words under “not_the_place” in the service’s
entry are excused here too.

Source: docs/catalogue.md, “Confidential places”.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...catalogue.catalogue import Catalogue
from ...catalogue.entries import Service
from ...catalogue.places import as_read, found_place, suspected_place, without
from ...catalogue.places.names import hint_in_name, place_in_name
from ...catalogue.site import catalogue_of
from ...findings import ERROR, WARNING, Finding
from ...site import Project
from ...source.kinds.words import without_marks
from ..facts import Facts

RULE = "confidential-mention"
# A dot behind one of these ends no sentence: “ul. Długa 14” is one place, as is “Jl. Melati 5”.
SHORTENED = "al av bd gg jl nr os pl rr st str ul jln ave sos șos ул пр пер вул".split()
NO_END = "".join(rf"(?<!\b{each}\.)(?<!\b{each.title()}\.)" for each in SHORTENED)
SENTENCE = re.compile(rf"(?<=[.!?…]){NO_END}[*_”\"’)]*\s+(?=[^\W\d_a-z])")
HEADING = re.compile(r" {0,3}#{1,6}\s")
ITEM = re.compile(r"(\s*)(?:[-*+]|\d+[.)]|>|\|)\s")
WORD = re.compile(r"[^\W_]+")
# Templates of the site’s own, drawings and styles are published; what else lies there is public too.
TEXTS = {".md", ".yaml", ".html", ".svg", ".css", ".js", ".po", ".csv", ".json", ".txt", ".vtt"}
SHORTEST = 4  # letters of a name; a shorter one is a part of any word


def check(facts: Sequence[Facts], project: Project) -> Iterator[Finding]:
    """Yield a finding for each paragraph and each name of a file that names both."""
    catalogue = catalogue_of(project)
    if catalogue is None:
        return
    hidden = [each for each in catalogue.services.values() if each.is_confidential]
    if not hidden:
        return
    index = _index([_Mention.of(each) for each in hidden])
    guarded = _guarded(hidden, catalogue)
    for path in sorted(path for path in project.content.rglob("*") if path.is_file()):
        name = project.name(path)
        for block in _blocks(path, project.content) if name not in guarded else ():
            for mention in _named_in(f"{block.heading}\n{block.text}", index):
                yield from _check_block(block, mention, name)


def _guarded(hidden: Sequence[Service], catalogue: Catalogue) -> set[str]:
    """Return the files that the catalogue’s own guard has looked at."""
    runners = {str(each.organization) for each in hidden}
    kept = [each for id_, each in catalogue.organizations.items() if id_ in runners]
    alone = [each for each in hidden if not each.place.file.endswith("services.yaml")]
    return {each.place.file for each in (*alone, *kept)}


@dataclass(frozen=True, slots=True)
class _Mention:
    """How texts name one confidential service, and what its entry excuses."""

    service: Service
    names: re.Pattern[str]
    keys: frozenset[str]  # the longest word of each name; none that is not among a text’s words

    @classmethod
    def of(cls, service: Service) -> _Mention:
        ids = [str(service.id), *map(str, service.formerly)]
        texts = [*service.name.values(), *service.alternate_name.values()]
        names = {text for each in (*ids, *texts) for text in (each, without_marks(each))}
        names = {text for text in names if len(text) >= SHORTEST}
        words = [WORD.findall(name.casefold()) for name in sorted(names)]
        patterns = (r"[\W_]+".join(map(re.escape, each)) for each in words if each)
        pattern = re.compile(rf"(?<![^\W_])(?:{'|'.join(patterns)})(?![^\W_])", re.IGNORECASE)
        return cls(service, pattern, frozenset(max(each, key=len) for each in words if each))

    def place_in(self, text: str, *, is_name: bool = False) -> str | None:
        """Return what leaves no doubt of a place in a text that names the service, or None."""
        text = as_read(text)
        if not self.names.search(text):
            return None
        rest = self.names.sub(" … ", text)
        return place_in_name(rest, found_place) if is_name else found_place(rest)

    def told_in(self, text: str, *, is_name: bool = False) -> str | None:
        """Return what may tell a place in a text that names the service, or None."""
        text = as_read(text)
        if not self.names.search(text):
            return None
        text = without(text, self.service.not_the_place)
        rest = self.names.sub(" … ", text)
        hint = hint_in_name(rest, suspected_place) if is_name else suspected_place(rest)
        return self.place_in(text, is_name=is_name) or hint


def _index(mentions: Sequence[_Mention]) -> dict[str, list[_Mention]]:
    """Return the mentions by one word of each name: a site may have hundreds, and long lists."""
    index: dict[str, list[_Mention]] = {}
    for mention in mentions:
        for key in mention.keys:
            index.setdefault(key, []).append(mention)
    return index


def _named_in(block: str, index: dict[str, list[_Mention]]) -> list[_Mention]:
    words = set(WORD.findall(block.casefold())) & index.keys()
    found = {each.service.id: each for word in words for each in index[word]}
    return [found[id_] for id_ in sorted(found)]


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph, the line it begins on, and what stands over it; line 0 is the name of a file."""

    text: str
    line: int = 0
    heading: str = ""


def _blocks(path: Path, content: Path) -> Iterator[_Block]:
    """Yield the name of a file, and each paragraph of a text; fields are one each, as in a catalogue."""
    name = unicodedata.normalize("NFC", path.relative_to(content).with_suffix("").as_posix())
    name = name.replace("/", " | ")  # the folder may have the name, and the file the place
    bare = without_marks(name)
    yield _Block(name if bare == name else f"{name} | {bare}")
    if path.suffix.lower() not in TEXTS:
        return
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    is_markdown = path.suffix == ".md"
    end, title = _end_of_fields(lines) if is_markdown else len(lines), ""
    for number, line in enumerate(lines[:end], 1):
        if is_markdown and line.startswith("title:"):
            title = line
        if line.strip().strip("-"):
            yield _Block(line, number, f"{title}\n")
    yield from _paragraphs(lines[end:], end + 1, title)


def _end_of_fields(lines: list[str]) -> int:
    """Return how many lines the front matter has, with those that part it from the text."""
    if not lines or lines[0].strip() != "---":
        return 0
    closing = (number for number, line in enumerate(lines[1:], 2) if line.strip() == "---")
    return next(closing, len(lines))


def _paragraphs(lines: list[str], first: int, title: str) -> Iterator[_Block]:
    """Yield the paragraphs of lines, of which the first has that number, with what is over them."""
    block: list[str] = []
    heading = ""
    for number, line in enumerate([*lines, ""], first):
        if block and _begins_anew(line, block[0]):
            yield _Block("\n".join(block), number - len(block), f"{title}\n{heading}")
            block = []
        if HEADING.match(line):
            heading = line
        if line.strip().strip("-"):
            block.append(line)


def _begins_anew(line: str, first: str) -> bool:
    """Return whether a line ends the block before it; what is below an item belongs to it."""
    if not line.strip() or HEADING.match(line) or HEADING.match(first):
        return True
    item = ITEM.match(line)
    return item is not None and len(item[1]) <= len(first) - len(first.lstrip())


def _check_block(block: _Block, mention: _Mention, file: str) -> Iterator[Finding]:
    is_name = not block.line
    told, level = mention.told_in(block.text, is_name=is_name), WARNING
    if told is None and mention.names.search(block.heading):
        told = found_place(block.text)
    elif (is_name and mention.place_in(block.text, is_name=True)) or any(
        mention.place_in(sentence) for sentence in SENTENCE.split(block.text)
    ):
        level = ERROR
    if told is None:
        return
    where = "this paragraph, or a heading over it," if block.line else "the name of this file"
    yield Finding(
        rule=RULE,
        level=level,
        message=f"{where} names the confidential service “{mention.service.id}”, and here stands"
        f" what looks like {told}",
        remedy="take it out, or speak of another place in a section of its own",
        file=file,
        line=block.line,
        column=1 if block.line else 0,
    )
