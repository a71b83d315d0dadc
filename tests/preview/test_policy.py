# SPDX-License-Identifier: AGPL-3.0-or-later
"""The policy in the response is the page's own, opened for its own server and no other."""

from __future__ import annotations

import pytest
from havenpress.preview.policy import open_policies, open_policy


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("script-src 'sha256-B'", "script-src 'sha256-B' 'self'"),
        ("script-src 'none'", "script-src 'self'"),
        ("script-src 'self'", "script-src 'self'"),
        (
            "default-src 'none'; script-src 'sha256-B'",
            "default-src 'none'; script-src 'sha256-B' 'self'; style-src 'self'; connect-src 'self'",
        ),
        ("upgrade-insecure-requests; img-src data:", "img-src data:"),
        ("img-src 'self'; IMG-SRC *", "img-src 'self'"),
        ("", ""),
    ],
)
def test_policy_is_opened_no_further_than_needed(before: str, after: str) -> None:
    assert open_policy(before) == after


@pytest.mark.parametrize(
    "meta",
    [
        b'<meta http-equiv="Content-Security-Policy" content="script-src \'none\'">',
        b"<META content='script-src &#39;none&#39;' HTTP-EQUIV=content-security-policy>",
    ],
)
def test_policy_is_found_however_it_is_written(meta: bytes) -> None:
    assert b"script-src &#x27;self&#x27;" in open_policies(b"<head>" + meta)


def test_other_metas_stay() -> None:
    page = b'<meta name="description" content="script-src \'none\'">'
    assert open_policies(page) == page
