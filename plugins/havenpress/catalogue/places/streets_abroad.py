# SPDX-License-Identifier: AGPL-3.0-or-later
"""Streets and houses in more languages and scripts, as the people write them who call helplines.

As in ``streets``, a word that means much else counts only beside a name or a number. Digits of
other scripts have become ordinary ones before these patterns are tried.
"""

from __future__ import annotations

import re

from .streets import UNITS

# Capitals of the Latin alphabets between Iceland, the Baltic, Turkey and Viet Nam.
CAPITAL = "[A-ZÀ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽƠƯȘȚẠ-Ỵ]"
NAME = rf"{CAPITAL}[\w’'.-]{{0,40}}"
# What is counted in Korean behind “…로”, which is also the ending of “by” and “for”.
KOREAN_UNITS = r"(?!\s?(?:시간|시|일|번(?!길)|명|개|분|주|세|살|회|월|년|원|층|가지|차|단계|대|\d))"

STREET_SHAPES_ABROAD: dict[str, tuple[tuple[str, int], ...]] = {
    "a street with its number": (
        (  # “77 Kingsway” alone may be a count; behind a flat it is a house
            r"\b(?:Flat|Apartment|Apt\.?|Unit|Suite|Ste\.?)\s*#?\w{1,4},?\s+(?:at\s+)?\d{1,5}[a-z]?\s+"
            r"[A-Z][a-z]+",
            0,
        ),
        (r"\bFlat\s+[A-Z0-9]{1,4},\s*(?:\d{1,2}|G|UG|LG)/F\b", 0),
        (r"\bmile ?(?:marker|post)\s*\d", re.IGNORECASE),
        (rf"\b{NAME}\s+(?:utca|út|útja|tér|tere|körút|sétány|u\.)\s*\d{{1,3}}\b{UNITS}", 0),
        (
            rf"\b(?:{NAME}\s+)(?:ulice|ulica|ulici|ul\.|třída|náměstí|námestie|nábřeží|cesta|trg)\s+"
            rf"\d{{1,4}}\b{UNITS}",
            0,
        ),
        (rf"\b(?:nám\.|náměstí|námestie|tř\.|třída|nábř\.)\s*{NAME}(?:\s\w+)?\s+\d{{1,4}}\b", 0),
        (rf"\b{NAME}\s+\d{{1,4}}(?:/\d{{1,4}})?,\s*(?:\d{{3}} ?\d{{2}}\s+)?(?:Praha|Brno)\b", 0),
        (
            r"\b(?:[Ss]tr\.|[Ss]trada|[Bb]d\.|[Bb]ulevardul|B-dul|[Aa]leea|[ȘŞ]oseaua|[ȘŞ]os\.|Calea|Piața"
            rf"|Intrarea)\s+{NAME}(?:\s+{NAME}){{0,3}},?\s*(?:nr\.?\s*)?\d{{1,4}}\b{UNITS}",
            0,
        ),
        (r"\bbl\.\s*\w{1,4},?\s*(?:sc|et|ap)\.\s*\w", re.IGNORECASE),
        (
            rf"\b{NAME}\s+(?:mnt|maantee|tänav|tn|pst|puiestee|iela|ielā|bulvāris|gatve|gatvė|g|pr"
            rf"|prospektas|alėja|plentas)\.?\s+\d{{1,4}}\b{UNITS}",
            0,
        ),
        (
            rf"\b{CAPITAL}\w{{1,40}}(?:vegur|vegi|gata|götu|stræti|braut|brekka)\s+\d{{1,3}}\b{UNITS}",
            0,
        ),
        (r"\b(?:C\.so|V\.le|P\.za|P\.zza|Lungotevere|Contrada)\s*[A-ZÀ-Þ]\w+.{0,40}?\d{1,4}\b", 0),
        (
            r"\b(?:calle|cl|cll|carrera|cra|kra|cr|diagonal|diag|dg|transversal|transv|tv)\.?\s*\d{1,3}"
            r"\s?[a-z]?\s*(?:bis\s*)?(?:#|n[o°º.]+)\s*\d",
            re.IGNORECASE,
        ),
        (r"\b\d{1,2}\s?(?:a|ª|ra|da|ta|va)?\.?\s+(?:Avenida|Calle)\s+(?:[A-Z] )?\d", 0),
        (r"\b(?:manzana|mz)\.?\s*\w{1,4},?\s*(?:lote|lt|solar|villa)\.?\s*\d", re.IGNORECASE),
        (r"\b[Ss]ố\s+(?:nhà\s+)?\d{1,4}\S*\s+(?:đường|phố|ngõ|hẻm|ngách)\b", 0),
        (
            rf"\b\d{{1,4}}(?:/\d{{1,4}}){{1,4}}\s+{NAME}(?:\s+\w{{1,20}}){{0,4}},\s*(?:Quận|Phường|Q\.|P\.)",
            0,
        ),
        (rf"\b(?:Brgy\.?|Barangay|Purok|Sitio)\s+(?:{CAPITAL}|\d)", 0),
        (
            r"\b\d[\d/-]{0,8}[A-Z]?,?\s+(?:[A-Z][\w.]{0,40}\s+){1,3}(?:Nagar|Marg|Chowk|Colony|Vihar|Enclave"
            r"|Layout|Mohalla|Gali|Salai|Bazaar)\b",
            0,
        ),
        (r"\bH\.?\s?No\.?\s*\d", 0),
        (r"\b(?:woreda|kebele|sub-?city)\s*\d", re.IGNORECASE),
        (r"(?:ወረዳ|ቀበሌ|የቤት ቁጥር)\s*\d", 0),
        (r"\b(?:[Nn]yumba\s+(?:namba|nambari|na\.)\s*\d)", 0),
        (
            r"(?<!דרות )(?<!דרי )(?<!דר )(?:רחוב|רח['׳]|שדרות|שד['׳]|סמטת)\s+(?:[^\s,]{1,40}\s+){1,3}\d{1,3}",
            0,
        ),
        (r"(?:عمارة|مبنى|بناية|شقة|فيلا|منزل|پلاک)\s*(?:رقم\s*)?\d", 0),
        (r"(?:مکان|گلی|پلاٹ|کوٹھی|فلیٹ|کوڅه|سړک)\s*(?:نمبر|نمبره|#)\s*\d", 0),
        (r"(?:मकान|घर|गली|फ्लैट|प्लॉट)\s*(?:नंबर|नम्बर|नं\.?|संख्या|क्रमांक)\s*\d|गली\s*\d", 0),
        (r"\d{1,4},?\s+(?:\S{1,40}\s+){1,3}(?:रोड|मार्ग|नगर|गली|चौक)", 0),
        (r"(?:বাড়ি|বাড়ি|বাসা|রোড|সড়ক|লেন)\s*(?:নং|নম্বর|#)?\s*\d+\s*,", 0),
        (
            r"\d{1,4},?\s+(?:\S{1,40}\s+){1,2}(?:தெரு|சாலை|வீதி|రోడ్డు|వీధి|ರಸ್ತೆ|റോഡ്|ગલી|રોડ|ਗਲੀ|ਰੋਡ|පාර"
            r"|මාවත|වීදිය)",
            0,
        ),
        (r"[路街道巷弄段里村]\s?(?:\d{1,5}|[一二三四五六七八九十百]{1,5})\s?[号號]", 0),
        (r"[一二三四五六七八九十]丁目|\d{1,4}番(?:地|\d{1,4})", 0),
        (rf"[가-힣]{{2,20}}(?:대로|로|길)\s?\d{{1,4}}(?:-\d{{1,4}})?{KOREAN_UNITS}", 0),
        (r"[가-힣]{1,20}(?:동|리)\s?\d{1,4}-\d{1,4}|\d{1,4}번지", 0),
        (r"\d{1,4}(?:/\d{1,4})?\s*(?:หมู่\S*\s*\d*\s*)?(?:ถนน|ซอย|ถ\.)\s*\S|บ้านเลขที่\s*\d", 0),
        (r"(?:ถนน|ซอย)\s*\S{1,40}\s*\d", 0),
        (r"(?:ផ្ទះលេខ|ផ្លូវលេខ|ផ្លូវ)\s*\d|အမှတ်\s*\(?\d+\)?\s*[,၊]", 0),
        (r"(?<!\S)\S{1,40}\s+(?:փողոց|փ\.|ქუჩა|ქ\.|көшесі)\s*(?:#|№)?\s*\d", 0),
    ),
    "a street": (
        (r"\b(?:Rruga|rruga|Rr\.|Bulevardi|Sheshi)\s+(?:e\s+)?[“\"]?[A-ZËÇ]\w+", 0),
        (r"\b(?:Jl|Jln|Gg)\.\s*[A-Z]\w+|\b(?:Jalan|Jln|Lorong|Kampung)\s+[A-Z]\w+", 0),
        (rf"\b(?:đường|ngõ|hẻm)\s+{CAPITAL}\w*\s+{CAPITAL}", 0),
        (r"\b(?:[Mm]taa wa|[Bb]arabara ya)\s+[A-Z]\w+", 0),
    ),
    "a postcode": (
        (r"\b[A-Z][A-Z0-9]-\d{3,4}-\d{4}\b", 0),  # an address code of Ghana
    ),
}
