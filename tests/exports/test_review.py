from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from timeline.config import Settings
from timeline.exports.review import review
from timeline.model import Article, Event, Source, Timeline
from timeline.temporal.edtf import When


@pytest.fixture
def page(timeline: Timeline, settings: Settings) -> str:
    return review(timeline, settings)


def row(page: str, identifier: str) -> str:
    (found,) = re.findall(rf'<tr id="{identifier}">.*?</tr>', page, re.DOTALL)
    return str(found)


def test_it_says_what_it_is_and_stands_alone(page: str) -> None:
    assert page.startswith("<!doctype html>")
    assert "Not for publication" in page
    assert '<meta charset="utf-8">' in page
    assert not re.search(r"<script|<link|<img|src=|@import|url\(", page)


def test_every_entry_is_a_numbered_row_with_room_for_initials(page: str, timeline: Timeline) -> None:
    rows = re.findall(r'<tr id="([^"]+)"><td>(\d+)</td>.*?<td></td></tr>', page, re.DOTALL)
    assert {identifier for identifier, _ in rows} == {event.id for event in timeline.events}
    assert [int(number) for _, number in rows] == list(range(1, len(timeline.events) + 1))


def test_quotes_pages_notes_and_what_is_new(page: str) -> None:
    entry = row(page, "e-0000000001")
    for words in (
        "“closed in mid-March” <b>(p. 4)</b>",
        "in short: The closing was noted.",
        "<b>Private:</b> CANARY-7f3a private",
        "NEW: added by the program, not yet read",
        "RETRACTED 9 April 2031: the figures were wrong",
        "The council gave no day.",
        "in the file: “mid-March”",
    ):
        assert words in entry, words


def test_states_are_written_large(page: str) -> None:
    assert "DRAFT" in row(page, "e-0000000002")
    assert "HIDDEN" in row(page, "e-0000000011")
    assert "claimed, by the opposition" in row(page, "e-0000000003")


@pytest.mark.parametrize(
    ("said", "date", "expected"),
    [
        ("mid-March", "[2024-03-11..2024-03-20]", "“mid-March”, read against 3 May 2024; by rules "),
        ("Thursday", "2024-05-02", "“Thursday”, read against 3 May 2024; by rule"),
        ("mid-March", "2024-03-12", "“mid-March”, read against 3 May 2024</p>"),
    ],
)
def test_how_words_became_a_date(settings: Settings, said: str, date: str, expected: str) -> None:
    article = Article(id="a", path="", text="", published=When.parse("2024-05-03"))
    event = Event(id="e-1", title="T", date=When.parse(date), sources=(Source(article="a", said=said),))
    made = review(Timeline((event,), {"a": article}), settings)
    assert expected in made


def test_words_in_the_file_are_shown_with_the_day_they_are_read_against(settings: Settings) -> None:
    event = Event(
        id="e-1",
        title="T",
        date=When.parse("[2024-03-11..2024-03-20]"),
        date_words="mid-March",
        sources=(Source(title="A", published=When.parse("2024-05-03")),),
    )
    assert "in the file: “mid-March”, read against 3 May 2024" in review(Timeline((event,)), settings)


def test_every_element_is_closed(page: str) -> None:
    class Reader(HTMLParser):
        open: list[str] = []  # noqa: RUF012 - one reader, one test

        def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
            if tag not in {"meta", "br", "hr"}:
                self.open.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert self.open.pop() == tag

    reader = Reader()
    reader.feed(page)
    assert reader.open == []
