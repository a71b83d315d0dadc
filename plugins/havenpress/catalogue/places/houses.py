# SPDX-License-Identifier: AGPL-3.0-or-later
"""Addresses without a word for a street: numbered houses, blocks and flats, named houses, directions.

First the pieces, each by its name; then what is certain (``HOUSE_SHAPES``) and what only may be a
place (``HOUSE_HINTS``). The note above a shape is a text that it finds.
"""

from __future__ import annotations

import re

from .landmarks import ENGLISH_BETWEEN, ENGLISH_THINGS, FEW
from .streets import UNITS

AS_TYPED = 0  # capitals tell a name from a word
ANY_CASE = re.IGNORECASE

# Names

NAME = r"[A-Z][\w’'-]{1,20}"  # Harper, O’Neill
NAME_OF_LETTERS = r"[A-Z][a-z]{2,20}"  # Harper, and not O’Neill
ONE_OR_TWO_NAMES = rf"(?:{NAME}\s){{1,2}}"
SPANISH_CAPITAL = "[A-ZÁÉÍÓÚÑ]"
# Countries and common words that end as streets of one word do.
NO_STREET_IN_ONE_WORD = (
    r"(?!(?:Norway|Galway|Solway|Halfway|Anyway|Gateway|Railway|Motorway|Runway|Subway|Midway|Underway"
    r"|Outside|Inside|Beside|Upside|Alongside|Countryside|Merseyside|Tyneside|Teesside|Wearside|Clydeside"
    r"|Humberside|Seaside|Roadside|Bedside|Fireside|Safeway|Pathway|Runaway|Getaway|Takeaway|Breakaway"
    r"|Investigate|Delegate|Litigate|Mitigate|Navigate|Advocate|Propagate)\b)"
)
ONE_WORD = rf"{NO_STREET_IN_ONE_WORD}{NAME_OF_LETTERS}(?:gate|way|side)\b"  # Northgate, Cheapside
# Behind the name of a street stands no noun.
NO_NOUN = r"(?=\s*(?:[^\w\s]|$|\s(?:in|near|and|or|is|at|on|for|off)\b))"
NAMED = (
    r"(?:House|Cottage|Lodge|Farm(?:house)?|Manor|Mill|Rectory|Vicarage|Villa|Barn|Grange|Priory|Convent"
    r"|Chapel|Mansion|Tower|Building|Orchard|Bakery|Brewery|Stables|Hall)"
)
PUBLIC_HOUSE = r"(?:House|Hall|Building|Centre|Center|Church|School|Tower)"
OLD_THINGS = rf"(?:{ENGLISH_THINGS}|rectory|vicarage|dairy|bakery|barn|stables)"
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
NO_PERSON = (
    r"(?!English|Home|Law|Court|Police|Council|Judge|King|Queen|Government|Minister)"  # beside us
)
NO_DAY = r"(?!Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
FOUR_DIGIT_TOWNS = (
    "Wien|Zürich|Genève|Bern|Basel|Bruxelles|Brussels?|Antwerpen|Gent|Oslo|Bergen|Budapest|Sofia"
    "|Sydney|Melbourne|Brisbane|Perth|Adelaide|Canberra|Auckland|Wellington|Amsterdam|Rotterdam|Utrecht"
    "|Riga|Cape Town|Johannesburg|Pretoria|Durban|Tunis|Nicosia"
)

# Numbers, and the parts of a building

HOUSE_NUMBER = r"(?<![\d.,/:-])\b\d{1,3}[a-zA-Z]?(?:\s?[-–]\s?\d{1,3})?"  # 12, 12a, 12-14
NO = r"(?:no\.?\s*)?"
BLOCKS = r"(?:block|building|bldg|tower|villa|plot|stand|erf)"
FLATS = r"(?:flat|apt|apartment|unit|house|door|entrance)"
SPANISH_BLOCKS = r"(?:piso|portal|escalera|bloque|edificio|torre|lote|manzana|mz\.?|casa)"
SPANISH_FLATS = (
    r"(?:puerta|piso|portal|escalera|casa|depto\.?|departamento|apto\.?|lote|manzana|mz\.?)"
)
SLAVIC_BLOCKS = r"(?:d\.|dom|д\.|дом|буд\.|будинок|blok)"
SLAVIC_FLATS = r"(?:kv\.?|кв\.?|квартира|корп\.?|корпус|m\.|mieszkani[ea]|kl\.|klatka)"
FRENCH_BLOCKS = r"(?:bât(?:iment|\.)?|esc(?:alier|\.)|porte|appt\.?|appartement)"
FRENCH_FLOOR = r"\d{1,2}\s?(?:er|e|è|ème)\s+étage"
SPANISH_ESTATES = r"(?:urbanizaci[oó]n|urb\.|barrio|colonia|residencial|fraccionamiento|edificio)"
SPANISH_HOUSES = r"(?:Finca|Cortijo|Quinta|Hacienda|Villa|Masía|Mas|Caserío)"
FLOOR = r"(?:\d+(?:st|nd|rd|th)|[Gg]round|[Ff]irst|[Ss]econd|[Tt]hird|[Tt]op)\s+[Ff]loor"
ORDINAL = r"(?:first|second|third|fourth|fifth|last|\d(?:st|nd|rd|th))"

# Codes and positions

OUTWARD = r"[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]?"  # the first half of a British postcode: NT1, SW1A
INWARD = "[ABD-HJLNP-UW-Z]"  # each of its last two letters
WORD_OF_THREE = r"[^\W\d_]{3,20}"
ODD_DOT = r"(?: ?[。・] ?| \. )"

# By what is told: its patterns, each with whether capitals count.
Shapes = dict[str, tuple[tuple[str, int], ...]]

HOUSE_SHAPES: Shapes = {
    "a house with its number": (
        # 12-14 Eastgate
        (rf"{HOUSE_NUMBER},?\s+{ONE_WORD}{NO_NOUN}", AS_TYPED),
        # Block C, Flat 12
        (rf"\b{BLOCKS}\.?\s*{NO}(?:\d{{1,4}}[a-z]?|[a-h]),?\s+{FLATS}\.?\s*{NO}\d", ANY_CASE),
        # Flat 12 Block C
        (rf"\b{FLATS}\.?\s*\d{{1,4}}[a-z]?,?\s+{BLOCKS}\.?\s*(?:\d|[a-h]\b)", ANY_CASE),
        # Hausnummer 12
        (r"\b(?:Haus\s?(?:nummer|nr\.?)|Hausnr\.?)\s*\d", ANY_CASE),
        # Piso 3, puerta B
        (
            rf"\b{SPANISH_BLOCKS}\s*\d{{1,4}}[ªº]?[A-Z]?,?\s+{SPANISH_FLATS}\s*(?:\d|[A-H]\b)",
            ANY_CASE,
        ),
        # дом 12, кв. 5
        (
            rf"\b{SLAVIC_BLOCKS}\s*(?:№\s*)?\d{{1,4}}\w?,?\s+{SLAVIC_FLATS}\s*\w{{1,4}}\b",
            ANY_CASE,
        ),
        # 12号楼3单元501室, 101동 502호
        (r"\d{1,4}\s?(?:号楼|號樓|栋|棟|单元|單元)|\d{1,4}\s?동\s?\d{1,4}\s?호", AS_TYPED),
        # 渋谷3-12-5
        (r"[\u3040-\u30ff\u4e00-\u9fff]\s?[1-9]\d{0,2}-[1-9]\d{0,2}-\d{1,3}(?![\d-])", AS_TYPED),
    ),
    "a corner of two streets": (
        # corner Northgate/Southgate
        (r"\b[Cc]orner\s+[A-Z]\w{1,30}\s?(?:/|&|and)\s?[A-Z]", AS_TYPED),
        # junction of Northgate and Southgate
        (r"\b(?:[Jj]unction|[Cc]rossing|[Ii]ntersection)\s+of\s+(?:the\s+)?[A-Z0-9]", AS_TYPED),
    ),
    "a post office box": (
        # Private Bag X12, Poste restante
        (
            r"\b(?:gpo|private|locked|post)[ -](?:box|bag)\s*(?:no\.?\s*|#\s*)?x?\d|\bposte? restante\b"
            r"|\bcase postale\s*\d|\bpašto dėžutė\s*\d",
            ANY_CASE,
        ),
        # Box 144, Northtown
        (r"\bBox\s+\d{2,5},\s+[A-Z]|\b(?:CEDEX|Cedex)\s+\d", AS_TYPED),
    ),
    "a postcode": (
        # NT1-2AB
        (rf"\b{OUTWARD}[.–-]\d\s?{INWARD}{{2}}\b", AS_TYPED),
        # NT1 2 AB
        (rf"\b{OUTWARD}\s\d\s{INWARD}{{2}}\b", AS_TYPED),
        # NT 1 2 AB
        (rf"\b[A-PR-UWYZ][A-HK-Y] \d{{1,2}} \d ?{INWARD}{{2}}\b", AS_TYPED),
        # N T 1 2 A B
        (rf"\b[A-PR-UWYZ] [A-HK-Y] \d (?:[A-Z\d] )?\d {INWARD} {INWARD}\b", AS_TYPED),
        # postcode area NT1
        (
            r"\bpost ?code (?:area|district|is|starts with|begins with)\s*:?\s*[a-z]{0,2}\d",
            ANY_CASE,
        ),
    ),
    "coordinates": (
        # 51:30:26N 0:07:39W
        (r"\b\d{1,3}:\d{2}:\d{2}(?:\.\d+)?\s?[NSEWO]\b", AS_TYPED),
        # 513026N 0000739W
        (r"\b\d{6}(?:\.\d+)?\s?[NS][,;/ ]{0,2}\d{6,7}(?:\.\d+)?\s?[EWO]\b", AS_TYPED),
        # 51.5, -0.1
        (r"(?<![\d.])-?\d{1,3}\.\d{1,9},\s*-\d{1,3}\.\d", AS_TYPED),
    ),
    "a what3words address": (
        # what three words: filled count soap
        (r"\bwhat (?:3|three) ?words?\b", ANY_CASE),
        # filled . count . soap
        (
            rf"(?<![\w.]){WORD_OF_THREE}{ODD_DOT}{WORD_OF_THREE}{ODD_DOT}{WORD_OF_THREE}\b(?! \.)",
            AS_TYPED,
        ),
    ),
    "a link to a map": (
        # maps dot google dot com
        (r"\bmaps? dot \w|\bgoo\.?gl slash\b", ANY_CASE),
    ),
}

HOUSE_HINTS: Shapes = {
    "a number of a house": (
        # We are at 221 Elm.
        (
            rf"(?:^|[.:;(]\s|\b(?:at|to|is|it’s|it's)\s)(?:[Nn]o\.?\s?|[Nn]umber\s)?\d{{1,4}}[A-Za-z]?,?\s+{NO_NAME}"
            rf"{NAME_OF_LETTERS}(?:\s[A-Z][a-z]{{1,20}})?(?=\s*(?:[,.;)]|$))",
            AS_TYPED,
        ),
        # number 12 on Northgate
        (r"\b(?:[Nn]o\.?|[Nn]umber)\s?\d{1,3}[a-z]?\s+(?:on|in)\s+(?:the\s+)?[A-Z]", AS_TYPED),
        # Northgate 12
        (rf"\b{ONE_WORD},?\s+\d{{1,3}}[a-z]?\b(?![-/.:]\d){UNITS}", AS_TYPED),
        # Plot 14, Kiambu
        (
            r"\b(?:Plot|Lot|Stand|Erf|Site|Block)\s*(?:[Nn]o\.?\s*)?\d{1,4}[A-Z]?,\s+[A-Z]",
            AS_TYPED,
        ),
        # Urb. Los Pinos 12
        (
            rf"\b{SPANISH_ESTATES}\s+(?-i:{SPANISH_CAPITAL})\w{{1,20}}(?:\s\w{{2,20}}){{0,2}},?\s+"
            rf"(?:casa\s+|n[ºo°.]+\s*)?\d{{1,4}}[A-Z]?\b{UNITS}",
            ANY_CASE,
        ),
        # Cortijo El Olivo, Riverbend
        (
            rf"\b{SPANISH_HOUSES}\s+(?:de\s+|del\s+)?(?:[Ll]as?\s+|[Ee]l\s+|[Ll]os\s+)?"
            rf"{SPANISH_CAPITAL}[a-záéíóúñ]{{2,}},\s+{SPANISH_CAPITAL}",
            AS_TYPED,
        ),
        # Bât. C, 3e étage
        (
            rf"\b{FRENCH_BLOCKS}\s*(?:\d{{1,3}}|[A-H]\b),?\s*"
            rf"(?:bât|esc|porte|appt|appartement|{FRENCH_FLOOR})"
            rf"|\b{FRENCH_FLOOR},?\s+(?:porte|à gauche|à droite|gauche|droite)\b",
            ANY_CASE,
        ),
        # Résidence les Lilas
        (r"\b[Rr]ésidence\s+(?:(?:les?|la|des?|du)\s+)?[A-ZÀ-Þ][a-zà-ÿ]{2,}", AS_TYPED),
        # 2. OG links
        (
            r"\b\d{1,2}\.\s?(?:OG|Obergeschoss|Stock),?\s+(?:links|rechts|Mitte)\b|\bHinterhaus\b",
            AS_TYPED,
        ),
        # корпус 3
        (r"\bкорпус\s*\d|שכונת\s+\S{2,}|בניין\s+\d", ANY_CASE),
        # c/o Northtown Library
        (r"\bc/o\s+[A-Z]", ANY_CASE),
    ),
    "a house by its name": (
        # Rose Cottage, Riverbend
        (
            rf"\b{ONE_OR_TWO_NAMES}{NAMED},\s+{NO_TOWN}[A-Z][a-z]{{2,}}(?!\w|\s{NAMED})",
            AS_TYPED,
        ),
        # 2nd Floor, Riverside House
        (rf"\b{FLOOR},\s+{ONE_OR_TWO_NAMES}{NAMED}\b", AS_TYPED),
        # Room 4, Community Hall
        (
            rf"\b(?:Room|Office)\s+\d{{1,4}}[A-Z]?,\s+(?:The\s+)?{ONE_OR_TWO_NAMES}{PUBLIC_HOUSE}\b",
            AS_TYPED,
        ),
        # the former convent in Northtown
        (
            rf"\bthe\s+(?:old|former|ex|disused|converted)[ -]{ENGLISH_BETWEEN}?{OLD_THINGS}"
            r"\s+(?:in|at|of|on)\s+(?-i:[A-Z])",
            ANY_CASE,
        ),
    ),
    "the way to it": (
        # off the A34, Exit 34 off I-95
        (
            r"\b[Jj]unction\s+\d{1,2}[A-Z]?\b|\boff\s+the\s+[ABM]\d{1,4}\b|\b[Ee]xit\s+\d{1,3}[A-Z]?\s+(?:off|on|from|of the [A-Z])\b",
            AS_TYPED,
        ),
        # km 12 on the A7
        (r"\b(?:km|mile)\s?\d{1,3}(?:[.,]\d)?,?\s+(?:on|of|along|de|del|[A-Z])", AS_TYPED),
        # Route nationale 7
        (
            r"\b(?:Route(?= \d\d)|Route nationale|Interstate|Nationalstraße|Bundesstraße)\s+\d{1,3}\b",
            AS_TYPED,
        ),
        # From the station turn left
        (
            rf"\b(?:from|at|outside|past)\s+the\s+{ENGLISH_THINGS}\b[^.;]{{0,40}}\bturn(?:ing)?\s+(?:left|right)\b",
            ANY_CASE,
        ),
        # the third house on the left
        (
            rf"\b{ORDINAL}\s+(?:house|door|building|gate"
            r"|turning|street|road|entrance)\s+(?:on|to|from|after|past|before|in)\s+(?:the\s+|your\s+)?"
            r"(?:left|right|corner|end|street|road|row|village|hill)\b",
            ANY_CASE,
        ),
        # 200 yards past the Crown
        (
            rf"\b(?i:{FEW})[- ](?:met(?:re|er)s?|m|yards?|miles?|minutes?)\s+(?:from|past|behind)\s+"
            rf"[Tt]he\s+{NO_DAY}[A-Z][a-z]+",
            AS_TYPED,
        ),
        # next to the Crown
        (
            rf"\b(?:[Aa]bove|[Nn]ext to|[Bb]eside|[Bb]elow|[Ff]acing)\s+the\s+{NO_PERSON}[A-Z][a-z]{{2,}}",
            AS_TYPED,
        ),
        # We are over the pharmacy
        (
            r"(?:^|[.;]\s|\b(?:is|are|live|flat|rooms?|office|door)\s)over\s+(?:the|a)\s+(?:\w+\s+)?(?:pharmacy|chemist|bakery|pub|shop|butcher|caf[eé]|takeaway|library|post office|laund\w+)\b",
            ANY_CASE,
        ),
        # where Northgate meets Southgate
        (
            rf"\bwhere\s+{NAME}(?:\s[A-Z][a-z]+)?\s+(?:meets|crosses|joins)\s+[A-Z]",
            AS_TYPED,
        ),
        # search for it on Google Maps
        (r"\b(?:on|in|use|open|search|see) google ?maps\b", ANY_CASE),
    ),
    "coordinates": (
        # 51.50735
        (r"(?<![\d.,-])-?(?:0|[1-9]\d{0,2})\.\d{5,15}(?!\d|\.\d|e|\s?(?:%|per))", AS_TYPED),
    ),
    "a code of an area": (
        # 62704
        (r"(?:^|[.;(]\s)\d{5}(?=\s*(?:[.;)]|$))", AS_TYPED),
        # Sydney 2000
        (
            rf"\b(?:{FOUR_DIGIT_TOWNS})\s+(?!19\d\d|20[1-4]\d)\d{{4}}\b(?![-/]\d)",
            AS_TYPED,
        ),
    ),
}
