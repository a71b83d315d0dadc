# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where links lead, and what stands around them.

Source: WCAG 2.2, 2.4.4 and 2.4.9; URL standard, section 4.4 (parsing).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from operator import attrgetter
from urllib.parse import urljoin

from ...tree import Element
from ..page import Page
from ..tokens import tokens

_HOST = re.compile(r"^https?://(?:www\.)?([^/?]*?)(?::(?:80|443))?(?=[/?]|$)", re.IGNORECASE)
_INDEX = re.compile(r"/?(index|default)\.\w+$", re.IGNORECASE)
SOMEWHERE = "http://page.invalid/folder/folder/"  # where a page is taken to be
NAMING = ("aria-label", "aria-labelledby")
WITH_OTHERS = frozenset({"cell", "definition", "gridcell", "listitem"})  # whose neighbours tell
PICTURES = frozenset({"canvas", "img", "object", "svg", "video"})
_LOCATION = re.compile(
    r"(?:location(?:\.href)?\s*=|location\.(?:assign|replace)\(|\bopen\()\s*['\"`]([^'\"`]+)['\"`]"
)

Leading = tuple[Element, str]  # a link and where it leads


def address_of(link: Element) -> str | None:
    """Return where a link leads, as far as the address or its script tells, else None."""
    href = written_address(link)
    return None if href is None else normalised(href)


def written_address(element: Element) -> str | None:
    """Return the address on a link or a frame, as it is written."""
    if element.tag == "iframe":
        return None if element.get("srcdoc") is not None else element.get("src")
    href = element.get("href")
    if href is None:
        href = element.get("xlink:href")
    if href is None:
        script = _LOCATION.search(element.get("onclick") or "")
        href = script[1] if script else None
    return href


def have_same_content(one: Element, other: Element, page: Page) -> bool:
    """Tell whether two links or frames are known to lead to the same, as a page and its copy do."""
    return say_the_same(written_address(one), written_address(other), page)


def say_the_same(first: str | None, second: str | None, page: Page) -> bool:
    """Tell whether what two addresses lead to is known, and says the same."""
    if first is None or second is None:
        return False
    content = page.content_of(first)
    return content is not None and content == page.content_of(second)


def ambiguous_links(page: Page) -> list[list[Leading]]:
    """Return the links of each name, whatever its letters' case, that lead to different addresses."""
    if page.ambiguous is None:
        named: dict[str, list[Element]] = {}
        for link, name in page.link_names.items():
            named.setdefault(name.casefold(), []).append(link)
        page.ambiguous = [*filter(_differ, (_leading(e) for e in named.values() if len(e) > 1))]
    return page.ambiguous


def _leading(links: list[Element]) -> list[Leading]:
    """Return the links that lead somewhere, with their addresses."""
    return [(e, address) for e in links if (address := address_of(e)) is not None]


def _differ(links: list[Leading]) -> bool:
    return len({address for _, address in links}) > 1


@lru_cache(maxsize=4096)
def normalised(address: str) -> str:
    """Return an address without what does not change the page it names."""
    address = address.strip().removesuffix("#").replace(" ", "%20")
    address = address.split("#", 1)[0] or address
    address = _HOST.sub(lambda found: f"//{found[1].lower()}", _resolved(address))
    return _INDEX.sub("", address).rstrip("/")


def _resolved(address: str) -> str:
    """Return an address with the ``.`` and ``..`` in its path followed."""
    try:
        return urljoin(SOMEWHERE, address)
    except ValueError:
        return address


def context_of(link: Element, page: Page) -> tuple[Element | None, Element | None]:
    """Return what surrounds a link most closely, and a heading in there that stands before it.

    That is an item, a cell or a block of text. A block that holds the link alone says nothing
    about it (WCAG 2.2, F63): then it is what is around that, None for a part of a page.
    """
    heading = None
    for above in link.ancestors:
        if page.role(above) in WITH_OTHERS or any(map(above.get, NAMING)):
            return above, heading
        if page.is_block(above):
            if _holds_more(above, link, page):
                return above, heading
            heading = _heading_before(link, page)
    return None, heading


def _holds_more(block: Element, link: Element, page: Page) -> bool:
    """Tell whether a block has words besides a link, or another link, as two pictures are."""
    # Asked first, as thousands of links may stand in one block, and a whole book around one link.
    if any(page.role(e) == "link" and e is not link for e in block.descendants):
        return True
    own = block.own_texts
    return not all(map(str.isspace, own)) or block.text.split() != link.text.split()


def _heading_before(link: Element, page: Page) -> Element | None:
    headings = [*page.with_role("heading")]
    before = bisect_left(headings, link.index, key=attrgetter("index"))
    return headings[before - 1] if before else None


def look_alike(first: Element, second: Element, place: Element, page: Page) -> bool:
    """Tell whether nothing on the page tells two links of one name apart, for nobody.

    Words of their own do where both have some, for which an aria-label may stand; words and numbers
    between or behind them; and pictures in or around them.
    """
    if _are_written_differently(first.text, second.text):
        return False
    if first not in page.behind:  # thousands may have the name of the first
        page.behind[first] = None if _is_pictured(place, page) else _text_behind(first, place)
    text = page.behind[first]
    return text is not None and not any(map(str.isalnum, text.replace(second.text, "", 1)))


def _are_written_differently(one: str, other: str) -> bool:
    first, second = _letters(one), _letters(other)
    return bool(first and second) and first != second


def _letters(text: str) -> str:
    """Return the letters and numbers of a text, of which a line may end between any two."""
    return "".join(filter(str.isalnum, text.casefold()))


def _is_pictured(place: Element, page: Page) -> bool:
    if page.role(place) in WITH_OTHERS or page.styles.all_declared("background-image"):
        return True
    return any(e.tag in PICTURES for e in (place.parent or place).descendants)


def _text_behind(first: Element, place: Element) -> str:
    """Return what stands behind a link in its surroundings."""
    behind: list[Element | str] = []
    here = first
    while here is not place and here.parent is not None:
        nodes = here.parent.nodes
        behind += nodes[nodes.index(here) + 1 :]
        here = here.parent
    texts = (node if isinstance(node, str) else node.text for node in behind)
    return "".join(texts)


def descriptions(page: Page) -> dict[Element, frozenset[Element]]:
    """Return for each element that others describe, which those are."""
    described = page.having("aria-describedby")
    return {e: frozenset(filter(None, map(page.by_id, _describing(e)))) for e in described}


def _describing(element: Element) -> list[str]:
    return tokens(element.get("aria-describedby"))
