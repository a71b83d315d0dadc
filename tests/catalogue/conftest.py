# SPDX-License-Identifier: AGPL-3.0-or-later
"""A copy of the base catalogue in which texts can be replaced."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from .samples import BASE, Change


@pytest.fixture
def change(tmp_path: Path) -> Change:
    """Return a function that copies the base catalogue and replaces text in its files."""

    def changed(**files: tuple[str, str]) -> Path:
        folder = tmp_path / "catalogue"
        shutil.copytree(BASE, folder, dirs_exist_ok=True)
        for stem, (old, new) in files.items():
            path = next(folder.rglob(f"{stem.replace('_', '-')}.yaml"))
            text = path.read_text(encoding="utf-8")
            assert old in text
            path.write_text(text.replace(old, new), encoding="utf-8")
        return folder

    return changed
