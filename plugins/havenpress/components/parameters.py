# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a component may be given: the kinds of parameters, and how a value is checked.

A kind turns a value into what the template sees, or raises Misfit with the way to the place
inside the value. Example values from ``params.yaml`` are text, and are read by the same kinds.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, Protocol

from markupsafe import Markup

SCHEMES = ("https:", "tel:", "sms:", "mailto:")
YES_NO = {"yes": True, "true": True, "no": False, "false": False}


class Misfit(Exception):  # noqa: N818 (it says what is wrong with a value)
    """A value that a parameter does not take; ``way`` leads to it, as in ``items[2].url``."""

    def __init__(self, message: str, way: str = "") -> None:
        super().__init__(f"{way}: {message}" if way else message)
        self.message, self.way = message, way

    def inside(self, step: str) -> Misfit:
        """Return the misfit as seen from one level further out."""
        joint = "." if self.way and not self.way.startswith("[") else ""
        return Misfit(self.message, f"{step}{joint}{self.way}")


class Kind(Protocol):
    """How one parameter is checked."""

    @property
    def absent(self) -> Any:
        """What a template sees where an optional parameter was left out."""

    def accept(self, value: Any) -> Any:
        """Return the value as the template sees it; raises Misfit."""


@dataclass(frozen=True, slots=True)
class Words:
    """Plain text, never empty where it is given; it is escaped when printed."""

    absent = ""

    def accept(self, value: Any) -> str:
        """Return the text."""
        if not isinstance(value, str):
            raise Misfit(f"{value!r} is not text")
        return value


@dataclass(frozen=True, slots=True)
class Html:
    """HTML that our own code has made; plain text is taken as text and escaped."""

    absent = Markup("")

    def accept(self, value: Any) -> Markup:
        """Return HTML as it is, and text escaped."""
        if not isinstance(value, str):
            raise Misfit(f"{value!r} is not HTML")
        return Markup.escape(value)


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link goes: relative, an absolute path, https, tel, sms or mailto."""

    absent = ""

    def accept(self, value: Any) -> str:
        """Return the link."""
        if not isinstance(value, str):
            raise Misfit(f"{value!r} is not a link")
        scheme = value.split("/")[0].split("?")[0].split("#")[0]
        if value.startswith("//") or (":" in scheme and not value.startswith(SCHEMES)):
            raise Misfit(f"“{value}” is not a link that a page may have")
        return value


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no."""

    absent = False

    def accept(self, value: Any) -> bool:
        """Return True or False."""
        if isinstance(value, bool):
            return value
        if isinstance(value, str) and value in YES_NO:
            return YES_NO[value]
        raise Misfit(f"{value!r} is neither yes nor no")


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number, 0 or more."""

    absent = None

    def accept(self, value: Any) -> int:
        """Return the number."""
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        if isinstance(value, str) and value.isascii() and value.isdigit():
            return int(value)
        raise Misfit(f"{value!r} is not a whole number")


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar date."""

    absent = None

    def accept(self, value: Any) -> datetime.date:
        """Return the date."""
        if isinstance(value, datetime.datetime):
            return value.date()
        if isinstance(value, datetime.date):
            return value
        try:
            return datetime.date.fromisoformat(value)
        except (TypeError, ValueError):
            raise Misfit(f"{value!r} is not a date") from None


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words."""

    words: tuple[str, ...]

    @property
    def absent(self) -> str:
        """Return the first word."""
        return self.words[0]

    def accept(self, value: Any) -> str:
        """Return the word."""
        if value in self.words:
            return str(value)
        raise Misfit(f"{value!r} is not one of: {', '.join(self.words)}")


@dataclass(frozen=True, slots=True)
class ListOf:
    """Several values of one kind."""

    kind: Kind
    absent = ()

    def accept(self, value: Any) -> tuple[Any, ...]:
        """Return the values."""
        if isinstance(value, str | Mapping) or not isinstance(value, Iterable):
            raise Misfit(f"{value!r} is not a list")
        return tuple(self._item(at, item) for at, item in enumerate(value))

    def _item(self, at: int, item: Any) -> Any:
        try:
            return self.kind.accept(item)
        except Misfit as misfit:
            raise misfit.inside(f"[{at}]") from None


@dataclass(frozen=True, slots=True)
class Parameter:
    """One named parameter: its kind, whether it must be there, and what it is for."""

    kind: Kind
    required: bool = False
    about: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """Several named values: a mapping, or any object that has them as attributes."""

    fields: Mapping[str, Parameter] = field(default_factory=dict)
    absent = None

    def accept(self, value: Any) -> SimpleNamespace:
        """Return the fields as attributes, those that were left out among them."""
        given = dict(value) if isinstance(value, Mapping) else self._attributes(value)
        unknown = [str(name) for name in given if name not in self.fields]
        if unknown:
            raise Misfit(f"“{unknown[0]}” is not known; there are {', '.join(self.fields)}")
        return SimpleNamespace(
            **{name: _accept(name, field, given) for name, field in self.fields.items()}
        )

    def _attributes(self, value: Any) -> dict[str, Any]:
        if isinstance(value, str | int | list | tuple):
            raise Misfit(f"{value!r} is not a block of fields")
        return {name: getattr(value, name) for name in self.fields if hasattr(value, name)}


def _accept(name: str, parameter: Parameter, given: Mapping[str, Any]) -> Any:
    value = given.get(name)
    if value is None or value == "":
        if parameter.required:
            raise Misfit(f"“{name}” is missing")
        return parameter.kind.absent
    try:
        return parameter.kind.accept(value)
    except Misfit as misfit:
        raise misfit.inside(name) from None


SIMPLE: dict[str, Kind] = {
    "text": Words(),
    "html": Html(),
    "url": Target(),
    "flag": Flag(),
    "number": Number(),
    "date": Day(),
}
