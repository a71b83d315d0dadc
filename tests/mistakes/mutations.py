#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""See each mistake's test fail without the code that catches the mistake.

    python tests/mistakes/mutations.py [MISTAKE…]

Every mistake is built once, and for each line that its writer is to see the statement is found
that makes it. In a copy of the checkout the statement is taken out, and the tests of all mistakes
that it answers are run: one that still passes is an error. Mistakes that are right here, and are
spoilt elsewhere, have a change of their own. About half an hour on two cores.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copy, copytree, ignore_patterns

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT / "plugins"), str(HERE)]

import test_mistakes as mistakes  # noqa: E402
from origins import Origin, recorded, without  # noqa: E402

COPIED = ("plugins", "theme", "tests/mistakes", "tests/sites")
FILES = ("pelicanconf.py", "publishconf.py", "pyproject.toml", "tests/conftest.py")
SAID = re.compile(r"(?m)^\S.*?: (?:error|warning|review) ([a-z0-9-]+): (.*)$")
ENDED = re.compile(r"(?m)^FAILED \S+\[(\S+?)\](?: - .*?assert 'exit (\d))?")


@dataclass(frozen=True, slots=True)
class Edit:
    """What to write into a file in place of what is there."""

    file: str
    before: str
    after: str


SCALAR = "node = Text(event.value)"
YAML, TEXT = "plugins/havenpress/source/yaml.py", "plugins/havenpress/source/text.py"
DOCUMENT, READING = (f"plugins/havenpress/writing/{name}.py" for name in ("document", "reading"))
CONF = "pelicanconf.py"
RENDITION = "plugins/havenpress/images/rendition.py"
CLEANING = "plugins/havenpress/images/cleaning.py"
AS_YAML = "node = Text(str(yaml.safe_load(event.value or '~')))"
# A picture is made anew and looked at once more, so both have to be gone.
RIGHT = {
    "bom": [Edit(TEXT, ".removeprefix(BOM)", "")],
    "crlf": [Edit(TEXT, r'.replace("\r\n", "\n").replace("\r", "\n")', "")],
    "yaml-norway": [Edit(YAML, SCALAR, AS_YAML)],
    "yaml-phone-zero": [Edit(YAML, SCALAR, 'node = Text(event.value.lstrip("0"))')],
    "yaml-time": [Edit(YAML, SCALAR, AS_YAML)],
    "title-with-signs": [Edit(CONF, '"autoescape": True', '"autoescape": False')],
    "image-gps": [
        Edit(RENDITION, '"JPEG", quality', r'"JPEG", exif=b"Exif\0\0Jane", quality'),
        Edit(CLEANING, "return bool(picture.getexif()) or", "return False and"),
    ],
    "image-5mb": [Edit(RENDITION, "resize((width, height)", "resize(picture.size")],
    "draft": [
        Edit(DOCUMENT, "return self.status == PUBLISHED and self.held_until is None", "return True")
    ],
    "date-future": [Edit(READING, "document.held_until = date", 'document.values["date"] = today')],
}
SELECTED = {"draft": "held_texts", "date-future": "held_texts"}  # where it is not the name


def find_origins(names: list[str]) -> dict[Origin, set[str]]:
    """Return the statements that answer the mistakes, each with the mistakes it answers."""
    found: dict[Origin, set[str]] = {}
    for name in names:
        for origin in _origins_of(name):
            found.setdefault(origin, set()).add(name)
    return found


def _origins_of(name: str) -> Iterator[Origin]:
    with recorded() as calls, tempfile.TemporaryDirectory() as folder:
        _, said = mistakes.build_with(name, Path(folder))
    for rule, sentence in SAID.findall(said):
        made = [chain for message, chain in calls.items() if sentence.startswith(message)]
        if not made:
            raise SystemExit(f"{name}: nothing was seen to make {rule}: {sentence}")
        yield without(made[0])[0]


@contextmanager
def checkout() -> Iterator[Path]:
    """Make a copy of what the tests of the mistakes need, to break."""
    with tempfile.TemporaryDirectory() as folder:
        for name in COPIED:
            copytree(ROOT / name, Path(folder) / name, ignore=ignore_patterns("__pycache__"))
        for name in FILES:
            copy(ROOT / name, Path(folder) / name)
        yield Path(folder)


def run_tests(folder: Path, *selection: str) -> str:
    """Return what pytest says of the tests in a copy of the checkout, a line for each failure."""
    command = [sys.executable, "-m", "pytest", "-q", "-rf", "--tb=no", "-p", "no:cacheprovider"]
    run = subprocess.run(
        [*command, *selection],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "COLUMNS": "600", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return run.stdout


def try_without(origin: Origin, names: set[str], folder: Path) -> tuple[set[str], set[str]]:
    """Return the mistakes whose test still passes without a statement, and those that go live."""
    path = folder / "plugins" / origin.file
    whole = path.read_text(encoding="utf-8")
    path.write_text(without((origin,), folder / "plugins")[1], encoding="utf-8")
    test = "tests/mistakes/test_mistakes.py::test_mistake_is_answered"
    said = run_tests(folder, *(f"{test}[{name}]" for name in sorted(names)))
    path.write_text(whole, encoding="utf-8")
    ended = dict(ENDED.findall(said))
    live = {name for name in names if ended.get(name) == "0" and name not in mistakes.NOTED}
    return names - set(ended), live


def try_change(name: str, folder: Path) -> bool:
    """Whether a test fails with the change of a mistake that is right here."""
    whole = {}
    for edit in RIGHT[name]:
        path = folder / edit.file
        whole[path] = path.read_text(encoding="utf-8")
        if edit.before not in whole[path]:
            raise SystemExit(f"{edit.file} no longer says {edit.before!r}")
        path.write_text(whole[path].replace(edit.before, edit.after), encoding="utf-8")
    test = SELECTED.get(name, name)
    said = run_tests(folder, "tests/mistakes/test_mistakes.py", "-k", test)
    for path, text in whole.items():
        path.write_text(text, encoding="utf-8")
    return "FAILED" in said


def main(names: list[str]) -> int:
    """Take out each statement and say whether the tests noticed."""
    names = names or mistakes.MISTAKES
    missed: set[str] = set()
    live: set[str] = set()
    origins = find_origins(names)
    print(f"{len(names)} mistakes are answered by {len(origins)} statements", flush=True)
    with checkout() as folder:
        for origin, answered in sorted(origins.items(), key=lambda pair: str(pair[0])):
            unnoticed, published = try_without(origin, answered, folder)
            missed |= unnoticed
            live |= published
            _say(not unnoticed, f"{origin}: {', '.join(sorted(unnoticed or answered))}")
        for name in sorted(set(names) & set(RIGHT)):
            noticed = try_change(name, folder)
            missed |= set() if noticed else {name}
            _say(noticed, f"{RIGHT[name][0].file}: {name} is right")
    print(f"{len(names) - len(missed)} of {len(names)} tests noticed")
    print(f"{len(live)} mistakes would go live: {', '.join(sorted(live))}")
    return 1 if missed else 0


def _say(noticed: bool, what: str) -> None:
    print(f"{'noticed' if noticed else 'MISSED '}  {what}", flush=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
