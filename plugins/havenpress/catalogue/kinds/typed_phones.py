# SPDX-License-Identifier: AGPL-3.0-or-later
"""A phone number as it is typed: what else stands in the field, and which signs it is made of."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import phonenumbers
from phonenumbers import NumberParseException

from ...phones.short_codes import LONGEST
from ...source import Text
from ...source.reading import Reading
from ...source.text import ODD_SPACES

TYPED = re.compile(r"(?:\+?[0-9]|\([0-9])[0-9 ().\-]*[0-9]")
EXTENSION = re.compile(
    r"[\s,;(]*(?:(?:extension|extn|ext|x|int|#)\.?[:=]?\s*(\d+)|(?<=[,;])\s*(\d{1,5}))\)?\s*$",
    re.IGNORECASE,
)
TWO_NUMBERS = re.compile(r"\d\s*(?:/|\bor\b|\band\b|\by\b|\bo\b|,|;|&)\s*[+(]?\d", re.IGNORECASE)
# “(mornings)”, “– reception”: words that are no digits typed as letters.
WORDS_BEHIND = re.compile(
    r"(?P<number>[+(\d][\d ().-]*?\d)(?:\s*\([^()]*[^\W\d_][^()]*\)|\s+[-–—:,]?\s*[^\W\d_]{2}.+)"
)
# 141 in Great Britain, *67 in North America, #31# and *31# on mobiles (3GPP TS 22.030).
WITHHELD = re.compile(r"(?P<code>141(?=[ ,-]*[+(0])|\*67|\*31#|#31#)[ ,-]*(?P<number>.+)")
WORDS_BEFORE = re.compile(
    r"(?P<words>[^\d+(]*[^\W\d_]{2}[^\d+(]*)(?<![^\W\d_])(?P<number>[+(]?\d[\d ().-]*\d)"
)
QUOTES = "\"'“”‘’«»„ "
DASHES = re.compile("[\u2010-\u2015\u2212\u00ad]")
SPACES = re.compile(f"[{ODD_SPACES}]")
# Countries that drop the 0 of a number behind their code; Italy, for one, keeps it.
TRUNK_ZERO = re.compile(
    r"^(\+\d{1,3})\s*\(0\)\s*|^(\+(?:27|31|32|33|41|43|44|46|49|61|64|353))\s*0(?=[\d\s])"
)


def fault(text: Text, reading: Reading, message: str, remedy: str, **more: Any) -> None:
    """Report what is wrong with a number, which the message names first."""
    rule = more.pop("rule", "phone-number")
    reading.fault(text, rule, f"“{text}” {message}", remedy, **more)


def misses_the_shape(text: Text, reading: Reading) -> bool:
    """Return whether a number is not typed as one, after reporting how."""
    if TYPED.fullmatch(text) and not TRUNK_ZERO.match(text):
        doubled = text.startswith("+") and _country_twice(text, reading)
        return doubled or _withheld(text, reading)
    for find in FINDERS:
        if find(text, reading):
            return True
    fault(
        text,
        reading,
        "is not a phone number",
        "write digits and spaces, as in 020 7946 0018",
    )
    return True


def _below(text: Text, reading: Reading) -> bool:
    """“number: |” and the number below it, or two of them."""
    lines = text.split("\n")
    numbers = [line.strip() for line in lines if line.strip()]
    if len(lines) < 2 or not all(map(TYPED.fullmatch, numbers)):
        return False
    if len(numbers) > 1:
        fault(text, reading, "holds two numbers", "give each its own entry, “- number: …”")
    else:
        remedy = "write it on one line, behind the colon"
        told = f"“{numbers[0]}” stands below its name, as a text over several lines"
        reading.fault(text, "phone-number", told, remedy)
    return True


def _country_twice(text: Text, reading: Reading) -> bool:
    """“+0044 20 …” and “+44 44 20 …”: the code of the country is there in two ways."""
    match = re.fullmatch(
        r"(?:\+\s*00|\+(?P<code>\d{1,3})[ .-]*(?:\(?\+|00)?(?P=code)(?=[ .-]))(?P<rest>.+)", text
    )
    if match is None:
        return False
    instead = f"+{match['code'] or ''}{match['rest']}".replace("+ ", "+")
    is_good = match["code"] is not None and _is_number(text, reading)
    if is_good or not _is_number(instead, reading):
        return False
    fault(text, reading, "has the code of the country twice", "write it once", instead=instead)
    return True


def _email(text: Text, reading: Reading) -> bool:
    if "@" not in text:
        return False
    fault(text, reading, "is an e-mail address", "give it as “email: …”, outside “phones”")
    return True


def _scheme(text: Text, reading: Reading) -> bool:
    if not text.lower().startswith("tel:"):
        return False
    instead = text[4:].lstrip("/ ").strip()
    fault(text, reading, "starts with “tel:”", "write the number alone", instead=instead)
    return True


def _address(text: Text, reading: Reading) -> bool:
    if not re.match(r"(?:https?://|www\.)", text, re.IGNORECASE):
        return False
    fault(text, reading, "is a web address", "give it as “url: …”, outside “phones”")
    return True


def _quotes(text: Text, reading: Reading) -> bool:
    bare = text.strip(QUOTES)
    if bare == text or not TYPED.fullmatch(bare):
        return False
    fault(text, reading, "has quotes around it", "write the number alone", instead=bare)
    return True


def _slash(text: Text, reading: Reading) -> bool:
    plain = re.sub(r"\s*/\s*", " ", text)
    if "/" not in text or not TYPED.fullmatch(plain):
        return False
    message = "has a slash in it, which may part two numbers"
    fault(text, reading, message, "use a space", instead=plain)
    return True


def _words_behind(text: Text, reading: Reading) -> bool:
    match = WORDS_BEHIND.fullmatch(text)
    if match is None or not _is_number(match["number"], reading):
        return False
    remedy = "write the number alone; words belong under “description”, as in {en: reception}"
    fault(text, reading, "has words behind it", remedy, instead=match["number"])
    return True


def _words_before(text: Text, reading: Reading) -> bool:
    """“Freephone 0808 157 0142”, “text HOME to 741741”: the number is there, with words before it."""
    match = WORDS_BEFORE.fullmatch(text)
    if match is None or not (
        len(match["number"]) <= LONGEST or _is_number(match["number"], reading)
    ):
        return False
    remedy = "write the number alone; words belong under “description”"
    if re.search(r"\b(?:text|sms|send)\b", match["words"], re.IGNORECASE):
        remedy += ", as in {en: send the word HELP}, and “type: text” says that it is for messages"
    fault(text, reading, "has words in front of it", remedy, instead=match["number"])
    return True


def _two_numbers(text: Text, reading: Reading) -> bool:
    if not TWO_NUMBERS.search(text) or sum(char.isdigit() for char in text) < 12:
        return False
    if re.search(r"[,;]\s*\d{1,5}$", text):  # an extension
        return False
    remedy = "give each its own entry, “- number: …”"
    fault(text, reading, "holds two numbers", remedy)
    return True


def _extension(text: Text, reading: Reading) -> bool:
    match = EXTENSION.search(text)
    if match is None or not match.start():
        return False
    digits = match[1] or match[2]
    remedy = f"take it out, and write “extension: {digits}” on a line of its own"
    instead = text[: match.start()].rstrip(" ,;(")
    fault(text, reading, "has an extension in it", remedy, instead=instead)
    return True


def _odd_signs(text: Text, reading: Reading) -> bool:
    plain = SPACES.sub(" ", DASHES.sub("-", text))
    plain = "".join(_plain_digit(char) for char in plain if unicodedata.category(char)[0] != "C")
    if plain == text or not TYPED.fullmatch(plain):
        return False
    what = "is not typed in the ordinary signs 0 to 9"
    if DASHES.search(text):
        what = "has a long dash in it"
    elif any(unicodedata.category(char)[0] == "C" for char in text):
        what = "has a character in it that nobody can see"
    fault(text, reading, what, "use digits, spaces and short hyphens", instead=plain)
    return True


def _plain_digit(char: str) -> str:
    if char.isascii():
        return char
    digit = unicodedata.digit(char, None)
    return str(digit) if digit is not None else unicodedata.normalize("NFKC", char)


def _trunk_zero(text: Text, reading: Reading) -> bool:
    match = TRUNK_ZERO.match(text)
    if match is None:
        return False
    code = match[1] or match[2]
    instead = f"{code} {text[match.end() :].lstrip()}"
    fault(text, reading, f"has a 0 behind {code}", "leave the 0 out", instead=instead)
    return True


def _withheld(text: Text, reading: Reading) -> bool:
    """Codes that keep the caller’s number from whoever is called belong to no one service."""
    match = WITHHELD.fullmatch(text)
    if match is None or not _is_number(match["number"], reading):
        return False
    message = f"starts with {match['code']}, which hides the caller’s number"
    remedy = "write the number alone; the code belongs under “description” or “first_contact”"
    fault(text, reading, message, remedy, instead=match["number"])
    return True


def _link(text: Text, reading: Reading) -> bool:
    """“[020 7946 0018](tel:02079460018)”, as in a post."""
    match = re.fullmatch(r"\[([^\]]*)\]\([^)]*\)", text)
    if match is None:
        return False
    instead = match[1] if TYPED.fullmatch(match[1]) else None
    fault(text, reading, "is a link as in a post", "write the number alone", instead=instead)
    return True


def _shortened(text: Text, reading: Reading) -> bool:
    if not re.fullmatch(r"\d[.,]\d+E\+?\d+", text, re.IGNORECASE):
        return False
    message = "is what a spreadsheet makes of a long number, and its end is lost"
    fault(text, reading, message, "type the number anew")
    return True


def _stray_signs(text: Text, reading: Reading) -> bool:
    """“☎ 020 7946 0018”, “020 7946 0018?”, “+ 44 …”: signs around a number that is one without them."""
    bare = re.sub(r"^\++ *(?=\d)", "+", re.sub(r"^[^\d+(]+|[^\d]+$", "", text))
    if bare == text or any(map(str.isalpha, text)) or not _is_number(bare, reading):
        return False
    fault(text, reading, "has signs around it", "write the number alone", instead=bare)
    return True


def _letters(text: Text, reading: Reading) -> bool:
    letters = [char for char in text if char.isalpha()]
    if not letters:
        return False
    digits = sum(char.isdigit() for char in text)
    if digits >= 6 and len(letters) < digits and set(letters) <= set("oOlI"):
        instead = re.sub("[oO]", "0", re.sub("[lI]", "1", text))
        message = f"has the letter {letters[0]} where a digit belongs"
        fault(text, reading, message, "write the digit", instead=instead)
        return True
    if not digits:
        remedy = "write the number, or leave the entry out"
        fault(text, reading, "has no digits", remedy)
        return True
    remedy = "write digits only; not every phone shows letters on its keys"
    fault(text, reading, "has letters in it", remedy, instead=_vanity(text, reading))
    return True


def _is_number(text: str, reading: Reading) -> bool:
    try:
        number = phonenumbers.parse(text, reading.known.get("country") or None)
    except NumberParseException:
        return False
    return TYPED.fullmatch(text) is not None and phonenumbers.is_valid_number(number)


def _vanity(text: str, reading: Reading) -> str | None:
    """Return the digits of a number such as 1-800-HELP-NOW, if they are one that can be dialled."""
    word = re.fullmatch(r"[0-9+][0-9 +.\-]*?([A-Z][A-Z .\-]{2,})", text)
    if word is None or not set(word[1]) - set("X .-"):  # “0800 XXX XXX” is for somebody to fill in
        return None
    digits = phonenumbers.convert_alpha_characters_in_number(text)
    try:
        number = phonenumbers.parse(digits, reading.known.get("country") or None)
    except NumberParseException:
        return None
    return digits if phonenumbers.is_possible_number(number) else None


FINDERS = (
    _below,
    _country_twice,
    _withheld,
    _link,
    _shortened,
    _email,
    _address,
    _scheme,
    _two_numbers,
    _extension,
    _odd_signs,
    _quotes,
    _slash,
    _trunk_zero,
    _words_behind,
    _words_before,
    _stray_signs,
    _letters,
)
