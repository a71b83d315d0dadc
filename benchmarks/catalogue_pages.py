# SPDX-License-Identifier: AGPL-3.0-or-later
"""The list of services in Chromium: what it weighs, and how long the filter takes a keystroke.

    python benchmarks/catalogue_pages.py [SERVICES ...]

makes 300, 1,000 and 4,000 services that differ in text, hours and number, writes their list pages
as the build does (the templates of our theme, then ``finish``), and prints for each: the page of
all services with its style sheet and exit, gzipped; the index; the filter; the largest other list
page; the first keystroke on a page that has just come; a word that is put in at once instead, for
which all texts are made ready; and the longest keystroke of many, in the script alone and from the
event to the next frame. Each is done in five rounds, of which the best counts, since the machine
has other work. Bars: 38 KB for 300 services, 50 ms a keystroke and for the word.
"""

from __future__ import annotations

import datetime
import functools
import gzip
import random
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "plugins"))

from havenpress.browser import find_chromium, launch_arguments  # noqa: E402
from havenpress.build.finish import finish  # noqa: E402
from havenpress.catalogue.presentation.lists import list_pages  # noqa: E402
from havenpress.catalogue.script import filter_script, index_script  # noqa: E402
from havenpress.catalogue.site import editions_of  # noqa: E402
from havenpress.components.environment import new_environment  # noqa: E402
from havenpress.components.theme import theme_of  # noqa: E402
from havenpress.quick_exit.settings import settings_of  # noqa: E402
from havenpress.site import Project  # noqa: E402
from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402

TODAY = datetime.date(2026, 11, 23)
SIZES = (300, 1000, 4000)
PAGE_BAR, KEY_BAR = 38_000, 50.0
TYPED, ROUNDS = ("detox", "lawyer"), 5

PLACES = (
    "Northtown", "Riverbend", "Seaport", "Oakham Vale", "Eastmoor", "Stonebridge", "Fairwater",
    "Kingsley", "Millbrook", "Harrowgate", "Elmside", "Westhaven", "Brackenridge", "Thornfield",
    "Marlow Heath", "Castlebay", "Greyfriars", "Whitecliff", "Ashdown", "Lowmoor",
)  # fmt: skip
KINDS = {
    "medical": ("clinic", "See a nurse", "Talk to a doctor", "Get tested and treated"),
    "forensic-exam": ("assault centre", "Have evidence kept", "See a trained examiner"),
    "mental-health": ("counselling", "Meet a counsellor", "Join a small group", "Learn to sleep"),
    "substance-use": ("recovery service", "Stop using drugs", "Talk about drinking"),
    "housing": ("refuge", "Find a bed tonight", "Stay in a safe room", "Move to your own flat"),
    "financial": ("money advice", "Sort out debts", "Open a bank account", "Apply for benefits"),
    "legal": ("law centre", "Ask a solicitor", "Apply for asylum", "Get a court order"),
}
NEEDS = (
    "safe-place-tonight", "talk-now", "see-a-doctor", "evidence-no-police", "feel-better",
    "stop-using", "money-and-papers", "know-my-rights",
)  # fmt: skip
NAMES = (
    "Lantern", "Harbour", "Meadow", "Bridge", "Willow", "Beacon", "Juniper", "Hearth", "Linden",
    "Compass", "Orchard", "Haven", "Rowan", "Kestrel", "Anchor", "Cedar", "Poppy", "Sparrow",
)  # fmt: skip
PEOPLE = (
    "women", "men", "young people", "families", "people without papers", "anyone", "couples",
    "parents with small children", "people who sell sex", "people who just arrived",
)  # fmt: skip
TAILS = (
    "You can bring a friend.", "Nobody asks why you came.", "You can come back as often as you like.",
    "There is a quiet room with tea.", "An interpreter can join by phone.", "You decide what happens.",
    "The first meeting takes about an hour.", "You can stop at any time.",
)  # fmt: skip
LANGUAGES = ("en", "es", "pl", "ro", "ar", "fr", "sq", "vi", "uk", "pt", "ur", "so")


def make_site(folder: Path, services: int, seed: int = 6) -> Path:
    """Write the example site's content with that many made-up services, one in each file."""
    content = folder / "content"
    shutil.copytree(ROOT / "content", content)
    catalogue = content / "catalogue"
    chance = random.Random(seed)
    settings = catalogue / "catalogue.yaml"
    text = settings.read_text(encoding="utf-8").split("areas:")[0] + "areas:\n"
    areas = "  whole-country: {name: {en: Anywhere in the country, es: En todo el país}}\n"
    for place in PLACES:
        areas += (
            f"  {_slug(place)}: {{name: {{en: {place}, es: {place}}}, within: whole-country}}\n"
        )
    settings.write_text(text + areas, encoding="utf-8")
    kept = len(list((catalogue / "services").glob("*.yaml")))
    for number in range(services - kept):
        path = catalogue / "services" / f"made-up-{number:05}.yaml"
        path.write_text(_service(number, chance), encoding="utf-8")
    return content


def _slug(text: str) -> str:
    return text.lower().replace(" ", "-")


def _service(number: int, chance: random.Random) -> str:
    kind = chance.choice(list(KINDS))
    noun, *does = KINDS[kind]
    place, people = chance.choice(PLACES), chance.choice(PEOPLE)
    national = chance.random() < 0.1
    name = f"{chance.choice(NAMES)} {chance.choice(NAMES).lower()} {noun} {number}"
    opens, closes = chance.randint(7, 11), chance.randint(15, 21)
    spoken = sorted({"en", *chance.sample(LANGUAGES, chance.randint(0, 3))})
    needs = sorted(chance.sample(NEEDS, chance.randint(1, 3)))
    cost = chance.choice(("free", "free", "free", "sliding-scale", "fee", "unknown"))
    hours = chance.choice(
        (
            "hours: 24/7",
            f"hours:\n  mon-fri: {opens:02}:00-{closes}:30\n  sat: 10:00-{opens + 5}:00",
            f"hours:\n  mon,wed: {opens:02}:30-{closes}:00\n  thu: {opens:02}:00-{closes}:00",
        )
    )
    text = f"{chance.choice(does)}, for {people} in and around {place}. {chance.choice(TAILS)} {chance.choice(TAILS)}"
    free = number % 3 > 0 or kind == "housing"
    where = (
        "confidential"
        if kind == "housing"
        else f"\n      address_1: {chance.randint(1, 200)} Example Street\n      city: {place}\n      country: GB"
    )
    return f"""organization: {chance.choice(("harbour-line", "riverbend-health", "open-door-advice"))}
name: {{en: {name}, es: {name} (es)}}
description:
  en: {text}
  es: "Para {people} de {place}. {text}"
status: {"temporarily closed" if chance.random() < 0.02 else "active"}
categories: [{kind}]
needs: [{", ".join(needs)}]
languages: [{", ".join(spoken)}]
cost: {{type: {cost}}}
required_documents: []
phones:
  - number: {f"0808 157 {number % 10_000:04}" if free else f"020 7946 0{number % 1_000:03}"}
    type: voice
    free_to_call: {"yes" if free else "no"}
    shows_on_bill: {chance.choice(("yes", "no", "unknown"))}
    voicemail: {chance.choice(("safe", "not-safe", "none", "unknown"))}
email: team{number}@services.example
{hours}
areas: [{"whole-country" if national else _slug(place)}]
locations:
  - address: {where}
safety:
  asks_for_id: {chance.choice(("never", "sometimes", "always", "unknown"))}
  asks_immigration_status: {chance.choice(("never", "unknown"))}
  shares_with_police: {chance.choice(("never", "with-consent", "if-law-requires"))}
  mandatory_reporting: {chance.choice(("none", "under-18", "unknown"))}
verification: {{last_verified: 2026-{chance.randint(6, 10):02}-{chance.randint(1, 28):02}, verified_by: Directory team, method: phone}}
"""


class Quiet(SimpleHTTPRequestHandler):
    """A server of files that keeps its log to itself."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder and yield its address."""
    handler = functools.partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


# Type one character (or put in a word) more, and wait until the frame that shows it has been painted.
KEYSTROKE = """character => new Promise(done => {
  const input = document.getElementById("f-words");
  input.value += character;
  const begin = performance.now();
  input.dispatchEvent(new Event("input", {bubbles: true}));
  const script = performance.now() - begin;
  requestAnimationFrame(() => setTimeout(() => done([script, performance.now() - begin])));
})"""

# Where a page has been painted once, which is the earliest that somebody can type.
AT_ONCE = """addEventListener("DOMContentLoaded", () => requestAnimationFrame(() => setTimeout(() =>
  self.taken = (%s)("%s"))))"""


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of keystrokes: the first two until the next frame is there."""

    first: float
    word: float
    in_script: float
    to_frame: float


def keystrokes(address: str) -> Times:
    """Type into the filter of a page that has just come, and then much more."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=launch_arguments()
        )
        first = min(_at_once(browser, address, TYPED[0][0]) for _ in range(ROUNDS))
        word = min(_at_once(browser, address, TYPED[0]) for _ in range(ROUNDS))
        page = _opened(browser, address)
        rounds = [typed(page) for _ in range(ROUNDS)]
        browser.close()
    best = [[min(times) for times in zip(*key, strict=True)] for key in zip(*rounds, strict=True)]
    return Times(first, word, max(script for script, _ in best), max(frame for _, frame in best))


def _opened(browser: Browser, address: str) -> Page:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{address}/services/")
    return page


def _at_once(browser: Browser, address: str, text: str) -> float:
    """Return the milliseconds for a text that is put in as soon as the page is there."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.add_init_script(AT_ONCE % (KEYSTROKE, text))
    page.goto(f"{address}/services/")
    while not (taken := page.evaluate("self.taken")):
        # Not wait_for_function: it evaluates a string in the page, which our policy forbids.
        page.wait_for_timeout(5)
    page.close()
    return taken[1]


def typed(page: Page) -> list[list[float]]:
    """Return the milliseconds of each keystroke of some words, each word into an empty field."""
    times = []
    for word in TYPED:
        page.get_by_role("searchbox").fill("")
        times += [page.evaluate(KEYSTROKE, character) for character in word]
    return times


def weigh(path: Path) -> int:
    """Return the bytes of a file as it travels."""
    return len(gzip.compress(path.read_bytes(), 9))


def write_lists(content: Path, output: Path) -> None:
    """Write the list pages of the first language with their scripts; a fault is our mistake."""
    project = Project.read(content, output, TODAY)
    edition = editions_of(project)[0]
    faults = [finding for finding in project.report if finding.level == "error"]
    assert not faults, faults[0]
    script, index = filter_script(theme_of(project).components.values()), index_script(edition)
    for file in filter(None, (script, index)):
        file.write(output)
    template = new_environment(project).get_template("services.html")
    context = {"catalogue": {"en": edition}, "articles": [], "pages": [], "FEED_ALL_ATOM": ""}
    scripts = {"filter_script": script, "service_indexes": {"en": index}}
    for view in list_pages(edition):
        path = output / view.url / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        name = f"{view.url}index.html"
        html = template.render(view=view, output_file=name, **context, **scripts)
        finished = finish(html.encode(), name, settings_of(project.site))
        assert not [each for each in finished.findings if each.level == "error"]
        path.write_bytes(finished.data)


def measure(services: int) -> bool:
    """Write and measure one size; return whether it is within the bars."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "output"
        write_lists(make_site(Path(folder), services), output)
        lists = output / "services"
        page = weigh(lists / "index.html")
        index, script = (
            sum(map(weigh, lists.glob(f"{name}.*.js"))) for name in ("index", "filter")
        )
        largest = max(weigh(path) for path in lists.rglob("*/index.html"))
        with served(output) as address:
            times = keystrokes(address)
    print(
        f"{services:>8} {page / 1000:>8.1f} {index / 1000:>8.1f} {script / 1000:>9.1f} "
        f"{largest / 1000:>13.1f} {times.first:>9.0f} {times.word:>8.0f} "
        f"{times.in_script:>10.1f} {times.to_frame:>9.1f}",
        flush=True,
    )
    in_time = max(times.first, times.word, times.to_frame) <= KEY_BAR
    return in_time and (services > 300 or page <= PAGE_BAR)


def main() -> int:
    """Print one line for each size; return 1 where a bar is missed."""
    sizes = [int(each) for each in sys.argv[1:]] or SIZES
    print(
        "services  page KB index KB filter KB other list KB  first ms  word ms  script ms  frame ms"
    )
    return int(not all(list(map(measure, sizes))))


if __name__ == "__main__":
    sys.exit(main())
