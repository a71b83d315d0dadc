# SPDX-License-Identifier: AGPL-3.0-or-later
"""One page with every example of every component, for whoever changes the theme."""

from __future__ import annotations

from ..site import Project
from .environment import new_environment


def gallery(project: Project) -> str:
    """Return the page as HTML."""
    template = new_environment(project).get_template("gallery.html")
    return template.render(lang=project.site.language, output_file="index.html")
