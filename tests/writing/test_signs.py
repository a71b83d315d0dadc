# SPDX-License-Identifier: AGPL-3.0-or-later
"""What other programs take for a list, an address or a gap, and what is only prose."""

from __future__ import annotations

import pytest
from havenpress.findings import ERROR

from .texts import read_body


def found(body: str, language: str = "en") -> list[tuple[str, int]]:
    """Return rule and line of every finding."""
    return [(finding.rule, finding.line) for finding in read_body(body, language)[1]]


@pytest.mark.parametrize(
    ("body", "write"),
    [
        ("• Keys\n• Papers", "- Keys"),
        ("\uf0b7 Keys", "- Keys"),
        ("o\tKeys", "- Keys"),
        ("– Keys\n– Papers", "- Keys"),
        ("-\u00a0Keys", "- Keys"),
        ("1.\u00a0Keys", "1. Keys"),
        ("-Keys", "- Keys"),
        ("1.Keys", "1. Keys"),
        ("*Keys\n*Papers", "- Keys"),
        ("a. Keys\nb. Papers", "1. Keys"),
        ("i) Keys\nii) Papers", "1. Keys"),
        ("> • Keys", "> - Keys"),
    ],
)
def test_list_of_a_word_processor_is_named(body: str, write: str) -> None:
    (finding,) = read_body(body)[1]
    assert (finding.rule, finding.line, finding.write) == ("list-sign", 1, write)


@pytest.mark.parametrize(
    "body",
    [
        "-1 degree is cold",
        "1.5 km away",
        "*Words that stand out\nover two lines*",
        "*One* word\n*and* another",
        "– one line that starts with a dash",
        "a. m. and p. m.",
        "```\n• code\n```",
        "Call us\no ven mañana",
    ],
)
def test_prose_is_no_list(body: str) -> None:
    assert found(body) == []


@pytest.mark.parametrize(
    ("address", "words", "instead"),
    [
        ("mailto:help@example", "Write to us", ""),
        ("mailto://help@example.org", "Write to us", "mailto:help@example.org"),
        ("help@example.org", "Write to us", "mailto:help@example.org"),
        ("tel:help", "Call us", ""),
        ("tel:0808 157 0142", "Call us", "tel:08081570142"),
        ("tel:+448081570143", "Call 0808 157 0142", ""),
        ("sms:85258", "Text 85259", ""),
        ("https://localhost:8000/", "the page", ""),
        ("https://192.168.1.20/", "the page", ""),
        ("https://example..org/", "the page", ""),
        ("{services}clinic", "the clinic", "{service}clinic"),
    ],
)
def test_address_that_leads_nowhere_is_named(address: str, words: str, instead: str) -> None:
    soup, (finding,) = read_body(f"[{words}]({address})")
    assert finding.rule == "link-address"
    assert finding.write == (f"[{words}]({instead})" if instead else "")
    assert soup.a is None


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("mailto:help@example.org?subject=Hello", "Write to us"),
        ("tel:+44-808-157-0142", "Call 0808 157 0142"),
        ("tel:08081570142", "Call +44 808 157 0142"),
        ("tel:999", "Call 999 in an emergency"),
        ("sms:85258", "Text 85258"),
        ("https://example.org/a.jpg/", "the page"),
    ],
)
def test_right_address_is_left_alone(address: str, words: str) -> None:
    soup, findings = read_body(f"[{words}]({address})")
    assert findings == []
    assert soup.a["href"] == address


def test_mail_address_between_angle_brackets_is_a_link() -> None:
    soup, findings = read_body("Write to <help@example.org>.")
    assert findings == []
    assert soup.a["href"] == "mailto:help@example.org"


@pytest.mark.parametrize(
    ("address", "instead"),
    [
        ("https://example.org/?utm_source=x&page=2", "https://example.org/?page=2"),
        ("https://example.org/?fbclid=x", "https://example.org/"),
        ("https://bit.ly/abc", ""),
    ],
)
def test_address_that_tells_on_readers_is_named(address: str, instead: str) -> None:
    (finding,) = read_body(f"[the page]({address})")[1]
    assert (finding.rule, finding.level) == ("link-tracking", "warning")
    assert finding.write == (f"[the page]({instead})" if instead else "")


@pytest.mark.parametrize(
    "name", ["www.google.com/url?q", "eur1.safelinks.protection.outlook.com/?url"]
)
def test_address_through_another_program_is_an_error(name: str) -> None:
    (finding,) = read_body(f"[the page](https://{name}=https%3A%2F%2Fexample.org%2F&sa=D)")[1]
    assert (finding.rule, finding.level) == ("link-tracking", "error")
    assert finding.write == "[the page](https://example.org/)"


@pytest.mark.parametrize(
    "body", ["Call [number] now", "Call [insert the number] now", "XXX", "TODO: ask", "Lorem ipsum"]
)
def test_gap_is_named(body: str) -> None:
    assert found(body) == [("text-finished", 1)]


@pytest.mark.parametrize("body", ["She said [sic]", "[number](https://example.org/)", "`TODO`"])
def test_words_in_brackets_are_no_gap(body: str) -> None:
    assert found(body) == []


def test_todo_is_a_word_in_spanish() -> None:
    assert found("TODO irá bien", "es") == []


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("| a | b |\n| - | - |\n| 1 | 2 | 3 |", 3),
        ("| a | b |\n| - | - |\n| 1 |", 3),
        ("a\tb\n1\t2", 1),
    ],
)
def test_uneven_table_is_named(body: str, line: int) -> None:
    assert ("table-cells", line) in found(body)


def test_even_table_with_code_and_escaped_bars_is_none() -> None:
    body = "| a | b |\n| - | - |\n| `x|y` | 2 |\n| 1 \\| 2 | 3 |"
    assert ("table-cells", 3) not in found(body)


@pytest.mark.parametrize(
    "body", ["** bold ** text", "{++added++} text", "==this== text", "I :heart: you"]
)
def test_mark_of_another_tool_is_named(body: str) -> None:
    assert found(body) == [("text-markup", 1)]


def test_bold_line_above_a_text_is_a_question() -> None:
    assert found("**What to take**\n\nKeys.") == [("heading-real", 1)]
    assert found("**Call 0808 157 0142**\n\nNow.") == []
    assert found("**Stay safe.**\n\nNow.") == []


@pytest.mark.parametrize(
    "body",
    [
        "See https://example.org/a for more.",
        "See <https://example.org/a>.",
        "www.example.org has more.",
        "[https://example.org](https://example.org) has more.",
        "> She wrote https://example.org/a.",
        "One[^1].\n\n[^1]: See https://example.org/a.",
    ],
)
def test_address_without_words_is_an_error(body: str) -> None:
    line = body.count("\n") + 1
    (finding,) = (each for each in read_body(body)[1] if each.rule == "link-bare")
    assert (finding.level, finding.line) == (ERROR, line)


@pytest.mark.parametrize(
    "body",
    [
        "[The page](https://example.org/a)",
        "[The page](<https://example.org/a>)",
        '[The page](https://example.org/a "It was www.example.org before")',
        "[The page][a]\n\n[a]: https://example.org/a",
        "`https://example.org/a`",
    ],
)
def test_address_with_words_is_none(body: str) -> None:
    assert "link-bare" not in {rule for rule, _ in found(body)}


def test_a_sign_is_looked_for_in_its_own_block() -> None:
    body = "See [a](https://example.org/ and [b](https://example.org/ too.\n\n[c](a.md) is whole.\n"
    _, findings = read_body(body)
    assert {finding.line for finding in findings if finding.rule == "text-markup"} == {1}


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("Call **now*", (1, 6)),
        ("Call *now**", (1, 6)),
        ("Call ***now**", (1, 6)),
        ("Call **now***", (1, 6)),
        ("Call __now_", (1, 6)),
        ("Call\nus **now* or\nlater", (2, 4)),
        ("- [**now*](https://example.org/)", (1, 4)),
        ("**Call *us***, **now*", (1, 16)),
    ],
)
def test_uneven_signs_are_named(body: str, place: tuple[int, int]) -> None:
    (finding,) = read_body(body)[1]
    assert (finding.rule, finding.level, finding.line, finding.column) == (
        "text-markup",
        ERROR,
        *place,
    )


@pytest.mark.parametrize(
    "body",
    [
        "*now*\\*",
        "\\***now**",
        "**Call *us***",
        "*Call **us***",
        "**now** * 2",
        "`**now*`",
        "file_*name*_1",
    ],
)
def test_even_signs_are_not(body: str) -> None:
    assert found(body) == []
