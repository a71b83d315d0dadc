# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whatever a text says, no page gets a script, a style, a handler or a foreign address from it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .texts import read_body

FORBIDDEN_TAGS = ["script", "style", "iframe", "object", "embed", "form", "input", "base", "meta"]
ATTRIBUTES = {"href", "src", "action", "srcset", "poster"}
HOSTILE = [
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x]( javascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](&#106;avascript:alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x][y]\n\n[y]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:msgbox)",
    "[x](//evil.example/)",
    "[x](\\\\evil.example/)",
    "[x](/\\evil.example/)",
    "[x](https:evil.example)",
    "[x](file:///etc/passwd)",
    "![x](javascript:alert(1))",
    "![x](https://evil.example/pixel.gif)",
    "![x](//evil.example/pixel.gif)",
    '[x](https://a.example.org/ "title\\" onmouseover=\\"alert(1)")',
    "[x](https://a.example.org/'onclick='alert(1))",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<!-- --><script>alert(1)</script>",
    "<a href='x' style='position:fixed'>x</a>",
    "[x]{style=position:fixed}",
    "[x]{onclick=alert(1)}",
    '[x]{lang="en" onclick="alert(1)"}',
    "*[<b>]: <script>\n\n<b>",
    "## Head <script>alert(1)</script>",
    "| <script> |\n| --- |\n| x |",
    "```<script>\nx\n```",
    "> [!<script>] x\n> y",
    "> [!NOTE] <script>alert(1)</script>\n> y",
    "[^<script>]\n\n[^<script>]: x",
    "\x02wzxhzdk:0\x03 and \x02amp\x03",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
]


def problems(body: str) -> list[str]:
    soup, _ = read_body(body)
    found = [tag.name for tag in soup.find_all(FORBIDDEN_TAGS)]
    for element in soup.select("*"):
        for name, value in element.attrs.items():
            if name.startswith("on") or name == "style":
                found.append(f"{element.name} {name}")
            elif name in ATTRIBUTES and not is_harmless(element.name, str(value)):
                found.append(f"{element.name} {name}={value}")
    return found


def is_harmless(tag: str, value: str) -> bool:
    if "\\" in value or not value.isprintable():
        return False
    if tag == "a":
        return value.startswith(("https://", "mailto:", "tel:", "sms:", "#", "hp-root:/")) or (
            ":" not in value and not value.startswith(("//", "\\", "/\\"))
        )
    return ":" not in value and "//" not in value


@pytest.mark.parametrize("body", HOSTILE)
def test_hostile_text_comes_out_harmless(body: str) -> None:
    assert problems(body) == []


SIGNS = st.sampled_from(
    [
        *"[](){}<>*_`#|!>:^&;\"'\\-+=~. \n\t",
        "\n\n",
        "    ",
        "javascript:",
        "https://a.example.org/",
        "lang=es",
        "[!NOTE]",
        "[^1]",
        "---",
        "a",
        "é",
        "\u202e",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(SIGNS, max_size=30).map("".join))
def test_any_text_can_be_read(body: str) -> None:
    """No text stops the reader, and none becomes anything but words, links and boxes."""
    assert problems(body) == []
