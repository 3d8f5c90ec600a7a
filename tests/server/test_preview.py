"""What a preview shows: the pages, the script that loads them again, and how it begins and ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from previewing import PAGE, PATIENCE, Preview, running, wait_for

from timeline.server.answers import find, type_of
from timeline.server.page import SCRIPT_PATH, admit_self, live_page


def test_the_first_build_is_shown_with_the_reload_script_in_the_served_copy_alone(preview: Preview) -> None:
    wait_for((preview.output / "index.html").exists)
    status, headers, page = preview.ask("/")
    assert status == 200
    assert "<p>one</p>" in page
    assert f'<script src="{SCRIPT_PATH}?build=' in page
    assert "connect-src 'self'" in page
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert (preview.output / "index.html").read_text() == PAGE


def test_it_listens_on_the_other_loopback_address_too(project: Path) -> None:
    with socket.socket(socket.AF_INET6) as probe:
        try:
            probe.bind(("::1", 0))
        except OSError:
            pytest.skip("this machine has no IPv6")
    with running(project, host="::1") as preview:
        wait_for((preview.output / "index.html").exists)
        assert preview.address[0] == "::1"
        assert preview.ask("/")[0] == 200


def test_the_script_is_served_from_here(preview: Preview) -> None:
    status, headers, script = preview.ask(f"{SCRIPT_PATH}?build=x")
    assert (status, headers["content-type"]) == (200, "text/javascript; charset=utf-8")
    assert "EventSource" in script


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("feed.xml", "application/atom+xml; charset=utf-8"),
        ("feed.json", "application/feed+json"),
        ("events.ics", "text/calendar; charset=utf-8"),
        ("sitemap.xml", "application/xml"),
        ("style.CSS", "text/css; charset=utf-8"),
        ("unknown.bin", "application/octet-stream"),
    ],
)
def test_types(name: str, expected: str) -> None:
    assert type_of(Path(name)) == expected


def test_missing_files_get_the_sites_own_404(preview: Preview) -> None:
    wait_for(preview.output.exists)
    assert preview.ask("/nothing.html")[0] == 404
    (preview.output / "404.html").write_text("<body>our own</body>")
    status, _, body = preview.ask("/deep/nothing.html")
    assert status == 404
    assert "our own" in body
    assert SCRIPT_PATH in body, "it loads again once the page exists"


def test_a_folder_is_asked_for_with_its_slash(preview: Preview) -> None:
    wait_for(preview.output.exists)
    (preview.output / "e").mkdir()
    (preview.output / "e" / "index.html").write_text("<body>entries</body>")
    status, headers, _ = preview.ask("/e")
    assert (status, headers["location"]) == (301, "/e/")
    assert "entries" in preview.ask("/e/")[2]
    assert preview.ask("//e")[1]["location"] == "/e/", "never an address of another host"


def test_a_name_with_spaces_and_other_letters(tmp_path: Path) -> None:
    (tmp_path / "ein Weg ä.html").write_text("x")
    assert find(tmp_path, "/ein%20Weg%20%C3%A4.html") == tmp_path / "ein Weg ä.html"


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("default-src 'none'", "default-src 'none'; script-src 'self'; connect-src 'self'"),
        (
            "script-src 'sha256-abc='; connect-src 'none'",
            "script-src 'sha256-abc=' 'self'; connect-src 'self'",
        ),
        (
            "default-src 'self'; script-src-elem 'none';",
            "default-src 'self'; script-src-elem 'self'; script-src 'self'; connect-src 'self'",
        ),
        ("img-src 'self'", "img-src 'self'"),
        ("SCRIPT-SRC https://a.example; script-src 'none'", "script-src https://a.example 'self'"),
    ],
)
def test_a_policy_admits_the_preview_and_keeps_the_rest(policy: str, expected: str) -> None:
    assert admit_self(policy) == expected


def test_only_the_policy_is_changed_in_a_page() -> None:
    policy = "<META content='default-src &#39;none&#39;' http-equiv=Content-Security-Policy>"
    page = f"<meta name=a content=b>{policy}</BODY>x"
    made = live_page(page.encode(), "7").decode()
    assert "<meta name=a content=b>" in made
    expected = "default-src 'none'; script-src 'self'; connect-src 'self'"
    assert f'content="{expected}"' in made
    assert made.endswith('?build=7"></script></BODY>x')


def test_the_end_comes_at_once_with_pages_open(project: Path) -> None:
    with running(project) as preview, preview.connection() as connection:
        connection.request("GET", "/_timeline/news")
        answer = connection.getresponse()
        began = time.monotonic()
        preview.stop.set()
        with suppress(ConnectionError):
            answer.read()
        assert time.monotonic() - began < 2
    assert preview.lines[-1] == "preview ended"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
def test_ctrl_c_ends_it_cleanly(project: Path) -> None:
    program = (  # where the tests run in the background of a shell, Ctrl-C is ignored unless asked for
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from pathlib import Path; from timeline.server import serve\n"
        "serve(Path(sys.argv[1]), port=0, rebuild=lambda: (True, 'built'), watch=[Path(sys.argv[1])],"
        " report=lambda line: print(line, flush=True))\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    started = subprocess.Popen(
        [sys.executable, "-c", program, str(project)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    assert started.stdout
    while started.stdout.readline().strip() != "built":
        assert started.poll() is None
    started.send_signal(signal.SIGINT)
    out, err = started.communicate(timeout=PATIENCE)
    assert (out, err, started.returncode) == ("preview ended\n", "", 0)
