# SPDX-License-Identifier: AGPL-3.0-or-later
"""Content security policies that a page carries in ``<meta>``: what they allow, and how to mend them.

Source: Content Security Policy Level 3, sections 6.1 and 6.7.3.
"""

from __future__ import annotations

import re

Directives = dict[str, list[str]]

_HASH_OR_NONCE = re.compile(r"'(sha(256|384|512)-|nonce-)", re.IGNORECASE)


def parse_policy(text: str) -> Directives:
    """Return the directives of one policy; of two with one name the first counts."""
    directives: Directives = {}
    for part in text.split(";"):
        words = part.split()
        if words:
            directives.setdefault(words[0].lower(), words[1:])
    return directives


def allows_inline(policy: Directives, kind: str, source: str) -> bool:
    """Whether ``script-src`` or ``style-src`` (``kind``) lets an inline block of this hash in."""
    sources = _sources(policy, kind)
    if sources is None or source in sources:
        return True
    lowered = [word.lower() for word in sources]
    strict = any(_HASH_OR_NONCE.match(word) for word in sources) or "'strict-dynamic'" in lowered
    return "'unsafe-inline'" in lowered and not strict


def allow_inline(policy: Directives, kind: str, source: str) -> Directives:
    """Return the policy with a hash added where it is needed, all else as it was."""
    if allows_inline(policy, kind, source):
        return policy
    sources = [word for word in _sources(policy, kind) or [] if word.lower() != "'none'"]
    return {**policy, _name(policy, kind): [*sources, source]}


def write_policy(policy: Directives) -> str:
    """Return a policy as text."""
    return "; ".join(" ".join([name, *words]) for name, words in policy.items())


def _sources(policy: Directives, kind: str) -> list[str] | None:
    for name in (f"{kind}-elem", kind, "default-src"):
        if name in policy:
            return policy[name]
    return None


def _name(policy: Directives, kind: str) -> str:
    return f"{kind}-elem" if f"{kind}-elem" in policy else kind
