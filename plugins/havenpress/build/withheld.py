# SPDX-License-Identifier: AGPL-3.0-or-later
"""What must not be in the output, read from the source files anew and by the simplest means.

The reader of posts decides what is published. If it were wrong, asking it here would prove
nothing; so this looks at the plain text of the front matter alone.
"""

from __future__ import annotations

import datetime
import re
from pathlib import Path

from ..gate import Withheld
from ..site import Project

FRONT_MATTER = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n(?P<head>.*?)^---[ \t]*\r?$(?P<body>.*)", re.DOTALL | re.MULTILINE
)
HELD = re.compile(
    r"^(?:status:\s*[\"']?(?:draft|withdrawn|hidden)|draft:\s*[\"']?(?:true|yes)"
    r"|published:\s*[\"']?(?:false|no))\b",
    re.MULTILINE | re.IGNORECASE,
)
DATE = re.compile(r"^date:\s*[\"']?(\d{4}-\d{2}-\d{2})", re.MULTILINE)
TITLE = re.compile(r"^title:\s*[\"']?(.*?)[\"']?\s*$", re.MULTILINE)
SENTENCE = re.compile(r"[^.!?\n*_`\[\]()#>|<]{40,}")
MOST_SENTENCES = 3
SHORTEST_TITLE = 12  # characters; a shorter one may be any page's words


def find_withheld(project: Project) -> tuple[Withheld, ...]:
    """Return each draft and each future post with words that give it away."""
    paths = sorted(path for path in project.content.rglob("*.md") if path.is_file())
    read = [(path, _text(path)) for path in paths]
    open_texts = [text for _, text in read if not _is_held(text, project.today)]
    published = " ".join(" ".join(open_texts).split())
    return tuple(
        Withheld(project.name(path), words)
        for path, text in read
        if _is_held(text, project.today) and (words := _telling_words(text, published))
    )


def _text(path: Path) -> str:
    """Return a file as far as it is UTF-8; one that cannot be read gives nothing away."""
    try:
        text = path.read_bytes().decode("utf-8", errors="replace")
    except OSError:
        return ""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_held(text: str, today: datetime.date) -> bool:
    match = FRONT_MATTER.match(text)
    head = match["head"] if match else text
    date = DATE.search(head)
    future = date is not None and date[1] > today.isoformat()
    return future or HELD.search(head) is not None


def _telling_words(text: str, published: str) -> tuple[str, ...]:
    match = FRONT_MATTER.match(text)
    title = TITLE.search(match["head"] if match else text)
    sentences = sorted(SENTENCE.findall(match["body"] if match else ""), key=len, reverse=True)
    words = [sentence.strip() for sentence in sentences[:MOST_SENTENCES]]
    if title and len(title[1]) >= SHORTEST_TITLE:
        words.append(title[1])
    return tuple(word for word in words if " ".join(word.split()) not in published)
