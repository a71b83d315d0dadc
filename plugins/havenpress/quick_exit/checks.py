# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether finished pages have the exit that they need: each check reads one page and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice

from ..findings import WARNING, Finding
from ..tree import Document, Element, parse
from .assets import STYLE, script_hash
from .csp import allows_inline, parse_policy
from .destination import check_destination
from .faults import fault
from .honesty import check_promises, check_safety_link, check_safety_page
from .injection import controls, page_language, scripts, stops
from .markup import control_attributes, script_attributes
from .residue import check_residue
from .settings import ExitSettings

__all__ = ["check_page", "check_pages", "check_safety_page", "check_settings"]

PLUGIN = "the plugin and the theme’s quick-exit component write it"
LANDMARKS = {"section", "nav", "aside"}


def check_settings(settings: ExitSettings) -> list[Finding]:
    """Return what is wrong with the destination, the texts and the options."""
    return [
        *check_destination(settings.destination, settings.site_url),
        *check_words(settings, [settings.language, *settings.texts]),
        *_check_options(settings),
    ]


def check_words(settings: ExitSettings, languages: Iterable[str]) -> list[Finding]:
    """Return each promise in the exit's own texts, and each language that lacks some."""
    findings = list(check_promises(settings))
    for lang in dict.fromkeys(languages):
        try:
            settings.texts_for(lang)
        except KeyError as missing:
            message = f"the quick exit: {missing.args[0]}"
            findings.append(fault("exit-settings", message, "add them to its “texts”"))
    return findings


def _check_options(settings: ExitSettings) -> Iterator[Finding]:
    if settings.discreet_titles:
        message = "all pages share one title, which WCAG 2.2 counts as a fault (2.4.2)"
        remedy = "keep “discreet_titles” only if your readers’ risk outweighs it"
        yield Finding(rule="exit-settings", message=message, remedy=remedy, level=WARNING)


def check_page(
    html: bytes | Document, page: str, settings: ExitSettings, *, residue: str = "error"
) -> list[Finding]:
    """Return what the exit lacks on one finished page.

    ``page`` is its path in the output. ``residue`` is the level of what a theme, not the exit,
    must mend: rules on other requests, icons and forms.
    """
    document = html if isinstance(html, Document) else parse(html)
    found = controls(document)
    findings = list(_check_count(found))
    if len(found) == 1:
        findings += _check_control(document, found[0], settings)
    findings += _check_script(document, settings)
    findings += check_safety_link(document, settings)
    findings += check_residue(document, settings, level=residue)
    return [replace(finding, page=page) for finding in findings]


def check_pages(pages: Mapping[str, bytes], settings: ExitSettings) -> list[Finding]:
    """Return what is wrong with the settings and with each of the pages, by their paths."""
    findings = check_settings(settings)
    for page, html in sorted(pages.items()):
        findings += check_page(html, page, settings)
    return findings


def _check_count(found: list[Element]) -> Iterator[Finding]:
    if not found:
        message = "the page has no way out: nothing in it is marked data-quick-exit"
        yield fault("exit-link", message, PLUGIN)
    if len(found) > 1:
        message = f"the page has {len(found)} exits, so that neither is the one to look for"
        yield fault("exit-link", message, "take out all but one", found[1])


def _check_control(page: Document, control: Element, settings: ExitSettings) -> Iterator[Finding]:
    yield from _check_attributes(control, settings)
    yield from _check_tab(page, control)
    yield from _check_place(control)
    yield from _check_order(page, control)
    yield from _check_dialogs(page)


def _check_tab(page: Document, control: Element) -> Iterator[Finding]:
    if page.select("base[target]") and control.get("target") != "_self":
        message = "<base target> makes the exit open a second tab and leave this one as it is"
        yield fault("exit-link", message, 'write target="_self" on the exit', control)


def _check_attributes(control: Element, settings: ExitSettings) -> Iterator[Finding]:
    if control.tag != "a":
        message = f"the exit is a <{control.tag}>, which does nothing without a script"
        yield fault("exit-link", message, "make it a link: <a data-quick-exit href=…>", control)
        return
    for name, value in control_attributes(settings).items():
        words = set((value or "").split())
        if not words <= set((control.get(name) or "").split()):
            message = f"the exit’s {name} is not {value}"
            yield fault("exit-link", message, f'write {name}="{value}"', control)
    for name in ("onclick", "target", "role", "download", "ping"):
        if name in control and control.get(name) != "_self":
            message = f"the exit has {name}, which an ordinary link does without"
            yield fault("exit-link", message, f"take {name} out", control)
    if not control.text.strip() and not control.get("aria-label"):
        yield fault("exit-link", "the exit has no words", "write what it does in it", control)


def _check_place(control: Element) -> Iterator[Finding]:
    for above in (control, *control.ancestors):
        hidden = [name for name in ("hidden", "inert") if name in above]
        if hidden or above.get("aria-hidden") == "true" or above.tag in {"dialog", "template"}:
            message = f"the exit cannot be reached inside this <{above.tag}>"
            yield fault("exit-link", message, "let it stand first in the body", above)
    if not any(_is_landmark(above) for above in control.ancestors):
        message = (
            "the exit stands in no labelled landmark, so that a screen reader cannot jump to it"
        )
        remedy = "put it into a <section> with an aria-label"
        yield fault("exit-link", message, remedy, control)


def _is_landmark(element: Element) -> bool:
    labelled = bool(element.get("aria-label") or element.get("aria-labelledby"))
    return labelled and (
        element.tag in LANDMARKS or element.get("role") in {"region", "navigation"}
    )


def _check_order(page: Document, control: Element) -> Iterator[Finding]:
    first = list(islice(stops(page), 2))
    if any(int(e.get("tabindex") or 0) > 0 for e in page.select("[tabindex]") if _is_number(e)):
        message = "a positive tabindex decides who comes first, and may come before the exit"
        yield fault("exit-order", message, "take every positive tabindex out")
    if control not in first:
        message = "the exit is not among the first two stops of the Tab key"
        yield fault("exit-order", message, "only the skip link may come before it", control)
    elif first.index(control) == 0:
        message = "nothing comes before the exit, where readers expect the skip link"
        yield fault("exit-order", message, "put a skip link first in the body", control)
    elif not (first[0].get("href") or "").startswith("#"):
        message = "what comes before the exit is not a skip link"
        yield fault("exit-order", message, "only the skip link may come before it", first[0])


def _is_number(element: Element) -> bool:
    return (element.get("tabindex") or "").strip().lstrip("-").isdigit()


def _check_dialogs(page: Document) -> Iterator[Finding]:
    for dialog in page.by_tag.get("dialog", []):
        message = "while a modal dialog is open, nothing outside it works, the exit included"
        yield fault("exit-dialog", message, "use <details>, or a page of its own", dialog)
    for script in page.by_tag.get("script", []):
        if "showModal(" in script.text:
            message = "this script opens a modal dialog, while which the exit does not work"
            yield fault("exit-dialog", message, "use <details>, or a page of its own", script)


def _check_script(page: Document, settings: ExitSettings) -> Iterator[Finding]:
    found = scripts(page)
    if len(found) != 1:
        message = f"the page has {len(found) or 'no'} copies of the exit’s script"
        yield fault("exit-script", message, f"it needs one in the head; {PLUGIN}")
        return
    script = found[0]
    if script.closest("head") is None:
        message = "the exit’s script is not in the head and runs after the page has been seen"
        yield fault("exit-script", message, "move it there, before any style sheet", script)
    yield from _check_data(script, page, settings)
    yield from _check_style(page)
    yield from _check_policies(page)


def _check_data(script: Element, page: Document, settings: ExitSettings) -> Iterator[Finding]:
    lang = page_language(page)
    try:
        expected: Mapping[str, str | None] = script_attributes(settings, lang)
    except KeyError as missing:
        text = str(missing.args[0])
        yield fault("exit-settings", f"the quick exit: {text}", "add them to its texts", script)
        return
    for name, value in expected.items():
        if name not in script or (script.get(name) or "") != (value or ""):
            message = f"{name} on the exit’s script is not what the settings say"
            yield fault("exit-script", message, f'it must read {name}="{value or ""}"', script)
    if not {"type", "src", "defer", "async"}.isdisjoint(script):
        message = "an attribute keeps the exit’s script from running at once"
        yield fault("exit-script", message, "take out type, src, defer and async", script)


def _check_style(page: Document) -> Iterator[Finding]:
    if not any(STYLE in style.text for style in page.by_tag.get("style", [])):
        message = "the exit’s style is not in the page, so that nothing covers it on Back"
        yield fault("exit-script", message, f"put it into a <style> in the head; {PLUGIN}")


def _check_policies(page: Document) -> Iterator[Finding]:
    for meta in page.select('meta[http-equiv="content-security-policy" i]'):
        if not allows_inline(parse_policy(meta.get("content") or ""), "script-src", script_hash()):
            message = "the page’s own security policy blocks the exit’s script"
            yield fault("exit-script", message, f"add {script_hash()} to script-src", meta)
