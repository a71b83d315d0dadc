# SPDX-License-Identifier: AGPL-3.0-or-later
"""What an exception in a template or in the settings means, and in which file and line."""

from __future__ import annotations

import traceback
from pathlib import Path

from ..checkout import ROOT
from ..findings import Finding
from ..site import Project


def describe(error: BaseException, project: Project, *, rule: str) -> Finding:
    """Return an exception as a finding at the template or settings line that raised it."""
    file, line = _place(error, project)
    message = " ".join(f"{_kind(error)}: {error}".split())
    return Finding(
        rule=rule if not file.endswith(".html") else "template",
        message=message.replace(str(ROOT) + "/", "").replace(str(project.content.parent) + "/", ""),
        remedy="mend it there; --debug shows the whole traceback",
        file=file,
        line=line,
    )


def named(finding: Finding, project: Project) -> Finding:
    """Return a finding about a template with the template’s path in place of its bare name."""
    override = project.content / "overrides" / finding.file
    theirs = ROOT / "theme" / "templates" / finding.file
    path = next((path for path in (override, theirs) if path.is_file()), None)
    if path is None or not finding.file:
        return finding
    return finding.at(_name(path, project), finding.line, finding.column)


def _kind(error: BaseException) -> str:
    kinds = {
        "TemplateSyntaxError": "this template cannot be read",
        "UndefinedError": "this template uses a name that does not exist",
        "TemplateNotFound": "there is no such template in theme/ or content/overrides/",
        "PelicanTemplateNotFound": "there is no such template in theme/ or content/overrides/",
        "ModuleNotFoundError": "a plugin does not import",
        "ImportError": "a plugin does not import",
        "SyntaxError": "a plugin does not import",
    }
    return kinds.get(type(error).__name__, type(error).__name__)


def _place(error: BaseException, project: Project) -> tuple[str, int]:
    filename, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    if filename and line:
        return _name(Path(filename), project), line
    frames = traceback.extract_tb(error.__traceback__)
    for frame in reversed(frames):
        if frame.filename.endswith(".html"):
            return _name(Path(frame.filename), project), frame.lineno or 0
    for frame in reversed(frames):
        path = Path(frame.filename)
        if path.is_relative_to(ROOT) and ".venv" not in path.parts:
            return _name(path, project), frame.lineno or 0
    return "", 0


def _name(path: Path, project: Project) -> str:
    if path.is_relative_to(ROOT) and not path.is_relative_to(project.content):
        return path.relative_to(ROOT).as_posix()
    return project.name(path)
