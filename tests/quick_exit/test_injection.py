# SPDX-License-Identifier: AGPL-3.0-or-later
"""Putting the exit into pages of any kind, with every other byte as it was."""

from __future__ import annotations

import pytest
from havenpress.quick_exit import SCRIPT, STYLE, check_page, inject, script_hash, style_hash

from .sites import page, settings

PAGES = {
    "ordinary": page("1").encode(),
    "no tags at all": b"Hello",
    "no head": b"<!doctype html><html lang=en><body><h1>Hello</h1></body></html>",
    "no body": b"<!doctype html><title>x</title><h1>Hello</h1><p>There",
    "upper case": b"<!DOCTYPE HTML><HTML LANG=en><HEAD><TITLE>x</TITLE></HEAD><BODY CLASS=a>Hi</BODY>",
    "comment first": b"<!-- <head> --><!doctype html><html lang=en><head></head><body>Hi</body></html>",
    "greater-than in an attribute": b'<!doctype html><html lang=en><body data-x="a>b"><p>Hi</p></body>',
    "byte-order mark": b"\xef\xbb\xbf<!doctype html><html lang=en><head></head><body>Hi</body></html>",
    "CR LF": b"<!doctype html>\r\n<html lang=en>\r\n<head>\r\n</head>\r\n<body>\r\nHi\r\n</body>",
    "latin 1": "<!doctype html><meta charset=latin1><title>Café</title><p>Café".encode("latin-1"),
    "script that says body": b"<!doctype html><html lang=en><head><script>'<body>'</script></head><body>Hi",
    "nested main": b"<!doctype html><html lang=en><body><div><main class=x>Hi</main></div></body>",
    "own skip link": b'<!doctype html><html lang=en><body><a href="#m">Skip</a><main id=m>Hi</main>',
    "skip link to nowhere": b'<!doctype html><html lang=en><body><a href="#m">Skip</a><main>Hi</main>',
    "links in new tabs": b"<!doctype html><base target=_blank><main>Hi</main>",
    "skip link in a box": b'<!doctype html><body><div class=sr><a href="#m">Skip</a></div><p id=m>Hi',
}
OURS = {"exit-link", "exit-order", "exit-script", "safety-link", "page-referrer", "page-icon"}


@pytest.mark.parametrize("kind", PAGES)
def test_any_page_gets_all_of_it(kind: str) -> None:
    html = inject(PAGES[kind], settings())
    assert [f for f in check_page(html, "page", settings()) if f.rule in OURS] == []


@pytest.mark.parametrize("kind", PAGES)
def test_twice_is_once(kind: str) -> None:
    once = inject(PAGES[kind], settings())
    assert inject(once, settings()) == once


@pytest.mark.parametrize("kind", PAGES)
def test_what_was_there_is_still_there_in_order(kind: str) -> None:
    """Taking out what was put in gives the page back, byte for byte."""
    rest = iter(inject(PAGES[kind], settings()))
    assert all(byte in rest for byte in PAGES[kind])


def test_the_script_stands_after_the_encoding_and_before_the_title() -> None:
    html = inject(PAGES["ordinary"], settings()).decode()
    assert html.index("charset") < 1024
    assert html.index("charset") < html.index(STYLE) < html.index(SCRIPT) < html.index("<title>")


def test_a_policy_of_the_page_lets_script_and_style_in() -> None:
    policy = "default-src 'self'; script-src 'none'"
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    html = inject(page("1", head=head).encode(), settings()).decode()
    assert f"script-src {script_hash()}" in html
    assert f"style-src 'self' {style_hash()}" in html
    assert check_page(html.encode(), "page", settings()) == []


@pytest.mark.parametrize("sources", ["'unsafe-inline'", "'self' 'unsafe-inline'"])
def test_a_policy_that_needs_no_hash_keeps_its_words(sources: str) -> None:
    head = f'<meta http-equiv="Content-Security-Policy" content="script-src {sources}">'
    assert head in inject(page("1", head=head).encode(), settings()).decode()


def test_the_language_of_the_page_decides_the_words() -> None:
    html = inject(page("1", lang="es-MX").encode(), settings()).decode()
    assert ">Salir de esta web</a>" in html
    assert 'data-show="Mostrar esta página"' in html


def test_a_page_that_names_no_encoding_gets_words_that_need_none() -> None:
    bare = page("1", lang="es").replace('<meta charset="utf-8">', "")
    html = inject(bare.encode(), settings()).decode("ascii")
    assert 'data-show="Mostrar esta p&#225;gina"' in html


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(KeyError, match=r"label.*“tlh”"):
        inject(page("1", lang="tlh").encode(), settings())


def test_own_words_come_before_ours() -> None:
    given = settings(texts={"en": {"label": "Go <away>"}})
    assert ">Go &lt;away&gt;</a>" in inject(PAGES["ordinary"], given).decode()
