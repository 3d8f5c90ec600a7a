"""A real Chromium for tests of the page, and a small server that shows a folder below a path such as /repo/.

Chromium is `$CHROMIUM`, else the first of the usual names on the path. Where there is none the tests are
skipped with a word; with TIMELINE_REQUIRE_BROWSER=1, as the continuous build sets it, they fail instead.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
AXE = Path(__file__).parents[1] / "browser" / "node_modules" / "axe-core" / "axe.min.js"
AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PREFIX = "/repo/"


def required() -> bool:
    return os.environ.get("TIMELINE_REQUIRE_BROWSER") == "1"


def missing(what: str) -> None:
    """Skip, or fail where skipping is not allowed."""
    if required():
        pytest.fail(f"{what} is required here and was not found")
    pytest.skip(f"no {what} here")


@contextmanager
def opened() -> Iterator[Browser]:
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), "")
    if not found:
        missing("Chromium (set CHROMIUM to its path)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def axe() -> str:
    if not AXE.is_file():
        missing("axe-core (npm ci --prefix tests/browser)")
    return AXE.read_text("utf-8")


def faults(page: Page) -> list[object]:
    """Return what axe finds on a page as it is (rule and first places), and whether it scrolls sideways."""
    page.evaluate(axe())
    result = page.evaluate("rules => axe.run(document, {runOnly: rules})", AXE_RULES)
    found: list[object] = [(v["id"], [n["html"] for n in v["nodes"]][:2]) for v in result["violations"]]
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        found.append("scrolls sideways")
    return found


class _Below(SimpleHTTPRequestHandler):
    """Serves a folder below PREFIX, and nothing beside it."""

    def translate_path(self, path: str) -> str:
        if not path.startswith(PREFIX):
            return "/nonexistent"
        return super().translate_path("/" + path.removeprefix(PREFIX))

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Below, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
    server.shutdown()
    thread.join()
    server.server_close()
