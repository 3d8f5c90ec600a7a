"""The page for everyone: by axe, by keyboard, at 200 percent, in forced colours and mirrored."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import browser as chromium
import pytest
import sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

KINDS = [
    "index.html",
    "e/e-0bbbbbbbbb.html",
    "e/e-0ddddddddd.html",
    "e/e-0hhhhhhhhh.html",
    "e/e-0jjjjjjjjj.html",
    "sources.html",
    "corrections.html",
    "about.html",
    "embed.html",
    "404.html",
]


def no_sideways_scrolling(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    browser: Browser, site: Path, arabic: Path, split: Path, scheme: str, width: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True  # type: ignore[arg-type]
    )  # fmt: skip
    page = context.new_page()
    found = []
    for address in [
        *(site / kind for kind in KINDS),
        arabic / "index.html",
        split / "index.html",
        split / "1980s.html",
    ]:
        page.goto(address.as_uri())
        found += [(address.name, fault) for fault in chromium.faults(page)]
    context.close()
    assert found == []


def test_letter_keys_act_only_in_the_list_and_can_be_switched_off(page: Page, address: str) -> None:
    page.goto(f"{address}index.html")
    here = "document.activeElement.closest('article')?.id || document.activeElement.name || ''"
    page.keyboard.press("j")
    assert page.evaluate(here) == ""
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the skip link
    page.keyboard.press("j")
    assert page.evaluate(here) == "e-0aaaaaaaaa"
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.evaluate(here) == "e-0bbbbbbbbb"
    box, strip = page.locator("#e-0bbbbbbbbb").bounding_box(), page.locator(".strip").bounding_box()
    assert box
    assert strip
    assert box["y"] >= strip["y"] + strip["height"], "the strip covers what has the focus"
    page.keyboard.press("/")
    assert page.evaluate(here) == "q"
    page.uncheck("#letters")
    page.reload()
    assert not page.is_checked("#letters")
    page.focus("#e-0aaaaaaaaa summary")
    page.keyboard.press("j")
    assert page.evaluate(here) == "e-0aaaaaaaaa"


def test_an_arabic_story_is_mirrored(page: Page, arabic: Path) -> None:
    page.goto((arabic / "index.html").as_uri())
    when, what = (
        page.locator("#e-0bbbbbbbbb .when").bounding_box(),
        page.locator("#e-0bbbbbbbbb .what").bounding_box(),
    )
    assert when
    assert what
    assert when["x"] > what["x"]
    assert "8 مايو 1998" in page.inner_text("#e-0bbbbbbbbb")


def test_at_200_percent_and_in_forced_colours_all_is_readable(browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport={"width": 640, "height": 400}, forced_colors="active")
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    assert no_sideways_scrolling(page)
    assert page.locator("main article:visible").count() == len(sample.EVENTS)
    context.close()


@pytest.mark.parametrize("width", [1280, 320])
def test_the_ring_round_the_search_covers_no_words(browser: Browser, site: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto((site / "index.html").as_uri())
    page.focus("[name=q]")
    ring = page.evaluate(
        "(() => { const style = getComputedStyle(document.activeElement);"
        " return parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset); })()"
    )
    label, field = page.locator(".words span").bounding_box(), page.locator("[name=q]").bounding_box()
    assert label
    assert field
    assert ring > 0, "there is a ring"
    assert field["y"] - ring >= label["y"] + label["height"] - 2  # below the letters' feet
    page.close()
