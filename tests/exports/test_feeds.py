"""Feeds as a reader's program sees them: read by feedparser, and the rules of JSON Feed written out."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import feedparser
import pytest

from timeline.config import Settings
from timeline.exports.feeds import LENGTH, atom, items, json_feed
from timeline.model import Correction
from timeline.public import PublicEvent, PublicTimeline
from timeline.temporal.edtf import When


@pytest.fixture
def feed(view: PublicTimeline, placed: Settings) -> Any:
    parsed = feedparser.parse(atom(view, placed))
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


def entry_of(feed: Any, title: str) -> Any:
    return next(entry for entry in feed.entries if title in entry.title)


def test_the_head(feed: Any) -> None:
    assert feed.version == "atom10"
    assert feed.feed.title == "The bridge & the ferry"
    assert feed.feed.id == "https://news.example/bridge/"
    assert feed.feed.updated == "2031-06-01T00:00:00Z", "the day of the newest correction, and no clock"
    assert feed.feed.author == "The Desk"
    assert feed.feed.language == "en"
    links = {link.rel: link.href for link in feed.feed.links}
    assert links == {
        "alternate": "https://news.example/bridge/",
        "self": "https://news.example/bridge/feed.xml",
    }


def test_an_entry(feed: Any) -> None:
    entry = entry_of(feed, "Old bridge closes <for good>")
    assert entry.id == entry.link == "https://news.example/bridge/e/e-0000000001.html"
    assert entry.updated == "2031-06-01T00:00:00Z"
    assert [tag.term for tag in entry.tags] == ["transport", "water;ways"]
    content = entry.content[0].value
    for words in (
        "mid-March 2031",
        "<strong>closed</strong>",
        "closed in mid-March",
        "Harbour Courier",
        "3 May 2031",
        "Retracted by the publisher",
        'In short: <span lang="en">The closing was noted.</span>',
        "An earlier version said <em>April</em>.",
    ):
        assert words in content


def test_the_day_of_the_report_is_given_only_where_it_is_a_day(feed: Any) -> None:
    assert entry_of(feed, "New bridge to open").published == "2031-05-03T00:00:00Z"
    assert "published" not in entry_of(feed, "HYPERLINK"), "April 2031 is no day"


def test_what_a_reader_must_know_stands_in_front(feed: Any) -> None:
    draft = entry_of(feed, "New bridge to open").content[0].value
    assert "Planned" in draft
    assert "not yet read by a person" in draft
    claim = entry_of(feed, "HYPERLINK").content[0].value
    assert "Claimed by the opposition" in claim
    assert "reported in April 2031" in claim


def test_corrections_are_items_of_their_own(feed: Any) -> None:
    item = entry_of(feed, "Correction: Old bridge closes")
    assert item.id == "https://news.example/bridge/e/e-0000000001.html#correction-1"
    assert item.updated == item.published == "2031-06-01T00:00:00Z"
    assert "April" in item.content[0].value


def test_a_withdrawn_entry_says_so(feed: Any) -> None:
    item = entry_of(feed, "Withdrawn: A tale that was wrong")
    assert "a report that was taken back" in item.content[0].value


def test_newest_first_and_no_more_than_fifty(settings: Settings) -> None:
    events = tuple(
        PublicEvent(f"e-{n}", f"Event {n}", updated=f"20{n:02d}-01-01", date=When.parse("2000"))
        for n in range(90)
    )
    days = [item.updated for item in items(PublicTimeline(events, updated="2089-01-01"), settings)]
    assert days == sorted(days, reverse=True)
    assert len(days) == LENGTH
    assert days[0] == "2089-01-01"


def test_an_entry_without_dated_sources_does_not_look_new_whenever_another_is(settings: Settings) -> None:
    undated = PublicEvent("e-1", "Undated", date=When.parse("1894-06"))
    for newest in ("2030-01-01", "2031-01-01"):
        other = PublicEvent("e-2", "Other", updated=newest)
        made = items(PublicTimeline((undated, other), updated=newest), settings)
        assert [(item.title, item.updated) for item in made] == [("Other", newest), ("Undated", "1894-06-30")]


def test_ids_stay_when_titles_dates_and_order_change(view: PublicTimeline, settings: Settings) -> None:
    changed = tuple(replace(e, title="Another", date=When.parse("1999")) for e in reversed(view.events))
    other = replace(settings, title="Renamed", contact="desk@news.example")
    before = {item.id for item in items(view, settings)}
    assert {item.id for item in items(replace(view, events=changed), other)} == before
    assert all(identifier.startswith("tag:timeline.invalid,2026:e/") for identifier in before)


def test_without_an_address_links_are_relative_and_the_feed_still_parses(
    view: PublicTimeline, settings: Settings
) -> None:
    parsed = feedparser.parse(atom(view, settings))
    assert not parsed.bozo
    assert parsed.feed.id == "tag:timeline.invalid,2026:timeline/the-bridge-the-ferry"
    assert parsed.entries[0].link.startswith("e/")


def test_a_title_in_other_letters_gives_a_feed_id_too(view: PublicTimeline, settings: Settings) -> None:
    ids = {
        feedparser.parse(atom(view, replace(settings, title=title))).feed.id for title in ("جسر", "橋", "!")
    }
    assert len(ids) == 3


@pytest.mark.parametrize("day", ["", "0099-01-01", "-0043-03-15", "Y20000", "20000-01-01"])
def test_days_that_feeds_cannot_write_are_replaced(settings: Settings, day: str) -> None:
    event = PublicEvent("e-1", "Old", updated=day, corrections=(Correction(None, "mended"),))
    feed = feedparser.parse(atom(PublicTimeline((event,), updated=day), settings))
    assert not feed.bozo
    for entry in feed.entries:
        assert entry.updated_parsed is not None


def test_json_feed_keeps_to_its_rules(view: PublicTimeline, placed: Settings) -> None:
    feed = json.loads(json_feed(view, placed))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "https://news.example/bridge/feed.json"
    assert feed["home_page_url"] == "https://news.example/bridge/"
    assert feed["authors"] == [{"name": "The Desk"}]
    known = {"id", "url", "title", "content_html", "date_published", "date_modified", "tags"}
    for item in feed["items"]:
        assert set(item) <= known
        assert {"id", "content_html", "date_modified"} <= set(item)
        assert all(isinstance(tag, str) for tag in item.get("tags", []))
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"])


def test_both_feeds_tell_the_same(view: PublicTimeline, placed: Settings) -> None:
    first = feedparser.parse(atom(view, placed), sanitize_html=False, resolve_relative_uris=False)
    second = json.loads(json_feed(view, placed))
    assert [e.id for e in first.entries] == [item["id"] for item in second["items"]]
    contents = [item["content_html"] for item in second["items"]]
    assert [e.content[0].value for e in first.entries] == contents
