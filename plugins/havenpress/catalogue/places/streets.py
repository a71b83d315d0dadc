# SPDX-License-Identifier: AGPL-3.0-or-later
"""Streets as a good dozen countries write them (Universal Postal Union, addressing sheets).

Words that mean much else count only where something beside them leaves little doubt, so that
“24 hour safe house” and “plaza para 12 personas” stay free.
"""

from __future__ import annotations

import re

STREETS = "street|road|avenue|lane|boulevard|crescent|highway|parkway|terrace"
# Words that mean much else; they count with capitals only.
CAPITALISED = (
    "Street|Road|Avenue|Lane|Boulevard|Crescent|Terrace|St|Rd|Ave|Blvd|Ln|Dr|Drive|Close|Court|Way"
    "|Place|Square|Gardens|Grove|Row|Mews|Hill|Walk|Parade|Quay|Wharf|House|Alley|Park|Green"
    "|Circus|Embankment|Gate|Rise|Vale|View|Fields|Cottages?|Villas?|Buildings|Mansions|Broadway|Yard"
    "|Passage|Lodge|Heights|Estate|Farm|Cl|Ct|Cres|Gdns|Pl|Sq|Pkwy|Hwy|Trail|Circle"
)
# Those of them that have a number behind them nowhere else: “Court, number 3” may be a court.
NUMBERED_BEHIND = "Mews|Close|Gardens|Grove|Wharf|Quay|Alley|Mansions|Cottages|Villas|Gdns|Cres"
# Words that are a street's in small letters too, where a comma or nothing follows.
ENDING = "close|court|gardens|grove|mews|drive|quay|wharf|parade|st|dr|ct"
SHORTENED = "ln|str|rd|ave?|blvd|cres|hwy|pkwy|gdns|terr"
CAPITAL = r"(?:[A-ZÀ-Þ][\w’'.-]{0,40}|\d{1,3}(?:st|nd|rd|th))"
# Words that stand between a number and “road” in sentences, never in an address.
SMALL = r"(?!(?:the|a|an|of|on|in|at|by|to|for|from|and|or|per|this|that|your|our|their|off)\s)"
COUNTED = (
    r"(?!(?:Star|Bed|Bedroom|Room|Hour|Day|Week|Month|Year|Way|Women|Men|People|Families|Children"
    r"|Mothers?|Girls|Boys|[Mm]in(?:ute)?s?'?|[Mm]iles?|[Kk]m)\b)"
)
# A number is no house number where this follows it.
UNITS = (
    r"(?!\s*(?:days?|hours?|times|weeks?|months?|years?|min(?:ute)?s?|people|women|men|families"
    r"|children|calls|beds|rooms|d[ií]as?|minut[oe]s?|billetes|plazas|niveles|osób|osoby|godzin\w*|razy"
    r"|lat|miejsc\w*|kobiet\w*|dzieci|kroków|zł|Mal|Minuten|Wochen|Monate|Jahre?n?|Frauen|Männer|Kinder"
    r"|Menschen|Personen|Plätze|Zimmer|Nächte|Anrufe\w*|Beratungen|Familien|Mädchen|Fälle|Euro|mal"
    r"|femmes|enfants|nuits|semaines|mois|ans|places|appels|am\b|pm\b|h\b"
    r"|horas?|veces|semanas?|meses|años?|personas|mujeres|familias|niñ[oa]s|jours?|heures?|fois"
    r"|personnes|Tage|Stunden|Uhr|%|€|£|\$))"
)
PARTS = r"(?:(?:de|del|la|las|los|el|do|da|dos|das|della|dei|di|du|des|le|les|d’|l’|d'|l')\s?){0,4}"

# What follows “Am” or “Im” where it means a time or a matter, and no street.
NO_STREET = (
    r"(?!(?:Mon|Diens|Donners|Frei|Sams|Sonn|Feier|Werk)tag|Mittwoch|Januar|Februar|März|April|Mai\b"
    r"|Juni|Juli|August|September|Oktober|November|Dezember|Frühling|Sommer|Herbst|Winter|Jahr|Monat"
    r"|Tag|Morgen|Mittag|Nachmittag|Abend|Nacht|Wochenende|Woche|Anfang|Ende|Telefon|Apparat|Haus|Team"
    r"|Alter|Schnitt|Durchschnitt|Mittel|Notfall|Zeit|Beispiel|Beratung|Paragra|Artikel|Absatz|Kapitel"
    r"|Abschnitt|Satz|Gesetz|Anhang|Formular|Stufe|Gruppe|Zimmer|Raum|Etage|Stock|Schritt|Programm"
    r"|Umkreis|Kurs|Verfahren|Bereich)"
)
# What follows “via” where it is a way to talk, and no Italian street.
NO_VIA = (
    r"(?!(?:WhatsApp|Whatsapp|Signal|Zoom|Teams|Skype|Telegram|Viber|Messenger|SMS|Telefon|E-?[Mm]ail"
    r"|Facebook|Instagram|Internet|Chat)\b)"
)

# Words that follow “calle” where it means that somebody lives there.
UNNAMED = r"(?!(?:durante|desde|hace|por|con|más|sin|como|para|cada|entre|unos|unas|tiene|hay)\s)"

STREET_SHAPES: dict[str, tuple[tuple[str, int], ...]] = {
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
        (rf"\b(?:{NUMBERED_BEHIND}),?\s+(?:[Nn]umber|[Nn]o\.?|#)\s*\d{{1,5}}\b", 0),
        (
            rf"\b(?:{CAPITAL}\s+)(?:Street|Road|Avenue|Drive|Lane|Close|Crescent|St|Rd|Ave)\.?,?\s+\d{{1,5}}\b{UNITS}",
            0,
        ),
        (r"\b[Cc]orner of\s+(?:the\s+)?[A-Z0-9]", 0),
        (
            r"\b(?:block|street|road|sector|house|plot|villa|building|bldg)\.?\s*\d{1,5}[a-z]?\s*,"
            r"\s*(?:block|street|road|sector|house|plot|villa|building|bldg)\.?\s*\d",
            re.IGNORECASE,
        ),
        (
            rf"\b(?:[Cc]alle|[Cc]arrer|[Cc]/|[Aa]v(?:enida|da\.?|\.)|[Pp]laza|[Pp]aseo|[Cc]amino|[Cc]arretera"
            rf"|[Rr]onda|[Gg]lorieta|[Tt]ravesía|[Pp]l?za\.|[Pp]asaje|[Rr]ua|[Rr]ue|[Tt]ravessa|Via|[Vv]iale"
            rf"|[Pp]iazza(?:le)?|Corso|Largo|Vicolo|[Bb]d|[Bb]oulevard|[Uu]lica|[Uu]licy|[Uu]l\.|[Aa]l\."
            rf"|[Pp]l\.|[Oo]s\.|Rynek|Plac|[Aa]lej[ae]|Place|Cours|[Cc]arrera)\s*{PARTS}"
            rf"[A-ZÀ-ÞĀ-Ž][\w’'.-]{{0,40}}(?:\s+[\w’'.-]{{1,40}}){{0,4}}?,?\s*(?:n\.?[ºo°]?\.?\s*|#\s*)?\d{{1,5}}\b{UNITS}",
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
            rf"|bd|square|cours|place(?=\s+(?:d|l)))\s+{PARTS}\w",
            re.IGNORECASE,
        ),
        (
            r"\b(?!Brigade|Renegade)[A-ZÄÖÜÅÆØ][\w-]{0,40}(?:straße|strasse|str\.|weg|allee|gasse|platz|ufer|damm|straat|plein"
            r"|laan|gracht|kade|gatan|vägen|gade|vej|veien|vegen|katu|intie|kuja)\s*\d{1,4}[a-z]?\b"
            + UNITS,
            0,
        ),
        (
            r"\b(?!Monitoring|Mentoring|Catering|Sponsoring|Coaching)[A-ZÄÖÜ][\w-]{0,40}(?<!Bahn)(?:hof|ring|berg"
            r"|pfad|steig|stieg|markt|graben|brücke|chaussee|zeile|stiege|kamp)\s+\d{1,3}[a-z]?\b"
            + UNITS,
            0,
        ),
        (
            r"\b[A-ZÄÖÜ][\w-]{1,40}[ -](?:Straße|Strasse|Str\.|Gasse|Allee|Weg)\s*\d{1,4}[a-z]?\b"
            + UNITS,
            0,
        ),
        (
            r"\b\w{3,}(?:straße|strasse|str\.?|straat|gracht|gatan|vägen)\s+\d{1,4}[a-z]?\b"
            + UNITS,
            re.IGNORECASE,
        ),
        (rf"\bvia\s+{NO_VIA}[A-ZÀ-Þ][\w’'-]+\s+\d{{1,3}}\b{UNITS}", 0),
        (rf"\b(?:Gran Vía|Rynek)\s+\d{{1,3}}\b{UNITS}", 0),
        (r"\b[Uu]l\.\s*\d?\s*\w{3,}", 0),
        (
            r"\b(?:Flat|Apartment|Apt\.?|Unit|Suite|Ste\.?|Apartamento|Apto\.?|Piso|Wohnung|Appartement|Appt\.?)\s*#?\d{1,4}[A-Z]?,\s*(?:The\s+)?"
            r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][a-z]+",
            0,
        ),
        (
            rf"\b(?:Street|St|Avenue|Ave|Road|Rd|Blvd|Lane|Ln)\.?\s*(?:&|and|at|/)\s*{CAPITAL}"
            r"\s+(?:Street|St|Avenue|Ave|Road|Rd|Blvd|Lane|Ln)\b",
            0,
        ),
        (
            r"\b(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|\d{1,3}(?:st|nd|rd|th))"
            r"\s*(?:&|and)\s*(?:Main|Broadway|Market|Elm|Oak|Maple|Pine|Cedar|Washington|Lincoln)\b",
            0,
        ),
        (rf"\b[A-ZÆØÅ]\w+s (?:gate|plass|vei)\s+\d{{1,3}}\b{UNITS}", 0),
        (
            r"\b(?:Am|An de[rnm]|Auf de[rm]|Im|In de[rn]|Zum|Zur|Hinter de[rm]|Vor de[rm]|Unter den|Bei der"
            rf"|Beim)\s+{NO_STREET}(?:[A-ZÄÖÜ][\w-]+\s+){{1,2}}\d{{1,3}}\s?[a-e]?(?=\s*(?:[,;:)\n]|\.(?:\s|$)|$|\d{{5}}"
            r"|in\s|und\s)|\.?\s+(?:Wir|Klingeln|Bitte)\b)",
            0,
        ),
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
            rf"\b(?:(?!(?:Dr|Mrs?|Ms|Miss|Prof|Sister|Judge)\b){CAPITAL}\s+)"
            r"(?:Street|Road|Avenue|Lane|Crescent|Terrace|Boulevard|Mews)\b(?!-)",
            0,
        ),
        (
            r"\b(?!Sackgasse|Einbahnstraße|Landstraße|Hauptverkehrsstraße)[A-ZÄÖÜ][a-zäöüß-]+"
            r"(?:straße|strasse|gasse|allee)\b",
            0,
        ),
        (
            r"\b(?:[Cc]alle|[Aa]venida|[Aa]vda\.|[Pp]aseo)\s+(?:de\s+(?:la\s+|los\s+|las\s+)?|del\s+)?[A-ZÁÉÍÓÚÑ]",
            0,
        ),
        (
            r"\b(?:rue|impasse|quai|boulevard|bd|chemin|[Aa]llée)\s+(?:des?\s+(?:la\s+|l[’'])?|du\s+|d[’'])?"
            r"[A-ZÀ-Þ]\w",
            0,
        ),
        (r"\b[Uu]lic[ayęąe]\s+[A-ZŁŚŻŹĆ]\w", 0),
    ),
}
