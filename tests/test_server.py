"""The preview, asked over real sockets on the loopback address."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import browser as chromium
import pytest

from timeline.problems import CannotStart
from timeline.server import serve
from timeline.server.answers import find, is_local, type_of
from timeline.server.page import SCRIPT_PATH, admit_self, live_page

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'"
PAGE = f'<!doctype html><meta http-equiv="Content-Security-Policy" content="{POLICY}"><body><p>one</p></body>'
PATIENCE = 10.0


@dataclass
class Preview:
    """A preview under test: a project folder whose build copies `content/page.html`, or fails on "bad"."""

    project: Path
    lines: list[str] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)
    builds: int = 0

    @property
    def output(self) -> Path:
        return self.project / ".timeline" / "preview"

    @property
    def address(self) -> tuple[str, int]:
        parts = urlsplit(self.lines[0].split(" at ")[1].split(" ")[0])
        return str(parts.hostname), int(parts.port or 0)

    def rebuild(self) -> tuple[bool, str]:
        text = (self.project / "content" / "page.html").read_text()
        self.builds += 1
        if "crash" in text:
            message = "a bug in the build"
            raise RuntimeError(message)
        if "bad" in text:
            return False, "content/page.html:1:1: error: this is bad\n  1 | bad\n    | ^"
        self.output.mkdir(parents=True, exist_ok=True)
        (self.output / "index.html").write_text(text)
        return True, ""

    def write(self, text: str) -> None:
        """Save as editors do, in one step: no build may see half a file and count for a build of its own."""
        beside = self.project / "page.html.new"
        beside.write_text(text)
        beside.replace(self.project / "content" / "page.html")

    def ask(self, path: str, method: str = "GET", host: str | None = None) -> tuple[int, dict[str, str], str]:
        with self.connection() as connection:
            headers = {} if host is None else {"Host": host}
            connection.request(method, path, headers=headers)
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return answer.status, found, answer.read().decode()

    @contextmanager
    def connection(self) -> Iterator[http.client.HTTPConnection]:
        connection = http.client.HTTPConnection(*self.address, timeout=PATIENCE)
        try:
            yield connection
        finally:
            connection.close()


def wait_for(condition: Callable[[], object]) -> None:
    until = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.01)


@contextmanager
def running(project: Path, **options: object) -> Iterator[Preview]:
    preview = Preview(project)
    work = threading.Thread(
        target=serve,
        args=(preview.output,),
        kwargs={
            "port": 0,
            "rebuild": preview.rebuild,
            "watch": [project / "content", project / "theme"],
            "report": preview.lines.append,
            "stop": preview.stop,
            **options,
        },
    )
    work.start()
    try:
        wait_for(lambda: preview.builds and preview.lines)
        wait_for(lambda: has_built(preview))  # else its end could be taken for that of a change
        yield preview
    finally:
        preview.stop.set()
        work.join(PATIENCE)
    assert not work.is_alive()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "page.html").write_text(PAGE)
    return tmp_path


@pytest.fixture
def preview(project: Path) -> Iterator[Preview]:
    with running(project) as started:
        yield started


def states(preview: Preview, then: Callable[[], None], number: int) -> list[dict[str, str]]:
    """Return the first `number` states that an open page hears, doing `then` after the first."""
    heard: list[dict[str, str]] = []
    with preview.connection() as connection:
        connection.request("GET", "/_timeline/news")
        answer = connection.getresponse()
        assert answer.getheader("Content-Type") == "text/event-stream"
        while len(heard) < number:
            line = answer.readline().decode()
            if line.startswith("data: "):
                heard.append(json.loads(line.removeprefix("data: ")))
                if len(heard) == 1:
                    then()
        answer.close()
    return heard


def has_built(preview: Preview) -> bool:
    """Tell whether the first build has ended, well or not."""
    state = states(preview, lambda: None, 1)[0]
    return bool(state["problem"]) or not state["build"].endswith("-0")


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


def test_a_change_is_built_and_told_within_half_a_second(preview: Preview) -> None:
    took = []
    for text in ("two", "three", "four"):
        began = time.monotonic()
        first, second = states(preview, partial(preview.write, PAGE.replace(">one<", f">{text}<")), 2)
        took.append(time.monotonic() - began)
        assert first["build"] != second["build"]
        assert second["problem"] == ""
        assert f"<p>{text}</p>" in preview.ask("/")[2]
    assert min(took) < 0.5, "the best of three: other tests may keep the machine busy"


def test_an_error_is_told_with_its_line_and_goes_when_it_is_mended(preview: Preview) -> None:
    first, second = states(preview, partial(preview.write, "bad"), 2)
    assert second["build"] == first["build"]
    assert second["problem"].startswith("content/page.html:1:1: error: this is bad")
    assert "<p>one</p>" in preview.ask("/")[2], "the last good page stays"
    _, third = states(preview, partial(preview.write, PAGE), 2)
    assert third["problem"] == ""
    assert third["build"] != first["build"]


def test_a_page_opened_while_there_is_an_error_hears_of_it_at_once(preview: Preview) -> None:
    preview.write("bad")
    wait_for(lambda: any("this is bad" in line for line in preview.lines))
    assert "this is bad" in states(preview, lambda: None, 1)[0]["problem"]


def test_a_bug_in_the_build_does_not_end_the_preview(preview: Preview) -> None:
    _, second = states(preview, partial(preview.write, "crash"), 2)
    assert "RuntimeError: a bug in the build" in second["problem"]
    assert preview.ask("/")[0] == 200


def test_before_any_good_build_the_problem_itself_is_the_page(project: Path) -> None:
    (project / "content" / "page.html").write_text("bad <b>")
    with running(project) as preview:
        wait_for(lambda: any("this is bad" in line for line in preview.lines))
        status, _, page = preview.ask("/")
        assert status == 503
        assert "this is bad" in page
        assert SCRIPT_PATH in page
        preview.write(PAGE)
        wait_for(lambda: preview.ask("/")[0] == 200)


def test_a_folder_that_comes_later_is_watched(preview: Preview) -> None:
    before = preview.builds
    (preview.project / "theme").mkdir()
    wait_for(lambda: preview.builds > before)
    seen = preview.builds
    (preview.project / "theme" / "style.css").write_text("p {}")
    wait_for(lambda: preview.builds > seen)


def test_a_file_replaced_by_an_editor_goes_on_being_watched(project: Path) -> None:
    page = project / "content" / "page.html"
    with running(project, watch=[page]) as preview:
        for text in ("two", "three"):
            before = preview.builds
            beside = page.with_name("page.html.new")
            beside.write_text(PAGE.replace(">one<", f">{text}<"))
            beside.replace(page)
            wait_for(lambda: preview.builds > before)  # noqa: B023 - waited for within the loop
        (project / "content" / "other.html").write_text("not watched")
        before = preview.builds
        time.sleep(0.3)
        assert preview.builds == before


def test_its_own_output_builds_nothing_again(project: Path) -> None:
    with running(project, watch=[project]) as preview:
        wait_for((preview.output / "index.html").exists)
        (preview.output / "more.html").write_text("written by a build")
        time.sleep(0.4)
        assert preview.builds == 1
        preview.write(PAGE)
        wait_for(lambda: preview.builds == 2)


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


def test_head_sends_no_body_and_other_methods_are_refused(preview: Preview) -> None:
    wait_for(preview.output.exists)
    status, headers, body = preview.ask("/", method="HEAD")
    assert (status, body) == (200, "")
    assert int(headers["content-length"]) > len(PAGE)
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        assert preview.ask("/", method=method)[0] == 501


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
    program = (
        "import sys; from pathlib import Path; from timeline.server import serve\n"
        "serve(Path(sys.argv[1]), port=0, rebuild=lambda: (True, 'built'), watch=[Path(sys.argv[1])],"
        " report=lambda line: print(line, flush=True))\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
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


@pytest.mark.browser
def test_a_real_browser_follows_and_shows_problems(preview: Preview) -> None:
    host, port = preview.address
    box = "#timeline-preview-problem"
    with chromium.opened() as browser:
        page = browser.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(f"http://{host}:{port}/")
        preview.write(PAGE.replace(">one<", ">two<"))
        page.wait_for_selector("text=two")
        preview.write("bad")
        page.wait_for_selector(box)
        assert "content/page.html:1:1: error: this is bad" in page.inner_text(box)
        assert "two" in page.inner_text("body"), "below the problem stands the last good page"
        preview.write(PAGE.replace(">one<", ">three<"))
        page.wait_for_selector(box, state="detached")
        page.wait_for_selector("text=three")
        assert [
            message for message in said if "Content Security Policy" in message or "Error" in message
        ] == []
