# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sites to leave: pages written for the tests, and pages that Pelican made with several themes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from havenpress.quick_exit import ExitSettings, inject

DESTINATION = "https://www.weather.gov/"
HOST = "www.weather.gov"

TEXT = "She kept a list of places where the door was open. "


@dataclass(frozen=True)
class Site:
    """A folder of finished pages; ``pages`` are three of them, reachable from one another."""

    root: Path
    pages: tuple[str, str, str]
    settings: ExitSettings
    titles: dict[str, str] = field(default_factory=dict)

    def file(self, path: str) -> Path:
        """Return the file that a path of the site stands for."""
        found = self.root / path.lstrip("/")
        return found / "index.html" if found.is_dir() else found


def settings(**changes: object) -> ExitSettings:
    """Return the settings that the test sites share."""
    plain: dict[str, object] = {"destination": DESTINATION, "safety_page": "/safety.html"}
    return ExitSettings(**{**plain, **changes})  # type: ignore[arg-type]


def page(name: str, *, body: str = "", head: str = "", lang: str = "en", extra: str = "") -> str:
    """Return a page before the plugin has seen it."""
    links = "".join(f'<li><a href="/{n}.html">Part {n}</a></li>' for n in "123")
    return (
        f'<!doctype html><html lang="{lang}"{extra}><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>Leaving an abuser {name}</title><link rel="icon" href="data:image/gif;base64,R0lGODdhAQABAAAAACwAAAAAAQABAAAC">{head}</head>'
        f'<body><main id="main"><h1>Leaving an abuser {name}</h1>{body or TEXT * 60}'
        f'<ul>{links}</ul><p><a id="out" href="OUT">Another helpline</a></p></main></body></html>'
    )


def write_site(
    folder: Path,
    given: ExitSettings | None = None,
    *,
    make: Callable[..., str] = page,
    **options: str,
) -> Site:
    """Write three pages and a safety page with the exit in them."""
    given = given or settings()
    for name in ("1", "2", "3", "safety"):
        html = inject(make(name, **options).encode(), given)
        (folder / f"{name}.html").write_bytes(html)
    titles = {f"/{n}.html": f"Leaving an abuser {n}" for n in "123"}
    return Site(folder, ("/1.html", "/2.html", "/3.html"), given, titles)
