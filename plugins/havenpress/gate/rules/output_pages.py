# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every page that the site declares is there.

What: the home page in each language, the page for a wrong address, the safety page, and every
page named under ``required_pages`` in content/site.yaml.
Why: a build that lost a page looks like any other build. Links to it on leaflets are dead.
Fix: write the page, or take it out of ``required_pages``.
Source: content of a site, docs/site-yaml.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding
from ..output import Output

RULE = "output-pages"


def check_output(output: Output) -> Iterator[Finding]:
    """Yield a finding for each declared page that was not written."""
    for name in output.declared:
        path = output.files.get(name)
        if path is None or not path.stat().st_size:
            message = "this page is declared in the settings and was not written"
            remedy = "write it in content/pages, or take it out of content/site.yaml"
            yield Finding(rule=RULE, message=message, remedy=remedy, page=name)
