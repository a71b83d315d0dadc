# SPDX-License-Identifier: AGPL-3.0-or-later
"""How places are told in text: streets with numbers, postcodes, positions, links to maps.

The shapes are those of a good dozen countries (Universal Postal Union, addressing sheets). Words
that mean much else count only where something beside them leaves little doubt, so that “24 hour
safe house” and “plaza para 12 personas” stay free.
"""

from __future__ import annotations

import html
import re
import unicodedata
from urllib.parse import unquote

from .escapes import with_plain_digits

STREETS = "street|road|avenue|lane|boulevard|crescent|highway|parkway|terrace"
# Words that mean much else; they count with capitals only.
CAPITALISED = (
    "Street|Road|Avenue|Lane|Boulevard|Crescent|Terrace|St|Rd|Ave|Blvd|Ln|Dr|Drive|Close|Court|Way"
    "|Place|Square|Gardens|Grove|Row|Mews|Hill|Walk|Parade|Quay|Wharf|House|Alley|Park|Green"
    "|Circus|Embankment|Gate|Rise|Vale|View|Fields|Cottages?|Villas?|Buildings|Mansions|Broadway|Yard"
    "|Passage|Lodge|Heights|Estate|Farm|Cl|Ct|Cres|Gdns|Pl|Sq|Pkwy|Hwy|Trail|Circle"
)
# Words that are a street's in small letters too, where a comma or nothing follows.
ENDING = "close|court|gardens|grove|mews|drive|quay|wharf|parade|st|dr|ct"
SHORTENED = "ln|rd|ave?|blvd|cres|hwy|pkwy|gdns|terr"
CAPITAL = r"(?:[A-ZÀ-Þ][\w’'.-]*|\d{1,3}(?:st|nd|rd|th))"
# Words that stand between a number and “road” in sentences, never in an address.
SMALL = r"(?!(?:the|a|an|of|on|in|at|by|to|for|from|and|or|per|this|that|your|our|their|off)\s)"
COUNTED = (
    r"(?!(?:Star|Bed|Bedroom|Room|Hour|Day|Week|Month|Year|Way|Women|Men|People|Families|Children"
    r"|Mothers?|Girls|Boys|[Mm]in(?:ute)?s?'?|[Mm]iles?|[Kk]m)\b)"
)
# A number is no house number where this follows it.
UNITS = (
    r"(?!\s*(?:days?|hours?|times|weeks?|months?|years?|people|women|men|families|children|d[ií]as?"
    r"|horas?|veces|semanas?|meses|años?|personas|mujeres|familias|niñ[oa]s|jours?|heures?|fois"
    r"|personnes|Tage|Stunden|Uhr|%|€|£|\$))"
)
PARTS = r"(?:(?:de|del|la|las|los|el|do|da|dos|das|della|dei|di|du|des|le|les|d’|l’|d'|l')\s?)*"

# Words that follow “calle” where it means that somebody lives there.
UNNAMED = r"(?!(?:durante|desde|hace|por|con|más|sin|como|para|cada|entre|unos|unas|tiene|hay)\s)"

Shape = tuple[str, str, int]
SHAPES: dict[str, tuple[tuple[str, int], ...]] = {
    "a street with its number": (
        (
            rf"\b\d{{1,5}}[a-z]?(?:\s?[-–]\s?\d{{1,5}})?,?\s+(?:{SMALL}[\w’'.-]+\s+){{1,3}}(?:{STREETS})\b(?!-)",
            re.IGNORECASE,
        ),
        (
            rf"\b\d{{1,5}}[a-zA-Z]?,?\s+(?:{COUNTED}{CAPITAL}\s+){{1,3}}(?:{CAPITALISED}"
            rf"|{CAPITALISED.upper()})\b(?!-)",
            0,
        ),
        (
            rf"\b\d{{1,5}}[a-z]?,?\s+(?:{SMALL}{COUNTED}[\w’'-]+\s+){{1,2}}"
            rf"(?:(?:{SHORTENED})\b|(?:{ENDING})(?=\s*(?:,\s*\w|$)|\s(?:apt|unit|suite|flat)\b))",
            re.IGNORECASE,
        ),
        (  # one word, as in an address of the web
            rf"\b\d{{1,5}}[a-z]?[-_+/.](?:{COUNTED}[a-z’']+[-_+/.]){{1,3}}"
            rf"(?:{STREETS}|{SHORTENED}|{ENDING})\b",
            re.IGNORECASE,
        ),
        (rf"\b(?:{STREETS}),?\s+(?:number|no\.?|#)\s*\d{{1,5}}\b", re.IGNORECASE),
        (rf"\b(?:{CAPITAL}\s+)(?:Street|Road|Avenue|St|Rd|Ave)\.?,?\s+\d{{1,5}}\b{UNITS}", 0),
        (r"\b[Cc]orner of\s+(?:the\s+)?[A-Z0-9]", 0),
        (
            r"\b(?:block|street|road|sector|house|plot|villa|building|bldg)\.?\s*\d{1,5}[a-z]?\s*,"
            r"\s*(?:block|street|road|sector|house|plot|villa|building|bldg)\.?\s*\d",
            re.IGNORECASE,
        ),
        (
            rf"\b(?:[Cc]alle|[Cc]/|[Aa]v(?:enida|da\.?|\.)|[Pp]laza|[Pp]aseo|[Cc]amino|[Cc]arretera"
            rf"|[Rr]ua|[Rr]ue|[Tt]ravessa|Via|[Vv]iale|[Pp]iazza|[Uu]lica|[Uu]l\.|[Aa]l\.|[Cc]arrera)\s*{PARTS}"
            rf"[A-ZÀ-ÞĀ-Ž][\w’'.-]*(?:\s+[\w’'.-]+){{0,4}}?,?\s*(?:n\.?[ºo°]?\.?\s*|#\s*)?\d{{1,5}}\b{UNITS}",
            0,
        ),
        (
            r"\b(?:CALLE|AVENIDA|AVDA|PLAZA|PASEO|CAMINO|RUA|RUE|VIA|VIALE|PIAZZA|ULICA)\.?\s+"
            rf"[A-ZÀ-ÞĀ-Ž .’'-]{{3,40}},?\s*\d{{1,5}}\b{UNITS}",
            0,
        ),
        (
            rf"\b(?:calle|avenida|paseo|carretera|rua|ulica)\s+{PARTS}(?:{UNNAMED}\w{{3,}}\s+){{1,3}}"
            rf"(?:n\.?[ºo°]\.?\s*)?\d{{1,4}}\b{UNITS}",
            re.IGNORECASE,
        ),
        (rf"\b(?:[Cc]alle|[Cc]arrera|[Cc]/)\s*\d{{1,3}}\D{{1,20}}\d{{1,4}}\b{UNITS}", 0),
        (
            rf"\b\d{{1,4}}(?:\s?bis|\s?ter)?,?\s+(?:rue|avenue|boulevard|chemin|impasse|allée|quai"
            rf"|place(?=\s+(?:d|l)))\s+{PARTS}\w",
            re.IGNORECASE,
        ),
        (
            r"\b[A-ZÄÖÜÅÆØ][\w-]*(?:straße|strasse|str\.|weg|allee|gasse|platz|ufer|damm|straat|plein"
            r"|laan|gracht|kade|gatan|vägen|gade|vej|veien|vegen|katu|intie|kuja)\s+\d{1,4}\b"
            + UNITS,
            0,
        ),
        (
            r"\b\w{3,}(?:straße|strasse|str\.?|straat|gracht|gatan|vägen)\s+\d{1,4}[a-z]?\b"
            + UNITS,
            re.IGNORECASE,
        ),
        (rf"\b[A-ZÆØÅ]\w+s (?:gate|plass|vei)\s+\d{{1,3}}\b{UNITS}", 0),
        (r"\b(?:Am|An der|Auf der|Im|Zum|Zur)\s+[A-ZÄÖÜ][\w-]+\s+\d{1,4},\s", 0),
        (
            r"(?:ул\.|улиц\w+|просп\.|проспект\w*|пер\.|переул\w+|вул\.|вулиц\w+|шоссе)\s*\S+",
            re.IGNORECASE,
        ),
        (r"\b(?:Caddesi|Cad\.|Sokak|Sokağı|Sok\.|Bulvarı|Mahallesi)(?=\s|,|$)", 0),
        (r"(?:οδός|οδού|λεωφόρος|λεωφ\.)\s+\S+", re.IGNORECASE),
        (r"(?:شارع|خیابان|كوچه|کوچه|طريق)\s+\S+", 0),
        (r"[路街道巷弄]\s?\d{1,5}\s?[号號]|\d丁目|\d番地|[市区町村]\S{0,12}\d{1,4}[-−‐]\d{1,4}", 0),
    ),
    "a street": (
        (
            rf"\b(?:{CAPITAL}\s+)(?:Street|Road|Avenue|Lane|Crescent|Terrace|Boulevard|Mews)\b(?!-)",
            0,
        ),
    ),
    "a post office box": (
        (
            r"\b(?:p\.?\s?o\.?\s?box|post(?:al)? ?office box|apartado(?: de correos| postal)?|apdo\.?"
            r"|postfach|postbus|postboks|casilla(?: de correo| postal)?|casella postale|caixa postal"
            r"|boîte postale|skrytka pocztowa|а/я|صندوق بريد|ص\.\s?ب\.?)\s*(?:n[.ºo°]*\s*|#\s*)?\d",
            re.IGNORECASE,
        ),
        (r"\b(?:BP|B\.P\.) ?\d{2,5}\b(?!/)", 0),
    ),
    "a postcode": (
        (r"\b(?:GIR ?0AA|[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})\b", re.IGNORECASE),
        (r"\b[A-Z]{2},?\s+\d{5}(?:-\d{4})?\b", 0),
        (r"(?<![\d-])\d{5}-\d{4}(?![\d-])", 0),
        (
            r"\b(?:ak|ar|az|ca|ct|dc|fl|ga|ia|il|ks|ky|mi|mn|ms|mt|nc|nd|ne|nh|nj|nm|nv|ny|ri|sc|sd|tn"
            r"|tx|ut|va|vt|wa|wi|wv|wy)\s+\d{5}\b",
            0,
        ),
        (r"\b[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d\b", re.IGNORECASE),
        (r"\b(?:[AC-FHKNPRTV-Y]\d{2}|D6W) ?(?=[A-Z]*\d)(?=\d*[A-Z])[0-9AC-FHKNPRTV-Y]{4}\b", 0),
        (
            r"\b(?:NSW|VIC|QLD|SA|WA|TAS|NT|ACT)\s+\d{4}\b|\b(?!20[1-3])\d{4}\s+(?:NSW|VIC|QLD|TAS)\b",
            0,
        ),
        (r"\b(?:D|A|CH|F|I|B|L|E|PL|CZ|SE|DK|FI|NO)-\d{4,5}\b", 0),
        (r"\b[1-9]\d{3}(?!er|th|ml|km|kg|am|pm)[a-z]{2}\s+[A-Z]", 0),
        (
            r"(?<![\d.,)-])(?<![\d)] )\b\d{5}\s+(?!(?:HELP|STOP|START|YES|INFO|QUIT|END|SMS)\b)"
            r"[A-ZÀ-ÞĀ-Ž]{3,}",
            0,
        ),
        (r"\b[1-9]\d{3}\s?(?!UK|US|AD|EU|UN|AM|PM|BC|CE)[A-Z]{2}\b", 0),
        (r"(?<![\d.,)-])(?<![\d)] )\b\d{5}\s+[A-ZÀ-ÞĀ-Ž][a-zà-ÿā-ž]{2,}", 0),
        (
            r"\b\d{2}-\d{3}\s+[A-ZŁŚŻŹĆ]\w+|\b\d{4}-\d{3}\s+[A-ZÀ-Þ]\w+|\b\d{3} \d{2}\s+[A-ZÅÄÖČŠŽ][a-zà-ž]+",
            0,
        ),
        (
            r"\b(?:post ?code|zip(?: code)?|código postal|code postal|postleitzahl|plz|cap|cep|eircode"
            r"|pin code|c\.p\.)[:. ]+\w*\d",
            re.IGNORECASE,
        ),
        ("〒", 0),
    ),
    "coordinates": (
        (r"-?\b\d{1,3}\.\d{2,}[1-9]\d*°?\s*[NS]?\s*[,;/ ]\s*-?\d{1,3}\.\d{2,}[1-9]", 0),
        (r"-?\b\d{1,3}\.\d{2,}°?\s*[NS]?\s*[,;/]\s*-\d{1,3}\.\d{2,}", 0),
        (r"-?\b\d{1,3}\.\d{4,}°?\s*[NS]?\s*[,;/]\s*-?\d{1,3}\.\d{4,}", 0),
        (r"\b\d{1,3},\d{4,}\s*[;/ ]\s*-?\d{1,3},\d{4,}", 0),
        (r"\b\d{1,3}\s?°\s?\d{1,2}(?:\.\d+)?\s?[′']", 0),
        (r"\b[NS] ?\d{1,2}[° ]\s?\d{1,2}\.\d+", 0),
        (
            r"\b\d{1,3}(?:\.\d+)?\s?°?\s?[NS][,;\s]+\d{1,3}(?:\.\d+)?\s?°?\s?[EWO]\b",
            re.IGNORECASE,
        ),
        (r"\b(?:lat|lon|long|latitude|longitude)\.?\s*-?\d{1,3}\.\d{2,}", re.IGNORECASE),
        (r"\b\d{1,2}[C-HJ-NP-X]\s?\d{6}\s\d{7}\b", 0),
        (r"\b(?:geo:|lat(?:itude)?\s*[:=]|lon(?:gitude)?\s*[:=])\s*-?\d", re.IGNORECASE),
        (
            r"\bgrid ref(?:erence)?\b|\b[HNOST][A-HJ-Z]\s?(?:\d{3} \d{3}|\d{6}|\d{4} \d{4}|\d{8}|\d{5} \d{5})\b",
            0,
        ),
        (r"\b\d{1,2}[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?\d{4,5}\s?\d{4,5}\b", 0),
    ),
    "a plus code": (
        (r"\b[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}\b", re.IGNORECASE),
    ),
    "a what3words address": ((r"///|what\s?3\s?words|w3w\.co", re.IGNORECASE),),
    "a link to a map": (
        (r"goo\.gl/|\bmaps?\.\w|openstreetmap\.|osm\.org|streetmap\.|plus\.codes", re.IGNORECASE),
        (r"waze\.com|citymapper|here\.com|mapy\.cz|g\.page", re.IGNORECASE),
        (r"(?:https?://|www\.|\b[\w.-]+\.[a-z]{2,}/)\S*\bmaps?\b", re.IGNORECASE),
    ),
}
PATTERNS = tuple(
    (what, re.compile(pattern, flags))
    for what, shapes in SHAPES.items()
    for pattern, flags in shapes
)
THREE_WORDS = re.compile(r"(?<![\w@./-])[^\W\d_]{3,}\.[^\W\d_]{3,}\.([^\W\d_]{3,})(?![\w@/.-])")
# The third part of a host name; anything else in three dotted words is taken for a place.
HOSTS = set(
    "org com net gov edu info example test int charity ngo ong london wales scot cymru support help"
    " care health foundation community global world africa asia coop".split()
)
MARKS = re.compile(r"[*_`]+|</?[A-Za-z][^<>]*>")

UNSEEN = re.compile("[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def found_place(text: str) -> str | None:
    """Return what in a text tells where something is, or None."""
    text = _as_read(text)
    for what, pattern in PATTERNS:
        if pattern.search(text):
            return what
    return "a what3words address" if any(map(_is_place, THREE_WORDS.finditer(text))) else None


def _as_read(text: str) -> str:
    """Return a text without marks, and with ordinary digits and letters for other ways to write."""
    if "%" in text:
        text = unquote(unquote(text))
    if "&" in text or "*" in text or "<" in text or "_" in text:
        text = MARKS.sub(" ", html.unescape(text)).replace("  ", " ")
    if text.isascii():
        return text
    return UNSEEN.sub("", with_plain_digits(unicodedata.normalize("NFKC", text)))


def _is_place(three: re.Match[str]) -> bool:
    """Return whether three dotted words are an address, and not the name of a host."""
    words = three[0].lower()
    is_written_alike = three[0] in {words, words.title(), words.upper()}
    return is_written_alike and three[1].lower() not in HOSTS and not words.startswith("www.")
