"""The page in a real Chromium: over file:// and below /repo/, with script and without, and its links."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
import sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.browser

DATES = [
    "about 1897",
    "8 May 1998",
    "since 2018",
    "mid-August 2023",
    "before September 2023",
    "10–12 September 2023",
    "reported 9 January 2024",
    "3 February 2024",
    "March 2024",
    "first quarter of 2025",
]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("over", ["file", "repo"])
def test_every_date_headline_and_source_is_there(
    browser: Browser, site: Path, address: str, over: str, script: bool
) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    heard: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    base = f"{site.as_uri()}/" if over == "file" else address
    page.goto(f"{base}index.html")
    text = page.inner_text("main")
    for event in sample.EVENTS:
        assert event.title in text
        for source in event.sources:
            assert source.publisher in text
    assert [date for date in DATES if date not in text] == []
    page.goto(f"{base}e/e-0ddddddddd.html")
    assert sample.WIRE.quote in page.inner_text("main")
    page.click(".home a")
    assert page.url.endswith("index.html")
    context.close()
    assert heard == []
    assert [url for url in asked if not url.startswith(base)] == []


@pytest.mark.parametrize("identifier", ["s-000000017", "s-000000333", "s-000000691"])
def test_a_deep_link_lands_on_its_entry_in_a_long_page(page: Page, long_story: Path, identifier: str) -> None:
    page.goto(f"{(long_story / 'index.html').as_uri()}#e-{identifier}")
    page.wait_for_timeout(300)
    box = page.locator(f"#e-{identifier}").bounding_box()
    assert box
    assert 0 <= box["y"] < 400


@pytest.mark.parametrize("view", ["index.html", "index.html?tag=money", "e/e-0ddddddddd.html"])
def test_nothing_shifts_while_the_page_loads(page: Page, address: str, view: str) -> None:
    page.goto(f"{address}{view}")
    shift = page.evaluate(
        "new Promise(done => { let sum = 0;"
        " new PerformanceObserver(list => list.getEntries().forEach(e => sum += e.value))"
        ".observe({type: 'layout-shift', buffered: true}); setTimeout(() => done(sum), 500) })"
    )
    assert shift == 0


def test_the_copied_link_is_the_quoted_address(context: BrowserContext, address: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}index.html")
    page.click("#e-0bbbbbbbbb .copy")
    page.wait_for_function("document.querySelector('#e-0bbbbbbbbb .copy').textContent === 'Link copied'")
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}e/e-0bbbbbbbbb.html"


def test_a_reader_checks_a_date_in_two_clicks(page: Page, address: str) -> None:
    page.goto(f"{address}index.html")
    page.click("#e-0bbbbbbbbb .why summary")
    assert "8 May 1998: “last Friday” in Harbour Gazette, 12 May 1998" in page.inner_text(
        "#e-0bbbbbbbbb .why"
    )
    link = page.locator("#e-0bbbbbbbbb .why a")
    assert link.get_attribute("href") == "e/e-0bbbbbbbbb.html#challenge"
    page.evaluate(
        "addEventListener('click', event => event.target.closest('a') && event.preventDefault())"
    )  # no mail program here
    link.click()
    letter = unquote(str(link.get_attribute("href")))
    assert letter.startswith("mailto:editors@ferry.example?subject=Date of “Council buys the ferry <Alma>”")
    for words in (
        "8 May 1998",
        f"{address}e/e-0bbbbbbbbb.html",
        "“last Friday” in Harbour Gazette, 12 May 1998",
    ):
        assert words in letter
    assert "~" not in letter
    page.click("#e-0bbbbbbbbb .sources summary")
    assert sample.GAZETTE.quote in page.inner_text("#e-0bbbbbbbbb blockquote")


def test_print_shows_derivations_and_quotes_and_tears_no_entry(page: Page, site: Path) -> None:
    from pypdf import PdfReader

    page.goto((site / "index.html").as_uri())
    assert page.locator(".why a", has_text="Challenge this date").count()
    pdf = PdfReader(BytesIO(page.pdf(format="A4")))
    text = " ".join(" ".join(p.extract_text() for p in pdf.pages).split())
    assert "“last Friday” in Harbour Gazette" in text
    assert "The council voted last Friday" in text
    assert "https://gazette.example/1998/ferry" in text
    assert "Copy link" not in text
    assert "Challenge this date" not in text
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('article')).breakInside") == "avoid"
    assert not page.locator(".strip").is_visible()


def test_at_least_three_entries_are_seen_on_a_laptop(page: Page, address: str) -> None:
    page.goto(f"{address}index.html#y2024")
    page.wait_for_timeout(100)
    seen = page.evaluate(
        "Array.from(document.querySelectorAll('article')).filter(a => { const b = a.getBoundingClientRect();"
        " return b.top >= 0 && b.bottom <= innerHeight }).length"
    )
    assert seen >= 3


def test_addresses_of_the_whole_story_lead_to_its_parts(page: Page, split: Path) -> None:
    page.goto(f"{(split / 'index.html').as_uri()}#e-s-000000042")
    page.wait_for_url("**/e/s-000000042.html")
    page.click("text=Show in the timeline")
    page.wait_for_url("**/*.html#e-s-000000042")
    page.locator("#e-s-000000042").wait_for(state="visible")
    page.goto(f"{(split / 'index.html').as_uri()}#y1985")
    page.wait_for_url("**/1980s.html#y1985")
