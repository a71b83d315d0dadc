# SPDX-License-Identifier: AGPL-3.0-or-later
"""Any valid entry, for tests of what holds for all of them."""

from __future__ import annotations

from typing import Any

from havenpress.source.text import MISREAD
from hypothesis import strategies as st

WORDS = st.text(
    st.characters(
        codec="utf-8", categories=["L", "N", "P", "Sm", "Sc"], exclude_characters="<>&[]{}*“”‘’"
    ),
    min_size=1,
    max_size=12,
).filter(lambda word: any(map(str.isalpha, word)) and not MISREAD.search(word))
LINES = st.lists(WORDS, min_size=2, max_size=6).map(" ".join)
PARAGRAPHS = st.lists(LINES, min_size=1, max_size=3).map("\n".join)
NUMBERS = st.sampled_from(
    ["020 7946 0018", "0808 157 0123", "116 123", "+1 202-555-0143", "07911 123456", "999"]
)
HOURS = st.one_of(
    st.just("24/7"),
    st.dictionaries(
        st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]),
        st.sampled_from(["closed", "by appointment", "09:00-17:00", "08:00-12:00, 13:30-24:00"]),
        min_size=1,
    ),
)
YES = st.sampled_from(["yes", "no", "unknown"])
OFTEN = st.sampled_from(["never", "sometimes", "always", "unknown"])
PLACES = st.sampled_from(
    [
        {"address": "confidential"},
        {"address": {"address_1": "118 Example Street", "city": "Riverbend", "country": "GB"}},
        {
            "name": {"en": "Hall", "es": "Sala"},
            "address": {
                "address_1": "1", "city": "X", "postal_code": "ZZ99 3WZ", "country": "GB",
            },
            "latitude": "51.5",
            "longitude": "-0.1",
            "accessibility": {"step_free": "yes"},
        },
    ]
)  # fmt: skip


def both(texts: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, str]]:
    return st.fixed_dictionaries({"en": texts, "es": texts})


PHONES = st.fixed_dictionaries(
    {"number": NUMBERS, "type": st.sampled_from(["voice", "text", "tty", "whatsapp"])},
    optional={
        "extension": st.from_regex(r"[1-9][0-9]{0,3}", fullmatch=True),
        "shows_on_bill": YES,
        "shows_in_call_history": YES,
        "languages": st.sampled_from([["en"], ["en", "es"], ["zh-Hans"]]),
        "description": both(LINES),
    },
)


def entries() -> st.SearchStrategy[dict[str, Any]]:
    """Return a strategy of trees that the catalogue in ``base`` takes."""
    some = {
        "alternate_name": both(LINES),
        "alert": both(PARAGRAPHS),
        "needs": st.sampled_from([["see-a-doctor"], ["see-a-doctor", "safe-place-tonight"]]),
        "eligibility_description": both(PARAGRAPHS),
        "minimum_age": st.integers(0, 50).map(str),
        "maximum_age": st.integers(51, 120).map(str),
        "serves": st.sampled_from([["women"], ["women", "men"]]),
        "application_process": both(PARAGRAPHS),
        "required_documents": st.lists(both(LINES), max_size=2),
        "cost": st.fixed_dictionaries(
            {"type": st.sampled_from(["free", "fee", "unknown"])},
            optional={"description": both(LINES)},
        ),
        "email": st.just("help@example.org"),
        "url": st.just("https://example.org/a?b=c#d"),
        "hours": HOURS,
        "locations": st.lists(PLACES, min_size=1, max_size=2),
        "crisis": st.sampled_from(["yes", "no"]),
    }
    needed = {
        "organization": st.just("riverbend-advocacy"),
        "name": both(LINES),
        "description": both(PARAGRAPHS),
        "status": st.sampled_from(["active", "inactive", "defunct", "temporarily closed"]),
        "categories": st.sampled_from([["medical"], ["housing", "medical"]]),
        "languages": st.sampled_from(
            [["en"], ["en", {"code": "es", "note": {"en": "Mondays", "es": "Lunes"}}], ["bfi"]]
        ),
        "phones": st.lists(PHONES, min_size=1, max_size=2, unique_by=lambda phone: phone["number"]),
        "areas": st.sampled_from([["riverbend"], ["northtown", "whole-country"]]),
        "safety": st.fixed_dictionaries(
            {"asks_for_id": OFTEN}, optional={"notes": both(PARAGRAPHS)}
        ),
        "verification": st.just({"last_verified": "2026-11-01", "verified_by": "Directory team"}),
    }
    return st.fixed_dictionaries(needed, optional=some)
