"""Every page of the shipped story in a browser, below /repo/: quiet, alone, no wider than the screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import browser as chromium
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium.opened() as opened:
        yield opened


@pytest.fixture(scope="module")
def address(shipped: Path) -> Iterator[str]:
    with chromium.served(shipped) as base:
        yield base


def pages(site: Path) -> list[str]:
    """Return every page but 404.html, which asks for files below `base_url`: the shipped story names none."""
    return [p.relative_to(site).as_posix() for p in sorted(site.rglob("*.html")) if p.name != "404.html"]


def wider_than_the_screen(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


def test_every_page_keeps_the_policy_says_nothing_and_asks_nobody_else(
    browser: Browser, shipped: Path, address: str
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    heard: list[tuple[str, str]] = []
    requests: list[str] = []
    page.on("console", lambda message: heard.append((page.url, message.text)))
    page.on("pageerror", lambda error: heard.append((page.url, str(error))))
    page.on("request", lambda request: requests.append(request.url))
    page.add_init_script(
        "addEventListener('securitypolicyviolation', e => console.log(e.effectiveDirective, e.blockedURI))"
    )
    wide = []
    for path in pages(shipped):
        page.goto(f"{address}{path}")
        assert "default-src 'none'" in str(
            page.get_attribute("meta[http-equiv=Content-Security-Policy]", "content")
        )
        if wider_than_the_screen(page):
            wide.append(path)
    context.close()
    assert heard == []
    assert [url for url in requests if not url.startswith(address)] == []
    assert len(requests) > len(pages(shipped)), "the requests were listened to"
    assert wide == []


KINDS = ["index.html", "sources.html", "corrections.html", "about.html", "embed.html", "404.html", "an entry"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_keyboard_reaches_everything_and_the_focus_is_seen(
    browser: Browser, shipped: Path, address: str, kind: str
) -> None:
    """Tab goes through all links, fields and disclosures in turn, each marked and in sight, and comes out."""
    path = next(p for p in pages(shipped) if p.startswith("e/")) if kind == "an entry" else kind
    context = browser.new_context(viewport={"width": 640, "height": 400})  # 1280 by 800 at 200 %
    page = context.new_page()
    page.goto(f"{address}{path}")
    assert not wider_than_the_screen(page)
    there = page.evaluate(
        "Array.from(document.querySelectorAll('a[href], summary, input, select, button'))"
        ".filter(e => e.checkVisibility({contentVisibilityAuto: false})).length"
    )
    page.evaluate(
        """window.lost = []; window.reached = new Set(); addEventListener('focusin', () => {
            const e = document.activeElement, box = e.getBoundingClientRect(), style = getComputedStyle(e);
            const strip = document.querySelector('.strip'), over = strip && strip.getBoundingClientRect();
            const covered = over && !strip.contains(e) && box.top < over.bottom && box.bottom > over.top;
            window.reached.add(e);
            const away = !box.width || box.bottom <= 0 || box.top >= innerHeight;
            if (style.outlineStyle === 'none' || covered || away)
                window.lost.push(e.outerHTML.slice(0, 90));
        })"""
    )
    for _ in range(there + 30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
    assert page.evaluate("window.lost") == []
    assert page.evaluate("window.reached.size") >= there > 3
    context.close()
