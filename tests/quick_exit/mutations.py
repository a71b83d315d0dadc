#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""See each statement's test fail with its line of the script or the style taken out.

    python tests/quick_exit/mutations.py [NAME…]

Each change is made in a copy of the package; a change that no test notices is an error.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRIPT, STYLE, MARKUP = "quick_exit.js", "quick_exit.css", "markup.py"


@dataclass(frozen=True)
class Mutation:
    """A change to one file, and the tests (a ``-k`` expression) that must notice it."""

    file: str
    before: str
    after: str
    tests: str


MUTATIONS = {
    "s1 no landmark": Mutation(MARKUP, "<section id", "<div id", "test_s1_"),
    "s2 no skip link first": Mutation(
        "injection.py", "skip_link(settings, target, lang) + control", "control", "test_s2_"
    ),
    "s3 no rel": Mutation(
        MARKUP,
        '"rel": "noreferrer nofollow",\n        "referrerpolicy": "no-referrer",',
        '"rel": "",',
        "test_s3_",
    ),
    "s3 the link says where from": Mutation(
        "injection.py",
        'content="no-referrer"',
        'content="unsafe-url"',
        "test_s30_a_good_page",
    ),
    "s4 keys promised without a script": Mutation(
        STYLE, "[data-exit] #quick-exit p span", "#quick-exit p span", "test_s4_"
    ),
    "s5 another name": Mutation(
        MARKUP,
        'f"<a{_attributes(control_attributes(settings))}>',
        "f\"<a aria-label='x'{_attributes(control_attributes(settings))}>",
        "test_s5_",
    ),
    "s6 no middle click": Mutation(
        SCRIPT, "listen('click auxclick', event", "listen('click', event", "test_s6_"
    ),
    "s6 right click leaves": Mutation(SCRIPT, "event.button > 1 || ", "", "test_s6_"),
    "s6 the link goes on as well": Mutation(
        SCRIPT, "    event.preventDefault();\n    leave();", "    leave();", "test_s12_whatever"
    ),
    "s7 not blanked": Mutation(SCRIPT, "    attempt(blank);\n", "", "test_s7_"),
    "s7 title stays": Mutation(SCRIPT, "textContent: data.title", "", "test_s7_"),
    "s7 icon stays": Mutation(
        SCRIPT, "make('link', { rel: 'icon', href: 'data:,' }),", "", "test_s7_"
    ),
    "s8 not blanked": Mutation(SCRIPT, "    attempt(blank);\n", "", "test_s8_"),
    "s7 the old title stays": Mutation(
        SCRIPT, "    takeOut(); // before", "    // before", "test_s7_"
    ),
    "s7 the old body comes first": Mutation(
        SCRIPT, "document.head.after(element)", "root.append(element)", "test_s7_the_page"
    ),
    "s7 never taken down": Mutation(SCRIPT, "setTimeout(empty, 99)", "0", "test_s7_what"),
    "s7 hidden where nothing hides it": Mutation(SCRIPT, ": empty();", ": 0;", "test_s7_a_browser"),
    "s8 not hidden": Mutation(
        SCRIPT, "content-visibility:hidden", "content-visibility:auto", "test_s8_"
    ),
    "s8 the colour of the page": Mutation(SCRIPT, "background:none;", "", "test_s8_until"),
    "s8 white in a dark room": Mutation(SCRIPT, "color-scheme:light dark;", "", "test_s8_"),
    "s8 blanked late": Mutation(
        SCRIPT, "    attempt(blank);\n", "    setTimeout(blank, 300);\n", "test_s8_"
    ),
    "s9 assign": Mutation(SCRIPT, "location.replace(data.to)", "location = data.to", "test_s9_"),
    "s10 no policy": Mutation(
        SCRIPT,
        "      make('meta', { name: 'referrer', content: 'no-referrer' }),\n",
        "",
        "test_s10_",
    ),
    "s11 sound goes on": Mutation(SCRIPT, "media.pause()", "0", "test_s11_"),
    "s11 speech goes on": Mutation(
        SCRIPT, "    attempt(() => speechSynthesis.cancel());\n", "", "test_s11_"
    ),
    "s12 a throw stops the exit": Mutation(
        SCRIPT, "try { return step(); } catch (ignored) {", "{ return step();", "test_s12_whatever"
    ),
    "s12 somebody asks": Mutation(
        SCRIPT, "if (leaving) event.stopImmediatePropagation();", "", "test_s12_nobody"
    ),
    "s13 a timer first": Mutation(
        SCRIPT, "    go();\n  };\n\n  // Hidden", "    setTimeout(go);\n  };\n\n  // Hidden", "test_s13_"
    ),
    "s14 esc stops it": Mutation(
        SCRIPT,
        "    if (!leaving) return;\n    event.preventDefault();",
        "    if (!leaving) return;",
        "test_s14_",
    ),
    "s15 no second try": Mutation(
        SCRIPT, "event.key != 'Escape' && Date.now() > notBefore", "false", "test_s15_"
    ),
    "s15 every tap begins anew": Mutation(
        SCRIPT, " && Date.now() > notBefore", "", "test_s15_tapping"
    ),
    "s15 the first second is deaf": Mutation(
        SCRIPT, "patience = 0,", "patience = 60000,", "test_s15_without"
    ),
    "s15 a stop is not heard of": Mutation(
        SCRIPT, "navigation.onnavigateerror = () => { notBefore = 0; };", "", "test_s15_after"
    ),
    "s15 back shows what was left": Mutation(
        SCRIPT, "    mark({ covered: 1 });\n    cover", "    cover", "test_s15_back"
    ),
    "s17 others stay": Mutation(SCRIPT, "channel.postMessage(1)", "0", "test_s17_"),
    "s17 others stay deaf": Mutation(
        SCRIPT, "    channel.onmessage = () => leave(true);\n", "", "test_s17_"
    ),
    "s18 no cover": Mutation(SCRIPT, "return hide();", "0;", "test_s18 or test_s21"),
    "s18 second step shows": Mutation(
        SCRIPT, "|| stateOf(from).covered", "", "test_s18_back or test_s18_forward"
    ),
    "s18 reload shows": Mutation(
        SCRIPT, "    mark({ covered: 1 });\n    cover", "    cover", "test_s18_back or test_s18_forward"
    ),
    "s18 a step inside the page shows the next": Mutation(
        SCRIPT,
        "  listen('popstate', () => mark({ covered: leaving || cover.length }));\n",
        "",
        "test_s18_steps",
    ),
    "s18 a step inside the page covers the next": Mutation(
        SCRIPT, "mark({ covered: leaving || cover.length })", "mark({ covered: 1 })", "test_s18_steps"
    ),
    "s18 late title shows": Mutation(
        SCRIPT, "    watch.observe(document.head, { childList: true });\n", "", "test_s18_"
    ),
    "s18 body shows": Mutation(STYLE, "visibility: hidden !important;", "", "test_s18_"),
    "s18 no flag where needed": Mutation(
        SCRIPT, "    attempt(() => entered() || (sessionStorage.exit = 1));\n", "", "s18_engines"
    ),
    "s19 title lost": Mutation(SCRIPT, "    document.head.append(...kept);\n", "", "test_s19_"),
    "s19 not shown": Mutation(SCRIPT, "    root.dataset.exit = 'on';\n", "", "test_s19_"),
    "s19 covered for ever": Mutation(
        SCRIPT, "    mark({ covered: 0 });\n    show();", "    show();", "test_s19_one_action"
    ),
    "s19 flag stays": Mutation(
        SCRIPT, "    attempt(() => sessionStorage.removeItem('exit'));\n", "", "s18_engines"
    ),
    "s19 a theme stops the click": Mutation(
        SCRIPT,
        "listen('click', event => {",
        "document.addEventListener('click', event => {",
        "test_s19_no_script",
    ),
    "s20 every way back": Mutation(
        SCRIPT, "(!from || repeats || stateOf(from).covered)", "true", "test_s20_back_within"
    ),
    "s20 links out": Mutation(SCRIPT, "mark({ out: 1 });", "", "test_s20_back_from"),
    "s20 for ever out": Mutation(SCRIPT, "    mark({ out: 0 });\n", "", "test_s20_a_link_out"),
    "s20 hidden for ever": Mutation(
        SCRIPT,
        "    if (event.persisted && !leaving && !cover.length) enter(true);\n",
        "",
        "test_s20_back_within",
    ),
    "s23 always a flag": Mutation(SCRIPT, "entered() || (sess", "(sess", "test_s23_"),
    "s24 four presses": Mutation(SCRIPT, "++presses > 2", "++presses > 3", "test_s24_"),
    "s24 no time limit": Mutation(SCRIPT, "    later(cancel);\n", "", "test_s24_"),
    "s24 message stays": Mutation(SCRIPT, "    later(say);\n", "", "test_s24_the_message"),
    "s24 silent": Mutation(
        SCRIPT, "    say(presses > 1 ? data.one : data.two);\n", "", "test_s24_"
    ),
    "s24 other keys count": Mutation(SCRIPT, "    if (!held) cancel();\n", "", "test_s24_another"),
    "s25 capitals count": Mutation(
        SCRIPT, "held = isExitKey(event) ? event.key : '';", "held = 'Shift';", "test_s25_"
    ),
    "s25 the mouse counts": Mutation(
        SCRIPT, "  listen('pointerdown', () => { held = ''; });\n", "", "test_s25_selecting"
    ),
    "s26 always on": Mutation(SCRIPT, " && 'escape' in data", "", "test_s26_"),
    "s26 in fields": Mutation(
        SCRIPT,
        "\n      && !target.closest('input,textarea,select,[contenteditable]')",
        "",
        "test_s26_",
    ),
    "s26 in dialogs": Mutation(
        SCRIPT, " && !document.querySelector('dialog[open]')", "", "test_s26_"
    ),
    "s27 scrolls away": Mutation(STYLE, "position: fixed; }", "position: absolute; }", "test_s27_"),
    "s27 beneath": Mutation(STYLE, "z-index: 9999999999", "z-index: -1", "test_s27_the_control"),
    "s29 the limits lie under the control": Mutation(
        STYLE, "float: inline-end;", "display: none;", "test_s29_what"
    ),
    "s27 small": Mutation(
        STYLE, "padding: calc(14px + env(safe-area-inset-top)) 16px 14px;", "", "test_s27_"
    ),
    "s27 under a notch": Mutation(STYLE, " + env(safe-area-inset-top)", " + 0px", "s27_beside"),
    "s27 no room": Mutation(
        STYLE, "visibility: hidden; content: attr(aria-label);", "", "test_s27_a_label"
    ),
    "s29 signs after links": Mutation(
        STYLE, "#quick-exit :before,\n#quick-exit :after,\n", "", "test_s29_signs"
    ),
    "s27 links beneath": Mutation(STYLE, "html { scroll-padding-top: 74px; }", "", "test_s27_a_link_beneath"),
    "s28 printed": Mutation(STYLE, "@media print", "@media (width: 0)", "test_s28_"),
    "s28 no border": Mutation(STYLE, "outline: 1px solid #0000;", "", "test_s28_"),
    "s32 titles": Mutation("injection.py", "if settings.discreet_titles", "if False", "test_s32_"),
    "s33 no replace": Mutation(SCRIPT, "location.replace(link.href)", "location = link", "test_s33_"),
    "s33 every click": Mutation(
        SCRIPT,
        "    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;\n",
        "",
        "test_s33_",
    ),
    "s33 every target": Mutation(SCRIPT, " || link.target", "", "test_s33_"),
    "s33 every host": Mutation(
        SCRIPT, "    if (link.origin != location.origin) return;\n", "", "test_s33_"
    ),
    "s34 a count": Mutation(
        SCRIPT, "    go();\n  };\n\n  // Hidden", "    fetch('/left');go();\n  };\n\n  // Hidden",
        "test_s34_ or test_s13_",
    ),
}  # fmt: skip


def is_noticed(mutation: Mutation) -> bool:
    """Whether the tests fail with the change in place."""
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder) / "plugins" / "havenpress"
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "plugins" / "havenpress", package, ignore=ignore)
        path = package / "quick_exit" / mutation.file
        text = path.read_text(encoding="utf-8")
        if mutation.before not in text:
            raise SystemExit(f"{mutation.file} no longer says {mutation.before!r}")
        path.write_text(text.replace(mutation.before, mutation.after), encoding="utf-8")
        return run_tests(mutation.tests, package.parent) == 1


def run_tests(expression: str, plugins: Path) -> int:
    """Return pytest's exit status: 0 nothing failed, 1 something did."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "--tb=no", "-p", "no:cacheprovider"]
    # They build with what is here, and not with the copy that is broken.
    command += ["--ignore-glob=tests/quick_exit/test_example*.py"]
    command += ["-o", f"pythonpath={plugins}", "-k", f"({expression})", "-m", "not full"]
    done = subprocess.run(
        [*command, "tests/quick_exit"],
        cwd=ROOT,
        env={**os.environ, "QUICK_EXIT_PLUGINS": str(plugins)},
        capture_output=True,
        check=False,
    )
    return done.returncode


def main(names: list[str]) -> int:
    """Make each change and print whether a test noticed."""
    missed = []
    for name in names or MUTATIONS:
        noticed = is_noticed(MUTATIONS[name])
        print(f"{'noticed' if noticed else 'MISSED '}  {name}", flush=True)
        if not noticed:
            missed.append(name)
    print(f"{len(names or MUTATIONS) - len(missed)} noticed, {len(missed)} missed")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
