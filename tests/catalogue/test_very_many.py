# SPDX-License-Identifier: AGPL-3.0-or-later
"""Very many of anything in one file: a time that grows with its square would be minutes here."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import havenpress
import pytest
from havenpress.catalogue.loader import load

from .samples import BASE, TODAY, Change

ENVIRONMENT = os.environ | {"PYTHONPATH": str(Path(havenpress.__file__).parents[1])}
MOST_SECONDS = 20  # of the processor: other work on the machine does not count
MOST_MEMORY = 1_000_000_000  # bytes; a fault may keep a line, but not one of megabytes
LOAD = f"""
import datetime, pathlib, resource, sys
from havenpress.catalogue.loader import load
resource.setrlimit(resource.RLIMIT_CPU, ({MOST_SECONDS}, {MOST_SECONDS}))
resource.setrlimit(resource.RLIMIT_AS, ({MOST_MEMORY}, {MOST_MEMORY}))
assert load(pathlib.Path(sys.argv[1]), datetime.date(2026, 11, 23))[1]
"""
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def languages(number: int) -> Iterable[str]:
    """Return codes of languages: each is one, in a script and a country."""
    from babel import Locale

    names = Locale("en")
    parts = itertools.product(["en", "es", "fr", "pt", "ar"], names.scripts, names.territories)
    codes = ("-".join(part) for part in parts if part[2].isalpha())
    return itertools.islice(codes, number)


def words(number: int, length: int = 24) -> Iterable[str]:
    """Return words of one length that start with every letter."""
    starts = itertools.cycle(LETTERS)
    return (f"{next(starts)}{each:0{length}}" for each in range(number))


SERVICES: dict[str, Callable[[], str]] = {
    "unknown fields behind tabs": lambda: "".join(
        f"\tunknown_{each}: x\n" for each in range(20_000)
    ),
    "languages beside their text": lambda: (
        "    name:\n" + "".join(f"    {each}: x\n" for each in languages(5_000))
    ),
    "texts that end at a comma": lambda: (
        f"    name: {{en: a, {', '.join(f'k{each}' for each in range(30_000))}}}\n"
    ),
    "ids in one line": lambda: (
        f"    needs: [{', '.join(f'see-a-docto{each}' for each in range(9_000))}]\n"
    ),
    "blanks in a number": lambda: f'    phones: [{{number: "1{" " * 60_000}y", type: voice}}]\n',
    "blanks in hours": lambda: f'    hours: "a{" " * 30_000}y"\n',
}


@pytest.mark.parametrize("shape", SERVICES)
def test_very_many_in_a_service_come_to_an_end(change: Change, shape: str) -> None:
    folder = change()
    text = f"services:\n  - id: a\n{SERVICES[shape]()}"
    (folder / "services.yaml").write_text(text, encoding="utf-8")
    assert_comes_to_an_end(folder)


def test_very_many_services_with_a_fault_come_to_an_end(change: Change) -> None:
    folder = change()
    text = (folder / "services" / "walk-in-clinic.yaml").read_text(encoding="utf-8")
    for number in range(14_000):
        faulty = text.replace("minimum_age: 13", f"minimum_age: x{number}")
        (folder / "services" / f"s{number}.yaml").write_text(faulty, encoding="utf-8")
    assert_comes_to_an_end(folder)


GUARDED: dict[str, tuple[str, Callable[[], str]]] = {
    "landlines below other numbers": (
        "description: {en: A place to stay for women., es: Un lugar para mujeres.}",
        lambda: (
            "description:\n  es: x\n  en: |\n"
            + "    Ref 12345678\n" * 4_000
            + f"    {'0113 496 0999, ' * 400}"
        ),
    ),
    "words that are excused": (
        "status: active",
        lambda: (
            "status: active\nnot_the_place:\n"
            + "".join(f"  - near the library {each}x\n" for each in range(2_000))
            + "required_documents:\n"
            + "".join(f"  - {{en: thing {each}, es: cosa {each}}}\n" for each in range(1_000))
        ),
    ),
}


@pytest.mark.parametrize("shape", GUARDED)
def test_very_many_in_a_confidential_entry_come_to_an_end(change: Change, shape: str) -> None:
    old, new = GUARDED[shape]
    assert_comes_to_an_end(change(safe_house=(old, new())))


def assert_comes_to_an_end(folder: Path) -> None:
    command = [sys.executable, "-c", LOAD, str(folder)]
    assert subprocess.run(command, env=ENVIRONMENT, timeout=300, check=False).returncode == 0


def with_areas(folder: Path, areas: dict[str, str]) -> Path:
    """Add areas, each by the one around it."""
    settings = folder / "catalogue.yaml"
    text = settings.read_text(encoding="utf-8") + "".join(
        f"  {id_}: {{name: {{en: {id_}, es: {id_}}}{within and f', within: {within}'}}}\n"
        for id_, within in areas.items()
    )
    settings.write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("last", ["", "a0", "a2999"])
def test_areas_inside_one_another_come_to_an_end(change: Change, last: str) -> None:
    """The last of them is in none, or closes a ring, or is alone in one at the end of a tail."""
    areas = {f"a{each}": f"a{each + 1}" for each in range(2_999)} | {"a2999": last}
    assert_comes_to_an_end(with_areas(change(), areas))


def test_wrong_ids_among_very_many_come_to_an_end(change: Change) -> None:
    """Each is like all of them, so that comparing takes long."""
    folder = with_areas(change(), dict.fromkeys(words(3_000, 12), ""))
    wrong = "".join(f"    - {each}\n" for each in words(1_500, 11))
    text = f"services:\n  - id: a\n    areas:\n{wrong}"
    (folder / "services.yaml").write_text(text, encoding="utf-8")
    assert_comes_to_an_end(folder)


def messages(folder: Path) -> list[str]:
    return [each.message for each in load(folder, TODAY)[1]]


def test_a_ring_of_areas_is_told_once_at_the_first_of_them(change: Change) -> None:
    ring = {"tail": "a2", "a1": "a2", "a2": "a3", "a3": "a1", "alone": "alone"}
    assert messages(with_areas(change(), ring)) == [
        "“a1” lies within itself, by way of “a2”, “a3”",
        "“alone” lies within itself",
    ]


def test_twenty_areas_around_one_are_the_most(change: Change) -> None:
    chain = {f"a{each}": f"a{each + 1}" for each in range(21)} | {"a21": ""}
    assert messages(with_areas(change(), {**chain, "a1": "a2"})) == [
        "21 areas are around “a0”, and 20 are the most"
    ]
    folder = change()
    for path in BASE.rglob("*.yaml"):
        (folder / path.relative_to(BASE)).write_bytes(path.read_bytes())
    del chain["a0"]
    assert messages(with_areas(folder, chain)) == []
