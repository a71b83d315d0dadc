# SPDX-License-Identifier: AGPL-3.0-or-later
"""The command judges files, folders and standard input, and says so with its exit status."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from havenpress.accessibility.__main__ import FORMATS, main
from havenpress.accessibility.files import MOST_PAGES, content_reader, document_reader

PLUGINS = Path(__file__).parents[2] / "plugins"
GOOD = '<!doctype html><html lang="en"><title>x</title><body><h1>x</h1></body></html>'
BAD = GOOD.replace("<h1>", '<img src="a.jpg"><h1>')


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "out" / "deep").mkdir(parents=True)
    (tmp_path / "out" / "good.html").write_text(GOOD)
    (tmp_path / "out" / "deep" / "bad.html").write_text(BAD)
    return tmp_path


def output_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    status = main(arguments)
    return status, capsys.readouterr().out


def test_a_folder_is_judged_with_all_its_pages(site: Path, capsys) -> None:
    status, text = output_of(capsys, "out")
    assert status == 1
    assert text.startswith("out/deep/bad.html:1:")


def test_a_page_is_held_against_so_many_others(tmp_path: Path) -> None:
    for number in range(MOST_PAGES + 1):
        (tmp_path / f"{number}.html").write_text(GOOD.replace("x", str(number)))
    read = content_reader(tmp_path / "index.html", tmp_path)
    said = [read(f"{number}.html#part") for number in range(MOST_PAGES + 1)]
    assert said.pop() is None
    assert None not in said
    assert len({*said}) == MOST_PAGES
    assert read("0.html") == said[0]


def test_so_many_pages_are_looked_into(tmp_path: Path) -> None:
    for number in range(MOST_PAGES + 1):
        (tmp_path / f"{number}.html").write_text(GOOD)
    read = document_reader(tmp_path / "index.html", tmp_path)
    found = [read(f"{number}.html") for number in range(MOST_PAGES + 1)]
    assert found.pop() is None
    assert None not in found
    assert read("0.html") is found[0]
    assert read("../0.html") is read("https://a.example/0.html") is read("") is None


def test_a_page_that_has_changed_is_read_again(tmp_path: Path) -> None:
    page, alias = tmp_path / "page.html", tmp_path / "alias.html"
    alias.write_text("<meta http-equiv=refresh content='0; url=page.html'>")
    said = []
    for text in ("Two houses", "Three houses", "Two houses"):
        page.write_text(GOOD.replace("x", text))
        read = content_reader(tmp_path / "index.html", tmp_path)
        assert read("alias.html") == read("page.html")
        said.append(read("page.html"))
    assert said[0] == said[2] != said[1]


EVERY_WAY = {"bypass-blocks", "content-heading", "landmark-main", "menu-folds", "skip-link-strict"}
NEAR = "<nav>Near</nav><main>Two  houses</main>"


@pytest.mark.parametrize(
    ("address", "written", "is_same"),
    [
        ("copy.html", "<nav>Far</nav><main>Two\nhouses </main>", True),
        ("copy.html", "<body>Home > House <nav>Far</nav><p>Two houses</p>", True),
        ("copy.html", "<main>Two <nav>Far</nav> houses<script>1</script></main>", True),
        ("copy.html", "<main>Two houses > one</main>", False),
        ("deep/", NEAR, True),
        ("alias.html", "<meta http-equiv=refresh content='0; url=house.html'>", True),
        ("alias.html", "<meta http-equiv=refresh content='0; url=alias.html'>", False),
        ("later.html", "<meta http-equiv=refresh content='9; url=house.html'>", False),
        ("away.html", "<meta http-equiv=refresh content='0; url=https://a.example/'>", False),
        ("sent.html", "<script>window.location.replace('house.html')</script>", True),
        ("sent.html", "<script>'use strict';\nlocation.href = `house.html`</script>", True),
        ("sent.html", "<script>if (a) { location = 'house.html' }</script>", False),
        ("sent.html", "<script>b.onclick = () =>\nlocation = 'house.html'</script>", False),
        ("other.html", "<main>Three houses</main>", False),
        ("copy.html?house=2", NEAR, False),
        ("../copy.html", NEAR, False),
        ("missing.html", "", False),
        ("copy.txt", NEAR, False),
        ("http://[", "", False),
        (f"/{'long' * 100}", "", False),
    ],
)
def test_links_of_one_name_to_a_page_and_its_copy_are_fine(
    site: Path, capsys, address: str, written: str, is_same: bool
) -> None:
    (site / "out" / "house.html").write_text(NEAR)
    place = site / "out" / address.partition("?")[0]
    if written:
        (place / "index.html" if place.is_dir() else place).write_text(written)
    links = f"<a href=house.html>House</a> <b><a href='{address}'>House</a></b>"
    (site / "out" / "index.html").write_text(links)
    rule = "same-link-same-target-page"
    assert (rule not in output_of(capsys, "out", "--select", rule)[1]) is is_same


@pytest.mark.parametrize(("title", "is_same"), [("House", True), ("Rooms", False)])
def test_pages_with_nothing_but_ways_through_the_site_are_told_by_their_title(
    site: Path, capsys, title: str, is_same: bool
) -> None:
    (site / "out/one.html").write_text("<title>House</title>Home » House<nav>Near</nav>")
    (site / "out/two.html").write_text(f"<title>{title}</title><nav>Far</nav>")
    frames = "<iframe title=House src=one.html></iframe><iframe title=House src=two.html></iframe>"
    (site / "out" / "index.html").write_text(frames)
    rule = "same-frame-same-content"
    assert (rule not in output_of(capsys, "out", "--select", rule)[1]) is is_same


@pytest.mark.parametrize(("around", "is_same"), [("deep/map.html", True), ("map.html", False)])
@pytest.mark.parametrize(
    ("rule", "part"),
    [
        ("same-frame-same-content", "<iframe title=Map src={}></iframe>"),
        ("same-link-same-target-page", "<a href={}>Map</a>"),
    ],
)
def test_names_in_a_file_shown_in_a_frame_are_held_against_those_around_it(
    site: Path, capsys, rule: str, part: str, around: str, is_same: bool
) -> None:
    for name in ("map.html", "deep/map.html"):
        (site / "out" / name).write_text(f"<main>{name}</main>")
    (site / "out" / "deep" / "index.html").write_text(part.format("map.html"))
    frame = "<iframe title=Around src=deep/></iframe>"
    (site / "out" / "index.html").write_text(f"{part.format(around)}{frame}")
    assert (rule not in output_of(capsys, "out/index.html", "--select", rule)[1]) is is_same


@pytest.mark.parametrize(
    ("inside", "level"),
    [
        ("<a href=x>Home</a>", "error"),
        ("<p>Words alone</p>", ""),
        ("<a href=x hidden>Home</a>", ""),
        ("<link rel=stylesheet href=a.css><a href=x>Home</a>", "review"),
    ],
)
def test_a_file_in_a_frame_out_of_the_tab_order_is_looked_into(
    site: Path, capsys, inside: str, level: str
) -> None:
    (site / "out" / "map.html").write_text(inside)
    (site / "out" / "index.html").write_text(
        "<iframe title=Map tabindex=-1 src=' map.html'></iframe>"
    )
    said = output_of(capsys, "out/index.html", "--select", "iframe-focus")[1]
    assert (f"{level} iframe-focus" in said) if level else not said


def test_a_page_that_frames_itself_is_read_to_some_depth(site: Path, capsys) -> None:
    frame = "<title>x</title><iframe title=Map src=index.html></iframe>"
    (site / "out" / "index.html").write_text(frame)
    assert output_of(capsys, "out/index.html", "--select", "same-frame-same-content") == (0, "")


@pytest.mark.parametrize(
    ("other", "is_apart"),
    [
        ("<title>House</title><p>Beds</p>", True),
        ("<title>x</title><nav><a href=x> Our\nhouses</a></nav><p>Beds</p>", False),
        ("<title>x</title><nav><b>Our houses</b></nav><p>Beds</p>", False),
        ("<title>x</title><img src=sign.png alt=Sign>", False),
        ("", False),
    ],
)
@pytest.mark.parametrize("rule", sorted(EVERY_WAY))
def test_a_page_that_repeats_nothing_of_those_it_leads_to_needs_no_way_past(
    site: Path, capsys, rule: str, other: str, is_apart: bool
) -> None:
    if other:
        (site / "out" / "other.html").write_text(other)
    menu = "<nav><a href=other.html>Our houses</a><img src=sign.png alt=Sign></nav>"
    (site / "out" / "index.html").write_text(f"<title>House</title>{menu}<p>Rooms for a few weeks")
    said = output_of(capsys, "out/index.html", "--select", rule)[1]
    assert (f"warning {rule}:" not in said) is is_apart


@pytest.mark.parametrize(
    ("part", "rules"),
    [
        ("<header><h1>Rooms</h1></header>", {"menu-folds", "skip-link-strict"}),
        ("<aside><p>Three beds</p></aside>", {"content-heading", "menu-folds", "skip-link-strict"}),
        ("<aside aria-hidden=true><h1>Rooms</h1></aside>", EVERY_WAY),
        ("<aside style='opacity: 0'><h1>Rooms</h1></aside>", EVERY_WAY),
        ("<header><h1>A safe house</h1></header>", EVERY_WAY),
        ("<aside><p>Beds</p></aside><a href=missing.html>x</a>", EVERY_WAY),
    ],
)
def test_a_part_that_no_other_page_has_is_a_way_past_those_before_it(
    site: Path, capsys, part: str, rules: set[str]
) -> None:
    menu = "<title>x</title><nav><a href=other.html>Rooms</a></nav>"
    for name, inside in [
        ("index", f"{part}<p>Rooms for a few weeks"),
        ("other", "<h1>A safe house"),
    ]:
        (site / "out" / f"{name}.html").write_text(f"{menu}{inside}")
    said = output_of(capsys, "out/index.html", "--select", ",".join(EVERY_WAY))[1]
    assert {rule for rule in EVERY_WAY if f"warning {rule}:" in said} == rules


def test_a_good_page_prints_nothing(site: Path, capsys) -> None:
    assert output_of(capsys, "out/good.html") == (0, "")


def test_json_is_one_list_of_every_finding(site: Path, capsys) -> None:
    _, text = output_of(capsys, "out", "out/deep/bad.html", "--format", "json")
    records = json.loads(text)
    assert [record["file"] for record in records] == ["out/deep/bad.html"] * 2
    assert records[0]["wcag"] == [{"sc": "1.1.1", "conformance": "A"}]


def test_sarif_names_rules_and_places(site: Path, capsys) -> None:
    run = json.loads(output_of(capsys, "out", "--format", "sarif")[1])["runs"][0]
    assert run["results"][0]["ruleId"] == run["tool"]["driver"]["rules"][0]["id"] == "image-alt"
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "out/deep/bad.html"


def test_gitlab_gets_a_fingerprint_that_lines_do_not_change(site: Path, capsys) -> None:
    first = json.loads(output_of(capsys, "out", "--format", "gitlab")[1])[0]
    (site / "out/deep/bad.html").write_text("\n\n" + BAD)
    second = json.loads(output_of(capsys, "out", "--format", "gitlab")[1])[0]
    assert first["fingerprint"] == second["fingerprint"]
    assert first["location"]["lines"]["begin"] + 2 == second["location"]["lines"]["begin"]


def test_junit_is_well_formed_and_counts_failures(site: Path, capsys) -> None:
    suite = ElementTree.fromstring(output_of(capsys, "out", "--format", "junit")[1])[0]
    assert suite.get("failures") == "1"
    assert len(suite) == 1


def test_standard_input_is_a_page_or_a_fragment(capsys, monkeypatch) -> None:
    for arguments, status in ((["-"], 1), (["-", "--fragment"], 0)):
        stream = io.TextIOWrapper(io.BytesIO(b"<p>Hello</p>"))
        monkeypatch.setattr(sys, "stdin", stream)
        assert main(arguments) == status
    capsys.readouterr()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nowhere"],
        ["empty"],
        ["out", "nowhere"],
        ["-", "-"],
        ["out", "--select", "no-rule"],
        ["--explain", "no-rule"],
        ["out", "--today", "soon"],
        ["out", "--stylesheet", "no.css"],
        ["out", "--baseline", "no.json"],
        ["out", "--write-baseline", "no/folder.json"],
    ],
)
def test_a_mistake_in_the_command_ends_with_2(site: Path, arguments: list[str], capsys) -> None:
    (site / "empty").mkdir()
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "error" in said.err


def test_all_mistakes_are_said_at_once(capsys) -> None:
    main(["nowhere", "neither", "-", "-"])
    assert len(capsys.readouterr().err.splitlines()) == 3


@pytest.mark.parametrize("word", ["./out/deep/bad.html", "out//deep/bad.html"])
def test_a_file_is_named_as_it_was_given(site: Path, word: str, capsys) -> None:
    (record,) = json.loads(output_of(capsys, word, "--format", "json")[1])
    assert record["file"] == record["page"] == word


@pytest.mark.parametrize(
    ("word", "name"),
    [("out/", "out/deep/bad.html"), ("./out", "./out/deep/bad.html"), (".", "out/deep/bad.html")],
)
def test_a_folder_stands_before_its_files_as_it_was_given(
    site: Path, word: str, name: str, capsys
) -> None:
    (record,) = json.loads(output_of(capsys, word, "--format", "json")[1])
    assert record["file"] == name


def test_a_file_of_any_name_is_judged(site: Path, capsys) -> None:
    (site / "page.php").write_text(BAD)
    assert output_of(capsys, "page.php")[0] == 1


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("utf-16", BAD.encode("utf-16")),
        ("mark", b"\xef\xbb\xbf" + BAD.encode()),
        ("broken", BAD.replace("x</h1>", "x\0</h1>").encode().replace(b"\0", b"\xff\xfd")),
        (
            "declared",
            BAD.replace("<title>", '<meta charset="windows-1252"><title>é').encode("cp1252"),
        ),
    ],
)
def test_any_encoding_is_read_and_quoted(site: Path, name: str, data: bytes, capsys) -> None:
    (site / f"{name}.html").write_bytes(data)
    status, text = output_of(capsys, f"{name}.html", "--select", "image-alt")
    assert status == 1
    assert '<img src="a.jpg">' in text
    assert f"{name}.html:1:" in text


def program(site: Path, *arguments: str, **settings: str) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-m", "havenpress.accessibility", *arguments],
        cwd=site,
        env=os.environ | {"PYTHONPATH": str(PLUGINS)} | settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_an_output_that_nobody_reads_ends_without_a_traceback(site: Path) -> None:
    (site / "out" / "long.html").write_text(BAD.replace("<h1>", "<img src=b>\n" * 3000 + "<h1>"))
    process = program(site, "out", "--format", "json")
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 141


def test_an_output_that_is_not_utf_8_takes_any_text(site: Path) -> None:
    (site / "out/deep/bad.html").write_text(BAD.replace("a.jpg", "扉.jpg"), encoding="utf-8")
    out, errors = program(site, "out", PYTHONIOENCODING="cp1252").communicate()
    assert errors == b""
    assert "扉.jpg" in out.decode("utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="only here may a name be any bytes")
@pytest.mark.parametrize("form", FORMATS)
def test_a_name_of_any_bytes_is_printed_in_every_format(site: Path, form: str, capsys) -> None:
    Path(os.fsdecode(b"out/caf\xe9.html")).write_text(BAD)
    status, text = output_of(capsys, "out", "--format", form)
    assert status == 1
    assert text.encode("utf-8")


def test_a_folder_that_cannot_be_read_is_a_mistake(site: Path, capsys, monkeypatch) -> None:
    if os.geteuid() == 0:
        pytest.skip("root reads every folder")
    (site / "out" / "deep").chmod(0)
    assert main(["out"]) == 2
    (site / "out" / "deep").chmod(0o755)
    assert "out/deep cannot be read" in capsys.readouterr().err


def test_linked_style_sheets_of_the_folder_count(site: Path, capsys) -> None:
    (site / "out" / "a.css").write_text("img { display: none }")
    link = '<link rel="stylesheet" href="../a.css">'
    (site / "out/deep/bad.html").write_text(BAD.replace("<body>", link + "<body>"))
    assert output_of(capsys, "out") == (0, "")


@pytest.mark.parametrize("address", ["../a.css", "/out/a.css", "/a.css"])
def test_a_page_named_alone_has_the_sheets_of_its_site(site: Path, capsys, address: str) -> None:
    (site / "out" / "a.css").write_text("img { display: none }")
    link = f'<link rel="stylesheet" href="{address}">'
    (site / "out/deep/bad.html").write_text(BAD.replace("<body>", link + "<body>"))
    for name in ("out/deep/bad.html", str(site / "out/deep/bad.html")):
        assert output_of(capsys, name) == (0, "")


def test_a_page_from_elsewhere_has_the_sheets_of_its_folder(
    site: Path, capsys, monkeypatch
) -> None:
    (site / "out/deep/a.css").write_text("img { display: none }")
    (site / "out/a.css").write_text("img { display: none }")
    (site / "elsewhere").mkdir()
    monkeypatch.chdir(site / "elsewhere")
    for address, status in (("a.css", 0), ("/a.css", 0), ("../a.css", 1)):
        link = f'<link rel="stylesheet" href="{address}">'
        (site / "out/deep/bad.html").write_text(BAD.replace("<body>", link + "<body>"))
        assert output_of(capsys, "../out/deep/bad.html")[0] == status


@pytest.mark.parametrize(
    ("link", "status"),
    [
        ('<link rel="stylesheet" href="../a.css" media="screen">', 0),
        ('<link rel="stylesheet" href="../a.css" type="text/css; charset=utf-8">', 0),
        ('<link rel="stylesheet" href="../a.css" media="print">', 1),
        ('<link rel="alternate stylesheet" href="../a.css" title="Plain">', 1),
        ('<link rel="stylesheet" href="../a.css" disabled>', 1),
        ('<link rel="stylesheet" href="../a.css" type="text/x-scss">', 1),
        ('<base href="../"><link rel="stylesheet" href="a.css">', 0),
        ('<base href="/"><link rel="stylesheet" href="a.css">', 0),
        ('<base href="/deep/bad.html"><link rel="stylesheet" href="a.css">', 1),
        ('<base target="_top"><link rel="stylesheet" href="../a.css">', 0),
        ('<base href="https://example.org/x/"><link rel="stylesheet" href="../a.css">', 0),
    ],
)
def test_a_link_says_whether_and_where_a_style_sheet_is(
    site: Path, capsys, link: str, status: int
) -> None:
    (site / "out" / "a.css").write_text("img { display: none }")
    (site / "out/deep/bad.html").write_text(BAD.replace("<body>", link + "<body>"))
    assert output_of(capsys, "out")[0] == status


@pytest.mark.parametrize(
    ("rule", "status"),
    [
        ('@import "b.css";', 0),
        ("@import url(b.css) screen;", 0),
        ("/* x */ @import url('b.css') layer(base) supports(display: grid) all;", 0),
        ("@import 'c.css';", 0),
        ("@import 'b.css' print;", 1),
        ("/* @import 'b.css'; */", 1),
        ("@import '../b.css';", 1),
        ("@import 'b.css'; img { display: block }", 1),
        ("img { top: 0 } @import 'b.css';", 1),
        ("@layer a, b; @import 'b.css' layer(a); @layer b { img { display: block } }", 1),
        ("@layer b, a; @import 'b.css' layer(a); @layer b { img { display: block } }", 0),
        ("@import 'b.css' layer; @layer b { img { display: block } }", 1),
    ],
)
def test_a_style_sheet_may_import_another(site: Path, capsys, rule: str, status: int) -> None:
    (site / "out/deep/a.css").write_text(rule)
    (site / "out/deep/b.css").write_text("@import 'a.css'; @import 'b.css'; img { display: none }")
    (site / "out/deep/c.css").write_text("@import 'b.css';")
    for way in ('<link rel="stylesheet" href="a.css">', f"<style>{rule}</style>"):
        (site / "out/deep/bad.html").write_text(BAD.replace("<body>", way + "<body>"))
        assert output_of(capsys, "out")[0] == status


def test_a_baseline_hides_what_was_there_and_shows_what_is_new(site: Path, capsys) -> None:
    assert main(["out", "--write-baseline", "known.json"]) == 0
    assert main(["out", "--baseline", "known.json"]) == 0
    (site / "out/deep/bad.html").write_text(BAD.replace("<h1>", "<button></button><h1>"))
    status, text = output_of(capsys, "out", "--baseline", "known.json")
    assert (status, "button-name" in text, "image-alt" in text) == (1, True, False)


def test_a_broken_baseline_is_a_mistake_in_the_command(site: Path, capsys) -> None:
    (site / "known.json").write_text("{}")
    assert main(["out", "--baseline", "known.json"]) == 2
    capsys.readouterr()


def test_rules_are_listed_and_explained(capsys) -> None:
    assert "image-alt" in output_of(capsys, "--list-rules")[1]
    assert "Fix: " in output_of(capsys, "--explain", "image-alt")[1]


def test_the_command_needs_no_site_and_no_settings(site: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "havenpress.accessibility", "out/deep/bad.html"],
        env={"PYTHONPATH": str(PLUGINS)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (1, "")
    assert "image-alt" in run.stdout
