# SPDX-License-Identifier: AGPL-3.0-or-later
"""A build that fails says why, publishes nothing, and leaves the last good site as it was."""

from __future__ import annotations

import datetime
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import havenpress.build.render as rendering
import pytest
from havenpress.build import Outcome, build
from havenpress.findings import ContentError, Finding, SettingsError
from havenpress.findings.grouping import group_findings

ROOT = Path(__file__).resolve().parents[2]
TODAY = datetime.date(2026, 11, 23)


@pytest.fixture
def run(content: Path, tmp_path: Path) -> Callable[..., Outcome]:
    def run(**options: object) -> Outcome:
        return build(content, tmp_path / "output", **{"today": TODAY, **options})

    return run


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def errors(outcome: Outcome) -> list[tuple[str, str, int]]:
    return [(f.rule, f.file, f.line) for f in outcome.report.of_level("error")]


def test_small_site_builds_without_a_word(run: Callable[..., Outcome]) -> None:
    outcome = run()
    assert errors(outcome) == []
    assert outcome.swapped
    assert {"index.html", "404.html", "safety/index.html"} <= set(files(outcome.output))


def test_fault_leaves_the_last_good_output(run: Callable[..., Outcome], content: Path) -> None:
    before = files(run().output)
    post = next((content / "posts").glob("*.md"))
    post.write_text(post.read_text(encoding="utf-8") + "\n[here](nowhere.md)\n", encoding="utf-8")
    outcome = run()
    assert not outcome.swapped
    assert files(outcome.output) == before
    assert sorted(path.name for path in outcome.output.parent.iterdir()) == ["content", "output"]


def test_second_build_replaces_what_is_gone(run: Callable[..., Outcome], content: Path) -> None:
    page = content / "pages" / "extra.md"
    shutil.copy(next((content / "pages").glob("about*.md")), page)
    text = page.read_text(encoding="utf-8")
    text = text.replace("slug: about", "slug: extra").replace("title: ", "title: More ")
    page.write_text(text, encoding="utf-8")
    assert "extra/index.html" in files(run().output)
    page.unlink()
    assert "extra/index.html" not in files(run().output)


def raised(run: Callable[..., Outcome], **options: object) -> list[Finding]:
    with pytest.raises(SettingsError) as caught:
        run(**options)
    assert caught.value.exit_status == 2
    return caught.value.findings


def test_missing_exit_destination_is_a_mistake_in_the_settings(
    run: Callable[..., Outcome], content: Path
) -> None:
    run()
    settings = content / "site.yaml"
    lines = settings.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if "destination:" not in line]
    settings.write_text("".join(kept), encoding="utf-8")
    (finding,) = raised(run)
    assert (finding.rule, finding.file) == ("field-required", "content/site.yaml")


def test_plugin_that_does_not_import_stops_the_build(
    run: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    conf = tmp_path / "publishconf.py"
    original = (ROOT / "pelicanconf.py").read_text(encoding="utf-8")
    conf.write_text(
        original.replace("import catalogue", "import catalogue_that_is_not_there").replace(
            "Path(__file__).resolve().parent", f"Path({str(ROOT)!r})"
        ),
        encoding="utf-8",
    )
    before = files(run().output)
    monkeypatch.setattr(rendering, "CONFIGURATION", conf)
    (finding,) = raised(run)
    assert finding.rule == "settings-import"
    assert "catalogue_that_is_not_there" in finding.message
    assert files(tmp_path / "output") == before


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("{% block main %}", "cannot be read"),
        ("{{ no_such_name }}", "does not exist"),
        ("{% extends '!simple/base.html' %}", "no such template"),
        ("{{ component('no-such-component') }}", ""),
    ],
)
def test_broken_override_names_its_line(
    template: str, words: str, run: Callable[..., Outcome], content: Path
) -> None:
    override = content / "overrides" / "404.html"
    override.parent.mkdir(exist_ok=True)
    override.write_text(f"<p>\n{template}\n", encoding="utf-8")
    (finding,) = raised(run)
    assert words in finding.message
    assert (finding.file, finding.line) == ("content/overrides/404.html", 2)


def test_page_without_an_exit_stops_the_build(run: Callable[..., Outcome], content: Path) -> None:
    override = content / "overrides" / "404.html"
    override.parent.mkdir(exist_ok=True)
    override.write_text("<!doctype html><html lang=en><title>x</title><h1>x</h1>", encoding="utf-8")
    outcome = run()
    assert not outcome.swapped
    assert "exit-link" in {rule for rule, _, _ in errors(outcome)}


def test_empty_content_folder_publishes_nothing(run: Callable[..., Outcome], content: Path) -> None:
    before = files(run().output)
    for folder in ("posts", "pages"):
        shutil.rmtree(content / folder)
    with pytest.raises(ContentError) as caught:
        run()
    assert [finding.rule for finding in caught.value.findings] == ["content-empty"]
    assert files(content.parent / "output") == before


def test_missing_page_is_one_fault_however_many_pages_lead_to_it(
    run: Callable[..., Outcome], content: Path
) -> None:
    (content / "pages" / "safety.md").unlink()
    said = [group.finding.rule for group in group_findings(run().report)]
    assert sorted(said) == ["link-target", "output-pages"]


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("/etc/hostname", "linked.md"),
        ("safety-plan.md", "linked.md"),
        ("nowhere.md", "linked.md"),
        ("..", "circle"),
    ],
)
def test_link_to_another_place_is_refused(
    target: str, name: str, run: Callable[..., Outcome], content: Path
) -> None:
    (content / "posts" / name).symlink_to(target)
    with pytest.raises(ContentError) as raised_error:
        run()
    (finding,) = raised_error.value.findings
    assert (finding.rule, finding.file) == ("file-name", f"content/posts/{name}")


def test_pipe_that_is_named_like_a_text_is_refused(
    run: Callable[..., Outcome], content: Path
) -> None:
    os.mkfifo(content / "posts" / "pipe.md")
    with pytest.raises(ContentError, match="no ordinary file"):
        run()


def test_hidden_file_of_another_system_is_left_alone(
    run: Callable[..., Outcome], content: Path
) -> None:
    (content / "posts" / "._safety-plan.md").write_bytes(b"\x00\x05\x16\x07")
    assert list(run().report) == []


def test_page_that_the_settings_declare_and_nobody_wrote_is_said(
    run: Callable[..., Outcome], content: Path
) -> None:
    (content / "pages" / "about.md").unlink()
    assert "output-pages" in {rule for rule, _, _ in errors(run())}


def test_folder_that_no_build_has_written_is_refused(
    run: Callable[..., Outcome], tmp_path: Path
) -> None:
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "thesis.txt").write_text("years of work", encoding="utf-8")
    (finding,) = raised(run)
    assert finding.rule == "output-folder"
    assert (tmp_path / "output" / "thesis.txt").exists()


def test_output_inside_the_content_is_refused(content: Path) -> None:
    for output in (content, content / "out", content.parent):
        with pytest.raises(SettingsError):
            build(content, output, today=TODAY)


def test_draft_and_future_post_leave_no_trace(run: Callable[..., Outcome], content: Path) -> None:
    post = next((content / "posts").glob("*.md")).read_text(encoding="utf-8")
    canary = "The violet canary sings quietly below the seventh bridge of the town"
    draft = "---\ntitle: A draft that nobody may read\nstatus: draft\n---\n\n" + canary + "\n"
    (content / "posts" / "draft.md").write_text(draft, encoding="utf-8")
    lines = ["date: 2030-01-01" if line.startswith("date:") else line for line in post.splitlines()]
    future = "\n".join(lines).replace("slug: ", "slug: later-") + "\n\n" + canary + "\n"
    (content / "posts" / "later.md").write_text(future, encoding="utf-8")
    outcome = run()
    assert all(b"violet canary" not in data for data in files(outcome.output).values())
    assert not any("later" in name or "draft" in name for name in files(outcome.output))


def test_strict_stops_at_a_warning(run: Callable[..., Outcome], content: Path) -> None:
    assert run(strict=True).swapped
    (content / "minutes.pdf").write_bytes(b"%PDF-1.7")
    outcome = run(strict=True)
    assert [finding.level for finding in outcome.report] == ["warning"]
    assert not outcome.swapped
    assert run().swapped


def test_language_with_a_page_and_no_post_links_no_feed(
    run: Callable[..., Outcome], content: Path
) -> None:
    settings = content / "site.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("languages: [en]", "languages: [en, es]"), encoding="utf-8")
    shutil.copy(ROOT / "content" / "pages" / "about-es.md", content / "pages")
    outcome = run()
    assert errors(outcome) == []
    assert "es.atom.xml" not in (outcome.output / "es" / "index.html").read_text(encoding="utf-8")
    assert "all.atom.xml" in (outcome.output / "index.html").read_text(encoding="utf-8")
