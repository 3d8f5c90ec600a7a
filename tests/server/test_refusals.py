"""What a preview refuses: files outside the output, other hosts, other methods, a port that is taken."""

from __future__ import annotations

import socket
from contextlib import suppress
from pathlib import Path

import pytest
from previewing import PAGE, Preview, wait_for

from timeline.problems import CannotStart
from timeline.server import serve
from timeline.server.answers import is_local
from timeline.server.page import SCRIPT_PATH


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2E%2E%2Fsecret.txt",
        "/..%5csecret.txt",
        "/a/../../secret.txt",
        "/%252e%252e/secret.txt",
        "/link.txt",
        "/linked/secret.txt",
        "/%00",
        "/index.html%00.txt",
        "/%ff",
        "/C:/windows",
        "//etc/passwd",
        "/index.html/",
        "/" + "a" * 5000,
    ],
)
def test_nothing_outside_the_output_is_served(preview: Preview, path: str) -> None:
    secret = preview.output.parent / "secret.txt"
    wait_for(preview.output.exists)
    secret.write_text("SECRET")
    with suppress(OSError):  # Windows lets few people make symbolic links
        (preview.output / "link.txt").symlink_to(secret)
        (preview.output / "linked").symlink_to(preview.output.parent)
    status, _, body = preview.ask(path)
    assert status == 404
    assert "SECRET" not in body


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "", "localhost:x"]
)
def test_a_request_for_another_host_is_refused(preview: Preview, host: str) -> None:
    for path in ("/", "/_timeline/news", SCRIPT_PATH):
        status, _, body = preview.ask(path, host=host)
        assert status == 421
        assert "<" not in body


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("localhost", True),
        ("LOCALHOST:8000", True),
        ("127.0.0.1:8000", True),
        ("[::1]", True),
        ("[::1]:8000", True),
        ("::1", False),
        ("0.0.0.0:8000", False),
        ("localhost.evil.example", False),
        ("localhost:8000:80", False),
        ("localhost:", False),
    ],
)
def test_which_hosts_are_this_machine(host: str, *, expected: bool) -> None:
    assert is_local(host) is expected


def test_head_sends_no_body_and_other_methods_are_refused(preview: Preview) -> None:
    wait_for(preview.output.exists)
    status, headers, body = preview.ask("/", method="HEAD")
    assert (status, body) == (200, "")
    assert int(headers["content-length"]) > len(PAGE)
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        assert preview.ask("/", method=method)[0] == 501


def test_a_port_that_is_taken_is_said_to_be(project: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CannotStart) as stopped:
            serve(project, port=port, rebuild=lambda: (True, ""), watch=[project], report=str)
    assert f"port {port} is in use" in stopped.value.problem.message
    assert f"--port {port + 1}" in stopped.value.problem.hint


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "example.org", ""])  # noqa: S104 - refused is what we test
def test_it_listens_on_this_machine_alone(project: Path, host: str) -> None:
    with pytest.raises(CannotStart, match="for this machine alone"):
        serve(project, host=host, port=0, rebuild=lambda: (True, ""), watch=[project], report=str)
