# SPDX-License-Identifier: AGPL-3.0-or-later
"""What may tell a place: what stands beside it, stops and exits, and bare codes of an area.

Each language has its words before a landmark and its landmarks. A landmark “of your choice” or
“near you” is no place of the service.
"""

from __future__ import annotations

import re

from .streets import UNITS

FEW = r"(?:\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|a few|fifteen|twenty)"
ENGLISH_THINGS = (
    r"(?:library|market(?:[ -](?:square|hall|place))?|(?:bus|coach|train|railway|tube|metro|police"
    r"|fire|petrol|gas|service|central|main)[ -]station|station|(?:bus|tram) stop|church|chapel"
    r"|cathedral|abbey|mosque|synagogue|temple|monastery|convent|school|college|university|campus|nursery"
    r"|super ?market|bakery|baker[’']s|butcher(?:[’']s)?|pharmacy|chemist(?:[’']s)?|drug ?store|bank"
    r"|post[ -]office|(?:town|city|village) hall|council offices?|court[ -]?house|hospital|clinic"
    r"|surgery|dentist(?:[’']s)?|health cent(?:re|er)|community cent(?:re|er)|job ?cent(?:re|er)|park"
    r"|playground|bridge|river|canal|lake|harbou?r|port|pier|beach|cinema|theat(?:re|er)|museum"
    r"|stadium|arena|pub|inn|hotel|hostel|caf[eé]|restaurant|takeaway|diner|factory|brewery|mill"
    r"|warehouse|cemetery|graveyard|churchyard|monument|memorial|statue|fountain|tower|castle|square"
    r"|roundabout|traffic lights|crossroads|(?:level )?crossing|(?:shopping|leisure|garden|sports)"
    r" cent(?:re|er)|mall|corner shop|shops?|store|laundrette|laundromat|launderette|gym"
    r"|(?:swimming )?pool|car ?park|parking lot|railway|tracks|airport|embassy|prison|barracks|farm"
    r"|taxi rank|bus stand|bus depot|(?:football|footy|cricket|rugby|sports|show)[ -]ground|pitch|oval|golf course"
    r"|racecourse|play(?:ing)? fields?|allotments|servo|garage|creamery|silo|laundrette|chippy|off[- ]licence|bookies"
    r"|mandir|masjid|gurdwara|bazaar|village green|sorting office|ferry|slipway|water (?:tower|tank)|ring road"
    r"|motorway|interstate|beach)"
)
# What is between “the” and the landmark: names and qualities, and no other part of a sentence.
ENGLISH_BETWEEN = (
    r"(?:(?!(?:of|and|or|to|in|for|with|that|who|you|your|is|are|from|at|when|if)\b)[\w’'.-]+\s+)"
)
ENGLISH_LANDMARK = (
    rf"(?:(?:the|a|an)\s+{ENGLISH_BETWEEN}{{0,3}}{ENGLISH_THINGS}\b"
    r"|(?:the\s+)?(?-i:St\.?\s+[A-Z][\w’'-]+|(?:[A-Z][\w’'-]+\s+){1,3}(?:Church|School|College|Hospital|Station"
    r"|Library|Park|Hotel|Pub|Arms|Inn|Cinema|Bank))"
    r"|(?:the\s+|a\s+)?(?-i:Tesco|Lidl|Aldi|Sainsbury|Asda|Morrisons|Waitrose|Co-op|Iceland|Boots|Greggs|Poundland"
    r"|Walmart|Costco|Target|Kroger|Safeway|Walgreens|CVS|7-Eleven|Starbucks|Subway|McDonald|KFC|Burger"
    r" King|Ikea|IKEA|Primark|Argos|B&Q|Wickes|Halfords|Shell|Esso|BP)\b)"
)
ENGLISH_CHOICE = (
    r"(?![^.;]{0,40}\b(?:of (?:your|their) choice|you (?:choose|like|prefer)|near(?:est)? (?:to )?you"
    r"|that suits you))"
)
SPANISH_THINGS = (
    r"(?:biblioteca|plaza|mercado|estación|parada|iglesia|parroquia|catedral|capilla|mezquita"
    r"|sinagoga|escuela|colegio|instituto|universidad|guardería|supermercado|panadería|carnicería"
    r"|farmacia|banco|correos|ayuntamiento|alcaldía|juzgados?|hospital|centro de salud|ambulatorio"
    r"|clínica|parque|puente|río|canal|cine|teatro|museo|estadio|bar|hotel|hostal|cafetería"
    r"|restaurante|gasolinera|comisaría|cuartel|bomberos|fábrica|cementerio|monumento|estatua|fuente"
    r"|torre|castillo|rotonda|semáforo|centro comercial|tienda|gimnasio|piscina|aparcamiento"
    r"|aeropuerto|puerto|mercadona|carrefour|lidl|aldi|corte inglés)"
)
SPANISH_CHOICE = r"(?![^.;]{0,40}\s(?:de su elección|que (?:usted )?(?:elija|prefiera|quiera)|más cercan|cerca de usted))"
GERMAN_THINGS = (
    r"(?:[\w-]{0,30}(?:bibliothek|bücherei|markt(?:platz)?|bahnhof|haltestelle|kirche|kapelle|dom|moschee"
    r"|synagoge|schule|kita|kindergarten|universität|bäckerei|metzgerei|apotheke|bank|sparkasse|post"
    r"|rathaus|krankenhaus|klinik|praxis|park|brücke|fluss|kanal|kino|theater|museum|stadion"
    r"|kneipe|hotel|café|restaurant|tankstelle|wache|feuerwehr|fabrik|brauerei|friedhof|denkmal"
    r"|brunnen|turm|burg|kreisel|kreisverkehr|ampel|zentrum|laden|schwimmbad|hallenbad|parkhaus"
    r"|parkplatz|flughafen|hafen)s?\b|(?-i:Lidl|Aldi|ALDI|Rewe|REWE|Edeka|EDEKA|Netto|Penny|Rossmann))"
)
GERMAN_CHOICE = r"(?![^.;]{0,40}\s(?:Ihrer Wahl|in Ihrer Nähe|Ihrer Stadt|Ihres Ortes))"
FRENCH_THINGS = (
    r"(?:bibliothèque|médiathèque|place|marché|gare|arrêt|station|église|cathédrale|chapelle|mosquée"
    r"|synagogue|temple|école|collège|lycée|université|crèche|supermarché|boulangerie|boucherie"
    r"|pharmacie|banque|poste|mairie|palais de justice|hôpital|clinique|parc|pont|rivière|canal|cinéma"
    r"|théâtre|musée|stade|bar|café|hôtel|restaurant|station-service|commissariat|gendarmerie|caserne"
    r"|usine|cimetière|monument|statue|fontaine|tour|château|rond-point|feu|centre commercial|magasin"
    r"|gymnase|piscine|parking|aéroport|port|carrefour|monoprix|franprix|lidl|auchan)"
)
FRENCH_CHOICE = (
    r"(?![^.;]{0,40}\s(?:de votre choix|près de chez vous|que vous|la plus proche|le plus proche))"
)
POLISH_THINGS = (
    r"(?:bibliotek\w+|rynk\w+|targ\w*|dworc\w+|przystank\w+|kościo\w+|kościel\w+|katedr\w+|kaplic\w+"
    r"|meczet\w*|synagog\w+|szkoł\w+|szkole|szkół|uniwersytet\w+|przedszkol\w+|supermarket\w*|sklep\w*"
    r"|piekarni\w+|aptek\w+|bank\w*|poczt\w+|urzęd\w+|ratusz\w*|szpital\w*|przychodni\w+|park\w*"
    r"|most\w*|rzek\w+|kanał\w+|kin\w+|teatr\w*|muzeum|stadion\w*|bar\w*|hotel\w*|kawiarni\w+"
    r"|restauracj\w+|stacj\w+|komisariat\w*|straż\w*|fabryk\w+|cmentarz\w*|pomnik\w*|fontann\w+"
    r"|wież\w+|zamk\w+|rond\w+|galeri\w+|basen\w*|parking\w*|lotnisk\w+|biedronk\w+|żabk\w+|lidl\w*)"
)
LINES = r"(?:bus|coach|tram|metro|underground|subway|tube|train|trolley|U-Bahn|S-Bahn|autobús|bus|tranvía|Bus|Tram)"
UNITED_KINGDOM = (  # postcode areas of two letters (Royal Mail)
    "AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN"
    "|EX|FK|FY|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|ME|MK"
    "|ML|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY"
    "|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE"
)
# Words before five digits that are no code: commands for messages, and things with numbers.
NUMBERED = (
    r"(?!(?:Call|Text|Dial|Ring|Phone|Send|Number|Line|Form|Code|Registered|Charity|Company|Case|About"
    r"|Over|Nearly|Almost|Some|Around|Since|Helped|Only|Each|Every|With|From|Until|More|HELP|STOP|SMS"
    r"|AYUDA|Llame|Marque|Envíe|Unas|Unos|Cerca|Desde|Hasta|Más|Casi|Solo|Rund|Etwa|Über|Fast|Seit"
    r"|Insgesamt|Mehr|Nummer|Telefon|Tel|Rufnummer|Notruf|Konto|Hilfetelefon|AIDE|Appelez|Envoyez"
    r"|Environ|Plus|Depuis|Presque|Numéro|Około|Ponad|Prawie|Telefon|Numer|Januar|Februar|März|April"
    r"|Mai|Juni|Juli|August|September|Oktober|November|Dezember|January|February|March|June|July"
    r"|October|December)\b)"
)

LANDMARK_SHAPES: dict[str, tuple[tuple[str, int], ...]] = {
    "a landmark beside it": (
        (
            r"\b(?:behind|opposite|facing|beside|next(?: door)? to|adjacent to|alongside|close to|near"
            r"|in front of|at the (?:back|rear|end|side|corner) of|at the foot of|around the corner from"
            r"|round the corner from|(?:on|at) the corner (?:by|near|with|at|of)|above|below"
            r"|underneath|beyond|backs? on ?to|(?:flat|room|office|door) over|same (?:road|street) as"
            r"|across from|across the (?:street|road) from|over the (?:street|road) from|past"
            r"|(?:just|right|house|door|building|gate|left|right|turn(?:ing)?) (?:by|after|before|past|outside)"
            r"|in the same (?:building|street|block) as|in the grounds of|shares? (?:the|an|its) (?:entrance"
            r"|door|building|yard) with)"
            rf"\s+{ENGLISH_LANDMARK}{ENGLISH_CHOICE}",
            re.IGNORECASE,
        ),
        (
            rf"\bbetween\s+the\s+{ENGLISH_BETWEEN}{{0,2}}{ENGLISH_THINGS}\s+and\s+the\b",
            re.IGNORECASE,
        ),
        (
            rf"\b{FEW}[- ](?:min(?:ute)?s?[’']?|met(?:re|er)s?|m|yards?|km|kilomet(?:re|er)s?|miles?"
            r"|blocks?|doors?|houses?|stops?|steps?)\b(?:[- ](?:walk|ride|drive|away|on foot|down|up"
            rf"|along))?\s+(?:from|past|before|after|behind|of)\s+{ENGLISH_LANDMARK}{ENGLISH_CHOICE}",
            re.IGNORECASE,
        ),
        (
            r"\b(?i:next door to|opposite|behind|around the corner from|round the corner from|across from)"
            r"\s+(?:the\s+)?(?!I\b|Closed\b|Every\b|You\b|We\b|God\b|English\b)[A-Z][\w’'-]+",
            0,
        ),
        (
            r"\b(?:the|a|our)\s+(?:\w+\s+)?(?:red|green|blue|yellow|white|black|brown|grey|gray|orange"
            r"|pink|purple|brick)\s+(?:(?:front|garden|iron|metal|wooden)\s+)?(?:doors?|gates?|building"
            r"|house|shutters?|fence|awning)\b",
            0,
        ),
        (
            r"\b(?:detrás de|en ?frente de|frente a|delante de|al lado de|al fondo de|junto a|pegado a"
            r"|encima de|debajo de|cerca de|a la vuelta de|a espaldas de|al otro lado de|en la esquina de"
            rf"|entre)(?:l|\s+(?:la|el|los|las|una?))?\s+(?:antigu[ao]\s+|gran\s+)?{SPANISH_THINGS}\b"
            + SPANISH_CHOICE,
            re.IGNORECASE,
        ),
        (
            r"\ba\s+(?:\d{1,4}|una?|dos|tres|cuatro|cinco|seis|siete|ocho|diez|quince|veinte|pocos|pocas)"
            r"\s+(?:minutos?|min|metros|m|puertas?|calles?|cuadras?|manzanas?|pasos|paradas?|km|casas?)\b"
            rf"(?:\s+(?:a pie|andando|caminando|en autobús|en coche))?\s+del?(?:\s+(?:la|el|los|las))?"
            rf"\s+{SPANISH_THINGS}\b",
            re.IGNORECASE,
        ),
        (
            r"\b(?:hinter|(?:direkt|gleich) (?:am|beim|an|vor)|gegenüber(?: von| vom)?|neben|nahe|unweit"
            r"|oberhalb|über|vor|an|"
            r"um die Ecke (?:vom|von)|im selben Haus wie|zwischen)\s+(?:der|dem|den|einem|einer|des)?\s*"
            rf"(?:alten\s+|großen\s+|neuen\s+)?{GERMAN_THINGS}{GERMAN_CHOICE}"
            r"(?<!an der Schule)(?<!vor der Post)",
            re.IGNORECASE,
        ),
        (  # the corner is looked for first: there are many things that may stand at it
            r"\b(?=[\w-]{1,80}\s+(?:gleich\s+)?um die Ecke\b)"
            rf"{GERMAN_THINGS}\s+(?:gleich\s+)?um die Ecke\b",
            re.IGNORECASE,
        ),
        (
            r"\b(?:\d{1,4}|ein(?:e|en)?|zwei|drei|vier|fünf|sechs|sieben|acht|zehn|fünfzehn|zwanzig"
            r"|wenige|paar)[ -]+(?:Geh|Fuß|Auto|Bus)?(?:minuten?|metern?|türen?|häuser|stationen"
            r"|schritte|km|kilometer)\b(?:\s+(?:zu Fuß|Fußweg|entfernt))?\s+(?:vom|von der|von dem"
            rf"|neben der|neben dem|nach der|nach dem|hinter der|hinter dem)\s+{GERMAN_THINGS}",
            re.IGNORECASE,
        ),
        (
            r"\b(?:derrière|en face|à côté|au-dessus|au dessus|devant|à deux pas|non loin|près|au coin"
            r"|à l[’']angle|au bout|juste après|juste avant|entre)(?:\s+(?:de|du|des|d[’']une?))?\s*"
            rf"(?:la\s+|le\s+|l[’']|les\s+)?(?:ancienne?\s+|grande?\s+)?{FRENCH_THINGS}\b{FRENCH_CHOICE}",
            re.IGNORECASE,
        ),
        (
            r"\bà\s+(?:\d{1,4}|une?|deux|trois|quatre|cinq|six|sept|huit|dix|quinze|vingt|quelques)\s+"
            r"(?:minutes?|min|mètres|m|portes?|rues|pas|maisons?|arrêts|km|stations)\b(?:\s+(?:à pied"
            rf"|de marche|en bus))?\s+(?:de\s+|du\s+)(?:la\s+|l[’'])?{FRENCH_THINGS}\b",
            re.IGNORECASE,
        ),
        (
            r"\b(?:obok|koło|naprzeciw(?:ko)?|nad|niedaleko|blisko|pod|przy|tuż za|vis-à-vis|sąsiaduje z)"
            rf"\s+(?!wybran)(?:star\w+\s+|duż\w+\s+|now\w+\s+)?{POLISH_THINGS}\b",
            re.IGNORECASE,
        ),
        # The case that says “behind”; with another one the word means “for”.
        (
            rf"\bza\s+(?:\w+(?:ą|ym|im)\s+)?(?={POLISH_THINGS}\b)\w+(?:ą|em|ami)\b",
            re.IGNORECASE,
        ),
        (
            r"\b(?:\d{1,4}|jeden|jedną|dwa|dwie|dwoje|trzy|cztery|pięć|sześć|dziesięć|piętnaście|kilka)"
            r"\s+(?:minut\w*|min|metr\w+|m|dom\w*|drzwi|przystank\w+|ulic\w*|km)\b"
            rf"(?:\s+(?:pieszo|piechotą|drogi))?\s+od\s+(?:\w+\s+)?{POLISH_THINGS}\b",
            re.IGNORECASE,
        ),
    ),
    "a stop, a line or an exit": (
        (
            rf"\b{LINES}\s+(?:line|number|no\.?|route|stop)?\s*(?:\d{{1,3}}[A-Z]?|[B-HJ-Z])\b{UNITS}",
            0,
        ),
        (
            r"\b(?:the|number|no\.)\s+\d{1,3}[A-Z]?\s+(?:bus|coach|tram|train)\b(?! tickets?)",
            re.IGNORECASE,
        ),
        (rf"\b(?:stop|exit|platform)\s+(?:\d{{1,3}}[A-Z]?|[B-HJ-Z])\b{UNITS}", 0),
        (r"\b(?:get|getting|step|hop) off at\b", re.IGNORECASE),
        (
            r"\b[Tt]he (?!bus|tram|next|last|right|first|same|only|full)[\w’-]+ (?:bus |tram )?stop\b",
            0,
        ),
        (r"\b(?:[Tt]ake|[Gg]et|[Oo]n) the [A-Z]\w+ [Ll]ine (?:to|from|as far)\b", 0),
        (
            r"\b(?:nearest|closest)\s+(?:\w+\s+)?(?:stop|station|underground|tube|metro)\s+is\s",
            re.IGNORECASE,
        ),
        (
            r"\b(?:salida|boca|parada|línea|sortie|bouche|arrêt|ligne|Ausgang|Buslinie|wyjście|przystanek"
            r"|linia|tramwaj|autobus|autobús|tranvía|bus|tram|métro|metro)\s+(?:n[.°]+\s*)?"
            rf"(?:\d{{1,3}}[A-Z]?|[A-Z])\b{UNITS}",
            0,
        ),
        (
            r"\b(?:parada|estación|station|arrêt|gare) (?:más cercana|la plus proche) (?:es|est)\s",
            re.IGNORECASE,
        ),
        (r"\bHaltestelle\s+(?!(?:sagen|nennen)\b)[A-ZÄÖÜ]\w+|\b[Pp]rzystanek\s+[A-ZŁŚŻŹĆ]\w+", 0),
        (r"\b(?:parada|arrêt|estación)\s+(?:de\s+|du\s+|«\s?)?[A-ZÀ-Þ]\w+", 0),
    ),
    "a code of an area": (
        (
            rf"\b{NUMBERED}[A-ZÀ-Þ][a-zà-ÿ’'.-]{{2,}},?\s(?!\d\d000)\d{{5}}(?![\d-]| ?\d|[.,]\d){UNITS}",
            0,
        ),
        (r"\b\d{5}\s+(?:area|district|zip)\b|\b(?:area|zip|código|PLZ)\s+\d{5}\b", re.IGNORECASE),
        (rf"\b(?:{UNITED_KINGDOM})\d{{1,2}}[A-Z]?\b(?!\s?\d)", 0),
        (r"\bLondon\b.{0,20}\b(?:[NEW]|N[WC1]|EC|SE|SW)\d{1,2}[A-Z]?\b", 0),
        (r"\b(?:Paris|Lyon|Marseille),?\s+\d{1,2}\s?(?:er|e|è|ème|eme)\b", 0),
        (
            rf"(?<![\d-])0\d-\d{{3}}(?![\d-])|\b[A-ZŁŚŻŹĆ][a-ząćęłńóśżź]{{3,}}\s\d\d-\d{{3}}(?![\d-]){UNITS}",
            0,
        ),
        (r",\s*[1-9]\d{3}\s+[A-ZÀ-Þ][a-zà-ÿ]{2,}(?=\s*(?:[.,;)]|$))", 0),
    ),
    "a number of a house": (
        (r"(?<![\d/])\b\d{1,3}[a-z]?,?\s+The\s+[A-Z][a-z]+", 0),
        (
            r"\b(?:Neuer|Alter|Hoher|Großer|Kleiner|Langer|Nowy|Stary|Nowa|Stara|Nowe|Stare)\s+"
            rf"[A-ZÄÖÜŁŚŻŹĆ]\w+\s+\d{{1,3}}[a-z]?\b{UNITS}",
            0,
        ),
        (
            r"\bfloor,?\s+(?:of\s+)?(?:the\s+)?(?:[A-Z][\w’'-]+\s+){1,2}(?:House|Building|Tower|Court|Centre"
            r"|Center|Block|Mill)\b",
            0,
        ),
        (
            r"\b[A-Z][\w’'-]{1,40}\s+(?:House|Building|Tower|Court|Centre|Center|Block|Mill),\s+(?:\d+(?:st|nd|rd"
            r"|th)|ground|first|second|third|top)\s+floor\b",
            0,
        ),
        (
            r"\b(?!(?:Środ|Sobot|Niedziel|Ustaw|Grup)a\b)[A-ZŁŚŻŹĆ][a-ząćęłńóśżź]+a\s(?!24/7)"
            r"\d{1,3}[a-z]?/\d{1,3}\b",
            0,
        ),
    ),
}
