# SPDX-License-Identifier: AGPL-3.0-or-later
"""Loading and checking a catalogue, beside PyYAML's CSafeLoader that only loads the same files.

    python benchmarks/catalogue.py [SERVICES]

Both read the same folder in the same process, one after the other, fifteen times, in seconds of
processor time. What counts is the middle of the fifteen ratios: other work on the machine falls
now on one and now on the other. The bar is 1.3, with phone numbers checked.
"""

from __future__ import annotations

import datetime
import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "plugins"))

import yaml  # noqa: E402
from havenpress.catalogue.loader import load  # noqa: E402

BASE = ROOT / "tests" / "catalogue" / "base"
TODAY = datetime.date(2026, 11, 23)
TURNS = 15
BAR = 1.3


def make_catalogue(folder: Path, services: int) -> Path:
    """Write a catalogue with services of about 2 kB each, every one with numbers of its own."""
    catalogue = folder / "catalogue"
    for source in sorted(BASE.rglob("*.yaml")):
        if source.parent.name != "services":
            path = catalogue / source.relative_to(BASE)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(source.read_bytes())
    template = (BASE / "services" / "walk-in-clinic.yaml").read_text(encoding="utf-8")
    longer = template.replace("status: active", f"{LONG_TEXTS}status: active")
    (catalogue / "services").mkdir()
    for number in range(services):
        text = longer.replace("Walk-in clinic", f"Clinic {number}")
        text = text.replace("020 7946 0018", f"020 7946 {number % 10_000:04}")
        path = catalogue / "services" / f"clinic-{number:05}.yaml"
        path.write_text(text, encoding="utf-8")
    return catalogue


LONG_TEXTS = """\
eligibility_description:
  en: Anyone aged 13 or over, wherever they live and whatever papers they have or do not have.
  es: Cualquier persona de 13 años o más, viva donde viva y tenga los papeles que tenga o no tenga.
application_process:
  en: |
    Walk in or call first. You can bring somebody with you, and you can ask to be seen by a
    woman. You can leave at any time and come back on another day.
  es: |
    Venga sin cita o llame antes. Puede venir con alguien y pedir que le atienda una mujer.
    Puede irse cuando quiera y volver otro día.
interpretation_services:
  en: Phone interpreter in any language.
  es: Intérprete por teléfono en cualquier idioma.
serves: [women, men, non-binary, trans]
"""


def only_load(catalogue: Path) -> None:
    """Load every service with PyYAML, and nothing more."""
    for path in sorted((catalogue / "services").iterdir()):
        with path.open(encoding="utf-8") as file:
            yaml.load(file, Loader=yaml.CSafeLoader)


def load_and_check(catalogue: Path) -> None:
    """Load and check the whole catalogue; a fault would be a mistake of this benchmark."""
    _, findings = load(catalogue, TODAY)
    assert not findings, findings[0]


def seconds(work: Callable[[Path], None], catalogue: Path) -> float:
    """Return the processor time of one turn, with the clearing up that it leaves behind."""
    gc.collect()
    began = time.process_time()
    work(catalogue)
    gc.collect(0)
    return time.process_time() - began


def main() -> int:
    """Print both times and their ratio; return 1 where the bar is missed."""
    services = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        catalogue = make_catalogue(Path(folder), services)
        size = sum(path.stat().st_size for path in (catalogue / "services").iterdir())
        turns = [
            (seconds(only_load, catalogue), seconds(load_and_check, catalogue))
            for _ in range(TURNS)
        ]
    ratios = [ours / plain for plain, ours in turns]
    low, middle, high = statistics.quantiles(ratios, n=4)
    print(f"{services} services, {size // services} bytes each; the middle of {TURNS} turns")
    print(f"CSafeLoader, only loading   {statistics.median(plain for plain, _ in turns):.3f} s")
    print(f"loading and checking        {statistics.median(ours for _, ours in turns):.3f} s")
    print(
        f"ratio                       {middle:.2f}, half of them {low:.2f} to {high:.2f} (bar {BAR})"
    )
    return int(middle > BAR)


if __name__ == "__main__":
    sys.exit(main())
