# SPDX-License-Identifier: AGPL-3.0-or-later
"""Nothing runs or styles a page but what its own policy allows by hash.

What: a Content-Security-Policy in the head before anything it governs; one inline style and
one inline script, each with its hash in the policy; no ``style`` or ``on…`` attribute, no
``<base>``, no refresh, no frame-ancestors (a meta policy cannot hold it); every other script has an integrity hash.
Why: one page is one request, so that the page is readable and its exit works with the first
bytes; whatever the hashes do not name cannot run, wherever it came from.
Fix: move styles into a component’s style.css and scripts into its script.js.
Source: Content Security Policy Level 3, section 3.3; docs/publishing.md.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator

from ...findings import Finding
from ...tree import Element
from ..output import Page

RULE = "output-inline"
DATA_BLOCKS = {"application/ld+json", "application/json"}


def check_page(page: Page) -> Iterator[Finding]:
    """Yield a finding for each thing that the policy does not allow, or for no policy."""
    policy = _policy(page)
    if policy is None:
        yield page.fault(RULE, "this page has no Content-Security-Policy", "use the base template")
        return
    if "frame-ancestors" in policy or "'unsafe-inline'" in policy:
        message = "the policy has a directive that does not work or allows everything"
        yield page.fault(RULE, message, "leave frame-ancestors and unsafe-inline out")
    yield from _check_blocks(page, policy)
    yield from _check_attributes(page)


def _policy(page: Page) -> str | None:
    for meta in page.elements("meta"):
        if (meta.get("http-equiv") or "").lower() != "content-security-policy":
            continue
        governed = page.elements("style", "script", "link")
        if meta.closest("head") and all(element.index > meta.index for element in governed):
            return meta.get("content") or ""
    return None


def _check_blocks(page: Page, policy: str) -> Iterator[Finding]:
    scripts = [script for script in page.elements("script") if _runs(script)]
    inline = [script for script in scripts if script.get("src") is None]
    styles = page.elements("style")
    if len(inline) != 1 or len(styles) != 1:
        message = f"this page has {len(styles)} style and {len(inline)} script blocks inline"
        yield page.fault(RULE, message, "it has one of each, the same on every page")
    for block in [*inline, *styles]:
        if _hash(block.text) not in policy:
            message = f"the policy has no hash for this {block.tag} block, which will not work"
            yield page.fault(RULE, message, "print the hash of what stands on the page", block)
    for script in scripts:
        if script.get("src") is not None and not script.get("integrity"):
            message = "this script has no integrity hash"
            yield page.fault(RULE, message, "print it with the script’s component", script)


def _runs(script: Element) -> bool:
    return (script.get("type") or "").lower() not in DATA_BLOCKS


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _check_attributes(page: Page) -> Iterator[Finding]:
    for element in page.document.elements:
        for name in element:
            if name == "style" or name.startswith("on"):
                message = f"there is a {name} attribute on {element.tag}"
                yield page.fault(RULE, message, "take it out", element)
    for element in page.elements("base", "iframe", "object", "embed", "frame", "applet"):
        message = f"there is a {element.tag} element on this page"
        yield page.fault(RULE, message, "take it out, or link to what it shows", element)
    for meta in page.elements("meta"):
        if (meta.get("http-equiv") or "").lower() == "refresh":
            yield page.fault(RULE, "this page moves on by itself", "take the refresh out", meta)
