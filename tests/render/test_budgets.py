"""The weight of a page, in bytes; site.md's budgets."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
import sample

from timeline import render
from timeline.render import search_index

KB = 1024
THEME = Path(__file__).parents[2] / "theme"


def zipped(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def test_style_and_script_are_small() -> None:
    assert (THEME / "style.css").stat().st_size <= 8 * KB
    assert (THEME / "script.js").stat().st_size <= 6 * KB
    assert (THEME / "search.js").stat().st_size <= 6 * KB


@pytest.mark.parametrize(
    ("events", "most", "evenly"), [(20, 15, False), (20, 15, True), (200, 90, False), (1000, 400, False)]
)
def test_a_page_weighs_no_more_than_it_may(tmp_path: Path, events: int, most: int, evenly: bool) -> None:
    view = sample.many(events, evenly=evenly)
    render.write_site(view, sample.settings(tmp_path, eras=()), tmp_path / "site", sample.FILES)
    index = tmp_path / "site" / "index.html"
    assert index.read_text("utf-8").count("<article") == events, "the story is on one page"
    assert zipped(index) <= most * KB


def test_the_page_adds_little_to_its_text(tmp_path: Path) -> None:
    """Words drawn evenly are over the budget by themselves; all the rest is under a quarter of the page."""
    view = sample.many(200, evenly=True)
    render.write_site(view, sample.settings(tmp_path, eras=()), tmp_path / "site", sample.FILES)
    told = "\n".join(
        "\n".join(
            (e.title, e.text, *(part for s in e.sources for part in (s.publisher, s.title, s.url, s.quote)))
        )
        for e in view.events
    )
    text = len(gzip.compress(told.encode(), 9))
    assert zipped(tmp_path / "site" / "index.html") <= text / 0.77


def test_one_page_of_text_that_hardly_compresses_is_split(tmp_path: Path) -> None:
    view = sample.many(1000, evenly=True)
    render.write_site(view, sample.settings(tmp_path, eras=()), tmp_path / "site", sample.FILES)
    assert zipped(tmp_path / "site" / "index.html") <= 15 * KB
    assert all(zipped(p) <= 400 * KB for p in (tmp_path / "site").glob("*.html"))


def test_a_long_story_is_light_in_all_its_parts(tmp_path: Path) -> None:
    site = tmp_path / "site"
    render.write_site(sample.many(2500), sample.settings(tmp_path, eras=()), site, {})
    assert zipped(site / "index.html") <= 15 * KB
    parts = [p for p in site.glob("*.html") if "<article" in p.read_text("utf-8")]
    assert sum(p.read_text("utf-8").count("<article") for p in parts) == 2500
    assert max(map(zipped, parts)) <= 400 * KB
    assert all(zipped(p) <= 400 * KB for p in site.glob("*.html"))


def test_no_search_asks_for_more_than_100_kb(tmp_path: Path) -> None:
    """The script takes six words at the most, and shows ten entries at a time."""
    site = tmp_path / "site"
    render.write_site(sample.many(2500), sample.settings(tmp_path, eras=()), site, {})
    words = sorted(map(zipped, (site / search_index.FOLDER).glob("w*.js")))
    shown = sorted(map(zipped, (site / search_index.FOLDER).glob("d*.js")))
    assert words
    assert sum(words[-6:]) + sum(shown[-10:]) + zipped(site / search_index.FOLDER / "index.js") <= 100 * KB
