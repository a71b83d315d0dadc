# SPDX-License-Identifier: AGPL-3.0-or-later
"""A new text, as a draft that is valid from its first line."""

from __future__ import annotations

from pathlib import Path

from ..findings import Finding, SettingsError
from ..site import Project
from ..source.kinds.words import slugify

POST = """---
title: {title}
slug: {slug}
lang: {lang}
status: draft   # take this line out when the text is ready
summary:        # the answer in a sentence or two, at most 50 words
date: {today}
audience: survivor   # survivor, ally or professional
category: {category}
tags: []
services: []    # ids from content/catalogue/services, at least one for survivors
authors:        # - {{name: Advice team, role: advocate}}
reviewers:      # somebody else: - {{name: Survivor panel, role: lived-experience}}
reviewed:       # the day of that review
review_by:      # at most twelve months later
---

Write the most important thing first. Short sentences help everybody.

## A heading says what comes

Headings start with two #.
"""


def new_post(title: str, project: Project, language: str = "") -> Path:
    """Write a draft and return its file; raises SettingsError where it cannot be written."""
    slug = slugify(title)
    if not slug:
        raise _fault("the title", f"“{title}” has no letters for an address", "write it in words")
    path = project.content / "posts" / f"{slug}.md"
    if path.exists():
        raise _fault(project.name(path), "this file is there already", "choose another title")
    text = POST.format(
        title=_quoted(title),
        slug=slug,
        lang=language or project.site.language,
        today=project.today,
        category=next(iter(project.site.categories)),
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _quoted(title: str) -> str:
    plain = not any(sign in title for sign in ":#\"'") and title[:1] not in "-?@`%&*!|>[]{}"
    if plain:
        return title
    escaped = title.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _fault(file: str, message: str, remedy: str) -> SettingsError:
    return SettingsError(Finding(rule="command", message=message, remedy=remedy, file=file))
