# SPDX-License-Identifier: AGPL-3.0-or-later
"""What real organisations write, odd as it looks, is no fault: a false alarm teaches to ignore."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from havenpress.catalogue.loader import load

from .samples import BASE, TODAY

CLINIC = "services/walk-in-clinic.yaml"
NUMBER = "number: 020 7946 0018"
ADDRESS = "      address_1: 118 Example Street\n      city: Riverbend\n      country: GB\n"
HOURS = "  mon-fri: 09:00-12:30, 13:30-17:00\n  sat: 10:00-14:00\n  sun: closed\n"


def number(typed: str, free: str = "no") -> tuple[str, str]:
    typed_and_kind = "type: voice\n    free_to_call: no"
    return f"{NUMBER}\n    {typed_and_kind}", (
        f"number: {typed}\n    type: voice\n    free_to_call: {free}"
    )


def address(line: str, city: str, code: str, country: str) -> tuple[str, str]:
    written = f"      address_1: {line}\n      city: {city}\n      country: {country}\n"
    return ADDRESS, written + (f"      postal_code: {code}\n" if code else "")


GOOD = {
    "number of Relay UK": number("18001 0808 157 0142", "yes"),
    "number of Relay UK for a landline": number("18001 020 7946 0018"),
    "line for children": number("0800 1111", "yes"),
    "line for emotional support": number("116 123", "yes"),
    "number at home prices": number("0300 123 4567"),
    "number with an area in brackets": number("(020) 7946 0018"),
    "number with dots": number("020.7946.0018"),
    "number without spaces": number("02079460018"),
    "number in quotes": number('"020 7946 0018"'),
    "number of the USA": number("+1 (888) 373-7888", "yes"),
    "number of Argentina": number("+54 9 11 2345 6789"),
    "number of Italy": number("+39 06 698 12345"),
    "number of Nigeria": number("+234 803 123 4567"),
    "address in Hong Kong": address("Flat B, 12/F, Lucky Mansion", "Kowloon", "", "HK"),
    "address in Japan": address("丸の内1-9-1", "千代田区", "100-0005", "JP"),
    "address in the Netherlands": address("Kerkstraat 12-II", "’s-Hertogenbosch", "5211 AB", "NL"),
    "address in Norway": address("Storgata 1", "Oslo", "0155", "NO"),
    "address in Brazil": address("Rua das Flores, 123", "São Paulo", "01310-200", "BR"),
    "address in Ireland": address("12 O’Connell Street", "Dublin 1", "D01 F5P2", "IE"),
    "address in Dubai": address("Villa 12, Street 4b", "Dubai", "", "AE"),
    "address in Namibia": address("5 Independence Avenue", "Windhoek", "", "NA"),
    "address in Kosovo": address("Rruga Nënë Tereza 5", "Prishtina", "10000", "XK"),
    "days in a list": (HOURS, "  mon, wed, fri: 09:00-17:00\n  tue, thu: 12:00-20:00\n"),
    "week from Sunday": (HOURS, "  sun-thu: 09:00-17:00\n  fri-sat: closed\n"),
    "whole days": (HOURS, "  mon-sun: 00:00-24:00\n"),
    "only by appointment": (HOURS, "  mon-fri: by appointment\n  sat-sun: closed\n"),
    "address with a plus": ("clinic@example.org", "clinic+intake@example.org"),
    "address with an apostrophe": ("clinic@example.org", "o'connor-house@example.org"),
    "address at a name with an umlaut": ("clinic@example.org", "hilfe@frauenhaus-köln.de"),
    "web address with an umlaut": ("https://example.org/clinic", "https://frauenhaus-köln.de/"),
    "web address in Cyrillic": ("https://example.org/clinic", "https://помощь.рф/"),
    "web address with a fragment": ("https://example.org/clinic", "https://example.org/#/s/12"),
    "web address with a query": ("https://example.org/clinic", "https://example.org/?id=12"),
    "name with signs": ("en: Walk-in clinic", "en: M&S clinic (A&E) – 24/7 “drop-in”"),
    "name with a number": ("en: Walk-in clinic", "en: 1in4"),
    "name in capitals": ("en: Walk-in clinic", "en: NAPAC"),
    "name in Arabic": ("en: Walk-in clinic", "en: مركز النور (Al-Noor Centre)"),
    "rare languages": ("languages: [en, es]", "languages: [bfi, prs, kmr, kek, mam, apc, ti, rom]"),
    "rarer languages": ("languages: [en, es]", "languages: [nah, mix, pnb, skr, aii, rmy, mww]"),
    "number of Germany": number("+49 30 4849 4849"),
    "number of France with its digits twice": number("+33 1 33 33 33 33"),
    "number of India with its code in it": number("+91 91 9191 9191"),
    "number dialled from abroad": number("0044 20 7946 0018"),
    "address of a hall for members": address(
        "Private Members Hall, 1 High Street", "Leeds", "", "GB"
    ),
    "address of a café": address("The Safe House Café, 1 High Street", "Leeds", "", "GB"),
    "address of an office": address("Disclosure Centre, 1 High Street", "Leeds", "", "GB"),
    "address of a garden": address(
        "The Secret Garden Centre, 5 High Street", "Leeds", "LS1 4AP", "GB"
    ),
    "night in two parts": (HOURS, "  fri: 18:00-24:00\n  sat: 00:00-06:00\n"),
    "text with a language in it": (
        "en: See a nurse or doctor without an appointment.",
        'en: "Say es: for Spanish."',
    ),
    "list at the edge": (
        "categories: [medical, forensic-exam]",
        "categories:\n- medical\n- forensic-exam",
    ),
    "flow as in JSON": ("cost: {type: free}", 'cost: {"type": "free"}'),
    "lowest age": ("minimum_age: 13", "minimum_age: 0"),
}


@pytest.mark.parametrize("edit", GOOD.values(), ids=GOOD.keys())
def test_no_false_alarm(edit: tuple[str, str], tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "catalogue")
    path, (old, new) = tmp_path / "catalogue" / CLINIC, edit
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert load(tmp_path / "catalogue", TODAY)[1] == []
