# SPDX-License-Identifier: AGPL-3.0-or-later
"""The banner over a page: every fault with its place, its line and the line to write."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from ..findings import ERROR, REVIEW, WARNING, Finding, Sources
from ..findings.grouping import Group, group_findings
from .desk import View

PREFIX = "/_preview/"
NAMES = {ERROR: ("error", "errors"), WARNING: ("warning", "warnings")}
NAMES |= {REVIEW: ("point to look at", "points to look at")}


def render_banner(view: View, sources: Sources) -> str:
    """Return the banner as HTML; nothing where there is nothing to say.

    It lives in a shadow tree, so that neither the site's style sheet nor the banner's own
    changes the other.
    """
    parts = [_notes(view.notes), _faults(view, sources)]
    body = "".join(part for part in parts if part)
    if not body:
        return ""
    style = f'<link rel="stylesheet" href="{PREFIX}banner.css">'
    return (
        '<havenpress-preview lang="en" dir="ltr"><template shadowrootmode="open">'
        f'{style}<section aria-label="Preview">{body}</section></template></havenpress-preview>'
    )


def _notes(notes: Sequence[str]) -> str:
    return "".join(f'<p class="note">{escape(note)}</p>' for note in notes)


def _faults(view: View, sources: Sources) -> str:
    if not view.findings:
        return ""
    groups = sorted(group_findings(view.findings), key=lambda group: _rank(group.finding))
    items = "".join(_item(group, sources) for group in groups)
    kind, state = ("broken", " open") if view.is_broken else ("built", "")
    kind += " docked" if view.is_broken and view.site else ""
    return (
        f'<details class="{kind}"{state}><summary><h2>'
        f"{escape(summary(view))}</h2></summary><ol>{items}</ol></details>"
    )


def summary(view: View) -> str:
    """Return in one sentence how the build went, and what the reader of the page sees."""
    counts = ", ".join(filter(None, (_count(view.findings, level) for level in NAMES)))
    if not view.is_broken:
        return f"The site was built, with {counts}."
    if view.site is None:
        return f"The site could not be built yet: {counts}."
    return f"The last save did not go through: {counts}. You see the last good page."


def _count(findings: Sequence[Finding], level: str) -> str:
    groups = group_findings(finding for finding in findings if finding.level == level)
    one, many = NAMES[level]
    return f"{len(groups)} {one if len(groups) == 1 else many}" if groups else ""


def _rank(finding: Finding) -> tuple[object, ...]:
    return (list(NAMES).index(finding.level), finding.sort_key)


def _item(group: Group, sources: Sources) -> str:
    finding = group.finding
    seen = f" (on {group.pages} pages)" if group.pages > 1 else ""
    return (
        f'<li class="{finding.level}"><p><code class="place">{escape(finding.place)}</code> '
        f"<b>{NAMES[finding.level][0]}</b> {escape(finding.sentence + seen)}</p>"
        f"{_quote(finding, sources)}{_write(finding)}"
        f'<p class="rule">More: <code>tasks.py explain {escape(finding.rule)}</code></p></li>'
    )


def _quote(finding: Finding, sources: Sources) -> str:
    line = sources.line(finding.file, finding.line)
    if not line.strip():
        return ""
    at = finding.column - 1 if finding.column else len(line)
    marked = f"<mark>{escape(line[at : at + 1])}</mark>" if line[at : at + 1] else ""
    return f"<pre>{finding.line} | {escape(line[:at])}{marked}{escape(line[at + 1 :])}</pre>"


def _write(finding: Finding) -> str:
    return f"<pre>write: {escape(finding.write)}</pre>" if finding.write else ""
