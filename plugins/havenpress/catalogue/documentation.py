# SPDX-License-Identifier: AGPL-3.0-or-later
"""The schemas for editors and the tables of docs/catalogue.md, made from the model.

``python -m havenpress.catalogue.documentation docs`` writes both anew.
"""

from __future__ import annotations

import sys
from pathlib import Path

from ..source.documentation import field_tables, schema_text, write_files
from ..source.kinds import ListOf, Record
from ..source.model import Field, Model
from .model.organization import ORGANIZATION
from .model.service import LISTED_SERVICE, SERVICE
from .model.settings import SETTINGS
from .model.taxonomy import TAXONOMY

SERVICES = Model(
    "services.yaml",
    Field("services", ListOf(Record(LISTED_SERVICE), unique=False), "All services", required=True),
)
MODELS = {
    "catalogue": ("A catalogue’s settings", SETTINGS),
    "taxonomy": ("The categories and needs of a catalogue", TAXONOMY),
    "organization": ("An organisation of a catalogue", ORGANIZATION),
    "service": ("A service of a catalogue", SERVICE),
    "services": ("All services of a catalogue in one file", SERVICES),
}
MARK = "<!-- Everything below is made from the code. -->\n"


def schemas() -> dict[str, str]:
    """Return the text of each schema by its path below docs."""
    return {
        f"schemas/catalogue/{name}.json": schema_text(model, title)
        for name, (title, model) in MODELS.items()
    }


def tables() -> str:
    """Return the tables of all fields."""
    headings = {
        "services/ID.yaml": SERVICE,
        "organizations/ID.yaml": ORGANIZATION,
        "catalogue.yaml": SETTINGS,
        "taxonomy.yaml": TAXONOMY,
    }
    return "\n".join(field_tables(model, title) for title, model in headings.items())


def with_tables(text: str) -> str:
    """Return the text of docs/catalogue.md with its tables made anew."""
    return text.split(MARK)[0] + MARK + "\n" + tables()


def main(docs: Path) -> None:
    """Write the schemas and the tables."""
    guide = (docs / "catalogue.md").read_text(encoding="utf-8")
    write_files(docs, {**schemas(), "catalogue.md": with_tables(guide)})


if __name__ == "__main__":
    main(Path(sys.argv[1]))
