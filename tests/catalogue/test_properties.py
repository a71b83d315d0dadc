# SPDX-License-Identifier: AGPL-3.0-or-later
"""What holds for any input: a file is read or refused, a place never gets out."""

from __future__ import annotations

import dataclasses
import re
import shutil
import tempfile
import time
from pathlib import Path

from havenpress.catalogue.catalogue import Catalogue
from havenpress.catalogue.composing import compose
from havenpress.catalogue.exports.hsds.files import hsds_files
from havenpress.catalogue.exports.hsds.services import Exporter
from havenpress.catalogue.loader import load
from havenpress.catalogue.places import found_place
from havenpress.catalogue.presentation.pages import pages_of
from havenpress.catalogue.walls.output import fold
from havenpress.findings import ERROR, Finding
from havenpress.source import read_yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .entries import entries
from .samples import BASE, TODAY, edition
from .test_exports import HSDS, validator

CLINIC = (BASE / "services" / "walk-in-clinic.yaml").read_text(encoding="utf-8")
SAFE_HOUSE = (BASE / "services" / "safe-house.yaml").read_text(encoding="utf-8")
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
CANARY = "Quillfeather 4471 Wexbrook"


def load_with(data: bytes, name: str = "walk-in-clinic") -> tuple[Catalogue, list[Finding]]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "catalogue"
        shutil.copytree(BASE, root)
        (root / "services" / f"{name}.yaml").write_bytes(data)
        return load(root, TODAY)


@SLOW
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    _, findings = load_with(data)
    assert any(finding.level == ERROR for finding in findings)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """Return the clinic with a piece cut out, doubled, or replaced by signs that mean something."""
    start = draw(st.integers(0, len(CLINIC) - 1))
    end = min(len(CLINIC), start + draw(st.integers(0, 40)))
    sign = draw(
        st.sampled_from(["", ":", ": ", "- ", "[", "{", "'", '"', "#", "\t", "\n", "|", "é"])
    )
    return CLINIC[:start] + sign + CLINIC[end:]


@SLOW
@given(damaged())
def test_a_damaged_entry_never_stops_the_reading(text: str) -> None:
    catalogue, findings = load_with(text.encode())
    assert "safe-house" in catalogue.services
    if not any(finding.level == ERROR for finding in findings):
        assert len(list(pages_of(edition(catalogue)))) > 0
    for finding in findings:
        assert finding.message
        assert finding.line <= text.count("\n") + 1 or "walk-in-clinic" not in finding.file


KEYS = st.sampled_from(
    ["name", "address_1", "city", "postal_code", "latitude", "transportation", "notes", "map"]
)


@SLOW
@given(KEYS)
def test_nothing_can_be_stored_beside_a_confidential_address(key: str) -> None:
    text = SAFE_HOUSE.replace(
        "  - address: confidential", f"  - address: confidential\n    {key}: {CANARY}"
    )
    catalogue, findings = load_with(text.encode(), "safe-house")
    assert any(finding.rule == "confidential-address" for finding in findings)
    assert fold(CANARY) not in fold(str(shown(catalogue)))


def shown(catalogue: object) -> list[dict]:
    return [dataclasses.asdict(view) for _, view in pages_of(edition(catalogue))]


@SLOW
@given(
    st.integers(1, 9999),
    st.text("abcdefghijklmnopqrstuvwxyz", min_size=3, max_size=12),
    st.sampled_from(["Street", "Road", "Lane", "Avenue", "Close", "Gardens", "House"]),
)
def test_a_street_with_a_number_is_seen(number: int, name: str, kind: str) -> None:
    assert found_place(f"Come to {number} {name.title()} {kind} after dark.")


@SLOW
@given(st.text(max_size=200))
def test_looking_for_a_place_takes_no_time_to_speak_of(text: str) -> None:
    began = time.process_time()
    found_place(text * 20)
    assert time.process_time() - began < 1  # a pattern that tries every way takes minutes


@SLOW
@given(entries())
def test_what_is_written_is_read_again(tree: dict) -> None:
    text, paths = compose(tree)
    node, findings = read_yaml(text, "entry.yaml")
    assert findings == []
    assert plain(node) == tree
    assert len(paths) == text.count("\n")


def plain(node: object) -> object:
    """Return nodes as ordinary values; a text in a block ends with the end of its last line."""
    if isinstance(node, dict):
        return {str(key): plain(value) for key, value in node.items()}
    return (
        [plain(each) for each in node] if isinstance(node, list) else str(node).removesuffix("\n")
    )


@SLOW
@given(entries())
def test_what_is_valid_here_is_valid_hsds(tree: dict) -> None:
    catalogue, findings = load_with(compose(tree)[0].encode())
    if any(finding.level == ERROR for finding in findings):
        assert any(finding.rule.startswith("confidential") for finding in findings), findings
        return
    checker = validator(HSDS / "schema", "service.json")
    for language in ("en", "es"):
        for service in Exporter(edition(catalogue, language)).services():
            assert [error.message for error in checker.iter_errors(service)] == []


@SLOW
@given(entries(), entries())
def test_one_file_or_many_give_the_same_bytes(one: dict, two: dict) -> None:
    many = {"first": one, "second": two}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(BASE, root / "many")
        shutil.copytree(BASE, root / "one")
        shutil.rmtree(root / "one" / "services")
        (root / "many" / "services" / "walk-in-clinic.yaml").unlink()
        (root / "many" / "services" / "safe-house.yaml").unlink()
        for name, tree in many.items():
            (root / "many" / "services" / f"{name}.yaml").write_text(compose(tree)[0], "utf-8")
        listed = {"services": [{"id": name, **tree} for name, tree in reversed(many.items())]}
        (root / "one" / "services.yaml").write_text(compose(listed)[0], "utf-8")
        results = [load(root / name, TODAY) for name in ("many", "one")]
    if any(finding.level == ERROR for finding in results[0][1]):
        return
    files = [dict(hsds_files(edition(catalogue))) for catalogue, _ in results]
    assert files[0] == files[1]
    pages = [[str(view) for _, view in pages_of(edition(catalogue))] for catalogue, _ in results]
    assert [without_places(page) for page in pages[0]] == [
        without_places(page) for page in pages[1]
    ]


def without_places(page: str) -> str:
    return re.sub(r"(?:src|place)='[^']*'", "", page)
