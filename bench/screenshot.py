"""Take the pictures of the README and of docs/getting-started.md anew.

    python bench/screenshot.py

`page.png` is the committed site at 1280 pixels, with the note beside the first date of 2024 open. `first.png`
is what `timeline new` and `timeline render` give; `preview.png` its preview while there is a mistake in the
file. All are written to `docs/images/`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "images"


@contextmanager
def opened(browser: Browser, address: str, height: int) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": height})
    page.goto(address)
    yield page
    page.close()


def take(page: Page, name: str) -> None:
    page.mouse.move(0, 0)
    page.wait_for_timeout(300)
    page.screenshot(path=PICTURES / name)


def of_the_story(browser: Browser) -> None:
    with opened(browser, (ROOT / "site" / "index.html").as_uri() + "#y2024", 860) as page:
        page.locator("#y2024 details").first.locator("summary").click()
        take(page, "page.png")


def of_a_new_story(browser: Browser, project: Path) -> None:
    run("new", str(project), "--title", "The bridge of Marrow Bay")
    run("-C", str(project), "render")
    with opened(browser, (project / "site" / "index.html").as_uri(), 660) as page:
        take(page, "first.png")


def of_a_mistake(browser: Browser, project: Path) -> None:
    """Show the preview with a date that is none: the message stands below the last good page."""
    command = [sys.executable, "-m", "timeline", "-C", str(project), "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as preview:
        assert preview.stdout  # noqa: S101 - a pipe was asked for
        address = preview.stdout.readline().split(" at ")[1].split()[0]
        with opened(browser, address, 660) as page:
            page.wait_for_selector("article")
            events = project / "content" / "events.yaml"
            events.write_text(
                events.read_text("utf-8").replace("\n    date: ", "\n    date: soon ", 1), "utf-8"
            )
            page.wait_for_selector("#timeline-preview-problem")
            take(page, "preview.png")
        preview.terminate()


def run(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "timeline", *words], check=True, capture_output=True, cwd=ROOT)


def main() -> None:
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        of_the_story(browser)
        of_a_new_story(browser, Path(folder) / "bridge")
        of_a_mistake(browser, Path(folder) / "bridge")
        browser.close()


if __name__ == "__main__":
    main()
