# SPDX-License-Identifier: AGPL-3.0-or-later
"""A component is a folder: a template, its parameters with examples, a style, a script.

``params.yaml`` says what the component is for (``about``), what it takes (``params``) and shows
it at work (``examples``, by name). A file of the same name in the organisation's overrides
takes the place of ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup

from ..findings import Finding, SettingsError
from ..source import read_text, read_yaml
from .parameters import SIMPLE, Choice, Html, Kind, ListOf, Misfit, Parameter, Record

RULE = "component-parameters"
FOLDER = "components"
KEYS = {"kind", "required", "about", "of", "fields", "words"}


@dataclass(frozen=True, slots=True)
class Component:
    """One component: what it takes, examples of it, its style and its script ("" if none)."""

    name: str
    about: str
    parameters: Record
    examples: Mapping[str, Mapping[str, Any]]
    style: str = ""
    script: str = ""

    @property
    def template(self) -> str:
        """The name of its template among the templates."""
        return f"{FOLDER}/{self.name}/template.html"

    def accept(self, given: Mapping[str, Any]) -> SimpleNamespace:
        """Return the parameters as the template sees them; raises Misfit."""
        return self.parameters.accept(given)


def read_components(folders: Iterable[Path]) -> dict[str, Component]:
    """Return every component by name, in sorted order; the first folder with a file wins.

    Raises SettingsError with the faults of all ``params.yaml`` at once.
    """
    roots = [folder / FOLDER for folder in folders]
    names = {
        path.name
        for root in roots
        if root.is_dir()
        for path in root.iterdir()
        if path.is_dir() and not path.name.startswith((".", "_"))
    }
    findings: list[Finding] = []
    components = {name: _read_component(name, roots, findings) for name in sorted(names)}
    if findings:
        raise SettingsError(findings)
    return components


def _read_component(name: str, roots: list[Path], findings: list[Finding]) -> Component:
    def find(file: str) -> Path | None:
        return next((r / name / file for r in roots if (r / name / file).is_file()), None)

    def text(file: str) -> str:
        path = find(file)
        return path.read_text(encoding="utf-8").strip() if path else ""

    if find("template.html") is None:
        findings.append(_fault(f"{FOLDER}/{name}", "this component has no template.html"))
    path = find("params.yaml")
    if path is None:
        findings.append(_fault(f"{FOLDER}/{name}", "this component has no params.yaml"))
        return Component(name, "", Record(), {})
    about, record, examples = _read_parameters(path, f"{FOLDER}/{name}/params.yaml", findings)
    return Component(name, about, record, examples, text("style.css"), text("script.js"))


def _read_parameters(
    path: Path, file: str, findings: list[Finding]
) -> tuple[str, Record, Mapping[str, Any]]:
    text, faults = read_text(path, file)
    node, more = read_yaml(text, file) if text is not None else (None, [])
    findings += [*faults, *more]
    if not isinstance(node, Mapping):
        return "", Record(), {}
    try:
        record = Record(_fields(node.get("params") or {}))
    except Misfit as misfit:
        findings.append(_fault(file, f"params: {misfit}"))
        record = Record()
    examples = node.get("examples") or {}
    if not examples:
        findings.append(_fault(file, "this component has no example"))
    shown = {str(name): _typed(record, given or {}) for name, given in examples.items()}
    return str(node.get("about", "")), record, shown


def _typed(kind: Kind, value: Any) -> Any:
    """Return an example's value with its HTML marked as such, as templates pass it."""
    if isinstance(kind, Html) and isinstance(value, str):
        return Markup(value)  # noqa: S704
    if isinstance(kind, ListOf) and isinstance(value, list):
        return [_typed(kind.kind, item) for item in value]
    if isinstance(kind, Record) and isinstance(value, Mapping):
        fields = kind.fields
        return {n: _typed(fields[n].kind, v) if n in fields else v for n, v in value.items()}
    return value


def _fields(node: Mapping[str, Any]) -> dict[str, Parameter]:
    return {str(name): _parameter(str(name), entry) for name, entry in node.items()}


def _parameter(name: str, entry: Mapping[str, Any] | str) -> Parameter:
    if isinstance(entry, str):
        entry = {"kind": entry}
    try:
        return Parameter(_kind(entry), entry.get("required") == "yes", str(entry.get("about", "")))
    except Misfit as misfit:
        raise misfit.inside(name) from None


def _kind(entry: Mapping[str, Any] | str) -> Kind:
    if isinstance(entry, str):
        entry = {"kind": entry}
    unknown = sorted(set(entry) - KEYS)
    if unknown:
        raise Misfit(f"“{unknown[0]}” is not known here; there are {', '.join(sorted(KEYS))}")
    kind = entry.get("kind", "")
    if kind == "list":
        return ListOf(_kind(entry.get("of", "text")))
    if kind == "record":
        return Record(_fields(entry.get("fields") or {}))
    if kind == "choice":
        return Choice(tuple(str(word) for word in entry.get("words") or ()))
    if kind not in SIMPLE:
        raise Misfit(f"“{kind}” is not a kind; there are {', '.join(SIMPLE)}, list, record, choice")
    return SIMPLE[kind]


def _fault(file: str, message: str) -> Finding:
    remedy = "docs/components.md shows what a component needs"
    return Finding(rule=RULE, message=message, remedy=remedy, file=file)
