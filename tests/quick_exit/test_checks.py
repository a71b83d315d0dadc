# SPDX-License-Identifier: AGPL-3.0-or-later
"""S29, S30 and bad input: what a build refuses, each fault made in an otherwise good page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from havenpress.findings import SettingsError
from havenpress.quick_exit import check_page, check_safety_page, check_settings, inject, settings_of
from havenpress.quick_exit.honesty import SECTIONS
from havenpress.quick_exit.texts import PROMISES, PURPOSES, TEXTS
from havenpress.site import read_site

from .sites import page, settings

ROOT = Path(__file__).parents[2]
GOOD = inject(page("1").encode(), settings()).decode()
CONTROL = GOOD[GOOD.index('<section id="quick-exit"') : GOOD.index("</section>") + 10]
REMOTE = "https://cdn.example/x"

FAULTS = {
    "no control": (CONTROL, '<a href="/safety.html">More</a>', "exit-link"),
    "two controls": (CONTROL, CONTROL * 2, "exit-link"),
    "another destination": (
        'href="https://www.weather.gov/"',
        'href="https://x.org/"',
        "exit-link",
    ),
    "no rel": ('rel="noreferrer nofollow"', "", "exit-link"),
    "a handler": ("<a data-quick-exit", '<a onclick="x()" data-quick-exit', "exit-link"),
    "a button": ("<a data-quick-exit", "<button data-quick-exit", "exit-link"),
    "a new tab": ("<a data-quick-exit", '<a target="_blank" data-quick-exit', "exit-link"),
    "hidden": ('<section id="quick-exit"', '<section hidden id="quick-exit"', "exit-link"),
    "hidden from some": (
        'id="quick-exit"',
        'aria-hidden="true" id="quick-exit"',
        "exit-link",
    ),
    "no landmark": (' aria-label="Leave this site"', "", "exit-link"),
    "link before it": ("<body>", '<body><a href="/x">News</a>', "exit-order"),
    "no skip link": ('id="quick-exit-skip" href="#main"', 'hidden href="#main"', "exit-order"),
    "positive tabindex": ("<h1>", '<h1 tabindex="1">', "exit-order"),
    "modal dialog": ("<h1>", "<dialog><p>Wait</p></dialog><h1>", "exit-dialog"),
    "opened by script": ("<h1>", "<script>d.showModal()</script><h1>", "exit-dialog"),
    "no script": ("<script data-quick-exit-script", '<script type="x"', "exit-script"),
    "changed script": ("location.replace", "location.assign", "exit-script"),
    "deferred": (
        "<script data-quick-exit-script",
        "<script async data-quick-exit-script",
        "exit-script",
    ),
    "wrong data": ('data-show="Show this page"', 'data-show="x"', "exit-script"),
    "no style": ("[data-exit=covered]", "[data-exit=x]", "exit-script"),
    "own policy blocks": (
        "<h1>",
        '<meta http-equiv="Content-Security-Policy" content="script-src \'self\'"><h1>',
        "exit-script",
    ),
    "links in new tabs": ("<title>", '<base target="_blank"><title>', "exit-link"),
    "no safety link": ('href="/safety.html"', 'href="/x.html"', "safety-link"),
    "no referrer policy": ('<meta name="referrer" content="no-referrer">', "", "page-referrer"),
    "weak referrer policy": ('content="no-referrer"', 'content="origin"', "page-referrer"),
    "no icon": ('rel="icon"', 'rel="x"', "page-icon"),
    "remote script": ("<h1>", f'<script src="{REMOTE}"></script><h1>', "page-requests"),
    "remote picture": ("<h1>", f'<img alt="" src="{REMOTE}"><h1>', "page-requests"),
    "remote in srcset": ("<h1>", f'<img alt="" srcset="/a 1x, {REMOTE} 2x"><h1>', "page-requests"),
    "remote frame": ("<h1>", f'<iframe title="x" src="{REMOTE}"></iframe><h1>', "page-requests"),
    "remote style": ("<title>", f'<link rel="stylesheet" href="{REMOTE}"><title>', "page-requests"),
    "remote font": ("<title>", f"<style>a{{b:url('{REMOTE}')}}</style><title>", "page-requests"),
    "remote import": ("<title>", f'<style>@import "{REMOTE}";</style><title>', "page-requests"),
    "without scheme": ("<h1>", '<img alt="" src="//cdn.example/x"><h1>', "page-requests"),
    "prefetch": ("<title>", '<link rel="prefetch" href="/2.html"><title>', "page-requests"),
    "preconnect": ("<title>", f'<link rel="preconnect" href="{REMOTE}"><title>', "page-requests"),
    "speculation": ("<h1>", '<script type="speculationrules">{}</script><h1>', "page-requests"),
    "service worker": (
        "<h1>",
        "<script>navigator.serviceWorker.register('/s.js')</script><h1>",
        "page-storage",
    ),
    "manifest": ("<title>", '<link rel="manifest" href="/m.json"><title>', "page-storage"),
    "search description": ("<title>", '<link rel="search" href="/o.xml"><title>', "page-storage"),
    "search in address": (
        "<h1>",
        '<form autocomplete="off"><input name="q"></form><h1>',
        "page-forms",
    ),
    "remembered field": ("<h1>", '<form method="post"><input name="q"></form><h1>', "page-forms"),
}


def rules(html: str) -> set[str]:
    return {finding.rule for finding in check_page(html.encode(), "1.html", settings())}


def test_s30_a_good_page_has_no_findings() -> None:
    assert rules(GOOD) == set()


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_found_by_its_rule(fault: str) -> None:
    before, after, rule = FAULTS[fault]
    assert before in GOOD
    assert rule in rules(GOOD.replace(before, after, 1))


@pytest.mark.parametrize("word", ["untraceable", "anonymous", "secret", "erases", "hides", "safe"])
def test_words_that_nobody_can_keep_are_refused_in_the_exits_texts(word: str) -> None:
    findings = check_settings(settings(texts={"en": {"limits": f"This is {word}."}}))
    assert [finding.rule for finding in findings] == ["exit-promise"]


NEVER = {
    "en": [
        "It hides this.",
        "Your visit is anonymous.",
        "We erase your history.",
        "It deletes your history.",
        "It wipes the list.",
        "This leaves no trace.",
    ],
    "es": [
        "Es secreto.",
        "Borra su historial.",
        "Queda oculta.",
        "Elimina su historial.",
        "No deja rastro.",
    ],
    "fr": [
        "C’est anonyme.",
        "Cela efface tout.",
        "C’est sûr.",
        "Cela supprime tout.",
        "Cela ne laisse aucune trace.",
    ],
    "de": [
        "Das ist anonym.",
        "Das geht spurlos.",
        "Das ist sicher.",
        "Es hinterlässt keine Spuren.",
    ],
    "ar": ["هذا الموقع آمن", "هذا يمسح السجل", "هذا يحذف السجل", "لا يترك أي أثر"],
}


def test_every_language_built_in_has_words_never_to_use() -> None:
    assert set(NEVER) == set(PROMISES) == set(TEXTS)


@pytest.mark.parametrize("lang", NEVER)
def test_words_never_to_use_are_known_in_every_language(lang: str) -> None:
    for text in NEVER[lang]:
        given = settings(language=lang, texts={lang: {"limits": text}})
        assert [finding.rule for finding in check_settings(given)] == ["exit-promise"], text


@pytest.mark.parametrize("lang", TEXTS)
def test_our_own_words_promise_nothing(lang: str) -> None:
    assert check_settings(settings(language=lang, texts={lang: TEXTS[lang]})) == []


def test_a_denial_is_no_promise() -> None:
    denied = "You cannot leave without a trace."
    assert check_settings(settings(texts={"en": {"limits": denied}})) == []
    assert check_settings(settings(texts={"en": {"limits": "This is not anonymous."}})) == []


def safety_page(*sections: str, text: str = "Words.") -> str:
    parts = "".join(f'<h2 id="{name}">{name}</h2><p>{text}</p>' for name in sections)
    return f'<!doctype html><html lang="en"><body><main>{parts}</main></body></html>'


def test_s29_a_whole_safety_page_has_no_findings() -> None:
    assert check_safety_page(safety_page(*SECTIONS), "safety.html") == []


@pytest.mark.parametrize("missing", SECTIONS)
def test_s29_each_section_of_the_safety_page_is_needed(missing: str) -> None:
    rest = [name for name in SECTIONS if name != missing]
    findings = check_safety_page(safety_page(*rest), "safety.html")
    assert any(f"“{missing}”" in finding.message for finding in findings)


def test_s29_the_limits_come_first() -> None:
    findings = check_safety_page(safety_page(*reversed(SECTIONS)), "safety.html")
    assert ["begin with what leaving cannot do" in f.message for f in findings] == [True]


def test_s29_a_promise_on_the_safety_page_is_pointed_out() -> None:
    html = safety_page(*SECTIONS, text="It hides your visit. You are not anonymous.")
    findings = check_safety_page(html, "safety.html")
    assert {finding.level for finding in findings} == {"warning"}
    assert all("“hides”" in finding.message for finding in findings)


def site_with(tmp_path: Path, addition: str, languages: str = "[en]") -> Path:
    """Return a content folder like the example's, with more about the exit."""
    text = (ROOT / "content" / "site.yaml").read_text(encoding="utf-8")
    text = text.replace("  safety_page: safety\n", f"  safety_page: safety\n{addition}")
    text = text.replace("languages: [en, es]", f"languages: {languages}")
    (tmp_path / "site.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_promise_in_site_yaml_is_refused_at_its_place(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as refused:
        read_site(site_with(tmp_path, "  hint: Untraceable\n"), "content/site.yaml")
    (fault,) = (each for each in refused.value.findings if each.level == "error")
    assert fault.rule == "exit-promise"
    assert fault.line


@pytest.mark.parametrize(
    "url",
    [
        "http://www.weather.gov/",
        "https://www.harbour-line.example/weather",
        "https://www.weather.gov/?utm_source=harbour",
        "https://www.google.com/",
        "https://www.bbc.co.uk/weather",
        "weather",
    ],
)
def test_s31_a_bad_destination_in_site_yaml_is_refused_at_its_place(
    url: str, tmp_path: Path
) -> None:
    path = site_with(tmp_path, "") / "site.yaml"
    text = path.read_text(encoding="utf-8").replace("https://www.weather.gov/", url)
    path.write_text(re.sub("(?m)^url: .*", "url: https://www.harbour-line.example/", text))
    with pytest.raises(SettingsError) as refused:
        read_site(tmp_path, "content/site.yaml")
    line = 1 + path.read_text().splitlines().index(f"  destination: {url}")
    found = [each for each in refused.value.findings if each.line == line]
    assert found
    assert all(each.column and each.remedy for each in found)


def test_a_language_without_words_in_site_yaml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as refused:
        read_site(site_with(tmp_path, "", "[en, es, pt]"), "content/site.yaml")
    assert any("“pt”" in finding.message for finding in refused.value.findings)


def test_words_for_another_language_come_from_site_yaml(tmp_path: Path) -> None:
    words = "".join(f"    {name}: {{en: a, es: b, pt: c}}\n" for name in PURPOSES)
    folder = site_with(tmp_path, f"  texts:\n{words}", "[en, es, pt]")
    site, _ = read_site(folder, "content/site.yaml")
    assert settings_of(site).texts_for("pt")["show"] == "c"
