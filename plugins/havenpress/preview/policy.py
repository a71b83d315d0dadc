# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page's own content policy, opened just far enough for the preview.

A second policy can only tighten the first (CSP Level 3, section 8.1), so the one in the page is
rewritten, in the response only.
"""

from __future__ import annotations

import html
import re

META = re.compile(
    rb"""<meta\b[^>]*?\bhttp-equiv\s*=\s*["']?content-security-policy\b["']?[^>]*>""",
    re.IGNORECASE,
)
CONTENT = re.compile(rb"""(\bcontent\s*=\s*)("[^"]*"|'[^']*')""", re.IGNORECASE)
OPENED = ("script-src", "style-src", "connect-src")
NOT_OVER_HTTP = "upgrade-insecure-requests"


def open_policies(page: bytes) -> bytes:
    """Return a page whose policies allow scripts, styles and connections of its own server."""
    return META.sub(lambda meta: CONTENT.sub(_opened, meta.group(0)), page)


def _opened(attribute: re.Match[bytes]) -> bytes:
    policy = html.unescape(attribute.group(2)[1:-1].decode("utf-8", "replace"))
    return attribute.group(1) + b'"' + html.escape(open_policy(policy)).encode() + b'"'


def open_policy(policy: str) -> str:
    """Return a policy that also allows what comes from the page's own server.

    It drops the demand for https, which this server does not speak. A directive that is absent
    is written out from ``default-src`` first, as a browser would read it.
    """
    directives: dict[str, list[str]] = {}
    for text in policy.split(";"):
        name, *sources = text.split() or [""]
        if name and name.lower() != NOT_OVER_HTTP:
            directives.setdefault(name.lower(), sources)
    for name in OPENED:
        fallback = directives.get("default-src")
        sources = directives.get(name, fallback)
        if sources is not None:
            directives[name] = _with_self(sources)
    return "; ".join(" ".join([name, *sources]) for name, sources in directives.items())


def _with_self(sources: list[str]) -> list[str]:
    kept = [source for source in sources if source.lower() != "'none'"]
    return kept if "'self'" in kept or "*" in kept else [*kept, "'self'"]
