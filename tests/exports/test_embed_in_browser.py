"""The frame takes the height of the page in it, in a real browser."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import browser as chromium
import pytest

from timeline.config import Settings
from timeline.exports.embed import height_script
from timeline.public import PublicTimeline

pytestmark = pytest.mark.browser


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the standard server's
        pass


@pytest.fixture
def address(tmp_path: Path, settings: Settings) -> Iterator[str]:
    script = height_script(PublicTimeline(()), settings)
    site = tmp_path / "story"
    site.mkdir()
    (site / "embed.js").write_text(script)
    (site / "embed.html").write_text(
        "<!doctype html><style>body{margin:0}#a{height:1234px}</style><div id=a></div>"
        "<script src=embed.js></script>"
    )
    (tmp_path / "other.html").write_text(
        "<!doctype html><script>parent.postMessage({timelineHeight: 99}, '*');"
        "parent.postMessage(null, '*')</script>"
    )
    (tmp_path / "host.html").write_text(
        "<!doctype html><iframe id=mine src='/story/embed.html' height=10></iframe>"
        "<iframe id=other src='/other.html' height=10></iframe><script src='/story/embed.js'></script>"
    )
    (tmp_path / "framed.html").write_text("<!doctype html><iframe id=outer src='/host.html'></iframe>")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("start", ["host.html", "framed.html"])
def test_a_frame_grows_with_its_page_and_strangers_change_nothing(address: str, start: str) -> None:
    with chromium.opened() as browser:
        page = browser.new_page()
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(f"{address}/{start}")
        holding = next(frame for frame in page.frames if frame.url.endswith("host.html"))
        story = next(frame for frame in page.frames if frame.url.endswith("embed.html"))
        holding.wait_for_function("document.getElementById('mine').style.height === '1234px'")
        story.evaluate("document.getElementById('a').style.height = '300px'")
        holding.wait_for_function("document.getElementById('mine').style.height === '300px'")
        assert holding.evaluate("document.getElementById('other').style.height") == ""
        assert wrong == []
