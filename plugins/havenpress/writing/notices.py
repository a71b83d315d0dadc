# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages at addresses where a text was.

Addresses stand on leaflets and in other people's lists for years. Whoever follows one is told what
became of the text, with the way to help; the words of a withdrawn text are not on the page.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican.generators import Generator

from ..lending import lend_templates
from .former import notices
from .opening import library_of

TEMPLATES = Path(__file__).parent / "templates"


class NoticePages(Generator):
    """A Pelican generator of the pages for former and withdrawn addresses."""

    def generate_context(self) -> None:
        """Let a foreign theme use our templates; in our own theme a missing one is an error."""
        if self.settings.get("HAVENPRESS") is None:
            lend_templates(self.env, TEMPLATES)

    def generate_output(self, writer: Any) -> None:
        """Write the pages."""
        for notice in notices(library_of(self.settings)):
            writer.write_file(
                notice.file,
                self.env.get_template(f"{notice.template}.html"),
                self.context,
                relative_urls=self.settings["RELATIVE_URLS"],
                view=notice,
            )
