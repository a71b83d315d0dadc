# SPDX-License-Identifier: AGPL-3.0-or-later
"""Made-up places in the ways that people write them, as strategies for Hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

LETTERS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=6, max_size=10)
NAMES = LETTERS.map(lambda letters: f"Qux{letters}")  # words that no text of ours has
NUMBERS = st.integers(1, 9999)
LATITUDES = st.integers(-8_999_999, 8_999_999).map(lambda n: f"{n / 100_000:.5f}")
LONGITUDES = st.integers(-17_999_999, 17_999_999).map(lambda n: f"{n / 100_000:.5f}")
CODE = "23456789CFGHJMPQRVWX"  # the digits of Open Location Code


def _made(pattern: str, **parts: st.SearchStrategy) -> st.SearchStrategy[str]:
    return st.fixed_dictionaries(parts).map(lambda given: pattern.format(**given))


ROADS = st.sampled_from(["Street", "Road", "Avenue", "Lane", "Crescent", "Terrace"])
STREETS = st.one_of(
    _made("{n} {a} {b}", n=NUMBERS, a=NAMES, b=ROADS),
    _made("Flat {m}, {n}B {a} {b}", m=st.integers(1, 99), n=NUMBERS, a=NAMES, b=ROADS),
    _made("{n}-{n} {a} {b}", n=NUMBERS, a=NAMES, b=ROADS),
    _made("{a} {b}, number {n}", n=NUMBERS, a=NAMES, b=ROADS),
    _made("{n} calle {a} {n}", n=NUMBERS, a=NAMES),
    _made("{n} rue de {a}", n=NUMBERS, a=NAMES),
    _made("{a}straße {n}", n=NUMBERS, a=NAMES),
    _made("{a}straat {n}", n=NUMBERS, a=NAMES),
)
TITLED = st.one_of(
    _made("{n} {a} {b}", n=NUMBERS, a=NAMES, b=st.sampled_from(["House", "Green", "Way", "Mews"])),
    _made("Calle de {a}, {n}", n=NUMBERS, a=NAMES),
    _made("ul. {a} {n}", n=NUMBERS, a=NAMES),
    _made("{n} {a}gate", n=st.integers(1, 999), a=NAMES),
    _made("Block {n}, Flat {n}", n=NUMBERS),
    _made("Corner {a}/{a}", a=NAMES),
    _made("Via {a} {n}", n=NUMBERS, a=NAMES),
)
BOXES = st.one_of(
    _made("{a} {n}", a=st.sampled_from(["PO Box", "P.O. Box", "Postfach", "Apartado"]), n=NUMBERS),
    _made("{a} {n}", a=st.sampled_from(["Private Bag", "Locked Bag", "GPO Box"]), n=NUMBERS),
)
POSTCODES = st.one_of(
    st.from_regex(r"(?:SW|NE|LS|B|M|EC)[1-9]{1,2} [1-9][ABDEFGHJLNPQRSTUWXYZ]{2}", fullmatch=True),
    st.from_regex(r"[ABCEGHJ-NPRSTVXY][0-9][A-Z] [0-9][A-Z][0-9]", fullmatch=True),
    st.from_regex(r"(?:CA|NY|TX|WA) [1-9][0-9]{4}", fullmatch=True),
    _made("{n} {a}", n=st.from_regex(r"[1-9][0-9]{4}", fullmatch=True), a=NAMES),
)
POSITIONS = st.one_of(
    _made("{a}, {b}", a=LATITUDES, b=LONGITUDES),
    _made(
        "{a}°{b}′{b}″N {a}°{b}′{b}″W", a=st.integers(1, 89), b=st.integers(1, 59)
    ),
    _made("geo:{a},{b}", a=LATITUDES, b=LONGITUDES),
    _made("latitude {a}", a=LATITUDES),
)  # fmt: skip
PLUS_CODES = _made(
    "{a}+{b}", a=st.text(CODE, min_size=8, max_size=8), b=st.text(CODE, min_size=2, max_size=3)
)
THREE_WORDS = _made("{a}.{b}.{c}", a=NAMES, b=NAMES, c=NAMES).map(str.lower)
MAP_LINKS = _made(
    "{host}{a}",
    host=st.sampled_from(
        [
            "https://www.google.com/maps/place/", "https://maps.app.goo.gl/", "https://goo.gl/maps/",
            "https://maps.apple.com/?q=", "https://www.openstreetmap.org/way/", "https://osm.org/go/",
            "https://waze.com/ul?q=", "https://www.bing.com/maps?q=", "https://yandex.ru/maps/",
            "https://what3words.com/", "https://plus.codes/", "https://g.co/maps/",
        ]
    ),
    a=NAMES,
)  # fmt: skip
PLACES = st.one_of(STREETS, TITLED, BOXES, POSTCODES, POSITIONS, PLUS_CODES, THREE_WORDS, MAP_LINKS)
