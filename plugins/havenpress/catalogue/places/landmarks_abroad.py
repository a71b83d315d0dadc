# SPDX-License-Identifier: AGPL-3.0-or-later
"""What may tell a place in more languages: a landmark that the service stands beside.

A landmark of the reader’s choice, or near the reader, is no place of the service.
"""

from __future__ import annotations

import re

ITALIAN_THINGS = (
    r"(?:biblioteca|piazza|mercato|stazione|fermata|chiesa|duomo|moschea|scuola|università|asilo"
    r"|supermercato|panificio|panetteria|farmacia|banca|posta|municipio|comune|tribunale|ospedale"
    r"|clinica|parco|ponte|fiume|cinema|teatro|museo|stadio|bar|hotel|albergo|ristorante|questura"
    r"|caserma|fabbrica|cimitero|monumento|fontana|torre|castello|rotonda|semaforo|negozio|palestra"
    r"|piscina|parcheggio|aeroporto|porto)"
)
PORTUGUESE_THINGS = (
    r"(?:biblioteca|praça|mercado|estação|paragem|ponto de ônibus|igreja|capela|catedral|mesquita"
    r"|escola|universidade|creche|supermercado|padaria|farmácia|banco|correios?|câmara municipal"
    r"|prefeitura|tribunal|fórum|hospital|clínica|posto de saúde|parque|ponte|rio|cinema|teatro"
    r"|museu|estádio|bar|hotel|restaurante|delegacia|esquadra|quartel|fábrica|cemitério|monumento"
    r"|fonte|torre|castelo|rotunda|semáforo|loja|ginásio|piscina|estacionamento|aeroporto|porto)"
)
DUTCH_THINGS = (
    r"(?:bibliotheek|markt|station|bushalte|kerk|moskee|school|universiteit|supermarkt|bakker(?:ij)?"
    r"|slager(?:ij)?|apotheek|bank|postkantoor|stadhuis|gemeentehuis|rechtbank|ziekenhuis|park|brug"
    r"|gracht|rivier|bioscoop|theater|museum|stadion|kroeg|café|hotel|restaurant|tankstation"
    r"|politiebureau|brandweer|fabriek|begraafplaats|standbeeld|fontein|toren|kasteel|rotonde|winkel"
    r"|zwembad|parkeerplaats|haven)"
)
ROMANIAN_THINGS = (
    r"(?:bibliotec\w+|pia[țţ]\w+|g[aă]r\w+|sta[țţ]i\w+|biseric\w+|catedral\w+|moschee\w*|școl\w+"
    r"|universit\w+|supermarket\w*|brutări\w+|farmaci\w+|b[aă]nc\w+|poșt\w+|primări\w+|tribunal\w*"
    r"|spital\w*|clinic\w+|parc\w*|pod\w*|hotel\w*|poliți\w+|fabric\w+|cimitir\w*|magazin\w*)"
)
RUSSIAN_THINGS = (
    r"(?:библиотек\w+|рынк\w+|вокзал\w*|станци\w+|останов\w+|церк\w+|храм\w*|собор\w*|мечет\w+"
    r"|школ\w+|университет\w*|детск\w+ сад\w*|супермаркет\w*|магазин\w*|булочн\w+|аптек\w+|банк\w*"
    r"|почт\w+|мэри\w+|суд\w{1,3}|больниц\w+|лікарн\w+|поликлиник\w+|парк\w*|мост\w*|рек\w{1,3}|кинотеатр\w*"
    r"|театр\w*|музе\w+|стадион\w*|гостиниц\w+|ресторан\w*|заправк\w+|полици\w+|завод\w*|кладбищ\w+"
    r"|памятник\w*|фонтан\w*|площад\w+|бібліотек\w+|ринк\w+|зупинк\w+|крамниц\w+|пошт\w+|площ\w+)"
)
TURKISH_THINGS = (
    r"(?:kütüphane\w*|pazar\w*|istasyon\w*|otogar\w*|durağ\w*|durak\w*|camii?\w*|kilise\w*|okul\w*|lise\w*"
    r"|üniversite\w*|market\w*|fırın\w*|eczane\w*|banka\w*|postane\w*|belediye\w*|adliye\w*|hastane\w*"
    r"|park\w*|köprü\w*|sinema\w*|müze\w*|stad\w*|otel\w*|lokanta\w*|karakol\w*|fabrika\w*|mezarlı\w*)"
)
ARABIC_THINGS = (
    r"(?:ال)?(?:مسجد|جامع|كنيسة|مكتبة|سوق|محطة|موقف|مدرسة|جامعة|روضة|سوبرماركت|مخبز|صيدلية|بنك|مصرف|بريد"
    r"|بلدية|محكمة|مستشفى|عيادة|حديقة|جسر|سينما|متحف|ملعب|فندق|مطعم|مخفر|شرطة|مصنع|مقبرة|برج|قلعة|دوار|ساحة)"
)
CHOICE = (
    r"(?![^.;]{0,40}(?:\b(?:a|di|de) (?:sua|tua|vostra|sua) (?:scelta|escolha)\b|\bvicin[oa] a (?:te|lei|voi)\b"
    r"|\bperto de (?:si|você|ti)\b|\bque (?:escolher|preferir)\b|\bnaar (?:uw )?keuze\b|\bbij u in de buurt\b"
    r"|\bla alegere\b|по вашему выбору|на ваш вибір|рядом с вами|من اختيارك|تختارين|قريب منك))"
)

LANDMARK_SHAPES_ABROAD: dict[str, tuple[tuple[str, int], ...]] = {
    "a landmark beside it": (
        (
            r"\b(?:dietro|davanti|di fronte|accanto|vicino|a fianco|sopra|sotto|oltre|all[’']angolo|nei pressi"
            r"|a due passi)\s+(?:(?:alla|allo|al|all[’']|della|dello|del|dell[’']|la|lo|il|l[’']|una?)\s*)?"
            rf"{ITALIAN_THINGS}\b{CHOICE}",
            re.IGNORECASE,
        ),
        (
            r"\b(?:ao lado|atrás|por trás|em frente|perto|junto|por cima|na esquina|defronte|próximo|nas traseiras)"
            rf"\s+(?:d[ao]s?|à|ao|de uma?)\s+(?:antig\w+\s+|grande\s+)?{PORTUGUESE_THINGS}\b{CHOICE}",
            re.IGNORECASE,
        ),
        (
            r"\b(?:achter|naast|tegenover|boven|vlak ?bij|om de hoek (?:van|bij)|schuin tegenover)\s+"
            rf"(?:de|het|een)\s+(?:oude\s+|grote\s+)?\w{{0,20}}{DUTCH_THINGS}\b{CHOICE}",
            re.IGNORECASE,
        ),
        (
            r"(?:\b[îi]n spatele|\bl[âa]ng[ăa]|\bvizavi de|\b[îi]n fa[țţt]a|\bdeasupra|\baproape de)\s+"
            rf"(?:vechi\w+\s+)?{ROMANIAN_THINGS}\b{CHOICE}",
            re.IGNORECASE,
        ),
        (
            r"\b(?:напротив|рядом с|рядом со|возле|около|позади|недалеко от|навпроти|біля|поруч із|поруч з"
            r"|за углом от|над|за (?=\w{1,30}(?:ом|ем|ой|ей|ью|ою|ею)\b))\s*(?:\w{1,30}(?:ого|ой|ым|им|ей)\s+)?"
            rf"{RUSSIAN_THINGS}\b{CHOICE}",
            re.IGNORECASE,
        ),
        (
            rf"\b{TURKISH_THINGS}\s+(?:arkasında|karşısında|yanında|önünde|üstünde|bitişiğinde|yakınında)\b",
            re.IGNORECASE,
        ),
        (
            r"(?:خلف|بجانب|بجوار|مقابل|أمام|وراء|فوق|بالقرب من|قرب|جنب)\s+"
            + ARABIC_THINGS
            + CHOICE,
            0,
        ),
        (  # “from Brixton tube station”, “near Otley church”: a name, and the thing in small letters
            r"\b(?:from|near|behind|opposite|beside|past)\s+(?:[A-Z][\w’'-]{1,40}\s+){1,3}(?:(?:tube|train|railway"
            r"|metro|bus|underground|subway)\s+station|church|library|school|hospital|mosque|market|park)\b"
            r"(?![^.;]{0,20}(?:of your choice|near you))",
            0,
        ),
    ),
    "a stop, a line or an exit": (
        (r"\b(?:Highway|Hwy\.?|State R(?:oute|oad)|County Road|Interstate)\s+\d{1,4}\b", 0),
    ),
    "a number of a house": (
        (r"\b(?:[Hh]ouse|[Dd]oor|[Bb]uilding|[Pp]lot)\s+(?:[Nn]o\.?|[Nn]umber|#)\s*\d", 0),
    ),
}
