# SPDX-License-Identifier: AGPL-3.0-or-later
"""How people of other countries tell the way: a shop by its name, a corner, the parts of a block.

As in ``houses``, the note above a shape is a text that it finds.
"""

from __future__ import annotations

from .houses import ANY_CASE, AS_TYPED, Shapes
from .landmarks import FRENCH_THINGS, GERMAN_THINGS, POLISH_THINGS
from .landmarks_abroad import CHOICE, ITALIAN_THINGS, TURKISH_THINGS

SPANISH_COMPASS = r"(?:norte|sur|este|oeste|arriba|abajo)"
SPANISH_FEW = (
    r"(?:\d{1,4}|medi[ao]|una?|dos|tres|cuatro|cinco|seis|siete|ocho|diez|veinte|cien|doscientos)"
)
SPANISH_NAME = r"(?!Ud|Usted|Dios|Navidad|Semana|Mujeres|Víctimas|Ellas?\b|Todas|Familia|Violencia|Extranjería|Justicia)[A-ZÁÉÍÓÚÑ]\w{2,}"
SPANISH_COLOURS = r"(?:verde|roj[ao]|azul|blanc[ao]|amarill[ao]|negr[ao]|gris|café|rosad[ao])"
FRENCH_OLD = r"(?:presbytère|couvent|école|mairie|gare|moulin|usine|caserne|hôpital|ferme|hôtel)"
FRENCH_OF = r"(?:de\s+(?:la\s+)?|des?\s+|du\s+|d[’'])?"
# A street by its name alone; a corner of a room is named for what people do there.
FRENCH_NAME = (
    r"(?!(?:Lecture|Jeux?|Parents?|Enfants?|Café|Repos|Bébés?|Cuisine|Détente|Info\w*|Écoute|Accueil|Calme"
    r"|Femmes|Hommes|Familles?|Ados?|Jeunes|Livres?|Docs?|Documentation|Prière|Repas)\b)[A-ZÀ-Þ][\w’'.-]+"
)
RUSSIAN_NAME = r"(?!Вас|Вам|Ваш)[А-ЯЁЄІЇҐ]\w{2,}"
BRAZILIAN_BLOCKS = r"(?:quadra|qd\.?|conjunto|cj\.?|bloco)"
BRAZILIAN_HOUSES = r"(?:lote|lt\.?|casa|apartamento|apto\.?|ap\.?|conjunto|bloco|sala)"

HABIT_SHAPES_ABROAD: Shapes = {
    "a corner of two streets": (
        # esquina de Juárez con Morelos
        (
            r"\b[Ee]sq(?:uina|\.)\s+(?:de\s+)?[A-ZÁÉÍÓÚÑ]\w+(?:\s\w+)?\s+(?:con|y)\s+[A-ZÁÉÍÓÚÑ]",
            AS_TYPED,
        ),
        # entre la 5 y la 7 avenida
        (
            r"\bentre\s+(?:la\s+)?\d{1,3}\S{0,2}\s+y\s+(?:la\s+)?\d{1,3}\S{0,2}\s+(?:avenida|calle|carrera|poniente|oriente)",
            ANY_CASE,
        ),
        # au coin de Saint-Denis et Ontario
        (
            rf"\b(?:coin|à\s+l[’']angle)\s+{FRENCH_OF}(?-i:{FRENCH_NAME})\s*(?:et|&|/)\s*{FRENCH_OF}"
            rf"(?-i:{FRENCH_NAME})",
            ANY_CASE,
        ),
        # na rogu Kwiatowej i Lipowej
        (
            r"\b(?:róg|[Nn]a\s+rogu)\s+(?:ulic\s+)?[A-ZŁŚŻŹĆ]\w+ej\s+i\s+[A-ZŁŚŻŹĆ]\w+ej\b",
            AS_TYPED,
        ),
        # à l’angle des rues Hoche et Kléber
        (r"\bà\s+l[’']angle\s+(?:des?|du)\s+(?:la\s+)?(?:rues?|avenues?|boulevards?)\b", ANY_CASE),
        # na skrzyżowaniu Długiej i Krótkiej
        (r"\bskrzyżowani\w+\s+(?:ulic\s+)?[A-ZŁŚŻŹĆ]\w+", AS_TYPED),
        # Ecke Kantstraße, Hoek Hoofdstraat
        (
            r"\b(?:[Ee]cke|[Hh]oek)\s+(?:der\s+|van\s+de\s+)?[A-Z]\w+(?:stra(?:ß|ss)e|straat|weg|laan)",
            AS_TYPED,
        ),
    ),
    "a house with its number": (
        # Polígono B, casa 12
        (
            r"\b(?:polígono|sector|senda|pasaje|bloque|grupo|vereda)\s+\w{1,3},?\s+"
            r"(?:casa|apto\.?|apartamento|piso|puerta)\s*\d",
            ANY_CASE,
        ),
        # portal 7, 2.º B
        (r"\bportal\s+\d{1,3},?\s+\d{1,2}\.?\s?[°ºo]\s?[A-H]?\b", ANY_CASE),
        # Quadra 12, Lote 4
        (rf"\b{BRAZILIAN_BLOCKS}\s*\w{{1,3}},?\s+{BRAZILIAN_HOUSES}\s*\w{{0,2}}\d", ANY_CASE),
        # Scala B, interno 4
        (r"\bscala\s+\w{1,2},?\s+(?:interno|int\.?|piano)\s*\d", ANY_CASE),
        # Bloc 4, scara B, ap. 12
        (
            r"\bbl(?:oc|\.)\s*\w{1,4},?\s*(?:sc(?:ara|\.)|et(?:aj|\.)|ap(?:artament|\.))\s*\w",
            ANY_CASE,
        ),
    ),
    "a street with its number": (
        # 3, hameau du Bois
        (
            r"\b\d{1,4}(?:\s?bis|\s?ter)?,?\s+(?:hameau|lotissement|passage|sentier|venelle|ruelle|route|montée|traverse)"
            r"\s+(?:des?\s+(?:la\s+|l[’'])?|du\s+|d[’'])?[A-ZÀ-Þ]",
            AS_TYPED,
        ),
        # op nummer 12 in de Dorpsstraat
        (r"\bnummer\s+\d{1,4}[a-z]?\s+(?:in|aan|op)\s+(?:de|het)\s+[A-Z]", AS_TYPED),
    ),
    "a street": (
        # la cuesta del Rosario
        (
            r"\b(?:[Cc]uesta|[Cc]allejón|[Cc]alzada|[Rr]ambla|[Cc]ostanilla|[Bb]ulevar)\s+(?:de\s+(?:la\s+|los\s+)?|del\s+)?"
            r"[A-ZÁÉÍÓÚÑ]\w{2,}",
            AS_TYPED,
        ),
        # in fondo a via Mazzini, angolo via Dante
        (
            r"\b(?:[Aa]ngolo|[Ii]n fondo a|[Tt]raversa di|[Aa]ll[’']angolo (?:di|con))\s+(?:via|viale|corso|piazza)\s+[A-Z]",
            AS_TYPED,
        ),
        # Dorpsstraat
        (r"\b[A-Z][a-z]{2,}(?:straat|laan|gracht)\b", AS_TYPED),
    ),
}

HABIT_HINTS_ABROAD: Shapes = {
    "a landmark beside it": (
        # al lado del Oxxo
        (
            r"\b(?i:detrás de|en ?frente de|frente a|al lado de|junto a|a la vuelta de|arriba de|cuadra de|pegado a)"
            rf"(?:l|\s+(?:la|el|los|las))?\s+{SPANISH_NAME}",
            AS_TYPED,
        ),
        # arriba de la ferretería
        (
            r"\b(?:arriba de|detrás de|frente a|al lado de|junto a)(?:l|\s+(?:la|el|una?))?\s+"
            r"(?:ferretería|cancha|terminal|pulpería|tiendita|papelería|lavandería|peluquería|mueblería|taller)\b",
            ANY_CASE,
        ),
        # portón verde
        (
            rf"\b(?:puerta|portón|fachada|reja)\s+(?:de\s+color\s+)?{SPANISH_COLOURS}\b",
            ANY_CASE,
        ),
        # face au Lidl
        (
            r"\b(?i:face|derrière|en face|à côté)\s+(?:de\s+|du\s+|à\s+|au\s+|d[’'])?(?:la\s+|le\s+|l[’'])?"
            r"(?!Vous|Dieu|Noël|Violence|Elles?\b)[A-ZÀ-Þ]\w{2,}",
            AS_TYPED,
        ),
        # face à la pharmacie
        (rf"\bface\s+(?:à\s+(?:la\s+|l[’'])|au\s+){FRENCH_THINGS}\b", ANY_CASE),
        # à 200 m de l’Intermarché
        (r"\b[àÀ]\s+\d{1,4}\s?(?:m|mètres)\s+(?:de\s+(?:la\s+|l[’'])?|du\s+|d[’'])\w", AS_TYPED),
        # l’ancien presbytère de Saint-Rémy
        (
            rf"\bl[’']ancien(?:ne)?\s+{FRENCH_OLD}\s+(?:des?|du|d[’']|à)\s*(?:la\s+)?[A-ZÀ-Þ]",
            AS_TYPED,
        ),
        # über dem dm
        (
            r"\b(?:hinter|neben|über|gegenüber|vor)\s+(?:vom|von|de[mrn]|einem|einer)\s+"
            r"(?:dm|KiK|TEDi|Sportplatz|Spielplatz|Bahnhof|Baumarkt|Getränkemarkt|Friseur|Wald|Deich|Gasthof)\b",
            AS_TYPED,
        ),
        # am Ende der Sackgasse
        (r"\bam\s+Ende\s+der\s+(?:Sackgasse|Straße|Siedlung)\b", ANY_CASE),
        # vis-a-vis Żabki
        (rf"\bvis[- ]?[aà][- ]vis\s+(?:{POLISH_THINGS}|[A-ZŁŚŻŹĆ]\w+)", ANY_CASE),
        # po dawnej szkole
        (rf"\bpo\s+(?:dawn|był)\w+\s+{POLISH_THINGS}\b", ANY_CASE),
        # za torami
        (r"\bza\s+(?:torami|przejazdem|wiaduktem)\b", ANY_CASE),
        # em frente ao Bradesco
        (
            r"\b(?i:atrás|em frente|ao lado|perto|por cima)\s+(?:d[aeo]|ao|à|do)\s+"
            r"(?!Deus|Natal|Você|Mulher|Juiz|Polícia)[A-ZÀ-Þ]\w{2,}",
            AS_TYPED,
        ),
        # di fronte all’Esselunga
        (
            r"\b(?i:di fronte|accanto|vicino|dietro|sopra|davanti)\s+(?:(?:all[’']|al|alla|allo|il|la|l[’'])\s*)?"
            r"(?!Lei|Voi|Dio|Natale|Giudice|Donne)[A-ZÀ-Þ]\w{2,}",
            AS_TYPED,
        ),
        # a 100 metri dalla stazione
        (
            r"\ba\s+(?:\d{1,4}|due|tre|quattro|cinque|dieci|pochi|cento)\s+(?:metri|minuti|passi|fermate)\s+(?:a piedi\s+)?"
            rf"dal(?:la|lo|l[’'])?\s*{ITALIAN_THINGS}\b{CHOICE}",
            ANY_CASE,
        ),
        # tegenover de Albert Heijn
        (
            r"\b(?i:tegenover|boven|achter|naast|vlak ?bij)\s+(?:de\s+|het\s+)?(?!God|Kerst|Vrouwen|Nederlands|Engels|Frans|Duits|Arabisch|Turks|Pools|Spaans)[A-Z]\w{2,}",
            AS_TYPED,
        ),
        # vizavi de Kaufland
        (
            r"\b(?i:vizavi de|lângă|în spatele|în fața|aproape de)\s+(?!Dumneavoastră|Dvs|Dumnezeu|Crăciun)[A-ZĂÂÎȘȚ]\w{2,}",
            AS_TYPED,
        ),
        # напротив Пятёрочки, навпроти АТБ
        (
            r"\b(?i:напротив|возле|около|рядом со?|позади|навпроти|біля|поруч із|поруч з)\s+(?:метро\s+)?"
            rf"[«\"]?{RUSSIAN_NAME}",
            AS_TYPED,
        ),
        # Migros'un arkasında, A101 karşısı
        (
            r"\b[A-ZÇĞİÖŞÜ][\w]*(?:[’']\w{1,4}|\d)\s+(?:hemen\s+)?(?:arka|karşı|yan|ön|üst|bitişiğ|yakın)\w*\b",
            AS_TYPED,
        ),
        # eczanenin hemen yanında
        (rf"\b{TURKISH_THINGS}\s+hemen\s+(?:arka|karşı|yan|ön|üst)\w+\b", ANY_CASE),
        # خلف كارفور
        (
            r"(?:خلف|بجانب|بجوار|مقابل|أمام|وراء|فوق|قرب|جنب)\s+(?:كارفور|لولو|هايبر|مول|سنتر|مجمع)",
            AS_TYPED,
        ),
    ),
    "the way to it": (
        # dos cuadras al sur, 200 metros al norte
        (
            rf"\b{SPANISH_FEW}\s+(?:cuadras?|manzanas?|metros|varas|km)\s+(?:al|hacia\s+(?:el\s+)?)\s*{SPANISH_COMPASS}\b",
            ANY_CASE,
        ),
        # kilómetro 12, carretera a Masaya
        (
            r"\b(?:kil[oó]metro|km)\.?\s*\d{1,3}(?:[.,]\d)?,?\s+(?:de\s+la\s+)?(?:carretera|autopista|ruta|vía)\b",
            ANY_CASE,
        ),
        # drugi dom po prawej
        (
            r"\b(?:pierwsz|drug|trzec|czwart|ostatn)\w+\s+(?:dom|drzwi|brama|klatka)\s+(?:po|od|za|na)\b",
            ANY_CASE,
        ),
        # пятый подъезд, код 12
        (r"\bпод[ъ']?[её]зд\w*,?\s*(?:код|домофон|№|\d)|\d-?й\s+подъезд", ANY_CASE),
    ),
    "a stop, a line or an exit": (
        # Métro Place des Fêtes
        (r"\b[Mm]étro\s+(?!Boulot)[A-ZÀ-Þ]\w{2,}", AS_TYPED),
        # остановка «Школа»
        (rf"\b(?:[Оо]становк|[Зз]упинк)\w+\s+[«\"]?{RUSSIAN_NAME}", AS_TYPED),
        # возле метро
        (r"\b(?:возле|около|рядом с|біля|у)\s+метро\b", ANY_CASE),
    ),
    "a number of a house": (
        # Col. Roma Norte, Durango 123
        (r"\b[Cc]ol\.\s+[A-ZÁÉÍÓÚÑ]\w+", AS_TYPED),
        # Siedlung Sonnenschein 5
        (
            r"\b(?:Siedlung|Kolonie|Wohnpark|Gewerbepark|Gut)\s+[A-ZÄÖÜ]\w+\s+\d{1,3}[a-z]?\b",
            AS_TYPED,
        ),
    ),
    "a house by its name": (
        # im ehemaligen Gasthof
        (
            rf"\bim\s+(?:ehemaligen|alten|früheren)\s+(?:{GERMAN_THINGS}|Pfarrhaus|Gasthof|Kloster|Bauernhof)\b",
            ANY_CASE,
        ),
    ),
}
