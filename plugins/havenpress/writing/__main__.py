# SPDX-License-Identifier: AGPL-3.0-or-later
"""``python -m havenpress.writing docs`` writes the documentation of front matter."""

from __future__ import annotations

import sys
from pathlib import Path

from ..source.documentation import field_tables, schema_text, write_files
from .model import NOT_FOR_DRAFTS, PAGE, POST, ROLES
from .topics import TOPICS

PREFACE = """# Front matter

The lines between the two `---` at the top of a post or page. Every fault in them is named with
its line and with what to write. `python3 tasks.py new post "A title"` makes a file that has them
all. An editor that knows JSON Schema completes them:
[`schemas/post.json`](schemas/post.json), [`schemas/page.json`](schemas/page.json).

Everything is read as text: `date: 2026-03-14`, a number that starts with 0 and the language `no`
mean what they say. Put a value in quotes if it has a colon and a space, or ` #`, in it.

This page is made from the code by `python -m havenpress.writing docs`; a test compares the two.

"""


def documentation() -> dict[str, str]:
    """Return the files below ``docs/`` with their texts."""
    return {
        "front-matter.md": PREFACE + _tables(),
        "schemas/post.json": schema_text(POST, "A post: content/posts/*.md"),
        "schemas/page.json": schema_text(PAGE, "A page: content/pages/*.md"),
    }


def _tables() -> str:
    posts = field_tables(POST, "A post").replace("## A post.", "### ")
    pages = field_tables(PAGE, "A page").split("## A page.")[0]
    same = "`reviewers` and `changes` have the fields that they have in a post.\n"
    return f"{posts}\n{_drafts()}\n{_words()}\n{pages.rstrip()}\n\n{same}"


def _drafts() -> str:
    names = ", ".join(f"`{name}`" for name in sorted(NOT_FOR_DRAFTS))
    return (
        "## A draft\n\n"
        "A text with `status: draft` is in the preview only: `tasks.py preview --drafts`. "
        "`draft: yes` and `published: no` mean the same. "
        f"It can do without {names}; what it has must be right. "
        "A post with a date to come is held until that day, and each build says so.\n"
    )


def _words() -> str:
    roles = ", ".join(f"`{role}`" for role in ROLES)
    topics = "".join(f"| `{topic}` | {texts['en']} |\n" for topic, texts in TOPICS.items())
    return (
        f"## Roles and topics\n\nRoles of authors and reviewers: {roles}.\n\n"
        f"| `content_notes` | what readers see |\n| --- | --- |\n{topics}"
    )


if __name__ == "__main__":
    write_files(Path(sys.argv[1]), documentation())
