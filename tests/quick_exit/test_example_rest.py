# SPDX-License-Identifier: AGPL-3.0-or-later
"""The rest of the statements on the example organisation; the short part has them on other pages."""

# ruff: noqa: F401 - imported tests are run again here, on another site

from __future__ import annotations

import pytest

from .test_coming_back import (
    test_s19_one_action_shows_the_page_again,
    test_s20_back_within_the_site_covers_nothing,
    test_s21_an_address_typed_and_back_is_covered,
)
from .test_example import (
    site,
)
from .test_first_frame import (
    test_s8_until_it_is_taken_down_nothing_of_the_page_is_seen_or_found,
)
from .test_keys import (
    test_s24_progress_is_seen_and_said,
)
from .test_layout import (
    test_s27_at_twice_the_size_of_text_it_is_on_screen_and_covers_no_words,
    test_s27_no_link_that_tab_reaches_lies_under_the_control,
    test_s28_forced_colours_leave_it_a_border,
    wide_open,
)
from .test_leaving import (
    test_s4_without_javascript_back_returns_and_no_key_is_promised,
    test_s7_what_was_hidden_is_taken_down_right_after,
)

pytestmark = pytest.mark.full
