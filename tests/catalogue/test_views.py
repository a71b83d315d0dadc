# SPDX-License-Identifier: AGPL-3.0-or-later
"""What readers see: every answer is a sentence, also “we do not know”."""

from __future__ import annotations

import datetime
import json
import re
from typing import Any

import pytest
from havenpress.catalogue.hours import Day, Hours
from havenpress.catalogue.presentation.hours import changes_text
from havenpress.catalogue.presentation.pages import pages_of
from havenpress.catalogue.views import ServicePage, ServicesPage
from havenpress.catalogue.wording import FOLDER, wording
from havenpress.source import read_text, read_yaml

from .samples import BASE, EXAMPLE, TODAY, Change, edition, read

WRITTEN = sorted(path.stem for path in FOLDER.glob("*.yaml"))
VALUE = re.compile(r"\{(\w+)\}|%d")
PLURALS = {"list.count", "list.hidden", "filter.counts"}


def read_words(language: str) -> dict[str, Any]:
    path = FOLDER / f"{language}.yaml"
    return read_yaml(read_text(path, path.name)[0], path.name)[0]


def flat(words: dict[str, Any], above: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in words.items():
        name = f"{above}{key}"
        found |= flat(value, f"{name}.") if isinstance(value, dict) else {name: str(value)}
    return found


def page(folder: object, url: str, language: str = "en", today: datetime.date = TODAY) -> object:
    catalogue = read(folder) if today == TODAY else load_stale(folder, today)
    views = {view.url: view for _, view in pages_of(edition(catalogue, language, today))}
    return views[url]


def load_stale(folder: object, today: datetime.date) -> object:
    from havenpress.catalogue.loader import load

    return load(folder, today)[0]


def answers(view: ServicePage) -> dict[str, str]:
    return {fact.name: fact.texts[0] for fact in view.safety.facts}


def test_what_is_not_known_is_said() -> None:
    view = page(BASE, "services/walk-in-clinic/")
    assert answers(view)["asks_immigration_status"].startswith("We do not know")
    assert answers(view)["first_contact"].startswith("We do not know")
    assert "We do not know if the number shows on the phone bill." in view.contacts[0].notes


def test_what_is_known_is_said() -> None:
    view = page(BASE, "services/walk-in-clinic/")
    assert answers(view)["asks_for_id"] == "No. They do not ask for ID."
    assert "It is safer not to leave a message." in view.contacts[0].notes


def test_a_written_unknown_reads_like_a_missing_answer(change: Change) -> None:
    folder = change(walk_in_clinic=("asks_for_id: never", "asks_for_id: unknown"))
    assert answers(page(folder, "services/walk-in-clinic/"))["asks_for_id"].startswith("We do not")


def test_every_field_left_out_of_an_entry_leaves_no_gap(change: Change) -> None:
    folder = change(safe_house=("hours: 24/7\n", ""))
    view = page(folder, "services/safe-house/")
    assert (
        view.hours.summary
        == "We do not know the opening hours. If you want to go there, ask first."
    )
    facts = {fact.name: fact for fact in view.facts}
    assert not facts["cost"].known
    assert not facts["documents"].known
    assert all(fact.texts[0] for fact in view.facts)


def test_hours_are_said_as_people_say_them() -> None:
    rows = page(BASE, "services/walk-in-clinic/").hours.rows
    assert (rows[0].days, rows[0].times) == (
        "Monday to Friday",
        "9am to 12:30pm and 1:30pm to 5pm",
    )
    assert rows[-1].closed


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "4pm to midnight"), ("es", "de 16:00 a 24:00"), ("fr", "de 16:00 à 24:00")],
)
def test_a_day_ends_at_its_end_and_not_at_its_start(language: str, told: str) -> None:
    words = wording(language)
    assert words("to", start=words.time(960), end=words.time(1440)) == told


def test_hours_in_one_sentence_have_no_capital_in_the_middle(change: Change) -> None:
    folder = change(walk_in_clinic=("sun: closed", "sun: by appointment"))
    hours = page(folder, "services/walk-in-clinic/").hours
    assert hours.summary.endswith("; Sunday, by appointment")
    assert hours.rows[-1].times == "By appointment"


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        ("mon-fri: 09:00-17:00", "01234:540-1020 56:0-1440"),
        ("sun: closed", "012345:0-1440"),
        ("note: {en: Ring first., es: Llame antes.}", "0123456:0-1440"),
        ("mon-sat: 09:00-17:00\n  sun: closed", "012345:540-1020"),
        ("mon-sun: closed\n  changes: {2026-12-24: 09:00-12:00}", ":0-0"),
    ],
)
def test_a_day_of_which_nothing_is_said_may_be_open(hours: str, told: str, change: Change) -> None:
    folder = change(safe_house=("hours: 24/7", f"hours:\n  {hours}"))
    (card,) = page(folder, "services/category/housing/").groups[0].cards
    assert card.open == told


def test_the_filter_knows_the_evening_before() -> None:
    late = Day(((1200, 1740),))
    days = {TODAY - datetime.timedelta(days=ago): late for ago in (0, 1, 2)}
    text = "2026-11-22=1200-1740 2026-11-23=1200-1740"
    assert changes_text(Hours(changes=days), TODAY) == text


def test_near_changes_are_told_by_their_dates(change: Change) -> None:
    changed = (
        "sun: closed\n  closed: [2026-12-25, 2026-11-01]\n  changes: {2026-12-24: 09:00-12:00}"
    )
    folder = change(walk_in_clinic=("sun: closed", changed))
    hours = page(folder, "services/walk-in-clinic/").hours
    assert hours.changes_heading == "Other hours"
    assert [(row.days, row.times) for row in hours.changes] == [
        ("Thursday, 24 December 2026", "9am to midday"),
        ("Friday, 25 December 2026", "Closed"),
    ]


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_is_said_of_hours_does_not_depend_on_the_day_of_reading(language: str) -> None:
    """A page is built once and read for weeks: nothing on it may say that somebody is open now."""
    relative = re.compile(
        r"\b(?:now|today|tomorrow|next|ahora|hoy|mañana|próxim\w+)\b", re.IGNORECASE
    )
    views = [view for _, view in pages_of(edition(read(EXAMPLE), language))]
    pages = [view for view in views if isinstance(view, ServicePage)]
    told = [f"{view.hours.summary} {view.hours.rows} {view.hours.changes}" for view in pages]
    assert any("2026" in text for text in told)
    assert [text for text in told if relative.search(text)] == []


def test_a_confidential_place_has_a_sentence_and_no_lines() -> None:
    (place,) = page(BASE, "services/safe-house/").places
    assert place.confidential
    assert place.lines == ()
    assert "kept private" in place.sentence


def test_a_crisis_line_stands_first_and_once() -> None:
    view = page(EXAMPLE, "services/")
    assert [card.id for card in view.crisis] == ["harbour-line-helpline"]
    assert "harbour-line-helpline" not in [card.id for group in view.groups for card in group.cards]


def test_no_two_parts_of_a_list_have_the_same_name(change: Change) -> None:
    """A category may be called what stands above crisis lines, and have other services too."""
    names = ("{en: A place to stay,", "{en: Talk to someone now,")
    folder = change(taxonomy=names, safe_house=("status: active", "status: active\ncrisis: yes"))
    path = folder / "services" / "walk-in-clinic.yaml"
    text = path.read_text(encoding="utf-8").replace("categories: [", "categories: [housing, ")
    path.write_text(text, encoding="utf-8")
    view = page(folder, "services/category/housing/")
    assert view.crisis
    assert [group.heading for group in view.groups] == ["Talk to someone now"]
    assert view.crisis_heading == "Crisis lines"


def test_each_service_stands_in_the_whole_list_once() -> None:
    view = page(EXAMPLE, "services/")
    ids = [card.id for group in view.groups for card in group.cards]
    ids += [card.id for card in view.crisis]
    assert sorted(ids) == sorted(read(EXAMPLE).services)


def test_a_town_has_what_serves_the_whole_country() -> None:
    view = page(EXAMPLE, "services/area/northtown/")
    ids = {card.id for group in view.groups for card in group.cards}
    assert "open-door-immigration" in ids
    assert "northtown-safe-house" in ids
    assert "seaport-night-rooms" not in ids


def test_no_list_is_empty() -> None:
    views = [view for _, view in pages_of(edition(read(EXAMPLE)))]
    lists = [view for view in views if isinstance(view, ServicesPage)]
    assert all(view.groups or view.crisis for view in lists)


def test_a_closed_service_is_last_and_cannot_be_called() -> None:
    group = page(EXAMPLE, "services/").groups[-1]
    assert group.slug == "closed"
    assert group.cards[0].contacts == ()
    assert page(EXAMPLE, "services/riverbend-move-on-homes/").contacts == ()


def test_a_stale_entry_is_labelled() -> None:
    view = page(EXAMPLE, "services/riverbend-clinic/", today=datetime.date(2027, 8, 1))
    assert view.freshness.state == "stale"
    assert view.freshness.warning
    assert view.contacts


def test_an_entry_too_old_is_hidden_behind_the_helpline() -> None:
    late = datetime.date(2028, 8, 1)
    view = page(EXAMPLE, "services/riverbend-clinic/", today=late)
    assert "0808 157 0142" in view.hidden
    assert view.contacts == ()
    everything = page(EXAMPLE, "services/", today=late)
    assert "0808 157 0142" in everything.hidden
    assert [card.id for card in everything.crisis] == ["harbour-line-helpline"]


def test_a_missing_translation_falls_back_and_says_so(change: Change) -> None:
    folder = change(
        walk_in_clinic=("{en: Walk-in clinic, es: Clínica sin cita}", "{en: Walk-in clinic}")
    )
    catalogue = load_stale(folder, TODAY)
    views = {view.url: view for _, view in pages_of(edition(catalogue, "es"))}
    view = views["es/services/walk-in-clinic/"]
    assert (view.name, view.name.lang) == ("Walk-in clinic", "en")
    assert view.fallback == "Una parte de esta página está solo en inglés."


def test_a_page_in_its_own_language_has_no_such_note() -> None:
    assert page(BASE, "es/services/walk-in-clinic/", "es").fallback == ""


def test_a_former_address_leads_on(change: Change) -> None:
    folder = change(walk_in_clinic=("status: active", "status: active\nformerly: [old-clinic]"))
    assert page(folder, "services/old-clinic/").target.url == "services/walk-in-clinic/"


@pytest.mark.parametrize("language", ["en", "es"])
def test_both_languages_have_the_same_pages(language: str) -> None:
    paths = {view.url.removeprefix("es/") for _, view in pages_of(edition(read(EXAMPLE), language))}
    assert paths == {view.url for _, view in pages_of(edition(read(EXAMPLE)))}


def test_links_dial_and_write() -> None:
    hrefs = [contact.href for contact in page(EXAMPLE, "services/open-door-money/").contacts]
    assert hrefs == [
        "tel:+442079460310",
        "https://wa.me/447700900310",
        "mailto:money@open-door-advice.example",
        "https://open-door-advice.example/money",
    ]


def test_a_rehab_is_found_by_that_word() -> None:
    words = json.loads(page(EXAMPLE, "services/").filter.words)
    assert "rehab" in words["k:substance-use"].split()


def test_every_choice_of_the_filter_fits_some_card() -> None:
    view = page(EXAMPLE, "services/")
    cards = [card.tokens.split() for group in view.groups for card in group.cards]
    for choices in view.filter.choices:
        for option in choices.options:
            assert any(set(option.value.split()) & set(tokens) for tokens in cards), option


def test_a_town_of_the_filter_takes_what_serves_the_country() -> None:
    choices = {each.name: each.options for each in page(EXAMPLE, "services/").filter.choices}
    values = {option.label: option.value for option in choices["area"]}
    assert values["Northtown"] == "a:northtown a:whole-country"


def test_a_short_list_has_no_filter() -> None:
    assert page(EXAMPLE, "services/category/legal/").filter is None


def test_a_list_says_that_some_of_it_is_in_another_language(change: Change) -> None:
    folder = change(
        walk_in_clinic=("{en: Walk-in clinic, es: Clínica sin cita}", "{en: Walk-in clinic}")
    )
    views = {view.url: view for _, view in pages_of(edition(load_stale(folder, TODAY), "es"))}
    note = "Una parte de esta página está solo en inglés."
    assert views["es/services/"].fallback == note
    assert views["es/organizations/riverbend-advocacy/"].fallback == note


@pytest.mark.parametrize("language", WRITTEN)
def test_every_sentence_is_there_in_every_language_with_its_values(language: str) -> None:
    """A plural may have more forms than English, and never fewer of the values."""
    own, english = flat(read_words(language)), flat(read_words("en"))
    assert set(own) >= set(english)
    assert {key.rpartition(".")[0] for key in set(own) - set(english)} <= PLURALS
    for key, text in english.items():
        assert set(VALUE.findall(own[key])) <= set(VALUE.findall(text)), key
        if key.rpartition(".")[0] not in PLURALS:
            assert set(VALUE.findall(own[key])) == set(VALUE.findall(text)), key


def test_a_page_in_a_language_of_the_right_has_its_own_words(change: Change) -> None:
    folder = change(catalogue=("languages: [en, es]", "languages: [en, ar]"))
    view = {v.url: v for _, v in pages_of(edition(load_stale(folder, TODAY), "ar"))}
    clinic = view["ar/services/walk-in-clinic/"]
    assert clinic.safety.facts[0].texts == ("لا. لا يطلبون أي هوية.",)
    assert clinic.name.lang == "en"
    assert "الإنجليزية" in clinic.fallback
