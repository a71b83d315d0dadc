# SPDX-License-Identifier: AGPL-3.0-or-later
"""S31: where the exit may lead."""

from __future__ import annotations

import pytest
from havenpress.quick_exit import check_destination
from havenpress.quick_exit.hosts import APPS, PERSONAL

SITE = "https://www.harbour-line.example/"

REFUSED = {
    "": "not a web address",
    "weather": "not a web address",
    "//www.weather.gov/": "not a web address",
    "https://": "not a web address",
    "https://[": "not a web address",
    "https://www.weather.gov:99999/": "not a web address",
    "http://www.weather.gov/": "does not begin with https://",
    "javascript:alert(1)": "not a web address",
    "ftp://www.weather.gov/": "does not begin with https://",
    "https://weather/": "not the name of a site",
    "https://localhost/": "not a public site",
    "https://127.0.0.1/": "not a public site",
    "https://[::1]/": "not a public site",
    "https://printer.local/": "not a public site",
    "https://me@www.weather.gov/": "user name",
    "https://harbour-line.example/": "this site itself",
    "https://HARBOUR-LINE.example./weather": "this site itself",
    "https://news.harbour-line.example/": "this site itself",
    "https://www.weather.gov/?utm_source=harbour": "where its visitors come from",
    "https://www.weather.gov/?x=1&fbclid=2": "where its visitors come from",
    "https://www.google.com/": "what belongs to one person",
    "https://m.youtube.com/": "open in an app",
}
ACCEPTED = ("https://www.weather.gov/", "https://example.org/a/b", "https://notgoogle.com/")


@pytest.mark.parametrize("url", REFUSED)
def test_s31_a_bad_destination_is_refused_with_its_reason(url: str) -> None:
    findings = check_destination(url, SITE)
    assert [finding.rule for finding in findings] == ["exit-destination"]
    assert [finding.level for finding in findings] == ["error"]
    assert REFUSED[url] in findings[0].message
    assert findings[0].remedy


@pytest.mark.parametrize("url", ACCEPTED)
def test_s31_an_ordinary_site_is_accepted(url: str) -> None:
    assert check_destination(url, SITE) == []


def test_s31_any_other_query_is_a_warning() -> None:
    assert [f.level for f in check_destination("https://example.org/?q=rain", SITE)] == ["warning"]


@pytest.mark.parametrize("host", [*APPS, *PERSONAL])
def test_s31_every_listed_host_is_refused_and_says_why(host: str) -> None:
    reason = {**APPS, **PERSONAL}[host]
    assert any(reason in finding.message for finding in check_destination(f"https://{host}/"))
