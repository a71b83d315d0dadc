# SPDX-License-Identifier: AGPL-3.0-or-later
"""Postcodes, post office boxes, positions and links to maps, as they stand in text."""

from __future__ import annotations

import re

from .streets import UNITS

STATES = (
    "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii"
    "|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan"
    "|minnesota|mississippi|missouri|montana|nebraska|nevada|new (?:hampshire|jersey|mexico|york)"
    "|(?:north|south) (?:carolina|dakota)|ohio|oklahoma|oregon|pennsylvania|rhode island|tennessee"
    "|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|puerto rico"
)
# Towns of countries with codes of four digits, which are years and counts elsewhere.
TOWNS = (
    "wien|vienna|graz|linz|salzburg|innsbruck|klagenfurt|villach|wels|zürich|zurich|genève|genf|geneva"
    "|basel|bern|lausanne|luzern|lucerne|winterthur|st\\. gallen|lugano|bruxelles|brussels?|brüssel"
    "|antwerpen|antwerp|gent|ghent|brugge|bruges|liège|charleroi|namur|leuven|københavn|copenhagen|aarhus"
    "|odense|aalborg|oslo|bergen|trondheim|stavanger|budapest|debrecen|szeged|sofia|plovdiv|varna"
    "|ljubljana|maribor|luxembourg|luxemburg|sydney|melbourne|brisbane|perth|adelaide|canberra|hobart"
    "|darwin|auckland|wellington|christchurch|amsterdam|rotterdam|utrecht|den haag|eindhoven|riga|cape town"
    "|johannesburg|pretoria|durban|tunis|nicosia|limassol"
)

CODE_SHAPES: dict[str, tuple[tuple[str, int], ...]] = {
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
        (r"\b(?!(?:UN|ID|PO|CV|SMS)\b)[A-Z]{2},?\s+\d{5}(?:-\d{4})?\b", 0),
        (rf"\b(?:{STATES})\.?,?\s+\d{{5}}(?:-\d{{4}})?\b", re.IGNORECASE),
        (rf"\b[1-9]\d{{3}}\s+(?:{TOWNS})\b", re.IGNORECASE),
        (r"(?<![\d-])\d{5}-\d{3}(?![\d-])", 0),
        (r"(?<![\d-])\d{5}-\d{4}(?![\d-])", 0),
        (
            r"\b(?:ak|ar|az|ca|ct|dc|fl|ga|ia|il|ks|ky|mi|mn|ms|mt|nc|nd|ne|nh|nj|nm|nv|ny|ri|sc|sd|tn"
            r"|tx|ut|va|vt|wa|wi|wv|wy)\s+\d{5}\b",
            0,
        ),
        (r"\b[ABCEGHJ-NPRSTVXY]\d[A-Z][ -]?\d[A-Z]\d\b", re.IGNORECASE),
        (
            r"\b(?:[AC-FHKNPRTV-Y]\d{2}|D6W) ?(?=[A-Z]*\d)(?=\d*[A-Z])[0-9AC-FHKNPRTV-Y]{4}\b",
            re.IGNORECASE,
        ),
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
        (rf"(?<![\d.,)-])(?<![\d)] )\b\d{{5}}(?!\d){UNITS}\s+[A-ZÀ-ÞĀ-Ž][a-zà-ÿā-ž]{{2,}}", 0),
        (
            r"\b\d{2}-\d{3}\s+[A-ZŁŚŻŹĆ]\w+|\b\d{4}-\d{3}\s+[A-ZÀ-Þ]\w+|\b\d{3} \d{2}\s+[A-ZÅÄÖČŠŽ][a-zà-ž]+",
            0,
        ),
        (
            r"\b(?:post ?code|zip(?: code)?|código postal|code postal|postleitzahl|plz|cap|cep|eircode"
            r"|c\.p\.)[:. ]+\w*\d|\bpin code[:. ]+\d{3}",
            re.IGNORECASE,
        ),
        ("〒", 0),
    ),
    "coordinates": (
        (r"-?\b\d{1,3}\.\d{2,30}[1-9]\d{0,30}°?\s*[NS]?\s*[,;/ ]\s*-?\d{1,3}\.\d{2,}[1-9]", 0),
        (r"-?\b\d{1,3}\.\d{2,}°?\s*[NS]?\s*[,;/]\s*-\d{1,3}\.\d{2,}", 0),
        (r"-?\b\d{1,3}\.\d{4,}°?\s*[NS]?\s*[,;/]\s*-?\d{1,3}\.\d{4,}", 0),
        (r"\b\d{1,3},\d{4,}\s*[;/ ]\s*-?\d{1,3},\d{4,}", 0),
        (r"\b\d{1,3}\s?°\s?\d{1,2}(?:\.\d+)?\s?[′'’]", 0),
        (r"\b[NS] ?\d{1,2}[° ]\s?\d{1,2}\.\d+", 0),
        (r"\b[NS]\s?\d{1,2}[.,]\d{2,}°?\s*[,;]?\s*[EWO]\s?\d", 0),
        (r"\b\d{1,2}\s\d{1,2}\s\d{1,2}(?:\.\d+)?\s?[NS]\b", 0),
        (
            r"\b\d{1,3}\s?d(?:eg(?:rees?)?)?\.?\s?\d{1,2}\s?m(?:in(?:utes?)?)?\.?\s?(?:\d[\d.]*\s?"
            r"(?:s|sec(?:onds)?)?\.?\s?)?(?:[NSEW]\b|north|south|east|west)",
            re.IGNORECASE,
        ),
        (r"\b\d{1,3}\.\d{3,}\s?°\s?[NSEWO]\b", 0),
        (r"\bgeo ?hash\b", re.IGNORECASE),
        (
            r"\b\d{1,3}(?:[.,]\d+)?\s?°?\s?[NS][,;\s]+\d{1,3}(?:[.,]\d+)?\s?°?\s?[EWO]\b",
            re.IGNORECASE,
        ),
        (r"\b(?:lat|lon|long|latitude|longitude)\.?\s*-?\d{1,3}\.\d{2,}", re.IGNORECASE),
        (r"\b\d{1,2}[C-HJ-NP-X]\s?\d{6}\s\d{7}\b", 0),
        (r"\b(?:geo:|(?:lat(?:itude)?|lo?ng?(?:itude)?)[\"']?\s*[:=])\s*[\"']?-?\d", re.IGNORECASE),
        (r"\blat(?:itude)?\.?\s+-?\d{1,2}\.\d", re.IGNORECASE),
        (
            r"\bgrid ref(?:erence)?\b|\b[HNOST][A-HJ-Z]\s?(?:\d{3} \d{3}|\d{6}|\d{4} \d{4}|\d{8}|\d{5} \d{5})\b",
            0,
        ),
        (r"\b\d{1,2}[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?\d{4,5}\s?\d{4,5}\b", 0),
    ),
    "a plus code": (
        (r"\b[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}\b", re.IGNORECASE),
        (r"\b(?=\w{8}\+)[23456789CFGHJMPQRVWX]{2,6}0{2,6}\+", re.IGNORECASE),
    ),
    "a what3words address": ((r"///|what\s?3\s?words|\bw3w\b", re.IGNORECASE),),
    "a link to a map": (
        (
            r"goo\s?\.\s?gl/|\bmaps?\.\w|openstreetmap\.|osm\.org|streetmap\.|plus\.codes",
            re.IGNORECASE,
        ),
        (
            r"waze\.com|citymapper|here\.com|mapy\.cz|g\.page|\bg\.co/|2gis\.|komoot\.",
            re.IGNORECASE,
        ),
        (
            r"\bearth\.google\.|organicmaps|\bomaps\.|\bom://|mapquest|moovit|mapillary|viamichelin"
            r"|comgooglemaps|\btbm=map\b",
            re.IGNORECASE,
        ),
        (  # from the first sign of an address on, so that a long one is read once
            r"(?<!\S)(?>\S*?(?:https?://|www\.|[\w.-]\.[a-z]{2,}/))\S*\bmaps?\b",
            re.IGNORECASE,
        ),
    ),
}
