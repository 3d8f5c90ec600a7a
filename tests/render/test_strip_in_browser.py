"""The strip of bars in a real Chromium: where the reader is, wide enough for a finger, on one line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sample

from timeline import render
from timeline.render.bars import MOST_BARS

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_the_strip_marks_where_the_reader_is(page: Page, address: str) -> None:
    page.goto(f"{address}index.html")
    page.set_viewport_size({"width": 1280, "height": 500})
    page.click(".strip a[href='#y2018']")
    page.wait_for_function("document.querySelector('.strip [aria-current]')?.hash === '#y2018'")
    assert page.locator(".strip ol").is_visible()
    page.set_viewport_size({"width": 320, "height": 500})
    assert not page.locator(".strip ol").is_visible(), "too narrow for bars of 24 pixels: a menu"
    page.click(".strip summary")
    page.click(".strip a[href='#y1998']")
    page.wait_for_function("document.querySelector('.strip [aria-current]')?.hash === '#y1998'")
    assert not page.locator(".strip ol").is_visible()
    assert "1998" in str(page.get_attribute(".strip summary", "data-now"))


@pytest.mark.parametrize("width", [320, 759, 761, 1280])
def test_no_target_of_the_strip_is_smaller_than_24_pixels(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}index.html")
    if not page.locator(".strip ol").is_visible():
        page.click(".strip summary")
    for link in page.locator(".strip a").all():
        box = link.bounding_box()
        assert box
        assert box["width"] >= 24
        assert box["height"] >= 24


@pytest.mark.parametrize("count", [30, MOST_BARS, MOST_BARS + 1])  # more than have a label each
def test_all_bars_of_the_strip_stand_on_one_line(page: Page, tmp_path: Path, count: int) -> None:
    years = [str(year) for year in range(2020 - count, 2020)]
    events = tuple(sample.event(f"e-{year}", "A ferry sank", year) for year in years)
    render.write_site(sample.timeline(events), sample.settings(tmp_path, eras=()), tmp_path / "site", {})
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto((tmp_path / "site" / "index.html").as_uri())
    assert page.locator(".strip .quiet").count() > 0 or count > MOST_BARS, "decades have a label each"
    bottoms = page.eval_on_selector_all(".strip i", "all => all.map(i => i.getBoundingClientRect().bottom)")
    assert len(set(bottoms)) == 1
