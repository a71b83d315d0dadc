# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whatever place is on the private list, however it is written and packed: the search finds it."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from havenpress.catalogue.walls.output import scan_output
from havenpress.findings import Finding
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .addresses import PLACES
from .hidden import FILES, PACKED, WRITTEN

MANY = settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
SOME = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
OTHER = "77 Nowhere Parade"


def scanned(name: str, data: bytes, *terms: str) -> list[Finding]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return scan_output(Path(folder), terms)


def check(name: str, data: bytes, place: str) -> None:
    (finding,) = scanned(name, data, OTHER, place)
    assert (finding.rule, finding.page) == ("confidential-output", name)
    assert "line 2 of" in finding.message
    assert place.lower() not in f"{finding.message} {finding.remedy}".lower()
    assert scanned(name, data, OTHER) == []


@MANY
@given(PLACES, st.sampled_from(sorted(WRITTEN)), st.sampled_from(sorted(FILES)))
def test_a_place_is_found_however_it_is_written(place: str, written: str, name: str) -> None:
    check(name, FILES[name](WRITTEN[written](place)).encode(), place)


@pytest.mark.parametrize("name", PACKED)
def test_a_place_is_found_however_it_is_packed(name: str) -> None:
    @SOME
    @given(PLACES)
    def holds(place: str) -> None:
        check(name, PACKED[name](place), place)

    holds()


@SOME
@given(PLACES)
def test_a_place_is_found_in_the_name_of_a_file(place: str) -> None:
    check(f"maps/{place.replace('/', '-').replace(':', '')}.html", b"<p>Here.</p>", place)


@pytest.mark.parametrize(
    "text",
    [
        '{"latitude": 51.507351, "longitude": -0.127758}',
        "<a href='geo:51.5073,-0.1277;u=35'>here</a>",
        "<geo:lat>51.50735</geo:lat><geo:long>-0.12775</geo:long>",
        "https://example.org/#17/51.50735/-0.12775",
    ],
)
def test_a_position_is_found_in_two_fields_and_with_other_digits(text: str) -> None:
    (finding,) = scanned("map.json", text.encode(), OTHER, "51.50735, -0.12775")
    assert finding.rule == "confidential-output"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("page.html.br", b"\x1b\x05\x00\xf8"),
        ("all.7z", b"7z\xbc\xaf\x27\x1c\0\x04"),
        ("all.zst", b"(\xb5/\xfd\x04\0"),
        ("broken.xz", b"\xfd7zXZ\0broken"),
        ("old.pdf", b"%PDF-1.2 /Filter /LZWDecode stream\nxx\nendstream"),
        ("photo.heic", b"\0\0\0\x18ftypheic"),
        ("broken.jpg", b"\xff\xd8\xff"),
    ],
)
def test_what_cannot_be_looked_into_is_said(name: str, data: bytes) -> None:
    assert [each.rule for each in scanned(name, data, OTHER)] == ["confidential-readable"]
