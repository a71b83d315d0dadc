# SPDX-License-Identifier: AGPL-3.0-or-later
"""Posts and pages: front matter with declared fields, Markdown with its places.

As a Pelican plugin it reads every ``.md`` file; on a foreign site it fails the build by itself
where anything is wrong.
"""

from __future__ import annotations

from typing import Any

__all__ = ["register"]


def register() -> None:
    """Connect the reader, the wrapping of bodies, the notices, and the last word on a foreign site."""
    from pelican import signals

    signals.initialized.connect(_begin)
    signals.readers_init.connect(_add_reader)
    signals.content_object_init.connect(_wrap_body)
    signals.get_generators.connect(_add_notices)
    signals.finalized.connect(_end)


def _begin(pelican: Any) -> None:
    from .opening import open_library

    open_library(pelican.settings)


def _add_reader(readers: Any) -> None:
    from .reader import PostReader

    readers.reader_classes["md"] = PostReader


def _add_notices(pelican: Any) -> type:
    from .notices import NoticePages

    return NoticePages


def _wrap_body(content: Any) -> None:
    from .body import wrap_body

    wrap_body(content)


def _end(pelican: Any) -> None:
    from .opening import close_library

    close_library(pelican.settings)
