# SPDX-License-Identifier: AGPL-3.0-or-later
"""The statements again, on sites built with public themes and their own CSS."""

# ruff: noqa: F401, F811 - imported tests are run again here, on another site

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from havenpress.quick_exit.sight import ask
from playwright.sync_api import Page

from .foreign import THEMES, built_site, find_theme, run_pelican
from .sites import Site
from .test_coming_back import (
    test_s17_all_other_tabs_leave_as_well,
    test_s18_back_to_earlier_pages_finds_them_covered,
    test_s18_engines_without_the_navigation_api_cover_too,
    test_s18_forward_and_reload_do_not_uncover,
    test_s18_nothing_is_painted_before_the_cover,
    test_s19_one_action_shows_the_page_again,
    test_s20_back_from_a_link_out_of_the_site_covers_nothing,
    test_s20_back_within_the_site_covers_nothing,
    test_s21_an_address_typed_and_back_is_covered,
    test_s23_nothing_is_stored,
)
from .test_first_frame import (
    test_s8_every_frame_after_activation_is_one_colour,
    test_s8_until_it_is_taken_down_nothing_of_the_page_is_seen_or_found,
)
from .test_keys import (
    test_s24_another_key_cancels,
    test_s24_progress_is_seen_and_said,
    test_s24_three_presses_of_shift_leave,
    test_s25_combinations_never_count,
)
from .test_layout import (
    WIDTHS,
    test_s27_at_twice_the_size_of_text_it_is_on_screen_and_covers_no_words,
    test_s27_no_link_that_tab_reaches_lies_under_the_control,
    test_s27_nothing_overflows_sideways,
    test_s27_the_control_is_on_screen_on_top_and_large_enough,
    test_s28_forced_colours_leave_it_a_border,
    test_s28_nothing_moves,
    test_s28_the_control_is_not_printed,
    wide_open,
)
from .test_leaving import (
    test_s1_every_page_has_one_visible_control_in_a_landmark,
    test_s2_the_control_is_the_second_tab_stop,
    test_s3_without_javascript_a_click_leaves_and_says_nothing,
    test_s4_without_javascript_back_returns_and_no_key_is_promised,
    test_s5_the_role_is_link_and_the_name_is_what_is_seen,
    test_s6_every_way_to_follow_a_link_leaves_in_this_tab,
    test_s7_the_page_is_gone_before_the_click_is_over,
    test_s7_what_was_hidden_is_taken_down_right_after,
    test_s9_the_page_gives_its_place_in_the_history_to_the_destination,
    test_s10_the_destination_is_not_told_where_the_reader_was,
    test_s11_what_plays_falls_silent,
    test_s12_nobody_asks_whether_to_leave,
    test_s12_whatever_breaks_the_page_is_left,
    test_s13_leaving_asks_for_nothing_but_the_destination,
    test_s14_esc_does_not_reach_the_browser_while_leaving,
    test_s15_after_a_stop_the_page_stays_blank_and_a_click_or_key_leaves_again,
    test_s16_where_the_destination_is_unreachable_nothing_of_the_site_shows,
)
from .test_sight import look

pytestmark = pytest.mark.full


@pytest.fixture(scope="module", params=THEMES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site of three posts in a theme."""
    folder = tmp_path_factory.mktemp(request.param)
    try:
        theme = find_theme(request.param, tmp_path_factory.mktemp("package"))
    except subprocess.CalledProcessError as error:
        message = f"the theme {request.param} cannot be installed: {error.stderr!r}"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    run = run_pelican(folder, theme=theme)
    assert run.status == 0, run.errors
    return built_site(run)


@pytest.mark.parametrize("width", WIDTHS)
def test_s29_what_leaving_does_not_do_is_read_or_the_look_in_a_browser_says_so(
    width: int, site: Site, wide_open: Page
) -> None:
    """The theme smallweb clips the body, and with it the words; its users get the line that mends it."""
    wide_open.set_viewport_size({"width": width, "height": 800})
    if ask(wide_open, "words") is None:
        return
    said = look(site.root).stdout
    assert "warning exit-visible: the exit says what leaving does not do where it is cut" in said
    assert "body { overflow: visible }" in said
