# SPDX-License-Identifier: AGPL-3.0-or-later
"""Addresses without a word for a street: numbered houses, blocks and flats, named houses, directions."""

from __future__ import annotations

import re

from .landmarks import ENGLISH_BETWEEN, ENGLISH_THINGS, FEW
from .streets import UNITS

# Streets in one word: Northgate, Kingsway, Cheapside. Countries and common words end alike.
ONE_WORD = (
    r"(?!(?:Norway|Galway|Solway|Halfway|Anyway|Gateway|Railway|Motorway|Runway|Subway|Midway|Underway"
    r"|Outside|Inside|Beside|Upside|Alongside|Countryside|Merseyside|Tyneside|Teesside|Wearside|Clydeside"
    r"|Humberside|Seaside|Roadside|Bedside|Fireside|Safeway|Pathway|Runaway|Getaway|Takeaway|Breakaway|Investigate|Delegate|Litigate|Mitigate|Navigate|Advocate|Propagate)\b)"
    r"[A-Z][a-z]{2,20}(?:gate|way|side)\b"
)
# Behind the name of a street stands no noun.
NO_NOUN = r"(?=\s*(?:[^\w\s]|$|\s(?:in|near|and|or|is|at|on|for|off)\b))"
BLOCKS = r"(?:block|building|bldg|tower|villa|plot|stand|erf)"
FLATS = r"(?:flat|apt|apartment|unit|house|door|entrance)"
NAMED = (
    r"(?:House|Cottage|Lodge|Farm(?:house)?|Manor|Mill|Rectory|Vicarage|Villa|Barn|Grange|Priory|Convent"
    r"|Chapel|Mansion|Tower|Building|Orchard|Bakery|Brewery|Stables|Hall)"
)
# What is no town though it has a capital behind a comma.
NO_TOWN = (
    r"(?!(?:The|Our|We|You|Your|Call|Ring|Ask|A|An|And|Or|If|For|In|On|At|It|They|She|Staff|Women|Men|Children"
    r"|Mon|Tue|Wed|Thu|Fri|Sat|Sun|January|February|March|April|May|June|July|August|September|October"
    r"|November|December)(?:day|sday|nesday|rsday|urday)?\b)"
)
# What stands behind a number at the end of a sentence and is no street: months, days, languages.
NO_NAME = (
    r"(?!(?:Jan|Feb|Mar|Apr|May|Mai|Jun|Jul|Aug|Sep|Oct|Okt|Nov|Dec|Dez|Mon|Tues|Wednes|Thurs|Fri|Satur"
    r"|Sun)(?![a-z]*(?:ton|ham|ley|bury|field)\b)|English|Spanish|French|Polish|Arabic|German|Women|Men|People|Children"
    r"|Families|Rooms|Beds|Hours|Days|Weeks|Months|Years|Uhr|Euro|Frauen|Kinder|Plätze|Tage|Wochen|Monate"
    r"|Jahre|Mujeres|Horas|Plazas|Femmes|Heures|Places|Kobiet|Miejsc|Steps?|Pasos|Midday|Noon|Midnight"
    r"|GMT|BST|UTC|CET|Sharp|Nights?|[A-Z][a-z]+s(?!\w|,\s[A-Z]))"
)

HOUSE_SHAPES: dict[str, tuple[tuple[str, int], ...]] = {
    "a house with its number": (
        (rf"(?<![\d.,/:-])\b\d{{1,3}}[a-zA-Z]?(?:\s?[-–]\s?\d{{1,3}})?,?\s+{ONE_WORD}{NO_NOUN}", 0),
        (
            rf"\b{BLOCKS}\.?\s*(?:no\.?\s*)?(?:\d{{1,4}}[a-z]?|[a-h]),?\s+{FLATS}\.?\s*(?:no\.?\s*)?\d",
            re.IGNORECASE,
        ),
        (rf"\b{FLATS}\.?\s*\d{{1,4}}[a-z]?,?\s+{BLOCKS}\.?\s*(?:\d|[a-h]\b)", re.IGNORECASE),
        (r"\b(?:Haus\s?(?:nummer|nr\.?)|Hausnr\.?)\s*\d", re.IGNORECASE),
        (
            r"\b(?:piso|portal|escalera|bloque|edificio|torre|lote|manzana|mz\.?|casa)\s*\d{1,4}[ªº]?[A-Z]?,?\s+"
            r"(?:puerta|piso|portal|escalera|casa|depto\.?|departamento|apto\.?|lote|manzana|mz\.?)\s*(?:\d|[A-H]\b)",
            re.IGNORECASE,
        ),
        (
            r"\b(?:d\.|dom|д\.|дом|буд\.|будинок|blok)\s*(?:№\s*)?\d{1,4}\w?,?\s+"
            r"(?:kv\.?|кв\.?|квартира|корп\.?|корпус|m\.|mieszkani[ea]|kl\.|klatka)\s*\w{1,4}\b",
            re.IGNORECASE,
        ),
        (r"\d{1,4}\s?(?:号楼|號樓|栋|棟|单元|單元)|\d{1,4}\s?동\s?\d{1,4}\s?호", 0),
        (r"[\u3040-\u30ff\u4e00-\u9fff]\s?[1-9]\d{0,2}-[1-9]\d{0,2}-\d{1,3}(?![\d-])", 0),
    ),
    "a corner of two streets": (
        (r"\b[Cc]orner\s+[A-Z]\w{1,30}\s?(?:/|&|and)\s?[A-Z]", 0),
        (r"\b(?:[Jj]unction|[Cc]rossing|[Ii]ntersection)\s+of\s+(?:the\s+)?[A-Z0-9]", 0),
    ),
    "a post office box": (
        (
            r"\b(?:gpo|private|locked|post)[ -](?:box|bag)\s*(?:no\.?\s*|#\s*)?x?\d|\bposte? restante\b"
            r"|\bcase postale\s*\d|\bpašto dėžutė\s*\d",
            re.IGNORECASE,
        ),
        (r"\bBox\s+\d{2,5},\s+[A-Z]|\b(?:CEDEX|Cedex)\s+\d", 0),
    ),
    "a postcode": (
        (r"\b[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]?[.–-]\d\s?[ABD-HJLNP-UW-Z]{2}\b", 0),
        (r"\b[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]?\s\d\s[ABD-HJLNP-UW-Z]{2}\b", 0),
        (r"\b[A-PR-UWYZ] [A-HK-Y] \d (?:[A-Z\d] )?\d [ABD-HJLNP-UW-Z] [ABD-HJLNP-UW-Z]\b", 0),
        (
            r"\bpost ?code (?:area|district|is|starts with|begins with)\s*:?\s*[a-z]{0,2}\d",
            re.IGNORECASE,
        ),
    ),
    "coordinates": (
        (r"\b\d{1,3}:\d{2}:\d{2}(?:\.\d+)?\s?[NSEWO]\b", 0),
        (r"\b\d{6}(?:\.\d+)?\s?[NS][,;/ ]{0,2}\d{6,7}(?:\.\d+)?\s?[EWO]\b", 0),
        (r"(?<![\d.])-?\d{1,3}\.\d{1,9},\s*-\d{1,3}\.\d", 0),
    ),
    "a what3words address": (
        (r"\bwhat (?:3|three) ?words?\b", re.IGNORECASE),
        (
            r"(?<![\w.])[^\W\d_]{3,20}(?: ?[。・] ?| \. )[^\W\d_]{3,20}(?: ?[。・] ?| \. )[^\W\d_]{3,20}\b(?! \.)",
            0,
        ),
    ),
    "a link to a map": ((r"\bmaps? dot \w|\bgoo\.?gl slash\b", re.IGNORECASE),),
}

HOUSE_HINTS: dict[str, tuple[tuple[str, int], ...]] = {
    "a number of a house": (
        (
            rf"(?:^|[.:;(]\s|\b(?:at|to|is|it’s|it's)\s)(?:[Nn]o\.?\s?|[Nn]umber\s)?\d{{1,4}}[A-Za-z]?,?\s+{NO_NAME}"
            r"[A-Z][a-z]{2,20}(?:\s[A-Z][a-z]{1,20})?(?=\s*(?:[,.;)]|$))",
            0,
        ),
        (r"\b(?:[Nn]o\.?|[Nn]umber)\s?\d{1,3}[a-z]?\s+(?:on|in)\s+(?:the\s+)?[A-Z]", 0),
        (rf"\b{ONE_WORD},?\s+\d{{1,3}}[a-z]?\b(?![-/.:]\d){UNITS}", 0),
        (r"\b(?:Plot|Lot|Stand|Erf|Site|Block)\s*(?:[Nn]o\.?\s*)?\d{1,4}[A-Z]?,\s+[A-Z]", 0),
        (
            r"\b(?:urbanizaci[oó]n|urb\.|barrio|colonia|residencial|fraccionamiento|edificio)\s+"
            rf"(?-i:[A-ZÁÉÍÓÚÑ])\w{{1,20}}(?:\s\w{{2,20}}){{0,2}},?\s+(?:casa\s+|n[ºo°.]+\s*)?\d{{1,4}}[A-Z]?\b{UNITS}",
            re.IGNORECASE,
        ),
        (
            r"\b(?:Finca|Cortijo|Quinta|Hacienda|Villa|Masía|Mas|Caserío)\s+(?:de\s+|del\s+)?(?:[Ll]as?\s+|[Ee]l\s+|[Ll]os\s+)?"
            r"[A-ZÁÉÍÓÚÑ][a-záéíóúñ]{2,},\s+[A-ZÁÉÍÓÚÑ]",
            0,
        ),
        (
            r"\b(?:bât(?:iment|\.)?|esc(?:alier|\.)|porte|appt\.?|appartement)\s*(?:\d{1,3}|[A-H]\b),?\s*"
            r"(?:bât|esc|porte|appt|appartement|\d{1,2}\s?(?:er|e|è|ème)\s+étage)"
            r"|\b\d{1,2}\s?(?:er|e|è|ème)\s+étage,?\s+(?:porte|à gauche|à droite|gauche|droite)\b",
            re.IGNORECASE,
        ),
        (r"\b[Rr]ésidence\s+(?:(?:les?|la|des?|du)\s+)?[A-ZÀ-Þ][a-zà-ÿ]{2,}", 0),
        (r"\b\d{1,2}\.\s?(?:OG|Obergeschoss|Stock),?\s+(?:links|rechts|Mitte)\b|\bHinterhaus\b", 0),
        (r"\bкорпус\s*\d|שכונת\s+\S{2,}|בניין\s+\d", re.IGNORECASE),
        (r"\bc/o\s+[A-Z]", re.IGNORECASE),
    ),
    "a house by its name": (
        (
            rf"\b(?:[A-Z][\w’'-]{{1,20}}\s){{1,2}}{NAMED},\s+{NO_TOWN}[A-Z][a-z]{{2,}}(?!\w|\s{NAMED})",
            0,
        ),
        (
            r"\b(?:\d+(?:st|nd|rd|th)|[Gg]round|[Ff]irst|[Ss]econd|[Tt]hird|[Tt]op)\s+[Ff]loor,\s+(?:[A-Z][\w’'-]{1,20}\s){1,2}"
            rf"{NAMED}\b",
            0,
        ),
        (
            r"\b(?:Room|Office)\s+\d{1,4}[A-Z]?,\s+(?:The\s+)?(?:[A-Z][\w’'-]{1,20}\s){1,2}"
            r"(?:House|Hall|Building|Centre|Center|Church|School|Tower)\b",
            0,
        ),
        (
            rf"\bthe\s+(?:old|former|ex|disused|converted)[ -]{ENGLISH_BETWEEN}?(?:{ENGLISH_THINGS}|rectory|vicarage"
            r"|dairy|bakery|barn|stables)\s+(?:in|at|of|on)\s+(?-i:[A-Z])",
            re.IGNORECASE,
        ),
    ),
    "the way to it": (
        (
            r"\b[Jj]unction\s+\d{1,2}[A-Z]?\b|\boff\s+the\s+[ABM]\d{1,4}\b|\b[Ee]xit\s+\d{1,3}[A-Z]?\s+(?:off|on|from|of the [A-Z])\b",
            0,
        ),
        (r"\b(?:km|mile)\s?\d{1,3}(?:[.,]\d)?,?\s+(?:on|of|along|de|del|[A-Z])", 0),
        (
            r"\b(?:Route(?= \d\d)|Route nationale|Interstate|Nationalstraße|Bundesstraße)\s+\d{1,3}\b",
            0,
        ),
        (
            rf"\b(?:from|at|outside|past)\s+the\s+{ENGLISH_THINGS}\b[^.;]{{0,40}}\bturn(?:ing)?\s+(?:left|right)\b",
            re.IGNORECASE,
        ),
        (
            r"\b(?:first|second|third|fourth|fifth|last|\d(?:st|nd|rd|th))\s+(?:house|door|building|gate"
            r"|turning|street|road|entrance)\s+(?:on|to|from|after|past|before|in)\s+(?:the\s+|your\s+)?"
            r"(?:left|right|corner|end|street|road|row|village|hill)\b",
            re.IGNORECASE,
        ),
        (
            rf"\b(?i:{FEW})[- ](?:met(?:re|er)s?|m|yards?|miles?|minutes?)\s+(?:from|past|behind)\s+"
            r"[Tt]he\s+(?!Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)[A-Z][a-z]+",
            0,
        ),
        (
            r"\b(?:[Aa]bove|[Nn]ext to|[Bb]eside|[Bb]elow|[Ff]acing)\s+the\s+(?!English|Home|Law|Court|Police|Council|Judge|King|Queen|Government|Minister)[A-Z][a-z]{2,}",
            0,
        ),
        (
            r"(?:^|[.;]\s|\b(?:is|are|live|flat|rooms?|office|door)\s)over\s+(?:the|a)\s+(?:\w+\s+)?(?:pharmacy|chemist|bakery|pub|shop|butcher|caf[eé]|takeaway|library|post office|laund\w+)\b",
            re.IGNORECASE,
        ),
        (r"\bwhere\s+[A-Z][\w’'-]{1,20}(?:\s[A-Z][a-z]+)?\s+(?:meets|crosses|joins)\s+[A-Z]", 0),
        (r"\b(?:on|in|use|open|search|see) google ?maps\b", re.IGNORECASE),
    ),
    "coordinates": ((r"(?<![\d.,-])-?(?:0|[1-9]\d{0,2})\.\d{5,15}(?!\d|\.\d|e|\s?(?:%|per))", 0),),
    "a code of an area": (
        (r"(?:^|[.;(]\s)\d{5}(?=\s*(?:[.;)]|$))", 0),
        (
            r"\b(?:Wien|Zürich|Genève|Bern|Basel|Bruxelles|Brussels?|Antwerpen|Gent|Oslo|Bergen|Budapest|Sofia"
            r"|Sydney|Melbourne|Brisbane|Perth|Adelaide|Canberra|Auckland|Wellington|Amsterdam|Rotterdam|Utrecht"
            r"|Riga|Cape Town|Johannesburg|Pretoria|Durban|Tunis|Nicosia)\s+(?!19\d\d|20[1-4]\d)\d{4}\b(?![-/]\d)",
            0,
        ),
    ),
}
