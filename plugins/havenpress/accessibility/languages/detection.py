# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which language a text is most likely in, by its letters and its commonest small words.

It answers only where one language is clearly ahead; a short or mixed text has no answer.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain, filterfalse, islice
from pathlib import Path

_FILE = Path(__file__).parents[1] / "data" / "stopwords.toml"
_WORD = re.compile(r"[^\W\d_]+")
_FOREIGN = re.compile(r"[^\W\d_a-zA-Z\u00c0-\u024f\u1e00-\u1eff]")
# Bytes are far cheaper to tell apart than letters; all beyond ASCII stay as they are.
_BEYOND = re.compile(r"[\u00df-\u00f6\u00f8-\u024f\u1e00-\u1eff]")  # small Latin letters
_ASCII = bytes(range(128))
_GLUE = "_"  # it and what stands around it is a name of code, a number or an address


def _as_word(sign: str) -> str:
    """Return what an ASCII character is in a row of words."""
    if sign.isalpha():
        return sign.lower()
    return _GLUE if sign in "_/\\@=0123456789" else " "


_TO_WORDS = bytes(ord(_as_word(chr(byte))) if byte < 128 else byte for byte in range(256))
CLEARLY = 1.5  # times as many small words as another language has
LEAST_HITS = 3  # different small words of a language before it counts
LEAST_ALONE = 2  # the same where the language that a text claims to be in has none
LEAST_OTHERWISE = 5  # the same where that language has a script of its own, but may be transcribed
WELL_KNOWN = 60  # small words of a language; if none is in a text, that tells something
LEAST_WORDS = 2  # of a text whose letters are looked at
LEAST_STRANGE = 2  # different words, or signs, with what a language never has
MOST_PLAIN = {"ja": 20}  # signs to each with what a language never has; 10 words elsewhere
BY_SIGNS = frozenset({"ja", "zh"})  # written without spaces
MOST_NAMED = 5  # letters that a message names
LONGEST = 1_200  # characters that are looked at
MOST_PARTS = 40  # of that length, where the first is in another language
CLOSE = (
    frozenset({"da", "nb", "nn", "no"}),
    frozenset({"bs", "hr", "sl", "sr"}),
    frozenset({"cs", "sk"}),
    frozenset({"es", "gl"}),
    frozenset({"gl", "pt"}),
)
# Languages that have small words in common. Whichever of them a text is in, it is in none else.
RELATED = (
    *CLOSE,
    frozenset({"bs", "cs", "hr", "pl", "sk", "sl", "sr"}),
    frozenset({"ca", "es", "fr", "gl", "it", "pt", "ro"}),
    frozenset({"da", "nb", "nn", "no", "sv"}),
)
# Of the languages with another script, those that many write in Latin letters too.
LATIN_TOO = frozenset({"az", "kk", "ku", "ky", "mn", "sr", "tg", "tt", "ug", "uz", "yi"})


@cache
def _tables() -> tuple[dict[str, frozenset[str]], dict[str, tuple[str, ...]]]:
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    words = {language: frozenset(text.split()) for language, text in data["words"].items()}
    return words, {name: tuple(text.split()) for name, text in data["scripts"].items()}


@cache
def _alphabets() -> dict[str, frozenset[str]]:
    """Return the letters beyond ASCII of each language."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {language: frozenset(letters) for language, letters in data["letters"].items()}


@cache
def _signs() -> dict[str, dict[str, frozenset[str]]]:
    """Return the signs that tell languages of one script apart: those never or alone in each."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {
        kind: {language: frozenset(signs) for language, signs in data[kind].items()}
        for kind in ("never", "alone")
    }


@cache
def _languages_of_words() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for language, words in _tables()[0].items():
        for word in words:
            found[word] = (*found.get(word, ()), language)
    return found


@lru_cache(maxsize=4096)
def script_of(character: str) -> str:
    """Return the script that a letter's Unicode name begins with, as in ARABIC."""
    return unicodedata.name(character, "").split(" ", 1)[0]


def foreign_letters(text: str) -> list[str]:
    """Return the letters of a text that are not Latin."""
    return _FOREIGN.findall(_beyond_ascii(text))


def _beyond_ascii(text: str) -> str:
    if text.isascii():
        return ""
    beyond = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    return beyond.decode("utf-8", "surrogatepass")


def foreign_script(text: str) -> str:
    """Return the script other than Latin that most letters are in, empty for Latin."""
    foreign = foreign_letters(text[:LONGEST])
    if not foreign or len(foreign) * 2 < sum(char.isalpha() for char in text[:LONGEST]):
        return ""
    return Counter(map(script_of, foreign)).most_common(1)[0][0]


def is_written_otherwise(language: str) -> bool:
    """Tell whether a language is written in another script than Latin."""
    return language in _written_otherwise()


def languages_of_script(script: str) -> tuple[str, ...]:
    """Return the languages written in a script, none where we do not know it."""
    return _tables()[1].get(script, ())


def _detect_latin(text: str, denied: str) -> str:
    """Return the language that a text is clearly in; ``denied`` is one that it claims to be in."""
    words = _words(text[:LONGEST])
    small = [*filter(_languages_of_words().__contains__, words)]
    if not small or _is_ahead(denied, small):
        return ""
    hits = _hits(small)
    first = max(hits, key=hits.__getitem__)
    most = hits.pop(first)
    others = (hits[other] for other in hits if other == denied or not _share(RELATED, other, first))
    next_most = max(others, default=0)
    clear = most >= CLEARLY * next_most and most * 6 >= len(words)
    return first if clear and _variety(words, first) >= _least(denied, hits) else ""


def _least(denied: str, hits: Counter[str]) -> int:
    """Return how many different small words tell that a text is not in a language."""
    if denied in _written_otherwise():
        return LEAST_OTHERWISE
    return LEAST_ALONE if denied not in hits and _is_well_known(denied) else LEAST_HITS


def _is_well_known(language: str) -> bool:
    return len(_tables()[0].get(language, ())) >= WELL_KNOWN


def _variety(words: list[str], language: str) -> int:
    """Return how many different small words of a language there are; one alone may be a name."""
    return len(_tables()[0][language].intersection(words))


def _words(text: str) -> list[str]:
    """Return the words of a text in lower case, those with signs beyond ASCII last."""
    spaced = text.encode("utf-8", "surrogatepass").translate(_TO_WORDS)
    runs = spaced.decode("utf-8", "surrogatepass").split()
    runs = [run for run in runs if _GLUE not in run]
    beyond = " ".join(filterfalse(str.isascii, runs))
    return [*filter(str.isascii, runs), *_WORD.findall(beyond.lower())]


def _is_ahead(language: str, small: list[str]) -> bool:
    """Tell whether so many of some small words are of a language that no other can be ahead."""
    own = _tables()[0].get(language, frozenset())
    return len(small) < CLEARLY * sum(map(own.__contains__, small))


def _hits(small: list[str]) -> Counter[str]:
    """Return how many of some small words are in each language."""
    languages = _languages_of_words()
    return Counter(chain.from_iterable(map(languages.__getitem__, small)))


def sample(texts: Iterable[str]) -> str:
    """Return as much of some texts as is looked at."""
    parts, length = [], 0
    for text in texts:
        words = text.strip()  # the indentation of markup is often longer than the words in it
        if words:
            parts.append(words)
            length += len(words)
            if length > LONGEST:
                break
    return " ".join(parts)


def contradicts_most(tag: str, texts: Iterable[str]) -> str:
    """Return what speaks against most of some texts being in the language of a tag, else empty.

    Where the beginning is in another language, as on a page whose translation is not done, the
    rest is looked at too.
    """
    parts = _parts(texts)
    found = contradicts(tag, next(parts, ""))
    if not found:
        return ""
    against, own = 1, 0
    for part in islice(parts, MOST_PARTS):
        is_against = bool(contradicts(tag, part))
        against += is_against
        own += not is_against and _may_be_in(tag, part)
    return found if against > own else ""


def _parts(texts: Iterable[str]) -> Iterator[str]:
    """Yield some texts in pieces as long as what is looked at."""
    rest = iter(texts)
    while part := sample(rest).strip():
        yield part


def _may_be_in(tag: str, text: str) -> bool:
    """Tell whether the letters, or the small words, of a text are those of a tag's language."""
    language, text = tag.lower().partition("-")[0], text[:LONGEST]
    foreign = foreign_letters(text)
    if len(foreign) * 4 > sum(map(str.isalpha, text)):
        script = Counter(map(script_of, foreign)).most_common(1)[0][0]
        return language in languages_of_script(script)
    hits = _hits([*filter(_languages_of_words().__contains__, _words(text))])
    return language in hits and hits[language] == max(hits.values())


def supports(language: str) -> bool:
    """Tell whether texts in a language can be recognised."""
    return language in _tables()[0]


def contradicts(tag: str, text: str) -> str:
    """Return what speaks against a text being in the language of a tag, empty where nothing does."""
    language = tag.lower().partition("-")[0]
    script = foreign_script(text)
    if script:
        possible = languages_of_script(script)
        known = supports(language) or language in _written_otherwise()
        if language in possible:
            return _strange_signs(text[:LONGEST], language)
        return script.lower() if known and possible else ""
    if not supports(language) and not _cannot_be_latin(tag, language, text):
        return ""
    found = _detect_latin(text, language)
    if found:
        is_other = found != language and not _are_close(found, language)
        return found if is_other and not _is_written_as(language, found, text[:LONGEST]) else ""
    return _strange_letters(text[:LONGEST], language)


def _strange_signs(text: str, language: str) -> str:
    """Return signs that a language never has, where far more of a text has some than has its own.

    What has them is counted by words, in Chinese and Japanese by signs.
    """
    never, alone = _signs()["never"].get(language), _signs()["alone"].get(language, frozenset())
    if not never or never.isdisjoint(text):
        return ""
    units = foreign_letters(text) if language in BY_SIGNS else _WORD.findall(text.lower())
    strange = [unit for unit in units if not never.isdisjoint(unit)]
    own = sum(not alone.isdisjoint(unit) for unit in units)
    few = len(set(strange)) < LEAST_STRANGE or len(strange) * MOST_PLAIN.get(language, 10) < len(
        units
    )
    if few or len(strange) <= 2 * own:
        return ""
    return " ".join(sorted(never.intersection("".join(strange)))[:MOST_NAMED])


def _is_written_as(language: str, other: str, text: str) -> bool:
    """Tell whether as many words have letters of a language alone as are small words of the other.

    A word with a capital may be a name.
    """
    alphabets = _alphabets()
    letters = alphabets.get(language, frozenset()) - alphabets.get(other, frozenset())
    if not letters or text.isascii():
        return False
    words = _WORD.findall(text)
    marked = {word for word in words if word[0].islower() and not letters.isdisjoint(word)}
    return len(marked) >= _variety([word.lower() for word in words], other)


def _strange_letters(text: str, language: str) -> str:
    """Return letters that a language does not have, where many words of a text are written with some.

    A word with a capital may be a name; more of the language's own small words speak for it.
    """
    own = _alphabets().get(language)
    if own is None or own.issuperset(_BEYOND.findall(_beyond_ascii(text))):
        return ""
    words = _WORD.findall(text)
    marked = [word for word in words if not word.isascii() and word[0].islower()]
    strange = {word: found for word in marked if (found := {*_BEYOND.findall(word)} - own)}
    count = sum(map(strange.__contains__, marked))
    known = _variety([word.lower() for word in words], language)
    least = max(2 * known + 1, 1 if _is_well_known(language) else LEAST_ALONE)
    if len(words) < LEAST_WORDS or count * 4 < len(words) or len(strange) < least:
        return ""
    return " ".join(sorted(set().union(*strange.values()))[:MOST_NAMED])


def _cannot_be_latin(tag: str, language: str, text: str) -> bool:
    """Tell whether a language has a script of its own, of which a text has hardly a letter."""
    if language not in _written_otherwise() or language in LATIN_TOO or "-latn" in tag.lower():
        return False
    foreign = len(foreign_letters(text[:LONGEST]))
    return foreign * 10 < sum(char.isalpha() for char in text[:LONGEST])


@cache
def _written_otherwise() -> frozenset[str]:
    """Return the languages that are written in another script than Latin."""
    return frozenset(chain.from_iterable(_tables()[1].values()))


def _are_close(one: str, other: str) -> bool:
    """Tell whether two languages share most of their small words."""
    return _share(CLOSE, one, other)


def _share(groups: Iterable[frozenset[str]], one: str, other: str) -> bool:
    return any(one in group and other in group for group in groups)
