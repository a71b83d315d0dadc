# SPDX-License-Identifier: AGPL-3.0-or-later
"""The catalogue in a Pelican site: read once, rendered in every language.

On a site of ours the settings carry the project. On another site ``HAVENPRESS_CATALOGUE`` names
the folder, and a broken catalogue stops Pelican before anything of it is written.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pelican.generators import Generator
from pelican.writers import Writer

from ..findings import ERROR, ContentError, render
from ..lending import lend_templates
from .exports.hsds.files import write_hsds
from .exports.table import write_table
from .presentation import Edition
from .presentation.pages import pages_of
from .script import ScriptFile, filter_script, index_script
from .site import SETTING, ForeignSite, editions_of, foreign_site
from .walls.output import read_private_terms, scan_output

TEMPLATES = Path(__file__).parent / "templates"


def scan_foreign(settings: Mapping[str, Any]) -> None:
    """Search the output of a site that is not ours for the private list; raises ContentError.

    Our own build searches its staging folder, before anything is published.
    """
    if settings.get("HAVENPRESS") is not None or not settings.get(SETTING):
        return
    root = Path(settings.get("PATH") or ".").resolve().parent
    findings = scan_output(Path(settings["OUTPUT_PATH"]), read_private_terms(root))
    print(render(findings), end="", file=sys.stderr)
    if findings:
        raise ContentError(findings)


class CatalogueGenerator(Generator):
    """Writes the pages of the catalogue."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.editions: tuple[Edition, ...] = ()
        self.scripts: list[ScriptFile] = []

    def generate_context(self) -> None:
        """Read the catalogue; raises ContentError on a site that is not ours and is broken."""
        project = self.settings.get("HAVENPRESS")
        if project is not None:
            self.editions = editions_of(project)
            self._add_scripts(filter_script(self.env.globals.get("components", ())))
        elif self.settings.get(SETTING):
            lend_templates(self.env, TEMPLATES)
            self.editions = self._read_foreign(foreign_site(self.settings))
        self.context["catalogue"] = {each.language: each for each in self.editions}

    def _add_scripts(self, script: ScriptFile | None) -> None:
        """Tell the templates where the filter's scripts are, and keep them to be written."""
        indexes = {each.language: index_script(each) for each in self.editions if script}
        self.context["filter_script"], self.context["service_indexes"] = script, indexes
        if self.editions:
            self.scripts = [each for each in (script, *indexes.values()) if each]

    def _read_foreign(self, site: ForeignSite) -> tuple[Edition, ...]:
        editions, findings = site.read()
        print(render(findings), end="", file=sys.stderr)
        if any(finding.level == ERROR for finding in findings):
            raise ContentError(findings)
        return editions

    def generate_output(self, writer: Writer) -> None:
        """Write every page of every language, and the scripts of the filter."""
        for script in self.scripts:
            script.write(Path(self.output_path))
        for edition in self.editions:
            self._write_open_data(edition)
            for template, view in pages_of(edition):
                writer.write_file(
                    f"{view.url}index.html",
                    self._template(template),
                    self.context,
                    relative_urls=self.settings["RELATIVE_URLS"],
                    view=view,
                )

    def _write_open_data(self, edition: Edition) -> None:
        if not edition.catalogue.settings.open_data or self._is_faulty():
            return
        folder = Path(self.output_path) / edition.path("hsds")
        write_hsds(edition, folder)
        write_table(edition, folder / "services.csv")

    def _is_faulty(self) -> bool:
        """Whether a fault is known already: a record of an entry that lacks something is no use."""
        project = self.settings.get("HAVENPRESS")
        return project is not None and project.report.has_errors

    def _template(self, name: str) -> Any:
        return self.env.get_template(f"{name}.html")
