# SPDX-License-Identifier: AGPL-3.0-or-later
"""A picture in a text becomes an ``img`` that holds its place, and never the original file."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from havenpress.build import Outcome, build
from PIL import Image

TODAY = datetime.date(2026, 11, 23)
POST = "posts/when-you-call.md"
PAGE = "posts/when-you-call/index.html"


@pytest.fixture
def content(content: Path) -> Path:
    """The small site with one more picture."""
    Image.new("RGB", (2000, 1000), "teal").save(content / "images" / "Wide Door.jpg")
    return content


def build_with(content: Path, body: str, fields: str = "") -> Outcome:
    post = content / POST
    head = post.read_text(encoding="utf-8").split("---\n")[1]
    post.write_text(f"---\n{head}{fields}---\n\n{body}", encoding="utf-8")
    return build(content, content.parent / "output", today=TODAY)


def pictures(outcome: Outcome) -> list[dict[str, str]]:
    page = (outcome.output / PAGE).read_text(encoding="utf-8")
    return [dict(image.attrs) for image in BeautifulSoup(page, "html.parser").main.find_all("img")]


def test_picture_has_its_sizes_and_only_renditions_are_published(content: Path) -> None:
    outcome = build_with(content, "## See\n\n![A wide door](<Wide Door.jpg>)\n")
    assert [finding.message for finding in outcome.report] == []
    (image,) = pictures(outcome)
    assert (image["alt"], image["width"], image["height"]) == ("A wide door", "552", "276")
    widths = [candidate.split()[1] for candidate in image["srcset"].split(", ")]
    assert widths == ["552w", "1104w"]
    for address in [image["src"], *[each.split()[0] for each in image["srcset"].split(", ")]]:
        assert (outcome.output / PAGE).parent.joinpath(address).resolve().is_file()
    assert not [path for path in outcome.output.rglob("*") if "Wide Door" in path.name]


def test_picture_of_the_front_matter_stands_above_the_text(content: Path) -> None:
    fields = 'image: {src: door.png, alt: A "door" & more, credit: Jo < Bo, depicts: Jane Doe}\n'
    outcome = build_with(content, "Text.\n", fields)
    (image,) = pictures(outcome)
    assert image["alt"] == 'A "door" & more'
    assert "Jane Doe" not in (outcome.output / PAGE).read_text(encoding="utf-8")
    assert "Jo &lt; Bo" in (outcome.output / PAGE).read_text(encoding="utf-8")


def test_decoration_has_no_description(content: Path) -> None:
    outcome = build_with(content, "Text.\n", "image: {src: door.png, decorative: yes}\n")
    (image,) = pictures(outcome)
    assert image["alt"] == ""


@pytest.mark.parametrize(
    "way", ["door.png", "/images/door.png", "../images/door.png", "{static}/images/door.png"]
)
def test_picture_is_found_by_each_way_that_writers_know(way: str, content: Path) -> None:
    outcome = build_with(content, f"![A door]({way})\n")
    assert [finding.message for finding in outcome.report] == []
    assert len(pictures(outcome)) == 1


@pytest.mark.parametrize("way", ["../../secret.png", "/../secret.png", "%2e%2e/%2e%2e/secret.png"])
def test_picture_outside_the_content_is_out_of_reach(way: str, content: Path) -> None:
    Image.new("RGB", (9, 9)).save(content.parent / "secret.png")
    outcome = build_with(content, f"![A secret]({way})\n")
    assert [(finding.rule, finding.line) for finding in outcome.report] == [("image-file", 18)]
    assert not outcome.swapped


def test_link_to_a_file_outside_the_content_is_not_followed(content: Path) -> None:
    Image.new("RGB", (9, 9)).save(content.parent / "secret.png")
    (content / "images" / "link.png").symlink_to(content.parent / "secret.png")
    outcome = build_with(content, "![A secret](link.png)\n")
    assert [finding.rule for finding in outcome.report] == ["image-file"]
