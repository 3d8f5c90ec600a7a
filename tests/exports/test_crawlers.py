from __future__ import annotations

from dataclasses import replace
from urllib.robotparser import RobotFileParser

import pytest

from timeline.config import Settings
from timeline.exports.crawlers import robots, sitemap
from timeline.model import Status
from timeline.public import PublicTimeline


@pytest.fixture
def reviewed(view: PublicTimeline) -> PublicTimeline:
    events = tuple(event for event in view.events if event.status is not Status.DRAFT)
    return replace(view, events=events, drafts=0)


def test_the_sitemap_lists_the_pages_and_the_entries(reviewed: PublicTimeline, placed: Settings) -> None:
    made = sitemap(reviewed, placed)
    assert "<loc>https://news.example/bridge/</loc>\n    <lastmod>2031-06-01</lastmod>" in made
    assert "<loc>https://news.example/bridge/sources.html</loc>" in made
    assert made.count("<url>") == 4 + sum(e.status is Status.REVIEWED for e in reviewed.events)
    assert "e-0000000010" not in made, "a withdrawn entry keeps its address, and is not advertised"


def test_with_drafts_nothing_is_offered_to_search_engines(view: PublicTimeline, placed: Settings) -> None:
    assert view.drafts
    assert sitemap(view, placed) == ""
    assert "Sitemap" not in robots(view, placed)


def test_robots_lets_crawlers_in_so_that_they_can_read_noindex(
    view: PublicTimeline, reviewed: PublicTimeline, placed: Settings
) -> None:
    assert robots(view, placed).startswith("# Pages with entries that nobody has read yet")
    made = robots(reviewed, placed)
    parser = RobotFileParser()
    parser.parse(made.splitlines())
    assert parser.can_fetch("anybot", "https://news.example/bridge/index.html")
    assert parser.site_maps() == ["https://news.example/bridge/sitemap.xml"]


def test_both_need_an_address(view: PublicTimeline, settings: Settings) -> None:
    assert sitemap(view, settings) == robots(view, settings) == ""
