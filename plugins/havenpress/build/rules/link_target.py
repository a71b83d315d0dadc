# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every link inside the site leads somewhere.

What: the page or file that a link names is in the output, and the part behind ``#`` is the id
of something on that page.
Why: a reader who has one minute lands on “page not found”. Renaming a heading breaks every link
to it without a word.
Fix: write the address that the message proposes, or link to the source file, as in
``[a plan](safety-plan.md)``, which follows the post when its address changes.
Source: WCAG 2.2, 2.4.4 Link Purpose (In Context); HTML standard, section 7.4.2.3.3.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from ...findings import Finding, closest, did_you_mean
from ...site import Project
from ..facts import Facts, Link

RULE = "link-target"
NOTE_SIGN = "fnref-"  # where the way back of a footnote leads


def check(facts: Sequence[Facts], project: Project) -> Iterator[Finding]:
    """Yield a finding for each link to a page or part that does not exist."""
    pages = {page.name: page for page in facts}
    files = project.parts.get("output_files", frozenset())
    for page in facts:
        for link in page.links:
            target = _target(link.href, page.name, project)
            if target is None:
                continue
            name, part = target
            if name in pages:
                if part and part not in pages[name].ids and part != "top":
                    yield _missing_part(link, part, pages[name], page, project)
            elif name not in files:
                yield _missing_page(link, name, pages, page, project)


def _target(href: str, page: str, project: Project) -> tuple[str, str] | None:
    """Return the output file and the fragment that a link names, None for another host."""
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return None
    own = parts.scheme == "https" and parts.hostname == project.site.host
    if (parts.scheme or parts.netloc) and not own:
        return None
    path = unquote(parts.path)
    if own and not f"{path}/".startswith(project.site.base_path):
        return None  # another site on the same host
    if path.startswith("/") or own:
        path = path.removeprefix(project.site.base_path) if path.startswith("/") else path
        name = posixpath.normpath(path.lstrip("/") or ".")
    elif path:
        name = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    else:
        return page, unquote(parts.fragment)
    folder = path.endswith("/") or not path or name == "." or path in {"..", "."}
    if folder or path.endswith(("/..", "/.")):
        name = posixpath.normpath(posixpath.join(name, "index.html"))
    return name, unquote(parts.fragment)


def _missing_page(
    link: Link, target: str, pages: dict[str, Facts], page: Facts, project: Project
) -> Finding:
    addresses = {"/" + name.removesuffix("index.html"): name for name in pages}
    wanted = "/" + link.href.split("#")[0].strip("./") + "/"
    close = closest(wanted, addresses, cutoff=0.6)
    remedy = did_you_mean(close, "write the address of a page of this site")
    # A menu leads to one page in another way from each; that is one fault, and is said once.
    typed = link.file and link.href in project.sources.line(link.file, link.line)
    end = target.removesuffix("index.html")
    message = f"“{link.href if typed else '/' + end}” leads to no page of this site"
    write = ""
    if close and typed and link.file.endswith(".md"):
        write = project.sources.line(link.file, link.line).replace(link.href, close, 1).strip()
    fault = _fault(link, page, message, remedy, write)
    return replace(fault, selector=f"a[href$='{end}']") if end and not link.file else fault


def _missing_part(link: Link, part: str, target: Facts, page: Facts, project: Project) -> Finding:
    if part.startswith(NOTE_SIGN):
        sign = f"[^{part.removeprefix(NOTE_SIGN)}]"
        message = "no sign in the text leads to this footnote"
        return _fault(link, page, message, f"write {sign} where it belongs, or take the note out")
    close = closest(part, sorted(target.ids), cutoff=0.6)
    message = f"there is no part “#{part}” on that page"
    if not close:
        return _fault(link, page, message, "write the heading’s words with hyphens")
    typed = project.sources.line(link.file, link.line)
    write = typed.replace(f"#{part}", f"#{close}", 1).strip() if f"#{part}" in typed else ""
    return _fault(link, page, message, did_you_mean(f"#{close}", ""), write)


def _fault(link: Link, page: Facts, message: str, remedy: str, write: str = "") -> Finding:
    return Finding(
        rule=RULE,
        message=message,
        remedy=remedy,
        write=write,
        file=link.file,
        line=link.line,
        column=link.column,
        page=page.name,
        selector="" if link.file else f"a[href='{link.href}']",
        wcag=(("2.4.4", "A"),),
    )
