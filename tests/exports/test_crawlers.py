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


def test_the_sitemap_lists_the_page_and_the_entries(reviewed: PublicTimeline, placed: Settings) -> None:
    made = sitemap(reviewed, placed)
    assert "<loc>https://news.example/bridge/</loc>\n    <lastmod>2031-06-01</lastmod>" in made
    assert made.count("<url>") == 1 + sum(e.status is Status.REVIEWED for e in reviewed.events)
    assert "e-0000000010" not in made, "a withdrawn entry keeps its address, and is not advertised"


def test_with_drafts_the_page_and_they_are_not_offered(view: PublicTimeline, placed: Settings) -> None:
    made = sitemap(view, placed)
    assert "<loc>https://news.example/bridge/</loc>" not in made
    assert "e-0000000002" not in made
    assert "e-0000000001" in made


def test_a_sitemap_of_nothing_is_not_written(view: PublicTimeline, placed: Settings) -> None:
    drafts = replace(view, events=tuple(e for e in view.events if e.status is Status.DRAFT))
    assert sitemap(drafts, placed) == ""
    assert "Sitemap" not in robots(drafts, placed)


def test_robots_lets_crawlers_in_so_that_they_can_read_noindex(
    view: PublicTimeline, placed: Settings
) -> None:
    made = robots(view, placed)
    parser = RobotFileParser()
    parser.parse(made.splitlines())
    assert parser.can_fetch("anybot", "https://news.example/bridge/index.html")
    assert parser.site_maps() == ["https://news.example/bridge/sitemap.xml"]
    assert made.startswith("# Pages with entries that nobody has read yet")


def test_both_need_an_address(view: PublicTimeline, settings: Settings) -> None:
    assert sitemap(view, settings) == robots(view, settings) == ""
