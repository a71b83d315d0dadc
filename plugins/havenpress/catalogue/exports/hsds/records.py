# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the records of an export have in common: ids, texts in one language, answers."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid5

from ...presentation import Edition

Record = dict[str, Any]
# A catalogue that names no namespace gets ids that are stable, but not the world's only ones.
FALLBACK = UUID("00000000-0000-0000-0000-000000000000")


class Records:
    """Makes the parts of every record in one language of a catalogue."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.namespace = UUID(edition.catalogue.settings.id_namespace or str(FALLBACK))

    def id_of(self, *parts: object) -> str:
        """Return the id of a thing by its kind and slugs."""
        return str(uuid5(self.namespace, "/".join(map(str, parts))))

    def text(self, texts: Any) -> str:
        """Return a text in the language of the export."""
        return " ".join(str(self.edition.phrase(texts) or "").split())

    def answer(self, key: tuple[object, ...], name: str, value: str, kind: str) -> Record:
        """Return an answer of ours as an attribute of what the key names."""
        term = {
            "id": self.id_of("taxonomy_term", kind, name, value),
            "name": f"{name}: {value}",
            "description": name.replace("_", " "),
            "taxonomy": f"{kind} of this catalogue",
            "taxonomy_id": self.id_of("taxonomy", f"{kind} of this catalogue"),
        }
        return {
            "id": self.id_of("attribute", *key, kind, name),
            "link_id": self.id_of(*key),
            "link_type": kind,
            "link_entity": str(key[0]),
            "value": str(value),
            "taxonomy_term": term,
        }


def without_empty(record: Record) -> Record:
    """Return a record without what is not known; nulls and empty texts are not valid."""
    return {name: value for name, value in record.items() if value not in (None, "", [])}
