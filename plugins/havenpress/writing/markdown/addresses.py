# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is wrong with an address as it was typed, before anybody asks whether it leads somewhere.

Source: RFC 3986 (addresses), RFC 6068 (mailto), RFC 3966 (tel), RFC 5724 (sms).
"""

from __future__ import annotations

import ipaddress
import re
from html import unescape
from urllib.parse import SplitResult, urlsplit

from markdown.util import AMP_SUBSTITUTE

from ...findings import ERROR, WARNING
from ...source.kinds.emails import EMAIL
from ...source.tracking import Problem

ESCAPED = re.compile("\x02(\\d+)\x03")  # Python-Markdown’s mark for a sign behind a backslash
SCHEMES = {"https", "mailto", "tel", "sms"}
COPY = "copy it from the browser’s address bar"
NUMBER = re.compile(r"\+?[\d*#]{2,16}")
VISUAL = re.compile(r"[+\d*#().-]+")  # RFC 3966, section 3: these part digits, a space does not
BETWEEN_DIGITS = re.compile(r"[\s().\u2010-\u2015-]")
SHOWN_NUMBER = re.compile(r"\+?\d[\d\s().\u2010-\u2015-]{3,}\d")
SAME_DIGITS = 7  # at the end of two ways of writing one number, with a country’s code or without
PRICE = re.compile(r"[£$€¥]\s?\d|\d\s?(?:[£$€¥p]|ct\b|cents?\b|pence\b|[A-Z]{3}\b)")
AT_HOME = re.compile(r"file:|[A-Za-z]:[\\/]", re.IGNORECASE)  # C:\Users\…, a folder and no scheme
HOME = re.compile(r"(?:.*\.)?(?:localhost|local|internal|lan)")


def plain_address(address: str) -> str:
    """Return an address as a browser will read it: without entities and Markdown's own marks."""
    address = address.replace(AMP_SUBSTITUTE, "&")  # stands in the codes of an e-mail address
    return unescape(ESCAPED.sub(lambda match: chr(int(match[1])), address)).strip()


def find_problem(href: str, words: str = "") -> Problem | None:
    """Return what is wrong with the address of a link on some words, or None."""
    if not href:
        return Problem("this link has no address", "write it between the round brackets")
    if AT_HOME.match(href):
        return _own_computer(href)
    if "\\" in href:
        instead = "" if href.startswith("\\") else href.replace("\\", "/")
        return Problem(f"“{href}” has a backslash in it", "write / between folders", instead)
    if not href.isprintable():
        message = "this address has a sign in it that nobody can see"
        return Problem(message, "type the address anew")
    try:
        parts = urlsplit(href)
        host = parts.hostname or ""
    except ValueError:
        return Problem(f"“{href}” is not an address", COPY)
    if parts.scheme == "mailto":
        return _mail_problem(href)
    if parts.scheme in {"tel", "sms"}:
        return _number_problem(href, parts.scheme, words)
    return _web_problem(href, parts, host)


def _own_computer(href: str) -> Problem:
    message = f"“{href}” is on your own computer, where readers cannot come"
    return Problem(message, "write the address that the page has on the web")


def _web_problem(href: str, parts: SplitResult, host: str) -> Problem | None:
    if _is_at_home(host):
        return _own_computer(href)
    if parts.scheme == "http":
        message = f"“{href}” is not a secure address"
        return Problem(message, "start it with https://", "https" + href[4:])
    if parts.scheme and parts.scheme not in SCHEMES:
        message = f"links that start with “{parts.scheme}:” are not allowed"
        return Problem(message, "write a web address, or the name of a file of this site")
    if not parts.scheme and parts.netloc:
        return Problem(f"“{href}” has no https:", "start it with https://", f"https:{href}")
    if not parts.scheme and href.startswith("www."):
        return Problem(f"“{href}” has no https://", "start it with https://", f"https://{href}")
    if parts.scheme == "https" and ("." not in host or ".." in host):
        return Problem(f"“{href}” is not a whole address", COPY)
    if not parts.scheme and SHOWN_NUMBER.fullmatch(href):
        message, number = f"“{href}” is a phone number", BETWEEN_DIGITS.sub("", href)
        return Problem(message, "write its digits behind “tel:”", f"tel:{number}")
    if not parts.scheme and EMAIL.fullmatch(href):
        message = f"“{href}” is an e-mail address"
        return Problem(message, "start it with mailto:", f"mailto:{href}")
    return None


def _is_at_home(host: str) -> bool:
    """Return whether a host is known only on the computer or in the office that asks for it."""
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return HOME.fullmatch(host) is not None


def _mail_problem(href: str) -> Problem | None:
    address, mark, rest = href.removeprefix("mailto:").partition("?")
    bare = address.strip("/ ")
    if not EMAIL.fullmatch(bare):
        message = f"“{bare}” is not a whole e-mail address"
        return Problem(message, "write it as in “mailto:help@example.org”")
    if bare != address:
        message = f"there is a sign too many in “{href}”"
        return Problem(message, "write the address only", f"mailto:{bare}{mark}{rest}")
    return None


def _number_problem(href: str, scheme: str, words: str) -> Problem | None:
    number, mark, rest = href.removeprefix(f"{scheme}:").partition("?")
    bare = BETWEEN_DIGITS.sub("", number.strip("/"))
    if not NUMBER.fullmatch(bare):
        return Problem(f"“{number}” is not a phone number", "write its digits behind “tel:”")
    shown = [re.sub(r"\D", "", found) for found in SHOWN_NUMBER.findall(words)]
    if shown and not any(_is_same(each, bare) for each in shown):
        message = f"readers see another number than the one that “{href}” calls"
        return Problem(message, "write the same number in both places")
    if not VISUAL.fullmatch(number):
        message = f"there are other signs than digits in “{href}”"
        return Problem(message, "write the digits only", f"{scheme}:{bare}{mark}{rest}")
    return None


def _is_same(shown: str, called: str) -> bool:
    digits = re.sub(r"\D", "", called)
    length = min(len(shown), len(digits), SAME_DIGITS)
    return shown[-length:] == digits[-length:] and abs(len(shown) - len(digits)) <= 4


def find_cost(href: str, words: str, country: str) -> Problem | None:
    """Return what a call costs by a link that does not say so, or None."""
    from ...phones.dialling import cost_of

    scheme, _, number = href.partition(":")
    if scheme not in {"tel", "sms"} or not country or PRICE.search(words):
        return None
    kind = cost_of(number.partition("?")[0], country)
    if not kind:
        return None
    message = f"“{number}” is a {kind} number, which costs the caller extra"
    remedy = "use another number, or put the price into the words of the link"
    return Problem(message, remedy, level=ERROR if kind == "premium-rate" else WARNING)


def find_silence(href: str, country: str) -> Problem | None:
    """Return why nobody answers the number that a link calls, or None."""
    from ...phones.dialling import why_silent

    scheme, _, number = href.partition(":")
    number = number.partition("?")[0]
    if scheme != "tel" or not country or "*" in number or "#" in number:
        return None
    silence = why_silent(number, country)
    if silence is None:
        return None
    instead = f"tel:{silence.instead}" if silence.instead else ""
    level = ERROR if silence.is_certain else WARNING
    return Problem(silence.message, silence.remedy, instead, level=level)
