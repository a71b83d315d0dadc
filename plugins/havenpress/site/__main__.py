# SPDX-License-Identifier: AGPL-3.0-or-later
"""``python -m havenpress.site DOCS`` writes the documentation and the schema of site.yaml."""

from __future__ import annotations

import sys
from pathlib import Path

from ..source.documentation import field_tables, schema_text, write_files
from .model import SITE

PREFACE = """# content/site.yaml

Everything that makes a site yours is in this one file. Each fault in it stops the build with the
file, the line and what to write; nothing has a silent default that matters to a reader's safety.

Where a text is asked for, write it plain if the site has one language, or by language:
`name: {en: Harbour Line, es: Línea del Puerto}`. What is not translated yet is shown in the first
language, and marked so that a screen reader says it right. An editor that knows JSON Schema completes
the fields if the first line of the file is
`# yaml-language-server: $schema=../docs/schemas/site.json`.

Start from a copy of the example’s `content/site.yaml`. A site needs besides it the pages that `pages`
and `quick_exit.safety_page` name (one page may serve several of these ends), and a catalogue with at
least your own helpline ([the smallest one](catalogue.md#the-smallest-catalogue)). The safety page has
five headings, in this order and with these names behind them, in whatever language the words are:

```markdown
## What leaving cannot do {#cannot}
## What it does {#does}
## If JavaScript is off {#no-script}
## Removing one page from your history {#history}
## Another device {#device}
```

The words of the theme are there in English, Spanish, French and Arabic; those of the quick exit in
German too. In another language each missing set is a warning or an error that says what to write.

This page is made from the code by `python -m havenpress.site docs`; a test compares the two.

"""


def documentation() -> dict[str, str]:
    """Return the files below ``docs/`` with their texts."""
    return {
        "site-yaml.md": PREFACE + field_tables(SITE, "site.yaml").replace("site.yaml.", ""),
        "schemas/site.json": schema_text(SITE, "content/site.yaml"),
    }


if __name__ == "__main__":
    write_files(Path(sys.argv[1]), documentation())
