# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every page that the site declares is there.

What: the home page, the list of services and the site map in each language, the page for a wrong
address, the safety page, and every page named under ``pages``, ``required_pages`` or
``feedback_page`` in content/site.yaml.
Why: a build that lost a page looks like any other build. Links to it on leaflets are dead, and a
reader who asks who you are, what you log or whom to call in danger finds nothing.
Fix: write the page as the message says, or name the page that serves the same end.
Source: content of a site, docs/site-yaml.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding
from ..output import Output

RULE = "output-pages"


def check_output(output: Output) -> Iterator[Finding]:
    """Yield a finding for each declared page that was not written."""
    for page in output.declared:
        path = output.files.get(page.path)
        if path is None or not path.stat().st_size:
            yield Finding(
                rule=RULE,
                message=f"the site has no page “/{page.path.removesuffix('index.html')}”",
                remedy=page.remedy,
                file=page.file,
                line=page.line,
                column=page.column,
                page=page.path,
            )
