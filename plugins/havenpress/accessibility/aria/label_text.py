# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether what is seen on a control is part of what it is called.

Source: ACT rules, definition of "label in name algorithm"; WCAG 2.2, 2.5.3.
"""

from __future__ import annotations

import re
import unicodedata

MOST_WORDS = 30  # of a name, where what an acronym stands for may begin
FEWEST_SPREAD = 3  # words that an acronym stands for with more letters than their first
_ABBREVIATION = re.compile(r"\b(\w+)\.(?=\W|$)")
_ACRONYM = re.compile(r"\b([A-Z][A-Z\d]*[A-Z]|[A-Z]\d)s?\b")
_JOINED = re.compile(r"\b[A-Z](?:\s?&\s?[A-Z])+s?\b")  # as in Q&A
_CODE = re.compile(r"\b[A-Z]{2}\b")  # CA is California, TV is television
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")  # as in 9 a.m.
_REPEATED = re.compile(r"([a-z])(\d)")  # W3C stands for three words with a w
_COUNTED = re.compile(r"\b([a-z])(\d{1,2})([a-z])\b")  # a11y leaves eleven letters out
_LITTLE = frozenset({"and", "for", "in", "of", "on", "the", "to", "with"})  # USA leaves out "of"
_PICTURES = re.compile("[0-9#*]\ufe0f?\u20e3|[\u2139\u24c2\u2122\u3297\u3299]\ufe0f?")
_SHORT = {
    "acct": "account", "ad": "advertisement advert", "admin": "administration administrator",
    "ads": "advertisements adverts", "amt": "amount", "app": "application",
    "approx": "approximately", "apps": "applications", "appt": "appointment", "apr": "april",
    "apt": "apartment", "assn": "association", "assoc": "association", "aug": "august",
    "ave": "avenue", "avg": "average", "bio": "biography", "bldg": "building",
    "blvd": "boulevard", "c": "celsius", "ch": "chapter", "cm": "centimetres",
    "config": "configuration", "corp": "corporation", "ctr": "center centre", "ctrl": "control",
    "dec": "december", "demo": "demonstration", "dept": "department", "dist": "district",
    "doc": "document", "docs": "documents documentation", "dr": "doctor drive", "ed": "edition",
    "est": "established estimated", "etc": "etcetera cetera", "exam": "examination",
    "exams": "examinations", "ext": "extension", "feb": "february", "fig": "figure",
    "fri": "friday", "ft": "feet foot", "g": "grams", "gal": "gallons", "gb": "gigabytes",
    "gov": "government governor", "govt": "government", "h": "hours", "hosp": "hospital",
    "hr": "hour", "hrs": "hours", "hwy": "highway", "img": "image", "in": "inches inch",
    "inc": "incorporated", "incl": "including", "info": "information", "intl": "international",
    "intro": "introduction", "jan": "january", "jr": "junior", "jul": "july", "jun": "june",
    "kb": "kilobytes", "kg": "kilograms", "km": "kilometres kilometers", "l": "litres liters",
    "lab": "laboratory", "labs": "laboratories", "lang": "language", "lb": "pound",
    "lbs": "pounds", "ltd": "limited", "m": "metres meters million", "mar": "march",
    "max": "maximum", "mb": "megabytes", "memo": "memorandum", "mgmt": "management",
    "mgr": "manager", "mi": "miles", "min": "minutes minute minimum", "mins": "minutes",
    "misc": "miscellaneous", "mktg": "marketing", "mm": "millimetres", "mon": "monday",
    "mr": "mister", "mrs": "missus", "msg": "message", "mt": "mount", "natl": "national",
    "no": "number", "nov": "november", "oct": "october", "oz": "ounces", "photo": "photograph",
    "photos": "photographs", "pic": "picture", "pics": "pictures", "pkg": "package",
    "pp": "pages", "prefs": "preferences", "prev": "previous", "pro": "professional",
    "prof": "professor", "promo": "promotion", "pt": "points part", "pwd": "password",
    "qty": "quantity", "rd": "road", "ref": "reference", "rep": "representative",
    "reps": "representatives", "s": "seconds", "sat": "saturday", "sch": "school",
    "sec": "seconds", "sep": "september", "sept": "september", "spec": "specification",
    "specs": "specifications", "sq": "square", "sr": "senior", "src": "source",
    "st": "street saint", "stats": "statistics", "std": "standard", "sun": "sunday",
    "sync": "synchronize synchronise", "tbl": "table", "tbsp": "tablespoons tablespoon",
    "tech": "technology technical", "tel": "telephone", "temp": "temperature temporary",
    "thu": "thursday", "thurs": "thursday", "tsp": "teaspoons teaspoon", "tue": "tuesday",
    "tues": "tuesday", "uni": "university", "univ": "university", "usr": "user",
    "vet": "veterinarian veterinary", "vol": "volume", "vs": "versus", "w": "with",
    "wed": "wednesday", "wk": "week", "wks": "weeks", "yr": "year", "yrs": "years",
}  # fmt: skip
"""English abbreviations that are written without a full stop, and what they may stand for."""
_OTHERWISE = {
    "aeroplane": "airplane", "ageing": "aging", "aluminium": "aluminum", "anaesth": "anesth",
    "artefact": "artifact", "cheque": "check", "cosy": "cozy", "doughnut": "donut",
    "draught": "draft", "encyclopaed": "encycloped", "enrol(?!l)": "enroll",
    "fulfil(?!l)": "fulfill", "gynaeco": "gyneco", "haemo": "hemo", "instalment": "installment",
    "jewellery": "jewelry", "judgement": "judgment", "kerb": "curb", "learnt": "learned",
    "manoeuvre?": "maneuver", "mould": "mold", "moustache": "mustache", "mum": "mom",
    "oestro": "estro", "orthopaed": "orthoped", "paediatr": "pediatr", "plough": "plow",
    "practis": "practic", "pyjamas": "pajamas", "sceptic": "skeptic", "skilful": "skillful",
    "spelt": "spelled", "storey": "story", "sulph": "sulf", "tyre": "tire", "whilst": "while",
}  # fmt: skip
"""Beginnings of English words that follow no rule, and how else they are spelt."""
_SPELLINGS = tuple(
    (re.compile(pattern), other)
    for pattern, other in (
        *((f"^{word}", other) for word, other in _OTHERWISE.items()),
        (r"is(e[sd]?|ing|ation)$", r"iz\1"),
        (r"yse", "yze"),
        (r"our(s|ed|ing|ful|ite|ites)?$", r"or\1"),
        (r"tre(s)?$", r"ter\1"),
        (r"ogue(s)?$", r"og\1"),
        (r"ll(ed|ing|er)$", r"l\1"),
        (r"^grey", "gray"),
        (r"^programme", "program"),
        (r"ence$", "ense"),
    )
)
_UNSPACED = re.compile(  # Thai to Khmer, Chinese and Japanese
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]"
)
_CROSS = re.compile(r"^\s*x\s+|\s+x\s*$", re.IGNORECASE)  # the sign that closes something
_HYPHENS = re.compile(r"(?<=\w)[-\u2010\u2011\u00ad](?=\w)")


def _without_parentheses(text: str) -> str:
    """Return a text without each pair of round brackets and what is between them."""
    kept: list[str] = []
    opened: list[int] = []
    for char in text:
        if char == ")" and opened:
            del kept[opened.pop() :]
            continue
        if char == "(":
            opened.append(len(kept))
        kept.append(char)
    return "".join(kept)


def words_of(text: str) -> list[str]:
    """Return the words of a label or name, without case, signs and what is in parentheses.

    A letter of a script that is written without spaces counts as a word.
    """
    text = _PICTURES.sub(" ", _without_parentheses(text))
    folded = unicodedata.normalize("NFKD", text.casefold())
    kept = (char if unicodedata.category(char)[0] in "LN" else " " for char in folded)
    return _UNSPACED.sub(r" \g<0> ", "".join(kept)).split()


def is_part(label: list[str], name: list[str]) -> bool:
    """Tell whether the words of a label stand in a name one after the other."""
    length = len(label)
    return any(name[at : at + length] == label for at in range(len(name) - length + 1))


def label_is_in_name(label: str, name: str) -> bool:
    """Tell whether a visible label is contained in a name, or the two cannot be compared."""
    words = words_of(label)
    if not words or _is_symbol(words) or is_part(words, words_of(name)):
        return True
    if is_part(words_of(_CROSS.sub("", label)), words_of(name)):
        return True
    joined = words_of(_HYPHENS.sub("", label)), words_of(_HYPHENS.sub("", name))
    if is_part(*joined) or _is_abbreviated(label, name):
        return True
    return is_part([_american(word) for word in joined[0]], [_american(w) for w in joined[1]])


def _american(word: str) -> str:
    """Return a word in the spelling that the two Englishes share, as far as rules go."""
    for ending, other in _SPELLINGS:
        word = ending.sub(other, word)
    return word


def _is_symbol(words: list[str]) -> bool:
    """Tell whether a label is one letter, as an x that closes or a B for bold type."""
    return len(words) == 1 and len(words[0]) == 1 and words[0].isascii() and words[0].isalpha()


def _is_abbreviated(label: str, name: str) -> bool:
    return _shortens(label, name) or _shortens(name, label)


def _shortens(short: str, long: str) -> bool:
    others = words_of(long)
    return (
        any(found[0] not in long for found in _DOTTED.finditer(short))
        or _has_initials(short, others)
        or _has_stem(short, others)
        or _has_code(short, others)
        or any(_stands_for(word, others) for word in words_of(short))
    )


def _has_initials(short: str, others: list[str]) -> bool:
    known = {_initials(others), _initials([word for word in others if word not in _LITTLE])}
    acronyms = {_spelt_out(found[1]) for found in _ACRONYM.finditer(short)}
    acronyms |= {re.sub(r"\W|s$", "", found[0]).casefold() for found in _JOINED.finditer(short)}
    short_words = {word for word in words_of(short) if len(word) > 2 and word not in others}
    if any(len(e) > 1 and e in initials for e in acronyms | short_words for initials in known):
        return True
    starts = range(min(len(others), MOST_WORDS))
    return any(_is_spread(acronym, others[at:]) for acronym in acronyms for at in starts)


def _is_spread(acronym: str, words: list[str]) -> bool:
    """Tell whether words begin with the letters of an acronym, and hold some: HyperText Markup."""
    reached = {0}  # letters that the words so far may account for
    for count, word in enumerate(words, 1):
        begun = (u for u in reached if len(word) > 1 and acronym.startswith(word[0], u))
        reached = {used + 1 + more for used in begun for more in _held(acronym[used + 1 :], word)}
        if not reached:
            return False
        if count >= FEWEST_SPREAD and len(acronym) in reached:
            return True
    return False


def _held(letters: str, word: str) -> range:
    """Return how many letters, one after the other, may stand in a word after its first letter."""
    rest, held = iter(word[1:]), 0
    while held < len(letters) and letters[held] in rest:
        held += 1
    return range(held + 1)


def _spelt_out(acronym: str) -> str:
    return _REPEATED.sub(lambda match: match[1] * int(match[2]), acronym.casefold())


def _initials(words: list[str]) -> str:
    return "".join(word[0] if len(word) > 1 else " " for word in words)


def _has_stem(short: str, others: list[str]) -> bool:
    for found in _ABBREVIATION.finditer(short.casefold()):
        stem = found[1]
        if stem.isalpha() and any(w.startswith(stem[0]) and _fits(stem, w) for w in others):
            return True
    return False


def _has_code(short: str, others: list[str]) -> bool:
    codes = (code.casefold() for code in _CODE.findall(short))
    return any(w[0] == code[0] and _fits(code, w) for code in codes for w in others)


def _stands_for(word: str, others: list[str]) -> bool:
    if word in others:
        return False
    counted = _COUNTED.fullmatch(word)
    if counted:
        return any(
            len(w) == int(counted[2]) + 2 and w[0] == counted[1] and w[-1] == counted[3]
            for w in others
        )
    return not set(_SHORT.get(word, "").split()).isdisjoint(others)


def _fits(stem: str, word: str) -> bool:
    rest = iter(word)
    return len(word) > len(stem) and all(char in rest for char in stem)
