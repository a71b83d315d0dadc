# SPDX-License-Identifier: AGPL-3.0-or-later
"""The tree against the cases of html5lib-tests. Source: HTML standard, section 13.2.

Since 2025 the standard lets a select hold any element; the cases are older. Those are left to
their own test, which holds that nothing but the content of a select differs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from havenpress.tree import Element, parse

FOLDER = Path(__file__).parent / "html5lib"
FILES = sorted(FOLDER.glob("*.dat"))
SECTIONS = re.compile(
    r"^#(data|errors|new-errors|document-fragment|document|script-on|script-off)$", re.MULTILINE
)
NAMED = re.compile(r"<(?:(?:svg|math) )?[^\s!?>]+>")


def cases(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield (HTML, tree of elements) of each case that is a whole page without scripting."""
    text = path.read_bytes().decode("utf-8", errors="surrogatepass")
    for block in re.split(r"(?:\A|\n)(?=#data\n)", text):
        parts = SECTIONS.split(block)[1:]
        case = {
            name: body.removeprefix("\n")
            for name, body in zip(parts[::2], parts[1::2], strict=True)
        }
        if case and not case.keys() & {"document-fragment", "script-on"}:
            yield case["data"].removesuffix("\n"), elements_of(case["document"])


def elements_of(tree: str) -> list[str]:
    """Return the elements of an expected tree, indented, without what a template keeps inert."""
    found = []
    inert = None
    for line in tree.split("\n"):
        body = line[2:].lstrip(" ")
        depth = len(line) - 2 - len(body)
        if inert is not None and depth > inert:
            continue
        inert = depth if body == "content" else None
        if line.startswith("| ") and NAMED.fullmatch(body):
            found.append(" " * depth + body)
    return found


def drawn(element: Element, depth: int = 0) -> Iterator[str]:
    """Yield our elements in the same way."""
    space = "" if element.namespace == "html" else f"{element.namespace} "
    yield "  " * depth + f"<{space}{element.tag}>"
    for child in element.children:
        yield from drawn(child, depth + 1)


def tree_of(html: str) -> list[str]:
    tops = (element for element in parse(html).elements if element.parent is None)
    return [line for top in tops for line in drawn(top)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_tree_is_that_of_the_standard(path: Path) -> None:
    wrong = {h: tree_of(h) for h, tree in cases(path) if "<select" not in h and tree_of(h) != tree}
    assert wrong == {}


def test_with_a_select_only_its_content_differs() -> None:
    found = [(html, tree) for path in FILES for html, tree in cases(path) if "<select" in html]
    differing = [html for html, tree in found if tree_of(html) != tree]
    assert len(found) > 50
    assert len(differing) < 20
    for html in differing:
        assert re.search(
            r"<select>(?:<option>)?(?:</?b>|<(?:svg|math|plaintext|keygen|menuitem))", html
        )


def test_there_are_enough_cases() -> None:
    assert sum(1 for path in FILES for _ in cases(path)) > 1400
