# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages that a site cannot be published without."""

from __future__ import annotations

from ..site import Site


def declared_pages(site: Site) -> tuple[str, ...]:
    """Return the paths that the settings promise, in the first language and the home pages."""
    homes = [f"{language}/index.html" for language in site.languages[1:]]
    slugs = [site.quick_exit.safety_page, *site.required_pages]
    if site.feedback_page:
        slugs.append(site.feedback_page)
    pages = [f"{slug}/index.html" for slug in dict.fromkeys(slugs)]
    return ("index.html", "404.html", *homes, *pages)
