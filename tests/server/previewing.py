"""A preview under test, asked over real sockets on the loopback address."""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from timeline.server import serve

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
