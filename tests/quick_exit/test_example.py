# SPDX-License-Identifier: AGPL-3.0-or-later
"""The statements again, on the example organisation as it is published; more in the long part."""

# ruff: noqa: F401 - imported tests are run again here, on another site

from __future__ import annotations

from pathlib import Path

import pytest
from havenpress.quick_exit import settings_of
from havenpress.site import read_site

from .foreign import page_title
from .sites import Site
from .test_coming_back import (
    test_s18_back_to_earlier_pages_finds_them_covered,
    test_s23_nothing_is_stored,
)
from .test_first_frame import (
    test_s8_every_frame_after_activation_is_one_colour,
)
from .test_keys import (
    test_s24_three_presses_of_shift_leave,
)
from .test_layout import (
    test_s27_nothing_overflows_sideways,
    test_s27_the_control_is_on_screen_on_top_and_large_enough,
    test_s28_the_control_is_not_printed,
    test_s29_what_leaving_does_not_do_is_read_beside_the_control,
    wide_open,
)
from .test_leaving import (
    test_s1_every_page_has_one_visible_control_in_a_landmark,
    test_s2_the_control_is_the_second_tab_stop,
    test_s3_without_javascript_a_click_leaves_and_says_nothing,
    test_s5_the_role_is_link_and_the_name_is_what_is_seen,
    test_s7_the_page_is_gone_before_the_click_is_over,
    test_s9_the_page_gives_its_place_in_the_history_to_the_destination,
    test_s13_leaving_asks_for_nothing_but_the_destination,
    test_s16_where_the_destination_is_unreachable_nothing_of_the_site_shows,
)

ROOT = Path(__file__).parents[2]
PAGES = ("/", "/services/", "/safety/")


@pytest.fixture(scope="module")
def site(example: Path) -> Site:
    """The example organisation as it is published."""
    settings = settings_of(read_site(ROOT / "content", "content/site.yaml")[0])
    found = Site(example, PAGES, settings)
    found.titles.update({path: page_title(found.file(path)) for path in PAGES})
    return found
