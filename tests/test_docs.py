# SPDX-License-Identifier: AGPL-3.0-or-later
"""README, commands, rules and files stay together."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest
from havenpress.commands import GROUPS, MOST, help_text, load_commands
from havenpress.findings import explain, known_rules

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = load_commands()
PACKAGE = ROOT / "plugins" / "havenpress"


def tracked() -> list[Path]:
    run = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    return [ROOT / name for name in run.stdout.splitlines() if (ROOT / name).is_file()]


def test_commands_are_few_enough_to_choose_from() -> None:
    assert len(COMMANDS) <= MOST
    assert {command.GROUP for command in COMMANDS.values()} == set(GROUPS)


@pytest.mark.parametrize("name", COMMANDS)
def test_command_is_in_help_and_readme(name: str) -> None:
    assert f"| `python3 tasks.py {name}" in README
    assert COMMANDS[name].EXAMPLE.startswith(f"tasks.py {name}")
    assert COMMANDS[name].EXAMPLE in help_text(COMMANDS)


def test_readme_names_no_command_that_is_not_there() -> None:
    assert set(re.findall(r"tasks\.py ([a-z]+)", README)) <= set(COMMANDS)


CODE = re.compile(r"^```.*?^```$|`[^`\n]+`", re.MULTILINE | re.DOTALL)  # examples lead nowhere


def test_links_of_the_documentation_lead_somewhere() -> None:
    top = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "docs" / "rules" / "README.md"]
    for path in [*top, *(ROOT / "docs").glob("*.md")]:
        text = CODE.sub("", path.read_text(encoding="utf-8"))
        for target in re.findall(r"\]\(([^)#\s]+)", text):
            if "://" not in target and not target.startswith(("mailto:", "{", "/")):
                assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_contributing_is_ten_lines() -> None:
    lines = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines()
    assert len([line for line in lines if re.match(r"\d+\. ", line)]) == 10


REPORTING = ("fault", "finding", "report", "mistake")  # how functions begin that take a rule
RULE_ID = re.compile(r"[a-z]+(?:-[a-z]+)+")


def rules_used() -> dict[str, str]:
    """Return every rule id that the package reports, with the file that does."""
    found: dict[str, str] = {}
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for value in _rule_values(node):
                found[value] = path.relative_to(ROOT).as_posix()
    return found


def _rule_values(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Call):
        given = [each.value for each in node.keywords if each.arg == "rule"]
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        given += filter(_is_rule_id, node.args if name.strip("_").startswith(REPORTING) else ())
    elif isinstance(node, ast.Assign) and any(
        isinstance(target, ast.Name) and target.id == "RULE" for target in node.targets
    ):
        given = [node.value]
    else:
        return []
    return [each.value for each in given if isinstance(each, ast.Constant)]


def _is_rule_id(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and RULE_ID.fullmatch(str(node.value)) is not None


def test_rules_that_are_reported_are_explained() -> None:
    used = rules_used()
    assert len(used) > 100
    assert {rule: file for rule, file in used.items() if not explain(rule)} == {}


@pytest.mark.parametrize("rule", known_rules())
def test_explanation_has_its_four_parts(rule: str) -> None:
    parts = re.findall(r"^(What|Why|Fix|Source): ", explain(rule) or "", re.MULTILINE)
    assert parts == ["What", "Why", "Fix", "Source"]


def test_no_explanation_is_left_over() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    texts = {rule for rule, path in known_rules().items() if path.suffix == ".md"}
    assert {rule for rule in texts if f'"{rule}"' not in code} == set()


def test_rules_that_the_readme_names_exist() -> None:
    table = README.split("## What it promises")[1].split("## Commands")[0]
    named = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", table))
    assert named - set(known_rules()) == set()


REGISTRIES = (
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "npmjs" + ".org",
    "npmjs" + ".com",
    "deb.debian" + ".org",
)


def test_no_file_names_a_registry_or_a_machine() -> None:
    for path in tracked():
        if path.suffix in {".whl", ".png", ".jpg", ".ico"}:
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        for word in (*REGISTRIES, "/wo" + "rk/", "/ro" + "ot/"):
            assert word not in text, f"{path.relative_to(ROOT)} has {word}"


def test_every_source_file_says_its_licence() -> None:
    for path in tracked():
        if path.suffix == ".py" and path.stat().st_size:
            head = path.read_text(encoding="utf-8").splitlines()[:2]
            assert any("SPDX-License-Identifier: AGPL-3.0-or-later" in line for line in head), path


def test_lock_has_a_hash_for_every_package() -> None:
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    packages = re.findall(r"^[a-z0-9][\w.-]*==", lock, re.MULTILINE)
    assert len(packages) > 20
    for block in re.split(r"\n(?=[a-z0-9])", lock):
        assert "--hash=sha256:" in block
    assert "://" not in lock
