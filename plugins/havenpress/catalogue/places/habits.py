# SPDX-License-Identifier: AGPL-3.0-or-later
"""How people of English-speaking countries tell the way: blocks, crosses, stands, shops by name.

As in ``houses``, the note above a shape is a text that it finds.
"""

from __future__ import annotations

from .houses import ANY_CASE, AS_TYPED, NAME, ORDINAL, Shapes
from .landmarks import ENGLISH_BETWEEN, ENGLISH_CHOICE, ENGLISH_THINGS, FEW, NUMBERED

# Capitals that are no place: times, people, and what is read or spoken.
NO_PLACE = (
    r"(?!(?:I|You|Your|We|Our|Us|He|She|They|God|English|Spanish|Judges?|Police|Council|Court|Law|Mum|Dad"
    r"|Staff|Women|Men|Children|Closed|Every|Christmas|Easter|Ramadan|Eid|Diwali|New Year|Boxing|Mon|Tues"
    r"|Wednes|Thurs|Fri|Satur|Sun|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|Midnight|Noon|Level|Age|Grade|Page|Form|Step|Section|All|Else|Bars|Home|Hope"
    r"|Survivors?|Someone|People|Families|Normal|Average|Capacity)(?:days?)?\b)"
)
OF_CHOICE = (
    r"(?![^.;]{0,40}(?:of (?:your|their) choice|near(?:est)? (?:to )?you|you (?:choose|like)))"
)
NEXT_TO = (
    r"(?:next to|near(?:by)?|beside|close to|behind|opposite(?: to)?|opp\.?|adjacent to|above|across from"
    r"|(?:just )?past|(?:just )?beyond|round the corner from|(?:kitty|catty|cater)-?corner (?:from|to)"
    r"|(?:a?round|at) the (?:back|side|rear) of)"
)
# In a title every word has a capital: “Moving Past Trauma”.
AT_START = (
    r"(?:Next to|Near|Beside|Close to|Behind|Opposite(?: to)?|Opp\.?|Above|Across from|Just past)"
)
# What stands in the open and refers nobody to a service.
IN_THE_OPEN = (
    r"(?:memorial|(?:level )?crossing|roundabout|traffic lights|robots|canal|river|bridge|harbou?r|pier|jetty"
    r"|allotments|lake|beach|railway|tracks|water (?:tower|tank)|fountain|statue|ring road|interstate|motorway"
    r"|highway|freeway|turnpike|bypass|church gates?|taxi rank|bus stand|silo)"
)
HOUSES = r"(?:house|cottage|bungalow|door|gate|building|flat|turning|driveway)"
COMPASS = r"(?:north|south|east|west|back|up|down|inland)"
NTH = r"\d{1,3}(?:st|nd|rd|th)"
MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
DIVISIONS = r"(?:Section|Zone|Phase|Extension|Ext\.?|Sector|Ward)"
# What Indian English names without an article.
WITHOUT_THE = (
    r"(?:bus (?:stand|stop|depot)|railway station|metro (?:station|pillar)|police station|post office"
    r"|petrol pump|water tank|(?:\w+ )?(?:mandir|masjid|gurdwara|chowk)|ATM)"
)

HABIT_SHAPES: Shapes = {
    "a street with its number": (
        # 1420 N. Meridian
        (r"\b\d{2,5}\s+(?:[NSEW]|NE|NW|SE|SW)\.?\s+(?!Learning)[A-Z][a-z]{2,}", AS_TYPED),
        # on the 400 block of West Elm
        (r"\b\d{2,5}\s+block\s+of\s+[A-Z]", AS_TYPED),
        # 10820 102 Ave NW
        (r"\b\d{2,5}\s+\d{1,3}\s+(?:Ave|St|Avenue|Street)\b", AS_TYPED),
        # 12 Sráid Mhór, 3 Heol Fawr
        (
            r"\b\d{1,4}[a-z]?,?\s+(?:Sráid|Bóthar|Ascaill|Plás|Cearnóg|Stryd|Heol|Ffordd|Lôn)\s",
            AS_TYPED,
        ),
        # 3rd Cross, 5th Main, Indiranagar
        (
            rf"\b{NTH}\s+Cross\b,?\s+(?:{NTH}|\d|[A-Z])|\b{NTH}\s+Main\b,?\s+(?:{NTH}|Road|Cross)",
            AS_TYPED,
        ),
    ),
    "a house with its number": (
        # House 4321, Section B, Umlazi
        (rf"\b(?:House|Stand|Site|Erf|Plot)\s+\d{{1,5}}[A-Z]?,?\s+{DIVISIONS}\s+\w", AS_TYPED),
        # 1234 Zone 6, Soweto
        (rf"\b\d{{1,5}}\s+(?!Section){DIVISIONS}\s+\w{{1,3}},\s+[A-Z]", AS_TYPED),
        # Site C, Block 12
        (r"\b(?:Site|Section|Sector|Phase)\s+\w{1,3},\s+Block\s+\w{1,3}\b", AS_TYPED),
        # Concession 4, Lot 12
        (
            r"\b(?:Conc(?:ession|\.)?\s+\d{1,3},?\s+Lot\s+\d|Lot\s+\d{1,3},?\s+Conc(?:ession|\.)?\s+\d)",
            AS_TYPED,
        ),
        # Shop no. 12, ground floor
        (r"\b(?:shop|flat)\s*no\.?\s*\d{1,5},\s+\w", ANY_CASE),
        # B-204, Green Park Extension
        (
            r"\b[A-Z]-?\d{1,4},\s+(?:[A-Z][a-z]+\s+){1,3}(?:Nagar|Vihar|Enclave|Extension|Colony|Puram|Park)\b",
            AS_TYPED,
        ),
    ),
    "a corner of two streets": (
        # Cnr Smith & Gertrude Sts
        (r"\b[Cc]nr\.?\s+(?:of\s+)?[A-Z0-9]", AS_TYPED),
        # MLK Blvd and 12th
        (
            rf"\b[A-Z]\w+\s+(?:Blvd|Ave|St|Rd|Dr|Pkwy|Street|Avenue)\.?\s+(?:and|&|at)\s+{NTH}",
            AS_TYPED,
        ),
        # W 4th and Mercer
        (rf"\b[NSEW]\.?\s+{NTH}\s+(?:and|&|at)\s+[A-Z]", AS_TYPED),
        # 5th & Pike
        (rf"\b{NTH}\s*&\s*[A-Z]\w{{2,}}", AS_TYPED),
        # between Broadway and Amsterdam on 96th
        (
            rf"\b[Bb]etween\s+{NO_PLACE}[A-Z]\w+\s+and\s+{NO_PLACE}[A-Z]\w+\s+on\s+(?:{NTH}|[A-Z]\w+\s+(?:St|Ave|Rd)\b)",
            AS_TYPED,
        ),
        # between 5th and 6th on Market
        (
            rf"\b[Bb]etween\s+{NTH}\s+(?:and|&)\s+{NTH}\s+(?:on|St|Ave)\s*(?!{MONTHS})(?:[A-Z]|$|\.)",
            AS_TYPED,
        ),
    ),
    "a post office box": (
        # RR 2 Box 45
        (r"\b(?:RR|HC)\s?#?\s?\d{1,4},?\s+[Bb]ox\s+\d|\bRR\s?#?\s?\d{1,4},\s+[A-Z][a-z]", AS_TYPED),
        # RMB 1234, Mudgee
        (r"\b(?:RMB|RSD|CMB)\s\d{2,5},\s+[A-Z]", AS_TYPED),
    ),
    "a postcode": (
        # Our zip is 60640
        (r"\b(?:zip|pin)(?: code)? is\s+\d{5,6}\b", ANY_CASE),
    ),
}

HABIT_HINTS: Shapes = {
    "a landmark beside it": (
        # near the Tim Hortons on King West
        (
            rf"(?:(?:^|[.;:(]\s*){AT_START}|\b{NEXT_TO})\s+(?:the\s+)?{NO_PLACE}[A-Z][\w’'-]+{OF_CHOICE}",
            AS_TYPED,
        ),
        # Near bus stand, Kottayam
        (rf"\b{NEXT_TO}\s+{WITHOUT_THE}\b", ANY_CASE),
        # kitty-corner from the courthouse
        (
            r"\b(?:(?:kitty|catty|cater)-?corner (?:from|to)|diagonally opposite|overlook(?:s|ing)?|backs? on to)"
            rf"\s+the\s+{ENGLISH_BETWEEN}{{0,3}}{ENGLISH_THINGS}\b{ENGLISH_CHOICE}",
            ANY_CASE,
        ),
        # by the war memorial
        (rf"\bby\s+the\s+{ENGLISH_BETWEEN}{{0,2}}{IN_THE_OPEN}\b", ANY_CASE),
        # between the Spar and the chippy
        (rf"\b[Bb]etween\s+the\s+{NO_PLACE}[A-Z][\w’'-]+\s+and\s+the\s", AS_TYPED),
        # Our building used to be the cottage hospital
        (
            rf"\b(?:used to be|was once|is what was)\s+(?:the|an?)\s+{ENGLISH_BETWEEN}{{0,2}}{ENGLISH_THINGS}\b",
            ANY_CASE,
        ),
        # the old Motel 6 by the interstate
        (
            r"\b[Tt]he\s+(?:old|former)\s+[A-Z]\w+(?:\s\w+)?\s+(?:building\s+)?(?:by|on|near|opposite|behind)\b",
            AS_TYPED,
        ),
        # We share a parking lot with the Dollar General
        (
            r"\bshares?\s+(?:a|an|the|its|our)\s+(?:entrance|door|building|yard|parking lot|car ?park|driveway|wall)"
            r"\s+with\s+(?!no\b|nobody|other|you\b|women)",
            ANY_CASE,
        ),
        # Landmark: water tank
        (r"\blandmark\s*[:–-]", ANY_CASE),
    ),
    "the way to it": (
        # Turn left at the Red Lion
        (
            r"\b[Tt]urn(?:ing)?\s+(?:left|right)\s+(?:at|after|past|onto|into)\s+(?:the\s+[A-Za-z]|[A-Z])",
            AS_TYPED,
        ),
        # and it is the second cottage
        (
            rf"\bis\s+the\s+{ORDINAL}\s+(?:(?:cottage|bungalow)(?=\s*(?:[.,;]|$))"
            r"|(?:house|cottage|bungalow|door|gate)\s+(?:on|after|past|from|down|along)\b)",
            ANY_CASE,
        ),
        # the last house before the ring road
        (
            rf"\b{HOUSES}\s+(?:after|before|past|beyond)\s+the\s+{ENGLISH_BETWEEN}{{0,2}}(?:{ENGLISH_THINGS}|{IN_THE_OPEN})\b",
            ANY_CASE,
        ),
        # the bungalow after Centra
        (rf"\b{HOUSES}\s+(?:after|past|beyond)\s+{NO_PLACE}[A-Z][\w’'-]+", AS_TYPED),
        # at the top of Chapel Hill
        (
            rf"\b[Aa]t\s+the\s+(?:top|bottom|foot|far end)\s+of\s+(?:the\s+)?{NO_PLACE}[A-Z][\w’'-]+\b(?!\s+(?:form|list|page))",
            AS_TYPED,
        ),
        # at the end of the cul-de-sac
        (
            r"\bat\s+the\s+(?:end|top|bottom)\s+of\s+(?:the|a)\s+(?:\w+\s+)?(?:cul-de-sac|lane|track|terrace|drive|avenue)\b",
            ANY_CASE,
        ),
        # just off Deansgate
        (r"\bjust\s+off\s+(?:the\s+)?[A-Z]\w+", AS_TYPED),
        # on Peachtree near Piedmont
        (
            rf"\bon\s+{NO_PLACE}[A-Z][a-z]+(?:\s[A-Z][a-z]+)?\s+(?:near|between|at)\s+[A-Z]\w+",
            AS_TYPED,
        ),
        # the brick duplex on Sycamore
        (
            r"\b(?:duplex|bungalow|townhouse|cottage|house)\s+on\s+"
            rf"{NO_PLACE}(?!The\b|A\b|Earth\b)[A-Z][a-z]+(?=\s*(?:[.,;]|$))",
            AS_TYPED,
        ),
        # the farm on the R62 before Barrydale
        (
            r"\bon\s+the\s+(?:[ABMR]\d{1,4}|N\d{1,2})(?=\s*(?:[.;]|$|\s(?:near|before|after|just|outside|between|towards|past)\b))",
            AS_TYPED,
        ),
        # off the N11 at Kilmacanogue
        (r"\b[Oo]ff\s+the\s+[NR]\d{1,4}\b", AS_TYPED),
        # two blocks south of City Hall
        (
            rf"\b{FEW}\s+(?:blocks?|streets?|doors?|houses?|roads?)\s+{COMPASS}\s+(?:of|from)\b",
            ANY_CASE,
        ),
        # 3rd floor of the YWCA building
        (
            rf"\b(?:{NTH}|[Gg]round|[Ff]irst|[Ss]econd|[Tt]hird|[Tt]op)\s+floor\s+of\s+(?:the\s+)?[A-Z]\w+",
            AS_TYPED,
        ),
        # Apartment 4B over the laundromat
        (
            r"\b(?:apartment|apt\.?|flat|rooms?|office|floor)\s+(?:\w{1,4}\s+)?(?:over|above)\s+the\s+"
            rf"{ENGLISH_THINGS}\b",
            ANY_CASE,
        ),
    ),
    "a stop, a line or an exit": (
        # The 36 stops right outside
        (r"\b[Tt]he\s+\d{1,3}[A-Z]?\s+(?:stops|goes past|runs past)\b", AS_TYPED),
        # get off the 73 at Newington Green
        (r"\b[Gg]et\s+off\s+the\s+\d{1,3}[A-Z]?\b", AS_TYPED),
        # near metro pillar no. 123
        (r"\b(?:metro\s+)?pillar\s+(?:no\.?|number|#)\s*\d", ANY_CASE),
    ),
    "a number of a house": (
        # The Maltings, Unit 5b
        (r"\b[A-Z][a-z]+,\s+(?:Unit|Flat|Apt|Suite|Studio)\.?\s*\d", AS_TYPED),
        # Building C, Pine Ridge Apartments
        (
            rf"\b(?:Building|Block|Tower|Wing)\s+\w{{1,3}},\s+(?:{NAME}\s){{1,2}}"
            r"(?:Apartments|Apts|Towers|Court|Complex|Residency|Gardens)\b",
            AS_TYPED,
        ),
        # on the Broadwater Farm estate
        (rf"\b[Tt]he\s+(?:{NAME}\s){{1,2}}estate\b", AS_TYPED),
    ),
    "a code of an area": (
        # Fitzroy 3065
        (
            rf"(?:^|[.;]\s){NUMBERED}(?!Section|Room|Step|Freephone|Helpline|Hotline|Since|Extension|Option|Press|Article|Chiami|Llama|Ligue|Appelez|Kurzwahl)[A-Z][a-z]{{3,}}\s(?!19|20)\d{{4}}(?=\s*(?:[.;]|$))",
            AS_TYPED,
        ),
        # New Delhi - 110024
        (
            rf"\b{NUMBERED}(?!Reg|Ref|Registration|Registrar|Helpline|Fax|Id\b|No\b|Option|Press)"
            r"[A-Z][a-z]{3,}\s*[-–]\s*[1-9]\d{2}\s?\d{3}\b(?![-–\d])",
            AS_TYPED,
        ),
        # PIN 110024
        (r"\bPIN\s*(?:[Cc]ode\s*)?[:–-]?\s*[1-9]\d{2}\s?\d{3}\b", AS_TYPED),
    ),
}
