# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the quick exit puts into a page: its control, its script and its style."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from .assets import FOREIGN_STYLE, SCRIPT
from .settings import ExitSettings

SCRIPT_TEXTS = ("title", "show", "two", "one", "cancelled")


def control_html(settings: ExitSettings, lang: str = "", *, safety_url: str = "") -> str:
    """Return the one control of a page, in its landmark.

    ``safety_url`` is the link to the safety page as this page must write it.
    """
    texts = settings.texts_for(lang)
    keys = texts["keys_escape" if settings.escape else "keys"]
    label, more = escape(texts["label"]), escape(texts["more"])
    return (
        f'<section id="quick-exit" aria-label="{label}">'
        f"<a{_attributes(control_attributes(settings))}>{label}</a>"
        f"<p><span data-keys>{escape(keys)} </span>{escape(texts['limits'])} "
        f'<a href="{escape(safety_url or settings.safety_url(lang))}">{more}</a></p>'
        '<span role="status"></span></section>'
    )


def control_attributes(settings: ExitSettings) -> dict[str, str | None]:
    """Return the attributes that make a link the control."""
    return {
        "data-quick-exit": None,
        "href": settings.destination,
        "rel": "noreferrer nofollow",
        "referrerpolicy": "no-referrer",
    }


def script_attributes(settings: ExitSettings, lang: str = "") -> dict[str, str | None]:
    """Return what differs from page to page, as the script reads it from its own tag."""
    texts = settings.texts_for(lang)
    attributes: dict[str, str | None] = {"data-quick-exit-script": None}
    attributes["data-to"] = settings.destination
    attributes |= {f"data-{name}": texts[name] for name in SCRIPT_TEXTS}
    if settings.escape:
        attributes["data-escape"] = None
    if settings.discreet_navigation:
        attributes["data-discreet"] = None
    return attributes


def script_tag(settings: ExitSettings, lang: str = "") -> str:
    """Return the script with its data; it belongs into the head, before any style sheet."""
    return f"<script{_attributes(script_attributes(settings, lang))}>{SCRIPT}</script>"


def style_tag() -> str:
    """Return the style alone in its tag, for pages whose theme does not include it."""
    return f"<style>{FOREIGN_STYLE}</style>"


def skip_link(settings: ExitSettings, target: str, lang: str = "") -> str:
    """Return a skip link to an id, for themes that have none."""
    text = escape(settings.texts_for(lang)["skip"])
    return f'<a id="quick-exit-skip" href="#{escape(target)}">{text}</a>'


def _attributes(attributes: Mapping[str, str | None]) -> str:
    return "".join(
        f" {name}" if value is None else f' {name}="{escape(value)}"'
        for name, value in attributes.items()
    )
