# SPDX-License-Identifier: AGPL-3.0-or-later
"""Languages, by their codes and by what people call them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..nodes import Node, Text
from ..reading import Reading
from .words import BETWEEN_WORDS, EACH_AN_ITEM, read_scalar

LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?")
# Tags that name no one language, or another than people think.
NO_LANGUAGE = {"mul", "und", "zxx", "mis", "root"}
SLIPS = {
    "cn": "zh", "jp": "ja", "gr": "el", "cz": "cs", "dk": "da", "ua": "uk", "kr": "ko", "vn": "vi",
    "farsi": "fa", "dari": "fa-AF", "mandarin": "zh", "cantonese": "yue", "flemish": "nl",
    "castilian": "es", "sp": "es", "asl": "ase", "sorani": "ckb", "kurdish (sorani)": "ckb",
    "kurmanji": "kmr", "kurdish (kurmanji)": "kmr", "bsl": "bfi", "british sign language": "bfi",
    "bahasa": "id",
}  # fmt: skip
# Sign languages that services offer and CLDR does not name (ISO 639-3), by what signers call them.
SIGN_LANGUAGES = {
    "asf": "Auslan",
    "bfi": "British Sign Language (BSL)",
    "csl": "Chinese Sign Language",
    "fsl": "Langue des signes française (LSF)",
    "gsg": "Deutsche Gebärdensprache (DGS)",
    "ins": "Indian Sign Language",
    "ise": "Lingua dei segni italiana (LIS)",
    "isg": "Irish Sign Language (ISL)",
    "jsl": "Japanese Sign Language",
    "mfs": "Lengua de señas mexicana (LSM)",
    "nzs": "New Zealand Sign Language",
    "psr": "Língua gestual portuguesa (LGP)",
    "rsl": "Russian Sign Language",
    "ssp": "Lengua de signos española (LSE)",
    "swl": "Svenskt teckenspråk",
    "tsm": "Türk İşaret Dili",
    "ukl": "Ukrainian Sign Language",
}
# Languages that helplines interpret and CLDR does not name (ISO 639-3), by what speakers call them.
SPOKEN_LANGUAGES = {
    "acm": "العربية العراقية",
    "acr": "Achi",
    "aii": "ܣܘܪܝܬ",
    "apc": "العربية الشامية",
    "cak": "Kaqchikel",
    "cnh": "Lai Holh (Hakha Chin)",
    "ctd": "Tedim Pau (Tedim Chin)",
    "ctu": "Ch’ol",
    "eky": "Kayah",
    "haz": "هزارگی",
    "ixl": "Ixil",
    "kar": "Karen",
    "kek": "Q’eqchi’",
    "kjb": "Q’anjob’al",
    "kmr": "Kurmancî",
    "ksw": "S’gaw Karen",
    "mam": "Mam",
    "mix": "Tu’un Savi",
    "mww": "Hmoob Dawb",
    "nah": "Nāhuatl",
    "nhe": "Nawatl",
    "pnb": "پنجابی",
    "prs": "دری",
    "quz": "Qusqu Runasimi",
    "rmy": "Romani",
    "skr": "سرائیکی",
    "syl": "Sylheti",
    "toj": "Tojol-ab’al",
    "tzh": "Tseltal",
    "tzj": "Tz’utujil",
    "tzo": "Tsotsil",
    "yua": "Maaya t’aan",
    "zai": "Diidxazá",
}
UNNAMED_LANGUAGES = SIGN_LANGUAGES | SPOKEN_LANGUAGES


@dataclass(frozen=True, slots=True)
class Language:
    """A language tag (BCP 47); with ``declared`` only one that the site is written in."""

    declared: bool = False

    def read(self, node: Node, reading: Reading) -> Text | None:
        """Return the value, or None after reporting what is wrong with it."""
        text = read_scalar(node, reading, "a language code")
        if text is None:
            return None
        known = reading.known.get("languages") if self.declared else None
        if known is not None and text not in known:
            message = f"“{text}” is not a language of this site ({', '.join(known)})"
            self._fault(text, reading, message, known)
            return None
        if not is_language(text):
            message = f"“{text}” is not a language code"
            self._fault(text, reading, message, ())
            return None
        return text

    def _fault(self, text: Text, reading: Reading, message: str, known: Any) -> None:
        close = language_code(text) or ""
        fits = (tag for tag in (close, close.split("-")[0]) if tag and (not known or tag in known))
        instead = next(fits, None)
        several = [language_code(word) for word in BETWEEN_WORDS.split(text) if word]
        if len(several) > 1 and all(several) and not known and not close:
            if "," in text or reading.is_whole_item(text):
                remedy = f"{EACH_AN_ITEM}; the codes are {', '.join(several)}"
                reading.fault(text, "value-language", message, remedy)
                return
            remedy = "write the code of each, with a comma between them"
            reading.fault(text, "value-language", message, remedy, instead=", ".join(several))
            return
        remedy = "use a code such as en, es or zh-Hans"
        if known:
            remedy = "use one of these, or add the language to content/site.yaml"
        reading.fault(text, "value-language", message, remedy, instead=instead)

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"type": "string", "pattern": f"^{LANGUAGE.pattern}$"}


@cache
def is_language(tag: str) -> bool:
    """Return whether a tag is well formed and its language has a name (CLDR, by Babel)."""
    from babel import Locale

    if not LANGUAGE.fullmatch(tag):
        return False
    english = Locale("en")
    first, *rest = tag.split("-")
    if first in NO_LANGUAGE or not (first in english.languages or first in UNNAMED_LANGUAGES):
        return False
    return all(part in english.territories or part in english.scripts for part in rest)


def language_code(text: str) -> str | None:
    """Return the code that was meant by a name or by other capitals: “English” is ``en``."""
    from babel.core import get_global

    word = text.strip().lower()
    if word in SLIPS:
        return SLIPS[word]
    first, *rest = re.split("[-_]", word)
    first = get_global("language_aliases").get(first, first)
    tag = "-".join(
        [first, *({2: part.upper(), 4: part.title()}.get(len(part), part) for part in rest)]
    )
    if is_language(tag):
        return tag
    if is_language(tag.replace("-UK", "-GB")):
        return tag.replace("-UK", "-GB")
    return _english_names().get(word) or _own_names().get(word)


@cache
def _english_names() -> dict[str, str]:
    from babel import Locale

    codes: dict[str, str] = {}
    for code, name in Locale("en").languages.items():
        codes.setdefault(name.lower(), code)
    return codes


# Languages in which European, American and Asian helplines answer most.
COMMON = (
    "ar am bg bn cs da de el es et fa fi fr gu he hi hr hu hy id it ja ka km ko ku lt lv mk my ne nl"
    " no pa pl ps pt ro ru sk sl so sq sr sv sw ta th ti tl tr uk ur uz vi zh"
).split()


@cache
def _own_names() -> dict[str, str]:
    """Return codes by what their speakers call the languages: “español” is ``es``."""
    from babel import Locale, UnknownLocaleError

    found = {}
    for code in COMMON:
        try:
            name = Locale.parse(code).get_language_name()
        except (UnknownLocaleError, ValueError):
            continue
        found[(name or code).lower()] = code
    return found
