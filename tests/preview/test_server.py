# SPDX-License-Identifier: AGPL-3.0-or-later
"""Requests over a real socket."""

from __future__ import annotations

import http.client
import socket
from pathlib import Path

import pytest
from havenpress.findings import WARNING, Finding, SettingsError
from havenpress.preview.desk import Desk
from havenpress.preview.server import PreviewServer, open_server

FAULT = Finding(
    rule="front-matter-field",
    message="“titel” is not a field here",
    remedy="did you mean “title”?",
    file="content/posts/hope.md",
    line=2,
    column=1,
    write="title: <Hope>",
)


def ask(
    server: PreviewServer, path: str, method: str = "GET", host: str | None = None
) -> tuple[int, dict[str, str], str]:
    """Return status, headers and text of an answer; the path goes out as it is given."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=20)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", host or f"127.0.0.1:{server.server_port}")
    connection.endheaders()
    answer = connection.getresponse()
    text = answer.read().decode("utf-8", "replace")
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, text


def test_pages_are_served_fresh(server: PreviewServer) -> None:
    status, headers, text = ask(server, "/posts/hope/")
    assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert headers["cache-control"] == "no-store"
    assert "<h1>Hope</h1>" in text


def test_other_files_are_served_as_they_are(server: PreviewServer) -> None:
    status, headers, _ = ask(server, "/photo.jpg")
    assert (status, headers["content-type"], headers["content-length"]) == (200, "image/jpeg", "3")


def test_head_has_no_body(server: PreviewServer) -> None:
    status, headers, text = ask(server, "/", method="HEAD")
    assert (status, text) == (200, "")
    assert int(headers["content-length"]) > 100


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_sent(server: PreviewServer, method: str) -> None:
    assert ask(server, "/", method=method)[0] == 501


def test_folder_without_its_slash_is_redirected(server: PreviewServer) -> None:
    status, headers, _ = ask(server, "/posts/hope?x=1")
    assert (status, headers["location"]) == (301, "/posts/hope/")


def test_redirect_never_leaves_the_server(server: PreviewServer, project: Path) -> None:
    status, headers, _ = ask(server, "//posts/hope")
    assert status in {301, 404}
    assert not headers.get("location", "/").startswith("//")


def test_missing_page_is_the_sites_own_with_404(server: PreviewServer) -> None:
    status, _, text = ask(server, "/no/such/page/")
    assert status == 404
    assert "<h1>Nothing here</h1>" in text
    assert "/_preview/client.js" in text


@pytest.mark.parametrize(
    "path",
    [
        "/../private.txt",
        "/posts/../../private.txt",
        "/%2e%2e/private.txt",
        "/..%2fprivate.txt",
        "/posts/..%5c..%5cprivate.txt",
        "/link.txt",
        "/%00",
        "/_preview/../private.txt",
        "/_preview/desk.py",
        "/" + "a" * 5000,
        "//[broken/",
        "http://127.0.0.1/../private.txt",
    ],
)
def test_nothing_outside_of_the_site_is_served(
    server: PreviewServer, project: Path, path: str
) -> None:
    (project / "output/link.txt").symlink_to(project / "private.txt")
    status, _, text = ask(server, path)
    assert status == 404
    assert "not for the web" not in text


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "127.0.0.1:1", "0.0.0.0"])
def test_name_of_another_machine_is_refused(server: PreviewServer, host: str) -> None:
    status, _, text = ask(server, "/", host=host.format(port=server.server_port))
    assert status == 421
    assert "Get help" not in text


def test_localhost_is_this_machine(server: PreviewServer) -> None:
    assert ask(server, "/", host=f"localhost:{server.server_port}")[0] == 200


def test_only_this_machine_can_connect(server: PreviewServer) -> None:
    assert server.server_address[0] == "127.0.0.1"


def test_next_free_port_is_taken(server: PreviewServer, desk: Desk, project: Path) -> None:
    other = open_server(server.server_port, desk, project)
    other.server_close()
    assert 0 < other.server_port - server.server_port < 20


def test_last_port_of_all_is_an_ordinary_fault(desk: Desk, project: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 65535))
        taken.listen()
        with pytest.raises(SettingsError) as refusal:
            open_server(65535, desk, project)
    assert refusal.value.findings[0].rule == "preview-port"


def test_page_without_faults_has_no_banner(server: PreviewServer) -> None:
    assert "havenpress-preview" not in ask(server, "/")[2]


def test_banner_stands_over_the_last_good_page(server: PreviewServer, desk: Desk) -> None:
    desk.show([FAULT], None)
    status, _, text = ask(server, "/posts/hope/")
    assert status == 200
    assert "<h1>Hope</h1>" in text
    for part in (
        "The last save did not go through: 1 error. You see the last good page.",
        "content/posts/hope.md:2:1",
        "“titel” is not a field here; did you mean “title”?",
        "2 | <mark>t</mark>itel: &lt;Hope&gt;",
        "write: title: &lt;Hope&gt;",
        "tasks.py explain front-matter-field",
    ):
        assert part in text


def test_banner_lists_warnings_of_a_good_build(server: PreviewServer, desk: Desk) -> None:
    warning = Finding(rule="x", level=WARNING, message="too long", file="content/posts/hope.md")
    desk.show([warning], None)
    text = ask(server, "/")[2]
    assert "The site was built, with 1 warning." in text
    assert "too long" in text


def test_first_build_that_fails_shows_its_faults(server: PreviewServer, project: Path) -> None:
    desk = server.desk = Desk()
    assert ask(server, "/")[0] == 503
    desk.show([FAULT], None)
    status, _, text = ask(server, "/")
    assert status == 500
    assert "The site could not be built yet: 1 error." in text


def test_folder_that_is_being_swapped_is_waited_for(server: PreviewServer, project: Path) -> None:
    (project / "output").rename(project / "away")
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=20)
    connection.request("GET", "/")
    (project / "away").rename(project / "output")
    assert connection.getresponse().status == 200


def test_events_tell_of_another_version(server: PreviewServer, desk: Desk) -> None:
    seen = desk.view.version
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=20)
    connection.request("GET", f"/_preview/events?version={seen}")
    answer = connection.getresponse()
    assert answer.getheader("Content-Type") == "text/event-stream"
    version = desk.show([], None).version
    assert answer.read().decode() == f"data: {version}\n\n"
    assert version != seen


def test_what_is_on_the_disk_stays_as_it_was(
    server: PreviewServer, desk: Desk, project: Path
) -> None:
    before = (project / "output/index.html").read_bytes()
    desk.show([FAULT], None)
    ask(server, "/")
    assert (project / "output/index.html").read_bytes() == before
    assert b"_preview" not in before
