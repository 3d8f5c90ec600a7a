"""Take the picture of the README anew from the committed site.

    python bench/screenshot.py

Opens `site/index.html#y2024` in Chromium at 1280 pixels, opens the note beside the first date, and writes
`docs/images/page.png`.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 860})
        page.goto((ROOT / "site" / "index.html").as_uri() + "#y2024")
        page.locator("#y2024 details").first.locator("summary").click()
        page.mouse.move(0, 0)
        page.wait_for_timeout(300)
        page.screenshot(path=ROOT / "docs" / "images" / "page.png")
        browser.close()


if __name__ == "__main__":
    main()
