# SPDX-License-Identifier: AGPL-3.0-or-later
"""One style sheet for all pages: its weight, its order, what it must not use, and its hash."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from havenpress.components.palette import palette
from havenpress.components.stylesheet import BUDGET, policy, stylesheet, weight
from havenpress.components.theme import ROOT, Theme
from havenpress.quick_exit.assets import STYLE, source_hash

SOURCES = [*sorted((ROOT / "styles").glob("*.css")), *sorted(ROOT.glob("templates/**/style.css"))]
# Newer than the browsers of phones that are still in use.
TOO_NEW = [":has(", "@layer", "@container", "dvh", "color-mix", "oklch", "light-dark(", "&"]
PHYSICAL = r"(?:margin|padding|border)-(?:left|right)|(?<![\w-])(?:left|right)\s*:|text-align:\s*(?:left|right)"


def test_all_styles_fit_the_budget(theme: Theme) -> None:
    assert weight(theme.style) <= BUDGET


def test_tokens_come_first_and_the_exit_last(theme: Theme) -> None:
    assert theme.style.startswith(":root{--page:")
    assert theme.style.endswith(STYLE)


def test_components_follow_the_layers_in_the_order_of_their_names(tmp_path: Path) -> None:
    (tmp_path / "20-b.css").write_text("b{top:0}", encoding="utf-8")
    (tmp_path / "10-a.css").write_text("a{top:0}", encoding="utf-8")
    style = stylesheet(palette("#22564b", "#f0b64a"), tmp_path, [], "c{top:0}")
    assert style.endswith("a{top:0}b{top:0}c{top:0}")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_styles_work_in_both_directions_and_on_old_phones(path: Path) -> None:
    css = path.read_text(encoding="utf-8")
    assert [each for each in TOO_NEW if each in css] == []
    assert re.findall(PHYSICAL, css) == []
    assert re.findall(r"#[0-9a-f]{3,8}\b", css.replace("#000", "")) == []  # colours are tokens


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_colour_is_one_of_the_palette(path: Path) -> None:
    used = set(re.findall(r"var\(--([\w-]+)", path.read_text(encoding="utf-8")))
    assert used <= set(palette("#22564b", "#f0b64a").light)


def test_a_style_asks_nobody_for_anything(theme: Theme) -> None:
    assert "url(" not in theme.style
    assert "@import" not in theme.style
    assert "@font-face" not in theme.style


def test_the_policy_names_the_style_and_the_scripts_of_the_site_where_there_are_any() -> None:
    allowed = f"default-src 'none'; style-src {source_hash('p{}')}; script-src {source_hash('1')}"
    assert policy("p{}", "1").startswith(f"{allowed}; ")
    assert "'self'; img-src" in policy("p{}", "1", own_scripts=True)
    assert "'self'; img-src" not in policy("p{}", "1")
